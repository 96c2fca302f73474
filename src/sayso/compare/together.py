"""What two claims have in common by where they stand and who speaks in them, whatever they say."""

from __future__ import annotations

from sayso.compare.names import same_name
from sayso.records import Claim


def overlapping(a: Claim, b: Claim) -> bool:
    """Whether a word of the text is part of both claims."""
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether one speaker vouches for both: the last of their chains."""
    return bool(a.chain and b.chain) and same_name(a.chain[-1], b.chain[-1])
