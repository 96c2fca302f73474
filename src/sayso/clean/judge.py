"""Which lines of a pasted page are its story: a reason for each line that is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean import cues
from sayso.clean.dates import dates

_DIGIT = re.compile(r"\d")
_SHORT_WORDS = 14  # a line without sentence end and no longer than this is a heading or a link
_LINK_RUN = 3  # as many such lines in a row inside the story are a list of links, not subheadings


def judge(page: Sequence[str]) -> list[str | None]:
    """A reason for every line that is no part of the story, None for the story's.

    >>> judge(["Menu", "A flood closed the old mill in Acmeville on Monday.", "It will open in May, its owner said.", "Read next", "Ten best mills"])
    ['navigation', None, None, 'related', 'related']
    """
    reasons = [_certain(line) for line in page]
    begin, end = _densest(page, reasons)
    tail = next(
        (
            number
            for number in range(begin, end)
            if cues.ends_story(page[number]) and _ends(page, reasons, number, begin, end)
        ),
        end,
    )
    for number, line in enumerate(page):
        if reasons[number] is None and not begin <= number < tail:
            reasons[number] = "navigation" if number < begin else "related"
        elif reasons[number] is None and cues.invites(line):
            reasons[number] = "promo"
    return _without_link_runs(page, reasons, begin, tail)


def _certain(line: str) -> str | None:
    reason = cues.furniture(line)
    if reason is None and len(line) < 120 and not cues.is_prose(line) and _is_dated(line):
        return "date"
    if reason is None and len(line) < 200 and cues.is_credited(line):
        return "caption"
    return reason


def _is_dated(line: str) -> bool:
    """Whether a short line is a date and little besides."""
    if not _DIGIT.search(line):
        return False
    found = dates(line)
    return bool(found) and sum(date.end - date.start for date in found) >= 0.4 * len(line)


def _weight(line: str, reason: str | None) -> float:
    """How much a line speaks for the story being here, in words."""
    words = line.count(" ") + 1
    if reason is not None:
        return -4.0
    return float(min(words, 60)) if cues.is_prose(line) else -6.0


def _densest(page: Sequence[str], reasons: Sequence[str | None]) -> tuple[int, int]:
    """The stretch of lines with the most prose: the maximal sum of weights (Bentley 1984)."""
    best, best_sum, begin, total = (0, 0), 0.0, 0, 0.0
    for number, line in enumerate(page):
        if total <= 0:
            begin, total = number, 0.0
        total += _weight(line, reasons[number])
        if total > best_sum:
            best, best_sum = (begin, number + 1), total
    return best


def _ends(page: Sequence[str], reasons: Sequence[str | None], number: int, begin: int, end: int) -> bool:
    """Whether less than a third of the story's prose stands behind a heading of other stories."""
    behind = sum(len(page[n]) for n in range(number, end) if cues.is_prose(page[n]))
    return behind * 3 < sum(len(page[n]) for n in range(begin, end) if cues.is_prose(page[n]))


def _without_link_runs(page: Sequence[str], reasons: list[str | None], begin: int, end: int) -> list[str | None]:
    run: list[int] = []
    for number in range(begin, end + 1):
        if (
            number < end
            and reasons[number] is None
            and not cues.is_prose(page[number])
            and page[number].count(" ") < _SHORT_WORDS
        ):
            run.append(number)
        elif number >= end or reasons[number] is None:
            if len(run) >= _LINK_RUN:
                for link in run:
                    reasons[link] = "related"
            run = []
    return reasons
