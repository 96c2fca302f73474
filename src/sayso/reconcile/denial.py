"""Denials: which claim rejects what another puts forward."""

from __future__ import annotations

from sayso.compare.wording import shared, stem
from sayso.reconcile.sides import ALIGNED, Side, Verdict, likeness
from sayso.records import Claim

# Words a denial shares with what it denies; chosen by alarm precision on the gold stories (benchmarks/gold.py).
DENIAL_LIKENESS = 0.30
# Stems of a denial that names what it denies and says nothing of it: "the entire story is fabricated".
_ABOUT_REPORTS = frozenset(
    map(
        stem,
        "report reports claim claims story stories article news allegation allegations rumour rumours rumor rumors speculation "
        "hoax fake false untrue true fabricated baseless unfounded nonsense entire entirely whole simply completely totally "
        "just fortunately however denied denies deny denial rejected dismissed".split(),
    )
)
_PUT = {"rumoured": "rumoured", "planned": "planned", "predicted": "predicted", "conditional": "put forward"}


def denial(a: Side, b: Side) -> Verdict | None:
    """Whether one of two claims denies the other, or both reject one thing."""
    left, right = negates(a.claim), negates(b.claim)
    if left and right:
        return _both(a, b)
    if not (left or right):
        return None
    denier, told = (a, b) if left else (b, a)
    if not rejects(denier.claim) or _itself(denier.claim, told.claim) or not _answers(denier, told):
        return None
    by = f" by {denier.claim.chain[-1]}" if denier.claim.chain else ""
    how = _PUT.get(told.claim.status, "asserted")
    return Verdict("deny", "polarity", f"{how} in one, denied{by} in the other")


def _both(a: Side, b: Side) -> Verdict | None:
    if "denied" in {a.claim.status, b.claim.status}:
        return Verdict("agree", "polarity", "both reject it")
    return None


def _itself(denier: Claim, told: Claim) -> bool:
    """Whether the two are parts of one thing said: an utterance and its content, or one voice going on."""
    if denier.kind == told.kind == "statement" and _speaker(denier) == _speaker(told) is not None:
        return True
    if denier.article_id != told.article_id or denier.refers_to == told.id:
        return False
    return (denier.start < told.end and told.start < denier.end) or (
        denier.status != "denied" and denier.origin == told.origin
    )


def _answers(denier: Side, told: Side) -> bool:
    """Whether a denial is about what the other puts forward: by its own words, or by those of the claim it takes up."""
    if denier.claim.refers_to == told.claim.id and (denier.claim.chain or told.claim.status == "rumoured"):
        return True  # in an outlet's own voice "the story is false" is as good as what it was found to refer to
    if denier.bag <= _ABOUT_REPORTS:
        return shared(denier.rejected, told.bag) >= ALIGNED
    if _speaker(denier.claim) is not None and _speaker(denier.claim) == _speaker(told.claim):
        return likeness(denier, told) >= DENIAL_LIKENESS
    return likeness(denier, told) >= DENIAL_LIKENESS or shared(denier.rejected, told.bag) >= ALIGNED


def _speaker(claim: Claim) -> str | None:
    return claim.chain[-1] if claim.chain else None


def rejects(claim: Claim) -> bool:
    """Whether somebody says in the claim that the thing is not so; a negation of the outlet's own answers nobody."""
    return claim.status == "denied" or (negates(claim) and bool(claim.chain))


def negates(claim: Claim) -> bool:
    """Whether a claim says that something is not so."""
    return claim.status == "denied" or (claim.polarity == "negative" and claim.status in {"asserted", "planned"})
