"""Events: articles that cover the same happening, within a few days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp

from sayso.group.likeness import Portraits
from sayso.group.linkage import Cluster, Members, link
from sayso.group.neighbours import nearest
from sayso.group.twins import twins

TERMS = 0.7  # share of the terms in likeness, the rest the vectors'; .5 scores less, .6 and .65 within 0.003
CLOSEST = 2  # neighbours that say how alike articles are around here; 1 and 3 score less, and so does any more
USUAL = (0.33, 0.48)  # what they may say: below, an article stands alone; above, near-copies would set the measure
USUAL_OF_TERMS = (0.17, 0.35)  # the same where there are no vectors
LEAST = 0.78  # of the likeness that is usual around two articles; from .76 to .82 within 0.003
DAYS = 15.0  # after which likeness counts 1/e: 95 of 97 events were covered by three outlets in three

# All measured by benchmarks/group (BCubed F1, mean over stories_basil, stories_neus val and events_ecb topics 1-35,
# each also with a random part of every event left out, so that events of one article occur).


def events(portraits: Portraits) -> list[Members]:
    """The events, each as the indices of its articles, ordered by the first of them.

    Articles are linked by how alike they are in comparison to the closest articles of each, since happenings of one
    affair are more alike than happenings of another: local scaling (Zelnik-Manor and Perona, "Self-tuning spectral
    clustering", 2004).
    """
    clusters, pairs = twins(leaves(portraits), nearest(portraits.news), same_days)
    return link(adapted(clusters, pairs, usual(portraits)), pairs, same_days, LEAST)


def leaves(portraits: Portraits) -> list[Cluster]:
    """Each article alone, its terms and its vector weighing as they do for an event."""
    share = TERMS if portraits.vectors.shape[1] else 1.0
    return [
        Cluster((at,), row.scaled(share**0.5), portraits.vectors[at] * (1 - share) ** 0.5, portraits.days[at])
        for at, row in enumerate(portraits.news)
    ]


def usual(portraits: Portraits) -> tuple[float, float]:
    """The bounds of what may be usual likeness."""
    return USUAL if portraits.vectors.shape[1] else USUAL_OF_TERMS


def adapted(
    clusters: Sequence[Cluster], pairs: Iterable[tuple[int, int]], bounds: tuple[float, float]
) -> list[Cluster]:
    """The clusters scaled so that their likeness is in proportion to what is usual around both."""
    near: dict[int, list[float]] = defaultdict(list)
    for left, right in pairs:
        likeness = clusters[left].likeness(clusters[right])
        near[left].append(likeness)
        near[right].append(likeness)
    least, most = bounds
    found = [sum(sorted(near[at], reverse=True)[:CLOSEST]) / CLOSEST for at in range(len(clusters))]
    return [cluster.scaled(min(most, max(least, found[at])) ** -0.5) for at, cluster in enumerate(clusters)]


def same_days(passed: float) -> float:
    """The share of likeness that is left when so many days lie between; a day more or less is dates, not time."""
    return exp(-max(0.0, passed - 1) / DAYS)
