"""How two claims about the same thing stand to each other: relation, basis, and a reason a person can read.

Exact comparators over aligned slots, in the order a desk would ask: is one a denial of the other, do their numbers, their
times, their names differ, or do they say the same in other words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.compare.names import same_name
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import compare_times
from sayso.records import Claim, Entity, Quantity, RelationKind, Role


class Verdict(NamedTuple):
    """What stands between two claims."""

    kind: RelationKind
    basis: str
    reason: str


def relate(a: Claim, b: Claim, entities: Mapping[str, Entity]) -> Verdict:
    """The relation of two claims that are about the same thing; symmetric but for the wording of the reason."""
    return (
        _denial(a, b)
        or _quantity(a, b)
        or _name(a, b, entities)
        or _time(a, b)
        or Verdict("agree", "wording", "both say so")
    )


# ── denial ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _denial(a: Claim, b: Claim) -> Verdict | None:
    if a.kind == "statement" and b.kind == "statement":
        return None
    left, right = rejects(a), rejects(b)
    if left and right:
        return Verdict("agree", "polarity", "both reject it")
    if left or right:
        denier, told = (a, b) if left else (b, a)
        by = f" by {denier.chain[-1]}" if denier.chain else ""
        how = {"rumoured": "rumoured", "planned": "planned", "predicted": "predicted", "conditional": "put forward"}.get(told.status, "asserted")
        return Verdict("deny", "polarity", f"{how} in one, denied{by} in the other")
    return None


def rejects(claim: Claim) -> bool:
    """Whether the claim says that the thing is not so."""
    return claim.status == "denied" or (claim.polarity == "negative" and claim.status in {"asserted", "planned"})


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _quantity(a: Claim, b: Claim) -> Verdict | None:
    pairs = [(p, q, compare_quantities(p, q)) for p in a.quantities for q in b.quantities]
    same = [(p, q, c) for p, q, c in pairs if c.kind in {"equal", "compatible", "refines"}]
    if same:
        p, q, c = min(same, key=lambda x: ({"equal": 0, "refines": 1, "compatible": 2}[x[2].kind], x[0].start, x[1].start))
        if c.kind == "equal":
            return Verdict("agree", "quantity", f"{p.text} in both") if not _time(a, b) else None
        return Verdict("refine" if c.kind == "refines" else "agree", "quantity", c.reason)
    clash = [(p, q, c) for p, q, c in pairs if c.kind == "conflicts" and _measures(p, q)]
    if not clash or len(a.quantities) > 2 or len(b.quantities) > 2:
        return None
    p, q, c = clash[0]
    if later(a, b):
        return Verdict("update", "quantity", f"{p.text} against {q.text}, told at different times")
    return Verdict("conflict", "quantity", c.reason)


def _measures(p: Quantity, q: Quantity) -> bool:
    """Whether two quantities count the same noun."""
    return bool(p.measured and q.measured) and (p.measured == q.measured or p.measured.split()[-1] == q.measured.split()[-1])


def later(a: Claim, b: Claim) -> bool:
    """Whether the claims speak as of different days, so that the later can replace the earlier."""
    left, right = a.said, b.said
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    return left.latest[:10] < right.earliest[:10] or right.latest[:10] < left.earliest[:10]


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _name(a: Claim, b: Claim, entities: Mapping[str, Entity]) -> Verdict | None:
    """One slot names another thing of the same type while everything else agrees."""
    for left in a.roles:
        for right in b.roles:
            if left.name != right.name or not left.entity or not right.entity or left.entity == right.entity:
                continue
            p, q = entities.get(left.entity), entities.get(right.entity)
            if p is None or q is None or p.type != q.type or p.type not in {"PRODUCT", "PER", "LOC"}:
                continue
            if left.entity in b.entities or right.entity in a.entities or _alias(p, q):
                continue
            if _others_agree(a, b, left, right):
                return Verdict("conflict", "place" if p.type == "LOC" else "name", f"{p.name} against {q.name}; the rest agrees")
    return None


def _alias(p: Entity, q: Entity) -> bool:
    return any(same_name(x, y) for x in (p.name, *p.aliases) for y in (q.name, *q.aliases))


def _others_agree(a: Claim, b: Claim, left: Role, right: Role) -> bool:
    """Whether another slot or name is shared and no further name differs."""
    return bool(set(a.entities) & set(b.entities)) and a.predicate == b.predicate or len(set(a.entities) & set(b.entities)) >= 2


# ── times ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _time(a: Claim, b: Claim) -> Verdict | None:
    if not (a.happened.earliest or a.happened.latest) or not (b.happened.earliest or b.happened.latest):
        return None
    found = compare_times(a.happened, b.happened)
    if found.kind == "refines":
        return Verdict("refine", "time", found.reason)
    if found.kind == "conflicts" and a.predicate == b.predicate:
        if "planned" in {a.status, b.status}:
            return Verdict("update", "time", found.reason)
        return Verdict("conflict", "time", found.reason)
    return None
