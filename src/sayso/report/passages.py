"""A finding's claims side by side: each distinct sentence once, with every article that prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.records import Claim, Finding
from sayso.report.marks import marks
from sayso.report.sources import Sources


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
    """The passages of a finding: first one of every article, then an article's further ones."""
    marked = marks(finding)
    together: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in finding.claims:
        together.setdefault((" ".join(claim.text.split()), claim.status, claim.polarity), []).append(claim)
    found = [_passage(claims, marked, sources) for claims in together.values()]
    return _one_of_each_first(found)


def _passage(claims: Sequence[Claim], marked: dict[str, list[tuple[int, int]]], sources: Sources) -> Passage:
    claim = next((claim for claim in claims if claim.id in marked), claims[0])
    ordered = (claim, *(other for other in claims if other is not claim))
    return Passage(ordered, tuple(pieces(claim, marked.get(claim.id, ()), sources)))


def pieces(claim: Claim, spans: Iterable[tuple[int, int]], sources: Sources) -> list[Piece]:
    """The sentence around a claim, cut into context, claim and marks; joined again it is the text of the article."""
    text = sources.article(claim.article_id).text
    if text[claim.start : claim.end] != claim.text:
        return [Piece("claim", claim.text)]
    start, end = sources.sentence(claim)
    found, at = [Piece("context", text[start : claim.start])], claim.start
    for left, right in spans:
        found += [Piece("claim", text[at:left]), Piece("mark", text[left:right])]
        at = right
    found += [Piece("claim", text[at : claim.end]), Piece("context", text[claim.end : end])]
    return [piece for piece in found if piece.text]


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
