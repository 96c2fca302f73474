"""What two aligned sentences differ in, each difference with its kind, its basis and a reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sayso.compare.passage import Passage, Piece
from sayso.compare.stated import compare_pieces
from sayso.compare.vocabulary import converse, exchangeable, opposite
from sayso.reconcile.alignment import Alignment, Pair, role
from sayso.reconcile.modality import SAYING, TRUE, UNTRUE, Mode, barred, mode, negations, turns

Sort = Literal["deny", "conflict", "status", "unlike", "finer"]
_ALL, _MOST = frozenset("all every each both everyone everybody".split()), frozenset("most many much majority".split())
_SOME, _FEW = frozenset("some several any certain".split()), frozenset("few little hardly".split())
_QUANTIFIERS = ("all", _ALL), ("most", _MOST), ("some", _SOME), ("few", _FEW)
_QUALIFIERS = frozenset(
    (
        "former ex deputy vice acting alleged purported fake would-be failed attempted planned proposed possible potential so-called "
        "counterfeit almost nearly partly partially supposed suspected unsuccessful aspiring future virtually apparent rumored rumoured"
    ).split()
)
_TOLD: dict[Mode, str] = {
    "done": "told as so",
    "ahead": "still ahead",
    "possible": "only possible",
    "duty": "called for",
    "hearsay": "hearsay",
    "conditional": "a condition",
}


class Difference(NamedTuple):
    """One difference; `more` tells which side says more, where one does; `at` is the pair it was found at."""

    sort: Sort
    basis: str
    reason: str
    more: str | None = None
    at: Pair | None = None
    strong: bool = False  # of a conflict: it means something where little else is shared
    hedged: bool = False  # of a status: one side is hearsay, or only possible


def differences(found: Alignment) -> list[Difference]:
    """Every difference of two aligned sentences."""
    ways = (_models, _pieces, _polarity, _rejected, _exchanged, _moved, _qualified, _modes, _quantifiers, _cases)
    return [difference for way in ways for difference in way(found)]


def _ends(found: Alignment, pair: Pair) -> tuple[Piece, Piece]:
    return found.left.pieces[pair.left], found.right.pieces[pair.right]


# ── pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _pieces(found: Alignment) -> Iterator[Difference]:
    for pair in found.pairs:
        p, q = _ends(found, pair)
        stated = compare_pieces(p, q)
        if stated.kind == "opposite":
            yield from _opposites(found, pair, stated.reason)
        elif stated.kind == "differs":
            yield Difference("conflict", stated.basis, stated.reason, None, pair)
        elif stated.kind == "finer":
            yield Difference("finer", stated.basis, stated.reason, stated.more, pair)
        elif stated.kind == "unlike" and not _counted_noun(found, p, q):
            yield Difference("unlike", stated.basis, stated.reason, None, pair)


def _models(found: Alignment) -> Iterator[Difference]:
    """The one model that each side names, where they are two: a car, a ship, a phone is one or the other."""
    models = [[p for p in side.pieces if _is_model(p)] for side in (found.left, found.right)]
    if all(len({p.key for p in side}) == 1 for side in models):
        left, right = models[0][0], models[1][0]
        if compare_pieces(left, right).kind == "differs":
            at = next((p for p in found.pairs if _ends(found, p) == (left, right)), None)
            yield Difference("conflict", "name", f"{left.text} against {right.text}", None, at, strong=True)


def _is_model(piece: Piece) -> bool:
    """Whether a name is that of a model: letters and digits ("Tern 40", "A350")."""
    return piece.sort == "name" and any(c.isdigit() for c in piece.text) and any(c.isupper() for c in piece.text)


def _opposites(found: Alignment, pair: Pair, reason: str) -> Iterator[Difference]:
    """Opposite words; not where one of them is negated, nor where the sides of "buy" and "sell" are exchanged too."""
    p, q = _ends(found, pair)
    if (negations(found.left, p.head) - negations(found.right, q.head)) % 2:
        return
    if converse(p.key, q.key) and _crossed(found, p.head, q.head):
        return
    yield Difference("conflict", "wording", reason, None, pair)


def _counted_noun(found: Alignment, p: Piece, q: Piece) -> bool:
    """Whether both are nouns that stand in quantities which are compared as such."""
    places = [
        any(x.start <= side.words[piece.head].start < x.end for x in side.quantities)
        for side, piece in ((found.left, p), (found.right, q))
    ]
    return all(places)


# ── polarity ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _polarity(found: Alignment) -> Iterator[Difference]:
    """Predicates that one side negates; once is enough. As many negations on both sides are the same ones, read differently."""
    if turns(found.left) == turns(found.right):
        return
    for pair in found.pairs:
        p, q = _ends(found, pair)
        if not pair.sure or opposite(p.key, q.key):
            continue
        whole = _predicates(found.left, p) and _predicates(found.right, q)
        ways = [(negations if whole else barred)(side, x.head) for side, x in ((found.left, p), (found.right, q))]
        if (ways[0] - ways[1]) % 2:
            says = q if ways[0] % 2 else p
            yield Difference("deny", "polarity", f"“{says.text}” in one, denied or negated in the other", None, pair)
            return


def _predicates(passage: Passage, piece: Piece) -> bool:
    """Whether a piece says something of something: a verb, or a word with a copula."""
    if passage.words[piece.head].upos == "VERB":
        return True
    return bool(passage.below(piece.head, "cop", "nsubj")) or passage.rel(piece.head) == "root"


def _rejected(found: Alignment) -> Iterator[Difference]:
    """One side calls the whole untrue ("… is a hoax"), in words that the other has none of."""
    told = [_untrue(side, places) for side, places in zip((found.left, found.right), found.unpaired(), strict=True)]
    if bool(told[0]) != bool(told[1]):
        yield Difference("deny", "polarity", f"told in one, in the other {told[0] or told[1]}")


def _untrue(passage: Passage, places: list[int]) -> str:
    """How a sentence says that what it speaks of is not so, or ""."""
    for i in places:
        piece = passage.pieces[i]
        negated = bool(negations(passage, piece.head) % 2)
        if (piece.key in UNTRUE and not negated) or (piece.key in TRUE and negated and _predicates(passage, piece)):
            return f"“{'not ' if negated else ''}{piece.text}”"
    return ""


# ── who did it to whom ───────────────────────────────────────────────────────────────────────────────────────────────
def _exchanged(found: Alignment) -> Iterator[Difference]:
    for pair in found.pairs:
        p, q = _ends(found, pair)
        if not pair.sure or p.key != q.key or exchangeable(p.key) or _as_before(found, pair):
            continue
        crossed = _crossed(found, p.head, q.head)
        if crossed:
            yield Difference("conflict", "name", f"who and whom of “{p.text}” are exchanged: {crossed}", None, pair)
            return


def _moved(found: Alignment) -> Iterator[Difference]:
    """The same, where the grammar is not clear: two nouns that changed sides of their verb, in the same voice."""
    for pair in found.pairs:
        p, q = _ends(found, pair)
        word = found.left.words[p.head]
        if not pair.sure or p.key != q.key or word.upos != "VERB" or word.lemma in SAYING or exchangeable(p.key):
            continue
        if _voice(found.left, p.head) != _voice(found.right, q.head):
            continue
        to_right = [x for x in found.pairs if _bare(found, x) and x.left < pair.left and x.right > pair.right]
        to_left = [x for x in found.pairs if _bare(found, x) and x.left > pair.left and x.right < pair.right]
        if to_right and to_left:
            a, b = found.left.pieces[to_right[0].left], found.left.pieces[to_left[0].left]
            yield Difference("conflict", "name", f"{a.text} and {b.text} are exchanged", None, pair)
            return


def _voice(passage: Passage, i: int) -> bool:
    return any(passage.words[k].deprel.endswith(":pass") for k in passage.kids[i])


def _bare(found: Alignment, pair: Pair) -> bool:
    """Whether both are nouns without a preposition, and not one of several in a row."""
    for side, piece in zip((found.left, found.right), _ends(found, pair), strict=True):
        word = side.words[piece.head]
        if not pair.sure or word.upos not in {"NOUN", "PROPN"} or piece.timex or side.case(piece.head):
            return False
        if side.rel(piece.head) in {"conj", "compound", "amod", "flat", "appos"} or side.below(piece.head, "conj"):
            return False
    return True


# ── what takes back the noun it stands before ────────────────────────────────────────────────────────────────────────
def _qualified(found: Alignment) -> Iterator[Difference]:
    """Words like “former”, “alleged”, “almost” on one side only, at a word that both have."""
    for side, places, aligned in zip(
        (found.left, found.right), found.unpaired(), (found.to_right, found.to_left), strict=True
    ):
        heads = {side.pieces[i].head for i in aligned}
        for i in places:
            piece = side.pieces[i]
            if piece.key in _QUALIFIERS and side.words[piece.head].head in heads:
                yield Difference("status", "wording", f"“{piece.text}” stands in one only", None, None)
                return


def _as_before(found: Alignment, pair: Pair) -> bool:
    """Whether a verb stands in the same voice with the same words before it: then the grammar was only read differently."""
    p, q = _ends(found, pair)
    if _voice(found.left, p.head) != _voice(found.right, q.head):
        return False
    left = {x.right for x in found.pairs if x.left < pair.left}
    return left == {x.right for x in found.pairs if x.right < pair.right}


def _crossed(found: Alignment, left: int, right: int) -> str:
    """The words of a part on one side that play the opposite part on the other, or ""."""
    ours, theirs = _parts(found.left, left), _parts(found.right, right)
    for part, other in (("who", "what"), ("what", "who")):
        i, j = ours.get(part), theirs.get(other)
        if i is not None and j is not None and found.matched(i, j):
            rest, counterpart = ours.get(other), theirs.get(part)
            if rest is None or counterpart is None or not found.matched(rest, counterpart):
                if rest is not None or counterpart is not None:
                    continue
                return ""
            return f"{found.left.words[i].text} and {found.left.words[rest].text}"
    return ""


def _parts(passage: Passage, i: int) -> dict[str, int]:
    """Who and what of a predicate; the object of a preposition counts as what where there is no other."""
    found: dict[str, int] = {}
    for k in passage.kids[i]:
        part = role(passage, k)
        if part in {"who", "what"} and passage.rel(k) in {"nsubj", "obj", "obl"}:
            found.setdefault(part, k)
    for k in passage.below(i, "obl", "iobj"):
        if k not in found.values():
            found.setdefault("what", k)
    return found


# ── done or not ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _modes(found: Alignment) -> Iterator[Difference]:
    for pair in found.pairs:
        p, q = _ends(found, pair)
        if not pair.sure or found.left.words[p.head].upos != "VERB" or found.right.words[q.head].upos != "VERB":
            continue
        left, right = mode(found.left, p.head), mode(found.right, q.head)
        if left != right and {left, right} != {"ahead", "possible"}:
            reason = f"“{p.text}” is {_TOLD[left]} in one, {_TOLD[right]} in the other"
            yield Difference(
                "status", "wording", reason, None, pair, hedged=bool({"hearsay", "possible"} & {left, right})
            )
            return


# ── how many of them ─────────────────────────────────────────────────────────────────────────────────────────────────
def _quantifiers(found: Alignment) -> Iterator[Difference]:
    for pair in found.pairs:
        p, q = _ends(found, pair)
        left, right = _quantifier(found.left, p.head), _quantifier(found.right, q.head)
        if not left or not right or left == right:
            continue
        if {left, right} in ({"most", "few"}, {"all", "few"}):
            yield Difference("conflict", "quantity", f"{left} against {right} ({p.text})", None, pair)
        else:
            order = ["some", "most", "all"]
            if left in order and right in order:
                more = "left" if order.index(left) > order.index(right) else "right"
                yield Difference("finer", "quantity", f"{left} beside {right} ({p.text})", more, pair)


def _quantifier(passage: Passage, i: int) -> str:
    lemmas = {passage.words[k].lemma for k in passage.kids[i] if passage.rel(k) in {"det", "amod", "advmod", "nummod"}}
    head = passage.words[i].head
    if head >= 0 and passage.rel(i) == "nmod":
        lemmas |= {passage.words[head].lemma}
    return next((name for name, words in _QUANTIFIERS if lemmas & words), "")


# ── prepositions ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _cases(found: Alignment) -> Iterator[Difference]:
    """Before and after, with and without, above and below, at aligned words."""
    for pair in found.pairs:
        p, q = _ends(found, pair)
        left, right = found.left.case(p.head), found.right.case(q.head)
        if left and right and left != right and opposite(left, right) and not found.left.has_two_cases(p.head):
            basis = "time" if p.timex or q.timex or left in {"before", "after", "until", "since"} else "wording"
            yield Difference("conflict", basis, f"“{left} {p.text}” against “{right} {q.text}”", None, pair)
