"""Rules for points named by the calendar: days, months, years, quarters, seasons, decades, centuries, holidays."""

from __future__ import annotations

from dataclasses import replace

from sayso.almanac import day_of
from sayso.extract.timex.grammar import Found, Phrase, Rule, kind
from sayso.extract.timex.meaning import Between, Meaning, Named
from sayso.extract.timex.periods import (
    SPELT,
    century,
    dated_period,
    decade,
    fiscal,
    fiscal_of,
    fiscal_period,
    half,
    quarter,
    season,
    spelt_decade,
)
from sayso.extract.timex.words import word_set
from sayso.extract.timex.years import bare_year, era, first_era, the_year, year_of


def _date(found: Found) -> Phrase | None:
    """Read a month and a day, in either order, with or without a year; an impossible date tells no time at all."""
    year, month, day = year_of(found), found.one("MONTH"), found.one("DAY")
    if day_of(year or 2000, month, day) is None:
        return Phrase(None, "IMPOSSIBLE")
    return Phrase(Named("day", year=year, month=month, day=day))


def _days(found: Found) -> Phrase | None:
    """Read "May 6–8, 2026" and "6–8 May" as one stretch."""
    year, month = year_of(found), found.one("MONTH")
    first, last = found.one("DAY"), found.one("DAY", 1)
    if not first < last or day_of(year or 2000, month, last) is None:
        return None
    ends = [Named("day", year=year, month=month, day=day) for day in (first, last)]
    return Phrase(Between(*ends))


def _lone_day(found: Found) -> Phrase | None:
    """Read the first day of "12 and 13 May": the month stands at the other one."""
    day = found.one("DAY")
    point = next((item for item in map(found.after, (2, 3)) if item and item.kind == kind("POINT")), None)
    if point is None or not isinstance(point.value, Named) or not point.text[:1].isdigit():
        return None
    month, last = point.value.month, point.value.day
    if not month or not last or day >= last:
        return None
    return Phrase(replace(point.value, day=day))


def _second_day(found: Found) -> Phrase | None:
    """Read the last day of "May 12 and 13": the month stands at the one before."""
    first: Meaning = found.one("POINT")
    day = found.one("DAY")
    if not isinstance(first, Named) or not first.month or not first.day or first.day >= day or first.clock:
        return None
    after = found.after()
    if after is not None and (after.kind in _MEASURED or after.value is True or after.text[-1:] == "s"):
        return None  # "on May 12 and 13 others"
    if day_of(first.year or 2000, first.month, day) is None:
        return None
    return Phrase(replace(first, day=day), skip=2)


_MEASURED = frozenset(kind(name) for name in ("MONTH", "UNITS", "UNIT1", "X", "N", "NOON", "CLOCK", "HYPHEN"))


def _month(found: Found) -> Phrase:
    return Phrase(Named("month", year=year_of(found), month=found.one("MONTH")))


def _with_later_year(found: Found) -> Phrase | None:
    """Give "April and June 1955", "26 June to 4 August 1952" one year, which stands at the last of them."""
    own = found.one("POINT") or Named("month", month=found.one("MONTH"))
    item = found.after(2)
    last = item.value if item is not None else None
    if not isinstance(own, Named) or not isinstance(last, Named) or own.year or not last.year or not own.month:
        return None
    if not last.month or own.grain != last.grain or (own.month, own.day or 0) >= (last.month, last.day or 0):
        return None
    return Phrase(replace(own, year=last.year))


def _months(found: Found) -> Phrase | None:
    """Read "January–March 2026" as one stretch."""
    first, last = found.one("MONTH"), found.one("MONTH", 1)
    year = year_of(found)
    if first >= last:
        return None
    return Phrase(Between(Named("month", year=year, month=first), Named("month", year=year, month=last)))


def _weekday(found: Found) -> Phrase:
    return Phrase(Named("day", weekday=found.one("WEEKDAY")))


def _with_weekday(found: Found) -> Phrase | None:
    point: Meaning = found.one("POINT")
    if not isinstance(point, Named) or point.day is None:
        return None
    return Phrase(replace(point, weekday=found.one("WEEKDAY")), mod=found.mod)


