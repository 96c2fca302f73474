"""A quantity back into words, such that reading the words gives the same quantity."""

from __future__ import annotations

from sayso.records import Quantity


def number(value: float) -> str:
    """A number as newsrooms write it, without losing a digit.

    >>> number(410000.0), number(2.5), number(-3.0), number(1e30)
    ('410,000', '2.5', '-3', '1e+30')
    """
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    if 1e-6 <= abs(value) < 1e15:
        return f"{value:,.10f}".rstrip("0").rstrip(".")
    return f"{value:g}"


def plural(unit: str) -> str:
    """The plural of a unit's plain English singular.

    >>> plural("vehicle"), plural("kilometre per hour"), plural("percent"), plural("year of age"), plural("country")
    ('vehicles', 'kilometres per hour', 'percent', 'years of age', 'countries')
    """
    for link in (" per ", " of "):
        head, found, rest = unit.partition(link)
        if found:
            return plural(head) + link + rest
    last = unit.split()[-1]
    if last in _SAME:
        return unit
    if last in _IRREGULAR:
        return unit[: len(unit) - len(last)] + _IRREGULAR[last]
    if last.endswith("y") and last[-2:-1] not in ("a", "e", "o", "u"):
        return unit[:-1] + "ies"
    return unit + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")


_SAME_WORDS = """
percent mille aircraft yen yuan won baht rand hertz Celsius Fahrenheit sterling horsepower dong taka ringgit
"""
_SAME = frozenset(_SAME_WORDS.split())
_IRREGULAR = {
    "foot": "feet",
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "inch": "inches",
    "penny": "pence",
    "century": "centuries",
}


def render(quantity: Quantity) -> str:
    """The quantity in words: modifier, number or bounds, unit.

    >>> render(Quantity(start=0, end=0, text="", value=4e5, low=4e5, high=None, unit="vehicle", modifier="more than"))
    'more than 400,000 vehicles'
    """
    if quantity.value is not None:
        amount, many = number(quantity.value), abs(quantity.value) != 1
    elif quantity.low is not None and quantity.high is not None:
        link = ("from", "to") if quantity.modifier == "from … to" else ("between", "and")
        amount, many = f"{link[0]} {number(quantity.low)} {link[1]} {number(quantity.high)}", True
    elif quantity.low is not None or quantity.high is not None:
        bound = quantity.low if quantity.low is not None else quantity.high
        amount, many = ("at least " if quantity.low is not None else "at most ") + number(bound or 0.0), True
    else:
        return quantity.text
    modifier = quantity.modifier if quantity.value is not None else None
    unit = (plural(quantity.unit) if many else quantity.unit) if quantity.unit else None
    return " ".join(part for part in (quantity.change, modifier, amount, unit) if part)
