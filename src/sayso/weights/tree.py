"""The best dependency tree of a sentence, from the scores of all arcs.

Nearly always each word's best head already gives a tree. Where it does not, Chu and Liu's and Edmonds' algorithm finds
the best one (Edmonds 1967; McDonald et al. 2005, https://aclanthology.org/H05-1066/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_ROOT_PENALTY = 1e6
"""Taken off each arc from the root, so that the best tree has one: every further one would cost this much."""


def best_tree(arcs: NDArray[np.float32]) -> list[int]:
    """Heads of n words: an index of a word, or -1 for the root; exactly one root, no cycle.

    ``arcs[word, 0]`` is the score of the word as root, ``arcs[word, 1 + head]`` of its arc from a head: shape
    (n, 1 + n), all finite. The tree's total score is the greatest of all trees with one root.
    """
    words = len(arcs)
    scores = arcs.astype(np.float64)
    scores[np.arange(words), np.arange(1, words + 1)] = -np.inf  # no word is its own head
    heads: list[int] = (scores.argmax(1) - 1).tolist()
    if heads.count(-1) == 1 and find_cycle(heads) is None:
        return heads
    scores[:, 0] -= _ROOT_PENALTY
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = scores
    heads[:] = (_arborescence(square)[1:] - 1).tolist()
    return heads


def find_cycle(heads: Sequence[int]) -> list[int] | None:
    """The words of one cycle among heads (-1 for a root), or nothing if there is none; linear in the words."""
    seen = [0] * len(heads)  # in which walk a word was first met
    for start in range(len(heads)):
        word, walk = start, start + 1
        while word >= 0 and not seen[word]:
            seen[word] = walk
            word = heads[word]
        if word >= 0 and seen[word] == walk:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


class _Contraction(NamedTuple):
    """How one cycle became one node, the last of the smaller graph; enough to take it apart again."""

    kept: NDArray[np.intp]  # nodes outside the cycle
    cycle: NDArray[np.intp]
    heads: NDArray[np.intp]  # of the cycle's nodes, within it
    entered: NDArray[np.intp]  # for each kept node as head: which of the cycle's nodes it would enter
    left: NDArray[np.intp]  # for each kept node as dependant: which of the cycle's nodes it would hang on

    def undo(self, smaller: NDArray[np.intp]) -> NDArray[np.intp]:
        """The heads in the graph before, from those in the smaller one."""
        heads = np.empty(len(self.kept) + len(self.cycle), np.intp)
        merged = len(self.kept)
        outside = smaller[:-1]
        heads[self.kept] = np.where(
            outside == merged, self.cycle[self.left], self.kept[np.minimum(outside, merged - 1)]
        )
        heads[self.cycle] = self.heads
        heads[self.cycle[self.entered[smaller[-1]]]] = self.kept[smaller[-1]]
        return heads


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Best heads of all nodes from ``scores[node, head]``; node 0 is the root, and its own head means nothing."""
    contractions: list[_Contraction] = []
    while True:
        heads: NDArray[np.intp] = scores.argmax(1)
        heads[0] = -1
        cycle = find_cycle(heads.tolist())
        if cycle is None:
            break
        contraction, scores = _contract(scores, heads, np.array(cycle))
        contractions.append(contraction)
    for contraction in reversed(contractions):
        heads = contraction.undo(heads)
    return heads


def _contract(
    scores: NDArray[np.float64], heads: NDArray[np.intp], cycle: NDArray[np.intp]
) -> tuple[_Contraction, NDArray[np.float64]]:
    """Make one node of a cycle: an arc into it is worth what it adds over the cycle's arc that it breaks."""
    kept = np.setdiff1d(np.arange(len(scores)), cycle)
    gains = scores[np.ix_(cycle, kept)] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[np.ix_(kept, cycle)]
    smaller = np.full((len(kept) + 1, len(kept) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(kept, kept)]
    smaller[-1, :-1] = gains.max(0)
    smaller[:-1, -1] = leaving.max(1)
    return _Contraction(kept, cycle, heads[cycle], gains.argmax(0), leaving.argmax(1)), smaller
