"""The brief as one self-contained HTML page: opens offline, asks nothing of anybody, works without script.

Everything that comes from an article passes Jinja2's autoescape and `visible`; ids and anchors are digests; the page's
Content-Security-Policy allows one stylesheet, its own, by its digest, and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from sayso.records import Article, Claim, Event, Finding, Problem, Story, digest
from sayso.report import citations, intervals, timeline
from sayso.report.article import Back, marked_up
from sayso.report.dates import between, published
from sayso.report.layout import Fold, Glance, Line, Moment, Quoted, Row, Section, Source, Spoken, Todo, Told, Whole
from sayso.report.passages import Passage, Piece, gist_pieces, passages, pieces
from sayso.report.sections import FIRST, HEADINGS, Check, Heading, by_heading, checks, counted, heading_of, tally
from sayso.report.sources import Sources
from sayso.report.visible import shortened, visible
from sayso.report.voices import Voice, voices
from sayso.report.voices import citations as who_cites_whom
from sayso.report.wording import (
    KINDS,
    Reason,
    chain,
    dates_line,
    denied_by,
    leading,
    origin_note,
    origins,
    reasons,
    reported,
    say_so,
)

if TYPE_CHECKING:
    from sayso.report.brief import Brief

# How much stands open before the rest is folded: what a reader scans, not what there is.
GLANCE = {"single": 1}  # findings under a heading of the first screen; 2 under every other
GLANCE_ELSEWHERE = 2
OPEN = {"single": 8}  # findings of a section; 20 under every other heading
OPEN_ELSEWHERE = 20
FOLD = 100  # findings behind one fold
PASSAGES = 6  # passages of one finding
VOICES, UTTERANCES = 8, 4
HEADLINE_WIDTH = 300  # characters
CHECKED = 4  # findings named under one reason to check
OPEN_STORIES, OPEN_ARTICLES = 3, 12


def page(brief: Brief) -> str:
    """The brief as HTML; the same brief gives the same bytes."""
    sources = Sources(brief.articles)
    numbers = _numbers(brief.stories)
    told = [_told(story, sources, numbers) for story in brief.stories]
    template, style = _template()
    return template.render(
        brief=brief,
        told=told,
        wholes=list(_wholes(brief.articles, sources, numbers, brief.findings)),
        problems=_problems(brief.problems, sources),
        style=style,
        style_digest=b64encode(sha256(style.encode()).digest()).decode(),
        counted=counted,
        open_stories=OPEN_STORIES,
        open_articles=OPEN_ARTICLES,
        open_voices=VOICES,
    )


@cache
def _template() -> tuple[Template, Markup]:
    """The template and the stylesheet, compiled once a process."""
    environment = Environment(
        loader=PackageLoader("sayso.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    style = files("sayso.report").joinpath("templates/page.css").read_text(encoding="utf-8")
    return environment.get_template("page.html"), Markup(style)


def anchor(kind: str, id_: str) -> str:
    """The id of an element: a letter and a digest, whatever stands in a record's id."""
    return f"{kind}-{digest(id_)}"


def _numbers(stories: Iterable[Story]) -> dict[str, int]:
    """Findings by id, numbered as they come on the page."""
    order = [finding.id for story in stories for found in by_heading(story.findings).values() for finding in found]
    return {id_: number for number, id_ in enumerate(dict.fromkeys(order), start=1)}


def _told(story: Story, sources: Sources, numbers: dict[str, int]) -> Told:
    entries = timeline.dated(story)
    moments = [_moment(item, sources) for item in entries]
    citing = who_cites_whom(story, sources)
    found = by_heading(story.findings)
    return Told(
        story=story,
        anchor=anchor("s", story.id),
        headline=shortened(story.headline or "", HEADLINE_WIDTH),
        tally=tally(story, sources),
        span=between(story.first, story.last),
        glances=[_glance(story, heading, found[heading.key], sources) for heading in FIRST],
        todos=[_todo(check, sources) for check in checks(story, sources)],
        sections=[
            _section(story, heading, found[heading.key], sources, numbers) for heading in HEADINGS if found[heading.key]
        ],
        timeline=timeline.chart(entries),
        moments=[moment for moment in moments if moment.number],
        later_moments=[moment for moment in moments if not moment.number],
        voices=[_spoken(voice, sources) for voice in voices(story, sources)],
        coverage=[_coverage(event, sources) for event in story.events],
        citations=citations.chart(citing),
        citing=citing,
    )


def _glance(story: Story, heading: Heading, found: Sequence[Finding], sources: Sources) -> Glance:
    shown = GLANCE.get(heading.key, GLANCE_ELSEWHERE)
    lines = [_line(finding, sources, leading(finding, sources)) for finding in found[:shown]]
    return Glance(heading, anchor(heading.key, story.id), len(found), lines)


def _line(finding: Finding, sources: Sources, why: Reason | None = None) -> Line:
    return Line(anchor("f", finding.id), gist_pieces(finding), say_so(finding, sources, most=2), why)


