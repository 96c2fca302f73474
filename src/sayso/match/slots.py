"""What matching lays side by side: a claim's words, names, numbers and times, made once a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.wording import COUNTRIES, stems
from sayso.records import Article, Claim, Entity, Reading

_LONG_SUBJECT = 120  # characters; a subject longer than that says more than the claim


@dataclass(frozen=True)
class Slots:
    """One claim made ready for comparison.

    `text` says it with its subject named, `bag` holds its content stems and its days and numbers; `sentence` and `around`
    are the words alone of the whole sentence it stands in. `denial` marks the utterance of a denial: that it was uttered, not
    what it denies.
    """

    claim: Claim
    text: str
    bag: frozenset[str]
    sentence: str
    around: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    denial: bool
    who: str | None
    what: frozenset[str]


class Texts:
    """The texts behind the claims: sentences, and claims said with names in place of the words that stand for them."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        self.text = {a.id: a.text for a in articles}
        self.sentences = {r.id: r.sentences for r in readings}
        self.stand_ins = {
            r.id: sorted((m.start, m.end, e.name) for e in r.entities for m in e.mentions if m.form != "name")
            for r in readings
        }

    def sentence(self, claim: Claim) -> str:
        """The sentence that a claim stands in."""
        span = self.sentences[claim.article_id][claim.sentence]
        return self.text[claim.article_id][span.start : span.end]

    def spoken(self, claim: Claim) -> str:
        """The claim with its subject in front where that stands outside, and names for "he" and "the company"."""
        said = self._named(claim.article_id, claim.start, claim.end)
        who = next((r for r in claim.roles if r.name == "who"), None)
        if who is None or (claim.start <= who.start and who.end <= claim.end) or len(who.text) > _LONG_SUBJECT:
            return said
        return f"{self._named(claim.article_id, who.start, who.end)} {said}"

    def _named(self, article: str, start: int, end: int) -> str:
        """The text from start to end with each pronoun or nominal that stands for a name replaced by it."""
        text, at, parts = self.text[article], start, []
        for a, b, name in self.stand_ins[article]:
            if at <= a and b <= end:
                possessive = "'s" if text[a:b].lower() in {"his", "her", "its", "their"} else ""
                parts += [text[at:a], name + possessive]
                at = b
        return "".join([*parts, text[at:end]])


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
    text, sentence = texts.spoken(claim), texts.sentence(claim)
    who = next((r for r in claim.roles if r.name == "who"), None)
    return Slots(
        claim=claim,
        text=text,
        bag=stems(text) | figures(claim),
        sentence=sentence,
        around=stems(sentence),
        names=frozenset(claim.entities),
        places=stems(text) & places,
        denial=denial,
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
