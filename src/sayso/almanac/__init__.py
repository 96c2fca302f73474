"""The calendar's vocabulary: names of months, weekdays, seasons, holidays and time zones, and dates written in full.

Shared by whoever reads dates, as they all mean the same days.

Names are lower case and without the full stop of an abbreviation. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.almanac import movable

MONTH_NAMES = "january february march april may june july august september october november december".split()
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS: dict[str, int] = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(WEEKDAY_NAMES, 1)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()}
WEEKDAYS |= {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}

# Codes of TIMEX3 (TimeML 1.2.1); months are those of the northern, meteorological seasons.
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS: dict[str, tuple[int, int]] = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

# Names used in English-language news; minutes east of Greenwich. Names that two regions share (IST, BST as
# Bangladesh, CST as China) stand for the one that news in English means by them, or are left out (IST).
ZONES: dict[str, int] = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "gst": 240, "pkt": 300, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600,
}  # fmt: skip


def day_of(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has none.

    >>> day_of(2023, 2, 29) is None
    True
    """
    if MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def month_end(year: int, month: int) -> date:
    """Give the last day of a month.

    >>> month_end(2024, 2).isoformat()
    '2024-02-29'
    """
    return date(year, month, monthrange(year, month)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Give the nth weekday (1 is Monday) of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 4, 4).isoformat()
    '2024-11-28'
    """
    if nth < 0:
        end = month_end(year, month)
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    century, in_century = divmod(year, 100)
    golden = year % 19
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


Rule = Callable[[int], date | None]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, days_later: int = 0) -> Rule:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=days_later)


def _from_easter(days: int) -> Rule:
    return lambda year: easter(year) + timedelta(days=days)


def _from(first: Callable[[int], date], days: int = 0) -> Rule:
    return lambda year: first(year) + timedelta(days=days)


# Days with one known date in the English-speaking press; "Labour Day" and "Mother's Day" differ by country and stand as
# the United States keep them only where the spelling is theirs.
HOLIDAYS: dict[str, Rule] = {
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "martin luther king day": _nth(1, 1, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 1, 3),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "shrove tuesday": _from_easter(-47),
    "mardi gras": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "holy saturday": _from_easter(-1),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter day": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit sunday": _from_easter(49),
    "whit monday": _from_easter(50),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "star wars day": _fixed(5, 4),
    "cinco de mayo": _fixed(5, 5),
    "memorial day": _nth(5, 1, -1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 1, 1),
    "columbus day": _nth(10, 1, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "guy fawkes night": _fixed(11, 5),
    "bonfire night": _fixed(11, 5),
    "singles' day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "veterans' day": _fixed(11, 11),
    "thanksgiving": _nth(11, 4, 4),
    "thanksgiving day": _nth(11, 4, 4),
    "black friday": _nth(11, 4, 4, 1),
    "cyber monday": _nth(11, 4, 4, 4),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "australia day": _fixed(1, 26),
    "remembrance day": _fixed(11, 11),
    "st. george's day": _fixed(4, 23),
    "st george's day": _fixed(4, 23),
    "orthodox easter": _from(movable.orthodox_easter),
    "orthodox christmas": _fixed(1, 7),
    "purim": _from(movable.passover, -30),
    "passover": _from(movable.passover),
    "shavuot": _from(movable.passover, 50),
    "rosh hashanah": _from(movable.rosh_hashanah),
    "yom kippur": _from(movable.rosh_hashanah, 9),
    "sukkot": _from(movable.rosh_hashanah, 14),
    "hanukkah": _from(movable.hanukkah),
    "lunar new year": movable.lunar_new_year,
    "chinese new year": movable.lunar_new_year,
}


def holiday(name: str, year: int) -> date | None:
    """Give the day a holiday falls on in a year; None for unknown names and years before the Gregorian calendar.

    >>> holiday("Thanksgiving", 2023).isoformat()
    '2023-11-23'
    """
    rule = HOLIDAYS.get(name.lower().replace("’", "'"))
    day = rule(year) if rule and 1583 <= year < MAXYEAR else None
    return day if day and day.year == year else None  # the Jewish year drifts: in 3031 Hanukkah begins in January


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ABSOLUTE = re.compile(
    rf"""(?<![\w.,/-])(?:
      (?P<y1>\d{{4}})(?P<sep>[-/.])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})(?=T\d|[^\w/-]|$)
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?:of\s{{1,3}})?(?P<m2>{_MONTH})\b\.?,?\s{{0,3}}(?P<y2>\d{{4}})(?![\w-])
    | (?P<m3>{_MONTH})\b\.?\s{{0,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,3}},?\s{{0,3}}(?P<y3>\d{{4}})(?![\w-])
    | (?P<a4>\d{{1,2}})(?P<sep4>[-/.])(?P<b4>\d{{1,2}})(?P=sep4)(?P<y4>\d{{4}})(?![\w/-])
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def absolute_dates(text: str, day_first: bool | None = None) -> Iterator[tuple[int, int, date]]:
    """Every full date written out in the text, as (start, end, day), in order; offsets are code points.

    `day_first` settles dates such as 3/4/2025; where it is None they are left out unless only one order is possible.

    >>> [(s, d.isoformat()) for s, _, d in absolute_dates("Feb. 3, 2025 and 4 March 2025; 2025-13-01")]
    [(0, '2025-02-03'), (17, '2025-03-04')]
    >>> [d.isoformat() for _, _, d in absolute_dates("25/12/2025, 03/04/2025", day_first=True)]
    ['2025-12-25', '2025-04-03']
    """
    for found in _ABSOLUTE.finditer(text):
        day = _read(found, day_first)
        if day is not None:
            yield found.start(), found.end(), day


def _read(found: re.Match[str], day_first: bool | None) -> date | None:
    if found["y1"]:
        return day_of(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    for year, month, day in (("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if found[year]:
            return day_of(int(found[year]), MONTHS[found[month].lower()], int(found[day]))
    return numeric_date(int(found["a4"]), int(found["b4"]), int(found["y4"]), day_first)


def numeric_date(first: int, second: int, year: int, day_first: bool | None = None) -> date | None:
    """Give the day of a date in figures, whose order `day_first` tells, or only the figures themselves.

    >>> numeric_date(25, 12, 2025).isoformat(), numeric_date(3, 4, 2025)
    ('2025-12-25', None)
    """
    if first > 12 or (second <= 12 and day_first):
        return day_of(year, second, first)
    if second > 12 or day_first is not None or first == second:
        return day_of(year, first, second)
    return None
