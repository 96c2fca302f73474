"""Spans of text: the few operations that every stage shares. Offsets are code points, end excluded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

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


# A sentence ends at ., ! or ? with its closing quotes before white space and a capital, a digit or an opening quote.
_BREAK = re.compile(r"[.!?…][”\"’')\]]*[ \t\u00a0]+(?=[“\"‘'(\[]?[A-Z0-9])|\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|No|vs|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_LONGEST = 700  # characters; longer than any sentence a reader would take in: there a break was missed


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold a span, as offsets; the span itself where these are too long to be told apart.

    >>> text = "Mr. Roe left. Ms. Lee, of Acme Inc., stayed."
    >>> [text[slice(*sentence_around(text, at, at + 3))] for at in (4, 18)]
    ['Mr. Roe left.', 'Ms. Lee, of Acme Inc., stayed.']
    """
    breaks = _breaks(text)
    inside, _ = strip(text, start, end)
    first = breaks[bisect_right(breaks, inside) - 1]
    last = breaks[min(bisect_left(breaks, end), len(breaks) - 1)]
    first, last = strip(text, min(first, start), max(last, end))
    first, last = min(first, start), max(last, end)
    return (first, last) if last - first <= _LONGEST else (start, end)


@lru_cache(256)  # articles of a brief, each asked for every claim
def _breaks(text: str) -> tuple[int, ...]:
    """Where sentences begin, and the end of the text."""
    return (0, *(found.end() for found in _BREAK.finditer(text) if not _is_abbreviation(text, found)), len(text))


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    if "\n" in found.group():
        return False
    return bool(_ABBREVIATION.search(text, max(0, found.start() - 6), found.start() + 1))
