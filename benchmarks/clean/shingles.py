"""The measure of main-text extraction: overlap of 4-word shingles, as in the article-extraction benchmark.

Method: https://github.com/scrapinghub/article-extraction-benchmark (evaluate.py): shingles are counted with repetition, the
counts of a page are brought to sum one, and precision and recall are taken over the sums of all pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_LENGTH = 4


def overlap(gold: str, found: str) -> tuple[float, float, float]:
    """Shares of right, wrong and missing shingles of one page.

    >>> overlap("a b c d e", "a b c d")
    (0.5, 0.0, 0.5)
    """
    wanted, got = shingles(gold), shingles(found)
    right = sum((wanted & got).values())
    wrong, missing = sum(got.values()) - right, sum(wanted.values()) - right
    total = right + wrong + missing
    return (right / total, wrong / total, missing / total) if total else (0.0, 0.0, 0.0)


def f1(pages: Sequence[tuple[float, float, float]]) -> float:
    """F1 over pages.

    >>> f1([(0.5, 0.0, 0.5), (1.0, 0.0, 0.0)])
    0.8571428571428571
    """
    right, wrong, missing = (sum(column) for column in zip(*pages, strict=True))
    return 2 * right / (2 * right + wrong + missing) if right else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words, counted."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + _LENGTH]) for at in range(max(1, len(words) - _LENGTH + 1)))
