"""On whose say-so: the origins of a finding, counted as people and institutions, not as outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.copied import by_article, counterpart, passage
from sayso.compare.names import same_name
from sayso.records import Claim, Copy


def settle(claims: Sequence[Claim], copies: Iterable[Copy], outlets: Mapping[str, str]) -> dict[str, str]:
    """Claim id → origin: a claim inside a copied passage has that of the claim it copies, followed to the first article.

    `outlets` gives the outlet of an article id, or the id itself. A passage whose original makes no such claim counts as
    the original's outlet.
    """
    made: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        made[claim.article_id].append(claim)
    copied = by_article(copies)
    found: dict[str, str] = {}

    def origin(claim: Claim, seen: frozenset[str]) -> str:
        if claim.id not in found and claim.article_id not in seen:
            found[claim.id] = _followed(claim, seen)
        return found.get(claim.id, claim.origin)

    def _followed(claim: Claim, seen: frozenset[str]) -> str:
        repeated = passage(claim, copied.get(claim.article_id, ()))
        if repeated is None:
            return claim.origin
        copy, span = repeated
        original = counterpart(claim, span, made[copy.original_id])
        if original is None:
            return outlets.get(copy.original_id, copy.original_id)
        return origin(original, seen | {claim.article_id})

    for claim in claims:
        origin(claim, frozenset())
    return found


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The different ones, sorted; shorter forms of one name count once, under the longest.

    >>> distinct(["Roe", "Ann Roe", "Norvik"])
    ('Ann Roe', 'Norvik')
    """
    kept: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))
