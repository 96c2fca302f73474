"""Which articles are worth comparing: those that share the pile's telling terms, found through an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from sayso.group.terms import Weights

NEAREST = 30  # neighbours an article keeps; an event larger than that hangs together through neighbours of neighbours
CARRIED = 2_000  # a term in more articles finds no neighbours, it only weighs them: the work per article stays bounded
TERMS = 60  # heaviest terms of an article that look for neighbours


def nearest(rows: Sequence[Weights]) -> list[tuple[int, int]]:
    """Pairs of row indices (left < right) where either is among the `NEAREST` of the other, by shared heavy terms."""
    carriers: dict[int, list[int]] = defaultdict(list)
    weights: dict[int, list[float]] = defaultdict(list)
    heavy = [sorted(row.items(), key=lambda entry: (-entry[1], entry[0]))[:TERMS] for row in rows]
    for at, row in enumerate(heavy):
        for term, weight in row:
            carriers[term].append(at)
            weights[term].append(weight)
    postings = {
        term: (np.array(found), np.array(weights[term])) for term, found in carriers.items() if 1 < len(found) <= CARRIED
    }
    pairs: set[tuple[int, int]] = set()
    for at, row in enumerate(heavy):
        scores: dict[int, float] = defaultdict(float)
        found = [(postings[term][0], postings[term][1] * weight) for term, weight in row if term in postings]
        if not found:
            continue
        others, inverse = np.unique(np.concatenate([f[0] for f in found]), return_inverse=True)
        scores_ = np.bincount(inverse, np.concatenate([f[1] for f in found]))
        best = np.lexsort((others, -scores_))[: NEAREST + 1]
        pairs.update((min(at, int(o)), max(at, int(o))) for o in others[best] if o != at)
    return sorted(pairs)
