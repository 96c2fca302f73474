"""What the trees see of a line: itself among its neighbours, and what the line model made of them all.

The line model (`model.py`) looks a few lines far. Its probabilities tell where the page's story lies, and from that each line
gets figures that it could not know: how much of the story stands before and behind it, how far the nearest sure paragraph is,
whether a heading of other stories stands between, and how many of its words the sure paragraphs use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.clean.features import ENDS_STORY, PROSE, REPEATED, Features

Column = NDArray[np.float64]
Whole = NDArray[np.int64]

_NEAR, _FAR = 4, 10  # lines to either side
_SURE, _SURE_WORDS = 0.7, 12  # how likely and how long a paragraph must be for the others to be measured by it
_MOST_WORDS = 80  # that a line counts for where the page's words are weighed
_LONGEST = 300  # words
_FURTHEST = 200  # lines to the nearest sure paragraph; also stands for none
_KNOWN = 0.02  # the most that a line known as furniture counts for
_NONE = -7.0  # log odds beyond the ends of the page
# Columns of `features` that the trees see again. Of all 144 figures that they could see, the half that is left out had 0.5 %
# of the gain of their splits.
_OWN = [1, 2, 3, 4, 5, 6, 8, PROSE, 15, 27, 31, 34, 58, 59, 60, 61, REPEATED, 65, 66, 67, 68]


def context(
    page: Sequence[str], reasons: Sequence[str | None], found: Features, likely: NDArray[np.float32]
) -> NDArray[np.float32]:
    """One row a line: figures from its surroundings, then those of `features`.

    `likely` is what the line model gives each line, `found` what `features` gives, `reasons` what it was given.
    """
    known = np.array([reason is not None for reason in reasons], dtype=np.float64)
    clipped = np.clip(likely.astype(np.float64), 1e-3, 1 - 1e-3)
    chance = np.where(known > 0, np.minimum(clipped, _KNOWN), clipped)
    size = np.minimum([max(line.count(" ") + 1, len(line) / 12) for line in page], _LONGEST).astype(np.float64)
    begin, end = densest((np.minimum(size, _MOST_WORDS) + 2) * (chance - 0.5))
    inside = np.zeros(len(page))
    inside[begin:end] = 1.0
    body = (chance > 0.5) * inside
    columns = [
        *_around(np.log(clipped / (1 - clipped)), size, found),
        *_alone(page),
        *_shares(chance, size, begin, end),
        *_region(chance, size, body, begin, end),
        *_paragraphs_near(chance, size),
        *_mixture(chance, size, known, found),
        *_marks(chance, size, known, found, begin),
        *_runs(chance, size, found.dense[:, PROSE] > 0),
        *_words(chance, size, body, found),
    ]
    rows = np.empty((len(page), len(columns) + len(_OWN)), dtype=np.float32)
    for place, column in enumerate(columns):
        rows[:, place] = column
    rows[:, len(columns) :] = found.dense[:, _OWN]
    return rows


def densest(weights: Column) -> tuple[int, int]:
    """The stretch with the greatest sum (Bentley 1984).

    >>> densest(np.array([-1.0, 2.0, -1.0, 3.0, -5.0]))
    (1, 4)
    """
    sums = np.concatenate([[0.0], np.cumsum(weights)])
    end = int(np.argmax(sums - np.minimum.accumulate(sums)))
    return int(np.argmin(sums[: end + 1])) if end else 0, end


def _moved(column: Column, lines: int, beyond: float = 0.0) -> Column:
    """The column of the line that stands `lines` before (negative: behind)."""
    if not lines:
        return column
    out = np.empty(len(column))
    if lines > 0:
        out[:lines], out[lines:] = beyond, column[:-lines]
    else:
        out[lines:], out[:lines] = beyond, column[-lines:]
    return out


def _around(odds: Column, size: Column, found: Features) -> Iterator[Column]:
    """The lines before and behind."""
    for lines in range(-3, 4):
        yield _moved(odds, lines, _NONE)
    words = np.log1p(size)
    for lines in (-2, -1, 1, 2):
        yield _moved(words, lines)
    yield from (words, found.dense[:, PROSE].astype(np.float64))


def _alone(page: Sequence[str]) -> Iterator[Column]:
    """The line's place and its signs, as far as `features` does not say it."""
    count = len(page)
    yield from (np.log1p(count - 1.0 - np.arange(count)), np.full(count, np.log1p(count)))
    yield np.array([("?" in line) + 2.0 * ("!" in line) for line in page])


def _shares(chance: Column, size: Column, begin: int, end: int) -> Iterator[Column]:
    """How much of the page's likely words stand before, behind and in the line."""
    mass = chance * np.minimum(size, _MOST_WORDS)
    total = mass.sum() + 1e-6
    before = np.cumsum(mass) - mass
    yield from (before / total, (total - before - mass) / total, mass / total)
    yield np.full(len(size), np.log1p(total))
    yield np.full(len(size), mass[begin:end].sum() / total)