def _holiday(found: Found) -> Phrase:
    return Phrase(Named("day", holiday=found.one("HOLIDAY"), year=year_of(found)))


def _ordinal_day(found: Found) -> Phrase | None:
    """Read "on the 14th" as a day of the month spoken of; "the 14th amendment" is none."""
    after, item = found.after(), list(found)[-1]
    if not item.text[0].isdigit() or (after is not None and (after.text.isalpha() and after.text not in _GOES_ON)):
        return None
    return Phrase(Named("day", day=found.one("ORD")), skip=1)


_GOES_ON = word_set("and the a he she it they we but when after before with to at in his her as was were is for")

RULES = (
    Rule("HOLIDAY (COMMA? of? (YEAR|SHORT))?", _holiday),
    Rule("MONTH (HYPHEN|DASH) MONTH (of)? YEAR", _months),
    Rule("MONTH DAYNUM (HYPHEN|DASH) DAYNUM (COMMA? YEAR)? | DAYNUM (HYPHEN|DASH) DAYNUM MONTH (COMMA? YEAR)?", _days),
    Rule("(the)? DAY of? MONTH (COMMA? of? (YEAR|SHORT))?", _date),
    Rule("MONTH (the)? DAY (COMMA? of? (YEAR|SHORT))?", _date),
    Rule("DAY (?=(and|to|or|through|COMMA|HYPHEN|DASH) (the)? POINT)", _lone_day),
    Rule("POINT (and|to|or|through) (the)? DAY", _second_day),
    Rule("MONTH (COMMA? of? (YEAR|SHORT))", _month),
    Rule("MONTH (?=(and|to|or|through|until|HYPHEN|DASH|COMMA) POINT)", _with_later_year),
    Rule("POINT (?=(and|to|or|through|until|HYPHEN|DASH) POINT)", _with_later_year),
    Rule("MONTH (HYPHEN|DASH) MONTH", _months),
    Rule("MONTH", _month),
    Rule("WEEKDAY COMMA? (the)? POINT | WEEKDAY COMMA? OPEN POINT CLOSE", _with_weekday),
    Rule("POINT COMMA? WEEKDAY (?=(COMMA|DOT))", _with_weekday),
    Rule("WEEKDAY", _weekday),
    Rule("NUM (?=(HYPHEN|DASH|to|and) NUM (bc|bce))", first_era),
    Rule("MONTH? NUM (bc|bce)", era),
    Rule("FISCAL | (fiscal|financial) (year)? YEAR", fiscal),
    Rule(
        "(the)? (fiscal|financial) (year)? (YEAR)? (ORD|SECOND) HYPHEN? QUARTER | (the)? (ORD|SECOND) (fiscal|financial) QUARTER |"
        " (the)? (fiscal|financial) PERIOD",
        fiscal_period,
    ),
    Rule("PERIOD (of|COMMA|HYPHEN|SLASH)? (YEAR|SHORT) | YEAR HYPHEN? PERIOD", dated_period),
    Rule("(the)? (ORD|SECOND|final) HYPHEN? QUARTER", quarter),
    Rule("(ORD|SECOND) HYPHEN half", half),
    Rule("(POINT | PERIOD) (of|COMMA|HYPHEN|in)? POINT | POINT PERIOD", fiscal_of),
    Rule("(the)? SEASON", season),
    Rule("YEAR POINT", dated_period),
    Rule("POINT (COMMA|of|HYPHEN)? (in|of)? YEAR | POINT of POINT", dated_period),
    Rule("YEAR", bare_year),
    Rule("the (year|years) (of)? POINT", the_year),
    Rule("(the)? DECADE", decade),
    Rule(f"the {'|the '.join(SPELT)}", spelt_decade),
    Rule("(the)? ORD HYPHEN? CENTURY (bc|bce)?", century),
    Rule("(the)? PERIOD", lambda found: Phrase(found.one("PERIOD"))),
    Rule("(on|by|until|before|after|of|since|from|to|and) the ORD", _ordinal_day),
)
