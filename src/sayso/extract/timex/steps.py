"""Steps over the calendar: the unit that holds a day, so many units on, and how a unit is written as a TIMEX3 value."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from sayso.almanac import SEASON_MONTHS, month_end
from sayso.extract.timex.meaning import Grain

# A value of each grain with nothing known.
UNKNOWN: dict[Grain, str] = {
    "second": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX", "hour": "XXXX-XX-XXTXX", "part": "XXXX-XX-XX",
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "season": "XXXX", "quarter": "XXXX-QX", "half": "XXXX-HX", "fiscal year": "FYXXXX", "year": "XXXX", "decade": "XXX",
    "century": "XX", "millennium": "X",
}  # fmt: skip

_DAYS: dict[Grain, int] = {"day": 1, "part": 1, "weekend": 7, "week": 7, "fortnight": 14}
_MONTHS: dict[Grain, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "fiscal year": 12, "decade": 120, "century": 1200,
    "millennium": 12000,
}  # fmt: skip
_SECONDS: dict[Grain, int] = {"second": 1, "minute": 60, "hour": 3600}


def moved(when: datetime, grain: Grain, amount: float) -> datetime | None:
    """Go so many units on (or back); None beyond the calendar's end.

    >>> moved(datetime(2024, 3, 31), "month", -1).date().isoformat()
    '2024-02-29'
    """
    try:
        if grain in _SECONDS:
            return when + timedelta(seconds=amount * _SECONDS[grain])
        if grain in _DAYS:
            return when + timedelta(days=amount * _DAYS[grain])
        months = when.year * 12 + when.month - 1 + round(amount * _MONTHS[grain])
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        day = min(when.day, month_end(year, month + 1).day)
        return when.replace(year=year, month=month + 1, day=day)
    except (OverflowError, ValueError):
        return None


def written(when: datetime, grain: Grain) -> str:
    """Write the unit of a grain that holds a moment.

    >>> written(datetime(2024, 3, 31, 9), "quarter"), written(datetime(2024, 3, 31, 9), "week")
    ('2024-Q1', '2024-W13')
    """
    day, year = when.date().isoformat(), f"{when.year:04d}"
    iso = when.isocalendar()
    match grain:
        case "second" | "minute":
            return f"{day}T{when:%H:%M}"
        case "hour":
            return f"{day}T{when:%H}"
        case "day" | "part":
            return day
        case "weekend":
            return f"{iso.year:04d}-W{iso.week:02d}-WE"
        case "week" | "fortnight":
            return f"{iso.year:04d}-W{iso.week:02d}"
        case "month":
            return day[:7]
        case "quarter":
            return f"{year}-Q{(when.month + 2) // 3}"
        case "half":
            return f"{year}-H{(when.month + 5) // 6}"
        case "season":
            return f"{season_year(when):04d}-{season(when)}"
        case "fiscal year":
            return f"FY{year}"
        case "decade":
            return year[:3]
        case "century":
            return year[:2]
        case "millennium":
            return year[:1]
        case _:
            return year


def season(when: date) -> str:
    """Give the code of the northern season of a day."""
    return next(code for code, (first, _) in SEASON_MONTHS.items() if (when.month - first) % 12 < 3)


def season_year(when: date) -> int:
    """Give the year a day's season is named by: a winter by the year it begins in."""
    return when.year - (when.month < 3)
