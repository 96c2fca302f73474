"""When two claims say that it happens: the same, more closely, another day, or a plan that moved."""

from __future__ import annotations

import re

from sayso.compare.quantities import AGED
from sayso.compare.stated import time_parts
from sayso.compare.times import compare_times
from sayso.reconcile.numbers import CLASH_LIKENESS, EMPTY, later
from sayso.reconcile.sides import Side, Verdict, dated, likeness, one_predicate, one_subject
from sayso.records import Claim, Timex

_AHEAD = frozenset({"planned", "predicted"})
# What tells that a date is not the one it was, or not the one it was to be.
_MOVED = re.compile(
    r"(?i)\b(?:original(?:ly)?|initial(?:ly)?|previously|first planned|supposed to|instead of|(?:earlier|sooner|later) than|ahead of schedule"
    r"|(?:days?|weeks?|months?|years?) (?:earlier|sooner|later|ahead)|(?:brought|bring\w*|mov\w+|push\w*) (?:\w+ ){0,4}(?:forward|back|up)"
    r"|postpon\w+|delay\w*|reschedul\w+|(?:earlier|previous|former|old|new) (?:target|date|deadline|goal|plan|schedule)"
    r"|now (?:plan|expect|aim|hope|intend|say|set|due)\w*)\b"
)
# The parts of a date that place it by themselves; the hour of a day does not.
_PLACING = frozenset({"weekday", "date", "month", "year", "day", "season"})


def moments(a: Side, b: Side) -> Verdict | None:
    """What the times of two claims say; None where one has none, or where two things happened at two times."""
    if not dated(a.claim) or not dated(b.claim):
        return None
    found = compare_times(a.claim.happened, b.claim.happened)
    if _ahead(a.claim) and _ahead(b.claim) and _counted(a.claim) == _counted(b.claim) and _differ(a, b, found.kind):
        if _replaced(a, b):
            return Verdict("update", "time", f"{_when(a.claim)} in one, {_when(b.claim)} in the other")
        if found.kind == "conflicts":
            return Verdict("conflict", "time", found.reason) if _one_happening(a, b) else None
        if _deadlines(a.claim, b.claim) and _one_happening(a, b):
            return Verdict("conflict", "time", f"{_when(a.claim)} in one, {_when(b.claim)} in the other")
    if found.kind == "refines":
        return Verdict("refine", "time", found.reason) if _one_deed(a, b) else None
    if found.kind == "conflicts" and a.claim.status == b.claim.status and _told_apart(a, b) and _one_happening(a, b):
        return Verdict("conflict", "time", found.reason)
    return None


def _ahead(claim: Claim) -> bool:
    """Whether a claim tells what is to come: by its status, or because its day lies after the day it was said."""
    if claim.status in _AHEAD:
        return True
    day, said = claim.happened.earliest, claim.said.latest
    return claim.status == "asserted" and bool(day and said and day[:10] > said[:10])


def _counted(claim: Claim) -> bool:
    """Whether a claim gives a figure besides somebody's age: then it tells how many, and not when."""
    return any(q.unit != AGED for q in claim.quantities)


def _differ(a: Side, b: Side, kind: str) -> bool:
    """Whether two times of what is ahead are two dates: they exclude each other, or one has only an end, or both have another."""
    open_ended = (a.claim.happened.earliest is None) != (b.claim.happened.earliest is None)
    ended = open_ended or _deadlines(a.claim, b.claim)
    return (kind == "conflicts" or (kind == "refines" and ended)) and _told_apart(a, b)


def _deadlines(a: Claim, b: Claim) -> bool:
    """Whether both say by when: two days of the one are two forecasts ("by Friday", "by 31 December")."""
    return all(x.happened.earliest is None and x.happened.latest is not None for x in (a, b))


def _told_apart(a: Side, b: Side) -> bool:
    """Whether the words of two times say two days: not "June 28" in both, whichever year it was taken for, nor any day told in both."""
    ours, theirs = ({(t.earliest, t.latest) for t in x.claim.timexes if t.earliest and t.latest} for x in (a, b))
    if ours & theirs:
        return False
    left, right = (time_parts(_words(x.claim)) for x in (a, b))
    both = left.keys() & right.keys()
    if both & _PLACING:
        return any(left[k] != right[k] for k in both)
    return bool(left.keys() & _PLACING and right.keys() & _PLACING)


def _replaced(a: Side, b: Side) -> bool:
    """Whether one date of one matter replaces the other: called the earlier or the new one, told later, or another plan."""
    if any(_MOVED.search(x.claim.text) for x in (a, b)):
        return True
    if not _one_matter(a, b):
        return False
    if a.claim.status == b.claim.status == "predicted" and a.claim.origin != b.claim.origin:
        return later(a.claim, b.claim)
    return a.claim.status == b.claim.status == "planned" or later(a.claim, b.claim)


def _one_matter(a: Side, b: Side) -> bool:
    """Whether both say of the same that the same happens to it, and of the same things where they name any."""
    if not one_predicate(a, b) or not (one_subject(a, b) or (not (a.subject and b.subject) and a.others & b.others)):
        return False
    if a.claim.predicate.partition(" ")[0] in EMPTY:
        return bool(a.others & b.others)
    return not (a.others and b.others) or bool(a.others & b.others) or likeness(a, b) >= CLASH_LIKENESS


def _one_deed(a: Side, b: Side) -> bool:
    """Whether the one can tell more closely when the other was: not each thing of a day is a thing of its year told again."""
    return one_predicate(a, b) or likeness(a, b) >= CLASH_LIKENESS


def _one_happening(a: Side, b: Side) -> bool:
    return a.claim.article_id != b.claim.article_id and likeness(a, b) >= CLASH_LIKENESS and _one_matter(a, b)


def _own(claim: Claim) -> Timex | None:
    """The time expression that a claim's time comes from."""
    own = (claim.happened.earliest, claim.happened.latest)
    return next((t for t in claim.timexes if (t.earliest, t.latest) == own), None)


def _words(claim: Claim) -> str:
    """The words of a claim's time; its bounds where it was put together from several."""
    found = _own(claim)
    return found.text if found else " ".join(t.text for t in claim.timexes)


def _when(claim: Claim) -> str:
    """The claim's time in the words of its text."""
    found = _own(claim)
    if found is None:
        return " to ".join(day[:10] for day in (claim.happened.earliest, claim.happened.latest) if day)
    return {"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "by "}.get(found.mod or "", "") + found.text
