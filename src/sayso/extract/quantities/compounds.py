"""Amounts said in two units: "two hours and 20 minutes", "5 feet 2 inches", "three dollars and 50 cents"."""

from __future__ import annotations

from sayso.extract.quantities.phrases import Phrase

# larger unit, smaller unit: how many of the smaller make one of the larger.
_PARTS = {
    ("hour", "minute"): 60.0, ("minute", "second"): 60.0, ("hour", "second"): 3600.0, ("year", "month"): 12.0,
    ("week", "day"): 7.0, ("day", "hour"): 24.0, ("month", "day"): 30.436875, ("foot", "inch"): 12.0,
    ("pound", "ounce"): 16.0, ("stone", "pound"): 14.0, ("US dollar", "cent"): 100.0, ("dollar", "cent"): 100.0,
    ("euro", "cent"): 100.0, ("pound sterling", "penny"): 100.0, ("degree", "minute"): 60.0,
}  # fmt: skip
_GAPS = frozenset([" ", " and ", ", ", ", and "])


def merged(text: str, found: list[Phrase]) -> list[Phrase]:
    """The phrases, two that make one amount joined to one in the larger unit."""
    kept: list[Phrase] = []
    for phrase in found:
        if kept and (factor := _factor(text, kept[-1], phrase)):
            left = kept[-1]
            left.value, left.end, left.place = (
                left.value + phrase.value / factor,
                phrase.end,
                (phrase.place or 1.0) / factor,
            )
        else:
            kept.append(phrase)
    return kept


def _factor(text: str, left: Phrase, right: Phrase) -> float | None:
    if left.ranged or right.ranged or left.value != int(left.value) or text[left.end : right.start] not in _GAPS:
        return None
    factor = _PARTS.get((left.unit or "", right.unit or ""))
    return factor if factor and 0 < right.value < factor else None
