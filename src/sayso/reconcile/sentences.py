"""How two sentences stand to each other: relation, basis, and a reason a person can read.

Agreement is earned: where every part of the shorter sentence has its counterpart and nothing differs. A slot that cannot
be the same is a conflict, a negation a denial; a difference of which nobody can tell what it means leaves them unrelated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.compare.passage import Passage, Piece
from sayso.compare.vocabulary import opposite
from sayso.reconcile.alignment import Alignment
from sayso.reconcile.differences import Difference, differences
from sayso.reconcile.modality import SAYING, mode, turns
from sayso.reconcile.voice import passing_on, rejecting
from sayso.records import Claim, RelationKind, Status

SURE = 0.55  # share of the shorter sentence that has its counterpart, for agreement
LEAST = 0.20  # the same for two models to be two of one thing
ENOUGH = 0.30  # the same for a difference to mean anything
MOST = 0.75  # the same for a name, a number or a word that differs to be in conflict
NEAR = 0.80  # share of the longer one too, from where on the sentences say the same but for what differs
ALL = 0.90  # the same for "everything else agrees"
TOPIC = 0.40  # cosine of the sentences from which on they speak of one thing, and one may reject the other
ALIKE = 0.45  # the same for agreement in other words
_WEIGHTS = {"name": 1.5, "number": 1.0, "time": 1.0, "word": 1.0}
_LIGHT = {"ADJ": 0.6, "ADV": 0.4, "NUM": 0.6, "AUX": 0.2}


class Outcome(NamedTuple):
    """What stands between two sentences; `kind` None where they have nothing to do with each other, or none can tell."""

    kind: RelationKind | None
    basis: str | None
    reason: str
    score: float = 0.0


def relate_sentences(left: Passage, right: Passage, likeness: float) -> Outcome:
    """The relation of two sentences; symmetric but for the wording of the reason.

    `likeness` (cosine of their vectors) says how much they have in common as wholes.
    """
    if not left.pieces or not right.pieces:
        return Outcome(None, None, "nothing is said that could be compared")
    found = Alignment(left, right)
    cover = coverage(found)
    score = max(0.0, min(1.0, (cover.shorter + likeness) / 2))
    if cover.shorter < ENOUGH and likeness < TOPIC:
        return Outcome(None, None, "nothing shows that they speak of the same thing", score)
    every = differences(found)
    verdict = _contested(found, every, cover) or _voices(found) or _agreeing(found, every, cover, likeness)
    return verdict._replace(score=score)


def told_as(passage: Passage, claims: Sequence[Claim]) -> Status | None:
    """How a text presents what it mainly says, in one of the six words; None where it puts nothing forward."""
    own = [c for c in claims if c.kind != "statement"] or list(claims)
    if not own:
        return None
    status = max(own, key=lambda c: (c.end - c.start, -c.start)).status
    return "rumoured" if status == "asserted" and passing_on(passage) else status


class Coverage(NamedTuple):
    """What share of each side, by weight, the other says too; of the shorter, and the lesser of both."""

    left: float
    right: float
    shorter: float
    both: float


def coverage(found: Alignment, besides: Sequence[Difference] = ()) -> Coverage:
    """How much of each sentence the other says, leaving out of the count the pairs that those differences are at."""
    shares, totals = [], []
    apart = {d.at for d in besides if d.at}
    pairs = [p for p in found.pairs if p not in apart]
    for side, places, out in (
        (found.left, {p.left for p in pairs if p.sure}, _with_nouns(found.left, {p.left for p in apart})),
        (found.right, {p.right for p in pairs if p.sure}, _with_nouns(found.right, {p.right for p in apart})),
    ):
        weights = {i: _weight(side, piece) for i, piece in enumerate(side.pieces) if i not in out}
        totals.append(sum(weights.values()) or 1.0)
        shares.append(sum(w for i, w in weights.items() if i in places) / totals[-1])
    a, b = shares
    shorter = max(a, b) if totals[0] == totals[1] else a if totals[0] < totals[1] else b
    return Coverage(a, b, shorter, min(a, b))


def _with_nouns(passage: Passage, places: set[int]) -> set[int]:
    """Pieces by their places, each number together with what it counts."""
    spans = [(q.start, q.end) for i in places if (q := passage.pieces[i].quantity)]
    inside = {
        i
        for i, piece in enumerate(passage.pieces)
        if any(start <= passage.words[piece.head].start < end for start, end in spans)
    }
    return places | inside


def _weight(passage: Passage, piece: Piece) -> float:
    word = passage.words[piece.head]
    if word.lemma in SAYING:
        return 0.2
    return _WEIGHTS[piece.sort] * (_LIGHT.get(word.upos, 1.0) if piece.sort == "word" else 1.0)


def _contested(found: Alignment, all_differences: list[Difference], cover: Coverage) -> Outcome | None:
    """A denial or a conflict, the surest first; or a difference of status, which leaves open whether it is so."""
    if cover.shorter < LEAST:
        return None
    deny = [d for d in all_differences if d.sort == "deny"] if cover.shorter >= ENOUGH else []
    conflicts = [d for d in all_differences if d.sort == "conflict"]
    rest = coverage(found, conflicts)
    status = [d for d in all_differences if d.sort == "status" and (rest.both >= SURE or d.hedged)]
    conflicts = conflicts if rest.shorter >= MOST else [d for d in conflicts if d.strong]
    if deny:
        return Outcome("deny", deny[0].basis, deny[0].reason)
    if status:
        return Outcome(None, None, status[0].reason)
    if conflicts and _replaced(found, conflicts):
        return Outcome(
            "update", conflicts[0].basis, f"{conflicts[0].reason}: two plans, of which one replaces the other"
        )
    if conflicts:
        else_agrees = "; everything else agrees" if len({d.reason for d in conflicts}) == 1 and rest.both > ALL else ""
        return Outcome(
            "conflict", conflicts[0].basis, "; ".join(dict.fromkeys(d.reason for d in conflicts[:4])) + else_agrees
        )
    return None


def _voices(found: Alignment) -> Outcome | None:
    """One rejects as a whole what the other tells, or only passes it on."""
    left, right = found.left, found.right
    reversed_words = any(opposite(left.pieces[p.left].key, right.pieces[p.right].key) for p in found.pairs)
    as_many = turns(left) == turns(right) > 0  # then they are the same ones, read differently
    if rejecting(left) != rejecting(right) and not reversed_words and not as_many:  # "rejected" is "did not accept"
        return Outcome("deny", "polarity", "told in one, called untrue or negated in the other")
    if passing_on(left) != passing_on(right):
        return Outcome(None, None, "told as so in one, only asked or passed on in the other")
    return None


def _replaced(found: Alignment, conflicts: list[Difference]) -> bool:
    """Whether two plans differ in nothing but when, or how many: one is the earlier plan, one the later."""
    if any(d.basis not in {"time", "quantity"} for d in conflicts):
        return False
    pairs = [d.at for d in conflicts if d.at]
    return bool(pairs) and all(
        _ahead(found.left, found.left.pieces[p.left].head) and _ahead(found.right, found.right.pieces[p.right].head)
        for p in pairs
    )


def _ahead(passage: Passage, i: int) -> bool:
    """Whether the verb that a word belongs to tells what is planned."""
    verb = next((k for k in passage.above(i) if passage.words[k].upos == "VERB"), i)
    return mode(passage, verb) == "ahead"


def _agreeing(found: Alignment, all_differences: list[Difference], cover: Coverage, likeness: float) -> Outcome:
    unlike = [d for d in all_differences if d.sort == "unlike"]
    if cover.shorter < SURE and likeness < ALIKE:
        return Outcome(None, None, "they share too little to speak of the same thing")
    if unlike and coverage(found, unlike).both >= NEAR:
        return Outcome(None, None, f"{unlike[0].reason}: whether that is the same cannot be told")
    finer = [d for d in all_differences if d.sort == "finer"]
    if finer:
        return Outcome("refine", finer[0].basis, finer[0].reason)
    left, right = found.unpaired()
    if bool(left) == bool(right):
        return Outcome("agree", "wording", "both say so")
    side, more = (found.left, left) if left else (found.right, right)
    told = ", ".join(side.pieces[i].text for i in more[:3])
    return Outcome("refine", "wording", f"one says more: {told}")
