"""Running stories: events that belong together because the same main actors and matter go on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.group.events import Indices
from sayso.group.likeness import Portraits
from sayso.group.linkage import Cluster, link
from sayso.group.neighbours import nearest
from sayso.group.terms import _normed

ACTORS = 0.5
LEAST = 0.3


def stories(portraits: Portraits, happenings: Sequence[Indices]) -> list[list[Indices]]:
    """The stories, each as its events."""
    encoded = portraits.vectors.shape[1] > 0
    leaves = []
    offset = 1 + max((max(t, default=0) for t in portraits.terms), default=0)
    sparse = []
    for at, terms in enumerate(portraits.terms):
        row = {t: w * 0.5 for t, w in terms.items()} if encoded else {t: w * 0.7 for t, w in terms.items()}
        row |= {offset + t: w * 0.7 for t, w in portraits.actors[at].items()}
        sparse.append(row)
    for happening in happenings:
        total: dict[int, float] = {}
        for at in happening:
            for t, w in sparse[at].items():
                total[t] = total.get(t, 0.0) + w
        dense = portraits.vectors[list(happening)].sum(axis=0) * 0.5
        leaves.append(Cluster(happening, total, dense))
    home = {at: number for number, happening in enumerate(happenings) for at in happening}
    pairs = {tuple(sorted((home[a], home[b]))) for a, b in nearest([_normed(dict(r)) for r in sparse])}
    found = link(leaves, sorted((a, b) for a, b in pairs if a != b), LEAST, lambda left, right: 1.0)
    return [sorted({happenings[home[at]] for at in cluster.members}) for cluster in found]
