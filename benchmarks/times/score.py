"""Strict one-to-one matching of time expressions, as in TempEval-3 but without its leniency.

Every found expression may answer for one gold expression and the other way round; pairs must overlap and are chosen by
the length they share, longest first. `span` F1 counts pairs with the same offsets, `overlap` F1 all pairs, `value` F1
(the measure of record) the pairs with the same value string.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from bootstrap import interval

Found = tuple[int, int, str, str | None]


@dataclass
class Score:
    """Counts over documents."""

    found: int = 0
    gold: int = 0
    overlap: int = 0
    span: int = 0
    value: int = 0
    kind: int = 0
    misses: list[str] = field(default_factory=list)
    documents: list[tuple[int, int]] = field(default_factory=list)  # (right values, found + gold) of each document

    def f1(self, name: str) -> float:
        """Give the F1 of one of the counts."""
        total = self.found + self.gold
        return 2 * getattr(self, name) / total if total else 0.0

    def interval(self) -> tuple[float, float]:
        """Give the 95 % bootstrap interval of the value F1, drawn over documents with a fixed seed."""
        return interval(self.documents)


def pairs(found: Sequence[Found], gold: Sequence[Found]) -> list[tuple[int, int]]:
    """Choose which found answers for which gold expression."""
    shared = []
    for i, f in enumerate(found):
        for j, g in enumerate(gold):
            common = min(f[1], g[1]) - max(f[0], g[0])
            if common > 0:
                same_value = f[3] == g[3]
                shared.append((-(f[:2] == g[:2]), -common, -same_value, i, j))
    taken_found: set[int] = set()
    taken_gold: set[int] = set()
    chosen = []
    for *_, i, j in sorted(shared):
        if i not in taken_found and j not in taken_gold:
            taken_found.add(i)
            taken_gold.add(j)
            chosen.append((i, j))
    return chosen


def add(score: Score, text: str, found: Sequence[Found], gold: Sequence[Found], name: str = "") -> None:
    """Count one document into the score; what went wrong is kept for reading."""
    chosen = pairs(found, gold)
    score.found += len(found)
    score.gold += len(gold)
    score.overlap += len(chosen)
    right = sum(found[i][3] == gold[j][3] for i, j in chosen)
    score.documents.append((right, len(found) + len(gold)))
    for i, j in chosen:
        f, g = found[i], gold[j]
        score.span += f[:2] == g[:2]
        score.value += f[3] == g[3]
        score.kind += f[2] == g[2]
        if f[3] != g[3]:
            score.misses.append(
                f"value  {text[g[0] : g[1]]!r} {g[3]} | {text[f[0] : f[1]]!r} {f[3]}  {_around(text, g)} [{name}]"
            )
    score.misses += [
        f"missed {text[g[0] : g[1]]!r} {g[3]}  {_around(text, g)} [{name}]" for g in _rest(gold, {j for _, j in chosen})
    ]
    score.misses += [
        f"extra  {text[f[0] : f[1]]!r} {f[3]}  {_around(text, f)} [{name}]"
        for f in _rest(found, {i for i, _ in chosen})
    ]


def _rest(items: Sequence[Found], taken: set[int]) -> Iterable[Found]:
    return (item for at, item in enumerate(items) if at not in taken)


def _around(text: str, item: Found) -> str:
    return "…" + text[max(0, item[0] - 45) : item[1] + 30].replace("\n", " ") + "…"
