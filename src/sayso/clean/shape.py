"""What lines look like, all lines of a page at once: their characters by kind, and their words as numbers.

The page becomes one array of code points; a table says of each what kind it is, and sums over lines do the rest. A page of two
hundred lines takes about a millisecond, a tenth of what it takes line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SEEN = 400  # characters of a line whose words are looked at
HEAD = 160  # characters of a line that are looked at one by one
_WORD, _UPPER, _LOWER, _DIGIT, _SPACE = 1, 2, 4, 8, 16
_KINDS = 8  # bits
_HIGHEST = 0xFFFF  # code points above it (emoji, rare ideographs) count as neither letters nor anything else
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse; words are told apart by polynomials in it

Column = NDArray[np.float64]
Whole = NDArray[np.int64]


class Words(NamedTuple):
    """Every word of every line's beginning: its line, where it stands in `text`, and a number that tells it apart by its lower case."""

    text: str
    line: Whole
    start: Whole
    end: Whole
    number: NDArray[np.uint64]
    is_capital: NDArray[np.bool_]


class Shape(NamedTuple):
    """Per line, of its first characters: shares and counts (`figures`), whether it begins with an upper, lower, decimal character, signs."""

    upper: Column  # share of capitals
    digits: Column  # runs of digits a token
    capital: Column  # share of tokens that begin with a capital
    begins: NDArray[np.bool_]  # lines × (upper, lower, decimal)
    is_capitals: NDArray[np.bool_]  # no letter but capitals
    signs: NDArray[np.bool_]  # lines × signs
    words: Words


def shape(page: Sequence[str], signs: str) -> Shape:
    """The shape of each line; `signs` are single characters looked for one by one.

    >>> found = shape(["By ANN Lee", "12 mills: closed"], ":")
    >>> found.upper.tolist(), found.signs[:, 0].tolist(), [found.words.text[at] for at in found.words.start]
    ([0.5, 0.0], [False, True], ['B', 'A', 'L', '1', 'm', 'c'])
    """
    text = "\n".join([line[:SEEN] for line in page]) + "\n"
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = np.minimum(points, _HIGHEST).astype(np.intp)  # what indexing needs: cast once
    marks = _marks(signs)[codes]  # its kind, and above it the bits of the signs
    kinds = marks.astype(np.uint8)
    lengths = np.array([min(len(line), SEEN) for line in page])
    starts = np.cumsum(lengths + 1) - lengths - 1
    line = np.repeat(np.arange(len(page)), lengths + 1)
    heads = np.minimum(lengths, HEAD)
    in_head = np.arange(len(codes)) < (starts + heads)[line]

    def count(mask: NDArray[np.bool_]) -> Column:
        return np.bincount(line[mask], minlength=len(page)).astype(np.float64)

    upper, digit = (kinds & _UPPER) > 0, (kinds & _DIGIT) > 0
    token = in_head & _begins((kinds & _SPACE) == 0)
    tokens = np.maximum(count(token), 1)
    uppers = count(in_head & upper)
    bits = np.bitwise_or.reduceat(marks * in_head, starts) >> _KINDS
    first = kinds[starts]
    return Shape(
        upper=uppers / heads,
        digits=count(in_head & _begins(digit)) / tokens,
        capital=count(token & upper) / tokens,
        begins=np.stack([(first & kind) > 0 for kind in (_UPPER, _LOWER, _DIGIT)], axis=1),
        is_capitals=(uppers > 0) & (count(in_head & ((kinds & _LOWER) > 0)) == 0),
        signs=(bits[:, None] >> np.arange(len(signs)) & 1) > 0,
        words=_words(text, codes, kinds, line),
    )


def _words(text: str, codes: NDArray[np.intp], kinds: NDArray[np.uint8], line: Whole) -> Words:
    is_word = (kinds & _WORD) > 0
    start = np.flatnonzero(_begins(is_word))
    end = np.flatnonzero(_begins(is_word[::-1])[::-1]) + 1
    powers, back = _powers(len(codes))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(_tables().lower[codes] * powers[: len(codes)], out=sums[1:])
    number = (sums[end] - sums[start]) * back[start]
    return Words(text, line[start], start, end, number, (kinds[start] & _UPPER) > 0)


@cache
def _powers_of(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the base, and those of its inverse."""
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    return tuple(np.multiply.accumulate(np.full(count, one, dtype=np.uint64)) for one in (_BASE, inverse))  # type: ignore[return-value]


def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """At least so many powers; those of a usual page are kept."""
    return _powers_of(_USUAL) if count <= _USUAL else _powers_of.__wrapped__(count)


_USUAL = 1 << 16  # characters


def _begins(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a stretch begins."""
    out = mask.copy()
    out[1:] &= ~mask[:-1]
    return out


class _Tables(NamedTuple):
    kind: NDArray[np.uint8]
    lower: NDArray[np.uint64]


@cache
def _tables() -> _Tables:
    """The kinds and the lower case of all characters of the basic plane."""
    every = [chr(code) for code in range(_HIGHEST + 1)]
    tests = (
        (_WORD, lambda char: char.isalnum() or char == "_"),
        (_UPPER, str.isupper),
        (_LOWER, str.islower),
        (_DIGIT, str.isdecimal),
        (_SPACE, str.isspace),
    )
    kind = np.zeros(len(every), dtype=np.uint8)
    for bit, test in tests:
        kind |= np.fromiter(map(test, every), dtype=bool, count=len(every)) * np.uint8(bit)
    lower = np.fromiter((ord(char.lower()[0]) for char in every), dtype=np.uint64, count=len(every))
    return _Tables(kind, lower)


@cache
def _marks(signs: str) -> NDArray[np.int32]:
    """The kinds of all characters of the basic plane, and above them a bit for each sign."""
    out = _tables().kind.astype(np.int32)
    for place, sign in enumerate(signs):
        out[ord(sign)] |= 1 << (_KINDS + place)
    return out
