"""On whose say-so: the origins of a finding, counted as people and institutions, not as outlets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.compare.names import same_name
from sayso.records import Claim, Copy


def settle(claims: Iterable[Claim], copies: Iterable[Copy], originals: Mapping[str, Claim]) -> dict[str, str]:
    """claim id → origin: a claim inside a copied passage inherits that of the original claim it copies."""
    by_article: dict[str, list[Copy]] = {}
    for copy in copies:
        by_article.setdefault(copy.article_id, []).append(copy)
    found: dict[str, str] = {}
    for claim in claims:
        found[claim.id] = claim.origin
        for copy in by_article.get(claim.article_id, ()):
            source = next((s for s in copy.spans if s.start <= claim.start and claim.end <= s.end), None)
            if source is None:
                continue
            shift = source.original_start - source.start
            original = originals.get(f"{copy.original_id}:{claim.start + shift}:{claim.end + shift}")
            found[claim.id] = original.origin if original else copy.original_id
    return found


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The different ones, sorted; shorter forms of one name count once, under the longest."""
    kept: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))
