"""The gate: pinned floors for grouping, and whether they hold.

    python benchmarks/group/gate.py          say what does not hold (and exit 1)
    python benchmarks/group/gate.py --pin    pin what is reached now

`floors.json` keeps, for each pile, the figure reached, a digest of the inputs (figures from other data are not
compared) and the margin: what two articles in a wrong event would change, which the last digits of vectors on another
CPU type may do. The piles are small parts of those of run.py, so that the suite can afford them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import data
from data import Pile
from score import bcubed

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


def reached() -> dict[str, dict[str, float | str]]:
    """Measure every pile: BCubed F1 of its events, and how many articles its largest story holds."""
    figures: dict[str, dict[str, float | str]] = {}
    for name, pile in piles().items():
        placed = {placement.id: placement for placement in group(pile.articles)}
        score = bcubed([placed[article.id].event_id for article in pile.articles], pile.events)
        largest = max(Counter(placement.story_id for placement in placed.values()).values())
        margin = round(2 / len(pile.articles), 4)
        figures[name] = {"f1": round(score.f1, 4), "largest": largest, "margin": margin, "digest": pile.digest()}
    return figures


def slipped() -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data."""
    floors, complaints = json.loads(FLOORS.read_text(encoding="utf-8")), []
    for name, now in reached().items():
        floor = floors[name]
        if now["digest"] != floor["digest"]:
            complaints.append(f"{name} is other data than what the floors were pinned on")
        elif now["f1"] < floor["f1"] - floor["margin"]:
            complaints.append(f"{name}: BCubed F1 is {now['f1']}, its floor {floor['f1']} (margin {floor['margin']})")
        elif now["largest"] > 2 * floor["largest"]:
            complaints.append(f"{name}: the largest story has {now['largest']} articles, it had {floor['largest']}")
    return complaints


def main() -> None:
    if "--pin" in sys.argv:
        FLOORS.write_text(json.dumps(reached(), indent=2) + "\n", encoding="utf-8")
    complaints = slipped()
    print("\n".join(complaints) or "every floor holds")
    raise SystemExit(bool(complaints))


if __name__ == "__main__":
    main()
