"""Groups taken apart: the claims of which something can be said beside each other, and what stands between them.

Matching goes by likeness; here a claim of which nothing can be said beside any other of its group leaves it, and what tells
of one clash, or of one denial, is brought together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.compare.connected import connected
from sayso.compare.copied import repeaters
from sayso.compare.together import overlapping
from sayso.compare.wording import stems, weights
from sayso.reconcile.relate import relate
from sayso.reconcile.sides import Side, Verdict, apart_in_time, same_figures, side
from sayso.records import Claim, ClaimGroup, Entity

# Likeness from which what nothing contradicts stays together, though nothing else can be told of it. From .15 to .3 the links of
# the gold stories are the same within noise; with none, each third line under Agreed held a sentence that does not belong there.
STAYS = 0.21

_Place = tuple[str, int]  # article and sentence


class Part(NamedTuple):
    """Claims about one thing, what stands between them by their places, and how surely they belong together."""

    claims: tuple[Claim, ...]
    verdicts: dict[tuple[int, int], Verdict]
    cohesion: float


def parts(
    groups: Sequence[ClaimGroup], entities: Mapping[str, Entity], repeats: Mapping[str, str] | None = None
) -> list[Part]:
    """The parts of all groups; a claim that repeats another (`repeats`, by ids) goes where that one goes and moves nothing."""
    again = repeaters([c for g in groups for c in g.claims], repeats or {})
    left = {c.id for g in groups for c in g.claims} - (repeats or {}).keys()
    weight = weights([stems(c.text) for group in groups for c in group.claims if c.id in left])
    made = [part for group in groups for part in _taken_apart(group, left, entities, weight)]
    return [_with_repeats(part, again) for part in _folded(made, entities, weight)]


def _with_repeats(part: Part, again: Mapping[str, Sequence[Claim]]) -> Part:
    """A part with the claims that repeat its own; they stand to the others as what they repeat."""
    told = [(n, claim) for n, own in enumerate(part.claims) for claim in (own, *again.get(own.id, ()))]
    if len(told) == len(part.claims):
        return part
    verdicts = {}
    for (i, (n, _)), (j, (m, _)) in combinations(enumerate(told), 2):
        found = Verdict("agree", "wording", "both say so") if n == m else part.verdicts.get((n, m))
        if found:
            verdicts[i, j] = found
    return Part(tuple(claim for _, claim in told), verdicts, part.cohesion)


def _taken_apart(
    group: ClaimGroup, left: Collection[str], entities: Mapping[str, Entity], weight: Mapping[str, float]
) -> Iterator[Part]:
    """The claims that a verdict, a sentence or a reference holds together, and what is like them and nothing tells apart.

    Of the group's claims those alone whose id is `left`.
    """
    places = [n for n, c in enumerate(group.claims) if c.id in left]
    claims = [group.claims[n] for n in places]
    full = group.likeness or [[group.cohesion] * len(group.claims)] * len(group.claims)
    alike = [[full[n][m] for m in places] for n in places]
    sides = _sides(claims, weight)
    verdicts = _verdicts(sides, alike, entities)
    pairs = combinations(range(len(claims)), 2)
    bound = [pair for pair in pairs if pair in verdicts or _bound(*(claims[i] for i in pair))]
    for members in _joined(connected(len(claims), bound), sides, alike):
        place = {i: n for n, i in enumerate(members)}
        own = {(place[i], place[j]): v for (i, j), v in verdicts.items() if i in place and j in place}
        yield Part(tuple(claims[i] for i in members), own, group.cohesion)


def _apart(a: Side, b: Side) -> bool:
    """Whether two claims surely tell of two things: of other days, or of figures that do not agree."""
    return apart_in_time(a, b) or not same_figures(a, b)


def _sides(claims: Sequence[Claim], weight: Mapping[str, float]) -> list[Side]:
    """The claims made ready for comparison with each other."""
    known = {c.id: c for c in claims}
    return [side(c, known, weight) for c in claims]


def _verdicts(
    sides: Sequence[Side], alike: Sequence[Sequence[float]], entities: Mapping[str, Entity]
) -> dict[tuple[int, int], Verdict]:
    """What stands between each two claims, by their places; pairs of which it cannot be told are left out."""
    pairs = combinations(range(len(sides)), 2)
    found = {(i, j): v for i, j in pairs if (v := relate(sides[i], sides[j], entities, alike[i][j]))}
    claims = [x.claim for x in sides]
    found |= dict(_outdated(claims, found))
    return found | dict(_carried(sides, found))


def _joined(circles: Sequence[list[int]], sides: Sequence[Side], alike: Sequence[Sequence[float]]) -> list[list[int]]:
    """The circles put together again, the larger first, where they are alike and hold no other figure and no other day."""
    joined: list[list[int]] = []
    for circle in sorted(circles, key=lambda c: (-len(c), c)):
        pairs = ((host, [(i, j) for i in host for j in circle]) for host in joined)
        home = next((host for host, across in pairs if _close(across, alike) and not _any_apart(across, sides)), None)
        if home is None:
            joined.append(list(circle))
        else:
            home += circle
    return sorted(sorted(circle) for circle in joined)


def _close(pairs: Sequence[tuple[int, int]], alike: Sequence[Sequence[float]]) -> bool:
    """Whether claims of two circles are as alike, in the mean of the pairs, as what stays together."""
    return sum(alike[i][j] for i, j in pairs) >= STAYS * len(pairs)


def _any_apart(pairs: Sequence[tuple[int, int]], sides: Sequence[Side]) -> bool:
    return any(_apart(sides[i], sides[j]) for i, j in pairs)


def _outdated(
    claims: Sequence[Claim], verdicts: Mapping[tuple[int, int], Verdict]
) -> Iterator[tuple[tuple[int, int], Verdict]]:
    """Conflicts of two figures of which other passages of the part tell that one replaced the other: updates as well."""

    def one(i: int, k: int) -> bool:
        same = (claims[i].article_id, claims[i].sentence) == (claims[k].article_id, claims[k].sentence)
        found = verdicts.get((min(i, k), max(i, k)))
        return same or (found is not None and found.basis == "quantity" and found.kind in {"agree", "refine"})

    replaced = [pair for pair, v in verdicts.items() if v.kind == "update" and v.basis == "quantity"]
    for (i, j), v in verdicts.items():
        if v.kind == "conflict" and v.basis == "quantity":
            ends = [(k, m) for pair in replaced for k, m in (pair, pair[::-1])]
            if any(one(i, k) and one(j, m) for k, m in ends):
                yield (i, j), Verdict("update", v.basis, f"{v.reason}: elsewhere the one replaces the other")


def _carried(
    sides: Sequence[Side], verdicts: Mapping[tuple[int, int], Verdict]
) -> Iterator[tuple[tuple[int, int], Verdict]]:
    """What two passages say of the figures that clash elsewhere: whoever repeats the one clashes with whoever repeats the other."""
    clashes = [(pair, v) for pair, v in verdicts.items() if v.kind in {"conflict", "update"} and v.basis == "quantity"]
    for (i, j), v in clashes:
        ours, theirs = ([k for k in range(len(sides)) if k == n or _repeats(verdicts, n, k)] for n in (i, j))
        for pair in sorted((min(k, m), max(k, m)) for k in ours for m in theirs if k != m):
            told = verdicts.get(pair)
            if (told is None or (told.kind, told.basis) == ("agree", "wording")) and not same_figures(
                sides[pair[0]], sides[pair[1]]
            ):
                yield pair, v


def _repeats(verdicts: Mapping[tuple[int, int], Verdict], i: int, k: int) -> bool:
    """Whether one claim gives the very figure of another."""
    found = verdicts.get((min(i, k), max(i, k)))
    return found is not None and (found.kind, found.basis) == ("agree", "quantity")


def _bound(a: Claim, b: Claim) -> bool:
    """Whether one claim lies in the other, or takes it up without repeating it."""
    return overlapping(a, b) or a.refers_to == b.id or b.refers_to == a.id


def _folded(made: Sequence[Part], entities: Mapping[str, Entity], weight: Mapping[str, float]) -> Iterator[Part]:
    """The parts, each that tells of a clash told elsewhere put beside that one; so are the pieces of one denial."""
    clashes = [_clashes(part) for part in made]
    clashing = [n for n, pairs in enumerate(clashes) if pairs]
    first = {n: next(m for m in clashing if clashes[m] & clashes[n]) for n in clashing}
    sentences = [{(c.article_id, c.sentence) for c in part.claims} for part in made]
    denials = _denials(made)
    guests: dict[int, list[Part]] = {}
    for n, part in enumerate(made):
        host = _home(first, n)
        if n not in first and len(sentences[n]) == 1 and any(c.status == "denied" for c in part.claims):
            (place,) = sentences[n]
            host = _home(first, denials.get(place, n))
        if host != n:
            guests.setdefault(host, []).append(part)
        else:
            guests.setdefault(n, [])
    for n, hosted in sorted(guests.items()):
        yield _one([made[n], *hosted], entities, weight) if hosted else made[n]


def _denials(made: Sequence[Part]) -> dict[_Place, int]:
    """The part, the largest, that tells what a sentence denies: what is left of that sentence's denial is no denial of its own."""
    found: dict[_Place, int] = {}
    for n, part in enumerate(made):
        if not (
            any(v.kind == "deny" for v in part.verdicts.values()) or all(c.status == "denied" for c in part.claims)
        ):
            continue
        for place in {(c.article_id, c.sentence) for c in part.claims if c.status == "denied"}:
            if len(part.claims) > len(made[found.setdefault(place, n)].claims):
                found[place] = n
    return found


def _home(first: Mapping[int, int], n: int) -> int:
    """The part in which a clash is told first, followed to its end."""
    while first.get(n, n) != n:
        n = first[n]
    return n


def _clashes(part: Part) -> set[tuple[str, frozenset[_Place]]]:
    """What clashes in a part, as pairs of sentences: two parts that tell of one such pair tell of one clash."""
    places = [(c.article_id, c.sentence) for c in part.claims]
    return {
        (v.kind, frozenset((places[i], places[j])))
        for (i, j), v in part.verdicts.items()
        if v.kind in {"conflict", "update"}
    }


def _one(together: Sequence[Part], entities: Mapping[str, Entity], weight: Mapping[str, float]) -> Part:
    """Several parts as one, as sure as the first, with what stands between their claims."""
    claims = [c for part in together for c in part.claims]
    alike = [[together[0].cohesion] * len(claims)] * len(claims)
    verdicts = _verdicts(_sides(claims, weight), alike, entities)
    return Part(tuple(claims), verdicts, together[0].cohesion)
