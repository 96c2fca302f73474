"""How two sentences stand to each other: relation, basis, and a reason a person can read.

Agreement is earned: where every part of the shorter sentence has its counterpart and nothing differs. A slot that cannot
be the same is a conflict, a negation a denial; a difference of which nobody can tell what it means leaves them unrelated.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.compare.passage import Passage, Piece
from sayso.reconcile.alignment import Alignment
from sayso.reconcile.differences import Difference, differences
from sayso.reconcile.modality import SAYING, mode
from sayso.records import RelationKind

SURE = 0.55  # share of the shorter sentence that has its counterpart, for agreement
ENOUGH = 0.30  # the same for a difference to mean anything
NEAR = 0.75  # from here on the sentences say the same but for what differs
ALIKE = 0.62  # likeness of the sentences as wholes (cosine) that makes up for other words
_WEIGHTS = {"name": 1.5, "number": 1.0, "time": 1.0, "word": 1.0}
_LIGHT = {"ADJ": 0.6, "ADV": 0.4, "NUM": 0.6, "AUX": 0.2}


class Outcome(NamedTuple):
    """What stands between two sentences; `kind` None where they have nothing to do with each other, or none can tell."""

    kind: RelationKind | None
    basis: str | None
    reason: str


def relate_sentences(left: Passage, right: Passage, likeness: float) -> Outcome:
    """The relation of two sentences; symmetric but for the wording of the reason.

    `likeness` (cosine of their vectors) says how much they have in common as wholes.
    """
    found = Alignment(left, right)
    found_differences = differences(found)
    cover = coverage(found)
    if not (left.pieces and right.pieces) or (cover.shorter < ENOUGH and likeness < ALIKE):
        return Outcome(None, None, "nothing shows that they speak of the same thing")
    return _contested(found, found_differences, cover) or _agreeing(found, found_differences, cover, likeness)


class Coverage(NamedTuple):
    """What share of each side, by weight, is said by the other; `paired` counts what stands in one place besides."""

    left: float
    right: float
    shorter: float
    paired: float


def coverage(found: Alignment) -> Coverage:
    """How much of each sentence the other says."""
    sides = []
    for passage, places in (
        (found.left, {p.left: p.sure for p in found.pairs}),
        (found.right, {p.right: p.sure for p in found.pairs}),
    ):
        weights = [_weight(passage, piece) for piece in passage.pieces]
        total = sum(weights) or 1.0
        sure = sum(w for i, w in enumerate(weights) if places.get(i))
        paired = sum(w for i, w in enumerate(weights) if i in places)
        sides.append((sure / total, paired / total, total))
    (a, pa, ta), (b, pb, tb) = sides
    return Coverage(a, b, a if ta < tb else b if tb < ta else max(a, b), max(pa, pb))


def _weight(passage: Passage, piece: Piece) -> float:
    word = passage.words[piece.head]
    if word.lemma in SAYING:
        return 0.2
    return _WEIGHTS[piece.sort] * (_LIGHT.get(word.upos, 1.0) if piece.sort == "word" else 1.0)


def _contested(found: Alignment, all_differences: list[Difference], cover: Coverage) -> Outcome | None:
    """A denial or a conflict, the surest first; or a difference of status, which leaves open whether it is so."""
    if cover.shorter < ENOUGH:
        return None
    deny = [d for d in all_differences if d.sort == "deny"]
    conflicts = [d for d in all_differences if d.sort == "conflict"]
    status = [d for d in all_differences if d.sort == "status"]
    if deny:
        return Outcome("deny", deny[0].basis, deny[0].reason)
    if status:
        return Outcome(None, None, status[0].reason)
    if conflicts and _replaced(found, conflicts):
        return Outcome(
            "update", conflicts[0].basis, f"{conflicts[0].reason}: two plans, of which one replaces the other"
        )
    if conflicts:
        rest = "; everything else agrees" if len(conflicts) == 1 and cover.paired > NEAR else ""
        return Outcome("conflict", conflicts[0].basis, "; ".join(d.reason for d in conflicts[:3]) + rest)
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
    if unlike and cover.paired > NEAR:
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
