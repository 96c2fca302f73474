"""What matching lays side by side: a claim's words, names, numbers and times, made once a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.wording import stems
from sayso.records import Article, Claim, Entity, Reading

@dataclass(frozen=True)
class Slots:
    """One claim made ready for comparison.

    `text` says it with its subject named, `bag` holds its content stems; `sentence` and `around` are the same for the whole
    sentence it stands in. `denial` marks the utterance of a denial: that it was uttered, not what it denies.
    """

    claim: Claim
    text: str
    bag: frozenset[str]
    sentence: str
    around: frozenset[str]
    names: frozenset[str]
    denial: bool
    who: str | None
    what: frozenset[str]


def slots(claims: Sequence[Claim], sentences: Sequence[str], entities: Mapping[str, Entity]) -> list[Slots]:
    """The slots of each claim, in order; `sentences` are the sentences that the claims stand in."""
    rejecting = {(c.article_id, c.sentence) for c in claims if c.kind != "statement" and (c.status == "denied" or c.polarity == "negative")}
    return [
        _of(claim, sentence, entities, claim.kind == "statement" and (claim.article_id, claim.sentence) in rejecting)
        for claim, sentence in zip(claims, sentences, strict=True)
    ]


def _of(claim: Claim, sentence: str, entities: Mapping[str, Entity], denial: bool) -> Slots:
    text = spoken(claim, entities)
    who = next((r for r in claim.roles if r.name == "who"), None)
    return Slots(
        claim=claim,
        text=text,
        bag=stems(text),
        sentence=sentence,
        around=stems(sentence),
        names=frozenset(claim.entities),
        denial=denial,
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


def sentence_texts(claims: Sequence[Claim], articles: Sequence[Article], readings: Sequence[Reading]) -> list[str]:
    """The sentence that each claim stands in."""
    text = {a.id: a.text for a in articles}
    spans = {r.id: r.sentences for r in readings}
    return [text[c.article_id][spans[c.article_id][c.sentence].start : spans[c.article_id][c.sentence].end] for c in claims]
