"""The whole grammar in the order its rules run, and what is left of a text's items that tells a time."""

from __future__ import annotations

from sayso.extract.timex import clock, deictic, durations, points, qualifiers, sets
from sayso.extract.timex.grammar import Compiled, Item, apply, compiled, kind
from sayso.extract.timex.lexer import lex

RULES: tuple[Compiled, ...] = compiled((
    *durations.RULES,
    *points.RULES,
    *deictic.RULES,
    *clock.RULES,
    *qualifiers.RULES,
    *sets.RULES,
))

_TOLD = frozenset(kind(name) for name in ("POINT", "BOUNDED", "LENGTH", "SET", "VAGUE"))


def found(text: str) -> list[Item]:
    """Give the items of a text that tell a time, in order."""
    return [item for item in apply(RULES, lex(text)) if item.kind in _TOLD]
