"""Rules for points counted from now or from what was told before: "last week", "two years ago", "the following May"."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.timex.durations import part_of
from sayso.extract.timex.grammar import Found, Phrase, Rule
from sayso.extract.timex.meaning import Base, Grain, Length, Meaning, Named, Shifted, Turn, Vague
from sayso.extract.timex.words import word_set

_TURNS: dict[str, Turn] = {
    "last": "last", "latest": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
    "current": "this", "present": "this", "previous": "previous", "preceding": "previous", "prior": "previous",
    "following": "following", "ensuing": "following", "subsequent": "following", "succeeding": "following",
    "that": "same", "same": "same",
}  # fmt: skip
TURNED = f"({'|'.join(_TURNS)})"

TURNED_BUT_SAME = f"({'|'.join(word for word in _TURNS if word != 'same')})"

_STEPS: dict[Turn, tuple[int, Base]] = {
    "last": (-1, "published"), "this": (0, "published"), "next": (1, "published"), "previous": (-1, "story"),
    "same": (0, "told"), "following": (1, "story"),
}  # fmt: skip


def _turn(found: Found) -> Turn:
    turns = [_TURNS[item.text] for item in found if item.text in _TURNS]
    return turns[-1]


def _grain(found: Found) -> Grain:
    grain: Grain = found.one("ONE") or "day"
    return grain


def _unit(found: Found) -> Phrase | None:
    """Read "last week", "this year", "that day", "the next month" (the next one in the story)."""
    amount, base = _STEPS[_turn(found)]
    grain = _grain(found)
    if found.has("the") and found.has("next"):
        base = "story"
    if grain in ("minute", "second", "hour"):
        towards = -1 if amount < 0 else 1
        told = amount and grain == "hour" and found.has("the")  # but not "at the last minute"
        return Phrase(Length(1, grain, towards=towards), "LENGTH") if told else None
    return Phrase(Shifted(grain, amount, base))


def _fiscal(found: Found) -> Phrase:
    """Read "the last fiscal year", "this calendar year"; only of the latter it is known when it begins."""
    amount, base = _STEPS[_turn(found)]
    return Phrase(Shifted("year" if found.has("calendar") else "fiscal year", amount, base))


def _part(found: Found) -> Phrase | None:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    amount, base = _STEPS[_turn(found)]
    if found.has("the") and found.has("next"):
        base = "story"
    return Phrase(Shifted("day", amount, base, part=found.one("PART")))


def _turned(found: Found) -> Phrase | None:
    """Read "last May", "the following summer", "next Friday", "that September"."""
    point = found.one("POINT")
    if not isinstance(point, Named) or point.year or point.inside or point.turn or (point.holiday is None and not (
        point.grain in ("month", "season", "quarter", "half") or (point.weekday and not point.day)
    )):  # fmt: skip
        return None
    before = found.before()
    if (
        point.weekday
        and _turn(found) == "same"
        and not found.has("same")
        and (
            before is None
            or before.text not in ("on", "by", "until", "since", "before", "after", "of", "later", "earlier")
        )
    ):
        return Phrase(point, skip=1)  # "noting that Tuesday is the deadline"
    return Phrase(replace(point, turn="following" if found.has("the") and found.has("next") else _turn(found)))


def _back_or_on(found: Found, sign: int, base: Base | Meaning) -> Phrase | None:
    """Count a length back or on from a base, as coarse as its own unit."""
    length: Length = found.one("LENGTH")
    if length.amount is None:
        if isinstance(base, str):
            return Phrase(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"), mod=found.mod)
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
    return Phrase(Shifted(_grain(found), 0, base))


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
    return Phrase(Shifted("day" if part else _grain(found), sign, base, part=part))


def _deictic(found: Found) -> Phrase:
    return Phrase(found.one("DEICTIC"))


def _over_weekend(found: Found) -> Phrase:
    return Phrase(Named("weekend"), skip=1)


def _tail_of(found: Found) -> Phrase | None:
    """Read "the last two weeks of February", which began as a length up to now."""
    length: Length = found.one("LENGTH")
    point = found.one("POINT")
    if not length.towards or not isinstance(point, (Named, Shifted)):
        return None
    if length.amount is None:
        return Phrase(point, mod="END" if length.towards < 0 else None) if found.has("of") else None
    return Phrase(replace(length, towards=0, inside=point, tail=length.towards < 0), "LENGTH")


def _same_of(found: Found) -> Phrase | None:
    """Read "the same quarter last year", "the same period of 2024": what was told of, in that year."""
    year = found.one("POINT")
    grain: Grain = found.one("ONE") or "quarter"
    if getattr(year, "grain", None) != "year" or grain not in ("quarter", "month"):
        return None
    if not isinstance(year, Shifted):
        return Phrase(year)
    return Phrase(Shifted("year", year.amount, Shifted(grain, 0, "told")))


def _same_before(found: Found) -> Phrase | None:
    """Read "the same quarter a year earlier", "the same month two years ago"."""
    length: Length = found.one("LENGTH")
    if length.unit != "year" or not length.amount or length.amount != int(length.amount):
        return None
    return Phrase(Shifted("year", -length.amount, Shifted(found.one("ONE") or "quarter", 0, "told")))


def _year_ago(found: Found) -> Phrase:
    """Read "the year-earlier quarter", "a year-ago period"."""
    return Phrase(Shifted("year", -1, Shifted(found.one("QUARTER") or "quarter", 0, "told")))


def _week_of(found: Found) -> Phrase | None:
    point = found.one("POINT")
    if not isinstance(point, (Named, Shifted)) or point.grain not in ("day", "minute", "hour", "part"):
        return None
    return Phrase(Shifted("week", 0, point))


def _nth_of(found: Found) -> Phrase | None:
    """Read "the second week of May", "the last day of 2025", "the first month of the year"."""
    inside = found.one("POINT")
    number = -1 if found.has("last", "final") else (found.one("ORD") or found.one("SECOND"))
    grain = _grain(found)
    if not isinstance(inside, (Named, Shifted)) or not number or grain not in ("day", "week", "month", "weekend"):
        return None
    if (grain == "day" and number > 31) or (grain == "month" and number > 12) or (grain == "week" and number > 53):
        return None
    return Phrase(Named(grain, number=number, inside=inside))


def _inside_unit(found: Found) -> Phrase:
    """Read the unit of "the end of the year", "late in the day": the one that is being talked of."""
    return Phrase(Shifted(_grain(found), 0, "story"), skip=0)


def _of_unit(found: Found) -> Phrase | None:
    """Read "May of that year", "Friday of last week", "March last year", "summer of 2024"."""
    first, second = found.one("POINT"), found.one("POINT", 1)
    if not isinstance(first, Named) or first.year or first.inside or first.turn in ("last", "next"):
        return None
    if not isinstance(second, (Named, Shifted)):
        return None
    second_grain = second.grain
    fits = second_grain in ("year", "fiscal year", "century", "decade") if not first.weekday else second_grain == "week"
    fits = fits or (first.grain == "day" and not first.weekday and not first.month and second_grain == "month")
    return Phrase(replace(first, inside=second), mod=found.mod) if fits else None


def _half_of(found: Found) -> Phrase | None:
    """Read "the first half of 2031", "the second half of last year", "the latter half of May"."""
    first = found.one("ORD") == 1
    point = found.one("POINT") or Shifted("year", 0, "story")
    if getattr(point, "grain", None) == "year":
        return Phrase(Named("half", number=1 if first else 2, inside=point))
    return Phrase(point, mod="START" if first else "END") if isinstance(point, (Named, Shifted)) else None


def _vague_past(found: Found) -> Phrase:
    return Phrase(Vague("PAST_REF"))


def _vague_now(found: Found) -> Phrase:
    return Phrase(Vague("PRESENT_REF"))


def _vague_future(found: Found) -> Phrase:
    return Phrase(Vague("FUTURE_REF"))


def _vague(found: Found) -> Phrase | None:
    """Read "now", "recently", "soon"; "now-cancelled" and "as soon as" tell no time."""
    before, after = found.before(), found.after()
    if after is not None and after.text in ("-", "as", "after", "afterwards", "afterward", "before", "that"):
        return None
    if found.has("soon") and (
        found.has("as") or before is None or (before.text not in _SOON and not (after and after.text == "."))
    ):
        return None
    return Phrase(found.one("VAGUE"))


_SOON = word_set("will would could may might can shall should be very ’ll 'll start to coming")


def _part_of_unit(found: Found) -> Phrase | None:
    """Read "the first six months of the year"."""
    length: Length = found.one("LENGTH")
    grain: Grain = found.one("ONE", -1)
    tail = not found.has("first", "opening")
    return Phrase(replace(length, inside=Shifted(grain, 0, "story"), tail=tail), "LENGTH") if length.amount else None


def _recent(found: Found) -> Phrase:
    return Phrase(Length(None, found.one("UNITS"), towards=-1), "LENGTH")


_ORDINAL = "(ORD|SECOND|last|final)"

RULES = (
    Rule("the day (before|after) DEICTIC", _beside),
    Rule(
        "(the)? same (QUARTER | month | period) (of)? (the)? LENGTH (earlier|before|previously|ago|prior)", _same_before
    ),
    Rule("(the|a)? (year HYPHEN (ago|earlier) | prior HYPHEN year) (QUARTER | period | month)?", _year_ago),
    Rule("LENGTH ago (DEICTIC | this ONE)", _ago_to_the_day),
    Rule("(only|just|as recently as)? LENGTH ago", _ago),
    Rule("LENGTH (from now | from today | hence)", _from_now),
    Rule("LENGTH (before|after|from|following) DEICTIC", _from_point),
    Rule("DEICTIC", _deictic),
    Rule("(the)? year HYPHEN? to HYPHEN? date", lambda found: Phrase(Shifted("year", 0, side=-1))),
    Rule(f"(the|its|their|a)? {TURNED} (fiscal|financial|business|calendar|school|academic) year", _fiscal),
    Rule(f"(the)? {_ORDINAL} UNIT1 (of|in) POINT", _nth_of),
    Rule("LENGTH of (the)? POINT", _tail_of),
    Rule(f"(the)? (very)? {TURNED_BUT_SAME} (same)? ONE", _unit),
    Rule("(the)? same (ONE | period | time) (of|in)? (the)? POINT", _same_of),
    Rule(f"(the)? (very)? {TURNED} (same)? ONE", _unit),
    Rule(f"(the)? {TURNED} (same)? PART", _part),
    Rule(f"(the)? (very)? {TURNED} (same)? POINT", _turned),
    Rule(
        "(over|during|for|of|spent|on|at|in) the UNIT1",
        lambda found: _over_weekend(found) if found.one("UNIT1") == "weekend" else None,
    ),
    Rule("POINT (COMMA|in|of)? (of|in)? POINT", _of_unit),
    Rule("(the)? (ORD|SECOND|latter|last|other) half of (the)? (POINT | year)", _half_of),
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
    Rule(f"(the)? {_ORDINAL} UNIT1 (of|in) POINT", _nth_of),
    Rule("the week (of|beginning|starting|ending|ended) (on)? POINT", _week_of),
    Rule("(the)? (first|last|final|closing|opening) LENGTH of POINT", part_of),
    Rule("(the)? (first|last|final|closing|opening) LENGTH of (the)? ONE", _part_of_unit),
    Rule("recent UNITS", _recent),
    Rule("the (near|recent|distant|not too distant|immediate)? past", _vague_past),
    Rule("(the (near|immediate|foreseeable|distant|not too distant)? | near) future", _vague_future),
    Rule("(at|for) (the moment | present | the present)", _vague_now),
    Rule("(right | even | by | until | just)? now", _vague_now),
    Rule("these days | the present (day)? | present HYPHEN day | modern HYPHEN? day", _vague_now),
    Rule("long ago", _vague_past),
    Rule("(more | most | only | until | as)? VAGUE", _vague),
)
