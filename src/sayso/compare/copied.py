"""Claims that stand in copied passages, and the claims of the original that they repeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.wording import shared, stems
from sayso.records import Claim, CopiedSpan, Copy

# Share of its words that a claim has in common with what it repeats: with one word of three changed it is still that
# claim, edited; with more it is compared like any other.
SAME = 0.6


def repeated(claims: Sequence[Claim], copies: Iterable[Copy]) -> dict[str, str]:
    """Claim id → id of the claim that it repeats, followed to the first article that makes it; only claims that repeat one.

    A claim whose original is not among `claims`, or says it in other words, repeats nothing.
    """
    copied = by_article(copies)
    if not copied:
        return {}
    made: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        made[claim.article_id].append(claim)
    target: dict[str, str] = {}
    for claim in claims:
        found = passage(claim, copied.get(claim.article_id, ()))
        original = found and counterpart(claim, found[1], made[found[0].original_id])
        if original and shared(stems(claim.text), stems(original.text)) >= SAME:
            target[claim.id] = original.id
    return {i: _end(target, i) for i in target if _end(target, i) != i}


def repeaters(claims: Iterable[Claim], repeats: Mapping[str, str]) -> dict[str, list[Claim]]:
    """Claim id → the claims that repeat that one, in order; `repeats` as `repeated` gives it."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in repeats:
            found.setdefault(repeats[claim.id], []).append(claim)
    return found


def by_article(copies: Iterable[Copy]) -> dict[str, list[Copy]]:
    """The copies of each article, in order."""
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        found.setdefault(copy.article_id, []).append(copy)
    return found


def passage(claim: Claim, copies: Iterable[Copy]) -> tuple[Copy, CopiedSpan] | None:
    """The first copied passage of the claim's article that holds most of the claim."""
    for copy in copies:
        for span in copy.spans:
            if 2 * (min(span.end, claim.end) - max(span.start, claim.start)) > claim.end - claim.start:
                return copy, span
    return None


def counterpart(claim: Claim, span: CopiedSpan, others: Sequence[Claim]) -> Claim | None:
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


def _end(target: dict[str, str], i: str) -> str:
    """Where following leads; a circle ends at the least id of those in it."""
    seen = [i]
    while target.get(seen[-1], seen[-1]) not in seen:
        seen.append(target[seen[-1]])
    after = target.get(seen[-1], seen[-1])
    return min(seen[seen.index(after) :])
