"""Claims of which the passage tells that somebody denies them."""

from __future__ import annotations

import msgspec

from sayso.records import Claim, digest


def opened_up(claim: Claim) -> Claim:
    """The claim as one that is open, since the passage tells that somebody denies it."""
    again = digest(claim.article_id, claim.start, claim.end, claim.kind, "rumoured")
    return msgspec.structs.replace(claim, id=again, status="rumoured")


def tells(utterance: Claim, claim: Claim) -> bool:
    """Whether an utterance is the one in which a claim is told."""
    around = utterance.start <= claim.start and claim.end <= utterance.end
    return (
        utterance.kind == "statement" and utterance.status == "asserted" and around and utterance.chain == claim.chain
    )
