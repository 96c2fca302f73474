"""The dateline that opens an agency's story: where it was written, and on which day ("BEIJING, July 19 (Reuters) – …")."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import NamedTuple

from sayso.clean.dates import month

_MONTH = r"[^\W\d_]{3,12}"
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d()\n]{1,60}?)(?P<comma>,?)\s"
    rf"(?:(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})|(?P<first_day>\d{{1,2}})\.?\s(?P<later_month>{_MONTH})\.?)"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?,?\s{0,2}(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\s{0,2}(?:[—–]|-{1,2})\s"
)
_LINES = 4  # of a story in which its dateline stands; headline and byline may be left before it
_MOST_WORDS = 7  # of a place ("HO CHI MINH CITY, Vietnam")
_SMALL = frozenset("de da do del la las los el al of on the am an der upon sur en".split())


class Dateline(NamedTuple):
    """The day that a dateline names; most name no year."""

    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def dateline(text: str) -> Dateline | None:
    """The first dateline with a day among a story's first lines; None where there is none ("LONDON – " names no day).

    >>> dateline("ACMEVILLE, May 3 (Acme Wire) – A flood closed the mill."), dateline("LONDON – A flood closed the mill.")
    (Dateline(month=5, day=3, year=None), None)
    """
    for line in islice((line for line in text[:2000].split("\n") if line.strip()), _LINES):
        match = _DATELINE.match(line.lstrip("\ufeff \t-–—(*"))
        if match is None or not _is_place(match["place"]) or not (match["comma"] or match["place"].isupper()):
            continue
        number = month(match["month"] or match["later_month"])
        found = Dateline(
            number or 0, int(match["day"] or match["first_day"]), int(match["year"]) if match["year"] else None
        )
        if found.in_year(found.year or 2000):  # a leap year has every day
            return found
    return None


def _is_place(text: str) -> bool:
    """Whether words can be a place's name: all of them begin with capitals, or are small words inside such a name."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", text)
    return 0 < len(words) <= _MOST_WORDS and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)
