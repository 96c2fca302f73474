"""The days that a duration covers, where it says where it lies, and the part of a unit that lies before or after now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sayso.extract.timex.meaning import Grain, Length
from sayso.extract.timex.steps import moved
from sayso.extract.timex.values import NONE, Bounds, days_of
from sayso.extract.timex.when import When

_FINE: tuple[Grain, ...] = ("second", "minute", "hour")


def reaching(length: Length, base: datetime | None) -> Bounds:
    """Give the bounds of a length that ends or begins at a base: "the past decade", "the next four years"."""
    if length.amount is None or not length.towards or base is None:
        return NONE
    other = moved(base, length.unit, length.amount * length.towards)
    if other is None:
        return NONE
    first, last = sorted((base, other))
    return _written(first, length.unit in _FINE), _written(last, length.unit in _FINE)


def at_end(length: Length, held: When) -> Bounds:
    """Give the bounds of a length at one end of a point: "the last two weeks of February"."""
    days = days_of(held.value or "")
    if days is None or length.amount is None or length.unit in _FINE:
        return NONE
    first, last = (datetime(d.year, d.month, d.day) for d in days)
    if length.tail:
        start = moved(last + timedelta(days=1), length.unit, -length.amount)
        return (_written(start), _written(last)) if start and start >= first else NONE
    end = moved(first, length.unit, length.amount)
    return (_written(first), _written(end - timedelta(days=1))) if end and end <= last + timedelta(days=1) else NONE


def sided(when: When, side: int, now: datetime | None) -> When:
    """Keep only the part of a unit before or after now: "earlier this month", "later this year"."""
    if not side or now is None or when.span == NONE:
        return when
    today = now.date().isoformat()
    first, last = when.span
    if first is None or last is None or not first <= today <= last:
        return when
    return replace(when, span=(first, today) if side < 0 else (today, last))


def _written(when: datetime, fine: bool = False) -> str:
    return when.isoformat(timespec="minutes") if fine else when.date().isoformat()