def _todo(check: Check, sources: Sources) -> Todo:
    lines = [_line(finding, sources) for finding in check.findings[:CHECKED]]
    lines += [
        Line(anchor("a", article.id), _title(article, sources), published(article.published))
        for article in check.articles[:CHECKED]
    ]
    return Todo(check, len(check.findings) + len(check.articles), lines)


def _title(article: Article, sources: Sources) -> list[Piece]:
    """The headline; without one our own name for the article."""
    return [Piece("claim", article.headline)] if article.headline else [Piece("label", sources.outlet(article.id))]


def _section(
    story: Story, heading: Heading, found: Sequence[Finding], sources: Sources, numbers: dict[str, int]
) -> Section:
    rows = [_row(finding, heading, sources, numbers) for finding in found]
    shown = OPEN.get(heading.key, OPEN_ELSEWHERE)
    folds = [Fold(rows[at : at + FOLD]) for at in range(shown, len(rows), FOLD)]
    return Section(heading, anchor(heading.key, story.id), len(rows), rows[:shown], folds)


def _row(finding: Finding, heading: Heading, sources: Sources, numbers: dict[str, int]) -> Row:
    found = [_quoted(passage, sources) for passage in passages(finding, sources)]
    whose = (reported(finding, sources), origins(finding, sources), denied_by(finding, sources))
    return Row(
        number=numbers[finding.id],
        anchor=anchor("f", finding.id),
        heading=heading,
        kind=KINDS[finding.kind],
        gist=gist_pieces(finding),
        tally=[part for part in whose if part],
        reasons=reasons(finding, sources),
        chart=intervals.chart(finding, sources),
        passages=found[:PASSAGES],
        further=found[PASSAGES:],
    )


def _quoted(passage: Passage, sources: Sources) -> Quoted:
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in passage.claims:
        key = claim.article_id, claim.chain, claim.origin, claim.said, claim.happened
        alike.setdefault(key, []).append(claim)
    return Quoted(passage.pieces, [_source(claims, sources) for claims in alike.values()])


def _source(claims: Sequence[Claim], sources: Sources) -> Source:
    claim = claims[0]
    return Source(
        outlet=sources.outlet(claim.article_id),
        number=sources.numbers.get(claim.article_id, 0),
        place=anchor("c", claim.id),
        again=[anchor("c", other.id) for other in claims[1:] if sources.sentence(other) != sources.sentence(claim)],
        dates=dates_line(claim, sources),
        chain=chain(claim, sources),
        origin=origin_note(claim, sources),
        claim=claim,
    )


def _moment(item: timeline.Dated, sources: Sources) -> Moment:
    claim = item.claim
    told = pieces([claim], (), sources) if claim else [Piece("claim", item.entry.text)]
    outlet = sources.outlet(claim.article_id) if claim else ""
    return Moment(item.number, item.when, anchor("f", item.entry.finding_id), told, outlet)


def _coverage(event: Event, sources: Sources) -> list[Line]:
    """An event's articles, the earliest first."""
    covering = sorted((sources.article(id_) for id_ in event.article_ids), key=lambda a: a.published.earliest or "9")
    return [
        Line(
            anchor("a", article.id),
            _title(article, sources),
            f"{sources.outlet(article.id)} · {published(article.published)}",
        )
        for article in covering
    ]


def _spoken(voice: Voice, sources: Sources) -> Spoken:
    lines = []
    for utterance in voice.utterances:
        outlets = list(dict.fromkeys(sources.outlet(claim.article_id) for claim in utterance.claims))
        lines.append(Line(anchor("f", utterance.finding.id), [Piece("claim", utterance.sentence)], ", ".join(outlets)))
    kind = {"PER": "person", "ORG": "organisation"}.get(voice.type, "")
    return Spoken(voice, kind, lines[:UTTERANCES], lines[UTTERANCES:])


def _wholes(
    articles: Iterable[Article], sources: Sources, numbers: dict[str, int], findings: Iterable[Finding]
) -> Iterator[Whole]:
    places: dict[str, dict[str, tuple[Claim, list[Back]]]] = {}
    titles = {heading.key: heading for heading in HEADINGS}
    for finding in findings:
        back = Back(titles[heading_of(finding)], anchor("f", finding.id), numbers[finding.id])
        for claim in finding.claims:
            places.setdefault(claim.article_id, {}).setdefault(claim.id, (claim, []))[1].append(back)
    for article in articles:
        cited = [(anchor("c", claim.id), claim, backs) for claim, backs in places.get(article.id, {}).values()]
        cuts = tuple(cut for cut in article.cuts if cut.text.strip())
        counts = Counter(cut.reason for cut in cuts)
        yield Whole(
            article=article,
            number=sources.numbers[article.id],
            anchor=anchor("a", article.id),
            label=sources.outlet(article.id),
            title=_title(article, sources),
            published=published(article.published),
            text=marked_up(article.text, cited),
            cuts=cuts,
            reasons=", ".join(
                f"{reason} {number}" if number > 1 else reason for reason, number in counts.most_common()
            ),
        )


def _problems(problems: Iterable[Problem], sources: Sources) -> list[tuple[Problem, str]]:
    return [(problem, sources.name(problem.article) if problem.article else "") for problem in problems]
