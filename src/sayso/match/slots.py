"""What matching lays side by side: a claim's words, names, numbers and times, made once a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.wording import COUNTRIES, stems
from sayso.match.texts import Texts
from sayso.records import Claim, Entity

_BARE = 10  # words of a claim that is hardly more than its figure


@dataclass(frozen=True)
class Slots:
    """One claim made ready for comparison.

    `bag` holds the content stems of what it says in the story's sentences, with its subject, and its days and numbers.
    `sentence` is the whole sentence it stands in and `around` the stems of that. `denial` marks the utterance of a denial:
    that it was uttered, not what it denies. A `bare` claim is hardly more than a figure.
    """

    claim: Claim
    bag: frozenset[str]
    sentence: str
    around: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    denial: bool
    bare: bool
    who: str | None
    what: frozenset[str]


def slots(claims: Sequence[Claim], texts: Texts, entities: Mapping[str, Entity]) -> list[Slots]:
    """The slots of each claim, in order."""
    places = COUNTRIES | {stem for e in entities.values() if e.type == "LOC" for stem in stems(e.name)}
    rejecting = {
        (c.article_id, c.sentence)
        for c in claims
        if c.kind != "statement" and (c.status == "denied" or c.polarity == "negative")
    }
    return [
        _of(claim, texts, places, claim.kind == "statement" and (claim.article_id, claim.sentence) in rejecting)
        for claim in claims
    ]


def _of(claim: Claim, texts: Texts, places: frozenset[str], denial: bool) -> Slots:
    text, sentence = texts.said(texts.spans(claim)), texts.sentence(claim)
    who = next((r for r in claim.roles if r.name == "who"), None)
    return Slots(
        claim=claim,
        bag=stems(text) | figures(claim),
        sentence=sentence,
        around=stems(sentence),
        names=frozenset(claim.entities),
        places=stems(text) & places,
        denial=denial,
        bare=claim.kind == "number" and len(claim.text.split()) <= _BARE,
        who=who.entity if who else None,
        what=frozenset(r.entity or r.head for r in claim.roles if r.name in {"what", "is", "where"}),
    )


def figures(claim: Claim) -> frozenset[str]:
    """Its numbers, and the day, month and year of its times, as words of their own: "at the end of February" meets "Feb. 28"."""
    numbers = {f"#{q.value:g}" for q in claim.quantities if q.value is not None}
    times = {
        "@" + t.earliest[:length]
        for t in claim.timexes
        for length in (len("2000-01-01"), len("2000-01"), len("2000"))
        if t.earliest and t.latest and t.earliest[:length] == t.latest[:length]
    }
    return frozenset(numbers | times)
