"""Which lines of a pasted page are its story: a reason for each line that is not.

A line goes if it is furniture by itself (`cues.py`), or if the line model thinks little of it where it stands. The model
decides the region that holds the story; inside it a line must be unlikely to be cut, outside it nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.clean import cues
from sayso.clean.dates import dates
from sayso.clean.features import Features, features
from sayso.clean.model import probabilities
from sayso.clean.refuse import is_wall

_DIGIT = re.compile(r"\d")
_BULLETS = ("-", "•", "*", "–")
_LINK_RUN = 3  # as many headings in a row inside the story may be a list of links
# The figures below are the best of some twenty settings on kept-out sites of clean_dumps, and flat around the best: steps of
# a half to twice change F1 by less than 0.003.
_REGION = 0.5  # a word of a line this likely neither adds to the region nor takes from it
_INSIDE = 0.25  # how unlikely a line of the region must be to go
_INSIDE_PROSE = 0.12
_SHARED_BOOST = 0.3  # for a paragraph all of whose longer words the page's other paragraphs use
_LINKS = 0.5  # how likely, on average, a run of headings must be to stay
_LAST_RUN, _HEADLINE_WORDS = 4, 5  # lines, and words a line on average, of a list of headlines behind a story
_MOST_WORDS = 80  # that one line counts for; a single long line must not outweigh a story of short ones
_PARAGRAPH_WORDS = 14
_HOPELESS = 0.03
# A paragraph behind the region comes in from here on: F1 on kept-out sites +0.008 (Fundus), -0.001 (WCXB).
_REST, _REST_SHARED = 0.1, 0.15
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ]\w{2,}|^[A-ZÀ-Þ]\w{3,}")


def judge(page: Sequence[str], gaps: Sequence[int], *, sentences: bool = False) -> list[str | None]:
    """A reason for every line that is no part of the story, None for the story's.

    `gaps` counts the line ends between a line and the one before; `sentences` says that a page without line breaks was cut
    into these pieces.

    >>> story = ["A flood closed the old mill in Acmeville on Monday, its owner said.", "It will open in May, she added."]
    >>> judge(["Menu", *story, "Read next", "Ten best mills"], [0, 2, 2, 2, 1])
    ['navigation', None, None, 'related', 'related']
    """
    if not page:
        return []
    reasons = [furniture(line) for line in page]
    found = features(page, gaps, reasons)
    return judged(page, reasons, found, probabilities(found, sentences=sentences))


def judged(
    page: Sequence[str], reasons: Sequence[str | None], found: Features, model: NDArray[np.float32]
) -> list[str | None]:
    """The reasons of all lines, from those known by themselves and from what the model gives each line."""
    out = list(reasons)
    likely = borne_out(page, model, found.shared, reasons)
    keep = with_rest(page, story(page, likely), likely, found.shared, reasons)
    places = [number for number, kept in enumerate(keep) if kept]
    if not places:
        return [reason or "navigation" for reason in reasons]
    for number, line in enumerate(page):
        if out[number] is None and not keep[number]:
            out[number] = _likely_reason(line, number, places[0], places[-1])
        elif out[number] is None and cues.invites(line):
            out[number] = "promo"
    out = _without_link_runs(page, _without_tail(page, out), likely)
    return _without_last_links(page, out, likely)


def likelihoods(page: Sequence[str], gaps: Sequence[int], reasons: Sequence[str | None]) -> NDArray[np.float32]:
    """How likely each line is the story's, by the line model and by the words it shares with other paragraphs; 0 to 1.3."""
    found = features(page, gaps, reasons)
    return borne_out(page, probabilities(found), found.shared, reasons)


@lru_cache(maxsize=16_384)
def furniture(line: str) -> str | None:
    """The reason why a line is furniture, judged by itself; None where its place on the page has to decide.

    >>> furniture("3 May 2031"), furniture("The old mill (Image: Acme)"), furniture("The mill closed.")
    ('date', 'caption', None)
    """
    reason = cues.furniture(line)
    if reason is None and len(line) < 120 and not cues.is_prose(line) and _is_dated(line):
        return "date"
    if reason is None and len(line) < 200 and cues.is_credited(line):
        return "caption"
    if reason in (None, "subscribe") and is_wall(line):
        return "paywall"
    return reason


def borne_out(
    page: Sequence[str], likely: NDArray[np.float32], shared: NDArray[np.float32], reasons: Sequence[str | None]
) -> NDArray[np.float32]:
    """The probabilities, raised for paragraphs by how many of their words the page's other paragraphs use."""
    boost = [
        reason is None and line.count(" ") >= _PARAGRAPH_WORDS and cues.is_prose(line)
        for line, reason in zip(page, reasons, strict=True)
    ]
    raised = np.array(boost) & (likely > _HOPELESS)
    return np.where(raised, likely + _SHARED_BOOST * shared, likely)


