"""Quantities: numbers as stated, the interval they imply, their unit, modifier and change, and what they measure.

    numerals   numbers as written          others     what is no quantity: years, dates, scores, names of things
    units      units and currencies        phrases    number + unit or counted noun
    nouns      the counted noun            ranges     two numbers that make one quantity
    compounds  amounts in two units        multiples  "doubled"
    sharing    a unit said once for two    modifiers  "more than", and the interval it implies
    changes    "rose 5 percent"            measured   what is measured
    rendering  a quantity back into words  spelled    number words that are no quantities

A grammar of our own over the text; a parse, where there is one, is asked what a number counts and measures. No peer was
good enough on news (see `benchmarks/quantities`). Every rule looks at a bounded stretch of text, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.quantities import (
    changes,
    compounds,
    modifiers,
    multiples,
    numerals,
    others,
    phrases,
    ranges,
    sharing,
)
from sayso.extract.quantities.measured import Parses, measured, refine_count
from sayso.extract.quantities.phrases import Phrase
from sayso.extract.quantities.rendering import render
from sayso.records import Quantity

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence

__all__ = ["quantities", "render"]


def quantities(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Quantity, ...]:
    """The quantities stated in a text, in order, not overlapping.

    Offsets are code points into `text`, end excluded; a span takes in modifier, number and unit. `value` is None for
    a range. `unit` is the plain English singular, for a count that of the counted noun. With parsed `sentences` the
    counted noun and what is measured come from the parse, else from the words beside the number. Never raises for bad
    text.

    >>> found = quantities("Acme delivered more than 410,000 vehicles, up 5 percent.")
    >>> [(q.text, q.value, q.low, q.high) for q in found]
    [('more than 410,000 vehicles', 410000.0, 410000.0, None), ('5 percent', 5.0, 4.5, 5.5)]
    >>> [(q.unit, q.modifier, q.change) for q in found]
    [('vehicle', 'more than', None), ('percent', None, 'up')]
    """
    read = text.translate(_FOLDED)
    found = _phrases(read)
    parses = Parses(sentences or ())
    sharing.share_units(read, found)
    for phrase, following in zip(found, [*found[1:], None], strict=False):
        refine_count(phrase, parses, following.start if following else len(read))
    found = [phrase for phrase in found if not _names(read, phrase)]
    reach = 0
    for before, phrase in zip([None, *found], found, strict=False):
        modifiers.take(read, phrase, reach)
        changes.take(read, phrase, before)
        reach = phrase.end
    sharing.unname_dollars(read, found)
    return tuple(_record(text, phrase, measured(text, phrase, parses)) for phrase in found)


# Four letters that patterns without regard to case take for English ones, and that lower case does not make English.
_FOLDED = str.maketrans("İıſ\u212a", "IisK")


def _phrases(text: str) -> list[Phrase]:
    """Every number that is a quantity, with its unit; ranges made one, multiples put in their places."""
    found: list[Phrase] = []
    for numeral in numerals.scan(text):
        if (found and numeral.start < found[-1].end) or not others.is_quantity(text, numeral):
            continue
        phrase = phrases.build(text, numeral, found[-1].end if found else 0)
        if numeral.suffix in ("M", "B") and phrase.unit is None:
            continue  # "3M": a name, unless it counts something
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


def _names(text: str, phrase: Phrase) -> bool:
    """Whether the number, counting nothing and bounded by nothing, is a pronoun or part of a name: "1 Elm Yard"."""
    numeral = phrase.numeral
    if phrase.unit is not None or phrase.ranged or phrase.end != numeral.end or modifiers.before(text, phrase.start):
        return False
    if numeral.kind == "words":
        return phrase.value == 1
    if text[phrase.start] == "+":
        return True
    capital = _CAPITALISED.match(text, numeral.end) is not None
    return numeral.kind == "digits" and numeral.scale == 1 and not numeral.grouped and capital


_CAPITALISED = re.compile(r" [A-Z][a-z]")


def _record(text: str, phrase: Phrase, thing: str | None) -> Quantity:
    low, high = phrase.low, phrase.high
    value: float | None = None if phrase.ranged or phrase.numeral.kind == "vague" else phrase.value
    if value is not None:
        low, high = modifiers.interval(value, phrase.place, phrase.modifier, phrase.grain)
    return Quantity(
        start=phrase.start, end=phrase.end, text=text[phrase.start : phrase.end], value=value, low=low, high=high,
        unit=phrase.unit, modifier=phrase.modifier, change=phrase.change, measured=thing,
    )  # fmt: skip
