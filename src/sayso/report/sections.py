"""Which finding stands under which heading, what the headings say, and what to check next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.compare.facts import FACTS
from sayso.records import Article, Finding, Story
from sayso.report.sources import Sources


class Heading(NamedTuple):
    """A section of the report: key, title, a mark that tells in black and white too, and what belongs there."""

    key: str
    title: str
    glyph: str
    explained: str


HEADINGS = (
    Heading("agreed", "Agreed", "=", "two or more independent origins say so"),
    Heading("conflicting", "Conflicting", "≠", "the sources cannot all be right"),
    Heading("denied", "Denied", "×", "somebody rejects it"),
    Heading("rumoured", "Rumoured", "?", "nobody vouches for it by name"),
    Heading("updated", "Updated", "→", "each true at its time, the later replaces the earlier"),
    Heading("single", "Single-origin", "•", "one origin, however many repeat it"),
    Heading("people", "Who is who", "@", "titles and ages as the articles give them"),
)
FIRST = HEADINGS[:-1]
"""The headings of the first screen: who somebody is needs no check."""

_BY_STATUS = {
    "denied": "denied",
    "conflicting": "conflicting",
    "updated": "updated",
    "corroborated": "agreed",
    "single-origin": "single",
}


def heading_of(finding: Finding) -> str:
    """The key of the heading a finding stands under: its status, or `rumoured` where every passage calls it rumour.

    What is said of a person in passing, and contested by nobody, stands under `people`.
    """
    key = _BY_STATUS[finding.status]
    settled = key in ("agreed", "single")
    if settled and finding.claims and all(claim.predicate in FACTS for claim in finding.claims):
        return "people"
    if settled and finding.claims and all(claim.status == "rumoured" for claim in finding.claims):
        return "rumoured"
    return key


def by_heading(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings under every heading, in the order given (reconcile puts first what a reader needs first)."""
    sorted_out: dict[str, list[Finding]] = {heading.key: [] for heading in HEADINGS}
    for finding in findings:
        sorted_out[heading_of(finding)].append(finding)
    return sorted_out


class Tally(NamedTuple):
    """What a story rests on; `unnamed` of the outlets are known by their article alone."""

    articles: int
    outlets: int
    unnamed: int
    origins: int
    findings: int


def tally(story: Story, sources: Sources) -> Tally:
    """The counts of a story's first line."""
    articles = [sources.article(id_) for id_ in story.article_ids]
    named = {article.outlet for article in articles if article.outlet}
    unnamed = sum(not article.outlet for article in articles)
    origins = sources.distinct(o for finding in story.findings for o in (*finding.origins, *finding.denied_by))
    return Tally(len(articles), len(named) + unnamed, unnamed, len(origins), len(story.findings))


def tally_line(counts: Tally) -> str:
    """The tally in words: "5 articles, 4 outlets (1 unnamed), 7 origins"."""
    unnamed = f" ({counts.unnamed} unnamed)" if counts.unnamed else ""
    outlets = counted(counts.outlets, "outlet") + unnamed
    return f"{counted(counts.articles, 'article')}, {outlets}, {counted(counts.origins, 'origin')}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "outlet"), counted(4100, "outlet"), counted(2, "story", "stories")
    ('1 outlet', '4,100 outlets', '2 stories')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


class Check(NamedTuple):
    """Something an editor should check next: why, in our words (`brief` in a word or two), and what it concerns."""

    glyph: str
    brief: str
    why: str
    findings: tuple[Finding, ...] = ()
    articles: tuple[Article, ...] = ()


def checks(story: Story, sources: Sources) -> list[Check]:
    """What to check next, the most urgent first; an empty list where nothing is open."""
    found = by_heading(story.findings)
    echoes = [f for f in story.findings if is_echo(f)]
    alone = [f for f in found["single"] if not is_echo(f)]
    articles = [sources.article(id_) for id_ in story.article_ids]
    listed = (
        Check("≠", "open conflict", "Open conflict: ask which is right", tuple(found["conflicting"])),
        Check("×", "denied", "Denied: hear both sides, and look for what would settle it", tuple(found["denied"])),
        Check("•", "repeated from one", "Repeated by several, but from one origin: go to the origin", tuple(echoes)),
        Check("?", "rumour", "Rumour: find somebody who vouches for it", tuple(found["rumoured"])),
        Check("→", "updated", "Updated: see that the later figure or plan still stands", tuple(found["updated"])),
        Check("•", "one origin", "One origin only: look for a second", tuple(alone)),
        Check("?", "date unknown", "Publication date unknown", articles=tuple(a for a in articles if _undated(a))),
        Check(
            "?",
            "date inferred",
            "Publication date inferred: confirm it",
            articles=tuple(a for a in articles if _inferred(a)),
        ),
    )
    return [check for check in listed if check.findings or check.articles]


def is_echo(finding: Finding) -> bool:
    """Whether several outlets repeat a thing that rests on one origin; an utterance has one speaker by nature."""
    return finding.kind != "statement" and len(finding.reported_by) > 1 and len(finding.origins) == 1


def _undated(article: Article) -> bool:
    return not (article.published.earliest or article.published.latest)


def _inferred(article: Article) -> bool:
    return not _undated(article) and article.published.basis == "inferred"
