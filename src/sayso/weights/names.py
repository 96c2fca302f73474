"""The best well-formed row of BIO tags, from the scores of each word's tags (Viterbi 1967)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def best_tags(scores: NDArray[np.float32], tags: tuple[str, ...]) -> NDArray[np.intp]:
    """Ids of the tags, shape (words,), whose summed scores (words, tags) are greatest among well-formed rows.

    A row is well-formed where each ``I-`` tag follows a tag of its type.
    """
    best: NDArray[np.intp] = scores.argmax(1)
    forbidden = _forbidden(tags)
    before = np.concatenate(([tags.index("O")], best[:-1]))
    if not forbidden[before, best].any():
        return best  # nearly always: the best of each word is the best row
    return _viterbi(scores.astype(np.float64), forbidden, tags.index("O"))


@cache
def _forbidden(tags: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether a tag (second axis) may not follow another (first axis)."""
    return np.array([[after[:2] == "I-" and before[2:] != after[2:] for after in tags] for before in tags])


def _viterbi(scores: NDArray[np.float64], forbidden: NDArray[np.bool_], outside: int) -> NDArray[np.intp]:
    steps = np.where(forbidden, -np.inf, 0.0)
    total = scores[0] + steps[outside]  # the sentence begins as after a word outside names
    sources = []
    for row in scores[1:]:
        paths = total[:, None] + steps
        sources.append(paths.argmax(0))
        total = paths.max(0) + row
    best = [int(total.argmax())]
    for source in reversed(sources):
        best.append(int(source[best[-1]]))
    return np.array(best[::-1], np.intp)
