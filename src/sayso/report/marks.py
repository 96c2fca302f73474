"""What differs between a passage and those it is set against: the spans a reader's eye should fall on.

The basis of the relation tells where to look: at the quantities, the time expressions, the names or roles, or the
negation that are not the same on both sides, first of all at those that the reason gives. Where two claims are at odds
and the records do not tell in what, their words are aligned (Ratcliff and Obershelp, as in `difflib`) and those
without a partner are marked. Only what lies inside the claim is marked, but for a denial whose word of denial stands
before it ("denied that …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from sayso.records import Claim, Finding, Quantity, Relation, Timex
from sayso.spans import union, words

T = TypeVar("T", Quantity, Timex)

TELLING = ("conflict", "deny", "update", "refine")  # in the order in which they claim a passage's marks
MOST_WORDS = 120  # a claim with more words is not aligned: difflib is quadratic, and so long a claim tells nothing
LONGEST_ROLE = 60  # characters; a longer role is a whole clause, of which the words alone tell more
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
    """.split()
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
    if relation.basis == "polarity" or relation.kind == "deny":
        return _inside(claim, _negations(claim))
    for look in _LOOKS.get(relation.basis, ()):
        if found := _inside(claim, look(claim, other, relation.reason)):
            return found
    # A paraphrase differs in every word and in nothing: only what is at odds is looked for in the words alone.
    return _inside(claim, _unaligned(claim, other)) if relation.kind in ("conflict", "update") else []


def negations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where text[start:end] says no: negations and words of denial.

    >>> negations("It is not so, he said, and denied it.", 0, 37)
    [(6, 9), (27, 33)]
    """
    return [found.span() for found in _NEGATION.finditer(text, start, end)]


def _inside(claim: Claim, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that lie in the claim, neighbours with but white space between as one."""
    joined: list[tuple[int, int]] = []
    for start, end in union((start, end) for start, end in spans if claim.start <= start < end <= claim.end):
        if joined and not claim.text[joined[-1][1] - claim.start : start - claim.start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _negations(claim: Claim) -> list[tuple[int, int]]:
    return [(claim.start + start, claim.start + end) for start, end in negations(claim.text, 0, len(claim.text))]


def _numbers(claim: Claim, other: Claim, reason: str) -> list[tuple[int, int]]:
    return _unmatched(claim.quantities, other.quantities, _measure, reason)


def _times(claim: Claim, other: Claim, reason: str) -> list[tuple[int, int]]:
    return _unmatched(claim.timexes, other.timexes, _moment, reason)


def _measure(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.unit


def _moment(timex: Timex) -> tuple[object, ...]:
    return timex.earliest or timex.value, timex.latest or timex.value


def _unmatched(
    mine: Sequence[T], theirs: Sequence[T], key: Callable[[T], object], reason: str
) -> list[tuple[int, int]]:
    """What the other does not have; where the reason names some of mine, only those can be meant."""
    there = {key(item) for item in theirs}
    named = [item for item in mine if item.text in reason]
    return [(item.start, item.end) for item in named or mine if key(item) not in there]


def _in_reason(claim: Claim, other: Claim, reason: str) -> list[tuple[int, int]]:
    """Names that the reason gives too, and the other claim does not."""
    given = {word for _, _, word in words(reason)}
    return [(start, end) for start, end, word in _names(claim) if word in given - _words(other)]


def _roles(claim: Claim, other: Claim, reason: str) -> list[tuple[int, int]]:
    """Roles that both claims fill, but with something else; an entity by another name is the same."""
    theirs = {role.name: role for role in other.roles}
    return [
        (role.start, role.end)
        for role in claim.roles
        if (there := theirs.get(role.name))
        and (role.entity is None or role.entity != there.entity)
        and role.end - role.start <= LONGEST_ROLE
        and set(_proper(role.text)) != set(_proper(there.text))
    ]


def _proper(text: str) -> list[str]:
    return [w for _, _, w in words(text) if w not in _FUNCTION_WORDS]


def _proper_words(claim: Claim, other: Claim, reason: str) -> list[tuple[int, int]]:
    """Names of the claim that the other does not have."""
    there = _words(other)
    return [(start, end) for start, end, word in _names(claim) if word not in there]


def _words(claim: Claim) -> set[str]:
    return {word for _, _, word in words(claim.text)}


def _names(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Names and model numbers: words with a capital or a digit, which for the first word must come after its start."""
    first = next(words(claim.text), (0, 0, ""))[0]
    for start, end, word in words(claim.text):
        telling = claim.text[start + (start == first) : end]
        if word not in _FUNCTION_WORDS and any(c.isupper() or c.isdigit() for c in telling):
            yield claim.start + start, claim.start + end, word


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


# Where to look first, by what the relation rests on; a model number is told by the reason, a role by the parse.
_LOOKS: dict[str, tuple[Callable[[Claim, Claim, str], list[tuple[int, int]]], ...]] = {
    "quantity": (_numbers,),
    "time": (_times,),
    "name": (_in_reason, _roles, _proper_words),
    "place": (_in_reason, _roles, _proper_words),
}
