"""What matching lays side by side: a claim's words, names, numbers and times, made once a claim."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Article, Claim, Entity, Reading
from sayso.spans import words

_STOP = frozenset(
    "the a an of in on at to for and or by with from as is are was were be been being has have had do does did it its this that these those he she "
    "they his her their our we i you who which whom whose what when where while after before than then there here also such into over under about "
    "would could will may might can should not no said say says mr ms mrs's s".split()
)
_ENDINGS = re.compile(r"(?:'s|’s|ings?|ed|es|s|ly)$")


def stem(word: str) -> str:
    """A word without its commonest English endings: enough to let "delivered" meet "delivers".

    >>> stem("delivered"), stem("delivers"), stem("delivering")
    ('deliver', 'deliver', 'deliver')
    """
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) > 2 else word


@dataclass(frozen=True)
class Slots:
    """One claim made ready for comparison.

    `text` says it with its subject named, `bag` holds its content stems; `sentence` and `around` are the same for the whole
    sentence it stands in.
    """

    claim: Claim
    text: str
    bag: frozenset[str]
    sentence: str
    around: frozenset[str]
    names: frozenset[str]
    who: str | None
    what: frozenset[str]


def slots(claims: Sequence[Claim], sentences: Sequence[str], entities: Mapping[str, Entity]) -> list[Slots]:
    """The slots of each claim, in order; `sentences` are the sentences that the claims stand in."""
    return [_of(claim, sentence, entities) for claim, sentence in zip(claims, sentences, strict=True)]


def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(stem(w) for _, _, w in words(text) if w not in _STOP)


def _of(claim: Claim, sentence: str, entities: Mapping[str, Entity]) -> Slots:
    text = spoken(claim, entities)
    who = next((r for r in claim.roles if r.name == "who"), None)
    return Slots(
        claim=claim,
        text=text,
        bag=stems(text),
        sentence=sentence,
        around=stems(sentence),
        names=frozenset(claim.entities),
        who=who.entity if who else None,
        what=frozenset(r.entity or r.head for r in claim.roles if r.name in {"what", "is", "where"}),
    )


def spoken(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """The claim's text with its subject in front where the subject stands outside, and named where it is a pronoun."""
    who = next((r for r in claim.roles if r.name == "who"), None)
    if who is None or (who.entity is None and len(who.text) > 120):
        return claim.text
    name = entities[who.entity].name if who.entity in entities else who.text
    if claim.start <= who.start and who.end <= claim.end:
        a, b = who.start - claim.start, who.end - claim.start
        pronoun = len(who.text) <= 4 and who.text.islower() or who.text in {"He", "She", "They", "It"}
        return claim.text[:a] + name + claim.text[b:] if pronoun else claim.text
    return f"{name} {claim.text}"


def weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """How telling each stem is within these claims: inverse document frequency, smoothed."""
    counts = Counter(stem for bag in bags for stem in bag)
    return {stem: math.log(1 + len(bags) / count) for stem, count in counts.items()}


def sentence_texts(claims: Sequence[Claim], articles: Sequence[Article], readings: Sequence[Reading]) -> list[str]:
    """The sentence that each claim stands in."""
    text = {a.id: a.text for a in articles}
    spans = {r.id: r.sentences for r in readings}
    return [text[c.article_id][spans[c.article_id][c.sentence].start : spans[c.article_id][c.sentence].end] for c in claims]
