"""The main text of a page by trafilatura, in the mode that the page calls for.

Trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) leads on every news set that we measured. Its quick
mode leaves out the comparison with two other extractors, which takes a third of the time and, where the quick mode found a
story, is as often misled by it (a longer list of teasers) as helped. Its wide mode keeps blocks with a teaser's class, which
on some sites hold half the story.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from sayso.clean import cues, parts
from sayso.clean.tree import words_in

# What the quick mode must have found to be believed: on 394 development pages (all Fundus, every third of WCXB) 360 have it,
# and F1 with the quick mode on those is .951 and .944, against .947 and .944 for the whole cascade on all pages.
_FEWEST_PARAGRAPHS, _FEWEST_CHARACTERS = 5, 1000
_LONGEST_LINE = 0.5  # of the text: a story in one line has lost its paragraphs
_START = 20  # characters by which a paragraph is found again
_PARAGRAPH = 80  # characters, from which on a <p> outside the story may be part of it
# Of the story's characters: where the wide mode loses nothing and adds so many, eight of nine such pages were better for it,
# by .21 on average; less is as often a teaser.
_MISSED = 0.12
_TEXTS = XPath(".//text()", smart_strings=False)
_BESIDE = frozenset(["aside", "footer", "nav", "form", "figure", "figcaption", "header", "a", "button"])


def main_text(tree: HtmlElement, url: str | None) -> str:
    """The main text, one paragraph, heading, list item or table row a line; empty where there is none."""
    text = _text(tree, url, fast=True)
    if not _is_story(text):
        text = _text(tree, url)
    if _has_missed(tree, text):
        wide = _text(tree, url, fast=True, wide=True)
        if _adds_only(text, wide):
            return wide
    if (whole := parts.joined(tree, text)) is not None:
        joined = _text(whole, url, fast=True)
        if _adds_only(text, joined):
            return joined
    return text


def _text(tree: HtmlElement, url: str | None, *, fast: bool = False, wide: bool = False) -> str:
    found: Any = bare_extraction(tree, url=url, include_comments=False, fast=fast, favor_recall=wide)
    return found.text or "" if found is not None else ""


def _prose(text: str) -> dict[str, int]:
    """The lines of running text and their lengths."""
    return {line: len(line) for line in map(str.strip, text.split("\n")) if cues.is_prose(line)}


def _is_story(text: str) -> bool:
    prose = _prose(text)
    return (
        len(prose) >= _FEWEST_PARAGRAPHS
        and sum(prose.values()) >= _FEWEST_CHARACTERS
        and max(map(len, text.split("\n"))) < _LONGEST_LINE * len(text)
    )


def _has_missed(tree: HtmlElement, text: str) -> bool:
    """Whether paragraphs and list items that stand between those of the text are missing from it, and add up."""
    joined = " ".join(text.split())
    most = _MISSED * len(joined)
    begun, missed, waiting = False, 0, 0
    for element in tree.iter("p", "li"):
        start = _first_piece(element)
        if start and " ".join(start[: 2 * _START].split())[:_START] in joined:
            begun, missed, waiting = True, missed + waiting, 0
            if missed >= most:
                return True
        elif begun:
            line = words_in(element)
            if len(line) >= _PARAGRAPH and cues.is_prose(line) and _stands_free(element):
                waiting += len(line)
    return False


def _first_piece(element: HtmlElement) -> str:
    """The first text in an element that is long enough to be found again by its start; empty where none is."""
    if element.text and len(element.text) > _START:
        return str(element.text)
    return next((piece for piece in _TEXTS(element) if len(piece) > _START), "")


def _stands_free(element: HtmlElement) -> bool:
    return not any(ancestor.tag in _BESIDE for ancestor in element.iterancestors())


def _adds_only(text: str, wide: str) -> bool:
    """Whether the wide text has all that the other has, and enough more to be worth it."""
    narrow, broad = _prose(text), _prose(wide)
    return narrow.keys() <= broad.keys() and sum(broad.values()) >= (1 + _MISSED) * sum(narrow.values())
