"""The sentences that claims stand in, said with names in place of the words that stand for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.records import Article, Claim, Reading

_LONG_SUBJECT = 120  # characters; a subject longer than that says more than the claim
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


class Span(NamedTuple):
    """Characters `start` to `end` (excluded) of what sentence number `text` says."""

    text: int
    start: int
    end: int


class Sentence:
    """A sentence of an article's text as it is `written`, and as it is `said` with names ("it sold" is "Acme sold")."""

    def __init__(self, text: str, start: int, end: int, stand_ins: Iterable[tuple[int, int, str]]) -> None:
        self.written, self.end = text[start:end], end
        self._moved = [(start, 0)]  # from a place in the article on, the place in `said`
        at, parts, length = start, [], 0
        for a, b, name in stand_ins:
            if at <= a and b <= end:
                said = name + ("'s" if text[a:b].lower() in _POSSESSIVE else "")
                parts += [text[at:a], said]
                length += a - at + len(said)
                at = b
                self._moved.append((b, length))
        self.said = "".join([*parts, text[at:end]])

    def place(self, at: int) -> int:
        """The place in `said` of a place in the article."""
        source, target = self._moved[max(0, bisect_right(self._moved, (at, len(self.said) + 1)) - 1)]
        return min(target + max(0, at - source), len(self.said))


class Texts:
    """The sentences of a story's articles, in the order of the readings."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        text = {a.id: a.text for a in articles}
        self.sentences: list[Sentence] = []
        self._first: dict[str, int] = {}
        self._starts: dict[str, list[int]] = {}
        for reading in readings:
            self._first[reading.id] = len(self.sentences)
            self._starts[reading.id] = [s.start for s in reading.sentences]
            self.sentences += _sentences(text[reading.id], reading)

    def places(self, claim: Claim) -> list[tuple[int, int]]:
        """Where a claim stands in its article, its subject first where that stands outside; each within one sentence."""
        own = claim.start, claim.end
        who = next((r for r in claim.roles if r.name == "who"), None)
        outside = who is not None and not (claim.start <= who.start and who.end <= claim.end)
        places = [(who.start, who.end), own] if who and outside and len(who.text) <= _LONG_SUBJECT else [own]
        return [(a, min(b, self.sentences[self._number(claim.article_id, a)].end)) for a, b in places]

    def spans(self, claim: Claim) -> tuple[Span, ...]:
        """The same places in the sentences as they are said."""
        return tuple(self._span(claim.article_id, start, end) for start, end in self.places(claim))

    def said(self, spans: Sequence[Span]) -> str:
        """The words of spans."""
        return " ".join(self.sentences[s.text].said[s.start : s.end] for s in spans)

    def sentence(self, claim: Claim) -> str:
        """The sentence that a claim stands in, as it is written."""
        return self.sentences[self._first[claim.article_id] + claim.sentence].written

    def _span(self, article: str, start: int, end: int) -> Span:
        """A stretch of a sentence, as it is said."""
        number = self._number(article, start)
        sentence = self.sentences[number]
        return Span(number, sentence.place(start), sentence.place(end))

    def _number(self, article: str, at: int) -> int:
        """Which sentence a place in an article is in, or follows."""
        return self._first[article] + max(0, bisect_right(self._starts[article], at) - 1)


def _sentences(text: str, reading: Reading) -> list[Sentence]:
    """The sentences of one article, each with its pronouns and nominals that stand for a name."""
    stand_ins = sorted((m.start, m.end, e.name) for e in reading.entities for m in e.mentions if m.form != "name")
    starts = [start for start, _, _ in stand_ins]
    cuts = [bisect_left(starts, s.start) for s in reading.sentences] + [len(stand_ins)]
    return [
        Sentence(text, s.start, s.end, stand_ins[first:last])
        for s, (first, last) in zip(reading.sentences, pairwise(cuts), strict=True)
    ]
