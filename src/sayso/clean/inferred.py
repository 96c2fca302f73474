"""Bounds on the published time from what the text itself already knows, or still awaits.

A past happening with its date is a lower bound: nobody reports it before. A month that is still ahead is an upper bound
once the year is known, which "three years ago" beside a dated happening may tell. What the text gives no hold on stays open;
the present day is never one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sayso.clean.dates import dates, month

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]{0,2}\s+(?=[A-Z“\"'‘(])|\n+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_YEAR = re.compile(
    rf"\b(?P<month>{_MONTHS}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.),? (?:of )?(?P<year>(?:19|20)\d\d)\b"
)
# A year alone counts only where it is a time, not a name ("the 2027 model").
_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of|[Tt]hroughout|[Ff]ull[- ]year|[Ee]arly|[Ll]ate|[Mm]id-?) ?(?P<year>(?:19|20)\d\d)\b(?![,.]\d|[-–/]\d|%)"
)
_BARE_MONTH = re.compile(
    rf"\b(?P<lead>as of (?:the )?end of|by the end of|by|in|until|before|next) (?P<month>{_MONTHS})\b(?!,? \d| (?:of|last|next|that|this)\b)"
)
_AGO = re.compile(r"\b(?P<count>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago\b")
_DIGIT = re.compile(r"\d")
_CENTURY = re.compile(r"(?:19|20)\d\d")
_COUNT = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
# Words of what is still to come; a date after them is no bound from below.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plans?|planned|planning|aims?|aimed|targets?|targeted|goals?|expects?|expected|forecasts?|hopes?|hoped|hoping|"
    r"schedul\w+|upcoming|next|if|could|may|might|set to|due|slated|intends?|intended|proposes?|proposed|promis\w+|projected|to be|ahead of|"
    r"deadline|seeks?|guidance|outlook)\b|\b(?:by|until|till|before|from|through"
    r"|to) (?:the )?(?:(?:end|start|middle|beginning) of )?(?:early |late |mid[- ])?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<![\w-])(?:was|were|had|did|been|said|told|\w{3,}ed|began|became|came|fell|found|gave|grew|held|knew|led|left|lost|made|met|paid|ran|rose|saw|sent|"
    r"sold|spent|stood|took|went|won|wrote|brought|built|bought|struck|shot|hit|cut|put|got|beat|broke|drove|flew|spoke|kept|thought|taught)\b"
)
_CLAUSE_ENDS = (";", ",", " and ", " but ")
_VERB_GROUP = 20  # characters: "will be held" is no past, however "held" looks
_AHEAD_NOUN = re.compile(
    r"(?: [\w-]+){0,3} (?:targets?|goals?|forecasts?|plans?|guidance|outlook|estimates?|elections?|deadline)\b"
)
_TOTAL = re.compile(r"\b(?:full[- ]year|in all of|throughout|the whole of) $", re.IGNORECASE)
_STILL_AHEAD = re.compile(
    r"\b(?:if \w+|hoped?|hopes|hoping|expects?|expected|plans?|planned|aims?|aimed|will|would|scheduled|upcoming)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "were",
        "they",
        "their",
        "which",
        "when",
        "after",
        "before",
        "would",
        "could",
        "about",
        "into",
        "more",
        "than",
        "year",
        "years",
        "said",
        "also",
        "been",
    ]
)


class _Past(NamedTuple):
    """A happening that the text reports as past: the first day of its date, its year, and the words of its sentence."""

    first: date
    year: int
    words: frozenset[str]


def bounds(text: str) -> tuple[str | None, str | None]:
    """Earliest and latest day on which the text can have been published, as ISO 8601; None is open.

    >>> bounds("The mill closed on 3 May 2031. It will open in 2033.")
    ('2031-05-03', None)
    >>> bounds("It burned in early 2021. The fire was three years ago. If elected in November, she will help.")
    ('2024-01-01', '2024-11-30')
    """
    sentences = _SENTENCE_END.split(text)
    past = [happening for sentence in sentences for happening in _past(sentence)]
    earliest = max((happening.first for happening in past), default=None)
    year = _anchored_year(sentences, past)
    if year is None or (earliest is not None and earliest.year > year):
        return (earliest.isoformat() if earliest else None), None
    low, high = date(year, 1, 1), date(year, 12, 31)
    for sentence in sentences:
        low, high = _narrow(sentence, low, high)
    low = max(low, earliest) if earliest else low
    return (low.isoformat(), high.isoformat()) if low <= high else (earliest.isoformat() if earliest else None, None)


def _past(sentence: str) -> Iterator[_Past]:
    """The dated happenings that a sentence reports as past."""
    if not _DIGIT.search(sentence):
        return
    taken: list[tuple[int, int]] = []
    for start, end, first, year in _dated(sentence):
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if _is_past(sentence, start, end):
            yield _Past(first, year, _words(sentence))


def _dated(sentence: str) -> Iterator[tuple[int, int, date, int]]:
    """Dates of a sentence, the more precise first: (start, end, first day known to be over or begun, year)."""
    for found in dates(sentence):
        yield found.start, found.end, found.day, found.day.year
    if not _CENTURY.search(sentence):
        return
    for match in _MONTH_YEAR.finditer(sentence):
        number = month(match["month"])
        if number:
            yield match.start(), match.end(), date(int(match["year"]), number, 1), int(match["year"])
    for match in _YEAR.finditer(sentence):
        year, start = int(match["year"]), match.start("year")
        whole = _TOTAL.search(sentence, max(0, start - 24), start) is not None
        yield start, match.end(), date(year + whole, 1, 1), year


def _is_past(sentence: str, start: int, end: int) -> bool:
    """Whether the words around a date tell of what has happened: the nearest cue before it, else the first after it."""
    boundary = max((sentence.rfind(mark, 0, start) for mark in _CLAUSE_ENDS), default=-1)
    for before in (sentence[boundary + 1 : start], sentence[:start]):
        past, ahead = _last(_PAST, before), _last(_AHEAD, before)
        if past >= 0 or ahead >= 0:
            meant = past > ahead and not (ahead >= 0 and past - ahead < _VERB_GROUP)
            return meant and not _AHEAD_NOUN.match(sentence, end)
    past, ahead = _first(_PAST, sentence, end), _first(_AHEAD, sentence, end)
    return past < ahead


def _last(cue: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in cue.finditer(text)), default=-1)


def _first(cue: re.Pattern[str], text: str, at: int) -> int:
    found = cue.search(text, at)
    return found.start() if found else len(text)


def _anchored_year(sentences: list[str], past: list[_Past]) -> int | None:
    """The year that "N years ago" gives, counted from the dated happening that its sentence speaks of; None if unclear."""
    years = set()
    for sentence in sentences:
        for match in _AGO.finditer(sentence) if " ago" in sentence else ():
            count = _COUNT.get(match["count"]) or int(match["count"])
            if anchor := _spoken_of(_words(sentence), past):
                years.add(anchor + count)
    return years.pop() if len(years) == 1 else None


def _spoken_of(words: frozenset[str], past: list[_Past]) -> int | None:
    """The year of the past happenings, if there is but one, or that of those sharing most words with a sentence."""
    years = {happening.year for happening in past}
    if len(years) <= 1:
        return next(iter(years), None)
    shared = {year: max(len(words & happening.words) for happening in past if happening.year == year) for year in years}
    best = sorted(shared.items(), key=lambda entry: -entry[1])[:2]
    return best[0][0] if best[0][1] >= 2 and best[0][1] > best[1][1] else None


def _narrow(sentence: str, low: date, high: date) -> tuple[date, date]:
    """The bounds within one year, narrowed by months that a sentence names without a year."""
    for match in _BARE_MONTH.finditer(sentence):
        number = month(match["month"])
        if number is None:
            continue
        last = date(low.year, number, monthrange(low.year, number)[1])
        clause = sentence[max(0, match.start() - 60) : match.start()]
        if match["lead"].startswith("as of"):
            low = max(low, last)
        elif _STILL_AHEAD.search(clause.rsplit(",", 1)[-1]) or _STILL_AHEAD.search(
            sentence[match.end() : match.end() + 30]
        ):
            high = min(high, last)
    return low, high


def _words(sentence: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(sentence.lower()) if word not in _COMMON)
