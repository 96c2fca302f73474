"""How two claims about the same thing stand to each other: relation, basis, and a reason a person can read.

Exact comparators over aligned slots, in the order a desk would ask: is one a denial of the other, do their numbers, their
times, their names differ, or do they say the same in other words.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.reconcile.denial import denial, negates
from sayso.reconcile.moments import apart_in_time, moments
from sayso.reconcile.numbers import numbers
from sayso.reconcile.sides import Side, Verdict, aligned
from sayso.reconcile.which import opposed, which
from sayso.records import Entity


def relate(a: Side, b: Side, entities: Mapping[str, Entity], surely: bool = False) -> Verdict | None:
    """The relation of two claims that may be about the same thing; symmetric but for the wording of the reason.

    None where it cannot be told: their slots do not align (asked only where they are not `surely` of one thing), they tell
    of different days, or one says that something is not so, the other that something is, and neither answers.
    """
    found = denial(a, b)
    if found or negates(a.claim) != negates(b.claim):
        return found
    figures = numbers(a, b, entities)
    if figures and figures.kind != "agree":
        return figures
    found = (None if figures else which(a, b, entities)) or moments(a, b) or figures or opposed(a, b)
    if found:
        return found
    if not (surely or aligned(a, b)) or apart_in_time(a, b):
        return None
    if a.claim.kind == b.claim.kind == "statement":
        return Verdict("agree", "wording", "both report it")
    return Verdict("agree", "wording", "both say that it is not so" if negates(a.claim) else "both say so")
