"""The gate of the reader (see `benchmarks/floors.py`).

A part of EWT dev, so that the suite can afford it. The margin, in points, is what a model's last digits may turn on another
CPU. Memory and loading are ceilings: a machine's load may take some, a second model loaded by mistake takes more.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from cost import load_seconds, peak_megabytes
from data import ewt

from brief import basil
from floors import Figures, digest, held
from sayso.settings import data_dir
from sayso.weights import load_reader

FLOORS = Path(__file__).resolve().with_name("floors.json")
EVERY, ARTICLES = 5, 8
AT_MOST = {"megabytes": 1.2, "load processor seconds": 2.0}


def reached() -> dict[str, Figures]:
    """Scores on one sentence in five, and what reading a few articles costs."""
    gold = ewt(data_dir(), EVERY)
    scores = gold.scores(load_reader().parse(gold.sentences))
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "basil.jsonl"
        basil(articles, ARTICLES)
        cost = {
            "megabytes": round(peak_megabytes(articles)),
            "load processor seconds": round(min(spent for _, spent in load_seconds(3)), 2),
            "digest": digest(articles.read_bytes()),
            "margin": 0,
        }
    kept = {name: round(scores[name], 2) for name in ("UPOS", "XPOS", "UAS", "LAS", "F1")}
    return {"ewt": {**kept, "digest": digest(gold.sentences), "margin": 0.3}, "cost": cost}


if __name__ == "__main__":
    held(FLOORS, reached(), AT_MOST)
