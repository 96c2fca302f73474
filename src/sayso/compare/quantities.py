"""Whether two stated quantities can both be so, understanding rounding, bounds and unit conversion.

The comparison looks at the two records alone; that they are about the same thing is for the caller to know. Intervals
come with the records (`low`, `high`); this file says what it means that they touch.
"""

from __future__ import annotations

from sayso.compare.comparison import Comparison, Side
from sayso.records import Quantity, Record

# Whoever says "more than N" picks an N near the true number. How near: of the pairs of a lower bound and a higher
# number that different articles give for the same thing in ECB+ topics 1-35 and BASIL (31 read by hand), all stand
# within this factor but a crowd counted at two times of an evening (2.0); every pair beyond 2.1 speaks of different
# things, or of a toll that rose.
BOUND_REACH = 1.5
VAGUE_REACH = 20.0  # "thousands": up to where "tens of thousands" takes over, and a little
SAME = 1e-9  # relative difference under which two computed bounds are the same number
MUCH_NARROWER = 0.75  # an interval this much shorter than the one around it says plainly more

# unit: (dimension, worth in the dimension's base unit). SI and, for imperial units, the exact international
# definitions.
_SCALE: dict[str, tuple[str, float]] = {
    "nanometre": ("length", 1e-9), "micrometre": ("length", 1e-6), "millimetre": ("length", 1e-3),
    "centimetre": ("length", 1e-2), "metre": ("length", 1.0), "kilometre": ("length", 1e3),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144), "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0), "square metre": ("area", 1.0), "hectare": ("area", 1e4),
    "square kilometre": ("area", 1e6), "acre": ("area", 4046.8564224), "square foot": ("area", 0.09290304),
    "square mile": ("area", 2589988.110336), "microgram": ("mass", 1e-9), "milligram": ("mass", 1e-6),
    "gram": ("mass", 1e-3), "kilogram": ("mass", 1.0), "tonne": ("mass", 1e3), "kilotonne": ("mass", 1e6),
    "ton": ("mass", 1e3), "pound": ("mass", 0.45359237), "ounce": ("mass", 0.028349523125),
    "stone": ("mass", 6.35029318), "millilitre": ("volume", 1e-3), "centilitre": ("volume", 1e-2),
    "litre": ("volume", 1.0), "hectolitre": ("volume", 100.0), "cubic metre": ("volume", 1e3),
    "gallon": ("volume", 3.785411784), "barrel": ("volume", 158.987294928), "cubic foot": ("volume", 28.316846592),
    "watt": ("power", 1.0), "kilowatt": ("power", 1e3), "megawatt": ("power", 1e6), "gigawatt": ("power", 1e9),
    "terawatt": ("power", 1e12), "horsepower": ("power", 745.7), "brake horsepower": ("power", 745.7),
    "watt hour": ("energy", 1.0), "kilowatt hour": ("energy", 1e3), "megawatt hour": ("energy", 1e6),
    "gigawatt hour": ("energy", 1e9), "terawatt hour": ("energy", 1e12), "kilobyte": ("data", 1e3),
    "megabyte": ("data", 1e6), "gigabyte": ("data", 1e9), "terabyte": ("data", 1e12), "petabyte": ("data", 1e15),
    "millisecond": ("clock", 1e-3), "second": ("clock", 1.0), "minute": ("clock", 60.0), "hour": ("clock", 3600.0),
    "day": ("clock", 86400.0), "week": ("clock", 604800.0), "fortnight": ("clock", 1209600.0),
    "month": ("calendar", 1.0), "quarter": ("calendar", 3.0), "year": ("calendar", 12.0),
    "decade": ("calendar", 120.0), "century": ("calendar", 1200.0), "day of age": ("age", 1 / 30.436875),
    "week of age": ("age", 7 / 30.436875), "month of age": ("age", 1.0), "year of age": ("age", 12.0),
    "kilometre per hour": ("speed", 1.0), "mile per hour": ("speed", 1.609344), "metre per second": ("speed", 3.6),
    "knot": ("speed", 1.852), "percentage point": ("points", 1.0), "basis point": ("points", 0.01),
    "penny": ("sterling", 0.01), "pound sterling": ("sterling", 1.0), "cent": ("dollar", 0.01),
    "dollar": ("dollar", 1.0), "US dollar": ("dollar", 1.0), "degree Celsius": ("temperature", 1.0),
    "degree Fahrenheit": ("temperature", 5 / 9),
}  # fmt: skip
DURATIONS = frozenset("second minute hour day week month quarter year decade century".split())
"""Units of the length of a period."""
AGED = "year of age"
"""The unit of somebody's age."""
_FAHRENHEIT_ZERO = -32 * 5 / 9
SECONDS_A_MONTH = 2629746.0  # a twelfth of the mean Gregorian year
MONTH_SLACK = 0.03  # months have 28 to 31 days: 3 % either side of the mean, February apart
# Words that newsrooms use for the same counted thing.
_SYNONYMS = (
    "vehicle car automobile auto unit ev", "person people individual human", "death fatality dead", "home house",
    "job position post role", "company firm business", "worker employee staff staffer", "child kid youngster",
    "soldier troop serviceman", "plane aircraft airplane jet", "film movie", "photo photograph picture image",
    "dollar buck", "officer policeman", "student pupil", "shop store outlet", "injury injured wounded",
    "case infection", "attack assault", "lawmaker legislator", "country nation", "phone smartphone handset",
    "ballot vote", "migrant refugee",
)  # fmt: skip
_SYNONYM = {word: words.split()[0] for words in _SYNONYMS for word in words.split()}


