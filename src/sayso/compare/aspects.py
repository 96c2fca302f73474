"""Which measure of a thing a length is: how wide, how deep, how far; 12 metres of one are not 12 metres of another."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from sayso.compare.quantities import is_length
from sayso.records import Claim, Quantity

_WORDS = {
    "across": "wide|across|broad|width|breadth|diameter",
    "radius": "radius",
    "depth": "deep|depth|underground|underwater|below",
    "height": "high|tall|height|altitude|elevation",
    "length": "long|length|lengthy",
    "thickness": "thick|thickness",
    "distance": "away|off|from|offshore|inland|north|south|east|west|distance",
}
_NAMED = {word: aspect for aspect, listed in _WORDS.items() for word in listed.split("|")}
_ANY = "|".join(sorted(_NAMED, key=lambda w: (-len(w), w)))
_AFTER = re.compile(rf"(?i)[\s-]*(?:in\s+|of\s+)?({_ANY})\b")
_BEFORE = re.compile(rf"(?i)\b({_ANY})\s+(?:of|is|was|were|measur\w+|at)\s+(?:\w+\s+){{0,2}}$")
_AGAIN = re.compile(r"\W*\((?:or\s+|about\s+|around\s+)?$")  # "12 metres (39 feet)", "39-foot-wide (12 metres)"
_REACH = 40  # characters that a measure's name stands before its figure


def aspects(claim: Claim) -> dict[int, str]:
    """The aspect that each length of a claim measures, by the length's start; lengths that do not say are left out.

    >>> def claim(text, *lengths):
    ...     made = [Quantity(start=text.index(x), end=text.index(x) + len(x), text=x, value=1, low=1, high=1, unit="metre")
    ...             for x in lengths]
    ...     return Claim(id="c", article_id="a", start=0, end=len(text), text=text, status="asserted", polarity="positive",
    ...                  chain=(), origin="a", quantities=tuple(made))
    >>> aspects(claim("a pit 12 metres (39 feet) wide", "12 metres", "39 feet"))
    {6: 'across', 17: 'across'}
    >>> aspects(claim("with a radius of about 12 metres and 5 metres deep", "12 metres", "5 metres"))
    {23: 'radius', 37: 'depth'}
    """
    found: dict[int, str] = {}
    last: Quantity | None = None
    lengths = sorted((q for q in claim.quantities if is_length(q.unit)), key=lambda q: q.start)
    for q in lengths:
        start, end = q.start - claim.start, q.end - claim.start
        after, before = _AFTER.match(claim.text, end), _BEFORE.search(claim.text[max(0, start - _REACH) : start])
        named = after or before
        if named:
            found[q.start] = _NAMED[named.group(1).lower()]
        if last is not None:
            _share(found, last, q, claim)
        last = q
    return found


def _share(found: dict[int, str], first: Quantity, second: Quantity, claim: Claim) -> None:
    """Let a length and the same length given again in brackets measure the same."""
    between = claim.text[max(0, first.end - claim.start) : max(0, second.start - claim.start)]
    named = _AFTER.match(between)
    if not _AGAIN.fullmatch(between[named.end() :] if named else between):
        return
    aspect = found.get(first.start) or found.get(second.start)
    if aspect is None:  # "12 metres (39 feet) wide"
        closing = re.match(r"\W*\)", claim.text[second.end - claim.start :])
        after = closing and _AFTER.match(claim.text, second.end - claim.start + closing.end())
        aspect = _NAMED[after.group(1).lower()] if after else None
    if aspect:
        found[first.start] = found[second.start] = aspect


def comparable(
    left: Quantity, right: Quantity, ours: str | None, theirs: str | None
) -> tuple[Quantity, Quantity] | None:
    """Two quantities as they may be compared, a radius as the width that it makes; None where they measure two things.

    >>> def metres(value):
    ...     return Quantity(start=0, end=0, text="", value=value, low=value, high=value, unit="metre")
    >>> comparable(metres(5.0), metres(5.0), "depth", "across") is None
    True
    >>> [q.value for q in comparable(metres(12.0), metres(12.0), "radius", "across")]
    [24.0, 12.0]
    """
    if ours is None or theirs is None or ours == theirs:
        return left, right
    if {ours, theirs} == {"radius", "across"}:
        return (_doubled(left), _across(right)) if ours == "radius" else (_across(left), _doubled(right))
    return None


def _across(width: Quantity) -> Quantity:
    return msgspec.structs.replace(width, text=f"{width.text} across" if width.text else "")


def _doubled(radius: Quantity) -> Quantity:
    bounds: Iterable[str] = ("value", "low", "high")
    doubled = {name: 2 * bound for name in bounds if (bound := getattr(radius, name)) is not None}
    return msgspec.structs.replace(radius, text=f"a radius of {radius.text}" if radius.text else "", **doubled)
