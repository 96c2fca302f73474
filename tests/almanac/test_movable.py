"""Movable holidays against dates as published."""

from datetime import date

import pytest

from sayso.almanac import HOLIDAYS, holiday
from sayso.almanac.movable import hanukkah, lunar_new_year, orthodox_easter, passover, rosh_hashanah

_NEW_YEARS = """
1950-02-17 1966-01-21 1976-01-31 1985-02-20 1987-01-29 1997-02-07 1999-02-16 2000-02-05 2001-01-24 2004-01-22 2007-02-18
2012-01-23 2014-01-31 2015-02-19 2018-02-16 2020-01-25 2021-02-12 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2030-02-03
"""


@pytest.mark.parametrize("day", _NEW_YEARS.split())
def test_lunar_new_year(day: str) -> None:
    assert lunar_new_year(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("year", "new_year", "first_day", "lights"),
    [
        (2000, "09-30", "04-20", "12-22"),
        (2016, "10-03", "04-23", "12-25"),
        (2019, "09-30", "04-20", "12-23"),
        (2023, "09-16", "04-06", "12-08"),
        (2024, "10-03", "04-23", "12-26"),
        (2025, "09-23", "04-13", "12-15"),
    ],
)
def test_jewish_year(year: int, new_year: str, first_day: str, lights: str) -> None:
    found = [day.isoformat()[5:] for day in (rosh_hashanah(year), passover(year), hanukkah(year))]
    assert found == [new_year, first_day, lights]


@pytest.mark.parametrize("day", ["2010-04-04", "2016-05-01", "2021-05-02", "2023-04-16", "2024-05-05", "2025-04-20"])
def test_orthodox_easter(day: str) -> None:
    assert orthodox_easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize("year", [1, 1582, 1583, 1900, 2034, 9998, 9999])
def test_every_holiday_has_a_day_or_none_in_any_year(year: int) -> None:
    days = [holiday(name, year) for name in HOLIDAYS]
    assert all(day is None or day.year == year for day in days)
