"""Points told by what they lie in or stand beside: "May of that year", "the second week of May", "the same quarter"."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.timex.grammar import Found, Phrase
from sayso.extract.timex.meaning import Grain, Length, Named, Shifted
from sayso.extract.timex.turned import grain_of


def tail_of(found: Found) -> Phrase | None:
    """Read "the last two weeks of February", which began as a length up to now."""
    length: Length = found.one("LENGTH")
    point = found.one("POINT")
    if not length.towards or not isinstance(point, (Named, Shifted)):
        return None
    if length.amount is None:
        return Phrase(point, mod="END" if length.towards < 0 else None) if found.has("of") else None
    return Phrase(replace(length, towards=0, inside=point, tail=length.towards < 0), "LENGTH")


def same_of(found: Found) -> Phrase | None:
    """Read "the same quarter last year", "the same period of 2024": what was told of, in that year."""
    year = found.one("POINT")
    grain: Grain = found.one("ONE") or "quarter"
    if getattr(year, "grain", None) != "year" or grain not in ("quarter", "month"):
        return None
    if not isinstance(year, Shifted):
        return Phrase(year)
    return Phrase(Shifted("year", year.amount, Shifted(grain, 0, "told")))


def same_before(found: Found) -> Phrase | None:
    """Read "the same quarter a year earlier", "the same month two years ago"."""
    length: Length = found.one("LENGTH")
    if length.unit != "year" or not length.amount or length.amount != int(length.amount):
        return None
    return Phrase(Shifted("year", -length.amount, Shifted(found.one("ONE") or "quarter", 0, "told")))


def year_ago(found: Found) -> Phrase:
    """Read "the year-earlier quarter", "a year-ago period"."""
    return Phrase(Shifted("year", -1, Shifted(found.one("QUARTER") or "quarter", 0, "told")))


def week_of(found: Found) -> Phrase | None:
    """Read "the week of March 10", "the week ending May 3"."""
    point = found.one("POINT")
    if not isinstance(point, (Named, Shifted)) or point.grain not in ("day", "minute", "hour", "part"):
        return None
    return Phrase(Shifted("week", 0, point))


def nth_of(found: Found) -> Phrase | None:
    """Read "the second week of May", "the last day of 2025", "the first month of the year"."""
    inside = found.one("POINT")
    number = -1 if found.has("last", "final") else (found.one("ORD") or found.one("SECOND"))
    grain = grain_of(found)
    if not isinstance(inside, (Named, Shifted)) or not number or grain not in ("day", "week", "month", "weekend"):
        return None
    if (grain == "day" and number > 31) or (grain == "month" and number > 12) or (grain == "week" and number > 53):
        return None
    return Phrase(Named(grain, number=number, inside=inside))


def nth_weekday(found: Found) -> Phrase | None:
    """Read "the first Monday of the month", "the last Friday in June"."""
    day = found.one("POINT")
    inside = found.one("POINT", 1) or Shifted("month", 0, "story")
    number = -1 if found.has("last", "final") else (found.one("ORD") or found.one("SECOND"))
    if not isinstance(day, Named) or not day.weekday or day.day or not number or number > 5:
        return None
    if getattr(inside, "grain", None) != "month":
        return None
    return Phrase(Named("day", weekday=day.weekday, number=number, inside=inside))


def of_unit(found: Found) -> Phrase | None:
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


def half_of(found: Found) -> Phrase | None:
    """Read "the first half of 2031", "the second half of last year", "the latter half of May"."""
    first = found.one("ORD") == 1
    point = found.one("POINT") or Shifted("year", 0, "story")
    if getattr(point, "grain", None) == "year":
        return Phrase(Named("half", number=1 if first else 2, inside=point))
    return Phrase(point, mod="START" if first else "END") if isinstance(point, (Named, Shifted)) else None


def part_of_unit(found: Found) -> Phrase | None:
    """Read "the first six months of the year"."""
    length: Length = found.one("LENGTH")
    grain: Grain = found.one("ONE", -1)
    tail = not found.has("first", "opening")
    return Phrase(replace(length, inside=Shifted(grain, 0, "story"), tail=tail), "LENGTH") if length.amount else None