# Event nouns whose verb does not share their stem.
_EVENTS = {
    "death": ("killed", "died", "dead"), "fatality": ("killed", "died", "dead"), "sale": ("sold",),
    "injury": ("injured", "wounded", "hurt"), "loss": ("lost",), "purchase": ("bought",), "departure": ("left",),
}  # fmt: skip


class _Stated(Record, frozen=True, kw_only=True):
    """A quantity in the unit of the comparison."""

    low: float | None
    high: float | None
    value: float | None
    said: str
    vague: bool
    moving: bool


def compare_quantities(left: Quantity, right: Quantity) -> Comparison:
    """How two quantities of the same thing stand to each other; symmetric, and equal to itself.

    Bounds in different units of one dimension are converted; units that cannot be converted are incomparable. "More
    than N" is taken as said of a number near N (`BOUND_REACH`): it includes "more than N and a bit" and conflicts
    with thrice N.

    >>> def q(text, value, low, high):
    ...     return Quantity(start=0, end=0, text=text, value=value, low=low, high=high, unit="car")
    >>> compare_quantities(q("more than 410,000", 410e3, 410e3, None), q("more than 411,000", 411e3, 411e3, None))
    Comparison(kind='refines', reason='more than 410,000 includes more than 411,000', finer='right')
    >>> compare_quantities(q("39,000", 39e3, 38.5e3, 39.5e3), q("41,000", 41e3, 40.5e3, 41.5e3)).kind
    'conflicts'
    """
    if _order(right) < _order(left):
        return compare_quantities(right, left).flipped()
    return _compare(left, right)


def _order(quantity: Quantity) -> tuple[float, float, str, str]:
    """A fixed order of any two quantities, so that both directions of a comparison give one reason."""
    low = quantity.low if quantity.low is not None else quantity.value if quantity.value is not None else quantity.high
    width = 0.0 if quantity.low is None or quantity.high is None else quantity.low - quantity.high
    return (low if low is not None else 0.0, width, " ".join(quantity.text.split()), repr(quantity))


