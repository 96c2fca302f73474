"""The gist of a finding: the best sentence that a source has for it, word for word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.compare.facts import FACTS
from sayso.compare.wording import shared, stems
from sayso.records import Article, Claim
from sayso.spans import sentence_around

_SHORT, _LONG = 40, 260  # characters of a sentence that can stand alone in a list
_A_NAME = 0.1  # what a name adds to how central a sentence is, in cosines to the other claims
_LEANING = frozenset(
    "it he she they this that these those its his her their but however moreover and also which".split()
)


def gist(claims: Sequence[Claim], articles: Mapping[str, Article], taken: Collection[str] = ()) -> str:
    """The sentence of the claim that stands best alone, is mostly about this, and has most in common with the others.

    One of `taken`, which stand for other findings, only where no other stands alone.
    """
    if all(c.predicate in FACTS for c in claims):  # "Acme CEO Ann Roe" stands in sentences about other things
        return max(claims, key=lambda c: (len(c.text), c.text, c.article_id, c.start)).text
    bags = [stems(c.text) for c in claims]

    def merit(n: int) -> tuple[bool, bool, bool, bool, float, str, str, int]:
        claim, whole = claims[n], sentence_of(claims[n], articles[claims[n].article_id].text)
        leans = not whole[:1].isupper() or whole.split(" ", 1)[0].lower() in _LEANING
        central = sum(shared(bags[n], bag) for bag in bags) + len(claim.entities) * _A_NAME
        aside = 2 * (claim.end - claim.start) < len(whole)  # a clause in a sentence about other things
        return (
            leans,
            whole in taken,
            not _SHORT <= len(whole) <= _LONG,
            aside,
            -round(central, 6),
            whole,
            claim.article_id,
            claim.start,
        )

    best = claims[min(range(len(claims)), key=merit)]
    return sentence_of(best, articles[best.article_id].text)


def sentence_of(claim: Claim, text: str) -> str:
    """The sentence a claim stands in, word for word."""
    start, end = sentence_around(text, claim.start, claim.end)
    return text[start:end].strip()
