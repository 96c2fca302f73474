"""When an article was published: stated near the headline, or inferred from what its text already knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from sayso.clean.dates import Found, dates
from sayso.clean.inferred import bounds
from sayso.records import Published

_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|publié|veröffentlicht|publicado|pubblicato|gepubliceerd|publicerad|publisert)\b",
    re.IGNORECASE,
)


def of_paste(zone: Sequence[str], around: Sequence[str], text: str) -> Published:
    """The published time of a pasted page, from the lines around its headline, its other dated lines, and its text.

    >>> of_paste(["3 May 2031 | Updated 4 May 2031"], [], "")
    Published(earliest='2031-05-03', latest='2031-05-03', basis='text')
    """
    for lines in (zone, around):
        if stated := _stated(lines):
            return Published(earliest=iso(stated), latest=iso(stated), basis="text")
    earliest, latest = bounds(text)
    if earliest or latest:
        return Published(earliest=earliest, latest=latest, basis="inferred")
    return Published()


def iso(when: date | datetime) -> str:
    """ISO 8601, to the day or to the second as it is known."""
    return when.isoformat()


def _stated(lines: Sequence[str]) -> date | datetime | None:
    """The date labelled as published, else one without a label, else the earliest update."""
    ranked: list[tuple[int, int, date | datetime]] = []
    for line in lines:
        for found in dates(line):
            ranked.append((_rank(line, found), len(ranked), found.when))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _rank(line: str, found: Found) -> int:
    """0 for a published date, 1 for one without label, 2 for an update; the nearest label before the date counts."""
    before = line[max(0, found.start - 40) : found.start]
    updated = max((match.start() for match in _UPDATED.finditer(before)), default=-1)
    published = max((match.start() for match in _PUBLISHED.finditer(before)), default=-1)
    return 2 if updated > published else 0 if published >= 0 else 1
