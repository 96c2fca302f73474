"""The whole grammar in the order its rules run, and what is left of a text's items that tells a time."""

from __future__ import annotations

from sayso.extract.timex import clock, deictic, durations, points, qualifiers, sets
from sayso.extract.timex.grammar import Compiled, Item, apply, compiled, kind, members
from sayso.extract.timex.lexer import lex
from sayso.extract.timex.words import word_set

RULES: tuple[Compiled, ...] = compiled(
    (
        *durations.RULES,
        *points.RULES,
        *deictic.RULES,
        *clock.RULES,
        *qualifiers.RULES,
        *sets.RULES,
    )
)

_TOLD = frozenset(kind(name) for name in ("POINT", "BOUNDED", "LENGTH", "SET"))


# What no time expression is without, and how many items around one a rule may ask for.
_TRIGGERS = "".join(
    members(name)
    for name in sorted(
        word_set(
            "LONGWORD POINT DEICTIC VAGUE REPEATED MONTH WEEKDAY SEASON HOLIDAY PART UNIT1 UNITS QUARTER CENTURY SECOND YEAR "
            "SHORT DECADE FISCAL PERIOD CLOCK NOON ZONE past future moment present noon midday midnight "
            "days ago ORD old bc bce DAYNUM"
        )
    )
)
_REACH = 8


def found(text: str) -> list[Item]:
    """Give the items of a text that tell a time, in order."""
    return [item for item in apply(RULES, _near_triggers(lex(text))) if item.kind in _TOLD]


def _near_triggers(items: list[Item]) -> list[Item]:
    """Leave out what is too far from any trigger to matter, so that rules run over the rest alone."""
    kept: list[Item] = []
    done = 0
    for at, item in enumerate(items):
        if item.kind in _TRIGGERS:
            kept += items[max(done, at - _REACH) : max(done, at + _REACH)]
            done = max(done, at + _REACH)
    return kept
