"""What a page's markup says about a line that its text does not: that it is a link to another story, or code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.clean.tree import words_in

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_FEWEST_WORDS = 4  # of a headline; shorter links stand in any sentence
_LONGEST_KICKER = 12  # words before the link: "Read also: …", "Politics: …"
_LEAST_LINKED = 0.6  # of a line's words
_MOST_LINKS = 2000  # of a page that are looked at


def to_other_stories(lines: Sequence[str], tree: HtmlElement, url: str | None) -> list[bool]:
    """Which lines are, but for a kicker, a link to another page of the same site, and no sentence.

    Of such lines on the development pages with a news article's JSON-LD, 916 words are furniture and 104 the story's, all
    but one of these in a live blog of such headlines.
    """
    texts = _link_texts(tree, url)
    return [_is_linked(line, texts) for line in lines]


def _is_linked(line: str, texts: frozenset[tuple[str, ...]]) -> bool:
    if _SENTENCE_END.search(line, max(0, len(line) - 6)):
        return False
    words = tuple(_WORD.findall(line))
    if len(words) < _FEWEST_WORDS:
        return False
    most = min(_LONGEST_KICKER, int((1 - _LEAST_LINKED) * len(words)))
    return any(words[start:] in texts for start in range(most + 1))


def _link_texts(tree: HtmlElement, url: str | None) -> frozenset[tuple[str, ...]]:
    """The words of each link to another page of the site, and of each block inside it."""
    site = _site(url or "")
    here = (url or "").split("#")[0]
    texts: set[tuple[str, ...]] = set()
    for element in list(tree.iter("a"))[:_MOST_LINKS]:
        address = (element.get("href") or "").strip()
        if not address or "#" in address[:1] or address.split("#")[0] == here:
            continue
        if ":" in address.split("/")[0] and not address.startswith("http"):  # mailto:, javascript:
            continue
        host = _site(address)
        if host and site and host != site:
            continue
        texts.add(tuple(_WORD.findall(words_in(element))))
        texts.update(
            tuple(_WORD.findall(words_in(part))) for part in element.iter("p", "span", "div", "h2", "h3", "h4")
        )
    return frozenset(text for text in texts if len(text) >= _FEWEST_WORDS - 1)


def _site(address: str) -> str:
    """The last two parts of an address's host, which pages of one site share."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # "http://[": no host
        return ""
    return ".".join(host.split(".")[-2:])


def code_lines(tree: HtmlElement) -> frozenset[str]:
    """The lines of a page's code blocks, which read as no sentence and belong to the story all the same."""
    return frozenset(
        stripped
        for block in tree.iter("pre")
        for line in "".join(block.itertext()).split("\n")
        if (stripped := line.strip())
    )
