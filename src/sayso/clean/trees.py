"""Boosted regression trees in plain numpy: the last word on each line of a pasted page.

Trained by `training/clean` with LightGBM (Ke et al. 2017, https://papers.nips.cc/paper/6907) and stored as arrays. A tree of at
most 16 leaves is read as QuickScorer does (Lucchese et al. 2015, https://doi.org/10.1145/2766462.2767733): each split that sends
a row to the right strikes out the leaves on its left, and the first leaf that remains is the tree's answer; so all rows go
through all trees at once, one split of every tree after the other.
"""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.clean.model import LINES
from sayso.weights.files import FOLDER, checked_files

LEAVES = 16  # a tree's leaves are the bits of a number
_BLOCK_ROWS = 128  # times some 200 trees stay within a core's cache

Array = NDArray[np.float32]


class Trees(NamedTuple):
    """`column`, `threshold` and `left`: (splits, trees), a split sends a row right where its column is greater; `leaves`: (trees, 16)."""

    column: NDArray[np.int64]
    threshold: Array
    left: NDArray[np.uint16]
    leaves: Array


def chances(rows: Array, *, sentences: bool = False) -> Array:
    """The probability, 0 to 1, that each line is the story's, from its row of `context`.

    `sentences` says that the page lost its line breaks. Raises sayso.errors.ModelError if the trees are missing or altered.
    """
    trees = _trees("sentences_trees.npz" if sentences else "lines_trees.npz")
    blocks = [odds(trees, rows[at : at + _BLOCK_ROWS]) for at in range(0, len(rows), _BLOCK_ROWS)]
    whole = np.concatenate([*blocks, np.zeros(0, dtype=np.float32)])
    return np.asarray(1.0 / (1.0 + np.exp(-whole)), dtype=np.float32)


def odds(trees: Trees, rows: Array) -> Array:
    """The sum of the trees for each row, log odds.

    >>> one = Trees(np.array([[0]]), np.array([[0.5]], np.float32), np.array([[1]], np.uint16), np.array([[-2.0, 2.0]], np.float32))
    >>> odds(one, np.array([[0.0], [1.0]], np.float32)).tolist()
    [-2.0, 2.0]
    """
    struck = np.zeros((len(rows), trees.leaves.shape[0]), dtype=np.uint16)
    columns = np.ascontiguousarray(rows.T)
    for column, threshold, left in zip(trees.column, trees.threshold, trees.left, strict=True):
        struck |= ((columns[column] > threshold[:, None]) * left[:, None]).T
    first = _FIRST[~struck]
    found = trees.leaves[np.arange(trees.leaves.shape[0]), first]
    return np.asarray(found.sum(1), dtype=np.float32)


_FIRST = np.zeros(1 << LEAVES, dtype=np.uint8)  # the lowest bit that is set
for _bit in range(LEAVES - 1, -1, -1):
    _FIRST[1 << _bit :: 1 << _bit] = np.where(
        (np.arange(1 << _bit, 1 << LEAVES, 1 << _bit) >> _bit) & 1, _bit, _FIRST[1 << _bit :: 1 << _bit]
    )


@cache
def _trees(name: str) -> Trees:
    with np.load(io.BytesIO(checked_files(FOLDER / LINES, name)[name])) as arrays:
        return Trees(
            arrays["column"].astype(np.int64), arrays["threshold"], arrays["left"], arrays["leaves"].astype(np.float32)
        )
