"""Which words stand inside quotation marks: what somebody said is shared by all who heard it, and is no copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A straight mark opens after a space or bracket and before a word, and closes after a word; a curly one says it itself.
MARKS = re.compile(
    r"(?P<opens>(?<![^\s(\[—–-])\"(?=\S)|[“„«]|(?<!\w)‘(?=\w))|(?P<closes>(?<=\S)\"|[”»]|’(?!\w))|\n\s*\n"
)
SINGLE = "‘’"
OPENING = tuple('"“„«‘')


def quoted(text: str, starts: Sequence[int]) -> list[bool]:
    """For each word (by where it starts, ascending) whether it stands inside quotation marks.

    A quotation ends with its paragraph; it may stay open there if the next one opens with a mark too, as is the custom.
    So a lost mark does not turn the rest of the text around.

    >>> quoted('He said: "We will sell." Then he left.', [0, 3, 10, 13, 18, 25, 30, 33])
    [False, False, True, True, True, False, False, False]
    """
    inside = []
    ranges = iter(_ranges(text))
    start, end = next(ranges, (len(text), len(text)))
    for at in starts:
        while at >= end and start < len(text):
            start, end = next(ranges, (len(text), len(text)))
        inside.append(start <= at < end)
    return inside


def _ranges(text: str) -> list[tuple[int, int]]:
    """From each opening mark to what closes it; what is opened again first, or never closed, was a stray mark."""
    ranges: list[tuple[int, int]] = []
    opened, single = -1, False
    for mark in MARKS.finditer(text):
        inner = mark.group() in SINGLE
        if mark["opens"]:
            if opened < 0 or not inner:
                opened, single = mark.end(), inner
        elif opened >= 0 and (inner == single if mark["closes"] else True):
            if mark["closes"] or text[mark.end() : mark.end() + 1] in OPENING:
                ranges.append((opened, mark.start()))
            opened = -1
    return ranges
