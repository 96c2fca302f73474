"""match: the readings of one story → ClaimGroup: claims about the same thing, however worded, across articles and within one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.records import Article, Claim, ClaimGroup, Copy, Entity, Reading, digest

if TYPE_CHECKING:
    from sayso.weights.vectors import Words

# Chosen on the gold stories (benchmarks/gold.py): a lower threshold links more and calls more things agreed that are not.
THRESHOLD = 0.12  # the mean likeness of a group's pairs
ANCHOR = 0.18  # and of its most alike pair


def match(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    words: Mapping[str, Words],
    copies: Sequence[Copy] = (),
) -> tuple[dict[str, Entity], tuple[ClaimGroup, ...]]:
    """The story's entities by id, and groups of its claims, each claim in exactly one.

    `words` are what extract gives beside each article's reading, by its id.
    A claim that repeats another's in a copied passage (`copies`) takes no part: it goes where that one goes, so that one
    reprint more moves nothing. The outcome does not depend on the order of the readings. Entity ids in the claims are
    brought to the story's entities.
    """
    from sayso.compare.copied import repeated, repeaters
    from sayso.match.cluster import gather, told_once
    from sayso.match.denials import bridged, folded
    from sayso.match.likeness import alike
    from sayso.match.pairs import favoured, scored
    from sayso.match.slots import slots
    from sayso.match.texts import Texts
    from sayso.match.unify import unify
    from sayso.match.vectors import pooled

    readings = sorted(readings, key=lambda r: r.id)
    entities, claims = unify(readings)
    claims.sort(key=lambda c: (c.article_id, c.start, c.end, c.id))
    if not claims:
        return entities, ()
    repeats = repeated(claims, copies)
    again = repeaters(claims, repeats)
    claims = [c for c in claims if c.id not in repeats]
    texts = Texts(articles, readings)
    items = slots(claims, texts, entities)
    pairs = alike(items, pooled(claims, texts, articles, readings, words))
    found = scored(items, pairs)
    place = {c.id: i for i, c in enumerate(claims)}
    taken_up = [repeats.get(c.refers_to or "", c.refers_to) for c in claims]
    bound = {i: place[told] for i, told in enumerate(taken_up) if told in place}
    free = {pair: value for pair, value in found.scores.items() if not bound.keys() & set(pair)}
    free = favoured(free, [c.article_id for c in claims])
    groups = _attached(gather(len(claims), free, THRESHOLD, found.neutral, found.forbidden, ANCHOR), bound)
    places = [(c.article_id, c.start, c.end) for c in claims]
    bridges = bridged(groups, items, found.scores)
    groups = folded([part for group in bridges for part in told_once(group, places, found.scores, bound)], items)
    likeness = pairs.table()
    return entities, tuple(
        _group([claims[i] for i in group], again, _cohesion(group, found.scores), _rows(group, likeness))
        for group in groups
    )


def _attached(groups: list[list[int]], bound: Mapping[int, int]) -> list[list[int]]:
    """The groups with each denial that has no words of its own put beside what it denies."""
    home = {i: g for g, group in enumerate(groups) for i in group}
    moved: list[list[int]] = [[i for i in group if i not in bound] for group in groups]
    for i, j in bound.items():
        seen = {i}
        while j in bound and j not in seen:
            seen.add(j)
            j = bound[j]
        moved[home[j]].append(i)
    return sorted(sorted(group) for group in moved if group)


def _cohesion(group: list[int], scores: Mapping[tuple[int, int], float]) -> float:
    """The mean score of the pairs of a group; 1 for a claim alone."""
    pairs = [scores.get(pair, 0.0) for pair in combinations(group, 2)]
    return sum(pairs) / len(pairs) if pairs else 1.0


def _rows(group: list[int], likeness: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """How alike the claims of a group are, each with each."""
    return [[1.0 if i == j else likeness.get((min(i, j), max(i, j)), 0.0) for j in group] for i in group]


def _group(
    claims: list[Claim], again: Mapping[str, Sequence[Claim]], cohesion: float, likeness: list[list[float]]
) -> ClaimGroup:
    """The group of these claims, and of those that repeat them."""
    kinds = [c.kind for c in claims]
    together = [(c, n) for n, claim in enumerate(claims) for c in (claim, *again.get(claim.id, ()))]
    together.sort(key=lambda one: (one[0].article_id, one[0].start, one[0].end, one[0].id))
    return ClaimGroup(
        id=digest("group", *(c.id for c, _ in together)),
        kind=max(sorted(set(kinds)), key=kinds.count),
        claims=tuple(c for c, _ in together),
        cohesion=round(cohesion, 4),
        likeness=tuple(tuple(round(likeness[n][m], 4) for _, m in together) for _, n in together),
    )
