"""Rules for points named by the calendar: days, months, years, quarters, seasons, decades, centuries, holidays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.almanac import day_of
from sayso.extract.timex.grammar import Found, Item, Phrase, Rule, kind, members
from sayso.extract.timex.meaning import Between, Meaning, Named
from sayso.extract.timex.words import word_set


def _year(found: Found) -> int | None:
    year: int | None = found.one("YEAR") or found.one("SHORT")
    return year


def _date(found: Found) -> Phrase | None:
    """Read a month and a day, in either order, with or without a year; an impossible date tells no time at all."""
    year, month, day = _year(found), found.one("MONTH"), found.one("DAY")
    if day_of(year or 2000, month, day) is None:
        return Phrase(None, "IMPOSSIBLE")
    return Phrase(Named("day", year=year, month=month, day=day))


def _days(found: Found) -> Phrase | None:
    """Read "May 6–8, 2026" and "6–8 May" as one stretch."""
    year, month = _year(found), found.one("MONTH")
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
    return Phrase(Named("month", year=_year(found), month=found.one("MONTH")))


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
    year = _year(found)
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


# What must stand before a bare year outside 1900–2100, and may always: "in 1815", "the 1812 overture".
_YEAR_LEADS = word_set(
    "in of since by from until till before after during between year early late mid circa ca around fiscal and "
    "to the or"
)
# Names that carry numbers which look like years.
_NUMBERED = word_set(
    "windows office boeing airbus model series room flight route highway no number studio server code article section "
    "ps playstation area vision agenda formula nikkei russell fortune page bill act peugeot resolution gate suite unit"
)
_COUNTING = word_set("over nearly almost than least most some approximately roughly up only")
# What may stand before a year that a plural follows: "the 2012 elections", "in 2012 sales rose", but not "and 2012
# horses".
_DATING = word_set("in since during until a its their his her 's that this the early late fiscal year by")
_PLURALS = word_set("people men women children police staff cattle feet")


def _bare_year(found: Found) -> Phrase | None:
    """Read four figures as a year unless they count something or are part of a name."""
    year = found.one("YEAR")
    before, after = found.before(), found.after()
    led = before is not None and before.text in _YEAR_LEADS
    if after is not None and (_counted(before, after) or _runs_on(found, after)):
        return None
    if before is not None and (
        before.text in _NUMBERED or _counts(found, before) or before.kind in (kind("X"), kind("N"), kind("SLASH"))
    ):
        return None
    named = before is not None and before.text in ("the", "a", "an") and 1600 <= year < 1900  # "the 1898 ruling"
    named = named or (before is not None and before.text == "(" and after is not None and after.text == ")")
    if (
        not 1900 <= year <= 2100
        and not named
        and not (led and before is not None and before.text not in ("to", "the", "or", "and"))
    ):
        return None
    if _is_number_of_name(found, before):
        return None
    return Phrase(Named("year", year=year))


def _counted(before: Item | None, after: Item) -> bool:
    """Tell whether four figures before `after` count it: "2000 troops", "about 2000 people", "1999 dollars"."""
    if after.kind in members("UNITS") + members("MAGNITUDE") + kind("X") and after.text not in (
        ":",
        ";",
        '"',
        "”",
        "’",
        "'",
        "?",
        "!",
        "…",
        "[",
        "]",
        "“",
    ):
        return True
    plural = after.text.isalpha() and after.text.endswith("s") and len(after.text) > 3 and after.value is not True
    plural = plural or after.text in _PLURALS
    if not plural or after.text in (
        "was",
        "has",
        "is",
        "as",
        "its",
        "his",
        "this",
        "does",
        "across",
        "versus",
        "thus",
        "plus",
        "saw",
    ):
        return False
    if before is None:
        return True
    return before.text not in _DATING


def _counts(found: Found, before: Item) -> bool:
    """Tell whether "more than", "nearly" and their like stand before; "later than" is none of them."""
    earlier, first = found.before(2), found.before(3)
    if earlier is not None and earlier.text in ("later", "earlier", "sooner"):
        return False
    until = first is not None and first.text in ("until", "till", "through", "to", "since", "before", "by")
    return before.text in _COUNTING and not until


def _is_number_of_name(found: Found, before: Item | None) -> bool:
    """Tell whether the figures belong to "No. 2012" or to "555-2012"."""
    earlier = found.before(2)
    if before is None or earlier is None:
        return False
    glued = before.text == "-" and earlier.end == before.start and earlier.text[-1:].isdigit()
    return glued or (before.text == "." and earlier.text in ("no", "nos"))


def _runs_on(found: Found, after: Item) -> bool:
    """Tell whether the figures go on after a hyphen: a part number, a date that is none."""
    later = found.after(2)
    return after.text == "-" and later is not None and later.start == after.end and later.text[:1].isdigit()


def _era(found: Found) -> Phrase | None:
    year, month = found.one("NUM", -1), found.one("MONTH")
    bc = not found.has("ad", "ce")
    if not isinstance(year, int) or not 0 < year < 3000:
        return None
    if month:
        return Phrase(Named("month", year=year, month=month, bc=bc))
    return Phrase(Named("year", year=year, bc=bc))


def _first_era(found: Found) -> Phrase | None:
    """Read the first year of "499 to 493 BC"."""
    year = found.one("NUM")
    return Phrase(Named("year", year=year, bc=True)) if isinstance(year, int) and 0 < year < 3000 else None


def _the_year(found: Found) -> Phrase:
    return Phrase(found.one("POINT"), mod=found.mod)


def _quarter(found: Found) -> Phrase | None:
    number = found.one("ORD") or found.one("SECOND") or (4 if found.has("final") else None)
    if number is None or number > 4 or _is_final(found):
        return None
    return Phrase(Named("quarter", number=number))


def _is_final(found: Found) -> bool:
    """Tell "the third quarter-final" from a quarter."""
    hyphen, after = found.after(), found.after(2)
    return hyphen is not None and hyphen.text == "-" and after is not None and after.text.startswith("final")


def _half(found: Found) -> Phrase | None:
    number = 2 if found.has("second") else found.one("ORD")
    return Phrase(Named("half", number=number)) if number in (1, 2) else None


def _dated_period(found: Found) -> Phrase | None:
    """Give a quarter, half or season its year: "Q3 2025", "the third quarter of 2025", "the summer of last year"."""
    points = [item.value for item in found if item.kind == kind("POINT")]
    period = found.one("PERIOD") or found.one("SEASONED") or next((p for p in points if _is_period(p)), None)
    if period is None:
        return None
    rest = [point for point in points if point is not period]
    year = _year(found)
    if year:
        return Phrase(replace(period, year=year), mod=found.mod)
    if rest and isinstance(rest[0], Named) and rest[0].bc:
        return Phrase(replace(period, year=rest[0].year, bc=True), mod=found.mod)
    if rest and isinstance(rest[0], Between) and period.grain == "season":
        return Phrase(replace(period, year=rest[0].first.year), mod=found.mod)
    return Phrase(replace(period, inside=rest[0]), mod=found.mod) if rest and _holds_year(rest[0]) else None


def _is_period(point: Any) -> bool:
    return (
        isinstance(point, Named)
        and point.grain in ("quarter", "half", "season")
        and not point.year
        and not point.inside
    )


def _holds_year(point: Any) -> bool:
    return getattr(point, "grain", None) in ("year", "fiscal year")


def _season(found: Found) -> Phrase:
    return Phrase(Named("season", season=found.one("SEASON")))


def _fiscal(found: Found) -> Phrase:
    return Phrase(Named("fiscal year", year=found.one("FISCAL") or _year(found)))


def _decade(found: Found) -> Phrase:
    return Phrase(found.one("DECADE"))


_SPELT = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip


def _spelt_decade(found: Found) -> Phrase:
    return Phrase(Named("decade", year=next(_SPELT[item.text] for item in found if item.text in _SPELT)), skip=0)


def _century(found: Found) -> Phrase:
    return Phrase(Named("century", number=found.one("ORD"), bc=found.has("bc", "bce")))


def _holiday(found: Found) -> Phrase:
    return Phrase(Named("day", holiday=found.one("HOLIDAY"), year=_year(found)))


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
    Rule("NUM (?=(HYPHEN|DASH|to|and) NUM (bc|bce))", _first_era),
    Rule("MONTH? NUM (bc|bce)", _era),
    Rule("FISCAL | (fiscal|financial) (year)? YEAR", _fiscal),
    Rule("PERIOD (of|COMMA|HYPHEN|SLASH)? (YEAR|SHORT) | YEAR HYPHEN? PERIOD", _dated_period),
    Rule("(the)? (ORD|SECOND|final) HYPHEN? QUARTER", _quarter),
    Rule("(ORD|SECOND) HYPHEN half", _half),
    Rule("(the)? SEASON", _season),
    Rule("YEAR POINT", _dated_period),
    Rule("POINT (COMMA|of|HYPHEN)? (in|of)? YEAR | POINT of POINT", _dated_period),
    Rule("YEAR", _bare_year),
    Rule("the (year|years) (of)? POINT", _the_year),
    Rule("(the)? DECADE", _decade),
    Rule(f"the {'|the '.join(_SPELT)}", _spelt_decade),
    Rule("(the)? ORD HYPHEN? CENTURY (bc|bce)?", _century),
    Rule("(the)? PERIOD", lambda found: Phrase(found.one("PERIOD"))),
    Rule("(on|by|until|before|after|of|since|from|to|and) the ORD", _ordinal_day),
)
