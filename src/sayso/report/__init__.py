"""report: a finished `Brief` → JSON, Markdown, terminal text, or one self-contained HTML page.

In: a `Brief`. Out: a string that ends with a line feed; the same brief gives the same bytes. Raises `UsageError` for an
unknown format, never for what stands in an article: markup, script, control and bidi characters are shown as text.

Every line about the world is a verbatim source sentence; our own words are labels, counts and reasons. How it is made:

    sources     what an outlet, an article or an origin is called, and the sentence around a claim
    sections    which finding stands under which heading, and what to check next
    passages    a finding's claims side by side, same words shown once
    marks       what differs between two passages
    voices      who said what, and who cites whom
    dates, wording, visible     time bounds, our own words, and hostile characters, for a reader's eye
    timeline, intervals, citations, svg     the charts
    page, markdown, terminal    the three readable formats
    layout, article, columns    what stands on the page, a whole article with its places, text in terminal columns
"""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.report.brief import Brief

FORMATS = ("text", "json", "md", "html")

__all__ = ["FORMATS", "Brief", "report"]


def report(brief: Brief, format: str = "text", *, width: int = 100, colour: bool = False) -> str:  # noqa: A002 - as --format
    r"""The brief in one of `FORMATS`; `width` (columns) and `colour` matter for `text` alone.

    >>> report(Brief(version="1"), "json")
    '{"version":"1","articles":[],"stories":[],"problems":[]}\n'
    """
    match format:
        case "text":
            return brief.to_text(width=width, colour=colour)
        case "json":
            return brief.to_json()
        case "md" | "markdown":
            return brief.to_markdown()
        case "html":
            return brief.to_html()
    raise UsageError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
