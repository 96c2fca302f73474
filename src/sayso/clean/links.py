"""What a page's markup says about a line that its text does not: that it is a link to another story, or code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_HOST = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@\\]*@)?([^/?#:@\\]+)")  # urlsplit takes ten times as long
_FEWEST_WORDS = 4  # of a headline; shorter links stand in any sentence
_LEAST_LINKED = 0.6  # of a line's characters; before the link may stand a kicker ("Read also: …", "Politics: …")
_MOST_LINKS = 2000  # of a page that are looked at


def to_other_stories(lines: Sequence[str], tree: HtmlElement, url: str | None) -> list[bool]:
    """Which lines are, but for a kicker, a link to another page of the same site, and no sentence.

    Of such lines on the development pages with a news article's JSON-LD, 916 words are furniture and 104 the story's, all
    but one of these in a live blog of such headlines.
    """
    plain = [_headline(line) for line in lines]
    if not any(plain):
        return [False] * len(lines)
    texts = _link_texts(tree, url)
    return [line is not None and any(_is_linked(line, text) for text in texts) for line in plain]


def _headline(line: str) -> str | None:
    """The words of a line that may be a headline; None where it is a sentence, or too short."""
    if _SENTENCE_END.search(line, max(0, len(line) - 6)):
        return None
    words = _WORD.findall(line)
    return " ".join(words) if len(words) >= _FEWEST_WORDS else None


def _is_linked(line: str, text: str) -> bool:
    """Whether a line is the link's text, a kicker before it or not, or one of the lines inside the link."""
    return (line.endswith(text) and len(text) >= _LEAST_LINKED * len(line)) or line in text


def _link_texts(tree: HtmlElement, url: str | None) -> set[str]:
    """The words of each link to another page of the site."""
    site = _site(url or "")
    here = (url or "").split("#")[0]
    texts: set[str] = set()
    for element in islice(tree.iter("a"), _MOST_LINKS):
        address = (element.get("href") or "").strip()
        if _leads_elsewhere(address, here) and (not site or _site(address) in ("", site)):
            texts.add(" ".join(_WORD.findall(" ".join(element.itertext()))))
    return {text for text in texts if text.count(" ") >= _FEWEST_WORDS - 2}


def _leads_elsewhere(address: str, here: str) -> bool:
    """Whether an address is that of another page: no place on this one, no mail, no script."""
    if not address or address.split("#")[0] in ("", here):
        return False
    return ":" not in address.split("/")[0] or address.startswith("http")


def _site(address: str) -> str:
    """The last two parts of an address's host, which pages of one site share; empty where it has none, or we know none."""
    host = _HOST.match(address)
    return ".".join(host[1].lower().split(".")[-2:]) if host else ""


def code_lines(tree: HtmlElement) -> frozenset[str]:
    """The lines of a page's code blocks, which read as no sentence and belong to the story all the same."""
    return frozenset(
        stripped
        for block in tree.iter("pre")
        for line in "".join(block.itertext()).split("\n")
        if (stripped := line.strip())
    )
