"""Comparison of stated quantities: tables by hand, and what must hold for any two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.quantities import compare_quantities
from sayso.extract.quantities import quantities
from sayso.records import Quantity


def read(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("left", "right", "kind", "finer"),
    [
        ("410,000 vans", "410,000 vans", "equal", None),
        ("410,000 vans", "410,000 cars", "incomparable", None),
        ("410,000 cars", "410,000 vehicles", "equal", None),
        ("about 410,000 vans", "410,000 vans", "compatible", "right"),
        ("more than 410,000 vans", "more than 411,000 vans", "refines", "right"),
        ("more than 410,000 vans", "411,300 vans", "refines", "right"),
        ("at least 410,000 vans", "more than 410,000 vans", "equal", None),
        ("more than 410,000 vans", "410,000 vans", "compatible", None),
        ("more than 410,000 vans", "390,000 vans", "conflicts", None),
        ("more than 130,000 vans", "more than 410,000 vans", "conflicts", None),
        ("1.5 million vans", "1,487,000 vans", "refines", "right"),
        ("39,000 vans", "41,000 vans", "conflicts", None),
        ("12 people", "14 people", "conflicts", None),
        ("about 50 people", "52 people", "refines", "right"),
        ("nearly 600 people", "587 people", "refines", "right"),
        ("nearly 600 people", "640 people", "conflicts", None),
        ("up to 400 jobs", "350 jobs", "refines", "right"),
        ("more than 590 people", "nearly 600 people", "compatible", None),
        ("up to 400 jobs", "450 jobs", "conflicts", None),
        ("fewer than 90 people", "more than 100 people", "conflicts", None),
        ("fewer than 120 people", "more than 100 people", "compatible", None),
        ("3 percent", "3.4 percent", "refines", "right"),
        ("25%", "27%", "conflicts", None),
        ("5 percent", "5 percentage points", "incomparable", None),
        ("up 5 percent", "down 5 percent", "conflicts", None),
        ("half of the drivers", "50 percent", "compatible", None),
        ("seven miles", "11 km", "compatible", None),
        ("two days", "48 hours", "equal", None),
        ("two years", "24 months", "equal", None),
        ("two years", "three years", "conflicts", None),
        ("a 34-year-old", "a 35-year-old", "conflicts", None),
        ("30 cents a share", "$0.30 a share", "equal", None),
        ("$30", "€30", "incomparable", None),
        ("$3 billion to $5 billion", "$4 billion", "refines", "right"),
        ("$3 billion to $5 billion", "$6 billion", "conflicts", None),
        ("dozens of people", "80 people", "refines", "right"),
        ("dozens of people", "9 people", "conflicts", None),
        ("from $40 to $36", "$36", "compatible", None),
        ("60 mph", "97 km/h", "compatible", None),
        ("120 kilowatts", "0.12 megawatts", "equal", None),
        ("20 degrees Celsius", "68 degrees Fahrenheit", "compatible", None),
    ],
)
def test_comparison(left: str, right: str, kind: str, finer: str | None) -> None:
    got = compare_quantities(read(left), read(right))
    assert (got.kind, got.finer if kind == "refines" else finer) == (kind, finer), got.reason


def test_reason_is_in_the_sources_words() -> None:
    got = compare_quantities(read("more than 410,000 vans"), read("more than 411,000 vans"))
    assert got.reason == "more than 410,000 vans includes more than 411,000 vans"


BOUNDS = st.one_of(st.none(), st.integers(-50, 10**7).map(float), st.floats(0.001, 1e6))
STATED = st.builds(
    lambda a, b, value, unit, change, modifier: Quantity(
        start=0,
        end=1,
        text=f"{value} {unit}",
        value=value,
        low=min(a, b) if a is not None and b is not None else a,
        high=max(a, b) if a is not None and b is not None else b,
        unit=unit,
        change=change,
        modifier=modifier,
    ),
    BOUNDS,
    BOUNDS,
    BOUNDS,
    st.sampled_from(
        [
            None,
            "van",
            "car",
            "vehicle",
            "percent",
            "kilometre",
            "mile",
            "day",
            "month",
            "year",
            "US dollar",
            "dollar",
            "cent",
        ]
    ),
    st.sampled_from([None, "up", "down"]),
    st.sampled_from([None, "about", "more than", "between", "from … to"]),
)


@settings(max_examples=300, deadline=None)
@given(STATED, STATED)
def test_symmetric(left: Quantity, right: Quantity) -> None:
    forth, back = compare_quantities(left, right), compare_quantities(right, left)
    assert forth == back.flipped()
    assert forth.finer is None or forth.kind in ("refines", "compatible")


@settings(max_examples=100, deadline=None)
@given(STATED)
def test_reflexive(quantity: Quantity) -> None:
    assert compare_quantities(quantity, quantity).kind == "equal"


@settings(max_examples=100, deadline=None)
@given(st.integers(100, 10**9), st.integers(100, 10**9))
def test_disjoint_numbers_conflict_and_shared_ones_do_not(one: int, other: int) -> None:
    left, right = read(f"{one:,} vans"), read(f"{other:,} vans")
    apart = (left.high or 0) < (right.low or 0) or (right.high or 0) < (left.low or 0)
    assert (compare_quantities(left, right).kind == "conflicts") == apart
