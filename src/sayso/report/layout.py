"""What stands on the page, as the template reads it: a story's boxes, sections, rows and quotations."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from sayso.records import Article, Claim, Cut, Story
from sayso.report.passages import Piece
from sayso.report.sections import Check, Heading, Tally
from sayso.report.voices import Citation, Voice
from sayso.report.wording import Reason


class Source(NamedTuple):
    """Under a passage: who prints it, where it stands, when, and whom it cites."""

    outlet: str
    number: int
    place: str
    again: list[str]  # further places in the same article where the same is said of the same source
    dates: str
    chain: list[str]
    origin: str
    claim: Claim


class Quoted(NamedTuple):
    """A verbatim sentence in pieces, with everybody who prints it."""

    pieces: tuple[Piece, ...]
    sources: list[Source]


class Row(NamedTuple):
    """A finding as it stands on the page."""

    number: int
    anchor: str
    heading: Heading
    kind: str
    gist: list[Piece]
    tally: list[str]
    reasons: list[Reason]
    chart: Markup | None
    passages: list[Quoted]
    further: list[Quoted]


class Fold(NamedTuple):
    """Rows that are shown on demand."""

    rows: list[Row]


class Section(NamedTuple):
    """A heading with its rows: those that stand open, and those behind folds."""

    heading: Heading
    anchor: str
    total: int
    rows: list[Row]
    folds: list[Fold]


class Line(NamedTuple):
    """A verbatim sentence on one line of a list, leading to its finding."""

    anchor: str
    pieces: list[Piece]
    say_so: str
    why: Reason | None = None


class Glance(NamedTuple):
    """One box of the first screen."""

    heading: Heading
    anchor: str
    total: int
    lines: list[Line]


class Todo(NamedTuple):
    """One thing to check: why, and the findings or articles that it concerns."""

    check: Check
    total: int
    lines: list[Line]


class Spoken(NamedTuple):
    """What one voice says, line by line; the surplus is folded."""

    voice: Voice
    kind: str
    lines: list[Line]
    further: list[Line]


class Moment(NamedTuple):
    """One line of the timeline's list: a dated sentence in pieces, and the outlet that prints it."""

    number: int
    when: str
    anchor: str
    pieces: list[Piece]
    outlet: str


class Told(NamedTuple):
    """A story as it stands on the page."""

    story: Story
    anchor: str
    headline: str
    tally: Tally
    span: str
    glances: list[Glance]
    todos: list[Todo]
    sections: list[Section]
    timeline: Markup | None
    moments: list[Moment]
    later_moments: list[Moment]
    voices: list[Spoken]
    coverage: list[list[Line]]
    citations: Markup | None
    citing: list[Citation]


class Whole(NamedTuple):
    """An article as it stands at the end of the page."""

    article: Article
    number: int
    anchor: str
    label: str
    title: list[Piece]
    published: str
    text: Markup
    cuts: tuple[Cut, ...]
    reasons: str
