"""The brief: all that a run found, as one record that can be read in four formats."""

from __future__ import annotations

import msgspec

from sayso.records import Article, Finding, Problem, Record, Story


class Brief(Record, frozen=True, kw_only=True):
    """What `sayso.brief` returns: the articles, the stories with their findings, and what could not be read.

    The formats are imported when first asked for, so that a caller who wants JSON alone pays for JSON alone.
    """

    version: str
    articles: tuple[Article, ...] = ()
    stories: tuple[Story, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all stories, in their order."""
        return tuple(finding for story in self.stories for finding in story.findings)

    def to_json(self) -> str:
        """All of it: one JSON object, fields in the order of the records, and a line feed."""
        try:
            return msgspec.json.encode(self).decode() + "\n"
        except UnicodeEncodeError:  # a lone surrogate has no UTF-8: shown as one replacement character, offsets stay
            return msgspec.json.encode(_encodable(msgspec.to_builtins(self))).decode() + "\n"

    def to_html(self) -> str:
        """One self-contained page that opens offline and asks nothing of anybody."""
        from sayso.report.page import page

        return page(self)

    def to_markdown(self) -> str:
        """Markdown with footnotes to outlet, date and exact sentence."""
        from sayso.report.markdown import markdown

        return markdown(self)

    def to_text(self, width: int = 100, colour: bool = False) -> str:
        """For a terminal of `width` columns: one screen that says what matters, then every finding."""
        from sayso.report.terminal import terminal

        return terminal(self, width=width, colour=colour)


def _encodable(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {key: _encodable(item) for key, item in value.items()}
        case list() | tuple():
            return [_encodable(item) for item in value]
    return value
