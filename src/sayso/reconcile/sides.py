"""One claim made ready for comparison, and whether two claims have their main slots in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.compare.aspects import aspects, comparable
from sayso.compare.quantities import DURATIONS, compare_quantities
from sayso.compare.times import compare_times
from sayso.compare.vocabulary import alike
from sayso.compare.wording import shared, stem, stems
from sayso.records import Claim, Entity, Quantity, RelationKind

# Of 285 pairs of passages that matching put side by side in the gold stories (benchmarks/gold.py), half were about one
# thing; of those with this much in common, an object, or a number, two in three (117 of the 144 right ones stay).
ALIGNED = 0.25
SAME_SORT = 0.40  # for two figures that measure different things: the rest must say plainly that it is one thing
_PRONOUNS = frozenset("it he she they we i you this that these those which who there here".split())
_WEEK = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Verdict(NamedTuple):
    """What stands between two claims."""

    kind: RelationKind
    basis: str
    reason: str


@dataclass(frozen=True)
class Side:
    """A claim with its content stems, who it is about and what else plays a part in it; pronouns stay out.

    `rejected` is the claim that it takes up without repeating it ("Acme denied the report"); `measures` what its lengths
    measure, by where they start.
    """

    claim: Claim
    bag: frozenset[str]
    subject: frozenset[str]
    others: frozenset[str]
    rejected: frozenset[str]
    weight: Mapping[str, float]
    measures: Mapping[int, str]


def side(claim: Claim, known: Mapping[str, Claim], weight: Mapping[str, float] | None = None) -> Side:
    """The side of a claim; `known` are the claims it may refer to, `weight` how telling each stem is in the story."""
    parts = [
        (r.name == "who", r.entity or stem(r.head.lower())) for r in claim.roles if r.head.lower() not in _PRONOUNS
    ]
    target = known.get(claim.refers_to or "")
    return Side(
        claim=claim,
        bag=stems(claim.text),
        subject=frozenset(head for who, head in parts if who),
        others=frozenset(head for who, head in parts if not who),
        rejected=stems(target.text) if target else frozenset(),
        weight=weight or {},
        measures=aspects(claim),
    )


def likeness(a: Side, b: Side) -> float:
    """Cosine of the content words of two claims."""
    return shared(a.bag, b.bag)


def telling(a: Side, b: Side) -> float:
    """Cosine of what two claims say besides figures and times, the words that are rare in the story weighing more."""
    left, right = (x.bag.difference(*map(stems, _texts(x.claim))) for x in (a, b))
    return shared(left, right, a.weight)


def shares(a: Claim, b: Claim) -> bool:
    """Whether two claims have enough words in common for one to bear out the other, besides the names of whom they speak of.

    Two and something besides, or the predicate and a name.
    """
    common = stems(a.text) & stems(b.text)
    plain = common & stems(_uncapitalised(a.text)) & stems(_uncapitalised(b.text))
    if len(plain) >= _TWO:
        return len(common) > _TWO
    return len(plain) < len(common) and bool(plain and a.predicate and alike(a.predicate, b.predicate))


_TWO = 2  # "the ferry left under tow" and "what was left on ferries" have as many


def _uncapitalised(text: str) -> str:
    """The words of a text that are not written as names."""
    return " ".join(word for word in text.split() if not word[:1].isupper())


def _texts(claim: Claim) -> Iterator[str]:
    """The words of its figures and times."""
    yield from (q.text for q in claim.quantities)
    yield from (t.text for t in claim.timexes)


def one_subject(a: Side, b: Side) -> bool:
    """Whether both speak of what the same noun or name stands for; "it" may be anything."""
    return bool(a.subject & b.subject)


def one_predicate(a: Side, b: Side) -> bool:
    """Whether both say that the same is done; of "step" and "step down" one has its particle elsewhere in its words."""
    left, right = a.claim.predicate, b.claim.predicate
    if not left or alike(left, right):
        return bool(left)
    (verb, particle), (other, rest) = ((x.partition(" ")[0], x.partition(" ")[2]) for x in (left, right))
    if bool(particle) == bool(rest) or not alike(verb, other):
        return False
    return (particle or rest) in (b if particle else a).claim.text


def same_figures(a: Side, b: Side) -> bool:
    """Whether two claims give no figures that tell them apart: of two that do not agree, the rest must say that it is one thing."""
    figures = [(p, q) for p in a.claim.quantities for q in b.claim.quantities if counts(p) and counts(q)]
    kinds = {
        compare_quantities(*both).kind if (both := measured_alike(a, p, b, q)) else "conflicts" for p, q in figures
    }
    if not kinds or kinds & {"equal", "refines", "compatible"}:
        return True
    if "conflicts" in kinds:
        return False
    return a.claim.kind != "number" or b.claim.kind != "number" or likeness(a, b) >= SAME_SORT


def measured_alike(a: Side, p: Quantity, b: Side, q: Quantity) -> tuple[Quantity, Quantity] | None:
    """A figure of either side as they may be compared; None for how wide something is and how deep."""
    return comparable(p, q, a.measures.get(p.start), b.measures.get(q.start))


def dated(claim: Claim) -> bool:
    """Whether a claim says when it happened, as far as that could be resolved."""
    return bool(claim.happened.earliest or claim.happened.latest)


def apart_in_time(a: Side, b: Side) -> bool:
    """Whether two claims tell of different days, so that they are not one happening: by their dates, or by days of the week."""
    if dated(a.claim) and dated(b.claim):
        return compare_times(a.claim.happened, b.claim.happened).kind == "conflicts"
    left, right = _weekdays(a.claim), _weekdays(b.claim)
    return bool(left and right) and not left & right


def _weekdays(claim: Claim) -> set[str]:
    return {word for t in claim.timexes for word in t.text.lower().split() if word in _WEEK}


def counts(quantity: Quantity) -> bool:
    """Whether it is a figure of its own and not the length of a period."""
    return quantity.unit not in DURATIONS


def named(claim: Claim, kind: str, entities: Mapping[str, Entity]) -> list[Entity]:
    """The entities of a type in a claim."""
    return [entities[e] for e in claim.entities if e in entities and entities[e].type == kind]