def _compare(left: Quantity, right: Quantity) -> Comparison:
    if (left.low, left.high, left.value, left.unit, left.change, left.modifier) == (
        right.low, right.high, right.value, right.unit, right.change, right.modifier,
    ):  # fmt: skip
        return Comparison(
            kind="equal",
            reason=f"both say {_said(left)}" if _said(left) == _said(right) else f"{_said(left)} is {_said(right)}",
        )
    pair = _in_one_unit(left, right)
    if pair is None:
        return Comparison(kind="incomparable", reason=f"{_said(left)} and {_said(right)} are different units")
    if left.change and right.change and left.change != right.change:
        return Comparison(kind="conflicts", reason=f"{_said(left)} is {left.change}, {_said(right)} is {right.change}")
    one, other = pair
    if one.moving or other.moving:
        return _compare_movements(one, other)
    if (one.low, one.high) == (None, None) or (other.low, other.high) == (None, None):
        return Comparison(kind="incomparable", reason=f"{one.said} or {other.said} states no number")
    if _near(one.low, other.low) and _near(one.high, other.high):
        return Comparison(kind="equal", reason=f"{one.said} and {other.said} are the same")
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        found = _compare_closed(one, other)
        return found if found.kind == "conflicts" or not _converted(left, right) else _restated(left, right)
    if _converted(left, right) and left.modifier == right.modifier and _close(one.value, other.value):
        return _restated(left, right)  # "up to 26C", "up to 79 degrees Fahrenheit"
    return _compare_open(one, other)


def _converted(left: Quantity, right: Quantity) -> bool:
    """Whether two stated numbers are given in two units: then neither says more than the other where they agree."""
    two_units = left.unit is not None and right.unit is not None and not _same_unit(left.unit, right.unit)
    return two_units and left.value is not None and right.value is not None


def _restated(left: Quantity, right: Quantity) -> Comparison:
    return Comparison(kind="compatible", reason=f"{_said(left)} is about {_said(right)}")


def _said(quantity: Quantity) -> str:
    if quantity.text:
        return " ".join(quantity.text.split())
    return (
        f"{quantity.value if quantity.value is not None else quantity.low:g}"
        if quantity.value is not None or quantity.low is not None
        else "a number"
    )


