"""How two stated times stand to each other, by the days they cover."""

from __future__ import annotations

from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from sayso.compare.comparison import Comparison
from sayso.records import Period, Timex

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class _Stretch(NamedTuple):
    """What a stated time covers, both ends included, and the time it may lie beyond them ("early", "about")."""

    first: datetime
    last: datetime
    slack: timedelta


_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)


def compare_times(left: Timex | Period, right: Timex | Period) -> Comparison:
    """Compare two times by `earliest` and `latest`; a missing side is open, and both missing is unresolved.

    `equal` (the same bounds), `refines` (one lies within the other), `compatible` (they overlap, or lie within the
    looseness of "early", "about" or a season), `conflicts` (no common day), `incomparable` (one is unresolved). A time
    of day counts only where both sides have one, time zones only where both name one. That two times conflict tells
    nothing of updates: a plan that moved conflicts with its former self, and the caller knows which was said later.

    >>> may = Period(earliest="2031-05-01", latest="2031-05-31")
    >>> compare_times(Period(earliest="2031-05-04", latest="2031-05-04"), may)
    Comparison(kind='refines', reason='4 May 2031 lies in May 2031', finer='left')
    >>> compare_times(Period(latest="2029-12-31"), Period(earliest="2027-01-01", latest="2027-12-31")).reason
    '2027 lies in the time up to 31 December 2029'
    """
    if _is_open(left) or _is_open(right):
        return Comparison(kind="incomparable", reason="the text does not tell when")
    timed = _has_clock(left) and _has_clock(right)
    zoned = timed and _has_zone(left) and _has_zone(right)
    a, b = _stretch(left, timed, zoned), _stretch(right, timed, zoned)
    said = (_words(left, timed), _words(right, timed))
    if a[:2] == b[:2]:
        return Comparison(kind="equal", reason=f"both say {min(said)}")
    if b.first <= a.first and a.last <= b.last:
        return Comparison(kind="refines", reason=f"{said[0]} lies in {said[1]}", finer="left")
    if a.first <= b.first and b.last <= a.last:
        return Comparison(kind="refines", reason=f"{said[1]} lies in {said[0]}", finer="right")
    return _beside(a, b, said)


def apart(left: Timex | Period, right: Timex | Period) -> bool:
    """Whether two times surely lie on different days: both are closed, and no day is in both. Symmetric.

    A time with an open side is apart from none: "since May" may have been yesterday. Days are compared as written, time
    zones left aside.

    >>> may, june = (Period(earliest=f"2031-0{m}-01", latest=f"2031-0{m}-30") for m in (5, 6))
    >>> apart(may, june), apart(may, may), apart(may, Period(earliest="2031-06-01"))
    (True, False, False)
    """
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return False
    return left.latest[:10] < right.earliest[:10] or right.latest[:10] < left.earliest[:10]


def days_of(time: Timex | Period) -> int | None:
    """How many days a time covers, both ends included; None where a side is open.

    >>> days_of(Period(earliest="2031-05-01", latest="2031-05-31"))
    31
    """
    if time.earliest is None or time.latest is None:
        return None
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days + 1


def _beside(a: _Stretch, b: _Stretch, said: tuple[str, str]) -> Comparison:
    """Compare two stretches of which neither lies in the other; the earlier is named first, on whichever side."""
    earlier, later = sorted(said) if a.first == b.first else (said if a.first < b.first else said[::-1])
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= timedelta(0):
        return Comparison(kind="compatible", reason=f"{earlier} and {later} overlap")
    if gap <= a.slack + b.slack:
        return Comparison(kind="compatible", reason=f"{earlier} and {later} are close, and loosely told")
    return Comparison(kind="conflicts", reason=f"{earlier} and {later} have no day in common")


def _is_open(time: Timex | Period) -> bool:
    return time.earliest is None and time.latest is None


def _has_clock(time: Timex | Period) -> bool:
    return all(end is None or "T" in end for end in (time.earliest, time.latest))


def _has_zone(time: Timex | Period) -> bool:
    return all(end is None or datetime.fromisoformat(end).tzinfo is not None for end in (time.earliest, time.latest))


def _stretch(time: Timex | Period, timed: bool, zoned: bool) -> _Stretch:
    first = _moment(time.earliest, timed, zoned) if time.earliest else _FIRST
    last = _moment(time.latest, timed, zoned) if time.latest else _LAST
    if time.latest and not timed:
        last += timedelta(hours=23, minutes=59)
    return _Stretch(first, last, _slack(time, first, last))


def _moment(written: str, timed: bool, zoned: bool) -> datetime:
    if not timed:
        return datetime.fromisoformat(written[:10])
    when = datetime.fromisoformat(written)
    if zoned:
        with suppress(OverflowError):
            when = when.astimezone(UTC)
    return when.replace(tzinfo=None)


# "Early 2021" is a third of the year by convention only: as much again is left to it. A season may begin a month off.
_LOOSE = ("START", "MID", "END", "APPROX")


def _slack(time: Timex | Period, first: datetime, last: datetime) -> timedelta:
    if isinstance(time, Period) or first == _FIRST or last == _LAST:
        return timedelta(0)
    if time.mod in _LOOSE:
        return last - first + timedelta(minutes=1)
    if time.value and time.value[5:7] in ("SP", "SU", "FA", "WI"):
        return timedelta(days=31)
    return timedelta(0)


def _words(time: Timex | Period, timed: bool) -> str:
    """Name what a time covers, for a person, by its bounds alone."""
    first, last = time.earliest, time.latest
    if first is None:
        return f"the time up to {_day(last or '')}"
    if last is None:
        return f"the time from {_day(first)} on"
    if timed:
        return _clock(first) if first == last else f"{_clock(first)} to {_clock(last)}"
    return _days(date.fromisoformat(first[:10]), date.fromisoformat(last[:10]))


def _days(first: date, last: date) -> str:
    if first == last:
        return _day(first.isoformat())
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        names = [f"{_MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
        return names[0] if names[0] == names[1] else " to ".join(names)
    begin, end = _day(first.isoformat()), _day(last.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        begin = str(first.day)
    elif first.year == last.year:
        begin = begin.rpartition(" ")[0]
    return f"{begin} to {end}"


def _day(written: str) -> str:
    day = date.fromisoformat(written[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _clock(written: str) -> str:
    return f"{_day(written)}, {written[11:]}"
