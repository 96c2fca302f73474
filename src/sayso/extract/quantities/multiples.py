"""Multiples: "doubled", "three times as many", "twofold": how many times, as a number of its own."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

_VERBS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0, "halved": 2.0}
_FOLD = {
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "hundred": 100.0,
}
_MULTIPLE = re.compile(
    rf"\b(?:(?P<verb>{'|'.join(_VERBS)})(?![ ](?:up|down|over|back|as)\b)|(?P<twice>twice|double"
    rf"|triple)[ ](?=as[ ](?:many|much|high|large|big|long|likely|fast)\b|the[ ](?:number|amount|size|rate|price|"
    rf"level|total|figure|average|limit|target|pace|cost|value|sum|budget|speed|share|norm|length|legal|national"
    rf"|usual|previous|original|\d|[$£€¥])|what\b|that[ ](?:of|number|amount))|(?P<fold>{'|'.join(_FOLD)}|\d{{1,4}})[ -]?fold\b)",
    re.I,
)


_HINTS = ("doubl", "tripl", "trebl", "upled", "halved", "twice", "fold")  # each multiple has one, most texts have none


class Multiple(msgspec.Struct, frozen=True):
    """How many times, where it is said, and whether up or down."""

    start: int
    end: int
    times: float
    change: Literal["up", "down"] | None


def multiples(text: str) -> list[Multiple]:
    """The multiples said without the word "times", in order.

    >>> [(m.times, m.change) for m in multiples("Profit doubled; costs are twice as high after a tenfold rise.")]
    [(2.0, 'up'), (2.0, None), (10.0, None)]
    """
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return []
    return [_multiple(found) for found in _MULTIPLE.finditer(text)]


def _multiple(found: re.Match[str]) -> Multiple:
    if verb := found["verb"]:
        return Multiple(found.start(), found.end(), _VERBS[verb.lower()], "down" if verb.lower() == "halved" else "up")
    if found["twice"]:
        return Multiple(
            found.start(), found.start() + len(found["twice"]), 3.0 if found["twice"].lower() == "triple" else 2.0, None
        )
    fold = found["fold"].lower()
    return Multiple(found.start(), found.end(), _FOLD.get(fold) or float(fold), None)
