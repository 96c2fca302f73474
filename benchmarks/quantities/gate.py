"""The gate of quantities (see `benchmarks/floors.py`): NewsQuant by three measures, the specifications model by model.

There is no noise: the margin is what one quantity more or less would change.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from newsquant import load, ours, score
from specs import MODELS, found_share

from floors import Figures, digest, held
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")


def reached() -> dict[str, Figures]:
    """Measure both sets."""
    rows = load(data_dir() / "quantities_newsquant" / "dev.json")
    scores = score([(gold, ours(text)) for text, gold in rows])
    folder = data_dir() / "quantities_specs"
    shares = {model: round(found_share(folder, model), 4) for model in MODELS}
    texts = [(folder / f"{model}.json").read_bytes() for model in MODELS]
    return {
        "newsquant": {
            **{name: round(each.f1, 4) for name, each in scores.items()},
            "digest": digest(rows),
            "margin": round(1 / sum(len(gold) for _, gold in rows), 4),
        },
        "specs": {**shares, "digest": digest(texts), "margin": 0.004},
    }


if __name__ == "__main__":
    held(FLOORS, reached())
