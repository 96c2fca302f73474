"""Rules for points counted from now or from what was told before: "last week", "two years ago", "the following May"."""

from __future__ import annotations

from sayso.extract.timex.durations import part_of
from sayso.extract.timex.grammar import Found, Phrase, Rule
from sayso.extract.timex.meaning import Base, Grain, Length, Meaning, Named, Shifted, Vague
from sayso.extract.timex.turned import TURNED, TURNED_BUT_SAME, fiscal, grain_of, part, turned, unit
from sayso.extract.timex.within import (
    half_of,
    nth_of,
    nth_weekday,
    of_unit,
    part_of_unit,
    same_before,
    same_of,
    tail_of,
    week_of,
    year_ago,
)  # fmt: skip
from sayso.extract.timex.words import word_set


def _back_or_on(found: Found, sign: int, base: Base | Meaning) -> Phrase | None:
    """Count a length back or on from a base, as coarse as its own unit."""
    length: Length = found.one("LENGTH")
    if length.amount is None:
        if isinstance(base, str):
            return Phrase(Vague("PAST_REF" if sign < 0 else "FUTURE_REF", told=base != "published"), mod=found.mod)
        return None
    grain, amount = length.unit, length.amount
    if length.more is not None or amount != int(amount):
        grain, amount = _finer(length)
    return Phrase(Shifted(grain, sign * amount, base), mod=found.mod)


_FINER: dict[Grain, tuple[Grain, int]] = {
    "century": ("decade", 10), "decade": ("year", 10), "year": ("month", 12), "month": ("week", 4), "week": ("day", 7),
    "day": ("hour", 24), "hour": ("minute", 60), "fortnight": ("week", 2), "quarter": ("month", 3),
}  # fmt: skip


def _finer(length: Length) -> tuple[Grain, float]:
    grain, factor = _FINER.get(length.unit, (length.unit, 1))
    more = length.more.amount if length.more and length.more.unit == grain and length.more.amount else 0
    return grain, round((length.amount or 0) * factor) + more


def _ago(found: Found) -> Phrase | None:
    return _back_or_on(found, -1, "published")


def _ago_to_the_day(found: Found) -> Phrase | None:
    """Read "a year ago today", "ten years ago this week"."""
    length: Length = found.one("LENGTH")
    point = found.one("DEICTIC")
    if length.amount is None or length.amount != int(length.amount):
        return None
    base = Shifted(length.unit, -length.amount)
    if isinstance(point, Shifted):
        return Phrase(Shifted(point.grain, point.amount, base))
    return Phrase(Shifted(grain_of(found), 0, base))


def _from_now(found: Found) -> Phrase | None:
    return _back_or_on(found, 1, "published")


def _earlier(found: Found) -> Phrase | None:
    return _back_or_on(found, -1, "story")


def _later(found: Found) -> Phrase | None:
    return _back_or_on(found, 1, "story")


def _from_point(found: Found) -> Phrase | None:
    """Read "two days before Christmas", "a month after the March 3 vote"."""
    sign = -1 if found.has("before", "prior", "ahead") else 1
    after = found.after()
    if found.has("from") and after is not None and after.text in ("to", "until", "through", "till", "-", "–"):
        return None  # "64 days from May 3 to July 6"
    point: Meaning = found.one("POINT") or found.one("DEICTIC")
    if isinstance(point, (Length, Vague)) or not isinstance(point, (Named, Shifted)):
        return None
    return _back_or_on(found, sign, point)


def _beside(found: Found) -> Phrase | None:
    """Read "the day before yesterday", "the week after Easter", "the night before"."""
    sign = -1 if found.has("before") else 1
    base: Base | Meaning = found.one("POINT") or found.one("DEICTIC") or "story"
    if isinstance(base, (Length, Vague)):
        return None
    part = found.one("PART")
    return Phrase(Shifted("day" if part else grain_of(found), sign, base, part=part))


def _deictic(found: Found) -> Phrase:
    return Phrase(found.one("DEICTIC"))


def _over_weekend(found: Found) -> Phrase:
    return Phrase(Named("weekend"), skip=1)


def _vague_past(found: Found) -> Phrase:
    return Phrase(Vague("PAST_REF"))


def _vague_now(found: Found) -> Phrase:
    return Phrase(Vague("PRESENT_REF"))


def _vague_future(found: Found) -> Phrase:
    return Phrase(Vague("FUTURE_REF"))


