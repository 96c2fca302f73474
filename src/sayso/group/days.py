"""When articles were published, in days, and how far apart those of a cluster surely lie."""

from __future__ import annotations

from datetime import date
from math import inf
from typing import NamedTuple

from sayso.records import Published


class Days(NamedTuple):
    """Bounds of one or more times of publication, as ordinals of days.

    `ended` is the earliest day by which one of them surely was published, `began` the latest before which one surely
    was not. What lies between is the time that surely passed; with dates unknown or overlapping, none did.
    """

    ended: float
    began: float

    def passed(self) -> float:
        """The days that surely lie between the first and the last of them."""
        return max(0.0, self.began - self.ended)

    def joined(self, other: Days) -> Days:
        """The bounds of both together.

        >>> Days(10, 10).joined(Days(inf, 12)).passed()
        2
        """
        return Days(min(self.ended, other.ended), max(self.began, other.began))


def days(published: Published) -> Days:
    """The bounds of one article; anything that is no date is open.

    >>> days(Published(earliest="2024-03-01", latest="2024-03-02T08:00:00Z"))
    Days(ended=738947, began=738946)
    """
    ended, began = _ordinal(published.latest), _ordinal(published.earliest)
    return Days(inf if ended is None else ended, -inf if began is None else began)


def _ordinal(written: str | None) -> int | None:
    try:
        return date.fromisoformat((written or "")[:10]).toordinal()
    except ValueError:
        return None
