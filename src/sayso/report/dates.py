"""Time bounds in the words of a reader: "10 Feb 2026", "Jan–Mar 2024", "not before 10 Feb 2026"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sayso.records import Period, Published

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Why we believe a published time; "given" and "meta" are as good as print and need no word on the line.
BASIS = {
    "given": "",
    "meta": "",
    "text": "from the page’s text",
    "relative": "from a relative time",
    "inferred": "inferred",
}


def day_of(stamp: str | None) -> date | None:
    """The calendar day an ISO 8601 stamp begins with, None where it has none; a bare year or month is its first day.

    >>> day_of("2026-02-10T08:30:00+08:00"), day_of("2026-02"), day_of("soon")
    (datetime.date(2026, 2, 10), datetime.date(2026, 2, 1), None)
    """
    parts = (stamp or "")[:10].split("-")
    try:
        return date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except ValueError:
        return None


def last_day_of(stamp: str | None) -> date | None:
    """As `day_of`, but a bare year or month is its last day.

    >>> last_day_of("2026"), last_day_of("2024-02")
    (datetime.date(2026, 12, 31), datetime.date(2024, 2, 29))
    """
    day, parts = day_of(stamp), len((stamp or "")[:10].split("-"))
    if day is None or parts > 2:
        return day
    month = day.month if parts == 2 else 12
    return date(day.year, month, monthrange(day.year, month)[1])


def day(value: date) -> str:
    """A day as "10 Feb 2026"."""
    return f"{value.day} {MONTHS[value.month]} {value.year}"


def between(earliest: str | None, latest: str | None) -> str:
    """Bounds as a reader says them; empty where both are open.

    >>> between("2026-02-10", "2026-02-10T18:00"), between("2026-02-01", "2026-02-28"), between("2025", "2025")
    ('10 Feb 2026', 'Feb 2026', '2025')
    >>> between("2026-02-10", None), between(None, "2024-11-30"), between("2024-06-28", "2024-11-30")
    ('from 10 Feb 2026', 'until 30 Nov 2024', '28 Jun – 30 Nov 2024')
    """
    first, last = day_of(earliest), last_day_of(latest)
    if first and last:
        return _range(first, last)
    if first:
        return f"from {day(first)}"
    return f"until {day(last)}" if last else ""


def _range(first: date, last: date) -> str:
    if first >= last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month]} – {day(last)}"
    return f"{first.day}–{day(last)}"


def _months(first: date, last: date) -> str:
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{MONTHS[first.month]} {first.year} – {MONTHS[last.month]} {last.year}"
    if first.month == last.month:
        return f"{MONTHS[first.month]} {first.year}"
    return f"{MONTHS[first.month]}–{MONTHS[last.month]} {first.year}"


def period(value: Period) -> str:
    """A period in words; empty where nothing is known."""
    return between(value.earliest, value.latest)


def point(value: Period | Published) -> str:
    """A moment of which only bounds may be known: "10 Feb 2026", "not before 10 Feb 2026"; empty where unknown.

    >>> point(Period(earliest="2026-02-10")), point(Period(earliest="2026-02-10", latest="2026-02-12"))
    ('not before 10 Feb 2026', 'between 10 Feb 2026 and 12 Feb 2026')
    """
    first, last = day_of(value.earliest), last_day_of(value.latest)
    if first and last:
        told = _range(
            first, last
        )  # a whole month or year has a name; other bounds are no stretch, but all that is known
        return f"between {day(first)} and {day(last)}" if "–" in told else told
    if first:
        return f"not before {day(first)}"
    return f"not after {day(last)}" if last else ""


def published(value: Published) -> str:
    """When an article was published, in words, with what that rests on.

    >>> published(Published(earliest="2026-02-10", basis="inferred")), published(Published())
    ('published not before 10 Feb 2026 (inferred)', 'publication date unknown')
    """
    when, why = point(value), BASIS.get(value.basis or "", "")
    if not when:
        return "publication date unknown"
    return f"published {when} ({why})" if why else f"published {when}"
