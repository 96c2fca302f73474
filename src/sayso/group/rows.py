"""Weighted terms as sorted arrays: what an article, or the sum of a cluster's articles, is compared by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """Term numbers, ascending, and their weights."""

    terms: NDArray[np.int64]
    weights: Floats

    def scaled(self, factor: float) -> Row:
        """The same terms, their weights times `factor`."""
        return Row(self.terms, self.weights * factor)


EMPTY = Row(np.zeros(0, np.int64), np.zeros(0))


def rows(counts: Sequence[Mapping[str, float]], rarity: Mapping[str, float]) -> list[Row]:
    """A row of length 1 for each article: counts damped by their logarithm, times the rarity of the term."""
    number = {term: at for at, term in enumerate(sorted(rarity))}
    return [_row(count, rarity, number) for count in counts]


def product(left: Row, right: Row) -> float:
    """The inner product."""
    small, big = (left, right) if len(left.terms) <= len(right.terms) else (right, left)
    if not len(small.terms):
        return 0.0
    at = np.searchsorted(big.terms, small.terms)
    at[at == len(big.terms)] = 0
    same = big.terms[at] == small.terms
    return float(small.weights[same] @ big.weights[at[same]])


def add(left: Row, right: Row) -> Row:
    """The sum."""
    terms, at = np.unique(np.concatenate((left.terms, right.terms)), return_inverse=True)
    summed = np.bincount(at, np.concatenate((left.weights, right.weights)), len(terms))
    return Row(terms, np.asarray(summed, np.float64))


def beside(left: Row, right: Row, offset: int) -> Row:
    """Both as one row, the right one's term numbers moved up by `offset`, beyond all of the left's."""
    return Row(np.concatenate((left.terms, right.terms + offset)), np.concatenate((left.weights, right.weights)))


def _row(count: Mapping[str, float], rarity: Mapping[str, float], number: Mapping[str, int]) -> Row:
    weighed = sorted((number[term], log1p(n) * rarity[term]) for term, n in count.items())
    length = sqrt(sum(weight * weight for _, weight in weighed))
    if not length:
        return EMPTY
    return Row(np.array([t for t, _ in weighed], np.int64), np.array([w for _, w in weighed]) / length)
