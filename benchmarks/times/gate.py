"""The gate of time expressions (see `benchmarks/floors.py`): each set, by three measures.

There is no noise: the margin is what one expression more or less would change.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from run import SETS, ours

from floors import Figures, digest, held
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
MEASURES = ("value", "overlap", "span")


def reached() -> dict[str, Figures]:
    """Measure every set that is there."""
    figures: dict[str, Figures] = {}
    for name, read in SETS.items():
        documents = list(read(data_dir()))
        if documents:
            total, _ = ours(documents)
            measured = {measure: round(total.f1(measure), 4) for measure in MEASURES}
            figures[name] = {**measured, "digest": digest(documents), "margin": round(1 / total.gold, 4)}
    return figures


if __name__ == "__main__":
    held(FLOORS, reached())