def _vague(found: Found) -> Phrase | None:
    """Read "now", "recently", "soon"; "now-cancelled" and "as soon as" tell no time."""
    before, after = found.before(), found.after()
    if after is not None and after.text in ("-", "as", "after", "afterwards", "afterward", "before"):
        return None
    if after is not None and after.text == "that" and not found.has("recently", "currently", "lately"):
        return None  # "now that it is over"
    if found.has("soon") and (
        found.has("as") or before is None or (before.text not in _SOON and not (after and after.text == "."))
    ):
        return None
    return Phrase(found.one("VAGUE"))


_SOON = word_set("will would could may might can shall should be very ’ll 'll start to coming")


def _recent(found: Found) -> Phrase:
    return Phrase(Length(None, found.one("UNITS"), towards=-1), "LENGTH")


_ORDINAL = "(ORD|SECOND|last|final)"

RULES = (
    Rule("the day (before|after) DEICTIC", _beside),
    Rule(
        "(the)? same (QUARTER | month | period) (of)? (the)? LENGTH (earlier|before|previously|ago|prior)", same_before
    ),
    Rule("(the|a)? (year HYPHEN (ago|earlier) | prior HYPHEN year) (QUARTER | period | month)?", year_ago),
    Rule("LENGTH ago (DEICTIC | this ONE)", _ago_to_the_day),
    Rule("(only|just|as recently as)? LENGTH ago", _ago),
    Rule("LENGTH (from now | from today | hence)", _from_now),
    Rule("LENGTH (before|after|from|following) DEICTIC", _from_point),
    Rule("DEICTIC", _deictic),
    Rule("(the)? year HYPHEN? to HYPHEN? date", lambda found: Phrase(Shifted("year", 0, side=-1))),
    Rule(f"(the|its|their|a)? {TURNED} (fiscal|financial|business|calendar|school|academic) year", fiscal),
    Rule(f"(the)? {_ORDINAL} UNIT1 (of|in) POINT", nth_of),
    Rule("LENGTH of (the)? POINT", tail_of),
    Rule(f"(the)? {_ORDINAL} POINT (of|in) (POINT | (the|each|every)? month)", nth_weekday),
    Rule(f"(the)? (very)? {TURNED_BUT_SAME} (same)? ONE", unit),
    Rule("(the)? same (ONE | period | time) (of|in)? (the)? POINT", same_of),
    Rule(f"(the)? (very)? {TURNED} (same)? ONE", unit),
    Rule(f"(the)? {TURNED} (same)? PART", part),
    Rule(f"(the)? (very)? {TURNED} (same)? POINT", turned),
    Rule(
        "(over|during|for|of|spent|on|at|in) the UNIT1",
        lambda found: _over_weekend(found) if found.one("UNIT1") == "weekend" else None,
    ),
    Rule("POINT (COMMA|in|of)? (of|in)? POINT", of_unit),
    Rule("(the)? (ORD|SECOND|latter|last|other) half of (the)? (POINT | year)", half_of),
    Rule("LENGTH (before|after|prior to|ahead of|following|from) (the)? (POINT|DEICTIC)", _from_point),
    Rule(
        "(just|only)? LENGTH (earlier|previously|beforehand) (?!than) | LENGTH before (?=(DOT|COMMA|CLOSE|LINE))",
        _earlier,
    ),
    Rule(
        "(just|only)? LENGTH (later|afterwards|afterward|thereafter) (?!than) | "
        "LENGTH after (?=(DOT|COMMA|CLOSE|LINE))",
        _later,
    ),
    Rule("the (ONE|PART) (before|after) (the)? POINT", _beside),
    Rule("the (ONE|PART) (before|after) (?=(DOT|COMMA|LINE|CLOSE))", _beside),
    Rule(f"(the)? {_ORDINAL} UNIT1 (of|in) POINT", nth_of),
    Rule("the week (of|beginning|starting|ending|ended) (on)? POINT", week_of),
    Rule("(the)? (first|last|final|closing|opening) LENGTH of POINT", part_of),
    Rule("(the)? (first|last|final|closing|opening) LENGTH of (the)? ONE", part_of_unit),
    Rule("recent UNITS", _recent),
    Rule("the (near|recent|distant|not too distant|immediate)? past", _vague_past),
    Rule("(the (near|immediate|foreseeable|distant|not too distant)? | near) future", _vague_future),
    Rule("(at|for) (the moment | present | the present)", _vague_now),
    Rule("(right | even | by | until | just)? now", _vague_now),
    Rule("these days | the present (day)? | present HYPHEN day | modern HYPHEN? day", _vague_now),
    Rule("long ago", _vague_past),
    Rule("(more | most | only | until | as)? VAGUE", _vague),
)
