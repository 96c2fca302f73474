"""What a denial rejects: the words of its own that say so, without who denies, how, and the report that it names in passing."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.compare.names import tokens_of
from sayso.compare.wording import stem, stems
from sayso.records import Claim, Role

_NAMING = 3  # words before "story" that name it ("the National Courier story"); more of them tell what it says
_WHOLE = re.compile(
    r"(?i)\b(?:stor(?:y|ies)|reports?|reporting|articles?|piece|posts?|news|rumou?rs?|hoax|allegations|accusations)\b"
)
CUES = frozenset(
    "deny reject refute dismiss dispute debunk dispel rebut contradict disprove disavow repudiate quash discredit call brand label describe slam "
    "blast decry denounce".split()
)
_REPORTS = frozenset(
    "report claim story article news allegation rumour rumor speculation hoax suggestion accusation charge assertion account post posting "
    "tweet headline piece coverage thing idea it this that which they".split()
)
# Stems of a denial that name what it denies and say nothing of it: "the entire story is fabricated".
ABOUT_REPORTS = frozenset(
    map(
        stem,
        "report reports claim claims story stories article articles news allegation allegations rumour rumours rumor rumors speculation "
        "hoax fake false untrue true real fabricated bogus baseless unfounded groundless inaccurate incorrect misleading nonsense fiction entire "
        "entirely whole simply completely totally utterly categorically flatly just fortunately however actually denied denies deny denial "
        "rejected dismissed refuted disputed debunked dispelled repeatedly publicly subsequently vehemently strongly quickly effectively "
        "isn't isn’t wasn't wasn’t aren't aren’t weren't weren’t percent 100 course having it's it’s that's that’s one".split(),
    )
)


@lru_cache(maxsize=4_096)
def rejected_words(claim: Claim) -> frozenset[str]:
    """The stems of what a denial says is not so; none where it only names what it denies ("Acme denied the report").

    >>> from sayso.records import Role
    >>> def claim(text, what):
    ...     start = text.index(what)
    ...     roles = (Role(name="who", start=0, end=4, text="Acme", head="acme"),
    ...              Role(name="what", start=start, end=len(text), text=what, head=what.split()[-1]))
    ...     return Claim(id="c", article_id="a", start=0, end=len(text), text=text, status="denied", polarity="positive",
    ...                  chain=("Acme",), origin="Acme", predicate="deny", roles=roles)
    >>> sorted(rejected_words(claim("Acme denied the Courier report", "the Courier report")))
    []
    >>> sorted(rejected_words(claim("Acme denied any role", "any role")))
    ['role']
    """
    told = stems(_without_source(claim)) - ABOUT_REPORTS - _voices(claim) - {"any"}
    told = frozenset(s for s in told if not s.isdigit())  # a date says nothing of what happened on it
    for role in claim.roles:
        if _names_a_report(role):
            told -= stems(role.text)
    if claim.predicate.partition(" ")[0] not in CUES:
        return told
    denier = next((stems(r.text) for r in claim.roles if r.name == "who"), frozenset())
    return told - denier - {stem(claim.predicate)}


def names_report(claim: Claim) -> bool:
    """Whether a denial names a report as a whole ("the story is fabricated"), and not one claim of it."""
    return bool(_WHOLE.search(claim.text)) and not rejected_words(claim)


def _without_source(claim: Claim) -> str:
    """A claim's text from its first part on where it begins with "According to …"."""
    if not claim.text.lower().startswith("according to"):
        return claim.text
    starts = [r.start for r in claim.roles if not r.name.startswith("by")]
    return claim.text[max(0, min(starts, default=claim.start) - claim.start) :]


def _voices(claim: Claim) -> frozenset[str]:
    """The words of whom a claim cites for itself where it is no utterance of theirs about themselves."""
    return stems(" ".join(claim.chain[-1:])) if claim.predicate.partition(" ")[0] in CUES else frozenset()


def _names_a_report(role: Role) -> bool:
    """Whether a part names a report and says nothing of what it tells: nothing stands after the noun, and little before."""
    words = tokens_of(role.text)
    head = role.head.lower()
    if head not in _REPORTS or not words or stem(words[-1]) != stem(head):
        return False
    return len(words) <= _NAMING + 2  # with its article
