"""Which lines of a pasted page are its story: a reason for each line that is not.

A line goes if it is furniture by itself (`cues.py`). Of the others, the line model (`model.py`) says how likely each is the
story's, and the trees (`trees.py`) look at it again with what the model made of the lines around it (`context.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.clean import cues
from sayso.clean.context import context
from sayso.clean.dates import dates
from sayso.clean.features import ENDS_STORY, INVITES, PROSE, Features, features
from sayso.clean.model import probabilities
from sayso.clean.refuse import is_wall
from sayso.clean.trees import chances

_DIGIT = re.compile(r"\d")
_MOST_LINES = 5000  # judged at a time; the longest page of clean_dumps has 1,422
_HOPELESS_LINE = 0.008  # to the line model; 0.2 % (Fundus) and 0.6 % (WCXB) of the story's characters are in such lines
_KEEP = 0.45  # how likely a line must be; F1 on kept-out sites is flat from 0.4 to 0.5
# Of a paragraph behind kept ones. F1 on kept-out sites is flat from 0.08 to 0.25; the low end loses no paragraph behind a box.
_KEEP_NEXT = 0.08
# Of a sentence on a page without line breaks, where nothing parts the story from what follows: lower, and the story runs on
# (F1 0.875 at 0.08, 0.885 at 0.15, 0.890 from 0.3 on).
_KEEP_NEXT_SENTENCE = 0.3
_BULLETS = ("-", "•", "*", "–")
_LAST_RUN, _HEADLINE_WORDS = 4, 5  # lines, and words a line on average, of a list of headlines behind a story
_LEAST_PROSE = 0.7  # of a paste's characters, for it to be a part of a story where the models find none
_SHARED_BOOST = 0.3  # for a paragraph all of whose longer words the page's other paragraphs use
_PARAGRAPH_WORDS = 14
_HOPELESS = 0.03
_SHORTEST_WALL = 15  # characters of the shortest line that asks to pay ("weiterlesen mit")
_LONGEST_FURNITURE = 420  # characters of a line that can be furniture by itself


def judge(page: Sequence[str], gaps: Sequence[int], *, sentences: bool = False) -> list[str | None]:
    """A reason for every line that is no part of the story, None for the story's.

    `gaps` counts the line ends between a line and the one before; `sentences` says that a page without line breaks was cut
    into these pieces.

    >>> story = ["A flood closed the old mill in Acmeville on Monday, its owner said.", "It will open in May, she added."]
    >>> judge(["Menu", *story, "Read next", "Ten best mills"], [0, 2, 2, 2, 1])
    ['navigation', None, None, 'related', 'related']
    """
    out: list[str | None] = []
    for at in range(0, len(page), _MOST_LINES):
        part, between = page[at : at + _MOST_LINES], gaps[at : at + _MOST_LINES]
        reasons = [furniture(line) for line in part]
        found = features(part, between, reasons)
        out += judged(part, reasons, _chances(part, reasons, found, sentences), found, sentences=sentences)
    return out


def _chances(
    page: Sequence[str], reasons: Sequence[str | None], found: Features, sentences: bool
) -> NDArray[np.float32]:
    """How likely each line is the story's: by the line model, then, where that leaves room for doubt, by the trees."""
    model = probabilities(found, sentences=sentences)
    open_to_doubt = doubtful(model, reasons)
    out = np.zeros(len(page), dtype=np.float32)
    if open_to_doubt.any():
        rows = context(page, reasons, found, model)[open_to_doubt]
        out[open_to_doubt] = chances(rows, sentences=sentences)
    return out


def doubtful(model: NDArray[np.float32], reasons: Sequence[str | None]) -> NDArray[np.bool_]:
    """The lines that the trees look at: those that are not furniture by themselves, nor hopeless to the line model."""
    return np.asarray((model > _HOPELESS_LINE) & np.array([reason is None for reason in reasons]))


