"""A finding's claims side by side: each distinct sentence once, with every article that prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.records import Claim, Finding
from sayso.report.marks import marks, negations
from sayso.report.sources import Sources
from sayso.spans import union


class Piece(NamedTuple):
    """A stretch of a sentence: `context` around the claim, the `claim` itself, or a `mark` at what differs."""

    kind: str
    text: str


class Passage(NamedTuple):
    """One verbatim sentence and the claims it carries; more than one where articles print the same words."""

    claims: tuple[Claim, ...]
    pieces: tuple[Piece, ...]

    @property
    def claim(self) -> Claim:
        """The first claim, which stands for the passage."""
        return self.claims[0]

    @property
    def text(self) -> str:
        """The sentence, as it stands in the article."""
        return "".join(piece.text for piece in self.pieces)


def passages(finding: Finding, sources: Sources) -> list[Passage]:
    """The passages of a finding: first one of every article, then an article's further ones.

    Clauses of one sentence that are presented alike are one passage.
    """
    marked = marks(finding)
    together: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in finding.claims:
        sentence = " ".join(sources.sentence_text(claim).split())
        together.setdefault((sentence, claim.status, claim.polarity), []).append(claim)
    found = [_passage(claims, marked, sources) for claims in together.values()]
    return _one_of_each_first(found)


def _passage(claims: Sequence[Claim], marked: dict[str, list[tuple[int, int]]], sources: Sources) -> Passage:
    """The claims of one sentence; the text is that of the first article of which something is marked."""
    chosen = next((claim for claim in claims if claim.id in marked), claims[0])
    here = [claim for claim in claims if claim.article_id == chosen.article_id]
    spans = union(span for claim in here for span in marked.get(claim.id, ()))
    if chosen.status == "denied" and not spans:  # "denied that …": the word stands outside the clause
        spans = negations(sources.article(chosen.article_id).text, *sources.sentence(chosen))
    ordered = (*here, *(claim for claim in claims if claim.article_id != chosen.article_id))
    return Passage(ordered, tuple(pieces(here, spans, sources)))


def pieces(claims: Sequence[Claim], spans: Iterable[tuple[int, int]], sources: Sources) -> list[Piece]:
    """The sentence around claims of one article, cut into context, claims and marks; joined it is verbatim."""
    text = sources.article(claims[0].article_id).text
    if any(text[claim.start : claim.end] != claim.text for claim in claims):
        return [Piece("claim", claims[0].text)]
    bounds = [sources.sentence(claim) for claim in claims]
    start, end = min(left for left, _ in bounds), max(right for _, right in bounds)
    inside = union((claim.start, claim.end) for claim in claims)
    layers = [(left, right, "claim") for left, right in inside] + [(left, right, "mark") for left, right in spans]
    edges = sorted({start, end, *(edge for left, right, _ in layers for edge in (left, right))})
    found: list[Piece] = []
    for left, right in pairwise(edges):
        kind = next((name for low, high, name in reversed(layers) if low <= left and right <= high), "context")
        if found and found[-1].kind == kind and kind != "mark":
            found[-1] = Piece(kind, found[-1].text + text[left:right])
        else:
            found.append(Piece(kind, text[left:right]))
    return found


def gist_pieces(finding: Finding) -> list[Piece]:
    """The gist with the claim in it that the finding is about; one sentence may be the gist of several findings."""
    for claim in finding.claims:
        before, found, after = finding.gist.partition(claim.text)
        if found:
            parts = (Piece("context", before), Piece("claim", found), Piece("context", after))
            return [piece for piece in parts if piece.text]
    return [Piece("claim", finding.gist)]


def _one_of_each_first(found: Sequence[Passage]) -> list[Passage]:
    seen: set[str] = set()
    first: list[Passage] = []
    further: list[Passage] = []
    for passage in found:
        ids = {claim.article_id for claim in passage.claims}
        (further if ids <= seen else first).append(passage)
        seen |= ids
    return first + further
