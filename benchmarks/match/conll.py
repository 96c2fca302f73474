"""Coreference clusters scored as CoNLL does: the mean F1 of MUC, B³ and CEAFe, over sets of mentions.

MUC (Vilain et al. 1995) counts links, B³ (Bagga and Baldwin 1998) mentions, CEAFe (Luo 2005) clusters, best matched one to
one; definitions as in "Scoring Coreference Partitions of Predicted Mentions" (Pradhan et al. 2014), whose worked example
is the test. Standard library and numpy only, so that a gate can hold it; the assignment is solved one connected part of
the overlaps at a time, which are small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Clusters = Sequence[frozenset[Hashable]]


class Score(NamedTuple):
    """F1, precision and recall."""

    f1: float
    precision: float
    recall: float


class Conll(NamedTuple):
    """The three scores, and the mean of their F1."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score

    @property
    def f1(self) -> float:
        """The CoNLL score."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def clusters(labels: Mapping[Hashable, Hashable]) -> Clusters:
    """The mentions of each label, in order of the labels' first mentions."""
    found: dict[Hashable, list[Hashable]] = {}
    for mention, label in labels.items():
        found.setdefault(label, []).append(mention)
    return [frozenset(mentions) for mentions in found.values()]


def conll(gold: Clusters, found: Clusters) -> Conll:
    """Score what was found against gold.

    >>> gold, found = [frozenset("abc"), frozenset("defg")], [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
    >>> [round(score.f1, 2) for score in conll(gold, found)]
    [0.4, 0.45, 0.52]
    """
    return Conll(muc(gold, found), b_cubed(gold, found), ceaf_e(gold, found))


def muc(gold: Clusters, found: Clusters) -> Score:
    """Links that are in both, over the links that make each cluster hang together; clusters of one have none."""
    return _of(_links(found, gold), _links(gold, found))


def _links(these: Clusters, others: Clusters) -> float:
    home = _home(others)
    kept = sum(len(c) - len({home.get(m, (m,)) for m in c}) for c in these)
    return kept / max(1, sum(len(c) - 1 for c in these))


def b_cubed(gold: Clusters, found: Clusters) -> Score:
    """How much of each mention's cluster is shared by its cluster on the other side."""
    return _of(_shares(found, gold), _shares(gold, found))


def _shares(these: Clusters, others: Clusters) -> float:
    home = _home(others)
    kept = sum(n * n / len(c) for c in these for at, n in Counter(home.get(m) for m in c).items() if at is not None)
    return kept / max(1, sum(len(c) for c in these))


def ceaf_e(gold: Clusters, found: Clusters) -> Score:
    """The best matching of clusters one to one, two clusters worth the Dice coefficient of their mentions."""
    home = _home(found)
    dice: dict[tuple[int, int], float] = {}
    for i, c in enumerate(gold):
        for j, n in Counter(home[m] for m in c if m in home).items():
            dice[i, j] = 2 * n / (len(c) + len(found[j]))
    total = sum(_best(rows, columns, dice) for rows, columns in _parts(dice))
    return _of(total / max(1, len(found)), total / max(1, len(gold)))


def _parts(pairs: Iterable[tuple[int, int]]) -> Iterable[tuple[list[int], list[int]]]:
    """The connected parts of a bipartite graph, as its rows and columns."""
    near: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for i, j in pairs:
        near["row", i].add(("column", j))
        near["column", j].add(("row", i))
    seen: set[tuple[str, int]] = set()
    for start in sorted(near):
        if start in seen:
            continue
        part, stack = {start}, [start]
        while stack:
            fresh = near[stack.pop()] - part
            part |= fresh
            stack += fresh
        seen |= part
        yield sorted(i for side, i in part if side == "row"), sorted(j for side, j in part if side == "column")


def _best(rows: list[int], columns: list[int], worth: Mapping[tuple[int, int], float]) -> float:
    """The worth of the best matching of rows to columns."""
    if len(rows) > len(columns):
        rows, columns, worth = columns, rows, {(j, i): value for (i, j), value in worth.items()}
    cost = np.array([[-worth.get((i, j), 0.0) for j in columns] for i in rows])
    return -sum(float(cost[i, j]) for i, j in enumerate(assigned(cost)))


def assigned(cost: NDArray[np.float64]) -> list[int]:
    """The column of each row in the cheapest one-to-one assignment; no more rows than columns.

    Shortest augmenting paths (Jonker and Volgenant 1987).

    >>> assigned(np.array([[4.0, 1.0, 3.0], [2.0, 0.0, 5.0]]))
    [1, 0]
    """
    n, m = cost.shape
    by_row, by_column = np.zeros(n), np.zeros(m)
    row_of = np.full(m, -1)
    for start in range(n):
        shortest, before = np.full(m, np.inf), np.full(m, -1)
        done = np.zeros(m, bool)
        i, at, length = start, -1, 0.0
        while i >= 0:
            through = length + cost[i] - by_row[i] - by_column
            nearer = ~done & (through < shortest)
            shortest[nearer], before[nearer] = through[nearer], at
            at = int(np.argmin(np.where(done, np.inf, shortest)))
            length, done[at] = float(shortest[at]), True
            i = int(row_of[at])
        reached = done.copy()
        reached[at] = False
        by_row[start] += length
        by_row[row_of[reached]] += length - shortest[reached]
        by_column[reached] -= length - shortest[reached]
        while at >= 0:
            last = int(before[at])
            row_of[at] = start if last < 0 else row_of[last]
            at = last
    found = [-1] * n
    for j, i in enumerate(row_of.tolist()):
        if i >= 0:
            found[i] = j
    return found


def _home(groups: Clusters) -> dict[Hashable, int]:
    return {m: at for at, group in enumerate(groups) for m in group}


def _of(precision: float, recall: float) -> Score:
    return Score(2 * precision * recall / (precision + recall) if precision + recall else 0.0, precision, recall)
