"""The gate of names and of who is meant (see `benchmarks/floors.py`).

The margin is what a model's last digits may turn on another CPU: a name in a hundred, and one judgement of our own passages.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import passages
from run import SETS, score

from floors import Figures, digest, held
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
GATED = ("ewt",)  # wikigold is what the reader was trained on, and takes a minute
MARGINS = {"ewt": 0.01, "passages": 0.07}


def reached() -> dict[str, Figures]:
    """Measure every set that is there, and our own passages."""
    figures = {"passages": _figures("passages", passages.figures(), passages.PASSAGES)}
    for name in GATED:
        try:
            documents = list(SETS[name](data_dir()))
        except FileNotFoundError:
            continue
        figures[name] = _figures(name, score(documents), documents)
    return figures


def _figures(name: str, found: Mapping[str, float], inputs: object) -> Figures:
    rounded = {what: round(value, 4) for what, value in found.items()}
    return {**rounded, "margin": MARGINS[name], "digest": digest(inputs)}


if __name__ == "__main__":
    held(FLOORS, reached())
