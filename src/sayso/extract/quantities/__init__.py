"""Quantities: numbers as stated, the interval they imply, their unit, modifier and change, and what they measure.

    numerals   numbers as written          others     what is no quantity: years, dates, scores, names of things
    units      units and currencies        phrases    number + unit or counted noun
    nouns      the counted noun            ranges     two numbers that make one quantity
    modifiers  "more than", and intervals  changes    "rose 5 percent"
    measured   what is measured            rendering  a quantity back into words

A grammar of our own over the text; a parse, where there is one, is asked what a number counts and measures. No peer was
good enough on news (see `benchmarks/quantities`). Every rule looks at a bounded stretch of text, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, cast

from sayso.extract.quantities import changes, compounds, modifiers, multiples, numerals, others, phrases, ranges
from sayso.extract.quantities.measured import Parses, measured, refine_count
from sayso.extract.quantities.phrases import Phrase
from sayso.extract.quantities.rendering import render
from sayso.records import Quantity

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence

__all__ = ["quantities", "render"]


def quantities(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Quantity, ...]:
    """The quantities stated in a text, in order, not overlapping.

    Offsets are code points into `text`, end excluded; a span takes in modifier, number and unit. `value` is None for a range.
    `unit` is the plain English singular, for a count that of the counted noun. With parsed `sentences` the counted noun and
    what is measured come from the parse, else from the words beside the number. Never raises for bad text.

    >>> found = quantities("Acme delivered more than 410,000 vehicles, up 5 percent.")
    >>> [(q.text, q.value, q.low, q.high, q.unit, q.modifier, q.change) for q in found]
    [('more than 410,000 vehicles', 410000.0, 410000.0, None, 'vehicle', 'more than', None), ('up 5 percent', 5.0, 4.75, 5.25, 'percent', None, 'up')]
    """
    found = _phrases(text)
    parses = Parses(sentences or ())
    for phrase, following in zip(found, [*found[1:], None], strict=False):
        refine_count(phrase, parses, following.start if following else len(text))
    _share_units(text, found)
    reach = 0
    for before, phrase in zip([None, *found], found, strict=False):
        _take_modifier(text, phrase, reach)
        _take_change(text, phrase, before)
        reach = phrase.end
    if _OTHER_DOLLARS.search(text):
        _unname_dollars(found, text)
    return tuple(_record(text, phrase, measured(text, phrase, parses)) for phrase in found)


def _phrases(text: str) -> list[Phrase]:
    """Every number that is a quantity, with its unit; ranges made one, multiples put in their places."""
    found: list[Phrase] = []
    for numeral in numerals.scan(text):
        if (found and numeral.start < found[-1].end) or not others.is_quantity(text, numeral):
            continue
        phrase = phrases.build(text, numeral, found[-1].end if found else 0)
        if found and (joined := ranges.joined(text, found[-1], phrase)):
            found[-1] = joined
        else:
            found.append(phrase)
    found = compounds.merged(text, found)
    times = multiples.multiples(text)
    if not times:
        return found
    taken = [(t.start, t.end) for t in times]
    found = [p for p in found if not any(p.start < end and start < p.end for start, end in taken)]
    return sorted([*found, *map(phrases.from_multiple, times)], key=lambda p: p.start)


_OTHER_DOLLARS = re.compile(r"(?:US|U\.S\.|AU?|C|CA|NZ|HK) ?\$|\$(?:US|A|C|NZ|HK)\b|\$(?:US|A|C|NZ|HK)\d")


def _unname_dollars(found: list[Phrase], text: str) -> None:
    """Where a text tells its dollars apart, a bare "$" may be any of them."""
    for phrase in found:
        if phrase.unit and phrase.unit.startswith("US dollar") and not _US.search(text, phrase.start, phrase.end):
            phrase.unit = phrase.unit.removeprefix("US ")


_US = re.compile(r"US|U\.S\.", re.I)


def _share_units(text: str, found: list[Phrase]) -> None:
    """ "7- or 8-inch", "10,000 and 12,000 cars": a unit said once, for the numbers before it."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit is None and right.unit and right.dimension != "money" and left.numeral.kind in ("digits", "words"):
            if _SHARED.fullmatch(text, left.end, right.start):
                left.unit, left.dimension, left.noun = right.unit, right.dimension, right.noun
            elif text[left.end : right.start] == " " and _stands_before(text, right):
                phrases.take_noun(text, left, right.end)  # "2 million 9 litre cases"
    for left, right in zip(found[:-1], found[1:], strict=True):
        if (
            right.unit is None
            and left.unit
            and left.dimension not in ("time", "age")
            and right.numeral.kind in ("digits", "words")
        ):
            between = text[left.end : right.start]
            link = _ELLIPSIS if left.dimension == "count" else _POINTS if left.unit == "point" else _AND
            if (
                len(between) < 60
                and link.search(between)
                and not _BREAK.search(between)
                and _BARE.match(text, right.end)
            ):
                right.unit, right.dimension = left.unit, left.dimension


