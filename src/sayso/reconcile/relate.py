"""How two claims about the same thing stand to each other: relation, basis, and a reason a person can read.

Exact comparators over aligned slots, in the order a desk would ask: is one a denial of the other, do their numbers, their
times, their names differ, or do they say the same in other words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.compare.facts import AGE
from sayso.compare.names import same_name
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import apart, compare_times
from sayso.compare.vocabulary import opposite
from sayso.compare.wording import shared, stems
from sayso.records import Claim, Entity, Quantity, RelationKind

# Words a denial shares with what it denies; chosen by alarm precision on the gold stories (benchmarks/gold.py).
DENIAL_LIKENESS = 0.30
CLASH_LIKENESS = 0.30  # the same for two claims whose numbers, names or times differ
_SHARED_UNITS = frozenset(
    {
        "percentage point",
        "basis point",
        *"percent euro pound yen yuan rupee year month week day hour minute second kilometre metre mile".split(),
    }
)  # units that many different things are measured in
_PRONOUNS = frozenset("it he she they we i you this that these those which who there".split())


class Verdict(NamedTuple):
    """What stands between two claims."""

    kind: RelationKind
    basis: str
    reason: str


def relate(a: Claim, b: Claim, entities: Mapping[str, Entity]) -> Verdict | None:
    """The relation of two claims that are about the same thing; symmetric but for the wording of the reason.

    None where it cannot be told: one says that something is not so, the other that something is, and neither answers.
    """
    found = _denial(a, b) or _quantity(a, b) or _name(a, b, entities) or _time(a, b) or _opposed(a, b)
    if found or _negates(a) != _negates(b):
        return found
    return Verdict("agree", "wording", _beside(a, b) or "both say so")


# ── denial ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _denial(a: Claim, b: Claim) -> Verdict | None:
    left, right = _negates(a), _negates(b)
    if left and right:
        return Verdict("agree", "polarity", "both reject it")
    if a.kind == "statement" and b.kind == "statement" and _speaker(a) == _speaker(b) is not None:
        return None
    if not (left or right):
        return None
    denier, told = (a, b) if left else (b, a)
    if not rejects(denier):
        return None
    if a.article_id == b.article_id and (_overlap(a, b) or (denier.status != "denied" and a.origin == b.origin)):
        return None
    if denier.refers_to != told.id and shared(stems(a.text), stems(b.text)) < DENIAL_LIKENESS:
        return None
    by = f" by {denier.chain[-1]}" if denier.chain else ""
    how = {"rumoured": "rumoured", "planned": "planned", "predicted": "predicted", "conditional": "put forward"}.get(
        told.status, "asserted"
    )
    return Verdict("deny", "polarity", f"{how} in one, denied{by} in the other")


def _overlap(a: Claim, b: Claim) -> bool:
    return a.start < b.end and b.start < a.end


def _speaker(claim: Claim) -> str | None:
    return claim.chain[-1] if claim.chain else None


def rejects(claim: Claim) -> bool:
    """Whether somebody says in the claim that the thing is not so; a negation of the outlet's own answers nobody."""
    return claim.status == "denied" or (_negates(claim) and bool(claim.chain))


def _negates(claim: Claim) -> bool:
    return claim.status == "denied" or (claim.polarity == "negative" and claim.status in {"asserted", "planned"})


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _quantity(a: Claim, b: Claim) -> Verdict | None:
    pairs = [(p, q, compare_quantities(p, q)) for p in a.quantities for q in b.quantities]
    same = [(p, q, c) for p, q, c in pairs if c.kind in {"equal", "compatible", "refines"}]
    if same:
        p, q, c = min(
            same, key=lambda x: ({"equal": 0, "refines": 1, "compatible": 2}[x[2].kind], x[0].start, x[1].start)
        )
        if c.kind == "equal":
            return Verdict("agree", "quantity", f"{p.text} in both") if not _time(a, b) else None
        return Verdict("refine" if c.kind == "refines" else "agree", "quantity", c.reason)
    clash = [(p, q, c) for p, q, c in pairs if c.kind == "conflicts" and _measures(p, q)]
    if not clash or len(a.quantities) > 2 or len(b.quantities) > 2 or _unlike(a, b):
        return None
    p, q, c = clash[0]
    if (p.change or q.change) and later(a, b):
        return None  # a rise of one day and a rise of another are two rises
    if a.status == b.status == "planned" or later(a, b) or _later_count(a, b):
        return Verdict("update", "quantity", f"{p.text} against {q.text}, told at different times")
    return Verdict("conflict", "quantity", c.reason)


def _measures(p: Quantity, q: Quantity) -> bool:
    """Whether two quantities of one unit count the same noun: the unit says so, but for shares, sums and spans of time."""
    if p.unit == q.unit and p.unit not in _SHARED_UNITS and " dollar" not in (p.unit or ""):
        return True
    if not (p.measured and q.measured):
        return False
    return bool(stems(p.measured) & stems(q.measured))


