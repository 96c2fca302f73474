"""Quotations as spans: pairs of quotation marks inside a paragraph, and quotations that run over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_MARK = re.compile(r"''|``|[“”\"«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING, _EITHER, _SINGLE = {"“", "«", "‘", "``"}, {'"', "'", "''"}, {"‘", "’", "'"}


class Quotation(NamedTuple):
    """A quotation: from its opening to behind its closing mark, and what stands between the marks."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def marked(text: str) -> list[Quotation]:
    """The quotations of a text, in order, not nested; single marks count where no double ones stand, two in a row are a double one.

    A paragraph that opens a quotation and does not close it goes on in the next one, if that opens with a mark again or
    closes the quotation without having opened another.

    >>> text = 'He said: “It is over.” She said "no".'
    >>> [text[q.start : q.end] for q in marked(text)]
    ['“It is over.”', '"no"']
    """
    found: list[Quotation] = []
    doubles = any(mark in text for mark in ("“", "”", '"', "«", "»", "''"))
    unclosed: tuple[int, int, int] | None = None  # opening mark and end of a paragraph before that was never closed
    for start, end in paragraphs(text):
        opened: tuple[int, int] | None = None
        for match in _MARK.finditer(text, start, end):
            mark = match.group()
            if mark in _SINGLE and doubles:
                continue
            opening = mark in _OPENING or (
                mark in _EITHER and opened is None and _opens(text, match.start(), len(mark))
            )
            if opened is None and opening:
                opened, unclosed = match.span(), None
            elif opened is not None and mark not in _OPENING:
                if match.start() > opened[1]:
                    found.append(Quotation(opened[0], match.end(), opened[1], match.start()))
                opened = None
            elif opened is None and unclosed is not None:  # closed a paragraph later, not opened again there
                found.append(Quotation(unclosed[0], unclosed[2], unclosed[1], unclosed[2]))
                found.append(Quotation(start, match.end(), start, match.start()))
                unclosed = None
        if opened is not None and _goes_on(text, end):
            found.append(Quotation(opened[0], end, opened[1], end))
        elif text[start:end].strip():
            unclosed = None if opened is None else (*opened, end)
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of a text that hold anything."""
    bounds = [-1, *(m.start() for m in re.finditer(r"\n", text)), len(text)]
    return [(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]


def _opens(text: str, at: int, length: int) -> bool:
    """Whether a straight mark at `at` stands where a quotation opens."""
    before, after = text[at - 1 : at], text[at + length : at + length + 1]
    return bool(after) and not after.isspace() and (not before or not before.isalnum())


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a quotation mark, as a quotation over several paragraphs does."""
    return text[end : end + 4].lstrip()[:1] in {"“", '"'} and end < len(text)


def inside(at: int, quotes: Sequence[Quotation]) -> bool:
    """Whether a place of the text lies inside one of the quotations, which stand in order."""
    k = bisect_right(quotes, at, key=lambda q: q.start) - 1
    return k >= 0 and at < quotes[k].end
