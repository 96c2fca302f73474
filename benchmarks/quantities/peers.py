"""The peers, each with its own way of saying what it found, in the terms of the data set.

They are run as their authors document them: quantulum3 with its classifier, Recognizers-Text with its number,
percentage, age, currency, dimension and temperature models together (a number inside a number with unit is dropped).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from newsquant import Found

Peer = Callable[[str], list[Found]]


def quantulum3() -> Peer:
    """The peer most used; the unit "dimensionless" is none."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    def found(text: str) -> list[Found]:
        try:
            return [_quantulum(q) for q in parser.parse(text)]
        except Exception:  # a crash on a sentence counts as nothing found
            return []

    return found


def _quantulum(quantity: Any) -> Found:
    spread = quantity.uncertainty or 0.0
    unit = quantity.unit.name
    return Found(quantity.value - spread, quantity.value + spread, None if unit == "dimensionless" else unit, "=")


def recognizers() -> Peer:
    """Microsoft's Recognizers-Text."""
    warnings.simplefilter("ignore")
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
        recognize_percentage,
        recognize_number,
    )

    def found(text: str) -> list[Found]:
        taken: list[tuple[int, int]] = []
        kept = []
        for model in models:
            try:
                results = model(text, Culture.English)
            except Exception:  # as above
                continue
            for result in results:
                if any(result.start <= end and start <= result.end for start, end in taken):
                    continue
                value = _number((result.resolution or {}).get("value"))
                if value is not None:
                    taken.append((result.start, result.end))
                    unit = "percent" if model is recognize_percentage else (result.resolution or {}).get("unit")
                    if model is recognize_age and unit:
                        unit = f"{unit} of age"
                    kept.append(Found(value, value, unit, "="))
        return kept

    return found


def _number(written: object) -> float | None:
    try:
        return float(str(written).rstrip("%"))
    except ValueError:
        return None


PEERS: dict[str, Callable[[], Peer]] = {"quantulum3": quantulum3, "recognizers-text": recognizers}
