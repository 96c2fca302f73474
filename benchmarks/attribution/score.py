"""Strict spans and tokens of attributions, each role by itself.

`strict`: a found stretch of text counts where gold has the same stretch, to the character, in the same role; a
discontinuous content is as many stretches as it has parts, and a source that two attributions share counts once, as in
the sequence labels that published systems are scored on. `whole`: the same with all parts of a role taken as one.
`token`: words and marks covered, in or out of the role. F1 is pooled over documents; "all" pools the three roles.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from data import ROLES, Gold, Run

from bootstrap import interval

MEASURES = ("strict", "whole", "token")
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass
class Score:
    """Counts by (measure, role): right, found, gold."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    gold: Counter[tuple[str, str]] = field(default_factory=Counter)
    documents: list[tuple[int, int]] = field(
        default_factory=list
    )  # (right, found + gold) strict spans of each document

    def f1(self, measure: str, role: str = "all") -> float:
        """Give F1 of a measure for a role, or for all three pooled."""
        roles = ROLES if role == "all" else (role,)
        total = sum(self.found[measure, r] + self.gold[measure, r] for r in roles)
        return 2 * sum(self.right[measure, r] for r in roles) / total if total else 0.0

    def precision(self, measure: str, role: str) -> float:
        """Give the share of what was found that is right."""
        return self.right[measure, role] / max(1, self.found[measure, role])

    def recall(self, measure: str, role: str) -> float:
        """Give the share of what is gold that was found."""
        return self.right[measure, role] / max(1, self.gold[measure, role])

    def interval(self) -> tuple[float, float]:
        """Give the 95 % bootstrap interval of strict F1 over all roles, drawn over documents with a fixed seed."""
        return interval(self.documents)


def add(score: Score, text: str, found: Sequence[Gold], gold: Sequence[Gold]) -> None:
    """Count one document into the score."""
    right = total = 0
    for role in ROLES:
        ours, theirs = runs(found, role), runs(gold, role)
        right += len(ours & theirs)
        total += len(ours) + len(theirs)
        _count(score, "strict", role, ours, theirs)
        _count(score, "whole", role, _wholes(found, role), _wholes(gold, role))
        _count(score, "token", role, tokens(text, ours), tokens(text, theirs))
    score.documents.append((right, total))


def runs(attributions: Iterable[Gold], role: str) -> set[Run]:
    """Collect all stretches of a role."""
    return {run for each in attributions for run in getattr(each, role)}


def _wholes(attributions: Iterable[Gold], role: str) -> set[tuple[Run, ...]]:
    return {getattr(each, role) for each in attributions if getattr(each, role)}


def tokens(text: str, stretches: Iterable[Run]) -> set[int]:
    """Collect where the words and marks inside the stretches start."""
    return {m.start() for a, b in stretches for m in _TOKEN.finditer(text, a, b)}


def _count(score: Score, measure: str, role: str, found: set, gold: set) -> None:  # type: ignore[type-arg]
    score.right[measure, role] += len(found & gold)
    score.found[measure, role] += len(found)
    score.gold[measure, role] += len(gold)
