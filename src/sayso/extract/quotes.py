"""Quotations as spans: pairs of quotation marks inside a paragraph, and quotations that run over several paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

_MARK = re.compile(r"[“”\"«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans between quotation marks (marks excluded), in order, not nested; single marks count where no double ones stand.

    A paragraph that opens a quotation and does not close it goes on in the next one, if that opens with a mark again.

    >>> [text[a:b] for text in ['He said: “It is over.” She said "no".'] for a, b in quotations(text)]
    ['It is over.', 'no']
    """
    spans: list[tuple[int, int]] = []
    doubles = any(mark in text for mark in '“”"«»')
    for start, end in _paragraphs(text):
        opened: int | None = None
        for found in _MARK.finditer(text, start, end):
            mark = found.group()
            if mark in "‘’'" and doubles:
                continue
            opening = mark in "“«‘" or (mark in "\"'" and opened is None and _opens(text, found.start()))
            if opened is None and opening:
                opened = found.end()
            elif opened is not None and mark not in "“«‘":
                if found.start() > opened:
                    spans.append((opened, found.start()))
                opened = None
        if opened is not None and _goes_on(text, end):
            spans.append((opened, end))
    return spans


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of a text."""
    bounds = [-1, *(m.start() for m in re.finditer(r"\n", text)), len(text)]
    return [(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark at `at` stands where a quotation opens."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and (not before or not before.isalnum())


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a quotation mark, as a quotation over several paragraphs does."""
    return text[end : end + 4].lstrip()[:1] in {"“", '"'} and end < len(text)
