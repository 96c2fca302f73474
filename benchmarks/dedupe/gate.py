"""The gate of copied texts and passages (see `benchmarks/floors.py`).

There is no noise: the margin is what one pair more or less would change.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from data import bodies, pasted
from score import figures

from floors import Figures, digest, held
from sayso.dedupe import dedupe
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
BODIES = 400
MEASURES = ("recall", "precision", "word_recall", "word_precision")


def reached() -> dict[str, Figures]:
    """Measure every set."""
    root = data_dir()
    sets = {f"pasted, {share:.0%} new words": pasted(root, share) for share in (0.0, 0.2)} | {
        "bodies": bodies(root, BODIES)
    }
    result: dict[str, Figures] = {}
    for name, (articles, copied) in sets.items():
        found = figures(dedupe(articles), copied, articles)._asdict()
        measured = {measure: round(found[measure], 4) for measure in MEASURES if found[measure] is not None}
        told = digest([(article.id, article.text) for article in articles])
        result[name] = {**measured, "margin": round(1 / len(copied), 4), "digest": told}
    return result


if __name__ == "__main__":
    held(FLOORS, reached())
