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

_ROOTS = 8
"""Words that are tried as the root, the likeliest first, before all are weighed at once: of 500 sentences none needed more."""

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
    found = _by_likely_roots(scores)
    if found is not None:
        return found
    scores[:, 0] -= _ROOT_PENALTY
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = scores
    heads[:] = (_arborescence(square)[1:] - 1).tolist()
    return heads


def _by_likely_roots(scores: NDArray[np.float64]) -> list[int] | None:
    """The best tree, found root by root: no tree with a root scores more than that and the best heads of all others.

    Nothing if the first ``_ROOTS`` leave it open. With all roots at once, next to all words become one cycle first.
    """
    between = scores[:, 1:]
    best_heads, best_scores = between.argmax(1).tolist(), between.max(1)
    bounds = scores[:, 0] + (best_scores.sum() - best_scores)
    order = np.argsort(-bounds, kind="stable").tolist()
    found, value = None, -np.inf
    for root in order[:_ROOTS]:
        if bounds[root] <= value:
            return found
        heads = best_heads.copy()
        heads[root] = -1
        if find_cycle(heads) is not None:
            heads = _rooted(between, root)
        total = scores[np.arange(len(heads)), np.add(heads, 1)].sum()
        if total > value:
            found, value = heads, total
    return found if len(order) <= _ROOTS or bounds[order[_ROOTS]] <= value else None


def _rooted(between: NDArray[np.float64], root: int) -> list[int]:
    """The best tree of which a given word is the root."""
    order = np.array([root, *(word for word in range(len(between)) if word != root)])
    square = between[np.ix_(order, order)]
    square[0] = -np.inf
    heads = np.empty(len(order), np.intp)
    heads[order] = order[_arborescence(square)]
    heads[root] = -1
    above: list[int] = heads.tolist()
    return above


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
    """How one cycle became one node, named by the cycle's first; enough to take it apart again."""

    cycle: NDArray[np.intp]
    heads: NDArray[np.intp]  # of the cycle's nodes, within it
    entered: NDArray[np.intp]  # for each node as head: which of the cycle's nodes it would enter
    left: NDArray[np.intp]  # for each node as dependant: which of the cycle's nodes it would hang on

    def undo(self, heads: NDArray[np.intp]) -> None:
        """Give the cycle's nodes and those that hang on it their own heads again."""
        merged = self.cycle[0]
        above = heads[merged]
        hanging = heads == merged
        heads[hanging] = self.left[hanging]
        heads[self.cycle] = self.heads
        heads[self.entered[above]] = above


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Best heads of all nodes from ``scores[node, head]``, which it uses up; node 0 is the root, its own head means nothing.

    Walks from each node to the root and makes one node of each cycle it meets, in place: in the order of n² steps for n
    nodes, however many cycles there are (Tarjan 1977, https://doi.org/10.1002/net.3230070103).
    """
    heads: NDArray[np.intp] = scores.argmax(1)
    settled = np.zeros(len(scores), bool)  # nodes whose way to the root is known
    settled[0] = True
    contractions: list[_Contraction] = []
    for start in range(1, len(scores)):
        path: list[int] = []
        places: dict[int, int] = {}
        node = start
        while not settled[node]:
            if node in places:
                cycle = path[places[node] :]
                del path[places[node] :]
                for member in cycle:
                    del places[member]
                settled[cycle[1:]] = True  # they are part of the first now
                contractions.append(_contract(scores, heads, np.array(cycle)))
                node = cycle[0]
            places[node] = len(path)
            path.append(node)
            node = int(heads[node])
        settled[path] = True
    for contraction in reversed(contractions):
        contraction.undo(heads)
    return heads


def _contract(scores: NDArray[np.float64], heads: NDArray[np.intp], cycle: NDArray[np.intp]) -> _Contraction:
    """Make one node of a cycle: an arc into it is worth what it adds over the cycle's arc that it breaks."""
    merged, rest = cycle[0], cycle[1:]
    gains = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[:, cycle]
    done = _Contraction(cycle, heads[cycle], cycle[gains.argmax(0)], cycle[leaving.argmax(1)])
    scores[merged], scores[:, merged] = gains.max(0), leaving.max(1)
    scores[rest], scores[:, rest] = -np.inf, -np.inf
    scores[merged, cycle] = -np.inf
    inside = np.zeros(len(heads), bool)
    inside[rest] = True
    heads[inside[heads]] = merged
    heads[merged] = scores[merged].argmax()
    return done
