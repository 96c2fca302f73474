"""Average-link clustering over candidate pairs: a cluster grows by those who are like all of it, so nothing chains.

The likeness of two clusters is the mean over all pairs of their members (UPGMA, Sokal and Michener 1958), computed exactly
from the sums of their vectors; only which clusters are compared at all is limited to the candidates.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.group.terms import Weights

Dense = NDArray[np.float64]


class Cluster:
    """Members, and the sums of their sparse and dense vectors."""

    __slots__ = ("dense", "members", "sparse")

    def __init__(self, members: tuple[int, ...], sparse: Weights, dense: Dense) -> None:
        self.members = members
        self.sparse = sparse
        self.dense = dense

    def joined(self, other: Cluster) -> Cluster:
        """Both as one."""
        big, small = (self, other) if len(self.sparse) >= len(other.sparse) else (other, self)
        sparse = dict(big.sparse)
        for term, weight in small.sparse.items():
            sparse[term] = sparse.get(term, 0.0) + weight
        return Cluster(tuple(sorted(self.members + other.members)), sparse, self.dense + other.dense)

    def likeness(self, other: Cluster) -> float:
        """The mean inner product over all pairs of a member of this one and a member of the other."""
        small, big = (self.sparse, other.sparse) if len(self.sparse) <= len(other.sparse) else (other.sparse, self.sparse)
        get = big.get
        shared = sum(weight * get(term, 0.0) for term, weight in small.items())
        return (shared + float(self.dense @ other.dense)) / (len(self.members) * len(other.members))


def link(
    leaves: Sequence[Cluster],
    pairs: Iterable[tuple[int, int]],
    least: float,
    factor: Callable[[tuple[int, ...], tuple[int, ...]], float],
) -> list[Cluster]:
    """Merge the likest two clusters until none are `least` alike; `factor` scales likeness (by time, say).

    Ties go to the lower numbers, so that the result follows from the order of the leaves alone.
    """
    clusters: dict[int, Cluster] = dict(enumerate(leaves))
    near: dict[int, dict[int, float]] = {at: {} for at in clusters}
    heap: list[tuple[float, int, int]] = []

    def consider(left: int, right: int, likeness: float) -> None:
        near[left][right] = near[right][left] = likeness
        scaled = likeness * factor(clusters[left].members, clusters[right].members)
        if scaled >= least:
            heapq.heappush(heap, (-scaled, min(left, right), max(left, right)))

    for left, right in pairs:
        consider(left, right, clusters[left].likeness(clusters[right]))
    number = len(leaves)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in clusters or right not in clusters:
            continue
        a, b = clusters.pop(left), clusters.pop(right)
        clusters[number] = a.joined(b)
        near_a, near_b = near.pop(left), near.pop(right)
        near[number] = {}
        for other in sorted((near_a.keys() | near_b.keys()) - {left, right}):
            near[other].pop(left, None)
            near[other].pop(right, None)
            to_a = near_a[other] if other in near_a else a.likeness(clusters[other])
            to_b = near_b[other] if other in near_b else b.likeness(clusters[other])
            weighed = len(a.members) * to_a + len(b.members) * to_b
            consider(other, number, weighed / (len(a.members) + len(b.members)))
        number += 1
    return [clusters[at] for at in sorted(clusters, key=lambda at: clusters[at].members)]
