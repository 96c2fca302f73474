"""Figures of two claims compared: of the same thing, in the same place, for the same holder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import msgspec

from sayso.compare.comparison import Comparison
from sayso.compare.facts import AGE
from sayso.compare.quantities import AGED, DURATIONS, compare_quantities
from sayso.compare.times import apart, days_of
from sayso.compare.wording import COUNTRIES, stem, stems
from sayso.reconcile.sides import (
    Side,
    Verdict,
    apart_in_time,
    likeness,
    measured_alike,
    named,
    one_predicate,
    one_subject,
)
from sayso.records import Claim, Entity, Quantity
from sayso.spans import words

CLASH_LIKENESS = 0.30  # as for denials: words shared by two claims whose figures, names or times differ
OTHER_DEED = 0.40  # the same where the predicates differ: eleven were poisoned, seven were burned
SAME_HOLDER = 0.12  # enough where both figures measure the same noun, of the same place
ONE_PEAK = 1.05  # "up to 80 percent" and "up to 82 percent" are one peak, "up to 70" is another
EMPTY = frozenset(
    "have be do get make take give go come say tell know think see want keep let put time case thing way one".split()
)
"""Predicates that say little of what is done."""
_WHOLE: dict[str | None, float] = {"percent": 100.0, None: 1.0}  # all of it, by unit; "one in three" has none
_ROUNDING = 0.01  # of the whole
_MOST = 2  # figures a claim; of more one cannot tell which belongs to which, but by their places
_SHARED_UNITS = frozenset(
    {None, "percentage point", "basis point", "percent", "euro", "pound", "yen", "yuan", "rupee"}
) | (DURATIONS | {"kilometre", "metre", "mile", "time"})  # units that many different things are measured in
_DAYS, _MONTH = 2, 28  # days that a happening and a period take
_AHEAD = frozenset({"planned", "predicted", "conditional"})
_OF_ANOTHER = re.compile(
    r"(?i)['’]s\b|\b(?:with|of|for|to|by|and|between|from|in)\b"
)  # "Ann Roe's trip with a 16-year-old"
_RISEN = re.compile(
    r"(?i)\b(?:ris(?:es?|en|ing)|rose|climb\w*|increas\w*|gr[eo]w\w*|jump\w*|soar\w*|swell\w*|raised|revised|updated)\s+(?:\w+\s+){0,2}to\s+(?:\w+\s+){0,2}$"
)
_AS_OF = re.compile(
    r"(?i)\b(?:at one point|at present|so far|as of|by now|to date|(?:early|late)(?: on)? (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_RANK = {"equal": 0, "refines": 1, "compatible": 2}


class _Pair(NamedTuple):
    """A figure of either side, how they compare, and whether both, or only one of them, are given for a place they share."""

    left: Quantity
    right: Quantity
    found: Comparison
    one_place: bool
    half_placed: bool


def numbers(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """What the figures of two claims say: the same, the same more precisely, another, or a newer one."""
    pairs = list(_pairs(a, b, entities))
    same = [x for x in pairs if x.found.kind in _RANK and not _two_peaks(x)]
    if same:
        first = min(same, key=lambda x: (_RANK[x.found.kind], x.left.start, x.right.start))
        return _moved_on(first, a, b) or _same(first, likeness(a, b))
    clash = [x for x in pairs if (x.found.kind == "conflicts" or _two_peaks(x)) and _measures(x.left, x.right)]
    if not clash or _complements(clash[0].left, clash[0].right) or not _one_thing(clash[0], a, b):
        return None
    return _clash(clash[0], a.claim, b.claim)


def _pairs(x: Side, y: Side, entities: Mapping[str, Entity]) -> Iterator[_Pair]:
    """Figures that may be compared: not those of two places, nor how wide something is with how deep."""
    a, b = x.claim, y.claim
    if not (a.quantities and b.quantities):
        return
    left, right = places_of_figures(a, entities), places_of_figures(b, entities)
    for p in a.quantities:
        for q in b.quantities:
            here, there = left[p.start], right[q.start]
            if here and there and not here & there:
                continue
            both = measured_alike(x, _counted(p, a, q), y, _counted(q, b, p))
            if both:
                yield _Pair(*both, compare_quantities(*both), bool(here & there), bool(here) != bool(there))


def _counted(own: Quantity, claim: Claim, other: Quantity) -> Quantity:
    """A figure of how often something was done, counted in what the other counts: "viewed 300 times" is "300 views"."""
    done = own.unit in {None, "time"} and claim.predicate and other.unit not in _SHARED_UNITS
    if done and stem((other.unit or "").lower()) == stem(claim.predicate):
        return msgspec.structs.replace(own, unit=other.unit)
    return own


def places_of_figures(claim: Claim, entities: Mapping[str, Entity]) -> dict[int, frozenset[str]]:
    """The place each figure is given for, by the figure's start: the first one named after it ("55 percent in X, 52 in Y").

    Where none stands between it and the next figure, the places named before the first.
    """
    known = COUNTRIES | {s for e in named(claim, "LOC", entities) for s in stems(e.name)}
    named_at = [(start + claim.start, stem(word)) for start, _, word in words(claim.text)]
    at = [(start, word) for start, word in named_at if word in known]
    ends = {q.start: q.end for q in claim.quantities}
    starts = sorted(ends)
    found = {}
    for start, after in pairwise([*starts, claim.end]):
        own = [word for place, word in at if ends[start] <= place < after]  # "2,000 Danish troops" are not in Denmark
        before = [word for place, word in at if place < starts[0]]
        found[start] = frozenset(own[:1] or before)
    return found


def _same(pair: _Pair, like: float) -> Verdict | None:
    if pair.left.unit in DURATIONS and like < CLASH_LIKENESS:
        return None  # many things take two weeks
    if pair.found.kind == "equal":
        return Verdict("agree", "quantity", f"{pair.left.text} in both")
    return Verdict("refine" if pair.found.kind == "refines" else "agree", "quantity", pair.found.reason)


def _moved_on(pair: _Pair, a: Side, b: Side) -> Verdict | None:
    """Whether one tells that a count went on from where the other has it: "at least 12", "the number has risen to 15"."""
    if (
        pair.found.kind != "refines"
        or not (pair.left.value and pair.right.value)
        or pair.left.value == pair.right.value
    ):
        return None
    low, high = sorted(((pair.left, a), (pair.right, b)), key=lambda one: one[0].value or 0.0)
    if not _risen_to(*high) or _risen_to(*low) or _one_place_in_text(a.claim, b.claim):
        return None
    return Verdict("update", "quantity", f"{low[0].text}, then {high[0].text}")


def _risen_to(figure: Quantity, told: Side) -> bool:
    return bool(_RISEN.search(told.claim.text[: max(0, figure.start - told.claim.start)]))


def _two_peaks(pair: _Pair) -> bool:
    """Whether both say how high something went ("up to 80 percent") and not to the same height."""
    if pair.left.modifier != "up to" or pair.right.modifier != "up to" or not _measures(pair.left, pair.right):
        return False
    low, high = sorted((pair.left.high or 0.0, pair.right.high or 0.0))
    return pair.found.kind in {"refines", "conflicts"} and high > low * ONE_PEAK


def _complements(p: Quantity, q: Quantity) -> bool:
    """Whether two shares make up the whole: "a one in three chance to lose" is a two in three chance to win."""
    whole = _WHOLE.get(p.unit)
    both = (p.value or 0.0) + (q.value or 0.0)
    return whole is not None and p.unit == q.unit and abs(both - whole) <= _ROUNDING * whole


def _measures(p: Quantity, q: Quantity) -> bool:
    """Whether two quantities of one unit count the same noun: the unit says so, but for shares, sums and spans of time."""
    if p.unit == q.unit and p.unit not in _SHARED_UNITS and " dollar" not in (p.unit or ""):
        return True
    if not (p.measured and q.measured):
        return False
    return bool(stems(p.measured) & stems(q.measured))


def _one_thing(pair: _Pair, a: Side, b: Side) -> bool:
    """Whether enough besides the figures is shared for a difference to mean anything."""
    if a.claim.predicate == b.claim.predicate == AGE:
        return one_subject(a, b) and not any(_OF_ANOTHER.search(x.claim.text) for x in (a, b))
    if pair.left.unit == pair.right.unit == AGED and not _whose(a.claim, pair.left) & _whose(b.claim, pair.right):
        return False
    if _one_place_in_text(a.claim, b.claim) or _other_subjects(a.claim, b.claim):
        return False
    if (a.claim.status in _AHEAD) != (b.claim.status in _AHEAD):
        return False  # a target and what came of it
    if apart_in_time(a, b) or _day_and_season(a.claim, b.claim):
        return False
    like = likeness(a, b)
    if (pair.half_placed and like < OTHER_DEED) or (pair.left.unit != AGED and _of_two(a.claim, b.claim)):
        return False
    if pair.one_place and pair.left.measured and pair.right.measured and like >= SAME_HOLDER:
        return bool(stems(pair.left.measured) & stems(pair.right.measured))
    if len(a.claim.quantities) > _MOST or len(b.claim.quantities) > _MOST:
        return False
    deed = stem((pair.left.unit or "").lower()) in {stem(x.claim.predicate) for x in (a, b)}
    if deed and one_subject(a, b) and like >= SAME_HOLDER:
        return True  # "the story was shared 300 times", "the story had 400 shares"
    if not one_predicate(a, b) and not deed and like < OTHER_DEED:
        return False
    return like >= CLASH_LIKENESS and bool(set(a.claim.entities) & set(b.claim.entities) or one_subject(a, b))


def _day_and_season(a: Claim, b: Claim) -> bool:
    """Whether one counts what a day or two brought, the other what a month or more did."""
    left, right = sorted(days_of(x.happened) or 0 for x in (a, b))
    return 0 < left <= _DAYS and right >= _MONTH


def _whose(claim: Claim, age: Quantity) -> frozenset[str]:
    """Whose age it is, in stems: of the name or noun it stands at, and of what that noun is said of ("Roe is a 40-year-old nurse")."""
    found = stems(age.measured or "")
    if not found and age.text.endswith("old"):  # "the gunman was 27 years old"
        return stems(" ".join(r.text for r in claim.roles if r.name == "who"))
    said = any(r.name == "is" and stem(r.head.lower()) in found for r in claim.roles)
    return found | stems(" ".join(r.text for r in claim.roles if said and r.name == "who"))


def _one_place_in_text(a: Claim, b: Claim) -> bool:
    """Whether one sentence holds both: it tells two figures, of two things."""
    return (a.article_id, a.sentence) == (b.article_id, b.sentence)


def _of_two(a: Claim, b: Claim) -> bool:
    """Whether one article gives both figures in one voice: then it gives them of two things ("a poll of 500", "a poll of 1,000")."""
    return a.article_id == b.article_id and a.chain == b.chain


def _other_subjects(a: Claim, b: Claim) -> bool:
    """Whether each is said of somebody or something that it names, and these are two."""
    left, right = (frozenset(r.entity for r in x.roles if r.name == "who" and r.entity) for x in (a, b))
    return bool(left and right) and not left & right


def _clash(pair: _Pair, a: Claim, b: Claim) -> Verdict | None:
    if (pair.left.change or pair.right.change) and later(a, b):
        return None  # a rise of one day and a rise of another are two rises
    said = f"{pair.left.text} against {pair.right.text}"
    if a.status == b.status == "planned" or later(a, b) or running(a) or running(b):
        return Verdict("update", "quantity", f"{said}, told at different times")
    return Verdict("conflict", "quantity", said if _two_peaks(pair) else pair.found.reason)


def later(a: Claim, b: Claim) -> bool:
    """Whether the claims speak as of different days, so that the later can replace the earlier."""
    return apart(a.said, b.said)


def running(claim: Claim) -> bool:
    """Whether a count is given as of an hour, or of a moment, so that another one outdates it."""
    return any(t.type == "TIME" for t in claim.timexes) or bool(_AS_OF.search(claim.text))