_AND = re.compile(r"^[^()]*\b(?:and|or)[ ]$")
_POINTS = re.compile(r"^[ ](?:to|at|to close at|to end at|to finish at)[ ]$")
_SHARED = re.compile(r"-?(?:,[ ]|,?[ ](?:and|or|to|even|or even|nor)[ ])|-?[ ]?[/&-][ ]?")
_ELLIPSIS = re.compile(r"(?:\band|\bor|,|\bthan|\bfrom|\bto|\bcompared with|\bcompared to|\bversus|\bagainst|\bof)[ ]$")
_BREAK = re.compile(r"[.;!?\n]")
_BARE = re.compile(
    r"[ ](?:by|in|on|at|for|to|from|of|last|this|a year|the|were|was|had|are|is|during|respectively|before|after|earlier)\b|[,.;:)!?]|$"
)


def _stands_before(text: str, right: Phrase) -> bool:
    """Whether the phrase is itself a measure of what follows: "9 litre cases", "30-minute scenes"."""
    return right.dimension != "count" or "-" in text[right.start : right.end]


def _take_modifier(text: str, phrase: Phrase, reach: int) -> None:
    if not phrase.ranged and (before := modifiers.before(text, phrase.start)) and before[1] >= reach:
        name, begin = before
        if not _is_duration_over(text, begin, phrase, name):
            phrase.modifier, phrase.start = name, begin
    if (
        phrase.modifier in (None, "about", "only")
        and not phrase.ranged
        and (after := modifiers.after(text, phrase.end))
    ):
        phrase.modifier, phrase.end = after
    elif (
        not phrase.ranged
        and phrase.modifier is None
        and (inner := modifiers.after(text, phrase.numeral.end))
        and phrase.dimension == "count"
    ):
        phrase.modifier = inner[0]


def _is_duration_over(text: str, begin: int, phrase: Phrase, name: str) -> bool:
    """ "Over three years" before a stretch of time is mostly "during"."""
    return (
        phrase.dimension == "time"
        and name in ("more than", "less than", "about")
        and _DURING.match(text, begin) is not None
    )


_DURING = re.compile(r"(?:over|under|around)[ ]", re.I)


def _take_change(text: str, phrase: Phrase, before: Phrase | None) -> None:
    if phrase.ranged and phrase.modifier == "from … to":
        phrase.change = changes.direction(text, phrase.start, phrase.unit, counts=False)
        return
    if phrase.dimension in ("age", "time"):
        return
    plain = phrase.dimension in (None, "count")
    phrase.change = phrase.change or changes.direction(text, phrase.start, phrase.unit, counts=phrase.dimension == "count")
    if phrase.change is None and not plain and (side := changes.side_after(text, phrase.end)):
        phrase.change, phrase.end = side
    if phrase.change is None and before is not None and before.change and before.unit == phrase.unit:
        between = text[before.end : phrase.start] if before else ""
        if len(between) < 80 and _AGAIN_BY.search(between) and not _BREAK.search(between):
            phrase.change = before.change if before else None
    if (
        phrase.change is None
        and before is not None
        and before.change
        and text[before.end : phrase.start] in (" or ", ", or ")
    ):
        phrase.change = before.change


_AGAIN_BY = re.compile(r"\bby[ ]$")


def _record(text: str, phrase: Phrase, thing: str | None) -> Quantity:
    low, high = phrase.low, phrase.high
    value: float | None = None if phrase.ranged or phrase.numeral.kind == "vague" else phrase.value
    if value is not None:
        low, high = modifiers.interval(value, phrase.place, phrase.modifier, phrase.grain)
    return Quantity(
        start=phrase.start, end=phrase.end, text=text[phrase.start : phrase.end], value=value, low=low, high=high, unit=phrase.unit,
        modifier=phrase.modifier, change=cast("Literal['up', 'down'] | None", phrase.change), measured=thing,
    )  # fmt: skip
