"""Slots that cannot belong to the same thing: what rules a pair of claims out whatever its words say."""

from __future__ import annotations

from sayso.compare.facts import FACTS
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import apart
from sayso.compare.together import one_voice
from sayso.compare.wording import shared
from sayso.match.slots import Slots
from sayso.records import Period, Quantity

# Words a denial shares with what it denies; chosen by alarm precision on the gold stories (benchmarks/gold.py).
DENIAL_LIKENESS = 0.30
PREDICATE_LIKENESS = 0.45  # the same where predicates and objects differ as well
PERIOD_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "year of age", "percent"})


def ruled_out(a: Slots, b: Slots) -> bool:
    """Whether two claims cannot speak of the same thing. Symmetric."""
    if a.denial or b.denial:  # that somebody denied something is an utterance of its own
        return not (a.denial and b.denial and one_voice(a.claim, b.claim))
    if a.claim.predicate in FACTS or b.claim.predicate in FACTS:  # who somebody is, or how old: only of the same person
        return a.claim.predicate != b.claim.predicate or a.who is None or a.who != b.who
    return _other_period(a, b) or _other_place(a, b)


def _other_place(a: Slots, b: Slots) -> bool:
    """Whether one is a bare figure of one place ("52 percent in Norland"), and the other of other places."""
    return bool((a.bare or b.bare) and a.places and b.places and not a.places & b.places)


def _other_period(a: Slots, b: Slots) -> bool:
    """Whether one is a plan and the other what came of it, or they count the same in different periods."""
    if not (a.claim.quantities and b.claim.quantities):
        return False
    if {a.claim.status, b.claim.status} >= {"planned", "asserted"}:
        return True
    kinds = {
        compare_quantities(p, q).kind
        for p in a.claim.quantities
        for q in b.claim.quantities
        if _counts(p) and _counts(q)
    }
    if "conflicts" in kinds and not kinds & {"equal", "compatible", "refines"} and _moves(a, b):
        return True  # a fall of one day and a rise of another
    return bool(kinds - {"incomparable"}) and apart(a.claim.happened, b.claim.happened)


def _moves(a: Slots, b: Slots) -> bool:
    """Whether both tell of a change, up or down, and not of the same day for all one knows."""
    left, right = ({q.change for q in x.claim.quantities} - {None} for x in (a, b))
    return bool(left and right) and (left != right or apart(a.claim.said, b.claim.said))


def counted(x: Slots) -> bool:
    """Whether a claim gives a figure of its own."""
    return any(_counts(q) for q in x.claim.quantities)


def other_doer(a: Slots, b: Slots) -> bool:
    """Whether each is said of somebody whom it names, and these are two."""
    left, right = ({r.entity for r in x.claim.roles if r.name == "who" and r.entity} for x in (a, b))
    return bool(left and right) and not left & right


def _counts(quantity: Quantity) -> bool:
    """Whether it is a figure of its own and not the length of a period."""
    return quantity.unit not in PERIOD_UNITS or quantity.unit in {"percent", "year of age"}


def strange_denial(a: Slots, b: Slots) -> bool:
    """Whether one rejects something and the other does not, and they have too little in common to be about one thing."""
    left, right = a.claim, b.claim
    if (left.status == "denied") == (right.status == "denied") and left.polarity == right.polarity:
        return False
    likeness = shared(a.bag, b.bag)
    if (left.status == "denied") != (right.status == "denied"):
        return likeness < DENIAL_LIKENESS
    return likeness < DENIAL_LIKENESS or (
        left.predicate != right.predicate and not a.what & b.what and likeness < PREDICATE_LIKENESS
    )


def apart_or_open(left: Period, right: Period) -> bool:
    """Whether two times are not the same: they do not touch, or one has only an end ("before 2030")."""
    return apart(left, right) or (left.latest != right.latest and (left.earliest is None) != (right.earliest is None))
