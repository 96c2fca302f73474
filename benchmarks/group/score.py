"""How good a grouping is: BCubed (Bagga and Baldwin 1998; Amigó et al. 2009), and pairs of events in stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple


class Score(NamedTuple):
    """F1, precision and recall."""

    f1: float
    precision: float
    recall: float

    def __str__(self) -> str:
        return f"{self.f1:.3f} (P {self.precision:.3f} R {self.recall:.3f})"


def of(precision: float, recall: float) -> Score:
    return Score(2 * precision * recall / (precision + recall) if precision + recall else 0.0, precision, recall)


def bcubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> Score:
    """Mean over the articles of how much of the found cluster is of its event, and how much of the event was found."""
    both, clusters, events = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    precision = sum(n * n / clusters[cluster] for (cluster, _), n in both.items()) / len(gold)
    recall = sum(n * n / events[event] for (_, event), n in both.items()) / len(gold)
    return of(precision, recall)


def linked(
    stories: dict[Hashable, Hashable], wanted: Iterable[Sequence[Hashable]], unclear: Iterable[Sequence[Hashable]]
) -> Score:
    """Over pairs of events: those in one story (`stories` tells each's) that belong together, unclear ones aside."""
    belong = {frozenset(pair) for story in wanted for pair in combinations(story, 2)}
    open_ = {frozenset(pair) for some in unclear for pair in combinations(some, 2)} - belong
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for event, story in stories.items():
        members[story].append(event)
    found = {frozenset(pair) for events in members.values() for pair in combinations(events, 2)} - open_
    right = len(found & belong)
    return of(right / len(found) if found else 1.0, right / len(belong))
