"""Which of the points of one name is meant: the Friday before or after, this May or the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sayso.almanac import day_of
from sayso.extract.timex.meaning import Named
from sayso.extract.timex.steps import moved
from sayso.extract.timex.when import When, day_unit, known, with_year


def occurrences(point: Named, base: datetime) -> list[When]:
    """Give the points of that name around a moment, earliest first."""
    if point.weekday and not point.day:
        days = [moved(base, "day", 7 * weeks + point.weekday - base.isoweekday()) for weeks in (-1, 0, 1)]
        return [day_unit(day) for day in days if day]
    if point.day and not point.month:
        months = [moved(base.replace(day=1), "month", step) for step in (-1, 0, 1)]
        found = [day_of(month.year, month.month, point.day) for month in months if month]
        return [known(day.isoformat(), "day") for day in found if day]
    found_years = [with_year(point, base.year + step) for step in (-2, -1, 0, 1, 2) if 1 < base.year + step < 9998]
    return [when for when in found_years if when.start]


# A month or day without a year lies ahead, where no tense tells, only if it is so near and the last one so far; and a
# day so near is meant whatever the words around. Chosen, not tuned: MEANTIME's days without a year lie up to 10 days
# ahead and 124 back, and its figures are the same for 15 to 90 days of either.
_SOON = timedelta(days=62)
_LONG_AGO = timedelta(days=200)
_NEAR_DAYS = 60


def pick(around: Sequence[When], base: datetime, point: Named, direction: int, told: bool) -> When | None:
    """Choose among the points of one name."""
    today = base.date()
    ends = [(when, _last_day(when)) for when in around]
    before = [when for when, end in ends if end < today]
    begun = [when for when in around if when.start and when.start.date() <= today]
    after = [when for when in around if when.start and when.start.date() > today]
    ahead = [when for when, end in ends if end >= today]
    match point.turn:
        case "last" | "previous":
            return before[-1] if before else None
        case "next" | "following":
            return after[0] if after else None
        case "this" | "same":
            return _same(around, base, point)
    if told:
        return _same(around, base, point) if not point.weekday else (ahead[0] if ahead else None)
    if point.month and point.day:
        near = min(around, key=lambda when: abs((_last_day(when) - today).days), default=None)
        if near is not None and abs((_last_day(near) - today).days) <= _NEAR_DAYS:
            return near
    if direction > 0:
        return ahead[0] if ahead else None
    if direction == 0 and not point.weekday and _is_next(after, begun, base):
        return after[0]
    # A day's slack: the page may be dated in another time zone.
    slack = [when for when in around if when.start and (when.start.date() - today).days <= 1]
    if point.month and point.day and slack:
        return slack[-1]
    return begun[-1] if begun else None


# How far a history goes on from one date to the next: best of 15, 30, 60, 90, 120 on the WikiWars training documents.
_GOES_ON_DAYS = 30


def goes_on(point: Named, year: int, told: When) -> bool:
    """Tell whether a date, in that year, closely follows what was told."""
    when = with_year(point, year)
    if when.start is None or told.start is None or when.start < told.start:
        return False
    return (when.start.date() - _last_day(told)).days <= _GOES_ON_DAYS


def _is_next(after: Sequence[When], begun: Sequence[When], base: datetime) -> bool:
    """Tell whether the next one is near and the last one far."""
    if not after or not begun or after[0].start is None or begun[-1].start is None:
        return False
    return after[0].start - base <= _SOON and base - begun[-1].start >= _LONG_AGO


def _last_day(when: When) -> date:
    return date.fromisoformat((when.span[1] or "0001-01-01")[:10])


def _days_off(when: When, day: date) -> int:
    """Give how many days lie between a day and a point; none while it lasts."""
    first = when.start.date() if when.start else date.min
    return max((first - day).days, (day - _last_day(when)).days, 0)


def _same(around: Sequence[When], base: datetime, point: Named) -> When | None:
    """Choose the one in the same week, month or year as the base."""
    if point.weekday and not point.day:
        return next((w for w in around if w.start and w.start.isocalendar()[:2] == base.isocalendar()[:2]), None)
    if point.day and not point.month:
        return next((w for w in around if w.start and (w.start.year, w.start.month) == (base.year, base.month)), None)
    if point.season and point.turn != "this":
        return next((w for w in around if (w.value or "")[:4] == f"{base.year:04d}"), None)
    if point.season:
        return min(around, key=lambda when: _days_off(when, base.date()), default=None)
    return next((w for w in around if w.start and w.start.year == base.year), None)
