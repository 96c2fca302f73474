"""Which claims may speak of the same thing, and how surely: a score for each promising pair.

The score is how alike they are in what they say, and how their slots stand to each other; a slot that cannot belong to the
same thing (another period, target against outcome, another speaker) rules a pair out whatever the words say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.compare.facts import FACTS
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import apart
from sayso.compare.together import overlapping
from sayso.match.exclusions import PERIOD_UNITS, apart_or_open, counted, other_doer, ruled_out, strange_denial
from sayso.match.likeness import Pairs
from sayso.match.slots import Slots

LEAST = 0.0  # likeness under which slots cannot help: facts of one person are alike in name at least
# Additions to the likeness, each chosen by link and alarm F1 on the gold stories (benchmarks/gold.py).
LARGE = 1_000  # hardly two things of one story share so large a number by chance
ALIGNED = 0.10  # added where both do the same to the same thing, or in the same place
ELSEWHERE = 0.08  # taken off where both name places, and none in common
SUPERSEDED = 0.20  # added for two plans where the text calls one of them the earlier one
_EARLIER_PLAN = re.compile(
    r"(?i)\b(?:original|initial|previous|earlier|former|old)(?:ly)?\s+(?:\w+\s+){0,2}(?:target|goal|plan|aim|timeline|schedule|deadline|date|forecast)"
)
FAVOUR = 0.10  # for the best of an article's claims; it raised the precision of links from .52 to .57
ONE_VOICE = 0.05  # added where one source vouches for both; twice that where it rejects something both times
# Taken off where both count, and not the same things; and where those who are named count differently ("Norvik offered 7 years,
# Aldane 8"). Links rose by .01 on the gold stories (mean of eight jittered runs) and from .377 to .380 on 20 subtopics of ECB+.
OTHER_COUNT, OTHER_DOER = 0.05, 0.14
STRANGE = 0.2  # taken off where one rejects and the other does not, and they share little


Pair = tuple[int, int]


class Scored(NamedTuple):
    """The pairs (i < j) that promise something: their scores 0..1, those that may not share a group, and those that say nothing."""

    scores: dict[Pair, float]
    forbidden: list[Pair]
    neutral: list[Pair]


def scored(items: Sequence[Slots], pairs: Pairs) -> Scored:
    """The pairs scored or ruled out; any other pair counts as having nothing to do with each other."""
    found = Scored({}, [], [])
    for i, j, likeness in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.likeness.tolist(), strict=True):
        a, b = items[i], items[j]
        if ruled_out(a, b):
            found.forbidden.append((i, j))
        elif overlapping(a.claim, b.claim):  # the outer and the inner clause of one sentence say different things
            found.neutral.append((i, j))
        elif likeness > LEAST and (value := score(a, b, likeness)) > 0:
            found.scores[i, j] = value
    return found


def favoured(scores: Mapping[Pair, float], articles: Sequence[str]) -> dict[Pair, float]:
    """The scores, raised where two claims are each other's best in their articles, lowered where neither is the other's.

    An article tells most things once: of its claims, the one that is most like speaks of the same. `articles` has each
    claim's article.

    >>> {pair: round(s, 2) for pair, s in favoured({(0, 1): 0.5, (0, 2): 0.3}, ["a", "b", "b"]).items()}
    {(0, 1): 0.6, (0, 2): 0.3}
    """
    best: dict[tuple[int, str], float] = {}
    for (i, j), value in scores.items():
        for key in ((i, articles[j]), (j, articles[i])):
            best[key] = max(value, best.get(key, 0.0))
    found = {
        (i, j): value + FAVOUR * ((value == best[i, articles[j]]) + (value == best[j, articles[i]]) - 1)
        for (i, j), value in scores.items()
    }
    return {pair: value for pair, value in found.items() if value > 0}


def score(a: Slots, b: Slots, likeness: float) -> float:
    """How surely two claims speak of the same thing, 0..1: their likeness, and how their slots stand to each other."""
    if a.claim.predicate in FACTS:
        return 1.0
    value = likeness
    if a.who and b.who and a.who != b.who:
        value -= 0.03
    if strange_denial(a, b):
        value -= STRANGE
    numbers = _numbers(a, b)
    if a.claim.predicate == b.claim.predicate and a.what & b.what and numbers >= 0:
        value += ALIGNED
    if a.places and b.places and not a.places & b.places:
        value -= ELSEWHERE
    if a.claim.status == b.claim.status == "planned":
        value += 0.05 + SUPERSEDED * _supersedes(a, b)
    if a.claim.chain and a.claim.chain[-1:] == b.claim.chain[-1:]:
        value += ONE_VOICE * (1 + (rejects(a) and rejects(b)))
    return max(0.0, min(1.0, value + numbers + _times(a, b)))


def _supersedes(a: Slots, b: Slots) -> bool:
    """Whether one of two plans of somebody, or for something or some place, for different times is called the earlier one."""
    shared = a.places & b.places or a.what & b.what or (a.who is not None and a.who == b.who)
    return bool(shared) and _superseded(a) != _superseded(b) and apart_or_open(a.claim.happened, b.claim.happened)


def _superseded(x: Slots) -> bool:
    """Whether the sentence calls a plan of its own an earlier one ("an original target of …")."""
    return bool(_EARLIER_PLAN.search(x.sentence))


def rejects(x: Slots) -> bool:
    """Whether a claim says that something is not so."""
    return x.claim.status == "denied" or x.claim.polarity == "negative"


def _times(a: Slots, b: Slots) -> float:
    """What a shared day adds: happenings of one day are often one happening."""
    left, right = a.claim.happened, b.claim.happened
    if not (left.earliest and left.latest and right.earliest and right.latest) or apart(left, right):
        return 0.0
    return 0.05 if max(left.earliest[:7], right.earliest[:7]) == min(left.latest[:7], right.latest[:7]) else 0.0


def _numbers(a: Slots, b: Slots) -> float:
    """What shared numbers add, the more the rarer such a number is, and what numbers that differ, or count other things, take away."""
    if not (a.claim.quantities and b.claim.quantities):
        return 0.0
    kinds = [(compare_quantities(p, q).kind, p) for p in a.claim.quantities for q in b.claim.quantities]
    if any(kind == "equal" and (p.value or 0) >= LARGE for kind, p in kinds):
        return 0.20
    if any(kind == "equal" and p.unit not in PERIOD_UNITS - {"percent"} for kind, p in kinds):
        return 0.15
    if any(kind in {"equal", "refines", "compatible"} for kind, _ in kinds):
        return 0.10
    if any(kind == "conflicts" for kind, _ in kinds):
        return -OTHER_DOER if other_doer(a, b) else -0.04
    return -OTHER_COUNT if counted(a) and counted(b) else 0.0
