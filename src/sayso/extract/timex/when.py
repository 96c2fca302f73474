"""A time expression resolved: its value, the days it covers and its first moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sayso.almanac import HOLIDAYS, day_of, holiday
from sayso.extract.timex.meaning import Clock, Grain, Named
from sayso.extract.timex.steps import UNKNOWN, written
from sayso.extract.timex.values import NONE, Bounds, bounds


@dataclass(frozen=True, slots=True)
class When:
    """A resolved expression; `start` its first moment where known, `grain` how fine it is."""

    value: str | None
    span: Bounds = NONE
    grain: Grain = "year"
    start: datetime | None = None


# About how many days a unit of each grain has: which of two is the coarser.
SIZE: dict[Grain, float] = {
    "second": 0, "minute": 0, "hour": 0, "part": 1, "day": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30,
    "season": 91, "quarter": 91, "half": 182, "fiscal year": 365, "year": 365, "decade": 3650, "century": 36500,
    "millennium": 365000,
}  # fmt: skip


def known(value: str, grain: Grain, start: datetime | None = None) -> When:
    """Make a written value a time: what it covers, and from when on."""
    span = bounds(value)
    if start is None and span[0] is not None:
        start = datetime.fromisoformat(span[0][:10])
    return When(value, span, grain, start)


def unit(when: datetime, grain: Grain) -> When:
    """Give the unit of a grain that holds a moment."""
    value = written(when, grain)
    return known(value, grain, when if grain in ("second", "minute", "hour") else None)


def day_unit(when: datetime) -> When:
    """Give the day that holds a moment."""
    return unit(when, "day")


def from_day(day: date | None, point: Named) -> When:
    """Give a day, or what is left of a point whose day no calendar has."""
    return known(day.isoformat(), "day") if day else When(unknown(point))


@lru_cache(maxsize=4096)
def with_year(point: Named, year: int) -> When:
    """Resolve a point whose year is known."""
    if point.holiday:
        return from_day(holiday(point.holiday, year), point)
    if point.month and point.day:
        return from_day(day_of(year, point.month, point.day), point)
    if point.month:
        return known(f"{year:04d}-{point.month:02d}", "month")
    if point.season:
        return known(f"{year:04d}-{point.season}", "season")
    if point.fiscal:
        return When(f"FY{year:04d}-{point.grain[0].upper()}{point.number}", NONE, point.grain)
    if point.grain in ("quarter", "half"):
        return known(f"{year:04d}-{point.grain[0].upper()}{point.number}", point.grain)
    if point.grain == "fiscal year":
        return When(f"FY{year:04d}", NONE, "fiscal year", datetime(year, 1, 1))
    return known(f"{year:04d}", "year")


def before_christ(point: Named) -> When:
    """Write a year or century before the common era, whose days are not told: no calendar of ours reaches so far."""
    if point.grain == "century":
        return When(f"BC{(point.number or 1) - 1:02d}")
    month = f"-{point.month:02d}" if point.month else f"-{point.season}" if point.season else ""
    return When(f"BC{point.year:04d}{month}")


def unknown(point: Named) -> str:
    """Write a point of which the context tells nothing."""
    if point.holiday and point.holiday in HOLIDAYS:
        same = {HOLIDAYS[point.holiday](year) for year in (2023, 2024, 2025, 2026)}
        days = {(day.month, day.day) for day in same if day}
        month, day = days.pop() if len(days) == 1 else (0, 0)
        return f"XXXX-{month:02d}-{day:02d}" if month else "XXXX-XX-XX"
    if point.month:
        return f"XXXX-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    if point.day:
        return f"XXXX-XX-{point.day:02d}"
    if point.weekday:
        return f"XXXX-WXX-{point.weekday}"
    if point.season:
        return f"XXXX-{point.season}"
    if point.fiscal:
        return f"FYXXXX-{point.grain[0].upper()}{point.number}"
    if point.grain in ("quarter", "half"):
        return f"XXXX-{point.grain[0].upper()}{point.number}"
    return UNKNOWN[point.grain]


def parted(when: When, part: str | None) -> When:
    """Put a part of the day on a day."""
    if not part or when.value is None:
        return when
    value = f"{when.value[:10]}T{part}"
    return When(value, bounds(value), "part", when.start)


def clock_text(clock: Clock) -> str:
    """Write a time of day, as fine as it was told, Z where it was told as Greenwich's."""
    text = f"{clock.hour:02d}" + ("" if clock.minute is None and clock.zone is None else f":{clock.minute or 0:02d}")
    if clock.second is not None:
        text += f":{clock.second:02d}"
    return text + ("Z" if clock.zone == 0 else "")


def zone_text(clock: Clock | None) -> str:
    """Write the distance from Greenwich of a time of day told in another zone.

    It stands in the bounds only: a TIMEX3 value is the time as it was said.
    """
    if clock is None or not clock.zone:
        return ""
    hours, minutes = divmod(abs(clock.zone), 60)
    return f"{'-' if clock.zone < 0 else '+'}{hours:02d}:{minutes:02d}"
