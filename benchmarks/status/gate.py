"""The gate of status and polarity (see `benchmarks/floors.py`).

The margin is two events of the rarest word, which is what a model's last digits may turn on another CPU.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import data
from run import figures

from floors import Figures, digest, held
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
MARGIN = 0.02


def reached() -> dict[str, Figures]:
    """Macro-F1 of each measure, if the set is there."""
    documents = list(data.meantime(data_dir()))
    if not documents:
        return {}
    macros = {name: round(each["macro"], 4) for name, each in figures(documents).items()}
    return {"meantime": {**macros, "margin": MARGIN, "digest": digest(documents)}}


if __name__ == "__main__":
    held(FLOORS, reached())
