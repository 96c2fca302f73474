from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.timex import edtf, edtf_bounds, timex3, timexes
from sayso.extract.timex.values import bounds, narrowed
from sayso.records import Period, Published, Timex

THURSDAY = Published(earliest="2032-02-19", latest="2032-02-19")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It opened in 2031.", "2031"),
        ("It opened on 3 May 2031.", "2031-05-03"),
        ("It opened in May 2031.", "2031-05"),
        ("It opened in the 1990s.", "199X"),
        ("It opened in the 19th century.", "18XX"),
        ("It opened in the summer of 2031.", "2031-22"),
        ("It opened in the third quarter of 2031.", "2031-35"),
        ("It opened around 1950.", "1950~"),
        ("It opened before 2035.", "../2034-12-31"),
        ("It has been open since May 2031.", "2031-05-01/.."),
        ("It opened last week.", "2032-02-09/2032-02-15"),
        ("It opened in early 2031.", "2031-01-01/2031-04-30"),
        ("It was open in 2012–13.", "2012/2013"),
        ("It opened at 9:00 GMT on 3 May 2031.", "2031-05-03T09:00:00Z"),
        ("It opened at 9:00 EST on 3 May 2031.", "2031-05-03T09:00:00-05:00"),
        ("It grew over the past decade.", "2022-02-19/2032-02-19"),
        ("Rome took it in 146 BC.", "-0145"),
        ("It opened over two years.", ""),
        ("It opens every Friday.", ""),
    ],
)
def test_edtf(text: str, written: str) -> None:
    (found,) = timexes(text, THURSDAY)
    assert edtf(found) == written


@pytest.mark.parametrize(
    ("text", "written"), [("on February 10", "XXXX-02-10"), ("in February", "XXXX-02"), ("on Friday", "")]
)
def test_edtf_of_what_is_not_known(text: str, written: str) -> None:
    (found,) = timexes(f"It opened {text}.")
    assert edtf(found) == written


_YEARS = st.integers(min_value=1000, max_value=2200)
_VALUES = st.one_of(
    _YEARS.map(str),
    st.tuples(_YEARS, st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02d}"),
    st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 1, 1)).map(date.isoformat),
    st.tuples(
        _YEARS, st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "H2", "SP", "SU", "FA", "WI", "W07", "W07-WE"])
    ).map(lambda p: f"{p[0]}-{p[1]}"),
    st.integers(100, 220).map(str),
    st.integers(10, 21).map(str),
    st.tuples(_YEARS, st.integers(1, 40)).map(lambda p: f"{p[0]}/{p[0] + p[1]}"),
    st.tuples(
        st.dates(min_value=date(1000, 1, 1)), st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", "Z"])
    ).map(lambda p: f"{p[0]}T{p[1]:02d}:{p[2]:02d}{p[3]}"),
)
_MODS = st.sampled_from([None, "START", "MID", "END", "BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER"])


def _timex(value: str, mod: str | None) -> Timex:
    span = narrowed(value, bounds(value), mod)
    return Timex(start=0, end=1, text="x", type="DATE", value=value, mod=mod, earliest=span[0], latest=span[1])


@given(_VALUES, _MODS)
@settings(max_examples=300)
def test_edtf_reads_back(value: str, mod: str | None) -> None:
    timex = _timex(value, mod)
    assert timex.earliest is not None or timex.latest is not None
    back = edtf_bounds(edtf(timex))
    days = mod is not None or "W" in value  # an interval of EDTF is one of days
    assert back == Period(
        earliest=timex.earliest and (timex.earliest[:10] if days else timex.earliest),
        latest=timex.latest and (timex.latest[:10] if days else timex.latest),
    )


@given(_VALUES, st.sampled_from(["START", "MID", "END"]))
@settings(max_examples=100)
def test_a_part_lies_in_its_whole(value: str, mod: str) -> None:
    whole, part = bounds(value), narrowed(value, bounds(value), mod)
    assert whole[0] is not None and whole[1] is not None and part[0] is not None and part[1] is not None  # noqa: PT018
    assert whole[0] <= part[0] <= part[1] <= whole[1]


@given(st.text(max_size=20), _VALUES, _MODS)
@settings(max_examples=100)
def test_timex3_is_sound_markup_and_reads_back(text: str, value: str, mod: str | None) -> None:
    text = "".join(char for char in text if char.isprintable())
    timex = Timex(start=0, end=len(text), text=text, type="DATE", value=value, mod=mod)
    element = ElementTree.fromstring(timex3(timex))
    assert (element.get("value"), element.get("mod"), element.get("type"), element.text or "") == (
        value,
        mod,
        "DATE",
        text,
    )
