"""One id for one entity across the articles of a story: "Roe" in one article is "Ann Roe" in the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.compare.names import key_of, same_name, tokens_of
from sayso.records import Claim, Entity, Reading


def unify(readings: Sequence[Reading]) -> tuple[dict[str, Entity], list[Claim]]:
    """The story's entities by id, aliases and mentions gathered, and all claims with their entity ids brought to these."""
    gathered: dict[str, list[Entity]] = {}
    for reading in readings:
        for entity in reading.entities:
            gathered.setdefault(entity.id, []).append(entity)
    target = _targets(
        {i: found[0] for i, found in gathered.items()},
        {i: sum(len(e.mentions) for e in es) for i, es in gathered.items()},
    )
    merged: dict[str, list[Entity]] = {}
    for i, found in gathered.items():
        merged.setdefault(target[i], []).extend(found)
    entities = {i: _merge(i, found) for i, found in merged.items()}
    return entities, [_renamed(claim, target) for reading in readings for claim in reading.claims]


def _targets(entities: dict[str, Entity], mentions: dict[str, int]) -> dict[str, str]:
    """Id → the id it is known by: a short name goes to the one longer name of a fitting type that holds it."""
    target = {i: i for i in entities}
    byword: dict[str, list[str]] = {}
    for i, entity in entities.items():
        for word in set(tokens_of(entity.name)):
            byword.setdefault(word, []).append(i)
    for i in sorted(entities, key=lambda x: (len(tokens_of(entities[x].name)), entities[x].name, x)):
        entity = entities[i]
        near = {j for word in tokens_of(entity.name) for j in byword[word] if j != i}
        fits = [j for j in sorted(near) if _same(entity, entities[j])]
        if fits:
            best = max(fits, key=lambda j: (mentions[j], len(entities[j].name), j))
            if len(fits) == 1 or mentions[best] >= 3 * max(mentions[j] for j in fits if j != best):
                target[i] = best
    return {i: _end(target, i) for i in target}


def _end(target: dict[str, str], i: str) -> str:
    seen = {i}
    while target[i] != i and target[i] not in seen:
        i = target[i]
        seen.add(i)
    return min(seen) if target[i] in seen and target[i] != i else i


def _same(short: Entity, long: Entity) -> bool:
    """Whether the first is a shorter or equal form of the second."""
    if short.type != long.type and "MISC" not in (short.type, long.type):
        return False
    if key_of(short.name, short.type) == key_of(long.name, long.type):
        return True
    fewer = len(tokens_of(short.name)) < len(tokens_of(long.name))
    if short.type == "PER" and long.type == "PER":
        return fewer and len(tokens_of(short.name)) == 1 and tokens_of(short.name)[0] in tokens_of(long.name)
    if long.type == "ORG":
        return fewer and same_name(short.name, long.name) and tokens_of(long.name)[0] == tokens_of(short.name)[0]
    return False


def _merge(i: str, found: list[Entity]) -> Entity:
    names = Counter(e.name for e in found)
    best = max(
        sorted(names), key=lambda n: (names[n] if found[0].type != "PER" else len(tokens_of(n)), names[n], -len(n))
    )
    aliases = sorted({a for e in found for a in (e.name, *e.aliases)} - {best})
    return Entity(
        id=i,
        name=best,
        type=max((e for e in found), key=lambda e: (e.type != "MISC", len(e.mentions))).type,
        aliases=tuple(aliases),
    )


def _renamed(claim: Claim, target: dict[str, str]) -> Claim:
    return msgspec.structs.replace(
        claim,
        entities=tuple(dict.fromkeys(target.get(e, e) for e in claim.entities)),
        roles=tuple(
            msgspec.structs.replace(r, entity=target.get(r.entity, r.entity)) if r.entity else r for r in claim.roles
        ),
    )
