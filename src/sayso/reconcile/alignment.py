"""Two sentences aligned: which pieces say the same, and which others stand in the same place.

In the order of sureness: the same words in the same order, the same words elsewhere, words and names of one meaning,
numbers and times that agree; then what is left is paired by the place that it has in the sentence: under aligned heads in
the same role, or between the same neighbours.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import NamedTuple

from sayso.compare.passage import Passage, Piece
from sayso.compare.stated import compare_pieces, same_thing
from sayso.compare.vocabulary import alike, one_kind, opposite

_OTHER_SORT = 1.6  # a number where the other has a word: only under the same head and between the same neighbours
_SAME_ROLE, _SAME_GAP, _SAME_SORT, _SHARED_KIDS = 2.0, 1.5, 0.6, 1.5
_ENOUGH = 1.5  # one of the first two reasons to pair
_MOST_LEFT = 60  # pieces a side that are paired by place; more are left alone
_CLAUSAL = frozenset({"root", "ccomp", "advcl", "conj", "xcomp", "parataxis", "acl"})


class Pair(NamedTuple):
    """Two pieces by their places; `sure` where they were found to say the same, else they share a place only."""

    left: int
    right: int
    sure: bool


class Alignment:
    """The pairs, and what is left on either side."""

    def __init__(self, left: Passage, right: Passage) -> None:
        self.left, self.right = left, right
        self.pairs: list[Pair] = []
        self.to_right: dict[int, int] = {}
        self.to_left: dict[int, int] = {}
        self.word: dict[int, int] = {}  # a word of the left → the word of the right at the head of the aligned piece
        self._piece_of = [{w: i for i, p in enumerate(side.pieces) for w in p.words} for side in (left, right)]
        self._by_order()
        self._by(lambda p, q: p.key == q.key)
        self._by(_one_meaning)
        self._by(_agreeing)
        self._by_place()
        self._by_place()  # what was paired first gives heads to the rest
        self._last_of("time")
        self._last_of("number")
        self.pairs.sort()

    def unpaired(self) -> tuple[list[int], list[int]]:
        """The pieces of each side that have no counterpart."""
        return (
            [i for i in range(len(self.left.pieces)) if i not in self.to_right],
            [j for j in range(len(self.right.pieces)) if j not in self.to_left],
        )

    def matched(self, left: int, right: int) -> bool:
        """Whether a word of the left and one of the right head aligned pieces."""
        return self.word.get(left) == right

    # ── what says the same ──
    def _add(self, i: int, j: int, sure: bool) -> None:
        self.pairs.append(Pair(i, j, sure))
        self.to_right[i], self.to_left[j] = j, i
        self.word[self.left.pieces[i].head] = self.right.pieces[j].head

    def _by_order(self) -> None:
        keys = [[p.key for p in side.pieces] for side in (self.left, self.right)]
        for block in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks():
            for k in range(block.size):
                self._add(block.a + k, block.b + k, sure=True)

    def _by(self, fits: Callable[[Piece, Piece], bool]) -> None:
        lefts, rights = self.unpaired()
        for i in lefts[: 2 * _MOST_LEFT]:
            open_rights = [j for j in rights[: 2 * _MOST_LEFT] if j not in self.to_left]
            found = [j for j in open_rights if fits(self.left.pieces[i], self.right.pieces[j])]
            if found:
                self._add(i, min(found, key=lambda j: (-self._place(i, j), abs(i - j), j)), sure=True)

    # ── what stands in the same place ──
    def _by_place(self) -> None:
        lefts, rights = (side[:_MOST_LEFT] for side in self.unpaired())
        ranked = sorted(
            (
                (-self._place(i, j), abs(i - j), i, j)
                for i in lefts
                for j in rights
                if _comparable(self.left, self.right, self.left.pieces[i], self.right.pieces[j])
            ),
        )
        for score, _, i, j in ranked:
            if -score >= _ENOUGH and i not in self.to_right and j not in self.to_left:
                self._add(i, j, sure=False)

    def _last_of(self, sort: str) -> None:
        """Pair the one time, or the one number, that is left on each side."""
        lefts, rights = self.unpaired()
        ours = [i for i in lefts if self.left.pieces[i].sort == sort]
        theirs = [j for j in rights if self.right.pieces[j].sort == sort]
        if len(ours) == len(theirs) == 1:
            self._add(ours[0], theirs[0], sure=False)

    def _place(self, i: int, j: int) -> float:
        """How much the places of two pieces are the same."""
        p, q = self.left.pieces[i], self.right.pieces[j]
        value = _SAME_SORT * (p.sort == q.sort) - _OTHER_SORT * (
            p.sort != q.sort and {p.sort, q.sort} & {"time", "number"} != set()
        )
        a, b = self._up(0, p), self._up(1, q)
        one_role = role(self.left, p.head) == role(self.right, q.head)
        if one_role and ((a is None and b is None) or (a is not None and b is not None and self.to_right.get(a) == b)):
            value += _SAME_ROLE
        value += _SAME_GAP * self._one_gap(i, j)
        if self.left.rel(p.head) in _CLAUSAL and self.right.rel(q.head) in _CLAUSAL:
            value += _SHARED_KIDS * bool(self._shared_roles(p.head, q.head))
        return value

    def _up(self, side: int, piece: Piece) -> int | None:
        """The piece that a piece depends on, or None for a root."""
        passage = (self.left, self.right)[side]
        for word in passage.above(piece.head)[1:]:
            found = self._piece_of[side].get(word)
            if found is not None and word not in piece.words:
                return found
        return None

    def _one_gap(self, i: int, j: int) -> bool:
        """Whether the neighbours on both sides are aligned with each other (or both stand at an end)."""
        before = i - 1 < 0 and j - 1 < 0 if min(i, j) == 0 else self.to_right.get(i - 1) == j - 1
        last = len(self.left.pieces) - 1 == i, len(self.right.pieces) - 1 == j
        after = all(last) if any(last) else self.to_right.get(i + 1) == j + 1
        return before and after

    def _shared_roles(self, left: int, right: int) -> list[str]:
        """The roles that aligned words play under both."""
        ours = {self.word.get(k): role(self.left, k) for k in self.left.kids[left] if k in self.word}
        return [r for k in self.right.kids[right] if (r := ours.get(k)) and r == role(self.right, k)]


def role(passage: Passage, i: int) -> str:
    """The part a word plays, the same for active and passive: who, what, the preposition, or its relation.

    A coordinate word or an apposition plays the part of the first.
    """
    for _ in range(4):
        if passage.rel(i) not in {"conj", "appos", "flat"} or passage.words[i].head < 0:
            break
        i = passage.words[i].head
    relation, full = passage.rel(i), passage.words[i].deprel
    if full == "nsubj:pass" or relation == "obj":
        return "what"
    if full == "obl:agent" or relation == "nsubj":
        return "who"
    if relation in {"obl", "nmod"}:
        case = passage.case(i)
        if (
            relation == "obl"
            and case == "by"
            and any(passage.words[k].deprel.endswith(":pass") for k in passage.kids[passage.words[i].head])
        ):
            return "who"
        return f"by {case}"
    if relation in {"amod", "compound"}:
        return "which"
    return "root" if passage.words[i].head < 0 else relation


def _one_meaning(p: Piece, q: Piece) -> bool:
    if "time" in (p.sort, q.sort) or "number" in (p.sort, q.sort):
        return False
    if "name" in (p.sort, q.sort):
        return same_thing(p, q)
    return alike(p.key, q.key) and not opposite(p.key, q.key) and not one_kind(p.key, q.key)


def _agreeing(p: Piece, q: Piece) -> bool:
    """Whether both are numbers or both are times, and agree."""
    if not (p.quantity and q.quantity) and not (p.timex and q.timex):
        return False
    return compare_pieces(p, q).kind in {"same", "finer"}


def _comparable(left: Passage, right: Passage, p: Piece, q: Piece) -> bool:
    if "time" in (p.sort, q.sort) or "number" in (p.sort, q.sort):
        return True
    if "name" in (p.sort, q.sort):
        return True
    return _part(left.words[p.head].upos) == _part(right.words[q.head].upos) or opposite(p.key, q.key)


def _part(upos: str) -> str:
    return {"PROPN": "NOUN", "AUX": "VERB", "ADV": "ADJ", "NUM": "ADJ"}.get(upos, upos)
