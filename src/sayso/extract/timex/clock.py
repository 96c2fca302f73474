"""Rules for times of day: "6:40 p.m. (GMT+8)", "18:00 UTC on Tuesday", "noon", "Friday morning"."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.timex.grammar import Found, Phrase, Rule, kind
from sayso.extract.timex.meaning import Clock, Named, Shifted
from sayso.extract.timex.words import word_set

_NOON = {"noon": 12, "midnight": 24}


def _clock(found: Found) -> Phrase | None:
    """Read a time of day in figures, with "a.m."/"p.m." and a time zone where they are named."""
    clock = found.one("CLOCK") or Clock(found.one("D1") if found.one("D1") is not None else 0)
    half = next((item.text.replace(".", "") for item in found if item.kind == kind("NOON")), None)
    if half and not 1 <= clock.hour <= 12:
        return None
    if half:
        clock = replace(clock, hour=clock.hour % 12 + (12 if half == "pm" else 0))
    return Phrase(_zoned(clock, found), "TIMEOFDAY")


def _zoned(clock: Clock, found: Found) -> Clock:
    zone: int | None = found.one("ZONE")
    shift = found.one("D1", -1)
    if zone is not None and shift and found.has("+", "-", "–"):
        zone += 60 * shift * (1 if found.has("+") else -1)
    return replace(clock, zone=zone) if zone is not None else clock


def _military(found: Found) -> Phrase | None:
    """Read "1800 GMT"."""
    written = next(found.__iter__()).text
    if len(written) != 4 or not written.isdigit() or int(written[:2]) > 24 or int(written[2:]) > 59:
        return None
    return Phrase(Clock(int(written[:2]), int(written[2:]), zone=found.one("ZONE")), "TIMEOFDAY")


def _bare(found: Found) -> Phrase | None:
    """Read "18:40" alone as a time of day where something says that it is one."""
    before = found.before()
    if before is None or before.text not in _CLOCK_LEADS:
        return None
    return Phrase(found.one("CLOCK"), "TIMEOFDAY")


_CLOCK_LEADS = word_set("at by until till around about from before after since between")


def _second_clock(found: Found) -> Phrase:
    """Read the end of "from 10:00 to 12:30"."""
    return Phrase(found.one("CLOCK"), "TIMEOFDAY", skip=2)


def _oclock(found: Found) -> Phrase | None:
    return Phrase(Clock(found.one("NUM")), "TIMEOFDAY") if 1 <= (found.one("NUM") or 0) <= 12 else None


def _noon(found: Found) -> Phrase:
    hour = next(_NOON[item.text] for item in found if item.text in _NOON)
    return Phrase(_zoned(Clock(hour, 0), found), "TIMEOFDAY")


def _with_part(found: Found) -> Phrase | None:
    """Settle the half of the day by its part: "8 o'clock in the evening", "6:30 this morning" stays with its point."""
    clock: Clock = found.one("TIMEOFDAY")
    late = found.one("PART") in ("AF", "EV", "NI")
    hour = clock.hour + 12 if late and clock.hour < 12 else clock.hour
    return Phrase(replace(clock, hour=hour), "TIMEOFDAY")


def _on_day(found: Found) -> Phrase | None:
    """Join a time of day and its day: "18:00 UTC on Tuesday", "Tuesday at 6 p.m."."""
    point, clock = found.one("POINT"), found.one("TIMEOFDAY")
    if not _is_day(point):
        return None
    halved = any("am" in item.text or "a.m" in item.text for item in found if item.kind == kind("TIMEOFDAY"))
    if isinstance(point, (Named, Shifted)) and point.part in ("AF", "EV", "NI") and clock.hour < 12 and not halved:
        clock = replace(clock, hour=clock.hour + 12)
    inside = replace(point, part=None) if isinstance(point, (Named, Shifted)) else point
    return Phrase(Named("minute", clock=clock, inside=inside))


def _alone(found: Found) -> Phrase:
    return Phrase(Named("minute", clock=found.one("TIMEOFDAY")))


def _is_day(point: object) -> bool:
    if isinstance(point, Named):
        return point.grain == "day" and point.clock is None
    return isinstance(point, Shifted) and point.grain == "day" and point.clock is None


def _day_part(found: Found) -> Phrase | None:
    """Read "Friday morning", "the night of April 18", "in the evening of 3 May"."""
    point = found.one("POINT")
    if not _is_day(point) or point.part:
        return None
    return Phrase(replace(point, part=found.one("PART")), mod=found.mod)


def _part(found: Found) -> Phrase | None:
    """Read "in the morning": a part of the day that is being talked of."""
    skip = next((at for at, item in enumerate(found) if item.text == "the"), 1)
    return Phrase(Named("part", part=found.one("PART")), skip=skip)


_ZONE = "(OPEN? (local time | ZONE ((PLUS|HYPHEN|DASH) D1)?) (time)? CLOSE?)?"

RULES = (
    Rule(
        f"(CLOCK|D1) NOON {_ZONE} | CLOCK OPEN? ZONE CLOSE? | CLOCK hours {_ZONE} | CLOCK OPEN? local time CLOSE?",
        _clock,
    ),
    Rule("(YEAR|N) ZONE", _military),
    Rule("NUM o'clock", _oclock),
    Rule(f"(noon|midnight) {_ZONE}", _noon),
    Rule("CLOCK (?=COMMA? (on)? POINT)", lambda found: Phrase(found.one("CLOCK"), "TIMEOFDAY")),
    Rule("CLOCK", _bare),
    Rule("TIMEOFDAY (and|to|until|HYPHEN|DASH) CLOCK", _second_clock),
    Rule("(early|late|mid)? HYPHEN? PART HYPHEN? trading", lambda found: Phrase(Named("part", part=found.one("PART")))),
    Rule("TIMEOFDAY (in|at) the? PART", _with_part),
    Rule("(POINT COMMA? (early|late)? PART | (the)? PART COMMA? (of|on) POINT)", _day_part),
    Rule("POINT COMMA? OPEN? (at|around|about|by)? (at|around|about)? TIMEOFDAY CLOSE?", _on_day),
    Rule("TIMEOFDAY COMMA? (on|of)? POINT", _on_day),
    Rule("TIMEOFDAY", _alone),
    Rule(
        "(in|during|by|until|late|early|later|earlier|throughout|on|into|of|throughout) (in|on)? the PART (?!of)", _part
    ),
    Rule("(by|before|until|at|around|after) (midday|dawn|dusk|sunrise|sunset|nightfall|lunchtime)", _part),
)
