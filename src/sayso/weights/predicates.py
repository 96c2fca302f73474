"""What the reader takes each predicate for: unsure, negated, to come, reporting; its scores added up along the tree.

A word counts for itself, for the words it governs, and, if it is an auxiliary, a mark or an adverb, for the one it
stands below: three linear parts of a logistic regression (`training/heads.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BELOW = frozenset("aux cop mark advmod det cc".split())
"""Relations, without subtypes, of the words below a predicate that say how it is meant."""

NOTHING: frozenset[str] = frozenset()


def properties(
    parts: NDArray[np.float32], heads: Sequence[int], deprels: Sequence[str], names: Sequence[str]
) -> tuple[frozenset[str], ...]:
    """Which of the properties `names` each word has, from ``parts`` (1 + words, 3 * names), the root's row first.

    >>> parts = np.array([[0, 0, 0], [1, 0, 0], [0, -2, 3]], np.float32)
    >>> properties(parts, [1, -1], ["aux", "root"], ["future"])
    (frozenset(), frozenset())
    >>> parts[1, 2] = 1
    >>> properties(parts, [1, -1], ["aux", "root"], ["future"])
    (frozenset(), frozenset({'future'}))
    """
    count = len(names)
    above = np.asarray(heads, np.intp)
    scores = parts[1:, :count] + parts[above + 1, count : 2 * count]
    below = np.array([place for place, name in enumerate(deprels) if name.partition(":")[0] in BELOW], np.intp)
    np.add.at(scores, above[below], parts[below + 1, 2 * count :])
    rows, columns = np.nonzero(scores > 0)
    found = [NOTHING] * len(scores)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        found[row] = found[row] | {names[column]}
    return tuple(found)
