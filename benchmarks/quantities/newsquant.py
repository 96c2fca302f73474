"""Strict scoring on NewsQuant (CQE, EMNLP 2023): values, values with unit, values with change, matched one to one.

A predicted quantity may stand for one gold quantity of its sentence at most, and the other way round; the pairing is
the one with the most matches. Conventions of the data set that users would not want are mapped here, not in the
grammar.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from sayso.extract.quantities import quantities


class Found(msgspec.Struct, frozen=True):
    """A quantity in the terms of the data set."""

    low: float | None
    high: float | None
    unit: str | None
    change: str


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1 of one measure."""

    precision: float
    recall: float
    f1: float


MEASURES = ("value", "value+unit", "value+change")
# The data set's unit names, and ours: it writes all of "$", "US$" and "dollars" as dollar, and "-" for none.
UNITS = {
    "percentage": "percent",
    "us dollar": "dollar",
    "age": "year of age",
    "celsius": "degree celsius",
    "fahrenheit": "degree fahrenheit",
    "revolutions per minute": "revolution per minute",
    "parts-per-billion": "part per billion",
    "shekel": "israeli shekel",
    "people": "person",
    "touch down": "td",
    "pence": "penny",
    "-": "",
}
# Our modifiers in the data set's six signs; a modifier's sign goes before a direction.
SIGNS = {
    "about": "~",
    "nearly": "~",
    "more than": ">",
    "at least": ">",
    "less than": "<",
    "fewer than": "<",
    "up to": "<",
    "at most": "<",
}


def load(path: Path) -> list[tuple[str, list[Found]]]:
    """The sentences and their gold quantities."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [(row["text"], [_gold(q) for q in row["quantities"]]) for row in rows]


def _gold(row: dict[str, object]) -> Found:
    text = str(row["value"]).replace(" ", "")
    cut = text.find("-", 1)
    low, high = (text[:cut], text[cut + 1 :]) if cut > 0 else (text, text)
    ends = sorted((float(low), float(high)))
    return Found(ends[0], ends[1], str(row["normalized_unit"]), str(row["change"]))


def same_value(gold: Found, got: Found) -> bool:
    """Whether both ends are equal, up to the data set's own rounding."""
    return all(
        g is not None and p is not None and abs(g - p) <= 1e-4 * max(1e-9, abs(g))
        for g, p in ((gold.low, got.low), (gold.high, got.high))
    )


def same_unit(gold: Found, got: Found) -> bool:
    """Whether the units are the same: by the table, or for counted nouns by their last word ("first-team player")."""
    want, have = _plain(gold.unit), _plain(got.unit)
    if want == have or (want.startswith("% ") and have in ("", "percent", want.split()[-1])):
        return True
    return bool(want and have) and " per " not in want and want.split()[-1] == have.split()[-1]


def _plain(unit: str | None) -> str:
    head, per, rest = (unit or "").lower().partition(" per ")
    return UNITS.get(head, head) + per + rest


def same_change(gold: Found, got: Found) -> bool:
    """Whether modifier or change are the same in the data set's six signs."""
    return gold.change == got.change


def ours(text: str) -> list[Found]:
    """What Sayso finds in a sentence."""
    found = []
    for quantity in quantities(text):
        if quantity.value is None and quantity.text.lower().lstrip("a ").startswith(("several", "few", "couple")):
            continue  # the set sees no number in "several hundred"
        low = quantity.value if quantity.value is not None else quantity.low
        high = quantity.value if quantity.value is not None else quantity.high
        found.append(Found(low, high, quantity.unit, SIGNS.get(quantity.modifier or "", quantity.change or "=")))
    return found


def score(pairs: Iterable[tuple[Sequence[Found], Sequence[Found]]]) -> dict[str, Score]:
    """The three measures over (gold, found) pairs, one a sentence."""
    pairs = list(pairs)
    gold, got = sum(len(g) for g, _ in pairs), sum(len(p) for _, p in pairs)
    tests: dict[str, Callable[[Found, Found], bool]] = {
        "value": same_value,
        "value+unit": lambda g, p: same_value(g, p) and same_unit(g, p),
        "value+change": lambda g, p: same_value(g, p) and same_change(g, p),
    }
    return {name: _f1(sum(matched(g, p, test) for g, p in pairs), gold, got) for name, test in tests.items()}


def matched(gold: Sequence[Found], got: Sequence[Found], test: Callable[[Found, Found], bool]) -> int:
    """The size of the largest one-to-one pairing that passes the test (augmenting paths)."""
    partner: dict[int, int] = {}

    def place(g: int, seen: set[int]) -> bool:
        for p in range(len(got)):
            if p not in seen and test(gold[g], got[p]):
                seen.add(p)
                if p not in partner or place(partner[p], seen):
                    partner[p] = g
                    return True
        return False

    return sum(place(g, set()) for g in range(len(gold)))


def _f1(right: int, gold: int, got: int) -> Score:
    precision, recall = right / got if got else 0.0, right / gold if gold else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0)
