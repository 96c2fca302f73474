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

GROWTH = 1.1  # a cluster is compared anew with all its neighbours when it has grown so much: near-linear for large ones

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
    agenda = _Agenda(leaves, fade, least)
    for left, right in pairs:
        agenda.consider(left, right, leaves[left].likeness(leaves[right]))
    while (found := agenda.likest()) is not None:
        likeness, left, right = found
        yield Merge(likeness, agenda.clusters[left].members, agenda.clusters[right].members)
        agenda.merge(left, right)


class _Agenda:
    """The clusters there are, how alike those are that were compared, and which two to merge next."""

    def __init__(self, leaves: Sequence[Cluster], fade: Fade, least: float) -> None:
        self.clusters = dict(enumerate(leaves))
        self.near: dict[int, dict[int, float]] = {at: {} for at in self.clusters}
        self.compared = {at: len(cluster.members) for at, cluster in self.clusters.items()}  # its size when it was
        self.fade, self.least, self.made = fade, least, len(leaves)
        self.heap: list[tuple[float, int, int]] = []

    def consider(self, left: int, right: int, likeness: float) -> None:
        """Note how alike two are, and that they may be merged."""
        self.near[left][right] = self.near[right][left] = likeness
        self.offer(left, right)

    def offer(self, left: int, right: int) -> None:
        scaled = self.scaled(left, right)
        if scaled >= self.least:
            heapq.heappush(self.heap, (-scaled, left, right))

    def scaled(self, left: int, right: int) -> float:
        passed = self.clusters[left].days.joined(self.clusters[right].days).passed()
        return self.near[left][right] * self.fade(passed)

    def likest(self) -> tuple[float, int, int] | None:
        """The two to merge next; what changed since it was offered is offered anew."""
        while self.heap:
            scaled, left, right = heapq.heappop(self.heap)
            if right not in self.near.get(left, ()):
                continue
            now = self.scaled(left, right)
            if now == -scaled:
                return now, left, right
            if now < -scaled:
                self.offer(left, right)
        return None

    def merge(self, left: int, right: int) -> None:
        """Make one of two. A cluster that took in little since it was compared keeps the likenesses it has."""
        a, b = sorted((left, right), key=lambda at: (-len(self.clusters[at].members), at))
        large, small = self.clusters[a], self.clusters[b]
        joined = large.joined(small)
        near_b = self.forget(b)
        if len(joined.members) <= self.compared[a] * GROWTH:
            at, near_a, others = a, self.near[a], near_b.keys() - {a}
        else:
            at, near_a = self.made, self.forget(a)
            self.near[at], self.compared[at], self.made = {}, len(joined.members), self.made + 1
            others = (near_a.keys() | near_b.keys()) - {a}
        self.clusters[at] = joined
        for other in sorted(others):
            to_a = near_a[other] if other in near_a else large.likeness(self.clusters[other])
            to_b = near_b[other] if other in near_b else small.likeness(self.clusters[other])
            total = len(large.members) * to_a + len(small.members) * to_b
            self.consider(other, at, total / len(joined.members))

    def forget(self, at: int) -> dict[int, float]:
        """Take a cluster away, and give back what it was compared with."""
        del self.clusters[at]
        near = self.near.pop(at)
        for other in near:
            self.near[other].pop(at, None)
        return near
