"""On whose say-so: the origins of a finding, counted as people and institutions, not as outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.names import same_name
from sayso.records import Claim, CopiedSpan, Copy


def settle(claims: Sequence[Claim], copies: Iterable[Copy], outlets: Mapping[str, str]) -> dict[str, str]:
    """Claim id → origin: a claim inside a copied passage has that of the claim it copies, followed to the first article.

    `outlets` gives the outlet of an article id, or the id itself. A passage whose original makes no such claim counts as
    the original's outlet.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    copied: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        copied[copy.article_id].append(copy)
    found: dict[str, str] = {}

    def origin(claim: Claim, seen: frozenset[str]) -> str:
        if claim.id not in found and claim.article_id not in seen:
            found[claim.id] = _followed(claim, seen)
        return found.get(claim.id, claim.origin)

    def _followed(claim: Claim, seen: frozenset[str]) -> str:
        for copy in copied.get(claim.article_id, ()):
            span = next(
                (s for s in copy.spans if s.start < claim.end and claim.start < s.end and _covers(s, claim)), None
            )
            if span is None:
                continue
            original = _counterpart(claim, span, by_article[copy.original_id])
            return (
                origin(original, seen | {claim.article_id})
                if original
                else outlets.get(copy.original_id, copy.original_id)
            )
        return claim.origin

    for claim in claims:
        origin(claim, frozenset())
    return found


def _covers(span: CopiedSpan, claim: Claim) -> bool:
    """Whether most of a claim lies in a copied passage."""
    return 2 * (min(span.end, claim.end) - max(span.start, claim.start)) > claim.end - claim.start


def _counterpart(claim: Claim, span: CopiedSpan, others: Sequence[Claim]) -> Claim | None:
    """The claim of the original that stands where the copied one came from; the passage may have been edited on the way."""
    scale = (span.original_end - span.original_start) / max(1, span.end - span.start)
    start = span.original_start + (claim.start - span.start) * scale
    end = span.original_start + (claim.end - span.start) * scale

    def overlap(other: Claim) -> float:
        both = min(other.end, end) - max(other.start, start)
        return both / max(other.end - other.start, end - start, 1)

    best = max(
        others,
        key=lambda c: (
            overlap(c),
            (c.kind == "statement") == (claim.kind == "statement"),
            c.status == claim.status,
            c.id,
        ),
        default=None,
    )
    return best if best is not None and overlap(best) > 0.5 else None


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
