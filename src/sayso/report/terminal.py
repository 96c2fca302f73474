"""The brief for a terminal: one screen that says what matters, then the findings in full.

The screen is made of verbatim sentences, shortened with an ellipsis to one line each; below it nothing is shortened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.records import Finding, Story
from sayso.report.columns import Line, inked, wrapped
from sayso.report.dates import between, published
from sayso.report.passages import Passage, gist_pieces, passages
from sayso.report.sections import FIRST, HEADINGS, Heading, by_heading, checks, counted, tally, tally_line
from sayso.report.sources import Sources
from sayso.report.visible import one_line, shortened, visible
from sayso.report.wording import (
    chain_line,
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

SCREEN = 30  # lines of a terminal window that is a little larger than the classic 24
MOST = 4  # findings under one heading of the screen
ROOMY = 96  # columns; with fewer the headings stand above their findings, not beside them
NARROWEST = 48  # columns; narrower windows wrap
MOST_IN_FULL = 200  # findings under one heading; the other formats have all of them
INDEXED = 12  # stories on the first screen

# Whose turn it is to get one more line while the screen has room: trouble first.
TURNS = ("conflicting", "denied", "agreed", "updated", "rumoured", "single")
STYLES = {
    "agreed": "bold green",
    "conflicting": "bold red",
    "denied": "bold magenta",
    "rumoured": "bold yellow",
    "updated": "bold blue",
    "single": "bold",
    "people": "bold",
}

Row = tuple[str, Line]  # a margin that stands before the first line, and the text that is wrapped beside it


def terminal(brief: Brief, width: int = 100, colour: bool = False) -> str:
    """The brief as plain text of `width` columns, or with ANSI colours."""
    width = max(width, NARROWEST)
    return "".join(
        f"{line}\n" for row in _rows(brief, Sources(brief.articles), width) for line in _set(*row, width, colour)
    )


def _set(margin: str, text: Line, width: int, colour: bool) -> Iterator[str]:
    """The lines of a row; a bar in the margin goes on, a number stands once."""
    for index, line in enumerate(wrapped(text, width - len(margin))):
        before = margin if not index or "│" in margin else " " * len(margin)
        yield inked([(before, "dim"), *line], colour).rstrip()


def _rows(brief: Brief, sources: Sources, width: int) -> Iterator[Row]:
    if not brief.articles:
        yield "", _ink("No article could be read.", "bold")
    if len(brief.stories) > 1:
        yield from _index(brief.stories, sources, width)
    number = 1
    for story in brief.stories:
        if len(brief.stories) > 1:
            yield "", []
        yield from _screen(story, sources, width, len(brief.problems))
        for heading, found in zip(HEADINGS, by_heading(story.findings).values(), strict=True):
            yield from _section(heading, found, sources, width, number)
            number += len(found)
    yield from _articles(sources, width)
    yield from _problems(brief, width)


def _ink(text: str, style: str = "") -> Line:
    return [(text, style)]


def _rule(title: str, width: int, style: str) -> Row:
    return "", [(f"{title} ", style), ("─" * max(0, width - len(title) - 1), "dim")]


def _index(stories: Sequence[Story], sources: Sources, width: int) -> Iterator[Row]:
    """The stories of a brief that has several, and what is open in each."""
    yield "", _ink(counted(len(stories), "story", "stories"), "bold")
    for story in stories[:INDEXED]:
        found = by_heading(story.findings)
        open_ = [f"{h.glyph} {len(found[h.key])} {h.title.lower()}" for h in HEADINGS[1:5] if found[h.key]]
        yield "  ", _ink(shortened(_headline(story), width - 2))
        yield "    ", _ink(shortened(" · ".join([tally_line(tally(story, sources)), *open_]), width - 4), "dim")
    if len(stories) > INDEXED:
        yield "  ", _ink(f"and {len(stories) - INDEXED:,} more below", "dim")


def _headline(story: Story) -> str:
    return one_line(story.headline or "") or "A story without a headline"


# ── the first screen ─────────────────────────────────────────────────────────────────────────────────────────────────


def _screen(story: Story, sources: Sources, width: int, problems: int) -> Iterator[Row]:
    rule = ("", _ink("─" * width, "dim"))
    todo = [f"{check.brief} {len(check.findings) + len(check.articles)}" for check in checks(story, sources)]
    head = [("", _ink(shortened(_headline(story), width), "bold")), ("", _ink(_counts(story, sources))), rule]
    foot = [rule, ("Check next  ", _ink(" · ".join(todo) or "nothing is open"))]
    foot += [("", _ink(f"{counted(problems, 'problem')}: see the end", "bold"))] if problems else []
    taken = sum(1 for margin, text in (*head, *foot) for _ in wrapped(text, width - len(margin)))
    yield from head
    yield from _boxes(story, sources, width, SCREEN - taken)
    yield from foot


def _boxes(story: Story, sources: Sources, width: int, room: int) -> Iterator[Row]:
    """The headings with their foremost findings, in as many lines as there is room."""
    found = by_heading(story.findings)
    titles = {h.key: f"{h.glyph} {h.title} {len(found[h.key]):,}" for h in FIRST}
    beside = max(map(len, titles.values())) + 2 if width >= ROOMY else 0
    drawn = {key: [_glance(f, sources, width - (beside or 2)) for f in found[key][:MOST]] for key in titles}
    kept = _fitted(drawn, room - sum(not beside or not shown for shown in drawn.values()))
    for key, title in titles.items():
        yield from _box(title, STYLES[key], drawn[key][: kept[key]], beside)


def _counts(story: Story, sources: Sources) -> str:
    counts = tally(story, sources)
    parts = [tally_line(counts), counted(counts.findings, "finding"), between(story.first, story.last)]
    return " · ".join(part for part in parts if part)


def _glance(finding: Finding, sources: Sources, room: int) -> list[Line]:
    """A finding on the screen: its gist on one line, what it turns on where it is contested, and who says it."""
    lines = [_ink(_telling(finding, room))]
    if why := leading(finding, sources):
        lines.append(_ink(shortened(f"{why.glyph} {why.reason}", room), "italic"))
    whose = [say_so(finding, sources, most) for most in (3, 2, 1)]
    fitting = next((line for line in whose if len(line) <= room), whose[-1])
    return [*lines, _ink(shortened(fitting, room), "dim")]


def _telling(finding: Finding, room: int) -> str:
    """The gist on one line; where the claim begins too late to be seen, from the claim on."""
    gist = one_line(finding.gist)
    parts = [piece for piece in gist_pieces(finding) if piece.kind == "claim"]
    at = gist.find(one_line(parts[0].text))
    hidden = len(gist) > room and at > room // 2
    return f"…{shortened(gist[at:], room - 1)}" if hidden else shortened(gist, room)


def _fitted(drawn: dict[str, list[list[Line]]], room: int) -> dict[str, int]:
    """How many findings each heading shows: one at least, more by turns while the screen has lines."""
    kept = dict.fromkeys(drawn, 1)
    left = room - sum(len(of[0]) for of in drawn.values() if of)
    for _ in range(MOST - 1):
        for key in TURNS:
            more = drawn.get(key, [])[kept.get(key, 0) :][:1]
            if more and len(more[0]) <= left:
                kept[key] += 1
                left -= len(more[0])
    return kept


def _box(title: str, style: str, findings: Sequence[Sequence[Line]], beside: int) -> Iterator[Row]:
    """A heading with its findings: at their left in so many columns, or above them where 0."""
    if not beside or not findings:
        yield "", _ink(title, style)
    margin = title.ljust(beside) if beside else "  "
    for lines in findings:
        for line in lines:
            yield "", [(margin, style), *line]
            margin = " " * len(margin)


# ── the findings in full ─────────────────────────────────────────────────────────────────────────────────────────────


def _section(heading: Heading, found: Sequence[Finding], sources: Sources, width: int, first: int) -> Iterator[Row]:
    if not found:
        return
    yield "", []
    yield _rule(f"{heading.glyph} {heading.title} {len(found):,}: {heading.explained}", width, STYLES[heading.key])
    for number, finding in enumerate(found[:MOST_IN_FULL], start=first):
        yield "", []
        yield from _finding(finding, number, sources)
    if len(found) > MOST_IN_FULL:
        yield "", []
        yield "", _ink(f"and {len(found) - MOST_IN_FULL:,} more: the other formats have all of them", "dim")


def _finding(finding: Finding, number: int, sources: Sources) -> Iterator[Row]:
    shown = passages(finding, sources)
    margin = f"{number}. "
    under = " " * len(margin)
    if len(shown) == 1:
        yield margin, _marked(shown[0])
        yield from ((under, line) for line in _sources(shown[0], sources))
        return
    yield margin, _ink(one_line(finding.gist), "bold")
    whose = (reported(finding, sources), origins(finding, sources), denied_by(finding, sources))
    yield under, _ink(" · ".join(part for part in whose if part))
    for why in reasons(finding, sources):
        pairs = f" ({why.pairs} pairs)" if why.pairs > 1 else ""
        yield under, [(f"{why.glyph} {why.title}", "bold"), (f" ({why.basis}): {why.reason}{pairs}", "")]
    for passage in shown:
        yield under + "│ ", _marked(passage)
        yield from ((under + "│ ", line) for line in _sources(passage, sources))


def _marked(passage: Passage) -> Line:
    """The sentence, what differs underlined; line feeds and tabs are spaces, for pasted sentences run over lines."""
    styles = {"mark": "bold underline", "context": "dim", "claim": ""}
    return [(visible(piece.text).translate({9: " ", 10: " "}), styles[piece.kind]) for piece in passage.pieces]


def _sources(passage: Passage, sources: Sources) -> Iterator[Line]:
    for claim in passage.claims:
        status = f" · {claim.status}" if claim.status != "asserted" else ""
        origin = origin_note(claim, sources)
        number = sources.numbers.get(claim.article_id, 0)
        who = f"{chain_line(claim, sources)}{f' ({origin})' if origin else ''}"
        yield _ink(f"[{number}] {who}{status} · {dates_line(claim, sources)}", "dim")


# ── the articles and what could not be read ──────────────────────────────────────────────────────────────────────────


def _articles(sources: Sources, width: int) -> Iterator[Row]:
    if not sources.articles:
        return
    yield "", []
    yield _rule("Articles", width, "")
    for id_, article in sources.articles.items():
        headline = one_line(article.headline or "")
        parts = [sources.outlet(id_), headline, published(article.published), one_line(article.input)]
        yield f"[{sources.numbers[id_]}] ", _ink(" · ".join(part for part in parts if part))


def _problems(brief: Brief, width: int) -> Iterator[Row]:
    if not brief.problems:
        return
    yield "", []
    yield _rule(f"Problems {len(brief.problems):,}", width, "red")
    for problem in brief.problems:
        yield "! ", _ink(f"{problem.stage}, {one_line(problem.code)}: {one_line(problem.detail)}")
