"""Spans of text: the few operations that every stage shares. Offsets are code points, end excluded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word as (start, end, lower-cased text); "U.S" and "1,200" are one word each.

    >>> [w for _, _, w in words("Acme's 1,200 cars")]
    ["acme's", '1,200', 'cars']
    """
    for found in WORD.finditer(text):
        yield found.start(), found.end(), found.group().lower()


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends.

    >>> strip("  a b ", 0, 6)
    (2, 5)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans merged where they touch or overlap, in order.

    >>> union([(4, 6), (0, 2), (2, 3)])
    [(0, 3), (4, 6)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
