"""What must hold for any text: spans lead back, rendering parses back, wider modifiers widen; hostile input."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.quantities import quantities, render
from sayso.extract.quantities.modifiers import interval
from sayso.extract.quantities.numerals import LONGEST_DIGITS, scan
from sayso.extract.tokens import split
from sayso.records import Quantity

WORDS = """
3 1,200 2.5 half a million dozen two twenty-one hundred and or to from between more than about up %
$ £ km per an hour percent rose fell by vans of the May 2031 2-1 - – . , ( ) ' ½ −5 aged years old
several few couple plus minus ± x three out 40-to-39 monthly sq. ft. double zero-sum
12:30 pm No. A$ one in five US 9/11 é 你好 ١٢ 😀
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u200d", "\x00", ""])
UNITS = st.sampled_from(
    [
        "vehicle",
        "percent",
        "US dollar",
        "year of age",
        "kilometre",
        "kilometre per hour",
        "person",
        "country",
        "foot",
        "hour",
    ]
)
MODIFIERS = st.sampled_from(
    [
        None,
        "more than",
        "at least",
        "about",
        "nearly",
        "up to",
        "as many as",
        "fewer than",
        "less than",
        "only",
        "exactly",
    ]
)
NUMBERS = st.one_of(st.integers(2, 10**14).map(float), st.decimals(2, 10**6, places=2).map(float))


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=24).map(" ".join) | st.lists(PIECES, max_size=24).map("".join) | st.text(max_size=60))
def test_spans_lead_back_and_nothing_is_invented(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        bounds = [b for b in (quantity.low, quantity.high) if b is not None]
        assert bounds == sorted(bounds)
        assert bounds
        assert all(math.isfinite(b) for b in (*bounds, quantity.value or 0.0))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=24).map(" ".join))
def test_sentences_without_a_parse_change_nothing(text: str) -> None:
    assert quantities(text, split(text)) == quantities(text)


@settings(max_examples=100, deadline=None)
@given(NUMBERS, UNITS, MODIFIERS)
def test_rendered_value_parses_back(value: float, unit: str, modifier: str | None) -> None:
    low, high = interval(value, None, modifier, "count")
    said = render(Quantity(start=0, end=0, text="", value=value, low=low, high=high, unit=unit, modifier=modifier))
    (again,) = quantities(said)
    assert (again.value, again.unit, again.modifier, again.text) == (value, unit, modifier, said)


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 10**9).map(float), st.integers(2, 10**9).map(float), UNITS)
def test_rendered_range_parses_back(one: float, other: float, unit: str) -> None:
    low, high = sorted((one, other + 1 if one == other else other))
    for modifier in ("between", "from … to"):
        said = render(Quantity(start=0, end=0, text="", value=None, low=low, high=high, unit=unit, modifier=modifier))
        (again,) = quantities(said)
        assert (again.value, again.low, again.high, again.unit, again.modifier) == (None, low, high, unit, modifier)


def within(inner: tuple[float | None, float | None], outer: tuple[float | None, float | None]) -> bool:
    lows = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return lows and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


@settings(max_examples=100, deadline=None)
@given(NUMBERS, st.sampled_from([None, 1.0, 10.0, 1000.0, 0.1]), st.sampled_from(["count", "money", "measure"]))
def test_a_wider_modifier_never_narrows(value: float, place: float | None, grain: str) -> None:
    def of(modifier: str | None) -> tuple[float | None, float | None]:
        return interval(value, place, modifier, grain)  # type: ignore[arg-type]

    assert within(of("exactly"), of(None))
    assert within(of(None), of("about"))
    assert within(of("nearly"), of("about"))
    assert within(of("exactly"), of("at least"))
    assert within(of("more than"), of("at least"))
    assert within(of("nearly"), of("up to"))


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "9.",
        "1,",
        "-",
        "9-",
        "ago ",
        "one ",
        "$",
        "half ",
        "9/",
        " ",
        "x",
        "A.",
        "9:",
        "hundred ",
        "two-",
        "½",
        "\n",
        "more than ",
        "several hundred ",
        "plus or minus ",
        "+44 ",
        "1 x ",
    ],
)
def test_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.process_time()
        quantities(text)
        return time.process_time() - began

    assert seconds(8_000) < 14 * seconds(1_000) + 0.3  # linear is 8 times, quadratic 64


def test_a_long_run_of_digits_and_dots() -> None:
    for piece in ("9", ".", "-", "9.", "ago "):
        began = time.process_time()
        quantities(piece * (50_000 // len(piece)))
        assert time.process_time() - began < 10


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 9999),
    st.sampled_from([("million", 10**4), ("bn", 10**7), ("k", 10), ("lakh", 10**3), ("crore", 10**5)]),
)
def test_magnitudes_are_exact(hundredths: int, scale: tuple[str, int]) -> None:
    (found,) = quantities(f"${hundredths / 100:.2f}{' ' if len(scale[0]) > 2 else ''}{scale[0]}")
    assert found.value == hundredths * scale[1]


def test_a_measure_between_number_and_noun() -> None:
    assert [q.text for q in quantities("two 425MB drives, three 30-minute tests")] == [
        "two",
        "425MB",
        "three",
        "30-minute",
    ]


def test_numbers_beyond_float() -> None:
    assert quantities("9" * 400 + " vans") == ()
    assert all(
        math.isfinite(q.value or 0)
        for q in quantities("1.5x10^99 vans, 9e99, " + "million " * 50 + "9 million million million vans")
    )
    assert scan("9" * (LONGEST_DIGITS + 1)) == []


def test_mixed_scripts() -> None:
    assert [q.value for q in quantities("售出 1,200 辆，涨 5%。")] == [1200, 5]
    assert quantities("I9 9a ⅷ ²") == ()


@pytest.mark.parametrize(
    "text",
    [
        "two thİrds of the ferries",
        "fıve mıllıon tons",
        "ſixty croreſ of rupees",
        "the fee trİpled",
        "one twentİeth of it",
    ],
)
def test_letters_that_only_look_english_are_read_and_kept(text: str) -> None:
    (found,) = quantities(text)
    assert found.text == text[found.start : found.end]
    assert any(letter in found.text for letter in "İıſ")
