"""What the line model sees of a pasted page: figures about each line, and hashed words; never the text itself."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.clean import cues

BUCKETS = 4096  # of hashed words; twice as many changed no figure by more than its noise
FIRST, LAST = 5, 3  # words at a line's head and tail that are looked at one by one
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…。！？][\"”’»)]?(?=\s+[\"“‘«(]?[A-ZÀ-ÞА-Я0-9]|\s*$)|[。！？]")
_END = {".": 0, "!": 1, "?": 1, ":": 2, "…": 3, "”": 4, '"': 4, "»": 4, "。": 0, ",": 5, "’": 4, ")": 6}
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


def features(page: Sequence[str], gaps: Sequence[int], reasons: Sequence[str | None]) -> Features:
    """The figures of every line of a page.

    `gaps` counts the line ends between a line and the one before; `reasons` is what `cues` says of each line.
    """
    tokens = [_WORD.findall(line[:600].lower()) for line in page]
    rows = [_line(line, words, reason) for line, words, reason in zip(page, tokens, reasons, strict=True)]
    dense = np.array(rows, dtype=np.float32).reshape(len(page), -1)
    words = np.array([_buckets(line) for line in tokens], dtype=np.int32).reshape(len(page), FIRST + LAST)
    return Features(np.hstack([dense, _places(page, gaps), _shared(page, tokens)]), words)


def _line(line: str, words: list[str], reason: str | None) -> list[float]:
    """What a line tells by itself."""
    length, count = len(line), len(words) or 1
    head = line[:400]
    capitals = sum(map(str.isupper, head)) / len(head)
    digits = sum(map(str.isdecimal, head)) / len(head)
    tokens = head.split()
    raised = sum(token[:1].isupper() for token in tokens) / len(tokens)
    short = sum(len(word) <= 3 for word in words) / count
    row = [
        math.log1p(length) / 6, math.log1p(count) / 4, min(length / count, 15) / 10, capitals, digits, raised, short,
        min(line.count(","), 8) / 4, min(len(_SENTENCE.findall(head)), 5) / 3, float(line[0].isupper()), float(line[0].islower()),
        float(line[0].isdecimal()), float(line.isupper()), float(cues.is_prose(line)), float(length > 600),
    ]  # fmt: skip
    end = [0.0] * 7
    if (place := _END.get(line[-1])) is not None:
        end[place] = 1.0
    kinds = [0.0] * len(REASONS)
    if reason in _COLUMN:
        kinds[_COLUMN[reason]] = 1.0
    if length < 80 and cues.ends_story(line):
        kinds[_COLUMN["ends-story"]] = 1.0
    if length < 500 and cues.invites(line):
        kinds[_COLUMN["invites"]] = 1.0
    return [*row, *end, *(float(sign in head) for sign in _SIGNS), *kinds]


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


def _shared(page: Sequence[str], tokens: Sequence[list[str]]) -> NDArray[np.float32]:
    """How many of a line's longer words the page's long lines use, and how many of them several do."""
    uses: dict[str, int] = {}
    for line, words in zip(page, tokens, strict=True):
        if len(line) >= _LONG_STORY_LINE:
            for word in set(words):
                if len(word) > 3:
                    uses[word] = uses.get(word, 0) + 1
    rows = []
    for line, words in zip(page, tokens, strict=True):
        own = 1 if len(line) >= _LONG_STORY_LINE else 0
        longer = {word for word in words if len(word) > 3}
        count = len(longer) or 1
        rows.append(
            (
                sum(uses.get(word, 0) > own for word in longer) / count,
                sum(uses.get(word, 0) > own + 2 for word in longer) / count,
                float(not longer),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(len(page), 3)