def _unlike(a: Claim, b: Claim) -> bool:
    """Whether too little besides the numbers is shared for a difference to mean anything."""
    if a.predicate == b.predicate == AGE:
        return False
    return shared(stems(a.text), stems(b.text)) < CLASH_LIKENESS or not (
        set(a.entities) & set(b.entities) or _one_subject(a, b)
    )


def _one_subject(a: Claim, b: Claim) -> bool:
    """Whether both speak of what the same noun names; "it" may be anything."""
    left, right = ({r.head for r in c.roles if r.name == "who" and r.text.lower() not in _PRONOUNS} for c in (a, b))
    return bool(left & right)


def later(a: Claim, b: Claim) -> bool:
    """Whether the claims speak as of different days, so that the later can replace the earlier."""
    return apart(a.said, b.said)


def _later_count(a: Claim, b: Claim) -> bool:
    """Whether one of two counts is given as of an hour: a running count, which another one outdates."""
    return any(t.type == "TIME" for c in (a, b) for t in c.timexes)


def _beside(a: Claim, b: Claim) -> str | None:
    """Two numbers that differ and were not found to be of one thing: the claims agree in the rest alone."""
    clash = [(p, q) for p in a.quantities for q in b.quantities if compare_quantities(p, q).kind == "conflicts"]
    if not clash:
        return None
    p, q = clash[0]
    return f"both speak of it; nothing shows that {p.text} and {q.text} measure the same"


# ── opposites ────────────────────────────────────────────────────────────────────────────────────────────────────────
def _opposed(a: Claim, b: Claim) -> Verdict | None:
    """One says the opposite of the other of the same subject, in the same words else."""
    if a.polarity != b.polarity or a.status != b.status or not opposite(a.predicate, b.predicate):
        return None
    if later(a, b) or _unlike(a, b) or not _one_subject(a, b):
        return None
    return Verdict("conflict", "wording", f"{a.predicate} against {b.predicate}; the rest agrees")


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _name(a: Claim, b: Claim, entities: Mapping[str, Entity]) -> Verdict | None:
    """One slot names another thing of the same type while the rest agrees."""
    if _unlike(a, b):
        return None
    for kind, basis in (("PRODUCT", "name"), ("LOC", "place"), ("PER", "name")):
        left, right = _only(a, b, kind, entities), _only(b, a, kind, entities)
        if (
            left is None
            or right is None
            or any(same_name(x, y) for x in (left.name, *left.aliases) for y in (right.name, *right.aliases))
        ):
            continue
        if kind == "PRODUCT" or (a.predicate == b.predicate and _same_part(a, b, left.id, right.id)):
            return Verdict("conflict", basis, f"{left.name} against {right.name}; the rest agrees")
    return None


def _only(claim: Claim, other: Claim, kind: str, entities: Mapping[str, Entity]) -> Entity | None:
    """The one entity of a type in a claim, where the other claim does not name it too."""
    found = [entities[e] for e in claim.entities if e in entities and entities[e].type == kind]
    return found[0] if len(found) == 1 and found[0].id not in other.entities else None


def _same_part(a: Claim, b: Claim, left: str, right: str) -> bool:
    """Whether the two entities play the same part, and another part is shared."""
    parts = {r.name for r in a.roles if r.entity == left} & {r.name for r in b.roles if r.entity == right}
    rest = {r.entity or r.head for r in a.roles if r.entity != left} & {
        r.entity or r.head for r in b.roles if r.entity != right
    }
    return bool(parts and rest)


# ── times ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _time(a: Claim, b: Claim) -> Verdict | None:
    if not (a.happened.earliest or a.happened.latest) or not (b.happened.earliest or b.happened.latest):
        return None
    found = compare_times(a.happened, b.happened)
    ahead = {a.status, b.status} <= {"planned", "predicted"}
    if found.kind == "refines" and not (ahead and _moved(a, b)):
        return Verdict("refine", "time", found.reason)
    if found.kind in {"conflicts", "refines"} and ahead and bool(a.quantities) == bool(b.quantities):
        return Verdict("update", "time", f"{_when(a)} in one, {_when(b)} in the other")
    if found.kind == "conflicts" and a.status == b.status and a.predicate == b.predicate and not _unlike(a, b):
        return Verdict("conflict", "time", found.reason)
    return None


def _when(claim: Claim) -> str:
    """The claim's time in the words of its text."""
    own = (claim.happened.earliest, claim.happened.latest)
    found = next((t for t in claim.timexes if (t.earliest, t.latest) == own), None)
    if found is None:
        return " to ".join(day[:10] for day in own if day)
    return {"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "by "}.get(found.mod or "", "") + found.text


def _moved(a: Claim, b: Claim) -> bool:
    """Whether one of two plans has an end only and the other a time of its own: "before 2030" and "in 2027"."""
    return (a.happened.earliest is None) != (b.happened.earliest is None)
