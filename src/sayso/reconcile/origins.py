"""On whose say-so: the origins of a finding, counted as people and institutions, not as outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.copied import by_article, counterpart, passage
from sayso.compare.facts import TITLE
from sayso.compare.names import same_name, tokens_of
from sayso.compare.vocabulary import country_of
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
    bearers = _bearers(claims, set(found.values()))
    return {claim: bearers.get(name, name) for claim, name in found.items()}


def _bearers(claims: Sequence[Claim], names: set[str]) -> dict[str, str]:
    """Origin → the person meant, for origins that are a title which one person alone bears in the story.

    "Government spokeswoman" is Ann Roe where an article has "Government spokeswoman Ann Roe".
    """
    people: dict[str, list[str]] = defaultdict(list)  # last word → the names that end in it
    for name in sorted(names):
        parts = tokens_of(name)
        if len(parts) > 1 and all(w[:1].isupper() for w in name.split()):
            people[parts[-1]].append(name)
    borne: dict[str, set[str]] = defaultdict(set)
    untold = {
        name: frozenset(tokens_of(name)) - _SMALL for name in sorted(names) if not name.rpartition(" ")[2][:1].isupper()
    }
    for text in sorted({c.text for c in claims if c.predicate == TITLE}):
        words = frozenset(tokens_of(text))
        for person in sorted({p for w in words for p in people.get(w, ()) if words.issuperset(tokens_of(p))}):
            title = words.difference(tokens_of(person))
            for name, told in untold.items():
                if told and told <= title:
                    borne[name].add(person)
    return {name: next(iter(of)) for name, of in borne.items() if len(of) == 1}


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The different ones, sorted; shorter forms of one name count once, under the longest.

    >>> distinct(["Roe", "Ann Roe", "Norvik"])
    ('Ann Roe', 'Norvik')
    """
    kept: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_name(name, other) or (_state(name) and _state(name) == _state(other)) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


_STATE = frozenset("government authority authorities official officials administration".split())
_SMALL = frozenset("the a an of in for at and 's".split())


def _state(name: str) -> str | None:
    """The country whose government speaks under a name.

    >>> _state("Norwegian authorities") == _state("Norway’s government"), _state("Norwegian yard")
    (True, None)
    """
    words = [w.removesuffix("’s").removesuffix("'s") for w in tokens_of(name)]
    rest = [w for w in words if w not in _SMALL and country_of(w) is None]
    countries = {country for w in words if (country := country_of(w))}
    return next(iter(countries)) if rest and _STATE.issuperset(rest) and len(countries) == 1 else None
