"""Events and running stories: BCubed F1 beside peers, time an article, and growth with the size of the pile.

    python benchmarks/group/run.py            all of it
    python benchmarks/group/run.py --no-peers without scikit-learn

Events: stories_basil (97 events of three outlets, full text, dated), stories_neus val (headline and lead, undated),
events_ecb topics 1-35 (subtopics, full text, undated), each also `ragged`: a random part of every event left out, so
that events of one article occur. A dated stream: the stories of stories_neus train of one year, dated by us, 2.8 a day, each
article up to two days late; once in random order, once so that what is alike stands side by side in time (the hardest
order there is). Stories: running.json says which events of stories_basil and timeline_semeval belong together, in our
judgement; events_ecb lies in the same pile. The hand-made pages lie among stories_basil: are they one story, and nobody
else's?
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import data
import numpy as np
import peers
from data import Pile
from score import bcubed, linked

from sayso.group import group
from sayso.group.days import Days
from sayso.group.events import events
from sayso.group.likeness import Portraits, portray, vectors
from sayso.group.stories import stories
from sayso.records import Article, Placement
from sayso.settings import data_dir

HERE = Path(__file__).resolve().parent
STORIES_A_DAY = 2.8
GROWTH = (500, 1000, 2000, 4000, 7000)


def main() -> None:
    root = data_dir()
    if not (root / "stories_basil").is_dir():
        raise SystemExit(f"no data at {root}: set SAYSO_DATA")
    basil, neus, ecb = data.basil(root), data.neus(root), data.ecb(root)
    print(f"{'events, BCubed F1':35s}{'sayso':29s}terms alone  {'tfidf+avg':13s}vectors+avg  ms an article")
    for name, pile in {"stories_basil": basil, "stories_neus val": neus, "events_ecb 1-35": ecb}.items():
        compare(name, pile)
        compare(f"{name}, ragged", data.ragged(pile))
    stream(data.one_year(root))
    running(data.joined(basil, data.timeline(root)), ecb)
    pages(basil)
    growth(data.neus(root, "train").articles)


def compare(name: str, pile: Pile) -> None:
    """One row: ours, ours without vectors, and the peers."""
    began = time.process_time()
    placed = by_article(pile.articles)
    spent = (time.process_time() - began) * 1000 / len(pile.articles)
    ours = bcubed([placed[article.id].event_id for article in pile.articles], pile.events)
    alone = bcubed(clusters(portray(pile.articles, (), encode=False)), pile.events)
    beside = ""
    if "--no-peers" not in sys.argv:
        encoded = vectors(pile.articles)
        for likeness in (peers.tfidf(pile), encoded @ encoded.T):
            score, least = peers.average_link(likeness, pile)
            beside += f"{score.f1:.3f} @{least:.2f}  "
    print(
        f"  {name:26s} {len(pile.articles):5d}  {ours}  {alone.f1:.3f}        {beside or '-':26s}{spent:6.1f}",
        flush=True,
    )


def by_article(articles: Sequence[Article]) -> dict[str, Placement]:
    return {placement.id: placement for placement in group(articles)}


def clusters(portraits: Portraits) -> list[int]:
    """The first member of the event of each article."""
    label = {at: members[0] for members in events(portraits) for at in members}
    return [label[at] for at in range(len(label))]


def stream(pile: Pile) -> None:
    portraits = portray(pile.articles, ())
    print(f"  a year of stories_neus train {len(pile.articles):3d}  undated {bcubed(clusters(portraits), pile.events)}")
    for name, order in (("random order", shuffled(pile)), ("alike side by side", tour(pile, portraits))):
        rng = random.Random(5)
        published = [
            int(order.index(event) / STORIES_A_DAY) + rng.choices((0, 1, 2), (60, 30, 10))[0] for event in pile.events
        ]
        dated = portraits._replace(days=[Days(day, day) for day in published])
        print(f"    dated stream, {name:22s}{bcubed(clusters(dated), pile.events)}", flush=True)


def shuffled(pile: Pile) -> list[Hashable]:
    return random.Random(5).sample(sorted(set(pile.events), key=str), len(set(pile.events)))


def tour(pile: Pile, portraits: Portraits) -> list[Hashable]:
    """The stories so that each is followed by the one most like it of those left."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for at, event in enumerate(pile.events):
        members[event].append(at)
    centre = {event: portraits.vectors[at].mean(axis=0) for event, at in members.items()}
    left = sorted(centre, key=str)
    order = [left.pop(0)]
    while left:
        following = max(left, key=lambda event: float(centre[event] @ centre[order[-1]]))
        left.remove(following)
        order.append(following)
    return order


def running(known: Pile, distant: Pile) -> None:
    told = json.loads((HERE / "running.json").read_text(encoding="utf-8"))
    for name, pile in (("stories_basil + timeline_semeval", known), ("… + events_ecb", data.joined(known, distant))):
        happenings: dict[Hashable, list[int]] = defaultdict(list)
        for at, event in enumerate(pile.events):
            happenings[event].append(at)
        portraits = portray(pile.articles, ())
        found = stories(portraits, [tuple(members) for members in happenings.values()])
        story = {pile.events[members[0]]: number for number, one in enumerate(found) for members in one}
        score = linked(story, told["stories"], told["unclear"])
        sizes = sorted((len(one) for one in found), reverse=True)[:5]
        print(f"  stories over given events, {name}: pairs of events {score}; events in the largest stories {sizes}")
        placed = by_article(pile.articles)
        sizes = sorted(Counter(p.story_id for p in placed.values()).values(), reverse=True)[:5]
        print(
            f"    from scratch: {len({p.story_id for p in placed.values()})} stories, articles in the largest {sizes}",
            flush=True,
        )


def pages(basil: Pile) -> None:
    path = Path(os.environ.get("SAYSO_GOLD", data_dir().parent / "gold"))
    for gold in sorted(path.glob("*.json")):
        pile = data.pasted(gold)
        placed = by_article([*basil.articles, *pile.articles])
        own = {article.id for article in pile.articles}
        shown = Counter(placed[name].story_id[:4] for name in own), Counter(placed[name].event_id[:4] for name in own)
        others = sum(p.story_id in {placed[name].story_id for name in own} for p in placed.values()) - len(own)
        print(
            f"  {gold.stem} among stories_basil: stories {dict(shown[0])}, events {dict(shown[1])}, "
            f"others' articles in them {others}"
        )


def growth(articles: Sequence[Article]) -> None:
    print("growth (terms alone; vectors take the same time for every article)")
    for size in GROWTH:
        began = time.process_time()
        portraits = portray(articles[:size], (), encode=False)
        portrayed = time.process_time()
        found = events(portraits)
        stories(portraits, found)
        spent = time.process_time() - portrayed, portrayed - began
        print(
            f"  {size:5d} articles: linking {spent[0]:6.1f} s, {spent[0] / size * 1000:.2f} ms an article; "
            f"terms {spent[1]:.1f} s",
            flush=True,
        )
    began = time.process_time()
    made = vectors(articles[:200])
    print(f"  vectors: {(time.process_time() - began) * 1000 / len(made):.1f} ms an article", np.shape(made))


if __name__ == "__main__":
    main()