def _near(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= SAME * max(1.0, abs(left), abs(right))


def _in_one_unit(left: Quantity, right: Quantity) -> tuple[_Stated, _Stated] | None:
    """Both quantities in one unit, or None where no conversion is known."""
    first, second = left.unit, right.unit
    if _same_unit(first, second):
        return _stated(left), _stated(right)
    measures = {first, second} & _SCALE.keys()  # "80 families" in water of "three metres" are not one count
    if not measures and (_names_event(first, right.measured) or _names_event(second, left.measured)):
        return _stated(left), _stated(right)
    if first is None or second is None:
        return _with_bare(left, right)
    one, other = _worth(first), _worth(second)
    if one is None or other is None or one[1] != other[1]:
        return None
    dimensions = {one[0], other[0]}
    if dimensions == {"clock", "calendar"}:
        return _stated(left, one[2], _slack(one[0])), _stated(right, other[2], _slack(other[0]))
    if len(dimensions) > 1:
        return None
    return _stated(left, one[2], shift=_shift(first)), _stated(right, other[2], shift=_shift(second))


def _slack(dimension: str) -> tuple[float, float]:
    return (SECONDS_A_MONTH, MONTH_SLACK) if dimension == "calendar" else (1.0, 0.0)


def _shift(unit: str) -> float:
    return _FAHRENHEIT_ZERO if unit == "degree Fahrenheit" else 0.0


def _same_unit(first: str | None, second: str | None) -> bool:
    if first == second:
        return True
    if first is None or second is None:
        return False
    if (
        {first, second} <= {"dollar", first, second}
        and "dollar" in (first, second)
        and first.endswith("dollar")
        and second.endswith("dollar")
    ):
        return True  # a "$" of which the text does not say whose
    head, other = (_SYNONYM.get(unit.lower(), unit.lower()) for unit in (first, second))
    return head == other


def _names_event(unit: str | None, measured: str | None) -> bool:
    """Whether a counted event is what the other side measures: "550,000 deliveries" and "550,000 vans delivered"."""
    if unit is None or measured is None or len(unit) < 4:
        return False
    stem = unit.lower()[: max(5, len(unit) - 3)]
    done = _EVENTS.get(unit.lower(), ())
    return any(word.startswith(stem) or word in done for word in measured.lower().replace(",", " ").split()[1:])


def _with_bare(left: Quantity, right: Quantity) -> tuple[_Stated, _Stated] | None:
    """A number without a unit beside one with: a share beside percent, a bare count beside counted things."""
    unit = left.unit or right.unit or ""
    if unit == "percent":
        bare = left if left.unit is None else right
        top = bare.value if bare.value is not None else bare.high
        if top is None or not 0 < top < 1:
            return None
        return _stated(left, 100.0 if left is bare else 1.0), _stated(right, 100.0 if right is bare else 1.0)
    if _worth(unit) is not None or " per " in unit or unit.endswith(("of age", "percent")):
        return None
    return _stated(left), _stated(right)


def is_length(unit: str | None) -> bool:
    """Whether a unit measures how long, wide or far something is."""
    return unit is not None and _SCALE.get(unit, ("",))[0] == "length"


def _worth(unit: str) -> tuple[str, str, float] | None:
    """A unit's dimension, what it is taken per (in the base unit), and its factor; None for an unknown unit."""
    if unit in _SCALE:
        return _SCALE[unit][0], "", _SCALE[unit][1]
    head, per, rest = unit.partition(" per ")
    if not per or head not in _SCALE:
        return None
    if rest in _SCALE and _SCALE[rest][0] in ("clock", "calendar", "length", "area", "mass", "volume"):
        return _SCALE[head][0], _SCALE[rest][0], _SCALE[head][1] / _SCALE[rest][1]
    return _SCALE[head][0], rest, _SCALE[head][1]


def _stated(
    quantity: Quantity, factor: float = 1.0, slack: tuple[float, float] = (1.0, 0.0), shift: float = 0.0
) -> _Stated:
    factor *= slack[0]

    def at(bound: float | None, widen: float) -> float | None:
        return None if bound is None else bound * factor * (1 + widen * slack[1]) + shift

    return _Stated(
        low=at(quantity.low, -1.0), high=at(quantity.high, 1.0), value=at(quantity.value, 0.0), said=_said(quantity),
        vague=quantity.value is None and (quantity.low is None) != (quantity.high is None),
        moving=quantity.modifier == "from … to",
    )  # fmt: skip


def _compare_closed(one: _Stated, other: _Stated) -> Comparison:
    assert one.low is not None
    assert one.high is not None
    assert other.low is not None
    assert other.high is not None
    if (one.high < other.low and not _near(one.high, other.low)) or (
        other.high < one.low and not _near(other.high, one.low)
    ):
        return Comparison(kind="conflicts", reason=f"{one.said} against {other.said}")
    one_width, other_width = one.high - one.low, other.high - other.low
    if _near(one.value, other.value) and one.value is not None:
        return Comparison(
            kind="compatible",
            reason=f"{one.said} and {other.said} state the same number",
            finer=_narrower(one_width, other_width),
        )
    if one.low <= other.low and other.high <= one.high and other_width <= MUCH_NARROWER * one_width:
        return Comparison(kind="refines", reason=f"{one.said} includes {other.said}", finer="right")
    if other.low <= one.low and one.high <= other.high and one_width <= MUCH_NARROWER * other_width:
        return Comparison(kind="refines", reason=f"{other.said} includes {one.said}", finer="left")
    return Comparison(kind="compatible", reason=f"{one.said} and {other.said} agree within rounding")


def _narrower(one: float, other: float) -> Side | None:
    if _near(one, other):
        return None
    return "left" if one < other else "right"


def _compare_open(one: _Stated, other: _Stated) -> Comparison:
    """At least one side is a bound."""
    if one.low is None and other.low is None:
        return _compare_bounds(one, other, one.high, other.high, upper=True)
    if one.high is None and other.high is None:
        return _compare_bounds(one, other, one.low, other.low, upper=False)
    if (one.low is None and other.high is None) or (one.high is None and other.low is None):
        return _compare_opposite(one, other)
    bound, point, side = (one, other, "right") if one.low is None or one.high is None else (other, one, "left")
    return _compare_to_bound(bound, point, "right" if side == "right" else "left")


def _compare_bounds(one: _Stated, other: _Stated, first: float | None, second: float | None, upper: bool) -> Comparison:
    """Two lower or two upper bounds: near each other the tighter refines, far apart they speak of different numbers."""
    assert first is not None
    assert second is not None
    if not _reaches(min(first, second), max(first, second), _reach(one, other)):
        return Comparison(kind="conflicts", reason=f"{one.said} is far from {other.said}")
    one_is_finer = (first < second) if upper else (first > second)
    wide, fine = (other, one) if one_is_finer else (one, other)
    return Comparison(
        kind="refines", reason=f"{wide.said} includes {fine.said}", finer="left" if one_is_finer else "right"
    )


def _compare_opposite(one: _Stated, other: _Stated) -> Comparison:
    """As in "More than 400" and "fewer than 500"."""
    low = one.low if one.low is not None else other.low
    high = one.high if one.high is not None else other.high
    assert low is not None
    assert high is not None
    if low > high or (_near(low, high) and one.said != other.said):
        return Comparison(kind="conflicts" if low > high else "compatible", reason=f"{one.said} against {other.said}")
    return Comparison(kind="compatible", reason=f"{one.said} and {other.said} leave room for each other")


def _compare_to_bound(bound: _Stated, point: _Stated, side: Side) -> Comparison:
    """A bound beside a number or range; `side` is where the number stands."""
    assert point.low is not None
    assert point.high is not None
    edge = bound.low if bound.low is not None else bound.high
    assert edge is not None
    lower = bound.low is not None
    outside = point.high < edge if lower else point.low > edge
    if outside and not _near(point.high if lower else point.low, edge):
        return Comparison(kind="conflicts", reason=f"{bound.said} excludes {point.said}")
    far = point.low if lower else point.high
    if not _reaches(min(edge, far), max(edge, far), _reach(bound, point)):
        return Comparison(kind="conflicts", reason=f"{bound.said} is far from {point.said}")
    if _near(bound.value, point.value) and bound.value is not None:
        return Comparison(kind="compatible", reason=f"{bound.said} and {point.said} state the same number")
    if point.low < edge < point.high:
        return Comparison(kind="compatible", reason=f"{bound.said} and {point.said} leave room for each other")
    return Comparison(kind="refines", reason=f"{bound.said} includes {point.said}", finer=side)


def _reach(one: _Stated, other: _Stated) -> float:
    return VAGUE_REACH if one.vague or other.vague else BOUND_REACH


def _reaches(small: float, large: float, reach: float) -> bool:
    """Whether two bounds are near enough to be said of one number; bounds at or across zero are judged by no factor."""
    if small <= 0:
        return True
    return large <= small * reach


def _compare_movements(one: _Stated, other: _Stated) -> Comparison:
    """As in "From 40 to 36" states both its ends."""
    if one.moving and other.moving:
        same = all(_close(a, b) for a, b in ((one.low, other.low), (one.high, other.high)))
        return Comparison(
            kind="compatible" if same else "conflicts", reason=f"{one.said} {'and' if same else 'against'} {other.said}"
        )
    moving, point = (one, other) if one.moving else (other, one)
    bounds = [b for b in (point.value, point.low, point.high) if b is not None]
    if any(_close(end, b) for end in (moving.low, moving.high) for b in bounds[:1]):
        return Comparison(kind="compatible", reason=f"{moving.said} begins or ends at {point.said}")
    return Comparison(kind="incomparable", reason=f"{moving.said} is a movement, {point.said} is not one of its ends")


def _close(left: float | None, right: float | None) -> bool:
    """Within rounding: 2 %, twice the half-width that two stated digits leave in the middle of a decade."""
    return left is not None and right is not None and abs(left - right) <= 0.02 * max(abs(left), abs(right))
