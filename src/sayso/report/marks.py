"""What differs between a passage and those it is set against: the spans a reader's eye should fall on.

The basis of the relation tells where to look: at the quantities, the time expressions, the role or the negation that
are not the same on both sides. Where the records do not tell, the words of the two claims are aligned (Ratcliff and
Obershelp, as in `difflib`) and those without a partner are marked. Only what lies inside the claim is ever marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from sayso.records import Claim, Finding, Quantity, Relation, Timex
from sayso.spans import union, words

T = TypeVar("T", Quantity, Timex)

TELLING = ("conflict", "deny", "update", "refine")  # in the order in which they claim a passage's marks
MOST_WORDS = 120  # a claim with more words is not aligned: difflib is quadratic, and so long a claim tells nothing
MOST_MARKED = 0.4  # of a claim's words; marking more than this share marks nothing, it paints

_NEGATION = re.compile(
    r"\b(?:not?|never|none|neither|nor|without|cannot|den(?:y|ies|ied|ying|ial|ials)|refut\w{1,4}|reject\w{0,3}"
    r"|dismiss\w{0,4}|disput\w{1,3}|fals(?:e|ely|ehood)|untrue|wrong|baseless|unfounded)\b|\b\w{2,6}n[’']t\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    """
    a an the and or but of to in on at by for from with as that this it its is are was were be been has have had he she
    his her they their which who whom what when where while also would will could may more than
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read
)


def marks(finding: Finding) -> dict[str, list[tuple[int, int]]]:
    """For every claim that differs from another: spans to mark, as offsets into its article's text."""
    claims = {claim.id: claim for claim in finding.claims}
    marked: dict[str, list[tuple[int, int]]] = {}
    for kind in TELLING:
        for relation in finding.relations:
            left, right = claims.get(relation.left), claims.get(relation.right)
            if relation.kind != kind or left is None or right is None:
                continue
            for claim, other in ((left, right), (right, left)):
                if claim.id not in marked and (spans := differing(claim, other, relation)):
                    marked[claim.id] = spans
    return marked


def differing(claim: Claim, other: Claim, relation: Relation) -> list[tuple[int, int]]:
    """The spans of `claim` that differ from `other` in what the relation rests on."""
    found: Iterable[tuple[int, int]] = ()
    if relation.basis == "quantity":
        found = _unmatched(claim.quantities, other.quantities, _measure)
    elif relation.basis == "time":
        found = _unmatched(claim.timexes, other.timexes, _moment)
    elif relation.basis in ("name", "place"):
        found = _roles(claim, other) or _proper_words(claim, other)
    elif relation.basis == "polarity" or relation.kind == "deny":
        found = [(claim.start + m.start(), claim.start + m.end()) for m in _NEGATION.finditer(claim.text)]
    inside = union((start, end) for start, end in found if claim.start <= start < end <= claim.end)
    told = (
        relation.basis == "polarity"
        or relation.kind == "deny"
        or (relation.kind, relation.basis) == ("refine", "wording")
    )
    if inside or told:  # a paraphrase differs in every word and in nothing
        return inside
    return union(_unaligned(claim, other))


def _measure(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.unit


def _moment(timex: Timex) -> tuple[object, ...]:
    return timex.earliest or timex.value, timex.latest or timex.value


def _unmatched(mine: Sequence[T], theirs: Sequence[T], key: Callable[[T], object]) -> list[tuple[int, int]]:
    there = {key(item) for item in theirs}
    return [(item.start, item.end) for item in mine if key(item) not in there]


def _roles(claim: Claim, other: Claim) -> list[tuple[int, int]]:
    """Roles that both claims fill, but with something else; a role named by the same head is the same."""
    theirs = {role.name: role for role in other.roles}
    return [
        (role.start, role.end)
        for role in claim.roles
        if (there := theirs.get(role.name))
        and role.text.lower() != there.text.lower()
        and (role.entity is None or role.entity != there.entity)
        and role.end - role.start <= 60  # a longer role is a whole clause: the words alone tell more
        and set(_proper(role.text)) != set(_proper(there.text))
    ]


def _proper(text: str) -> list[str]:
    return [w for _, _, w in words(text) if w not in _FUNCTION_WORDS]


def _proper_words(claim: Claim, other: Claim) -> list[tuple[int, int]]:
    """Names and model numbers of the claim that the other does not have: words with a capital or a digit inside."""
    there = {word for _, _, word in words(other.text)}
    first = next(words(claim.text), (0, 0, ""))[0]
    return [
        (claim.start + start, claim.start + end)
        for start, end, word in words(claim.text)
        if word not in there
        and word not in _FUNCTION_WORDS
        and (any(c.isupper() or c.isdigit() for c in claim.text[start + (start == first) : end]))
    ]


def _unaligned(claim: Claim, other: Claim) -> list[tuple[int, int]]:
    mine, theirs = list(words(claim.text)), list(words(other.text))
    if not mine or max(len(mine), len(theirs)) > MOST_WORDS:
        return []
    blocks = SequenceMatcher(None, [w for *_, w in mine], [w for *_, w in theirs], autojunk=False).get_matching_blocks()
    matched = {i for block in blocks for i in range(block.a, block.a + block.size)}
    left = [i for i, (_, _, word) in enumerate(mine) if i not in matched and word not in _FUNCTION_WORDS]
    if len(left) > MOST_MARKED * len(mine):
        return []
    return [(claim.start + mine[i][0], claim.start + mine[i][1]) for i in left]
