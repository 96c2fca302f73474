"""Which passages of one text repeat which passages of another, word for word, short gaps tolerated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SEED = 2  # words in a row that open a run near an earlier one; at 3, of passages with 30 % new words a half is lost
FAR = 5  # words in a row that a run needs anywhere else; threes and fours recur by chance ("one of the")
GAP = 6  # words, on either side, over which runs are one passage: an inserted clause, a cut adjective
DENSE = 0.5  # share of a passage's words, on either side, that match; below it the passage is a string of chance runs
TRIES = 8  # places of one seed that are tried; text that repeats itself stays linear


class Passage(NamedTuple):
    """Words `start` to `end` (excluded) of the copy repeat those of the original; `matched` of them are the same."""

    start: int
    end: int
    original_start: int
    original_end: int
    matched: tuple[int, ...]


class Run(NamedTuple):
    """`length` words in a row, from `start` in the copy and `original` in the other text, that are the same."""

    start: int
    original: int
    length: int


def passages(copy: Sequence[int], original: Sequence[int], places: dict[tuple[int, ...], list[int]]) -> list[Passage]:
    """The passages of `copy` that repeat `original`, in order; both are given as word hashes, `places` by `index`.

    >>> original = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> [passage[:4] for passage in passages([1, 2, 3, 4, 5, 6, 99, 7, 8, 9], original, index(original))]
    [(0, 10, 1, 10)]
    """
    chains: list[list[Run]] = []
    for run in _runs(copy, original, places):
        if chains and _continues(chains[-1][-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return [passage for passage in map(_passage, chains) if _dense(passage)]


def index(original: Sequence[int]) -> dict[tuple[int, ...], list[int]]:
    """Where each `SEED` words in a row stand, the first `TRIES` places."""
    places: dict[tuple[int, ...], list[int]] = {}
    for at in range(len(original) - SEED + 1):
        found = places.setdefault(tuple(original[at : at + SEED]), [])
        if len(found) < TRIES:
            found.append(at)
    return places


def _runs(copy: Sequence[int], original: Sequence[int], places: dict[tuple[int, ...], list[int]]) -> list[Run]:
    """Runs from left to right, each as long as it goes; what is tried is bounded by what is passed over: linear."""
    runs: list[Run] = []
    at = 0
    while at + SEED <= len(copy):
        run = _longest(copy, original, at, places.get(tuple(copy[at : at + SEED]), ()), runs)
        if run is None:
            at += 1
        else:
            runs.append(run)
            at += run.length
    return runs


def _longest(
    copy: Sequence[int], original: Sequence[int], at: int, where: Sequence[int], runs: Sequence[Run]
) -> Run | None:
    """The run that continues the last one if there is such, else the longest that is long enough to stand alone."""
    tried = [Run(at, place, _length(copy, original, at, place)) for place in where]
    for run in tried:
        if runs and _continues(runs[-1], run):
            return run
    best = max(tried, key=lambda run: run.length, default=None)
    return best if best is not None and best.length >= min(FAR, len(copy)) else None


def _length(copy: Sequence[int], original: Sequence[int], at: int, place: int) -> int:
    most = min(len(copy) - at, len(original) - place)
    length = SEED
    while length < most and copy[at + length] == original[place + length]:
        length += 1
    return length


def _continues(last: Run, run: Run) -> bool:
    gap = run.start - last.start - last.length
    original_gap = run.original - last.original - last.length
    return 0 <= gap <= GAP and 0 <= original_gap <= GAP


def _passage(chain: Sequence[Run]) -> Passage:
    first, last = chain[0], chain[-1]
    matched = tuple(at for run in chain for at in range(run.start, run.start + run.length))
    return Passage(first.start, last.start + last.length, first.original, last.original + last.length, matched)


def _dense(passage: Passage) -> bool:
    longer = max(passage.end - passage.start, passage.original_end - passage.original_start)
    return len(passage.matched) >= DENSE * longer
