"""Two readings laid side by side: the pair of claims that most surely speaks of one thing."""

from __future__ import annotations

from sayso.match.pairs import scored
from sayso.match.slots import Texts, slots
from sayso.match.unify import unify
from sayso.records import Article, Claim, Entity, Reading
from sayso.weights import load_encoder


def best_pair(
    articles: tuple[Article, Article], readings: tuple[Reading, Reading]
) -> tuple[Claim | None, Claim | None, float, dict[str, Entity]]:
    """The claim of each side that fits the other best, how surely (0..1), and the entities behind their ids.

    Both claims are None where a side puts nothing forward.
    """
    left, right = readings
    entities, claims = unify(readings)
    items = slots(claims, Texts(articles, readings), entities)
    sides = [[x for x in items if x.claim.article_id == side.id] for side in (left, right)]
    if not all(sides):
        return (*(side[0].claim if side else None for side in sides), 0.0, entities)  # type: ignore[return-value]
    found = scored(items, load_encoder().vectors).scores
    pairs = [
        (value, -i, -j) for (i, j), value in found.items() if items[i].claim.article_id != items[j].claim.article_id
    ]
    if not pairs:
        return sides[0][0].claim, sides[1][0].claim, 0.0, entities
    best, i, j = max(pairs)
    return items[-i].claim, items[-j].claim, best, entities
