from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.almanac import HOLIDAYS, absolute_dates, day_of, easter, holiday, month_end, nth_weekday, numeric_date


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Christmas", 2030, "2030-12-25"),
        ("New Year’s Day", 2030, "2030-01-01"),
        ("Thanksgiving", 2024, "2024-11-28"),
        ("Black Friday", 2024, "2024-11-29"),
        ("Labor Day", 2025, "2025-09-01"),
        ("Memorial Day", 2025, "2025-05-26"),
        ("Good Friday", 2025, "2025-04-18"),
        ("Easter", 1961, "1961-04-02"),
        ("Whit Monday", 2000, "2000-06-12"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    found = holiday(name, year)
    assert found is not None
    assert found.isoformat() == day


def test_unknown_holiday_and_year_without_a_gregorian_calendar() -> None:
    assert holiday("Founders' Feast", 2030) is None
    assert holiday("Christmas", 1066) is None


@given(st.integers(min_value=1583, max_value=9998))
@settings(max_examples=50)
def test_every_holiday_falls_in_its_year(year: int) -> None:
    days = [holiday(name, year) for name in HOLIDAYS]
    assert {day.year for day in days if day} == {year}
    assert easter(year).isoweekday() == 7


def test_weekdays_of_months() -> None:
    assert nth_weekday(2032, 2, 7, -1) == date(2032, 2, 29)
    assert nth_weekday(2032, 2, 7, 1) == date(2032, 2, 1)
    assert month_end(2032, 2) == date(2032, 2, 29)


@pytest.mark.parametrize("day", [(2031, 2, 29), (2031, 0, 1), (2031, 13, 1), (2031, 4, 31), (0, 1, 1), (10_000, 1, 1)])
def test_days_that_no_calendar_has(day: tuple[int, int, int]) -> None:
    assert day_of(*day) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Published 3 May 2031.", ["2031-05-03"]),
        ("MAY 3RD, 2031 | Updated: 4th of May, 2031", ["2031-05-03", "2031-05-04"]),
        ("Sept. 9, 2031 · 2031-09-10T08:00", ["2031-09-09", "2031-09-10"]),
        ("2031/09/10", ["2031-09-10"]),
        ("25/12/2031 and 12/25/2031", ["2031-12-25", "2031-12-25"]),
        ("3/4/2031", []),
        ("February 30, 2031, 31 April 2031, 2031-13-01", []),
        ("version 3.4.20311 and 1.2031-09-10.5", []),
        ("Marchand 3, 2031", []),
    ],
)
def test_absolute_dates(text: str, days: list[str]) -> None:
    assert [day.isoformat() for _, _, day in absolute_dates(text)] == days


def test_day_first_decides_only_what_is_open() -> None:
    assert [d.month for _, _, d in absolute_dates("3/4/2031 13/4/2031 4/13/2031", day_first=True)] == [4, 4, 4]
    assert [d.month for _, _, d in absolute_dates("3/4/2031 13/4/2031 4/13/2031", day_first=False)] == [3, 4, 4]
    assert numeric_date(5, 5, 2031) == date(2031, 5, 5)


@given(st.dates(min_value=date(1000, 1, 1)))
@settings(max_examples=50)
def test_a_written_day_reads_back(day: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day.day} {day:%B} {day.year}", f"{day:%b}. {day.day}, {day.year}"):
        assert [found for _, _, found in absolute_dates(f"On {text} it rained.")] == [day]
