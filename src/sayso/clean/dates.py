"""Absolute dates in text, in the spellings and languages that news pages use. Nothing relative is resolved here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

# Month names by number, in the languages of the development pages; abbreviations are found by prefix where unambiguous.
_NAMES = """
january januar jänner janvier enero gennaio janeiro januari tammikuu styczeń stycznia ocak leden ledna ianuarie января січня január tháng-1
february februar feber février febrero febbraio fevereiro februari helmikuu luty lutego şubat únor února februarie февраля лютого február
march märz marz mars marzo março marco maart maaliskuu marzec marca mart březen března martie марта березня március
april avril abril aprile huhtikuu kwiecień kwietnia nisan duben dubna aprilie апреля квітня április
may mai mayo maggio maio mei maj toukokuu maja mayıs květen května мая травня május
june juni juin junio giugno junho kesäkuu czerwiec czerwca haziran červen června iunie июня червня június
july juli juillet julio luglio julho heinäkuu lipiec lipca temmuz červenec července iulie июля липня július
august août agosto augustus augusti elokuu sierpień sierpnia ağustos srpen srpna августа серпня augusztus
september septembre septiembre settembre setembro syyskuu wrzesień września eylül září septembrie сентября вересня szeptember
october oktober octobre octubre ottobre outubro lokakuu październik października ekim říjen října octombrie октября жовтня október
november novembre noviembre novembro marraskuu listopad listopada kasım noiembrie ноября листопада
december dezember décembre diciembre dicembre dezembro december joulukuu grudzień grudnia aralık prosinec prosince decembrie декабря грудня
"""
_SHORT = """
jan janv ene gen ocak sty
feb fév févr fev şub lut
mar mär mrz márc
apr avr abr ápr kwi
may mai mag
jun juin giu haz cze
jul juil lug tem lip
aug août aoû ago ağu sie
sep sept set eyl wrz
oct okt ott out eki paź
nov kas lis
dec dez déc dic des ara gru
"""
_MONTH = {
    name: number
    for table in (_NAMES, _SHORT)
    for number, row in enumerate(table.strip().splitlines(), 1)
    for name in row.split()
}
_WORD = r"([^\W\d_]{3,12})"
_DAY = r"(?<![\d.,:])(\d{1,2})"
_YEAR = r"((?:19|20)\d\d)(?![\d%])"
_CLOCK = r"(?:[T ]\s?(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d){_CLOCK}")
_DAY_MONTH_YEAR = re.compile(
    rf"{_DAY}(?:st|nd|rd|th|er|º|ª|\.)?\s*[-/]?\s*(?:of |de |d')?{_WORD}\.?,?\s?[-/]?(?:de |del )?\s?{_YEAR}", re.I
)
_MONTH_DAY_YEAR = re.compile(rf"(?<![^\W_]){_WORD}\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}", re.I)
_NUMERIC = re.compile(rf"{_DAY}([./-])\s?(\d{{1,2}})\2\s?((?:19|20)?\d\d)(?![\d./-]\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[年/.]\s?(\d{1,2})\s?[月/.]\s?(\d{1,2})(?!\d)")
_TIME = re.compile(r"(?<![\d:])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b\.?)?(?:\s?(UTC|GMT|Z)\b)?", re.I)

_YEAR_LIKE = re.compile(r"(?:19|20)\d\d|\d\.\s?\d{1,2}\.\s?\d\d")  # every date has one of these


class Found(NamedTuple):
    """A date in a text: where it stands, and the day or the moment that it names."""

    start: int
    end: int
    when: date | datetime

    @property
    def day(self) -> date:
        """The day alone."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def month(name: str) -> int | None:
    """The number of a month's name in any of the languages known; None for any other word.

    >>> month("février"), month("Sept"), month("mill")
    (2, 9, None)
    """
    return _MONTH.get(name.lower().rstrip("."))


def dates(text: str, *, day_first: bool | None = None) -> list[Found]:
    """All absolute dates with day, month and year, in order; impossible ones are left out.

    `day_first` decides 03/04/2026; None leaves such a date out unless only one reading is possible.

    >>> [str(d.when) for d in dates("Published on Feb 19, 2026. Updated 20.2.2026, 31 Feb 2026")]
    ['2026-02-19', '2026-02-20']
    """
    found: list[Found] = []
    if not _YEAR_LIKE.search(text):
        return found
    for one in sorted(_all(text, day_first), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _all(text: str, day_first: bool | None) -> Iterator[Found]:
    for match in _ISO.finditer(text):
        yield from _iso(match)
    for match in _DAY_MONTH_YEAR.finditer(text):
        yield from _found(match, match[3], month(match[2]), match[1])
    for match in _MONTH_DAY_YEAR.finditer(text):
        yield from _found(match, match[3], month(match[1]), match[2])
    for match in _YEAR_FIRST.finditer(text):
        yield from _found(match, match[1], int(match[2]), match[3])
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        european = first > 12 or match[2] == "." or (day_first if second <= 12 else False)
        if european is not None:
            year = match[4] if len(match[4]) == 4 else f"20{match[4]}" if match[2] == "." else ""
            yield from _found(match, year, second if european else first, str(first if european else second))


def _found(match: re.Match[str], year: str, month_number: int | None, day: str) -> Iterator[Found]:
    if year and month_number:
        try:
            yield Found(match.start(), match.end(), date(int(year), month_number, int(day)))
        except ValueError:
            return


def _iso(match: re.Match[str]) -> Iterator[Found]:
    year, month_number, day, hour, minute, second, zone = match.groups()
    try:
        whole = date(int(year), int(month_number), int(day))
        if hour is None:
            yield Found(match.start(), match.end(), whole)
        else:
            clock = time(int(hour), int(minute), int(second or 0), tzinfo=_zone(zone))
            yield Found(match.start(), match.end(), datetime.combine(whole, clock))
    except ValueError:
        return


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))
