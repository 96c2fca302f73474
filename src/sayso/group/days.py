"""When an article was published, as days, and how far apart sets of articles surely are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sayso.records import Published


class Days(NamedTuple):
    """Published not before day `first` and not after day `last` (ordinals); infinite where that is open."""

    first: float
    last: float


UNKNOWN = Days(float("-inf"), float("inf"))


def days(published: Published) -> Days:
    """The bounds in days; anything that is no date is open.

    >>> days(Published(earliest="2024-03-01", latest="2024-03-02T08:00:00Z"))
    Days(first=738946.0, last=738947.0)
    """
    first, last = _ordinal(published.earliest), _ordinal(published.latest)
    return Days(UNKNOWN.first if first is None else first, UNKNOWN.last if last is None else last)


def apart(spans: Iterable[Days]) -> float:
    """The days that surely lie between the first and the last of them; 0 where dates are unknown or overlap.

    >>> apart([Days(10, 10), Days(12, float("inf")), UNKNOWN])
    2
    """
    earliest_end, latest_start = float("inf"), float("-inf")
    for span in spans:
        earliest_end = min(earliest_end, span.last)
        latest_start = max(latest_start, span.first)
    return max(0, latest_start - earliest_end) if latest_start > float("-inf") and earliest_end < float("inf") else 0


def _ordinal(written: str | None) -> float | None:
    try:
        return float(date.fromisoformat((written or "")[:10]).toordinal())
    except ValueError:
        return None
