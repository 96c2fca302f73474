"""Groups taken apart: the claims of which something can be said beside each other, and what stands between them.

Matching goes by likeness; here a claim of which nothing can be said beside any other of its group leaves it, and what two
sentences agree in besides the thing that they clash over goes to where they clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.compare.wording import stems, weights
from sayso.reconcile.relate import relate
from sayso.reconcile.sides import Verdict, side
from sayso.records import Claim, ClaimGroup, Entity


class Part(NamedTuple):
    """Claims about one thing, what stands between them by their places, and how surely they belong together."""

    claims: tuple[Claim, ...]
    verdicts: dict[tuple[int, int], Verdict]
    cohesion: float


def parts(groups: Sequence[ClaimGroup], entities: Mapping[str, Entity]) -> list[Part]:
    """The parts of all groups."""
    weight = weights([stems(c.text) for group in groups for c in group.claims])
    return list(_folded([part for group in groups for part in _taken_apart(group, entities, weight)]))


def _taken_apart(group: ClaimGroup, entities: Mapping[str, Entity], weight: Mapping[str, float]) -> Iterator[Part]:
    """The claims that a verdict, a sentence or a reference holds together."""
    claims, known = group.claims, {c.id: c for c in group.claims}
    sides = [side(c, known, weight) for c in claims]
    pairs = list(combinations(range(len(claims)), 2))
    alike = group.likeness or [[group.cohesion] * len(claims)] * len(claims)
    verdicts = {(i, j): v for i, j in pairs if (v := relate(sides[i], sides[j], entities, alike[i][j]))}
    bound = [pair for pair in pairs if pair in verdicts or _bound(*(claims[i] for i in pair))]
    for members in connected(len(claims), bound):
        place = {i: n for n, i in enumerate(members)}
        own = {(place[i], place[j]): v for (i, j), v in verdicts.items() if i in place}
        yield Part(tuple(claims[i] for i in members), own, group.cohesion)


def _bound(a: Claim, b: Claim) -> bool:
    """Whether one claim lies in the other, or takes it up without repeating it."""
    inside = a.article_id == b.article_id and a.start < b.end and b.start < a.end
    return inside or a.refers_to == b.id or b.refers_to == a.id


def connected(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The parts of 0..count-1 that edges hold together, each in order.

    >>> connected(4, [(0, 2), (2, 3)])
    [[0, 2, 3], [1]]
    """
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in edges:
        low, high = sorted((root(i), root(j)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for i in range(count):
        found.setdefault(root(i), []).append(i)
    return list(found.values())


def _folded(made: Sequence[Part]) -> Iterator[Part]:
    """The parts, those that only hold other clauses of the sentences which clash elsewhere put beside these."""
    clashing = [n for n, part in enumerate(made) if any(v.kind == "conflict" for v in part.verdicts.values())]
    sentences = [{(c.article_id, c.sentence) for c in part.claims} for part in made]
    home = [next((m for m in clashing if sentences[n] <= sentences[m]), n) for n in range(len(made))]
    guests: dict[int, list[Part]] = {n: [] for n in clashing}
    for n, part in enumerate(made):
        if home[n] != n and _settled(part):
            guests[home[n]].append(part)
    for n, part in enumerate(made):
        if n in guests:
            yield _one([part, *guests[n]])
        elif home[n] == n or not _settled(part):
            yield part


def _settled(part: Part) -> bool:
    """Whether several articles tell a part, no claim of it is an utterance, and nothing in it is contested."""
    several = len({c.article_id for c in part.claims}) > 1 and not any(c.kind == "statement" for c in part.claims)
    return several and all(v.kind in {"agree", "refine"} for v in part.verdicts.values())


def _one(together: Sequence[Part]) -> Part:
    """Several parts as one, as sure as the first."""
    claims: list[Claim] = []
    verdicts: dict[tuple[int, int], Verdict] = {}
    for part in together:
        verdicts |= {(i + len(claims), j + len(claims)): v for (i, j), v in part.verdicts.items()}
        claims += part.claims
    return Part(tuple(claims), verdicts, together[0].cohesion)
