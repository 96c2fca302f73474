"""What a page shows, piece by piece in its own order, and what of it stands above the story: kicker, headline, byline, date."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from sayso.clean import cues

_TEXTS = XPath(".//text()", smart_strings=False)
_UNSEEN = ("script", "style", "noscript", "template", "title")
_LONGEST = 200  # characters of a line; more is no byline and no date
_START = 40  # characters by which the story's first paragraph is found among the visible lines
_SHORTEST_START = 20  # of them, where a link or a bold word ends the piece
_TRIED = 3  # paragraphs that are looked for; the first may be a standfirst that the page shows elsewhere as well
_MOST_ABOVE = 30  # lines; the development pages have headline and byline within these


def lines(tree: HtmlElement) -> list[str]:
    """The page's texts in order: each stretch between two tags is a line of its own, white space as one space."""
    # Asking every text for its parent, in XPath or here, takes eight times as long as leaving out those that are not shown.
    unseen = {element.text for element in tree.iter(*_UNSEEN)}
    return [line[:_LONGEST] for piece in _TEXTS(tree) if (line := " ".join(piece.split())) and piece not in unseen]


def above(shown: Sequence[str], kept: Sequence[str], most: int = _MOST_ABOVE) -> list[str]:
    """The last visible lines before the story's first paragraph; none where that cannot be found.

    >>> above(["Mill closed", "By Ann Lee", "A flood closed the old mill in Acmeville."],
    ...       ["A flood closed the old mill in Acmeville."])
    ['Mill closed', 'By Ann Lee']
    """
    for paragraph in [line for line in kept if cues.is_prose(line)][:_TRIED]:
        start = paragraph[:_START]
        for number, line in enumerate(shown):
            if line.startswith(start) or (len(line) >= _SHORTEST_START and start.startswith(line)):
                return list(shown[max(0, number - most) : number])
    return []
