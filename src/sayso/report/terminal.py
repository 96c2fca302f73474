"""The brief for a terminal: one screen that says what matters, then the findings in full.

The screen is made of verbatim sentences, shortened with an ellipsis to one line each; below it nothing is shortened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.records import Finding, Story
from sayso.report.dates import between, published
from sayso.report.passages import Passage, passages
from sayso.report.sections import HEADINGS, Heading, by_heading, checks, counted, tally, tally_line
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
NARROWEST = 48  # columns; narrower windows wrap
MOST_IN_FULL = 200  # findings under one heading; the other formats have all of them

# Whose turn it is to get one more line while the screen has room: trouble first.
TURNS = ("conflicting", "denied", "agreed", "updated", "rumoured", "single")
COLOURS = {
    "agreed": "green",
    "conflicting": "red",
    "denied": "magenta",
    "rumoured": "yellow",
    "updated": "blue",
    "single": "default",
}


def terminal(brief: Brief, width: int = 100, colour: bool = False) -> str:
    """The brief as plain text of `width` columns, or with ANSI colours."""
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    sources = Sources(brief.articles)
    for line in _lines(brief, sources, console.width):
        console.print(line, soft_wrap=False)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.split("\n")) if not colour else text


def _lines(brief: Brief, sources: Sources, width: int) -> Iterator[Text | Padding]:
    if not brief.articles:
        yield Text("No article could be read.", "bold")
    if len(brief.stories) > 1:
        yield from _index(brief.stories, sources, width)
    number = 1
    for place, story in enumerate(brief.stories):
        if len(brief.stories) > 1 or place:
            yield Text()
        yield from _screen(story, sources, width, len(brief.problems))
        for heading, found in zip(HEADINGS, by_heading(story.findings).values(), strict=True):
            yield from _section(heading, found, sources, width, number)
            number += len(found)
    yield from _articles(sources, width)
    yield from _problems(brief, sources, width)


def _rule(title: str, width: int, style: str) -> Text:
    return Text.assemble((f"{title} ", f"bold {style}"), ("─" * max(0, width - len(title) - 1), "dim"))


def _index(stories: Sequence[Story], sources: Sources, width: int) -> Iterator[Text]:
    yield Text(counted(len(stories), "story", "stories"), "bold")
    for story in stories:
        found = by_heading(story.findings)
        open_ = [f"{h.glyph} {len(found[h.key])} {h.title.lower()}" for h in HEADINGS[1:5] if found[h.key]]
        yield Text("  " + shortened(_headline(story), width - 2))
        yield Text(
            "    " + shortened(" · ".join([counted(len(story.article_ids), "article"), *open_]), width - 4), "dim"
        )


def _headline(story: Story) -> str:
    return one_line(story.headline or "") or "A story without a headline"


# ── the first screen ─────────────────────────────────────────────────────────────────────────────────────────────────


def _screen(story: Story, sources: Sources, width: int, problems: int) -> Iterator[Text]:
    yield Text(shortened(_headline(story), width), "bold")
    yield Text(shortened(_counts(story, sources), width))
    yield Text("─" * width, "dim")
    found = by_heading(story.findings)
    margins = {h.key: f"{h.glyph} {h.title} {len(found[h.key]):,}" for h in HEADINGS}
    indent = max(map(len, margins.values())) + 2
    room = width - indent
    drawn = {h.key: [_glance(f, sources, room) for f in found[h.key][:MOST]] for h in HEADINGS if found[h.key]}
    kept = _fitted(drawn, SCREEN - 3 - 3)
    for heading in HEADINGS:
        if heading.key in drawn:
            yield from _box(
                margins[heading.key].ljust(indent), COLOURS[heading.key], drawn[heading.key][: kept[heading.key]]
            )
    yield Text("─" * width, "dim")
    todo = [f"{check.brief} {len(check.findings) + len(check.articles)}" for check in checks(story, sources)]
    yield Text.assemble(("Check next  ", "bold"), shortened(" · ".join(todo) or "nothing is open", width - 12))
    if problems:
        yield Text(f"{counted(problems, 'problem')}: see the end", "bold")


def _counts(story: Story, sources: Sources) -> str:
    counts = tally(story, sources)
    parts = [tally_line(counts), counted(counts.findings, "finding"), between(story.first, story.last)]
    return " · ".join(part for part in parts if part)


def _glance(finding: Finding, sources: Sources, room: int) -> list[Text]:
    """A finding on the screen: its gist on one line, what it turns on where it is contested, and who says it."""
    lines = [Text(shortened(finding.gist, room))]
    if why := leading(finding, sources):
        lines.append(Text(shortened(f"{why.glyph} {why.reason}", room), "italic"))
    lines.append(Text(shortened(say_so(finding, sources), room), "dim"))
    return lines


def _fitted(drawn: dict[str, list[list[Text]]], room: int) -> dict[str, int]:
    """How many findings each heading shows: one at least, more by turns while the screen has lines."""
    kept = dict.fromkeys(drawn, 1)
    left = room - sum(len(of[0]) for of in drawn.values())
    for _ in range(MOST - 1):
        for key in TURNS:
            more = drawn.get(key, [])[kept.get(key, 0) :][:1]
            if more and len(more[0]) <= left:
                kept[key] += 1
                left -= len(more[0])
    return kept


def _box(margin: str, style: str, findings: Sequence[Sequence[Text]]) -> Iterator[Text]:
    for lines in findings:
        for line in lines:
            yield Text.assemble((margin, f"bold {style}"), line)
            margin = " " * len(margin)


# ── the findings in full ─────────────────────────────────────────────────────────────────────────────────────────────


def _section(
    heading: Heading, found: Sequence[Finding], sources: Sources, width: int, first: int
) -> Iterator[Text | Padding]:
    if not found:
        return
    yield Text()
    yield _rule(f"{heading.glyph} {heading.title} {len(found):,}: {heading.explained}", width, COLOURS[heading.key])
    for number, finding in enumerate(found[:MOST_IN_FULL], start=first):
        yield Text()
        yield from _finding(finding, number, sources)
    if len(found) > MOST_IN_FULL:
        yield Text(f"\nand {len(found) - MOST_IN_FULL:,} more: the other formats have all of them", "dim")


def _finding(finding: Finding, number: int, sources: Sources) -> Iterator[Text | Padding]:
    shown = passages(finding, sources)
    margin = f"{number}. "
    if len(shown) == 1:
        yield _indented(_marked(shown[0]), margin)
        yield from (_indented(line, " " * len(margin)) for line in _sources(shown[0], sources))
        return
    yield _indented(Text(one_line(finding.gist), "bold"), margin)
    whose = (reported(finding, sources), origins(finding, sources), denied_by(finding, sources))
    yield _indented(Text(" · ".join(part for part in whose if part)), " " * len(margin))
    for why in reasons(finding, sources):
        pairs = f" ({why.pairs} pairs)" if why.pairs > 1 else ""
        told = Text.assemble((f"{why.glyph} {why.title}", "bold"), f" ({why.basis}): {why.reason}{pairs}")
        yield _indented(told, " " * len(margin))
    for passage in shown:
        yield _indented(_marked(passage), " " * len(margin) + "│ ")
        yield from (_indented(line, " " * len(margin) + "│ ") for line in _sources(passage, sources))


def _indented(line: Text, margin: str) -> Padding | Text:
    """The line wrapped inside a margin, whose text stands before the first line."""
    return _Margin(line, margin)  # type: ignore[return-value]


class _Margin:
    """A wrapped text with a margin: a number before its first line, a bar or blanks before the others."""

    def __init__(self, text: Text, margin: str) -> None:
        self.text, self.margin = text, margin

    def __rich_console__(self, console: Console, options: object) -> Iterator[Text]:
        rest = self.margin if self.margin.strip() in ("", "│") else " " * len(self.margin)
        for index, line in enumerate(self.text.wrap(console, max(20, console.width - len(self.margin)))):
            yield Text.assemble((self.margin if not index else rest, "dim"), line)


def _marked(passage: Passage) -> Text:
    styles = {"mark": "bold underline", "context": "dim", "claim": ""}
    text = Text.assemble(*((visible(piece.text), styles[piece.kind]) for piece in passage.pieces))
    return _on_one_line(text)


def _on_one_line(text: Text) -> Text:
    """The text with line feeds and tabs as spaces: a sentence may run over lines of a pasted page."""
    flat = Text(text.plain.translate({9: " ", 10: " "}))
    flat.spans = text.spans
    return flat


def _sources(passage: Passage, sources: Sources) -> Iterator[Text]:
    for claim in passage.claims:
        status = f" · {claim.status}" if claim.status != "asserted" else ""
        origin = origin_note(claim, sources)
        number = sources.numbers.get(claim.article_id, 0)
        who = f"{chain_line(claim, sources)}{f' ({origin})' if origin else ''}"
        yield Text(f"[{number}] {who}{status} · {dates_line(claim, sources)}", "dim")


# ── the articles and what could not be read ──────────────────────────────────────────────────────────────────────────


def _articles(sources: Sources, width: int) -> Iterator[Text | Padding]:
    if not sources.articles:
        return
    yield Text()
    yield _rule("Articles", width, "")
    for id_, article in sources.articles.items():
        headline = one_line(article.headline or "")
        parts = [sources.outlet(id_), headline, published(article.published), one_line(article.input)]
        yield _indented(Text(" · ".join(part for part in parts if part)), f"[{sources.numbers[id_]}] ")


def _problems(brief: Brief, sources: Sources, width: int) -> Iterator[Text | Padding]:
    if not brief.problems:
        return
    yield Text()
    yield _rule(f"Problems {len(brief.problems):,}", width, "red")
    for problem in brief.problems:
        what = f"{problem.stage}: {problem.code}. {one_line(problem.detail)}"
        yield _indented(Text(what), "! ")
