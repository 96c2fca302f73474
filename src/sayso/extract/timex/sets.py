"""Rules for sets of times: "every Friday", "twice a year", "per day", "annual"."""

from __future__ import annotations

from sayso.extract.timex.grammar import Found, Phrase, Rule, kind
from sayso.extract.timex.meaning import Grain, Length, Named, Repeated
from sayso.extract.timex.values import duration


def _every(found: Found) -> Phrase | None:
    """Read "every two weeks", "each Friday", "every summer", "every morning"."""
    amount = (found.one("AMOUNT") or (2.0 if found.has("other") else 1.0,))[0]
    unit = found.one("ONE") or found.one("UNITS")
    if found.one("LENGTH"):
        length: Length = found.one("LENGTH")
        return Phrase(Repeated(duration(length)), "SET")
    if unit:
        return Phrase(Repeated(duration(Length(amount, unit))), "SET")
    return _every_point(found)


def _every_point(found: Found) -> Phrase | None:
    point = found.one("POINT")
    if found.one("PART"):
        return Phrase(Repeated(f"XXXX-XX-XXT{found.one('PART')}"), "SET")
    if not isinstance(point, Named) or point.year or point.inside:
        return None
    if point.weekday:
        return Phrase(Repeated(f"XXXX-WXX-{point.weekday}"), "SET")
    if point.month:
        return Phrase(Repeated(f"XXXX-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")), "SET")
    return Phrase(Repeated(f"XXXX-{point.season}"), "SET") if point.season else None


def _per(found: Found) -> Phrase | None:
    """Read "per day", "$3 a year", "twice a week": one in each."""
    grain: Grain = found.one("ONE")
    return Phrase(Repeated(duration(Length(1, grain))), "SET")


def _a(found: Found) -> Phrase | None:
    before = found.before()
    after = found.after()
    if (
        before is None
        or before.kind == kind("LINE")
        or (found.has("quarter") and after is not None and after.text == "of")
    ):
        return None
    return _per(found)


def _repeated(found: Found) -> Phrase:
    return Phrase(found.one("REPEATED"), "SET")


RULES = (
    Rule("(every|each) (other|AMOUNT)? (LENGTH|UNITS|ONE|POINT|PART)", _every),
    Rule("(once | twice | NUM times) (a|an|per|each|every) ONE", _per),
    Rule("per ONE", _per),
    Rule("(a|an) ONE", _a),
    Rule("REPEATED", _repeated),
)
