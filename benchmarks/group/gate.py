"""The gate of grouping (see `benchmarks/floors.py`).

The margin is what two articles in a wrong event would change, which the last digits of vectors on another CPU type
may do. The piles are small parts of those of run.py, so that the suite can afford them.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import data
from data import Pile
from score import bcubed

from floors import Figures, held
from sayso.group import group
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
NEUS_STORIES = 60


def piles() -> dict[str, Pile]:
    """What is scored: every third event of full texts, the first stories of short ones, three topics of ECB+."""
    root = data_dir()
    basil = data.basil(root)
    third = set(sorted(set(basil.events), key=str)[::3])
    neus = data.neus(root)
    return {
        "stories_basil": data.part(basil, lambda event: event in third),
        "stories_neus": data.part(neus, lambda event: int(str(event)) < NEUS_STORIES),
        "events_ecb": data.ecb(root, (1, 3, 8)),
    }


def reached() -> dict[str, Figures]:
    """Measure every pile: BCubed F1 of its events, and how many articles its largest story holds."""
    figures: dict[str, Figures] = {}
    for name, pile in piles().items():
        placed = {placement.id: placement for placement in group(pile.articles)}
        score = bcubed([placed[article.id].event_id for article in pile.articles], pile.events)
        largest = max(Counter(placement.story_id for placement in placed.values()).values())
        margin = round(2 / len(pile.articles), 4)
        figures[name] = {"f1": round(score.f1, 4), "largest": largest, "margin": margin, "digest": pile.digest()}
    return figures


if __name__ == "__main__":
    held(FLOORS, reached(), at_most={"largest": 2.0})  # a largest story twice as large is one that chains
