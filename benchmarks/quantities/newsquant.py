"""Strict scoring on NewsQuant (CQE, EMNLP 2023): values, values with unit, values with change, matched one to one.

A predicted quantity may stand for one gold quantity of its sentence at most, and the other way round; the pairing is the one
with the most matches. Conventions of the data set that users would not want are mapped here, not in the grammar.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec


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
# The data set's unit names, and ours. It folds all dollars written "$" into "dollar", reads "p" as point, and names a share
# of things "% thing".
UNITS = {
    "percentage": "percent", "dollar": "us dollar", "age": "year of age", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit",
    "revolutions per minute": "revolution per minute", "parts-per-billion": "part per billion", "parts-per-million": "part per million",
    "new zealand dollar": "new zealand dollar", "shekel": "israeli shekel", "ton": "ton", "horse power": "horsepower", "touch down": "td",
    "people": "person", "win above replacement": "war", "basis point": "basis point", "percentage point": "percentage point", "-": "", "touchdown": "touchdown",
    "kilometre per hour": "kilometre per hour", "ruble": "russian rouble", "rupee": "indian rupee", "pence": "penny",
}  # fmt: skip


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
    """Whether the units are the same: by the table, or for counted nouns by their last word."""
    want = (gold.unit or "").lower()
    want = UNITS.get(want, want)
    head, per, rest = want.partition(" per ")
    if per and head in UNITS:
        want = UNITS[head] + per + rest
    have = (got.unit or "").lower()
    if (
        want == have
        or want.replace("us dollar", "dollar") == have
        or want.startswith("% ")
        and have in ("", want.split()[-1])
    ):
        return True
    return bool(want and have and " per " not in want and want.split()[-1] == have.split()[-1])


def same_change(gold: Found, got: Found) -> bool:
    """Whether modifier or change are the same in the data set's six signs."""
    return gold.change == got.change


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
