"""The sentences that claims stand in, said with names in place of the words that stand for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.records import Article, Claim, Reading
from sayso.weights.encoder import Span

_LONG_SUBJECT = 120  # characters; a subject longer than that says more than the claim
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


class Sentence:
    """A sentence of an article's text as it is `written`, and as it is `said` with names ("it sold" is "Acme sold")."""

    def __init__(self, text: str, start: int, end: int, stand_ins: Iterable[tuple[int, int, str]]) -> None:
        self.written = text[start:end]
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

    def spans(self, claim: Claim) -> tuple[Span, ...]:
        """Where a claim stands in the sentences as they are said, its subject first where that stands outside."""
        own = self._span(claim.article_id, claim.start, claim.end)
        who = next((r for r in claim.roles if r.name == "who"), None)
        if who is None or (claim.start <= who.start and who.end <= claim.end) or len(who.text) > _LONG_SUBJECT:
            return (own,)
        return self._span(claim.article_id, who.start, who.end), own

    def said(self, spans: Sequence[Span]) -> str:
        """The words of spans."""
        return " ".join(self.sentences[s.text].said[s.start : s.end] for s in spans)

    def sentence(self, claim: Claim) -> str:
        """The sentence that a claim stands in, as it is written."""
        return self.sentences[self._first[claim.article_id] + claim.sentence].written

    def _span(self, article: str, start: int, end: int) -> Span:
        """A stretch of an article, within the sentence that it begins in."""
        number = self._first[article] + max(0, bisect_right(self._starts[article], start) - 1)
        sentence = self.sentences[number]
        return Span(number, sentence.place(start), sentence.place(end))


def _sentences(text: str, reading: Reading) -> list[Sentence]:
    """The sentences of one article, each with its pronouns and nominals that stand for a name."""
    stand_ins = sorted((m.start, m.end, e.name) for e in reading.entities for m in e.mentions if m.form != "name")
    starts = [start for start, _, _ in stand_ins]
    cuts = [bisect_left(starts, s.start) for s in reading.sentences] + [len(stand_ins)]
    return [
        Sentence(text, s.start, s.end, stand_ins[first:last])
        for s, (first, last) in zip(reading.sentences, pairwise(cuts), strict=True)
    ]
