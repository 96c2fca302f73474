"""What the line model sees of a pasted page: figures about each line, and hashed words; never the text itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.clean import cues
from sayso.clean.shape import HEAD, Shape, Words, shape

BUCKETS = 4096  # of hashed words; part of the trained weights
FIRST, LAST = 5, 3  # words at a line's head and tail that are looked at one by one
_NO_END = 7
_END = {mark: place for place, marks in enumerate((".。", "!?！？", ":", "…", '”"»’」', ",", ")")) for mark in marks}
_ONE_HOT = np.eye(_NO_END + 1)
_SIGNS = ("|", "•", "›", "»", "@", "http", "©", "$", "€", "%", "#", "/", "–", " - ", '"', "“", "…", "?", "→", "+")
_SINGLE = "".join(sign for sign in _SIGNS if len(sign) == 1)
REASONS = (
    "advertisement", "read-time", "date", "share", "comments", "subscribe", "related", "navigation", "credit", "copyright",
    "image", "consent", "promo", "tag", "byline", "caption", "ends-story", "invites",
)  # fmt: skip
_COLUMN = {reason: number for number, reason in enumerate(REASONS)}
PROSE = 13
"""The column of `dense` that says whether a line reads as running text."""
_KINDS = PROSE + 2 + _NO_END + len(_SIGNS)
ENDS_STORY, INVITES, REPEATED = _KINDS + _COLUMN["ends-story"], _KINDS + _COLUMN["invites"], _KINDS + len(REASONS) + 6
"""The columns that say whether a line is a heading of other stories, invites its reader, and how often it stands there."""
_LONG_STORY_LINE = 90  # characters from which on a line counts as the story's when shared words are looked for


class Features(NamedTuple):
    """What is known of a page's lines.

    One row a line: `dense` figures, and buckets of its `words` (first words, then last words, 0 is none). One row a longer
    word of a line: `terms` has the line's number, the word's number on this page, and whether the line writes it with a capital.
    """

    dense: NDArray[np.float32]
    words: NDArray[np.int32]
    terms: NDArray[np.int32]

    @property
    def shared(self) -> NDArray[np.float32]:
        """The share of each line's longer words that the page's long lines use."""
        return self.dense[:, -3]


def features(page: Sequence[str], gaps: Sequence[int], reasons: Sequence[str | None]) -> Features:
    """The figures of every line of a page.

    `gaps` counts the line ends between a line and the one before; `reasons` is what `cues` says of each line.
    """
    look = shape(page, _SINGLE)
    terms = _terms(look.words)
    own = np.hstack([_figures(page, look), _signs(page, look), _kinds(page, reasons)]).astype(np.float32)
    dense = np.hstack([own, _places(page, gaps), _shared(page, terms)])
    return Features(dense, _buckets(look.words, len(page)), terms)


def _figures(page: Sequence[str], look: Shape) -> NDArray[np.float64]:
    """Figures about each line by itself."""
    words = look.words
    lengths = np.array([len(line) for line in page], dtype=np.float64)
    count = np.maximum(np.bincount(words.line, minlength=len(page)), 1)
    short = np.bincount(words.line, weights=words.end - words.start <= 3, minlength=len(page))
    stops = [min(line.count(". ") + line.count("? ") + line.count("! "), 5) for line in page]
    columns = [
        np.log1p(lengths) / 6,
        np.log1p(count) / 4,
        np.minimum(np.minimum(lengths, HEAD) / count, 15) / 10,
        look.upper,
        look.digits,
        look.capital,
        short / count,
        np.array([min(line.count(","), 8) for line in page]) / 4,
        np.array(stops) / 3,
        *look.begins.T,
        look.is_capitals,
        np.array([cues.is_prose(line) for line in page]),
        lengths > 600,
    ]
    return np.stack(columns, axis=1).astype(np.float64)


def _signs(page: Sequence[str], look: Shape) -> NDArray[np.float64]:
    """What a line ends in, and the signs at its head."""
    ends = _ONE_HOT[[_END.get(line[-1], _NO_END) for line in page]][:, :_NO_END]
    out = np.zeros((len(page), len(_SIGNS)))
    out[:, [place for place, sign in enumerate(_SIGNS) if len(sign) == 1]] = look.signs
    for place, sign in enumerate(_SIGNS):
        if len(sign) > 1:
            out[:, place] = [sign in line[:HEAD] for line in page]
    return np.hstack([ends, out])


def _kinds(page: Sequence[str], reasons: Sequence[str | None]) -> NDArray[np.float64]:
    """What the cues say of each line."""
    out = np.zeros((len(page), len(REASONS)))
    for number, (line, reason) in enumerate(zip(page, reasons, strict=True)):
        if reason in _COLUMN:
            out[number, _COLUMN[reason]] = 1.0
        length = len(line)
        if length < 80 and cues.ends_story(line):
            out[number, _COLUMN["ends-story"]] = 1.0
        if 20 < length < 500 and cues.invites(line):
            out[number, _COLUMN["invites"]] = 1.0
    return out


def _buckets(words: Words, count: int) -> NDArray[np.int32]:
    """Buckets of the first and the last words of each line."""
    ranks = np.arange(len(words.line)) - np.searchsorted(words.line, words.line)
    left = np.searchsorted(words.line, words.line, side="right") - np.arange(len(words.line))
    many = ranks + left
    head, tail = np.flatnonzero(ranks < FIRST), np.flatnonzero(left <= LAST)
    chosen = np.concatenate([head, tail])
    column = np.concatenate([ranks[head], FIRST + np.minimum(many, LAST)[tail] - left[tail]])
    # Each word is hashed once.
    _, where, which = np.unique(words.number[chosen], return_index=True, return_inverse=True)
    spans = zip(words.start[chosen[where]].tolist(), words.end[chosen[where]].tolist(), strict=True)
    buckets = np.array([_bucket(words.text[start:end]) for start, end in spans], dtype=np.int32)
    out = np.zeros((count, FIRST + LAST), dtype=np.int32)
    out[words.line[chosen], column] = buckets[which]
    return out


@lru_cache(maxsize=16_384)
def _bucket(word: str) -> int:
    return 1 + crc32(word.lower().encode("utf-8", "surrogatepass")) % (BUCKETS - 1)


def _places(page: Sequence[str], gaps: Sequence[int]) -> NDArray[np.float32]:
    """Where a line stands on the page."""
    count = len(page)
    lengths = np.array([len(line) for line in page], dtype=np.float64)
    before = np.cumsum(lengths) - lengths
    share = before / max(lengths.sum(), 1.0)
    place = np.arange(count)
    gap = np.array(gaps, dtype=np.float64)
    after = np.append(gap[1:], 3.0)
    times: dict[str, int] = {}
    for line in page:
        times[line] = times.get(line, 0) + 1
    repeated = np.array([min(times[line] - 1, 3) for line in page])
    columns = [
        place / max(count, 1), share, np.log1p(place) / 6, np.log1p(count - 1 - place) / 6, np.minimum(gap, 3) / 2,
        np.minimum(after, 3) / 2, repeated / 2, np.full(count, math.log1p(count) / 6), lengths / max(lengths.max(initial=1), 1),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _terms(words: Words) -> NDArray[np.int32]:
    """The longer words of all lines as numbers: line, word, and whether it is written with a capital there."""
    is_longer = words.end - words.start > 3
    line, is_capital = words.line[is_longer], words.is_capital[is_longer]
    _, number = np.unique(words.number[is_longer], return_inverse=True)
    pairs, place = np.unique(line * (len(number) + 1) + number, return_inverse=True)
    capital = np.bincount(place, weights=is_capital, minlength=len(pairs)) > 0
    return np.stack([*np.divmod(pairs, len(number) + 1), capital], axis=1).astype(np.int32)


def _shared(page: Sequence[str], terms: NDArray[np.int32]) -> NDArray[np.float32]:
    """How many of a line's longer words the page's long lines use, and how many of them several do."""
    is_long = np.array([len(line) >= _LONG_STORY_LINE for line in page], dtype=np.float64)
    lines, words = terms[:, 0], terms[:, 1]
    others = np.bincount(words, weights=is_long[lines])[words] - is_long[lines] if len(terms) else is_long[:0]
    count = np.bincount(lines, minlength=len(page))
    each = [np.bincount(lines, weights=others > least, minlength=len(page)) / np.maximum(count, 1) for least in (0, 2)]
    return np.stack([*each, count == 0], axis=1).astype(np.float32)
