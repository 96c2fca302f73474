"""How two claims about the same thing stand to each other: relation, basis, and a reason a person can read.

Exact comparators over aligned slots, in the order a desk would ask: is one a denial of the other, do their numbers, their
times, their names differ, or do they say the same in other words.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.compare.wording import stems
from sayso.reconcile.denial import denial, negates
from sayso.reconcile.moments import moments
from sayso.reconcile.numbers import numbers
from sayso.reconcile.sides import Side, Verdict, apart_in_time, one_predicate, same_figures, telling
from sayso.reconcile.which import opposed, which
from sayso.records import Claim, Entity, Role

# What two claims must have in common to be called of one mind, besides what their figures and times say: likeness as
# matching measures it, and telling words of their own. Of the pairs from two articles that matching puts together in the
# gold stories four in ten speak of one thing; of those above these, three in four.
AGREE = 0.20
TELLING = 0.10


def relate(a: Side, b: Side, entities: Mapping[str, Entity], likeness: float = 1.0) -> Verdict | None:
    """The relation of two claims that may be about the same thing; symmetric but for the wording of the reason.

    `likeness` is what matching found between them. None where it cannot be told: they have too little in common to agree,
    they tell of different days, or one says that something is not so, the other that something is, and neither answers.
    """
    found = denial(a, b)
    if found or negates(a.claim) != negates(b.claim):
        return found
    found = _slots(a, b, entities)
    if found and found.kind not in {"agree", "refine"}:
        return None if _told_within(a, b) and found.basis in {"quantity", "time"} else found
    counted = found is not None and found.basis == "quantity"
    if likeness < AGREE or not (counted or (telling(a, b) >= TELLING and same_figures(a, b))):
        return None
    return found or _wording(a, b, entities)


def _told_within(a: Side, b: Side) -> bool:
    """Whether both are utterances: what is said in them stands by itself, and clashes there."""
    return a.claim.kind == b.claim.kind == "statement"


def _slots(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """What figures, names and times of two claims say."""
    figures = numbers(a, b, entities)
    if (figures and figures.kind != "agree") or (figures is None and not same_figures(a, b)):
        return figures
    return (None if figures else which(a, b, entities)) or moments(a, b) or figures or opposed(a, b)


def _wording(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """That two claims say one thing, unless they tell of different days, or of different doers."""
    if apart_in_time(a, b) or _of_others(a, b, entities):
        return None
    if _told_within(a, b):
        return None if _two_speakers(a.claim, b.claim) else Verdict("agree", "wording", "both report it")
    return Verdict("agree", "wording", "both say that it is not so" if negates(a.claim) else "both say so")


def _of_others(a: Side, b: Side, entities: Mapping[str, Entity]) -> bool:
    """Whether both tell that the same is done, by different ones whom they name: "dominated by Norvik", "dominated by Aldane"."""
    if not one_predicate(a, b):
        return False
    return any(_two(_played(a.claim, part), _played(b.claim, part), entities) for part in ("who", "by by"))


def _two_speakers(a: Claim, b: Claim) -> bool:
    """Whether two utterances are those of two speakers, both cited: nobody bears out that another has said something."""
    return bool(a.chain and b.chain) and not stems(a.origin) & stems(b.origin)


def _played(claim: Claim, part: str) -> list[Role]:
    """Who plays a part in a claim by name, and not as one of several."""
    return [r for r in claim.roles if r.name == part and r.entity and r.text[:1].isupper()]


def _two(left: list[Role], right: list[Role], entities: Mapping[str, Entity]) -> bool:
    """Whether two parts are played by one each, and these have no name in common."""
    if len(left) != 1 or len(right) != 1 or left[0].entity == right[0].entity:
        return False
    one, other = (entities.get(r.entity or "") for r in (left[0], right[0]))
    return not stems(one.name if one else left[0].text) & stems(other.name if other else right[0].text)