def story(page: Sequence[str], likely: NDArray[np.float32]) -> list[bool]:
    """Which lines are kept, from how likely each is: those of the region with the most likely words, but unlikely ones."""
    words = np.array([min(line.count(" ") + 1, _MOST_WORDS) + 2 for line in page], dtype=np.float64)
    begin, end = _densest(words * (likely - _REGION))
    floors = [_INSIDE_PROSE if cues.is_prose(line) else _INSIDE for line in page]
    return [begin <= number < end and bool(likely[number] > floor) for number, floor in enumerate(floors)]


def with_rest(
    page: Sequence[str],
    keep: list[bool],
    likely: NDArray[np.float32],
    shared: NDArray[np.float32],
    reasons: Sequence[str | None],
) -> list[bool]:
    """The kept lines, and paragraphs behind them that name the story's names, up to a heading of other stories."""
    if not any(keep):
        return keep
    last = max(number for number, kept in enumerate(keep) if kept)
    names = {name for line, kept in zip(page, keep, strict=True) if kept for name in _NAME.findall(line)}
    out = list(keep)
    for number in range(last + 1, len(page)):
        line = page[number]
        if cues.ends_story(line):
            break
        paragraph = reasons[number] is None and line.count(" ") >= _PARAGRAPH_WORDS - 1 and cues.is_prose(line)
        if (
            paragraph
            and likely[number] > _REST
            and shared[number] > _REST_SHARED
            and not names.isdisjoint(_NAME.findall(line))
        ):
            out[number] = True
    return out


def _densest(weights: NDArray[np.float64]) -> tuple[int, int]:
    """The stretch with the greatest sum (Bentley 1984)."""
    best, best_sum, begin, total = (0, 0), 0.0, 0, 0.0
    for number, weight in enumerate(weights):
        if total <= 0:
            begin, total = number, 0.0
        total += float(weight)
        if total > best_sum:
            best, best_sum = (begin, number + 1), total
    return best


def _is_dated(line: str) -> bool:
    """Whether a short line is a date and little besides."""
    if not _DIGIT.search(line):
        return False
    found = dates(line)
    return bool(found) and sum(date.end - date.start for date in found) >= 0.4 * len(line)


def _likely_reason(line: str, number: int, first: int, last: int) -> str:
    """The reason of a line that only its place gives away."""
    if number < first:
        return "navigation"
    if cues.ends_story(line) or number > last or not cues.is_prose(line):
        return "related"
    return "promo"


def _without_tail(page: Sequence[str], reasons: list[str | None]) -> list[str | None]:
    """The reasons, with what follows a heading of other stories cut, where it is less than a third of the story."""
    sizes = [len(line) if reason is None else 0 for line, reason in zip(page, reasons, strict=True)]
    whole, before = sum(sizes), 0
    for number, line in enumerate(page):
        if before * 3 > whole * 2 and cues.ends_story(line):
            return [*reasons[:number], *(reason or "related" for reason in reasons[number:])]
        before += sizes[number]
    return reasons


def _without_link_runs(page: Sequence[str], reasons: list[str | None], likely: NDArray[np.float32]) -> list[str | None]:
    """The reasons, with runs of unlikely headings that nothing is said under cut: they are links."""
    run: list[int] = []
    for number in range(len(page) + 1):
        kept = number < len(page) and reasons[number] is None
        if kept and not cues.is_prose(page[number]) and not page[number].startswith(_BULLETS):
            run.append(number)
        elif kept or number == len(page):
            if len(run) >= _LINK_RUN and likely[run].mean() < _LINKS:
                for link in run:
                    reasons[link] = "related"
            run = []
    return reasons


def _without_last_links(
    page: Sequence[str], reasons: list[str | None], likely: NDArray[np.float32]
) -> list[str | None]:
    """The reasons, with headings that the story would end in cut: a run of them whatever they look like, else unlikely ones."""
    last: list[int] = []
    for number in range(len(page) - 1, -1, -1):
        if reasons[number] is None:
            if cues.is_prose(page[number]) or page[number].startswith(_BULLETS):
                break
            last.append(number)
    is_run = len(last) >= _LAST_RUN and sum(page[number].count(" ") + 1 for number in last) >= _HEADLINE_WORDS * len(
        last
    )
    for number in last:
        before_links = (
            number + 1 < len(page) and reasons[number + 1] == "related" and not cues.is_prose(page[number + 1])
        )
        if likely[number] > _LINKS and not is_run and not before_links:
            break
        reasons[number] = "related"
    return reasons
