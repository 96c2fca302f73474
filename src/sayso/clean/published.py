"""When an article was published: stated near the headline, or inferred from what its text already knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, UTC, date, datetime
from email.utils import parsedate_to_datetime

from sayso.clean.dateline import Dateline, dateline
from sayso.clean.dates import Found, dates
from sayso.clean.day_order import day_first
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


_UPDATE = 2  # the rank of a date that is labelled as an update's


def of_paste(zone: Sequence[str], around: Sequence[str], text: str) -> Published:
    """The published time of a pasted page, from the lines around its headline, its other dated lines, and its text.

    >>> of_paste(["3 May 2031 | Updated 4 May 2031"], [], "")
    Published(earliest='2031-05-03', latest='2031-05-03', basis='text')
    """
    for lines in (zone, around):
        if stated := _stated(lines):
            return Published(earliest=iso(stated), latest=iso(stated), basis="text")
    return _inferred(text, dateline(text), None)


def iso(when: date | datetime) -> str:
    """ISO 8601, to the day or to the second as it is known."""
    return when.isoformat()


def _stated(lines: Sequence[str], day_first: bool | None = None) -> date | datetime | None:
    """The date labelled as published, else one without a label, else the earliest update."""
    ranked: list[tuple[int, int, date | datetime]] = []
    for line in lines:
        for found in dates(line, day_first=day_first):
            ranked.append((_rank(line, found), len(ranked), found.when))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _rank(line: str, found: Found) -> int:
    """0 for a published date, 1 for one without label, 2 for an update; the nearest label before the date counts."""
    before = line[max(0, found.start - 40) : found.start]
    updated = max((match.start() for match in _UPDATED.finditer(before)), default=-1)
    published = max((match.start() for match in _PUBLISHED.finditer(before)), default=-1)
    return _UPDATE if updated > published else 0 if published >= 0 else 1


# Names of meta elements, the commonest first, without the signs between their words.
_META_PUBLISHED = (
    "articlepublishedtime", "datepublished", "date", "pubdate", "publishdate", "publicationdate", "dcdateissued", "dcdate",
    "dctermscreated", "dctermsissued", "dcdatecreated", "parselypubdate", "sailthrudate", "ogarticlepublishedtime", "ogpubdate",
    "cxenseparserecspublishtime", "articlepublished", "originalpublicationdate", "articledateoriginal", "dctermsdate",
    "citationpublicationdate", "publishedat", "publishedtime",
)  # fmt: skip
_META_MODIFIED = (
    "articlemodifiedtime", "datemodified", "ogupdatedtime", "ogarticlemodifiedtime", "dctermsmodified", "dcdatemodified", "lastmod",
    "lastmodified", "articleupdated", "modifiedtime", "revisiondate",
)  # fmt: skip
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_DATED_LINE = 80  # characters
_FILED_DAYS = 3  # a story is out so many days after its dateline, or, east of where it was written, one before
_PUBLISHED_MARK = re.compile(r"publish|posted|entry-date|created|pubdate|dateline|article", re.IGNORECASE)
_UPDATED_MARK = re.compile(r"updat|modif|edited", re.IGNORECASE)
_SIGNS = re.compile(r"[^a-z0-9]")
_SECONDS, _MILLISECONDS = range(10**9, 4 * 10**9), range(10**12, 4 * 10**12)  # of the years 2001 to 2096


def of_page(facts: Facts, url: str | None, top: Sequence[str], text: str, visible: Sequence[str] = ()) -> Published:
    """The published time of a saved page.

    In this order, which was right on so many of the Fundus and the WCXB pages that have it: JSON-LD of the article (114 of 114,
    200 of 241), meta elements (65 of 67, 292 of 311), JSON-LD of the page (16 of 18, 136 of 145), `<time>` (59 of 72, 133 of
    235), the visible lines above the story, the only date that stands alone on the page, a dateline, the address, the title's
    end; else bounds inferred from the text, from when it was modified, and from a dateline that names no year.

    >>> of_page(Facts(meta={"date": ("2031-05-03T10:00:00Z",)}), None, [], "")
    Published(earliest='2031-05-03T10:00:00+00:00', latest='2031-05-03T10:00:00+00:00', basis='meta')
    """
    first = day_first(facts, visible, url)
    if found := _first_date(_values(facts), first):
        return Published(earliest=iso(found), latest=iso(found), basis="meta")
    in_address = _in_address(url)
    written = dateline(text)
    stated = _stated(top, first) or _only(visible, first) or _written(written, in_address)
    if stated:
        return Published(earliest=iso(stated), latest=iso(stated), basis="text")
    if found := in_address or _in_title(facts, first):
        return Published(earliest=iso(found), latest=iso(found), basis="meta")
    return _inferred(text, written, modified_of_page(facts, (), url).latest)


def _in_address(url: str | None) -> date | None:
    """The day that an address names (".../2031/05/03/mill-closed")."""
    match = _URL_DATE.search(url or "")
    found = _one("-".join(part.zfill(2) for part in match.groups())) if match else None
    return found.date() if isinstance(found, datetime) else found


def _written(written: Dateline | None, about: date | None) -> date | None:
    """The day of a dateline, if it names its year, or if a day that is known otherwise is in the same days of a year."""
    if written is None:
        return None
    if written.year:
        return written.in_year(written.year)
    near = written.in_year(about.year) if about else None
    return near if about and near and abs((about - near).days) <= _FILED_DAYS else None


def _inferred(text: str, written: Dateline | None, modified: str | None) -> Published:
    """Bounds from what the text knows; nothing was published before its dateline, nor after it was modified."""
    earliest, latest = bounds(text)
    latest = min(filter(None, (latest, modified)), default=None)
    if earliest and latest and earliest[:10] > latest[:10]:
        earliest = None
    if written and written.year:
        day = written.in_year(written.year)
        return Published(earliest=iso(day), latest=iso(day), basis="text") if day else Published()
    if written and earliest:
        earliest = _first_after(written, date.fromisoformat(earliest[:10]), latest) or earliest
    return Published(earliest=earliest, latest=latest, basis="inferred") if earliest or latest else Published()


def _first_after(written: Dateline, earliest: date, latest: str | None) -> str | None:
    """The first day of the dateline's name that is no earlier than a bound; None where that is later than the other."""
    days = (written.in_year(year) for year in range(earliest.year, min(earliest.year + 9, MAXYEAR)))
    day = next((day for day in days if day and day >= earliest), None)
    return iso(day) if day and (latest is None or iso(day) <= latest[:10]) else None


