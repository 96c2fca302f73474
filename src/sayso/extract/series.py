"""Figures told in a row: "135 cars in May, 140 in June and 150 in July" says three things.

Read off the order of the words, as parsers often lose their way in such rows: figures of one unit, each with what it
is the figure of behind it, parted by commas and "and".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.extract.tree import Tree
from sayso.records import Quantity

_FARTHEST = 12  # tokens from one figure to the next
_BREAKS = frozenset({",", ";", "and", "or", "but", "while", "plus"})
_PLACES = frozenset("in at for to with from by among on across between through during per against".split())
_CHANGES = frozenset({"from", "to", "than", "by", "of"})
_INSIDE = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "SYM", "PART", "ADV"})


class Figure(NamedTuple):
    """A quantity, and its first and last token."""

    first: int
    last: int
    quantity: Quantity


def series(tree: Tree, quantities: Sequence[Quantity]) -> list[tuple[int, ...]]:
    """The members of the rows of figures in a sentence, each as its tokens; nothing where no row is."""
    rows: list[list[Figure]] = []
    for figure in _figures(tree, quantities):
        if rows and _goes_on(tree, rows[-1][-1], figure):
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return [member for row in rows if len(row) > 1 for member in _members(tree, row)]


def _figures(tree: Tree, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """The quantities with their first and last token."""
    starts, ends = [t.start for t in tree.tokens], [t.end for t in tree.tokens]
    for quantity in quantities:
        first, last = bisect_right(ends, quantity.start), bisect_left(starts, quantity.end) - 1
        if first <= last:
            yield Figure(first, last, quantity)


def _goes_on(tree: Tree, one: Figure, other: Figure) -> bool:
    """Whether a figure is the next of a row: of one unit, told apart by a phrase, after a comma or "and", without a verb between."""
    between = range(one.last + 1, other.first)
    if not 2 <= len(between) <= _FARTHEST or one.quantity.change != other.quantity.change:
        return False
    if other.quantity.unit and one.quantity.unit != other.quantity.unit:
        return False
    if (
        any(tree[i].upos in {"VERB", "AUX", "PRON", "SCONJ"} for i in between)
        or tree[other.first - 1].lemma in _CHANGES
    ):
        return False  # "…, up from 12 in 2020" goes back over the same figure
    end = _end(tree, between)
    behind = range(other.last + 1, min(other.last + 3, len(tree)))
    return end is not None and _placed(tree, range(one.last + 1, end)) and _placed(tree, behind)


def _placed(tree: Tree, tokens: range) -> bool:
    """Whether it says of what, where or when a figure is."""
    return any(tree[i].text.lower() in _PLACES for i in tokens)


def _end(tree: Tree, tokens: range) -> int | None:
    """Where the phrase behind a figure ends: at the first comma or "and"."""
    return next((i for i in tokens if tree[i].text.lower() in _BREAKS), None)


def _members(tree: Tree, row: Sequence[Figure]) -> Iterator[tuple[int, ...]]:
    """Each figure with the phrase behind it."""
    for one, other in pairwise(row):
        end = _end(tree, range(one.last + 1, other.first))
        yield tuple(range(one.first, other.first if end is None else end))
    last = row[-1].last + 1
    while last < len(tree) and tree[last].upos in _INSIDE and tree[last].text not in _BREAKS:
        last += 1
    yield tuple(range(row[-1].first, last))