def _region(chance: Column, size: Column, body: Column, begin: int, end: int) -> Iterator[Column]:
    """Where the line stands to the stretch with the most likely words, and how its length compares with that stretch."""
    place = np.arange(len(size))
    yield ((place >= begin) & (place < end)).astype(np.float64)
    yield from (np.clip(place - begin, -20, 20).astype(np.float64), np.clip(place - end, -20, 20).astype(np.float64))
    words = np.concatenate([[0.0], np.cumsum(size)])
    yield np.log1p(np.maximum(words[:-1] - words[end], 0))
    yield np.log1p(np.maximum(words[begin] - words[1:], 0))
    usual = (size * body).sum() / max(body.sum(), 1.0)
    yield from (np.log((size + 1) / (usual + 1)), np.full(len(size), np.log1p(usual)))


def _paragraphs_near(chance: Column, size: Column) -> Iterator[Column]:
    """Lines and words to the nearest sure paragraph above and below."""
    count = len(size)
    place = np.arange(count)
    is_sure = (chance > _SURE) & (size >= _SURE_WORDS)
    above = np.append(-1, np.maximum.accumulate(np.where(is_sure, place, -1))[:-1])
    below = np.append(np.minimum.accumulate(np.where(is_sure, place, count)[::-1])[::-1][1:], count)
    words = np.concatenate([[0.0], np.cumsum(size)])
    yield np.log1p(np.where(above < 0, _FURTHEST, np.minimum(place - above, _FURTHEST)))
    yield np.log1p(np.where(below == count, _FURTHEST, np.minimum(below - place, _FURTHEST)))
    far = 10.0 * _FURTHEST
    yield np.log1p(np.where(above < 0, far, np.minimum(words[place] - words[above + 1], far)))
    yield np.log1p(
        np.where(below == count, far, np.minimum(words[np.minimum(below, count - 1)] - words[place + 1], far))
    )


def _mixture(chance: Column, size: Column, known: Column, found: Features) -> Iterator[Column]:
    """How likely the lines around are, how many of them are prose, and how many known as furniture."""
    for reach in (_NEAR, _FAR):
        words = _summed(size, reach)
        yield (_summed(chance * size, reach) - chance * size) / np.maximum(words - size, 1.0)
        yield _summed(found.dense[:, PROSE].astype(np.float64), reach) / (2 * reach + 1)
        yield _summed(known, reach) / (2 * reach + 1)


def _summed(column: Column, reach: int) -> Column:
    """The sum over the lines up to `reach` away."""
    sums = np.concatenate([np.zeros(reach + 1), np.cumsum(column), np.full(reach, column.sum())])
    return np.asarray(sums[2 * reach + 1 :] - sums[: len(column)])


def _marks(chance: Column, size: Column, known: Column, found: Features, begin: int) -> Iterator[Column]:
    """What stands between the beginning of the story and the line: headings of other stories, known furniture."""
    behind = np.arange(len(size)) > begin
    mark = found.dense[:, ENDS_STORY] * behind
    yield np.minimum(np.cumsum(mark) - mark, 3.0)
    mass = chance * np.minimum(size, _MOST_WORDS)
    before = (np.cumsum(mass) - mass) / (mass.sum() + 1e-6)
    yield np.maximum.accumulate(np.where(mark > 0, before, 0.0))
    yield np.log1p(np.cumsum(known * behind) - known * behind)


def _runs(chance: Column, size: Column, is_prose: NDArray[np.bool_]) -> Iterator[Column]:
    """The run of lines without a sentence in which a line stands: how long, how likely, and of how many words a line."""
    short = ~is_prose
    first = short & ~np.append(False, short[:-1])
    run = np.cumsum(first) * short
    count = np.maximum(np.bincount(run), 1)
    yield np.where(short, np.log1p(count[run]), 0.0)
    yield np.where(short, (np.bincount(run, weights=chance) / count)[run], 1.0)
    yield np.where(short, np.log1p((np.bincount(run, weights=size) / count)[run]), 0.0)


def _words(chance: Column, size: Column, body: Column, found: Features) -> Iterator[Column]:
    """How many of the line's longer words, and of those with a capital, the likely lines use."""
    count = len(size)
    lines, words, capital = found.terms[:, 0], found.terms[:, 1], found.terms[:, 2] > 0

    def total(weights: Column) -> Column:
        return np.asarray(np.bincount(lines, weights=weights, minlength=count), dtype=np.float64)

    weight = chance * (size >= 8)
    uses = np.bincount(words, weights=weight[lines]) if len(lines) else np.zeros(0)
    others = uses[words] - weight[lines]
    rarity = np.log((count + 1) / np.bincount(words)[words]) if len(lines) else np.zeros(0)
    own = np.maximum(total(np.ones(len(lines))), 1.0)
    capitals = total(capital.astype(np.float64))
    common = total((others > 0.5).astype(np.float64)) / own
    named = total((capital & (others > 0.5)).astype(np.float64))
    yield from (common, total((others > 2).astype(np.float64)) / own)
    yield total((others > 0.5) * rarity) / np.maximum(total(rarity), 1e-6)
    yield total(np.log1p(np.maximum(others, 0.0))) / own
    yield from (capitals / own, np.where(capitals > 0, named / np.maximum(capitals, 1.0), 0.5), np.minimum(named, 5.0))
    yield common - (common * body * size).sum() / max((body * size).sum(), 1.0)
    yield found.dense[:, REPEATED].astype(np.float64)
