"""Running stories: events that belong together because the same main actors and matter go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from sayso.group.days import Days
from sayso.group.likeness import Portraits
from sayso.group.linkage import Cluster, Members, link
from sayso.group.neighbours import nearest
from sayso.group.rows import Row, add, beside

ACTORS = 1 / 3  # share of the names in likeness, terms and vectors halving the rest; none or half scores less
LEAST = 0.34  # mean likeness of the articles of two events; three in four pairs linked above it belong together
LEAST_OF_TERMS = 0.3  # the same where there are no vectors

# Measured by benchmarks/group on running.json: events of stories_basil and timeline_semeval with the stories they
# belong to, the subtopics of events_ecb in the same pile.


def stories(portraits: Portraits, happenings: Sequence[Members]) -> list[list[Members]]:
    """The stories, each as its events. Time does not part them: a story may sleep for years."""
    rows = _rows(portraits)
    home = {at: number for number, happening in enumerate(happenings) for at in happening}
    near = {(home[left], home[right]) for left, right in nearest(rows)}
    pairs = sorted({(min(pair), max(pair)) for pair in near if pair[0] != pair[1]})
    leaves = [_leaf(portraits, rows, happening) for happening in happenings]
    least = LEAST if portraits.vectors.shape[1] else LEAST_OF_TERMS
    return [sorted({happenings[home[at]] for at in found}) for found in link(leaves, pairs, lambda _: 1.0, least)]


def _rows(portraits: Portraits) -> list[Row]:
    """Terms and names of each article beside each other in one row."""
    offset = 1 + max((int(row.terms[-1]) for row in portraits.topic if len(row.terms)), default=0)
    share = 1 - ACTORS - _vectors(portraits)
    return [
        beside(terms.scaled(share**0.5), actors.scaled(ACTORS**0.5), offset)
        for terms, actors in zip(portraits.topic, portraits.actors, strict=True)
    ]


def _vectors(portraits: Portraits) -> float:
    return (1 - ACTORS) / 2 if portraits.vectors.shape[1] else 0.0


def _leaf(portraits: Portraits, rows: Sequence[Row], happening: Members) -> Cluster:
    row = reduce(add, (rows[at] for at in happening))
    vector = portraits.vectors[list(happening)].sum(axis=0) * _vectors(portraits) ** 0.5
    return Cluster(happening, row, vector, reduce(Days.joined, (portraits.days[at] for at in happening)))
