"""Text to items: words and marks with their kinds, and forms whole by themselves ("2025-05-03", "FY2025", "Q3").

Every form is bounded and starts at its own first character, so the scan is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from sayso.almanac import HOLIDAYS, MONTHS, SEASONS, WEEKDAYS, ZONES, day_of, numeric_date
from sayso.extract.timex import words
from sayso.extract.timex.grammar import OTHER, Item, declare, kind, named_words, word_kind
from sayso.extract.timex.meaning import Between, Clock, Named
from sayso.extract.timex.settle import AMBIGUOUS_MONTHS, SETTLED, is_name, settled


def _written(holiday: str) -> str:
    return holiday.replace(" ", "[ ]").replace("'", "['’]")


_TOKEN = re.compile(
    r"""
      (?=[\d'’])(?:
        (?P<attacks>(?<![\w./-])9/11(?![\w/-]|[.,]\d))
      | (?P<iso>(?<![\w.-])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
      | (?P<figures>(?<![\w./-])\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\w/-]|\.\d))
      | (?P<years>(?<![\w$€£¥.,/–-])(?:1\d|20)\d\d[–/-](?:(?:1\d|20)\d\d|\d\d)(?![\w%/–-]|[.,:]\d))
      | (?P<clock>(?<![\w:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?=[ap]\.?m|hrs?\b|[^\w:]|$))
      | (?P<dotted>(?<![\w:.,$€£])(?:1[0-2]|0?\d)\.[0-5]\d(?=\s?[ap]\.?m\b))
      | (?P<decade>(?<![\w$€£])(?:(?:1\d|20)\d0['’]?s|['’]?[1-9]0s)(?!\w))
      | (?P<short>(?<!\w)['’]\d\d(?!\w|[.,]\d))
      | (?P<turned>(?-i:[1-4]Q|[12]H)(?:20)?\d\d|[1-4]q|[12]h)(?!\w)
      | (?P<number>\d[\d,]*(?:\.\d+)?)(?P<nth>st|nd|rd|th)?(?P<glued>[^\W\d_]\w*)?
      )
    | (?P<holiday>(?=(?-i:[A-Z]))(?<!\w)(?:_HOLIDAYS_)(?!\w))
    | (?P<fiscal>fy\s?-?(?:20)?\d\d(?![\w,.]\d|\w))
    | (?P<quarter>(?:q[1-4]|h[12])(?:['’]\d\d)?(?!\w))
    | (?P<era>b\.c\.e?\.?|b\.c\b)
    | (?P<noon>[ap](?:\.m\.?|m\b))
    | (?P<word>[^\W\d_][^\W_]*(?:['’](?=\w)[^\W_]*)*)
    | (?P<line>\n\s*)
    | (?P<mark>[^\s\w]|_)
    """.replace("_HOLIDAYS_", "|".join(_written(name) for name in sorted(HOLIDAYS, key=len, reverse=True))),
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {
    "-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "LONG", ",": "COMMA", ".": "DOT", "(": "OPEN",
    ")": "CLOSE", "/": "SLASH", "+": "PLUS",
}  # fmt: skip
_MONEY = "$€£¥₹#"


def lex(text: str) -> list[Item]:
    """Cut a text into items, left to right; white space is none, a line's end is one where it may end a sentence."""
    items: list[Item] = []
    known, end = _lexicon(), 0
    for found in _TOKEN.finditer(text):
        if end > found.start():
            continue  # the full stop of an abbreviation
        name = found.lastgroup or "mark"
        if name == "word":  # most words are none of the grammar's
            written = found.group()
            lowered = written.lower()
            if lowered not in known and written.isalnum():
                start, end = found.span()
                items.append(Item(start, end, OTHER, lowered, written[0].isupper()))
                continue
        made = _READERS[name](text, found, items)
        if made is not None:
            items.append(made)
        end = items[-1].end if items else 0
    return [settled(items, at) if item.kind in SETTLED else item for at, item in enumerate(items)]


def _item(found: re.Match[str], name: str, value: Any = None) -> Item:
    return Item(found.start(), found.end(), kind(name), found.group().lower(), value)


def _other(found: re.Match[str]) -> Item:
    return Item(found.start(), found.end(), OTHER, found.group().lower())


def _attacks(text: str, found: re.Match[str], items: list[Item]) -> Item:
    """Read "9/11", which in news is the day of the attacks of 2001 and of no other year."""
    return _item(found, "POINT", Named("day", year=2001, month=9, day=11))


def _iso(text: str, found: re.Match[str], items: list[Item]) -> Item:
    written = found.group()
    year, month, day = int(written[:4]), int(written[5:7]), int(written[8:10])
    if day_of(year, month, day) is None:
        return _other(found)
    if len(written) == 10:
        return _item(found, "POINT", Named("day", year=year, month=month, day=day))
    zone = _offset(written[16:].lstrip(":0123456789") if written[16:17] == ":" else written[16:])
    hour, minute = int(written[11:13]), int(written[14:16])
    if hour > 24 or minute > 59:
        return _other(found)
    clock = Clock(hour, minute, None, zone)
    return _item(found, "POINT", Named("minute", year=year, month=month, day=day, clock=clock))


def _offset(written: str) -> int | None:
    if written[:1] not in ("+", "-"):
        return 0 if written == "Z" else None
    minutes = 60 * int(written[1:3]) + int(written[-2:])
    return -minutes if written[0] == "-" else minutes


def _figures(text: str, found: re.Match[str], items: list[Item]) -> Item:
    first, second, year = (int(part) for part in re.split(r"[/.-]", found.group()))
    if len(found.group().rsplit(found["sep"], 1)[1]) == 2:
        if found["sep"] != "/":
            return _other(found)
        year += 1900 if year > 68 else 2000
    # Slashes are the American way of writing where the figures leave it open, dots the continental one.
    day = numeric_date(first, second, year, day_first=found["sep"] == ".")
    if day is None:
        return _other(found)
    return _item(found, "POINT", Named("day", year=day.year, month=day.month, day=day.day))


def _years(text: str, found: re.Match[str], items: list[Item]) -> Item:
    first, last = int(found.group()[:4]), int(found.group()[5:])
    if last < 100:
        last += first - first % 100
        if last < first:
            last += 100
    short = len(found.group()) == 7
    mark = found.group()[4]
    if not first < last or (short and last - first > 20) or (mark == "/" and last != first + 1):
        return _other(found) if short or mark == "/" else _item(found, "X")
    return _item(found, "POINT", Between(Named("year", year=first), Named("year", year=last)))


def _clock(text: str, found: re.Match[str], items: list[Item]) -> Item:
    hour, minute, *rest = (int(part) for part in re.split("[:.]", found.group()))
    return _item(found, "CLOCK", Clock(hour, minute, rest[0] if rest else None))


def _decade(text: str, found: re.Match[str], items: list[Item]) -> Item:
    digits = re.sub(r"\D", "", found.group())
    if len(digits) == 2:
        if found.group()[0].isdigit() and not (items and items[-1].text in ("the", "mid", "late", "early", "-", "and")):
            return _other(found)
        digits = ("20" if int(digits) < 20 else "19") + digits
    if digits.endswith("00") and digits < "2000":
        return _item(found, "DECADE", Named("century", number=int(digits[:2]) + 1))  # "the 1800s"
    return _item(found, "DECADE", Named("decade", year=int(digits)))


def _short(text: str, found: re.Match[str], items: list[Item]) -> Item:
    year = int(found.group()[1:])
    return _item(found, "SHORT", year + (1900 if year > 40 else 2000))


def _fiscal(text: str, found: re.Match[str], items: list[Item]) -> Item:
    if not found.group().startswith("FY"):
        return _other(found)
    year = int(re.sub(r"\D", "", found.group()))
    return _item(found, "FISCAL", year + 2000 if year < 100 else year)


def _quarter(text: str, found: re.Match[str], items: list[Item]) -> Item:
    written = found.group()
    letter = "".join(filter(str.isalpha, written)).lower()
    number = int(next(filter(str.isdigit, written)))
    if written[-1] == "h":
        return _other(found)  # "2h" is two hours
    dated = re.search(r"(?<=.[QqHh'’])(?:20)?\d\d$", written)  # "3Q31", "Q3'31"
    year = int(dated.group()[-2:]) + 2000 if dated else None
    return _item(found, "PERIOD", Named("quarter" if letter == "q" else "half", number=number, year=year))


def _number(text: str, found: re.Match[str], items: list[Item]) -> Item | None:
    start, end = found.span("number")
    written = found["number"].rstrip(",")
    if len(written) < len(found["number"]) and not found["nth"] and not found["glued"]:
        end = start + len(written)
        items.append(_figure(text, start, end, written))
        return Item(end, found.end(), kind("COMMA"), ",")
    before = text[start - 1 : start]
    if before in _MONEY and before:
        return Item(start, found.end(), kind("X"), found.group().lower())
    if found["glued"]:
        return _glued(text, found, items, written)
    if found["nth"]:
        number = int(written) if written.isdigit() and len(written) < 3 else 0
        return _item(found, "ORD", number) if 1 <= number <= 31 else _other(found)
    return _figure(text, start, end, written)


def _glued(text: str, found: re.Match[str], items: list[Item], written: str) -> Item:
    """Read a number with letters on it: "6pm", "5yr"; all else ("3G", "737s") is a name."""
    end = found.end("number")
    letters = found["glued"].lower()
    if letters in ("am", "pm") and written.isdigit() and 1 <= int(written[:4]) <= 12:
        items.append(_figure(text, found.start(), end, written))
        return Item(end, found.end(), kind("NOON"), letters, letters)
    if letters in ("yr", "yrs", "hr", "hrs") and len(written) < 6:
        items.append(_figure(text, found.start(), end, written))
        return _plain(Item(end, found.end(), OTHER, letters))
    return Item(found.start(), found.end(), kind("X"), found.group().lower())


def _figure(text: str, start: int, end: int, written: str) -> Item:
    """Read plain figures: a day of the month, a year, or any other number; none where a name or money holds them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and before in _MONEY + "_") or after in ("%", "°", "_") or len(written) > 15:
        return Item(start, end, kind("X"), written)
    if (
        before == "-"
        and start > 1
        and text[start - 2].isalpha()
        and not text[max(0, start - 12) : start].lower().endswith(_PREFIXES)
    ):
        return Item(start, end, kind("X"), written)  # "F-150", "COVID-19"
    if after in (":", "/", "+") and text[end + 1 : end + 2].isdigit():
        return Item(start, end, kind("X"), written)
    if not written.isdigit():
        value = float(written.replace(",", "")) if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", written) else None
        return Item(start, end, kind("N" if value is not None else "X"), written, value)
    number = int(written)
    if len(written) <= 2 and 1 <= number <= 31:
        return Item(start, end, kind("D1" if number <= 12 else "D2"), written, number)
    if len(written) == 4 and 1000 <= number <= 2199:
        return Item(start, end, kind("YEAR"), written, number)
    return Item(start, end, kind("N"), written, number)


_PREFIXES = (
    "utc-",
    "gmt-",
    "mid-",
    "pre-",
    "post-",
    "late-",
    "early-",
    "non-",
    "-and-",
    "or-",
    "to-",
    *(f"{month}-" for month in MONTHS),
)


def _holiday(text: str, found: re.Match[str], items: list[Item]) -> Item:
    if not found.group()[0].isupper():
        return _other(found)
    return _item(found, "HOLIDAY", found.group().lower().replace("’", "'"))


def _era(text: str, found: re.Match[str], items: list[Item]) -> Item:
    return Item(found.start(), found.end(), word_kind("bc"), "bc")


def _noon(text: str, found: re.Match[str], items: list[Item]) -> Item:
    return _item(found, "NOON", found.group().lower().replace(".", ""))


def _word(text: str, found: re.Match[str], items: list[Item]) -> Item:
    written = found.group()
    lowered = written.lower().replace("’", "'")
    start, end = found.span()
    if lowered in words.DEICTIC and written[0].isupper() and _names(items, text[end : end + 5]):
        return Item(start, end, OTHER, lowered, True)  # "The Daily Today", "the Today Show"
    if lowered.endswith("'s"):
        items.append(_named(text, written[:-2], lowered[:-2], start, end - 2))
        return Item(end - 2, end, kind("GENITIVE"), "'s")
    return _named(text, written, lowered, start, end)


def _names(items: list[Item], following: str) -> bool:
    return (bool(items) and is_name(items[-1])) or following[1:2].isupper()


def _named(text: str, written: str, lowered: str, start: int, end: int) -> Item:
    """Give the item of a word, which may be a month, weekday or season, or plainly a word."""
    entry = _lexicon().get(lowered)
    if entry is None:
        return Item(start, end, OTHER, lowered, written[0].isupper())
    char, value = entry
    name = _NAMES.get(lowered)
    if lowered in words.DEICTIC and (
        text[end : end + 2].strip(".")[:1].isalpha() or text[start - 1 : start] in ("@", "/")
    ):
        return Item(start, end, OTHER, lowered)  # "today.example", "@today"
    if lowered in words.REPEATED and written[0].isupper() and text[end + 1 : end + 2].isupper():
        return Item(start, end, OTHER, lowered, True)  # "Daily News", "Annual Report"
    if name is None:
        return Item(start, end, char, lowered, written[0].isupper() if value is None else value)
    capital = written[0].isupper()
    if name == "ZONE" and not written.isupper():
        return Item(start, end, word_kind(lowered), lowered, capital)
    if name in ("MONTH", "WEEKDAY"):
        if not capital and (len(lowered) < 5 or lowered in AMBIGUOUS_MONTHS):
            return Item(start, end, word_kind(lowered), lowered)
        end += (
            len(lowered) < 6 and lowered not in ("may", "march", "april", "june", "july") and text[end : end + 1] == "."
        )
    return Item(start, end, char, lowered, value)


_NAMES: dict[str, str] = (
    {name: "ZONE" for name in ZONES if name not in ("z", "west")}
    | dict.fromkeys(SEASONS, "SEASON")
    | dict.fromkeys(WEEKDAYS, "WEEKDAY")
    | dict.fromkeys(MONTHS, "MONTH")
)


@cache
def _lexicon() -> dict[str, tuple[str, Any]]:
    """Give the kind and value of every word that the grammar knows; asked only once the grammar is compiled."""
    known: dict[str, tuple[str, Any]] = {word: (word_kind(word), None) for word in named_words()}
    for table in reversed(_TABLES.values()):
        known |= {word: (word_kind(word), value) for word, value in table.items()}
    values = {**ZONES, **SEASONS, **WEEKDAYS, **MONTHS}
    return known | {word: (kind(name), values[word]) for word, name in _NAMES.items()}


def _plain(item: Item) -> Item:
    char, value = _lexicon().get(item.text, (OTHER, None))
    return Item(item.start, item.end, char, item.text, item.value if value is None else value)


_TABLES: dict[str, dict[str, Any]] = {
    "DEICTIC": words.DEICTIC,
    "PART": words.PARTS,
    "VAGUE": words.VAGUE,
    "REPEATED": words.REPEATED,
    "QUARTER": {"quarter": "quarter"},
    "CENTURY": {"century": "century"},
    "SECOND": {"second": 2},
    "UNIT1": words.UNITS_ONE,
    "UNITS": words.UNITS_MANY,
    "ORD": words.ORDINALS,
    "WORDNUM": words.CARDINALS,
    "MAGNITUDE": words.MAGNITUDES,
    "LONGWORD": words.LONG,
}
for _name, _table in _TABLES.items():
    declare(_name, _table)


def _line(text: str, found: re.Match[str], items: list[Item]) -> Item | None:
    after = text[found.end() : found.end() + 1]
    if found.group().count("\n") == 1 and (after.islower() or after.isdigit()):
        return None
    return _item(found, "LINE")


def _mark(text: str, found: re.Match[str], items: list[Item]) -> Item:
    return _item(found, _MARKS.get(found.group(), "X"))


_READERS: dict[str, Callable[[str, re.Match[str], list[Item]], Item | None]] = {
    "attacks": _attacks, "iso": _iso, "figures": _figures, "years": _years, "clock": _clock, "dotted": _clock, "decade": _decade,
    "short": _short, "fiscal": _fiscal, "quarter": _quarter, "turned": _quarter, "number": _number, "nth": _number,
    "glued": _number,
    "noon": _noon, "era": _era, "holiday": _holiday, "word": _word, "line": _line, "mark": _mark, "sep": _figures,
}  # fmt: skip
