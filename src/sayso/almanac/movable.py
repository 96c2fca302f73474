"""Holidays that move with the moon: Orthodox Easter, the Jewish year, the Chinese new year.

Left out are days of which no one date is known: those of the Islamic year depend on who sees the moon where, Diwali on
the almanac of the place. A Jewish holiday is given by its first whole day; it begins on the evening before.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import radians, sin

_JEWISH_ERA = -1373427  # its beginning, in Python's count of days


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches (Meeus, Astronomical Algorithms, chapter 8), in the Gregorian calendar.

    >>> orthodox_easter(2024).isoformat()
    '2024-05-05'
    """
    golden = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - golden + 34) % 7
    month, day = divmod(golden + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The Jewish new year in a Gregorian year (Reingold and Dershowitz, Calendrical Calculations, chapter 8).

    >>> rosh_hashanah(2024).isoformat()
    '2024-10-03'
    """
    before, here, after = (_days_elapsed(year + 3761 + step) for step in (-1, 0, 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_JEWISH_ERA + here + late)


def _days_elapsed(year: int) -> int:
    """Days from the era to the mean new moon of a Jewish year, put off where the weekday forbids it."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def passover(year: int) -> date:
    """The first day of Passover: the months from it to the new year have fixed lengths.

    >>> passover(2024).isoformat()
    '2024-04-23'
    """
    return rosh_hashanah(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, after a month that has 30 days only in a year of 355 or 385.

    >>> hanukkah(2024).isoformat()
    '2024-12-26'
    """
    days = (rosh_hashanah(year + 1) - rosh_hashanah(year)).days
    return rosh_hashanah(year) + timedelta(days=84 if days % 10 == 5 else 83)


# Periodic terms of the new moon: amplitude in days, and how often the sun's anomaly, the moon's anomaly, the moon's
# argument of latitude and the eccentricity enter (Meeus, chapter 49; the terms left out come to some three minutes).
_TERMS = (
    (-0.40720, 0, 1, 0, 0), (0.17241, 1, 0, 0, 1), (0.01608, 0, 2, 0, 0), (0.01039, 0, 0, 2, 0), (0.00739, -1, 1, 0, 1),
    (-0.00514, 1, 1, 0, 1), (0.00208, 2, 0, 0, 2), (-0.00111, 0, 1, -2, 0), (-0.00057, 0, 1, 2, 0),
    (0.00056, 1, 2, 0, 1), (-0.00042, 0, 3, 0, 0), (0.00042, 1, 0, 2, 1), (0.00038, 1, 0, -2, 1),
    (-0.00024, -1, 2, 0, 1),
)  # fmt: skip
_MOONS_A_YEAR = 12.3685
_CLOCK_BEHIND = 69 / 86400  # how far civil time lies behind the even time of the formulas, in days, in our century
_BEIJING = 8 / 24
_DAY_ZERO = 1721424.5  # the Julian day on which Python's count of days begins


def lunar_new_year(year: int) -> date | None:
    """The Chinese new year: the second new moon, by Beijing's day, after the month of the winter solstice.

    Given from 1929, when the calendar took Beijing's hour, to 2033, before a leap month follows the solstice.

    >>> lunar_new_year(2025).isoformat(), lunar_new_year(2034)
    ('2025-01-29', None)
    """
    if not 1929 <= year <= 2033:
        return None
    millennia = (year - 2001) / 1000
    solstice = _beijing_day(2451900.05952 + 365242.74049 * millennia - 0.06223 * millennia**2)
    moon = round((year - 2000) * _MOONS_A_YEAR) + 1
    while _beijing_day(_new_moon(moon)) > solstice:
        moon -= 1
    return _beijing_day(_new_moon(moon + 2))


def _new_moon(number: int) -> float:
    """The Julian day of a new moon, counted from the first of the year 2000."""
    century = number / (100 * _MOONS_A_YEAR)
    eccentricity = 1 - 0.002516 * century
    sun = 2.5534 + 29.10535670 * number
    moon = 201.5643 + 385.81693528 * number + 0.0107582 * century**2
    latitude = 160.7108 + 390.67050284 * number - 0.0016118 * century**2
    mean = 2451550.09766 + 29.530588861 * number + 0.00015437 * century**2
    return mean + sum(
        size * eccentricity**e * sin(radians(s * sun + m * moon + f * latitude)) for size, s, m, f, e in _TERMS
    )


def _beijing_day(moment: float) -> date:
    return date.fromordinal(int(moment - _CLOCK_BEHIND + _BEIJING - _DAY_ZERO))
