"""Sayso's quantities in the terms of the data sets."""

from __future__ import annotations

from newsquant import Found

from sayso.extract.quantities import quantities
from sayso.records import Quantity

SIGNS = {
    "about": "~", "nearly": "~", "more than": ">", "at least": ">", "less than": "<", "fewer than": "<", "up to": "<", "at most": "<",
}  # fmt: skip


def found(text: str) -> list[Found]:
    """What Sayso finds in a sentence."""
    return [as_found(q) for q in quantities(text)]


def as_found(quantity: Quantity) -> Found:
    """One quantity: its modifier's sign goes before its direction, as in the data set."""
    low = quantity.value if quantity.value is not None else quantity.low
    high = quantity.value if quantity.value is not None else quantity.high
    return Found(low, high, quantity.unit, SIGNS.get(quantity.modifier or "", quantity.change or "="))
