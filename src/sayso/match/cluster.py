"""Claims gathered into groups without chaining: average-link agglomeration over the scored pairs."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from operator import add

Pair = tuple[int, int]
Place = tuple[str, int, int]  # article, start and end


def gather(
    count: int,
    scores: Mapping[Pair, float],
    threshold: float,
    neutral: Collection[Pair] = (),
    forbidden: Collection[Pair] = (),
    anchor: float = 0.0,
) -> list[list[int]]:
    """Groups of 0..count-1: the two groups with the highest mean score join while that is at least `threshold`.

    One pair across them must score at least `anchor`.

    A pair (i < j) that is not scored counts as 0, so that A like B and B like C do not join A and C; `neutral` pairs count
    for nothing, `forbidden` ones never share a group. Ties go to the lower numbers. About n log n for sparse pairs.

    >>> gather(4, {(0, 1): 0.9, (1, 2): 0.8}, 0.5)
    [[0, 1], [2], [3]]
    >>> gather(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5, neutral=[(0, 2)])
    [[0, 1, 2]]
    """
    groups = _Groups(count, scores, neutral, forbidden)
    heap = [(-mean, i, j) for i, j in scores if (mean := groups.mean(i, j)) >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if (
            i not in groups.members
            or j not in groups.members
            or j in groups.barred[i]
            or groups.mean(i, j) != -negative
        ):
            continue
        if groups.best[i].get(j, 0.0) < anchor:
            continue
        groups.join(i, j)
        for k in groups.sums[i]:
            if (mean := groups.mean(i, k)) >= threshold:
                heapq.heappush(heap, (-mean, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in groups.members.values())


class _Groups:
    """The groups so far, each under its first member, with the sums of scores and the uncounted pairs between them."""

    def __init__(
        self, count: int, scores: Mapping[Pair, float], neutral: Collection[Pair], forbidden: Collection[Pair]
    ) -> None:
        self.members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self.best: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self.void: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self.barred: dict[int, set[int]] = {i: set() for i in range(count)}
        for (i, j), value in scores.items():
            self.sums[i][j] = self.sums[j][i] = self.best[i][j] = self.best[j][i] = value
        for i, j in neutral:
            self.void[i][j] = self.void[j][i] = 1
        for i, j in forbidden:
            self.barred[i].add(j)
            self.barred[j].add(i)

    def mean(self, i: int, j: int) -> float:
        """The mean score between two groups over the pairs that count."""
        counted = len(self.members[i]) * len(self.members[j]) - self.void[i].get(j, 0)
        return self.sums[i].get(j, 0.0) / counted if counted else 0.0

    def join(self, i: int, j: int) -> None:
        """Put group `j` into group `i`."""
        self.members[i] += self.members.pop(j)
        _fold(self.sums, i, j, add)
        _fold(self.void, i, j, add)
        _fold(self.best, i, j, max)
        for k in self.barred.pop(j):
            self.barred[k].discard(j)
            if k != i:
                self.barred[i].add(k)
                self.barred[k].add(i)


def _fold(table: dict[int, dict[int, float]], i: int, j: int, both: Callable[[float, float], float]) -> None:
    """Make the symmetric table's row `j` part of row `i`."""
    for k, value in table.pop(j).items():
        del table[k][j]
        if k != i:
            table[i][k] = table[k][i] = both(table[i][k], value) if k in table[i] else value


def told_once(
    group: Sequence[int], places: Sequence[Place], scores: Mapping[Pair, float], bound: Mapping[int, int] | None = None
) -> Iterator[list[int]]:
    """A group (in order) as groups in which no passage stands twice: of claims that overlap, the one most like the rest stays.

    Of nested clauses one tells what the group tells; what the others tell besides, they tell each other. So those left over
    are a group of their own, again with each passage once. On the gold stories (benchmarks/gold.py) the precision of links
    rose from .45 to .56, their recall fell by .01. `bound` ones (a denial → what it takes up) stay, whatever they overlap, and
    so does what they take up where they are a clause of it: "reports of talks, which Acme denied". `places` are in order.

    >>> places = [("a", 0, 20), ("a", 9, 20), ("b", 0, 20), ("b", 9, 20)]
    >>> list(told_once([0, 1, 2, 3], places, {(1, 2): 0.2, (1, 3): 0.9}))
    [[1, 3], [0, 2]]
    >>> list(told_once([0, 1], [("a", 0, 40), ("a", 28, 40)], {}, {1: 0}))
    [[0, 1]]
    """
    bound, left = bound or {}, list(group)
    inside = {(i, j) for i, j in bound.items() if {i, j} <= set(left) and places[j] < places[i]}

    def twice(i: int, j: int) -> bool:
        return _overlap(places[i], places[j]) and not {(i, j), (j, i)} & inside

    while any(twice(i, j) for i, j in (combinations(left, 2) if inside else pairwise(left))):
        kept: list[int] = []
        for i in sorted(left, key=lambda i: (i not in bound, -_mean(i, group, places, scores), i)):
            if i in bound or not any(twice(i, j) for j in kept):
                kept.append(i)
        yield sorted(kept)
        left = [i for i in left if i not in kept]
    if left:
        yield left


def _mean(i: int, group: Sequence[int], places: Sequence[Place], scores: Mapping[Pair, float]) -> float:
    """The mean score of one of a group with those of the group that it does not overlap."""
    others = [scores.get((min(i, j), max(i, j)), 0.0) for j in group if not _overlap(places[i], places[j])]
    return sum(others) / len(others) if others else 0.0


def _overlap(a: Place, b: Place) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