def modified_of_page(facts: Facts, top: Sequence[str], url: str | None = None) -> Published:
    """When a saved page says that it was last changed: JSON-LD, meta elements, `<time>`, else a labelled line above the story.

    >>> modified_of_page(Facts(), ["3 May 2031", "Updated 4 May 2031"])
    Published(earliest='2031-05-04', latest='2031-05-04', basis='text')
    """
    first = day_first(facts, top, url)
    if found := _first_date(_modified_values(facts), first):
        return Published(earliest=iso(found), latest=iso(found), basis="meta")
    updated = [one.when for line in top for one in dates(line, day_first=first) if _rank(line, one) == _UPDATE]
    return Published(earliest=iso(updated[0]), latest=iso(updated[0]), basis="text") if updated else Published()


def _values(facts: Facts) -> Iterator[str]:
    """Everything that a page states as its published time, the most trusted first."""
    yield from _strings(node.get("datePublished") for node in facts.articles)
    yield from _tagged(facts, _META_PUBLISHED)
    yield from _strings(node.get("datePublished") for node in facts.nodes)
    yield from (value for value, mark in facts.times if _PUBLISHED_MARK.search(mark) and not _UPDATED_MARK.search(mark))
    yield from (value for value, mark in facts.times[:1] if not _UPDATED_MARK.search(mark))
    yield from _strings(node.get("dateCreated") for node in facts.articles)


def _modified_values(facts: Facts) -> Iterator[str]:
    yield from _strings(node.get("dateModified") for node in facts.articles)
    yield from _tagged(facts, _META_MODIFIED)
    yield from (value for value, mark in facts.times if _UPDATED_MARK.search(mark))


def _tagged(facts: Facts, keys: Sequence[str]) -> Iterator[str]:
    """The contents of meta elements by name, however the name's words are joined ("article:published_time")."""
    by_name = {_SIGNS.sub("", name): values for name, values in facts.meta.items()}
    for key in keys:
        yield from by_name.get(key, ())


def _strings(values: Iterable[object]) -> Iterator[str]:
    yield from (value for value in values if isinstance(value, str))


def _in_title(facts: Facts, day_first: bool | None) -> date | None:
    """The day that stands behind the last bar of a page's title ("Mill closed | Acme Weekly | 03.05.2031")."""
    for title in (facts.title or "", *facts.meta.get("og:title", ())):
        last = title.rpartition("|")[2].strip()
        found = dates(last, day_first=day_first)
        if found and (found[0].start, found[0].end) == (0, len(last)):
            return found[0].day
    return None


def _first_date(values: Iterable[str], day_first: bool | None) -> date | datetime | None:
    return next((found for value in values if (found := _one(value, day_first))), None)


def _one(value: str, day_first: bool | None = None) -> date | datetime | None:
    """The date of a value that holds a date and nothing else of weight."""
    value = value.strip()
    try:
        return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    except ValueError:
        found = dates(value[:60], day_first=day_first)
    if found and found[0].start == 0:
        return found[0].when
    return _in_mail_format(value) or _counted(value) or (found[0].when if found else None)


def _in_mail_format(value: str) -> datetime | None:
    """The moment that a value in the format of RFC 2822 names ("Sat, 03 May 2031 10:00:00 GMT")."""
    if "," not in value[:12]:
        return None
    try:
        return parsedate_to_datetime(value[:60])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _counted(value: str) -> datetime | None:
    """The moment that a count of seconds or milliseconds since 1970 names."""
    if not (value.isdecimal() and value.isascii() and len(value) in (10, 13)):
        return None
    seconds = int(value) if int(value) in _SECONDS else int(value) // 1000 if int(value) in _MILLISECONDS else None
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _only(visible: Sequence[str], day_first: bool | None) -> date | None:
    """The day that lines which are a date and little besides name, if it is but one; other stories have others."""
    days: set[date] = set()
    for line in visible:
        found = dates(line, day_first=day_first) if len(line) <= _DATED_LINE and any(map(str.isdecimal, line)) else []
        labelled = _PUBLISHED.search(line) or _UPDATED.search(line)
        if found and (labelled or 2 * sum(one.end - one.start for one in found) >= len(line)):
            days.update(one.day for one in found)
    return days.pop() if len(days) == 1 else None


def is_untold(facts: Facts, url: str | None) -> bool:
    """Whether the page's head and `<time>` elements give no published time."""
    return _first_date(_values(facts), day_first(facts, (), url)) is None
