from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.times import apart, compare_times
from sayso.extract.timex import timexes
from sayso.records import Period, Published, Timex

THURSDAY = Published(earliest="2032-02-19", latest="2032-02-19")


def time(text: str) -> Timex:
    (found,) = timexes(text, THURSDAY)
    return found


@pytest.mark.parametrize(
    ("left", "right", "kind", "finer", "reason"),
    [
        ("March 2031", "2031", "refines", "left", "March 2031 lies in 2031"),
        ("2031", "last year", "equal", None, "both say 2031"),
        ("on Friday", "February 13, 2032", "equal", None, "both say 13 February 2032"),
        ("2030", "2031", "conflicts", None, "2030 and 2031 have no day in common"),
        ("before 2035", "2033", "refines", "right", "2033 lies in the time up to 31 December 2034"),
        ("before 2035", "after 2031", "compatible", None, None),
        ("before 2030", "2033", "conflicts", None, "the time up to 31 December 2029 and 2033 have no day in common"),
        ("early 2031", "1 June 2031", "compatible", None, None),
        ("early 2031", "December 2031", "conflicts", None, None),
        ("every Friday", "2031", "incomparable", None, "the text does not tell when"),
        ("two years", "2031", "incomparable", None, "the text does not tell when"),
        ("9 a.m. on 3 May 2031", "3 May 2031", "equal", None, "both say 3 May 2031"),
        ("9 a.m. on 3 May 2031", "11 a.m. on 3 May 2031", "conflicts", None, None),
        ("9:00 GMT on 3 May 2031", "10:00 BST on 3 May 2031", "equal", None, None),
    ],
)  # fmt: skip
def test_compare(left: str, right: str, kind: str, finer: str | None, reason: str | None) -> None:
    found = compare_times(time(left), time(right))
    assert (found.kind, found.finer) == (kind, finer)
    assert reason is None or found.reason == reason


def test_reasons_can_be_read() -> None:
    reason = compare_times(time("early 2031"), time("1 June 2031")).reason
    assert reason == "January 2031 to April 2031 and 1 June 2031 are close, and loosely told"
    reason = compare_times(time("before 2035"), time("after 2031")).reason
    assert reason == "the time up to 31 December 2034 and the time from 1 January 2032 on overlap"


def test_periods_with_open_sides() -> None:
    assert compare_times(Period(), Period(earliest="2031-01-01")).kind == "incomparable"
    assert compare_times(Period(latest="2031-01-01"), Period(earliest="2031-01-02")).kind == "conflicts"
    assert compare_times(Period(latest="2031-01-01"), Period(earliest="2031-01-01")).kind == "compatible"


_DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period | Timex:
    first = draw(_DAYS)
    last = first + timedelta(days=draw(st.integers(0, 900)))
    earliest = draw(st.sampled_from([first.isoformat(), f"{first}T08:30", f"{first}T08:30+02:00", None]))
    latest = draw(st.sampled_from([last.isoformat(), f"{last}T23:30", f"{last}T23:30+02:00", None]))
    if draw(st.booleans()):
        return Period(earliest=earliest, latest=latest)
    mod = draw(st.sampled_from([None, "START", "APPROX"]))
    value = draw(st.sampled_from(["2031", "2031-SU"]))
    return Timex(start=0, end=1, text="x", type="DATE", value=value, mod=mod, earliest=earliest, latest=latest)


@given(periods(), periods())
@settings(max_examples=100)
def test_symmetric(left: Period | Timex, right: Period | Timex) -> None:
    assert compare_times(left, right) == compare_times(right, left).flipped()


@given(periods())
@settings(max_examples=50)
def test_reflexive(time: Period | Timex) -> None:
    assert compare_times(time, time).kind in ("equal", "incomparable")


@given(periods(), periods(), periods())
@settings(max_examples=100)
def test_refinement_goes_on(a: Period | Timex, b: Period | Timex, c: Period | Timex) -> None:
    plain = [Period(earliest=t.earliest and t.earliest[:10], latest=t.latest and t.latest[:10]) for t in (a, b, c)]
    if all(compare_times(x, y).finer == "left" for x, y in ((plain[0], plain[1]), (plain[1], plain[2]))):
        assert compare_times(plain[0], plain[2]).finer == "left"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("2031-05-04", "2031-05-04"), ("2031-05-05", "2031-05-05"), True),
        (("2031-05-04", "2031-05-06"), ("2031-05-06", "2031-05-08"), False),
        (("2031-05-04T08:00", "2031-05-04T09:00"), ("2031-05-04T20:00", "2031-05-04T21:00"), False),
        ((None, "2029-12-31"), ("2031-01-01", "2031-12-31"), False),
        ((None, None), ("2031-01-01", "2031-12-31"), False),
    ],
)
def test_apart(left: tuple[str | None, str | None], right: tuple[str | None, str | None], expected: bool) -> None:
    a, b = (Period(earliest=first, latest=last) for first, last in (left, right))
    assert apart(a, b) is expected


@given(periods(), periods())
@settings(max_examples=60)
def test_what_is_apart_conflicts(left: Period | Timex, right: Period | Timex) -> None:
    assert apart(left, right) is apart(right, left)
    if apart(left, right):
        assert compare_times(left, right).kind in ("conflicts", "compatible")
