"""Which words stand inside quotation marks: what somebody said is shared by all who heard it, and is no copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A straight mark opens after a space or bracket and before a word, and closes after a word; a curly one says it itself.
MARKS = re.compile(
    r"(?P<opens>(?<![^\s(\[—–-])\"(?=\S)|[“„«]|(?<!\w)‘(?=\w))|(?P<closes>(?<=\S)\"|[”»]|’(?!\w))|\n\s*\n"
)
SINGLE = "‘’"


def quoted(text: str, starts: Sequence[int]) -> list[bool]:
    """For each word (by where it starts, ascending) whether it stands inside quotation marks.

    A quotation ends with its paragraph, closed or not, so that a lost mark does not turn the rest of the text around.

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
    """From each opening mark to the next that closes it; one that is opened again first was a stray mark."""
    ranges: list[tuple[int, int]] = []
    opened, single = -1, False
    for mark in MARKS.finditer(text):
        if mark["opens"] and (opened < 0 or not single or mark.group() not in SINGLE):
            if opened < 0 or mark.group() not in SINGLE:
                opened, single = mark.end(), mark.group() in SINGLE
        elif opened >= 0 and (not mark["closes"] or single == (mark.group() in SINGLE)):
            ranges.append((opened, mark.start()))
            opened = -1
    return [*ranges, (opened, len(text))] if opened >= 0 else ranges
