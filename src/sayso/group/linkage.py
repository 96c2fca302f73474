"""Average-link clustering over candidate pairs: a cluster grows by those who are like all of it, so nothing chains.

The likeness of two clusters is the mean over all pairs of their members (UPGMA, Sokal and Michener 1958), exact, from
the sums of their rows and vectors; only which clusters are compared at all is limited to the candidates.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.group.days import Days
from sayso.group.rows import Floats, Row, add, product

SMALL = 10  # times smaller, and a cluster changes the mean so little that its unknown part is taken as the larger's

Members = tuple[int, ...]
Fade = Callable[[float], float]  # of the days that surely lie between the first and the last of a cluster


class Cluster(NamedTuple):
    """The members (ascending), the sums of their rows and of their vectors, and the bounds of their days."""

    members: Members
    row: Row
    vector: Floats
    days: Days

    def scaled(self, factor: float) -> Cluster:
        """The same, every likeness to it times `factor`."""
        return self._replace(row=self.row.scaled(factor), vector=self.vector * factor)

    def joined(self, other: Cluster) -> Cluster:
        """Both as one."""
        members = tuple(sorted(self.members + other.members))
        row, vector = add(self.row, other.row), self.vector + other.vector
        return Cluster(members, row, vector, self.days.joined(other.days))

    def likeness(self, other: Cluster) -> float:
        """The mean inner product over all pairs of a member of this one and a member of the other."""
        total = product(self.row, other.row) + float(self.vector @ other.vector)
        return total / (len(self.members) * len(other.members))


class Merge(NamedTuple):
    """Clusters `left` and `right`, so and so alike, become `made`."""

    likeness: float
    left: Members
    right: Members


def link(leaves: Sequence[Cluster], pairs: Iterable[tuple[int, int]], fade: Fade, least: float) -> list[Members]:
    """The clusters that remain when no two are `least` alike, ordered by their first members."""
    clusters = {cluster.members for cluster in leaves}
    for merge in merges(leaves, pairs, fade, least):
        clusters -= {merge.left, merge.right}
        clusters.add(tuple(sorted(merge.left + merge.right)))
    return sorted(clusters)


def merges(leaves: Sequence[Cluster], pairs: Iterable[tuple[int, int]], fade: Fade, least: float) -> Iterator[Merge]:
    """Merge the likest two clusters until none are `least` alike; `fade` is the share of likeness left after days.

    Ties go to the clusters made earlier, so that the result follows from the order of the leaves alone.
    """
    clusters = dict(enumerate(leaves))
    near: dict[int, dict[int, float]] = {at: {} for at in clusters}
    heap: list[tuple[float, int, int]] = []

    def consider(left: int, right: int, likeness: float) -> None:
        near[left][right] = near[right][left] = likeness
        scaled = likeness * fade(clusters[left].days.joined(clusters[right].days).passed())
        if scaled >= least:
            heapq.heappush(heap, (-scaled, left, right))

    for left, right in pairs:
        consider(left, right, clusters[left].likeness(clusters[right]))
    made = len(leaves)
    while heap:
        scaled, left, right = heapq.heappop(heap)
        if left not in clusters or right not in clusters:
            continue
        yield Merge(-scaled, clusters[left].members, clusters[right].members)
        a, b = clusters.pop(left), clusters.pop(right)
        clusters[made] = a.joined(b)
        for other, likeness in _near(a, b, near.pop(left), near.pop(right), clusters, (left, right)):
            near[other].pop(left, None)
            near[other].pop(right, None)
            near.setdefault(made, {})
            consider(other, made, likeness)
        near.setdefault(made, {})
        made += 1


def _near(
    a: Cluster,
    b: Cluster,
    near_a: dict[int, float],
    near_b: dict[int, float],
    clusters: dict[int, Cluster],
    gone: Members,
) -> list[tuple[int, float]]:
    """How alike each neighbour of `a` or `b` is to both as one."""
    result = []
    for other in sorted((near_a.keys() | near_b.keys()) - set(gone)):
        to_a, to_b = near_a.get(other), near_b.get(other)
        if to_a is None:
            to_a = near_b[other] if len(a.members) * SMALL <= len(b.members) else a.likeness(clusters[other])
        if to_b is None:
            to_b = near_a[other] if len(b.members) * SMALL <= len(a.members) else b.likeness(clusters[other])
        total = len(a.members) * to_a + len(b.members) * to_b
        result.append((other, total / (len(a.members) + len(b.members))))
    return result
