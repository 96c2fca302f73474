"""The brief as Markdown (CommonMark with footnotes), each passage footnoted to outlet, date and exact sentence.

Article text is escaped, so that no markup in it, HTML included, becomes markup here; read as Markdown it is verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.records import Finding, Story
from sayso.report import timeline
from sayso.report.dates import between, published
from sayso.report.passages import Passage, passages
from sayso.report.sections import HEADINGS, Heading, by_heading, checks, counted, tally, tally_line
from sayso.report.sources import Sources
from sayso.report.visible import one_line
from sayso.report.voices import citations, voices
from sayso.report.wording import chain_line, dates_line, denied_by, origin_note, origins, reasons, reported, say_so

if TYPE_CHECKING:
    from sayso.report.brief import Brief

CHECKED = 10  # findings named under one reason to check

# Only what could become markup inside a line; dollar signs, ampersands and the like stay as they are printed.
_MARKUP = re.compile(r"[\\`*_\[<|]|~(?=~)|&(?=#?\w{1,40};)|(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""The text on one line, with every character that Markdown or HTML could take for markup escaped.

    >>> escaped("a *b* <script> $2bn http://x.example")
    'a \\*b\\* \\<script> $2bn http\\://x.example'
    """
    return _MARKUP.sub(lambda found: "\\" + found.group(), one_line(text))


def markdown(brief: Brief) -> str:
    """The brief as Markdown; the same brief gives the same bytes."""
    sources = Sources(brief.articles)
    notes: list[str] = []
    lines = [line for story in brief.stories for line in _story(story, sources, notes)]
    if not brief.articles:
        lines.append("No article could be read.\n")
    lines += [*_articles(sources), *_problems(brief)]
    lines += [f"[^{number}]: {note}" for number, note in enumerate(notes, start=1)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _story(story: Story, sources: Sources, notes: list[str]) -> Iterator[str]:
    counts = tally(story, sources)
    span = between(story.first, story.last)
    yield f"# {escaped(story.headline or '') or 'A story without a headline'}\n"
    yield f"**{tally_line(counts)}** · {counted(counts.findings, 'finding')}{f' · {span}' if span else ''}\n"
    found = by_heading(story.findings)
    yield " · ".join(f"{h.glyph} {h.title} {len(found[h.key]):,}" for h in HEADINGS if found[h.key]) + "\n"
    for heading in HEADINGS:
        yield from _section(heading, found[heading.key], sources, notes)
    yield from _timeline(story, sources)
    yield from _voices(story, sources)
    yield from _citations(story, sources)
    yield from _checks(story, sources)


def _section(heading: Heading, found: Sequence[Finding], sources: Sources, notes: list[str]) -> Iterator[str]:
    if found:
        yield f"## {heading.glyph} {heading.title} ({len(found):,})\n"
        yield f"*{heading.explained}*\n"
    for finding in found:
        yield from _finding(finding, sources, notes)


def _finding(finding: Finding, sources: Sources, notes: list[str]) -> Iterator[str]:
    shown = passages(finding, sources)
    marks = "".join(_footnote(passage, sources, notes) for passage in shown)
    whose = (reported(finding, sources), origins(finding, sources), denied_by(finding, sources))
    gist = shown[0].text if len(shown) == 1 else finding.gist
    yield f"- **{escaped(gist)}** {marks}  "
    yield f"  {' · '.join(escaped(part) for part in whose if part)}"
    for why in reasons(finding, sources):
        pairs = f" ({why.pairs} pairs)" if why.pairs > 1 else ""
        yield f"  - {why.glyph} {why.title} ({escaped(why.basis)}): {escaped(why.reason)}{pairs}"
    yield ""


def _footnote(passage: Passage, sources: Sources, notes: list[str]) -> str:
    """A footnote for every claim of a passage: outlet, chain, dates, and the exact sentence."""
    marks = ""
    for claim in passage.claims:
        status = f" · {claim.status}" if claim.status != "asserted" else ""
        origin = origin_note(claim, sources)
        who = chain_line(claim, sources) + (f" ({origin})" if origin else "")
        number = sources.numbers.get(claim.article_id, 0)
        notes.append(f"({number}) {escaped(who)}{status} · {dates_line(claim, sources)}: “{escaped(passage.text)}”")
        marks += f"[^{len(notes)}]"
    return marks


def _timeline(story: Story, sources: Sources) -> Iterator[str]:
    entries = timeline.dated(story)
    if entries:
        yield "## Timeline\n"
        for item in entries:
            outlet = f" ({escaped(sources.outlet(item.claim.article_id))})" if item.claim else ""
            yield f"- **{item.when}** {escaped(item.entry.text)}{outlet}"
        yield ""


def _voices(story: Story, sources: Sources) -> Iterator[str]:
    found = voices(story, sources)
    if found:
        yield "## Who said what\n"
    for voice in found:
        yield f"- **{escaped(voice.name)}**"
        for utterance in voice.utterances:
            outlets = ", ".join(dict.fromkeys(sources.outlet(claim.article_id) for claim in utterance.claims))
            yield f"  - {escaped(utterance.sentence)} ({escaped(outlets)})"
    if found:
        yield ""


def _citations(story: Story, sources: Sources) -> Iterator[str]:
    found = citations(story, sources)
    if found:
        yield "## Who cites whom\n"
        yield "| Who | cites | Passages |\n|---|---|---:|"
        for one in found:
            copied = " (copied)" if one.copied else ""
            yield f"| {escaped(one.citing)} | {escaped(one.cited)}{copied} | {one.passages} |"
        yield ""


def _checks(story: Story, sources: Sources) -> Iterator[str]:
    found = checks(story, sources)
    if found:
        yield "## What to check next\n"
    for check in found:
        concerned = [f"{escaped(f.gist)} ({escaped(say_so(f, sources))})" for f in check.findings]
        concerned += [f"{escaped(sources.outlet(a.id))}, {published(a.published)}" for a in check.articles]
        yield f"- {check.glyph} {check.why} ({len(concerned):,})"
        yield from (f"  - {line}" for line in concerned[:CHECKED])
        if len(concerned) > CHECKED:
            yield f"  - and {len(concerned) - CHECKED:,} more"
    if found:
        yield ""


def _articles(sources: Sources) -> Iterator[str]:
    if sources.articles:
        yield "## The articles\n"
    for id_, article in sources.articles.items():
        parts = (article.headline or "", article.url or "", article.input)
        about = " · ".join(escaped(part) for part in parts if part)
        yield f"{sources.numbers[id_]}. {escaped(sources.outlet(id_))}, {published(article.published)}: {about}"
    if sources.articles:
        yield ""


def _problems(brief: Brief) -> Iterator[str]:
    if brief.problems:
        yield "## Problems\n"
        yield from (f"- {p.stage}, {escaped(p.code)}: {escaped(p.detail)}" for p in brief.problems)
        yield ""