def judged(
    page: Sequence[str],
    reasons: Sequence[str | None],
    chance: NDArray[np.float32],
    found: Features,
    *,
    sentences: bool = False,
) -> list[str | None]:
    """The reasons of all lines, from those known by themselves and from how likely each line is the story's."""
    out = list(reasons)
    prose, ends, invites = ((found.dense[:, column] > 0).tolist() for column in (PROSE, ENDS_STORY, INVITES))
    least = _KEEP_NEXT_SENTENCE if sentences else _KEEP_NEXT
    kept = with_next(reasons, chance, prose, ends, least)
    if not any(kept):
        kept = _prose_alone(page, reasons, prose, invites)
    places = np.flatnonzero(kept)
    if not len(places):
        return [reason or "navigation" for reason in reasons]
    first, last = int(places[0]), int(places[-1])
    for number, is_kept in enumerate(kept):
        if out[number] is None and not is_kept:
            is_related = ends[number] or number > last or not prose[number]
            out[number] = "navigation" if number < first else "related" if is_related else "promo"
        elif out[number] is None and invites[number] and cues.invites(page[number]):
            out[number] = "promo"
    return _without_last_headlines(page, out, prose)


def _prose_alone(
    page: Sequence[str], reasons: Sequence[str | None], prose: Sequence[bool], invites: Sequence[bool]
) -> list[bool]:
    """The running text of a paste that is little else: one paragraph alone looks to the models like a line of no story."""
    kept = [
        reason is None and running and not inviting
        for reason, running, inviting in zip(reasons, prose, invites, strict=True)
    ]
    running_text = sum(len(line) for line, is_kept in zip(page, kept, strict=True) if is_kept)
    return kept if running_text > _LEAST_PROSE * sum(map(len, page)) else [False] * len(page)


def with_next(
    reasons: Sequence[str | None],
    chance: NDArray[np.float32],
    prose: Sequence[bool],
    ends: Sequence[bool],
    least: float = _KEEP_NEXT,
) -> list[bool]:
    """Which lines are kept: the likely ones, and paragraphs that follow them with nothing but furniture between.

    Two thresholds, the lower one (`least`) for what hangs together with what passes the higher, as edges are traced in pictures
    (Canny 1986): a box that asks to sign up in the middle of a story must not be taken for its end. `prose` and `ends` say
    which lines read as running text and which are headings of other stories.
    """
    kept: list[bool] = (chance > _KEEP).tolist()
    follows = False
    for number, reason in enumerate(reasons):
        if kept[number]:
            follows = True
        elif reason is not None:
            follows = follows and not ends[number]
        else:
            follows = follows and bool(chance[number] > least) and prose[number]
            kept[number] = follows
    return kept


def _without_last_headlines(page: Sequence[str], reasons: list[str | None], prose: Sequence[bool]) -> list[str | None]:
    """The reasons, with a run of headlines that the story would end in cut: they lead to other stories."""
    last: list[int] = []
    for number in range(len(page) - 1, -1, -1):
        if reasons[number] is None:
            if prose[number] or page[number].startswith(_BULLETS):
                break
            last.append(number)
    if len(last) >= _LAST_RUN and sum(page[number].count(" ") + 1 for number in last) >= _HEADLINE_WORDS * len(last):
        for number in last:
            reasons[number] = "related"
    return reasons


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
    if len(line) >= _LONGEST_FURNITURE:
        return None
    prose = cues.is_prose(line)
    reason = cues.listed_reason(line, prose)
    if reason is None and len(line) < 120 and not prose and _is_dated(line):
        return "date"
    if reason is None and len(line) < 200 and cues.is_credited(line):
        return "caption"
    if reason in (None, "subscribe") and len(line) >= _SHORTEST_WALL and is_wall(line):
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


def _is_dated(line: str) -> bool:
    """Whether a short line is a date and little besides."""
    if not _DIGIT.search(line):
        return False
    found = dates(line)
    return bool(found) and sum(date.end - date.start for date in found) >= 0.4 * len(line)
