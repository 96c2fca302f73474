"""Which articles are worth comparing: those that share telling terms, found through an inverted index."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.group.rows import Row

NEAREST = 30  # neighbours an article keeps; a larger event hangs together through neighbours of neighbours
CARRIED = 1_000  # articles that a term finds at most, those it weighs most in: the work per article stays bounded
TERMS = 60  # heaviest terms of an article that look for neighbours

Ints = NDArray[np.int64]


def nearest(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of row indices (left < right) where either is among the `NEAREST` of the other by its heaviest terms."""
    heavy = [_heaviest(row) for row in rows]
    postings = _postings(heavy)
    pairs: set[tuple[int, int]] = set()
    for at, row in enumerate(heavy):
        found = [
            (postings[t], w) for t, w in zip(row.terms.tolist(), row.weights.tolist(), strict=True) if t in postings
        ]
        for other in _best(found):
            if other != at:
                pairs.add((min(at, other), max(at, other)))
    return sorted(pairs)


def _heaviest(row: Row) -> Row:
    if len(row.terms) <= TERMS:
        return row
    kept = np.sort(np.lexsort((row.terms, -row.weights))[:TERMS])
    return Row(row.terms[kept], row.weights[kept])


def _postings(rows: Sequence[Row]) -> dict[int, Row]:
    """For each term that may find neighbours: who carries it, and how heavily."""
    if not rows:
        return {}
    terms = np.concatenate([row.terms for row in rows])
    owners = np.repeat(np.arange(len(rows)), [len(row.terms) for row in rows])
    weights = np.concatenate([row.weights for row in rows])
    order = np.argsort(terms, kind="stable")
    unique, first, count = np.unique(terms[order], return_index=True, return_counts=True)
    found = {}
    for term, start, n in zip(unique.tolist(), first.tolist(), count.tolist(), strict=True):
        at = order[start : start + n]
        if n > CARRIED:
            at = at[np.argsort(-weights[at], kind="stable")[:CARRIED]]
        if n > 1:
            found[int(term)] = Row(owners[at], weights[at])
    return found


def _best(found: Sequence[tuple[Row, float]]) -> list[int]:
    """The articles of greatest summed products, most alike first; of equals the lower number."""
    if not found:
        return []
    at = np.concatenate([posting.terms for posting, _ in found])
    scores = np.bincount(at, np.concatenate([posting.weights * weight for posting, weight in found]))
    if len(scores) > NEAREST + 1:
        least = np.partition(scores, -NEAREST - 1)[-NEAREST - 1]
        others = np.nonzero((scores >= least) & (scores > 0))[0]
    else:
        others = np.nonzero(scores)[0]
    best: list[int] = others[np.lexsort((others, -scores[others]))[: NEAREST + 1]].tolist()
    return best
