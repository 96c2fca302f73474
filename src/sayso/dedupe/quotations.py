"""Which words stand inside quotation marks: what somebody said is shared by all who heard it, and is no copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

MARKS = re.compile(r"[\"“”„«»]|(?<!\w)‘|’(?!\w)|\n\s*\n")
OPENS = {"“": "”", "„": "”", "«": "»", "‘": "’"}


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
    ranges: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for mark in MARKS.finditer(text):
        sign = mark.group()
        if opened < 0:
            if sign == '"' or sign in OPENS:
                opened, closing = mark.end(), OPENS.get(sign, '"')
        elif sign == closing or (sign[0] == "\n"):
            ranges.append((opened, mark.start()))
            opened = -1
    return [*ranges, (opened, len(text))] if opened >= 0 else ranges
