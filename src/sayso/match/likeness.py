"""How alike claims are in what they say: sentence vectors and shared words, for all promising pairs at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.compare.wording import weights
from sayso.match.slots import Slots
from sayso.weights.vectors import unit

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NEIGHBOURS = 80  # candidates a claim by vector; keeps pairs linear in the number of claims
FLOOR = 0.0  # centred cosine under which two claims are no candidates
COMMON = 0.85  # share of the mean taken away; of .5, .7, .85 and 1, it linked most on the gold stories and on ECB+
_FEW = 12  # under so many vectors their mean says more about them than about the story
_BLOCK = 512
_NO_COLUMNS, _NO_VALUES = np.zeros(0, np.int64), np.zeros(0)


class Pairs(NamedTuple):
    """Promising pairs of claims: their places (first < second, in order), and how alike they are, about 0 to 1."""

    first: Ints
    second: Ints
    likeness: Floats

    def table(self) -> dict[tuple[int, int], float]:
        """The likeness of each pair."""
        return {(i, j): value for i, j, value in zip(*(x.tolist() for x in self), strict=True)}


def alike(items: Sequence[Slots], vectors: NDArray[np.float32]) -> Pairs:
    """The pairs of claims that are near each other, with their likeness.

    `vectors` are rows of unit length, one a claim. Four measures are weighed, each of which alone had the lower average
    precision over linked claims of the gold stories: the claims and their shared words; the sentences around them, and
    their words.
    """
    if not items:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    inside, around = centred(vectors), centred(surroundings(items, vectors))
    first, second = near(inside)
    inner, outer = (_products(rows, first, second) for rows in (inside, around))
    words = overlaps([x.bag for x in items], weights([x.bag for x in items]), first, second)
    wide = weights(list({x.sentence: x.around for x in items}.values()))
    words_around = overlaps([x.around for x in items], wide, first, second)
    articles = {article: number for number, article in enumerate(dict.fromkeys(x.claim.article_id for x in items))}
    article = np.array([articles[x.claim.article_id] for x in items])
    across = 0.40 * inner + 0.30 * words + 0.15 * outer + 0.15 * words_around
    within = 0.48 * inner + 0.52 * words - 0.10  # neighbours in one text share their surroundings anyway
    return Pairs(first, second, np.where(article[first] == article[second], within, across))


def surroundings(items: Sequence[Slots], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each claim the mean vector of the claims of its sentence: what the sentence says."""
    rows = {key: n for n, key in enumerate(dict.fromkeys((x.claim.article_id, x.claim.sentence) for x in items))}
    place = np.array([rows[x.claim.article_id, x.claim.sentence] for x in items])
    sums = np.zeros((len(rows), vectors.shape[1]), dtype=vectors.dtype)
    np.add.at(sums, place, vectors)
    found: NDArray[np.float32] = unit(sums)[place]
    return found


def centred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit vectors after most of what all have in common is taken away: within one story everything is alike.

    Removing the mean is the first half of "all-but-the-top" (Mu and Viswanath 2018); few vectors have no telling mean.
    """
    return vectors if len(vectors) < _FEW else unit(vectors - np.float32(COMMON) * vectors.mean(axis=0))


def near(vectors: NDArray[np.float32]) -> tuple[Ints, Ints]:
    """Pairs (i < j) of which one is among the other's nearest `NEIGHBOURS`, in order."""
    count = len(vectors)
    keys = []
    for start in range(0, count, _BLOCK):
        products = vectors[start : start + _BLOCK] @ vectors.T
        least = np.full((len(products), 1), np.nextafter(np.float32(FLOOR), np.float32(1)))
        if count > NEIGHBOURS + 1:
            least = np.maximum(least, np.partition(products, -NEIGHBOURS - 1, axis=1)[:, [-NEIGHBOURS - 1]])
        row, other = np.nonzero(products >= least)
        _, begins, sizes = np.unique(row, return_index=True, return_counts=True)
        kept = np.arange(len(row)) - np.repeat(begins, sizes) < 2 * NEIGHBOURS  # of many that are the same, the first
        row, other = row[kept] + start, other[kept]
        row, other = row[row != other], other[row != other]
        keys.append(np.minimum(row, other) * count + np.maximum(row, other))
    pairs = np.unique(np.concatenate(keys))
    return pairs // count, pairs % count


def overlaps(bags: Sequence[frozenset[str]], weight: Mapping[str, float], first: Ints, second: Ints) -> Floats:
    """`sayso.compare.wording.shared` of many pairs; the places in `first` stand in order.

    >>> bags = [frozenset({"acme", "sold"}), frozenset({"acme", "closed"}), frozenset()]
    >>> overlaps(bags, {"acme": 1.0, "sold": 1.0, "closed": 1.0}, np.array([0, 0]), np.array([1, 2])).round(2).tolist()
    [0.5, 0.0]
    """
    ordered = sorted(weight)  # the order of sums is in their last digits, and that of sets differs from run to run
    column = {stem: number for number, stem in enumerate(ordered)}
    columns = [np.array(sorted(column[stem] for stem in bag), np.int64) for bag in bags]
    telling = np.array([weight[stem] for stem in ordered], np.float64)
    values = [telling[own] / max(float(np.linalg.norm(telling[own])), 1e-9) for own in columns]
    sizes = np.array([len(own) for own in columns], np.int64)
    starts = np.cumsum(sizes) - sizes
    every_column, every_value = np.concatenate([_NO_COLUMNS, *columns]), np.concatenate([_NO_VALUES, *values])
    found, row = np.zeros(len(first)), np.zeros(len(column))
    for i, start, end in _runs(first):
        others = second[start:end]
        row[columns[i]] = values[i]
        ends = np.cumsum(sizes[others])
        at = np.arange(ends[-1]) + np.repeat(starts[others] - ends + sizes[others], sizes[others])
        sums = np.concatenate([[0.0], np.cumsum(row[every_column[at]] * every_value[at])])
        found[start:end] = sums[ends] - sums[ends - sizes[others]]
        row[columns[i]] = 0.0
    return found


def _runs(ordered: Ints) -> list[tuple[int, int, int]]:
    """Each value of an ordered array, with its first place and the place after its last."""
    values, starts = np.unique(ordered, return_index=True)
    return list(zip(values.tolist(), starts.tolist(), [*starts.tolist(), len(ordered)][1:], strict=True))


def _products(rows: NDArray[np.float32], first: Ints, second: Ints) -> Floats:
    """The products of many pairs of rows, some thousand at a time."""
    found = np.zeros(len(first))
    for at in range(0, len(first), 16 * _BLOCK):
        some = slice(at, at + 16 * _BLOCK)
        found[some] = np.einsum("ij,ij->i", rows[first[some]], rows[second[some]])
    return found
