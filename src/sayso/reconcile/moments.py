"""When two claims say that it happens: the same, more closely, another day, or a plan that moved."""

from __future__ import annotations

import re

from sayso.compare.times import compare_times
from sayso.reconcile.numbers import CLASH_LIKENESS, later
from sayso.reconcile.sides import Side, Verdict, dated, likeness, one_predicate, one_subject
from sayso.records import Claim

_AHEAD = frozenset({"planned", "predicted"})
_MOVED = re.compile(
    r"(?i)\b(?:original|initial|previous|earlier|former|old|first|now|new|instead|postpone|delay|push|bring|brought|move|advance"
    r"|reschedule)"
)


def moments(a: Side, b: Side) -> Verdict | None:
    """What the times of two claims say; None where one has none, or where two things happened at two times."""
    if not dated(a.claim) or not dated(b.claim):
        return None
    found = compare_times(a.claim.happened, b.claim.happened)
    both_ahead = _ahead(a.claim) and _ahead(b.claim)
    if both_ahead and bool(a.claim.quantities) == bool(b.claim.quantities) and _differ(a, b, found.kind):
        if _replaced(a, b):
            return Verdict("update", "time", f"{_when(a.claim)} in one, {_when(b.claim)} in the other")
        if found.kind == "conflicts":
            return Verdict("conflict", "time", found.reason) if likeness(a, b) >= CLASH_LIKENESS else None
    if found.kind == "refines":
        return Verdict("refine", "time", found.reason)
    if found.kind == "conflicts" and a.claim.status == b.claim.status and _one_happening(a, b):
        return Verdict("conflict", "time", found.reason)
    return None


def _ahead(claim: Claim) -> bool:
    """Whether a claim tells what is to come: by its status, or because its day lies after the day it was said."""
    if claim.status in _AHEAD:
        return True
    day, said = claim.happened.earliest, claim.said.latest
    return claim.status == "asserted" and bool(day and said and day[:10] > said[:10])


def _differ(a: Side, b: Side, kind: str) -> bool:
    """Whether two times of what is ahead are two dates: they exclude each other, or one has only an end."""
    open_ended = (a.claim.happened.earliest is None) != (b.claim.happened.earliest is None)
    return kind == "conflicts" or (kind == "refines" and open_ended)


def _replaced(a: Side, b: Side) -> bool:
    """Whether one date replaces the other: told later, or called the earlier or the new one; forecasts of two voices do not."""
    if (
        a.claim.status == b.claim.status == "predicted"
        and a.claim.origin != b.claim.origin
        and not later(a.claim, b.claim)
    ):
        return False
    return (
        a.claim.status == b.claim.status == "planned"
        or later(a.claim, b.claim)
        or any(_MOVED.search(x.claim.text) for x in (a, b))
    )


def _one_happening(a: Side, b: Side) -> bool:
    like = likeness(a, b)
    shares = bool(set(a.claim.entities) & set(b.claim.entities)) or one_subject(a, b)
    return like >= CLASH_LIKENESS and shares and one_predicate(a, b)


def _when(claim: Claim) -> str:
    """The claim's time in the words of its text."""
    own = (claim.happened.earliest, claim.happened.latest)
    found = next((t for t in claim.timexes if (t.earliest, t.latest) == own), None)
    if found is None:
        return " to ".join(day[:10] for day in own if day)
    return {"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "by "}.get(found.mod or "", "") + found.text
