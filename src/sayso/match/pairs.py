"""Which claims may speak of the same thing, and how surely: a score for each promising pair.

The score weighs what the sentences say as wholes (cosine of sentence vectors), the telling words they share, and how their
slots stand to each other; a slot that cannot belong to the same thing (another period, target against outcome, another
speaker) rules a pair out whatever the words say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from sayso.compare.facts import FACTS
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import apart
from sayso.compare.wording import shared, weights
from sayso.match.exclusions import PERIOD_UNITS, apart_or_open, overlapping, ruled_out, strange_denial
from sayso.match.slots import Slots
from sayso.weights.encoder import Span

NEIGHBOURS = 80  # candidates a claim by vector; keeps pairs linear in the number of claims
FLOOR = 0.0  # centred cosine under which two claims are no candidates
COMMON = 0.7  # share of the mean taken away; it raised the average precision of linked pairs on the gold stories
# The rest are additions to the score, each chosen by link and alarm F1 on the gold stories (benchmarks/gold.py).
LARGE = 1_000  # hardly two things of one story share so large a number by chance
ALIGNED = 0.10  # added where both do the same to the same thing, or in the same place
ELSEWHERE = 0.08  # taken off where both name places, and none in common
SUPERSEDED = 0.10  # added for two plans where the text calls one of them the earlier one
_EARLIER_PLAN = re.compile(
    r"(?i)\b(?:original|initial|previous|earlier|former|old)(?:ly)?\s+(?:\w+\s+){0,2}(?:target|goal|plan|aim|timeline|schedule|deadline|date|forecast)"
)
ONE_VOICE = 0.05  # added where one source vouches for both; twice that where it rejects something both times
STRANGE = 0.2  # taken off where one rejects and the other does not, and they share little
_FEW = 12  # under so many vectors their mean says more about them than about the story


class Alike(NamedTuple):
    """How alike two claims are: what they say in their sentences, their words alone, their sentences as wholes, and the words of both.

    The first three are centred cosines (-1 to 1), the last two shared words (0 to 1).
    """

    inside: float
    alone: float
    around: float
    words: float
    words_around: float

    def across(self) -> float:
        """One figure for two claims of different articles."""
        return (
            0.30 * self.inside + 0.12 * self.alone + 0.28 * self.words + 0.15 * self.around + 0.15 * self.words_around
        )

    def within(self) -> float:
        """One figure for two claims of one article, whose neighbours share their surroundings anyway."""
        return 0.35 * self.inside + 0.15 * self.alone + 0.50 * self.words - 0.10


class Scored(NamedTuple):
    """The pairs (i < j) that promise something: their scores 0..1, those that may not share a group, and those that say nothing."""

    scores: dict[tuple[int, int], float]
    forbidden: list[tuple[int, int]]
    neutral: list[tuple[int, int]]


Vectors = Callable[[Sequence[Sequence[Span]]], tuple[np.ndarray, np.ndarray]]


def scored(items: Sequence[Slots], vectors: Vectors) -> Scored:
    """Every candidate pair, scored or ruled out; the rest counts as having nothing to do with each other.

    `vectors` turns passages into rows of unit length: what they say in their sentences, and what their words say alone.
    """
    said, worded = vectors([x.spans for x in items])
    inside, alone, around = centred(said), centred(worded), centred(surroundings(items, said))
    weight, wide = weights([x.bag for x in items]), weights(list({x.sentence: x.around for x in items}.values()))
    found = Scored({}, [], [])
    for i, j, cosine in _candidates(inside):
        if ruled_out(items[i], items[j]):
            found.forbidden.append((i, j))
        elif overlapping(items[i], items[j]):
            found.neutral.append((i, j))
        else:
            alike = Alike(
                inside=cosine,
                alone=float(alone[i] @ alone[j]),
                around=float(around[i] @ around[j]),
                words=shared(items[i].bag, items[j].bag, weight),
                words_around=shared(items[i].around, items[j].around, wide),
            )
            if (value := score(items[i], items[j], alike)) > 0:
                found.scores[i, j] = value
    return found


def surroundings(items: Sequence[Slots], vectors: np.ndarray) -> np.ndarray:
    """For each claim the mean vector of the claims of its sentence: what the sentence says, without encoding it again."""
    rows = {key: n for n, key in enumerate(dict.fromkeys((x.claim.article_id, x.claim.sentence) for x in items))}
    place = np.array([rows[x.claim.article_id, x.claim.sentence] for x in items])
    sums = np.zeros((len(rows), vectors.shape[1]), dtype=vectors.dtype)
    np.add.at(sums, place, vectors)
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return sums[place]  # type: ignore[no-any-return]


def centred(vectors: np.ndarray) -> np.ndarray:
    """Unit vectors after most of what all have in common is taken away: within one story everything is alike.

    Removing the mean is the first half of "all-but-the-top" (Mu and Viswanath 2018); few vectors have no telling mean.
    """
    if len(vectors) < _FEW:
        return vectors
    moved = vectors - COMMON * vectors.mean(axis=0)
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    return moved / np.maximum(norms, 1e-9)  # type: ignore[no-any-return]


def _candidates(vectors: np.ndarray) -> list[tuple[int, int, float]]:
    """Pairs (i < j) of near neighbours, in order."""
    pairs: dict[tuple[int, int], float] = {}
    for first in range(0, len(vectors), 512):
        block = vectors[first : first + 512] @ vectors.T
        for row, similar in enumerate(block):
            i = first + row
            near = np.flatnonzero(similar > FLOOR)
            if len(near) > NEIGHBOURS + 1:
                near = near[np.argsort(-similar[near], kind="stable")[: NEIGHBOURS + 1]]
            for j in near.tolist():
                if i != j:
                    pairs[min(i, j), max(i, j)] = float(similar[j])
    return [(i, j, c) for (i, j), c in sorted(pairs.items())]


def score(a: Slots, b: Slots, alike: Alike) -> float:
    """How surely two claims speak of the same thing, 0..1."""
    if a.claim.predicate in FACTS:
        return 1.0
    value = alike.within() if a.claim.article_id == b.claim.article_id else alike.across()
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
        value += 0.05 + SUPERSEDED * (
            _superseded(a) != _superseded(b) and apart_or_open(a.claim.happened, b.claim.happened)
        )
    if a.claim.chain and a.claim.chain[-1:] == b.claim.chain[-1:]:
        value += ONE_VOICE * (1 + (rejects(a) and rejects(b)))
    return max(0.0, min(1.0, value + numbers + _times(a, b)))


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
    """What shared numbers add, the more the rarer such a number is, and numbers of one kind that differ take away."""
    kinds = [(compare_quantities(p, q).kind, p) for p in a.claim.quantities for q in b.claim.quantities]
    if any(kind == "equal" and (p.value or 0) >= LARGE for kind, p in kinds):
        return 0.20
    if any(kind == "equal" and p.unit not in PERIOD_UNITS - {"percent"} for kind, p in kinds):
        return 0.15
    if any(kind in {"equal", "refines", "compatible"} for kind, _ in kinds):
        return 0.10
    return -0.04 if any(kind == "conflicts" for kind, _ in kinds) else 0.0
