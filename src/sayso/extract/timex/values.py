"""TIMEX3 values: writing durations and points, and the days a written value covers.

The notation is that of TimeML 1.2.1 (ISO 8601 with seasons, parts of the day, quarters, halves and X for what is not
known); a year before the common era is `BC0490`, a fiscal year `FY2025`, a stretch `2012/2013`.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from sayso.almanac import SEASON_MONTHS, day_of, month_end
from sayso.extract.timex.meaning import Grain, Length
from sayso.extract.timex.words import PART_HOURS

# Decades and centuries are written in years, as ISO 8601 knows no larger unit.
_LETTERS: dict[Grain, tuple[str, float]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "part": ("D", 1), "day": ("D", 1),
    "weekend": ("WE", 1),
    "week": ("W", 1), "fortnight": ("W", 2), "month": ("M", 1), "season": ("M", 3), "quarter": ("M", 3),
    "half": ("M", 6), "fiscal year": ("Y", 1), "year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100),
    "millennium": ("Y", 1000),
}  # fmt: skip


def duration(length: Length) -> str:
    """Write a duration.

    >>> duration(Length(2.5, "year")), duration(Length(1, "hour", more=Length(30, "minute")))
    ('P2.5Y', 'PT1H30M')
    """
    written = _component(length) + (_component(length.more) if length.more else "")
    if "T" not in written:
        return "P" + written
    head, _, tail = written.partition("T")
    return f"P{head}T{tail.replace('T', '')}"


def _component(length: Length) -> str:
    letter, factor = _LETTERS[length.unit]
    amount = "X" if length.amount is None else f"{length.amount * factor:.10g}"
    return f"T{amount}{letter[1]}" if letter[0] == "T" else f"{amount}{letter}"


Bounds = tuple[str | None, str | None]
NONE: Bounds = (None, None)


@lru_cache(maxsize=4096)
def bounds(value: str) -> Bounds:
    """Give the first and last day (or minute, for a time of day) that a written value covers; None, None for no such.

    >>> bounds("2024-Q1"), bounds("2024-W07-WE"), bounds("XXXX-02-10")
    (('2024-01-01', '2024-03-31'), ('2024-02-17', '2024-02-18'), (None, None))
    """
    if "X" in value or not value[:1].isdigit():
        return NONE
    if "/" in value:
        first, _, last = value.partition("/")
        return bounds(first)[0], bounds(last)[1]
    if "T" in value:
        return _clock_bounds(value)
    days = days_of(value)
    return (days[0].isoformat(), days[1].isoformat()) if days else NONE


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE|-\d)?|Q(?P<quarter>[1-4])|"
    r"H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def days_of(value: str) -> tuple[date, date] | None:
    """Give the first and last day of a fully known value of day grain or coarser; None for any other."""
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    if found["decade"] or found["century"]:
        years = 10 if found["decade"] else 100
        first = int(value) * years
        return _years(max(first, 1), first + years - 1)
    year = int(found["year"])
    if not MINYEAR <= year < MAXYEAR:
        return None
    if found["week"]:
        return _week(year, int(found["week"]), found["end"] or "")
    if found["day"]:
        day = day_of(year, int(found["month"]), int(found["day"]))
        return (day, day) if day else None
    return _months(year, *_month_range(found))


def _years(first: int, last: int) -> tuple[date, date] | None:
    return (date(first, 1, 1), date(last, 12, 31)) if MINYEAR <= first <= last <= MAXYEAR else None


def _month_range(found: re.Match[str]) -> tuple[int, int]:
    if found["month"]:
        return int(found["month"]), int(found["month"])
    if found["quarter"]:
        return 3 * int(found["quarter"]) - 2, 3 * int(found["quarter"])
    if found["half"]:
        return 6 * int(found["half"]) - 5, 6 * int(found["half"])
    return SEASON_MONTHS[found["season"]] if found["season"] else (1, 12)


def _months(year: int, first: int, last: int) -> tuple[date, date] | None:
    if not 1 <= first <= 12:
        return None
    return date(year, first, 1), month_end(year + (last < first), last)


def _week(year: int, week: int, end: str) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if end == "-WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if end:
        day = monday + timedelta(days=int(end[1:]) - 1)
        return day, day
    return monday, monday + timedelta(days=6)


_TIME = re.compile(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d)?")


def _clock_bounds(value: str) -> Bounds:
    written, _, time = value.partition("T")
    days = days_of(written)
    if days is None:
        return NONE
    if time in PART_HOURS:
        first, last = PART_HOURS[time]
        end = days[0] + timedelta(days=1) if last < first else days[0]
        return f"{days[0]}T{first:02d}:00", f"{end}T{last:02d}:00"
    found = _TIME.fullmatch(time)
    if found is None:
        return days[0].isoformat(), days[1].isoformat()
    day, hour, zone = days[0], found[1], found[4] or ""
    if hour == "24":
        day, hour = day + timedelta(days=1), "00"
    return f"{day}T{hour}:{found[2] or '00'}{zone}", f"{day}T{hour}:{found[2] or '59'}{zone}"


def narrowed(value: str, span: Bounds, mod: str | None) -> Bounds:
    """Cut a span to what a modifier leaves of it: thirds for START, MID and END, one open side for BEFORE and its like.

    >>> narrowed("2024", bounds("2024"), "START"), narrowed("2024", bounds("2024"), "BEFORE")
    (('2024-01-01', '2024-04-30'), (None, '2023-12-31'))
    """
    border, _, place = (mod or "").partition(" ")
    if border in ("START", "MID", "END"):
        border, place = "", border
    span = _third(span, place) if place in ("START", "MID", "END") else span
    first, last = span
    if border == "BEFORE":
        return None, _neighbour(first, -1)
    if border == "ON_OR_BEFORE":
        return None, last
    if border == "AFTER":
        return _neighbour(last, 1), None
    if border == "ON_OR_AFTER":
        return first, None
    return span


def _neighbour(when: str | None, days: int) -> str | None:
    """Give the day next to a day; a time of day is its own neighbour, as minutes are not told apart here."""
    if when is None or "T" in when:
        return when
    try:
        return (date.fromisoformat(when) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _third(span: Bounds, place: str) -> Bounds:
    """Cut out the first, middle or last third, in days; a single day and a time of day stay whole."""
    if span[0] is None or span[1] is None or "T" in span[0]:
        return span
    first, last = date.fromisoformat(span[0]), date.fromisoformat(span[1])
    days = (last - first).days + 1
    if days < 3:
        return span
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and last == month_end(last.year, last.month) and months % 3 == 0:
        return _third_of_months(first, months // 3, place)
    third = timedelta(days=days // 3)
    if place == "START":
        return span[0], (first + third - timedelta(days=days % 3 == 0)).isoformat()
    if place == "END":
        return (last - third + timedelta(days=days % 3 == 0)).isoformat(), span[1]
    return (first + third).isoformat(), (last - third).isoformat()


def _third_of_months(first: date, months: int, place: str) -> Bounds:
    """Cut out a third of a span of whole months."""
    skipped = {"START": 0, "MID": months, "END": 2 * months}[place]
    year, month = divmod(first.year * 12 + first.month - 1 + skipped, 12)
    end_year, end_month = divmod(first.year * 12 + first.month - 2 + skipped + months, 12)
    return date(year, month + 1, 1).isoformat(), month_end(end_year, end_month + 1).isoformat()
