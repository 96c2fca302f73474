"""What the line model sees of a pasted page: figures about each line, and hashed words; never the text itself."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.clean import cues

BUCKETS = 4096  # of hashed words; part of the trained weights
FIRST, LAST = 5, 3  # words at a line's head and tail that are looked at one by one
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_HEAD = 160  # characters of a line that are looked at one by one
_WORDS_HEAD = 400  # characters of a line whose words are looked at
_NO_END = (0.0,) * 7
_END = {
    mark: tuple(float(place == column) for column in range(7))
    for place, marks in enumerate((".。", "!?！？", ":", "…", '”"»’」', ",", ")"))
    for mark in marks
}
_SIGNS = ("|", "•", "›", "»", "@", "http", "©", "$", "€", "%", "#", "/", "–", " - ", '"', "“", "…", "?", "→", "+")
REASONS = (
    "advertisement", "read-time", "date", "share", "comments", "subscribe", "related", "navigation", "credit", "copyright",
    "image", "consent", "promo", "tag", "byline", "caption", "ends-story", "invites",
)  # fmt: skip
_COLUMN = {reason: number for number, reason in enumerate(REASONS)}
_LONG_STORY_LINE = 90  # characters from which on a line counts as the story's when shared words are looked for


class Features(NamedTuple):
    """One row a line: `dense` figures, and buckets of its `words` (first words, last words, then all, 0 is none)."""

    dense: NDArray[np.float32]
    words: NDArray[np.int32]

    @property
    def shared(self) -> NDArray[np.float32]:
        """The share of each line's longer words that the page's long lines use."""
        return self.dense[:, -3]


def features(page: Sequence[str], gaps: Sequence[int], reasons: Sequence[str | None]) -> Features:
    """The figures of every line of a page.

    `gaps` counts the line ends between a line and the one before; `reasons` is what `cues` says of each line.
    """
    seen = [_line(line, reason) for line, reason in zip(page, reasons, strict=True)]
    dense = np.array([one.row for one in seen], dtype=np.float32).reshape(len(page), -1)
    words = np.array([one.buckets for one in seen], dtype=np.int32).reshape(len(page), FIRST + LAST)
    return Features(np.hstack([dense, _places(page, gaps), _shared(page, [one.longer for one in seen])]), words)


class _Line(NamedTuple):
    """What a line tells by itself: its figures, the buckets of its words, and its longer words."""

    row: list[float]
    buckets: list[int]
    longer: frozenset[str]


@lru_cache(maxsize=16_384)  # pages of one outlet share their menus
def _line(line: str, reason: str | None) -> _Line:
    words = _WORD.findall(line[:_WORDS_HEAD].lower())
    length, count = len(line), len(words) or 1
    head = line[:_HEAD]
    tokens = head.split()
    row = [
        math.log1p(length) / 6,
        math.log1p(count) / 4,
        min(len(head) / count, 15) / 10,
        sum(map(str.isupper, head)) / len(head),
        len(_DIGITS.findall(head)) / len(tokens),
        sum([token[0].isupper() for token in tokens]) / len(tokens),
        sum([len(word) <= 3 for word in words]) / count,
        min(line.count(","), 8) / 4,
        min(line.count(". ") + line.count("? ") + line.count("! "), 5) / 3,
        float(line[0].isupper()),
        float(line[0].islower()),
        float(line[0].isdecimal()),
        float(head.isupper()),
        float(cues.is_prose(line)),
        float(length > 600),
        *_END.get(line[-1], _NO_END),
        *[sign in head for sign in _SIGNS],
    ]
    kinds = [0.0] * len(REASONS)
    if reason in _COLUMN:
        kinds[_COLUMN[reason]] = 1.0
    if length < 80 and cues.ends_story(line):
        kinds[_COLUMN["ends-story"]] = 1.0
    if 20 < length < 500 and cues.invites(line):
        kinds[_COLUMN["invites"]] = 1.0
    return _Line(row + kinds, _buckets(words), frozenset(word for word in words if len(word) > 3))


def _buckets(words: list[str]) -> list[int]:
    """Buckets of the first and the last words of a line."""
    first = [1 + crc32(word.encode("utf-8", "surrogatepass")) % (BUCKETS - 1) for word in words[:FIRST]]
    last = [1 + crc32(word.encode("utf-8", "surrogatepass")) % (BUCKETS - 1) for word in words[-LAST:]]
    return first + [0] * (FIRST - len(first)) + last + [0] * (LAST - len(last))


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


def _shared(page: Sequence[str], longer: Sequence[frozenset[str]]) -> NDArray[np.float32]:
    """How many of a line's longer words the page's long lines use, and how many of them several do."""
    is_long = [len(line) >= _LONG_STORY_LINE for line in page]
    uses = Counter(word for words, long in zip(longer, is_long, strict=True) if long for word in words)
    rows = []
    for words, long in zip(longer, is_long, strict=True):
        counts = [uses[word] - long for word in words]
        total = len(counts) or 1
        rows.append(
            (sum([count > 0 for count in counts]) / total, sum([count > 2 for count in counts]) / total, not counts)
        )
    return np.array(rows, dtype=np.float32).reshape(len(page), 3)
