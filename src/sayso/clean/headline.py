"""The headline of a pasted page: the line before the story that the page repeats, or that the story's words bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean import cues
from sayso.clean.lines import Line

_WORD = re.compile(r"[^\W_]{3,}")
_FEWEST_WORDS, _MOST_WORDS = 3, 40  # 99 % of the headlines of the development pages
_LEAST_BORNE_OUT = 0.34  # share of a headline's words that its story uses, where nothing else speaks for it
_STORY_SAMPLE = 4000  # characters of the story that a headline is held against


def headline(before: Sequence[Line], story: str) -> str | None:
    r"""The headline among the lines that stand before the story's first paragraph; None where none can be told.

    >>> from sayso.clean.lines import lines
    >>> headline(lines("Business\nMill Closed After Flood\n3 May 2031"), "A flood closed the mill in Acmeville.")
    'Mill Closed After Flood'
    """
    known = {word.lower() for word in _WORD.findall(story[:_STORY_SAMPLE])}
    times = _times(before)
    best, best_score = None, 0.0
    for place, line in enumerate(before):
        if not _can_be(line.text):
            continue
        words = {word.lower() for word in _WORD.findall(line.text)}
        borne_out = len(words & known) / len(words) if words else 0.0
        repeated = times[_plain(line.text)] > 1
        if borne_out < _LEAST_BORNE_OUT and not (repeated and len(words) >= 4):
            continue
        score = borne_out * min(len(words), 8) / 8 + 0.5 * repeated + 0.3 * (place + 1) / len(before)
        if score > best_score:
            best, best_score = line.text, score
    return best


def repeats(line: str, title: str | None) -> bool:
    """Whether a line says the headline again, site name or not.

    >>> repeats("Mill closed after flood - Acme Weekly", "Mill Closed After Flood")
    True
    """
    if title is None or len(line) > 2 * len(title) + 20:
        return False
    here, there = _plain(line), _plain(title)
    return here == there or (len(there) > 20 and here.startswith(there) and len(here) < len(there) + 30)


def _can_be(line: str) -> bool:
    words = line.count(" ") + 1
    if not _FEWEST_WORDS <= words <= _MOST_WORDS or (line.endswith((".", ",", ";")) and not line.endswith("...")):
        return False
    return cues.furniture(line) is None


def _times(before: Sequence[Line]) -> dict[str, int]:
    times: dict[str, int] = {}
    for line in before:
        times[_plain(line.text)] = times.get(_plain(line.text), 0) + 1
    return times


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
