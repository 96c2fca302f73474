"""When an article was published: stated near the headline, or inferred from what its text already knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from sayso.clean.dates import Found, dates
from sayso.clean.facts import Facts
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


# Names of meta elements, the commonest first.
_META_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.issued", "dc.date.created", "parsely-pub-date", "sailthru.date", "og:article:published_time", "og:published_time",
    "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "last-modified", "dcterms.date", "citation_publication_date",
)  # fmt: skip
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_DATED_LINE = 80  # characters
_PUBLISHED_MARK = re.compile(r"publish|posted|entry-date|created|pubdate|dateline|article", re.IGNORECASE)
_UPDATED_MARK = re.compile(r"updat|modif|edited", re.IGNORECASE)


def of_page(facts: Facts, url: str | None, top: Sequence[str], text: str, visible: Sequence[str] = ()) -> Published:
    """The published time of a saved page.

    In this order, which was right on so many of the Fundus and the WCXB pages that have it: JSON-LD of the article (114 of 114,
    200 of 241), meta elements (65 of 67, 292 of 311), JSON-LD of the page (16 of 18, 136 of 145), `<time>` (59 of 72, 133 of
    235), the visible lines above the story, the only date that stands alone on the page, the address; else bounds inferred from
    the text.

    >>> of_page(Facts(meta={"date": ("2031-05-03T10:00:00Z",)}), None, [], "")
    Published(earliest='2031-05-03T10:00:00+00:00', latest='2031-05-03T10:00:00+00:00', basis='meta')
    """
    for value in _values(facts):
        if found := _one(value):
            return Published(earliest=iso(found), latest=iso(found), basis="meta")
    if stated := _stated(top) or _only(visible):
        return Published(earliest=iso(stated), latest=iso(stated), basis="text")
    if url and (match := _URL_DATE.search(url)) and (found := _one("-".join(part.zfill(2) for part in match.groups()))):
        return Published(earliest=iso(found), latest=iso(found), basis="meta")
    earliest, latest = bounds(text)
    return Published(earliest=earliest, latest=latest, basis="inferred") if earliest or latest else Published()


def _values(facts: Facts) -> Iterator[str]:
    """Everything that a page states as its published time, the most trusted first."""
    yield from _strings(node.get("datePublished") for node in facts.articles)
    for key in _META_PUBLISHED:
        yield from facts.meta.get(key, ())
    yield from _strings(node.get("datePublished") for node in facts.nodes)
    yield from (value for value, mark in facts.times if _PUBLISHED_MARK.search(mark) and not _UPDATED_MARK.search(mark))
    yield from (value for value, mark in facts.times[:1] if not _UPDATED_MARK.search(mark))
    yield from _strings(node.get("dateCreated") for node in facts.articles)


def _strings(values: Iterable[object]) -> Iterator[str]:
    yield from (value for value in values if isinstance(value, str))


def _one(value: str) -> date | datetime | None:
    """The date of a value that holds a date and nothing else of weight."""
    try:
        return datetime.fromisoformat(value.strip()) if len(value.strip()) > 10 else date.fromisoformat(value.strip())
    except ValueError:
        found = dates(value[:60])
        return found[0].when if found else None


def _only(visible: Sequence[str]) -> date | None:
    """The day that lines which are a date and little besides name, if it is but one; other stories have others."""
    days: set[date] = set()
    for line in visible:
        found = dates(line) if len(line) <= _DATED_LINE and any(map(str.isdecimal, line)) else []
        labelled = _PUBLISHED.search(line) or _UPDATED.search(line)
        if found and (labelled or 2 * sum(one.end - one.start for one in found) >= len(line)):
            days.update(one.day for one in found)
    return days.pop() if len(days) == 1 else None


def is_untold(facts: Facts) -> bool:
    """Whether the page's head and `<time>` elements give no published time."""
    return not any(_one(value) for value in _values(facts))
