"""What a page says about itself: JSON-LD (https://schema.org/NewsArticle), meta elements, `<time>`, headings, bylines.

Only collected here, each with the place it came from; which of them is believed, and in what order, is decided in
`headline.py`, `authors.py` and `published.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"article|posting|report|review|story|analysis|opinion|liveblog", re.IGNORECASE)
_WRAPPERS = ("//", "<!--", "<![CDATA[", "-->", "]]>", ";")  # that old pages put around their scripts
_MARKS = ("rel", "itemprop", "class", "id", "data-testid", "property")  # attributes that tell what an element is
_SCRIPTS = 40  # of JSON-LD that are looked at
_DEPTH = 12  # of nesting in JSON-LD
_LONGEST_NAME = 200  # characters of a byline
_LONGEST_TEXT = 1000  # characters of any candidate, white space included


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates in page order, by the place they stand at."""

    articles: tuple[dict[str, Any], ...] = ()  # JSON-LD objects of an article's type
    nodes: tuple[dict[str, Any], ...] = ()  # all other JSON-LD objects
    meta: dict[str, tuple[str, ...]] = {}  # by name, property or itemprop, lower case
    title: str | None = None
    headings: tuple[str, ...] = ()  # every h1
    times: tuple[tuple[str, str], ...] = ()  # datetime attribute or text, and the classes around it
    canonical: str | None = None
    language: str | None = None


def facts(tree: HtmlElement) -> Facts:
    """Collect the candidates from a parsed page, which is not changed."""
    found = list(_linked_data(tree))
    meta: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            meta[name.lower()] = (*meta.get(name.lower(), ()), content[:1000])
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return Facts(
        articles=tuple(node for node in found if _is_article(node)),
        nodes=tuple(node for node in found if not _is_article(node)),
        meta=meta,
        title=next((text for e in tree.iter("title") if (text := _text(e))), None),
        headings=tuple(text for e in tree.iter("h1") if (text := _text(e)))[:20],
        times=tuple(_times(tree)),
        canonical=canonical,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every typed JSON-LD object, outer ones first."""
    scripts = [e for e in tree.iter("script") if "ld+json" in (e.get("type") or "").lower()][:_SCRIPTS]
    for script in scripts:
        try:
            yield from _typed(json.loads(_unwrapped(script.text or ""), strict=False), _DEPTH)
        except (ValueError, RecursionError):
            continue


def _unwrapped(text: str) -> str:
    text = text.strip()
    for wrapper in _WRAPPERS * 2:
        text = text.removeprefix(wrapper).removesuffix(wrapper).strip()
    return text


def _typed(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _typed(item, depth - 1)
    elif depth and isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            if isinstance(item, dict | list):
                yield from _typed(item, depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.search(kind) for kind in names(node.get("@type")))


def names(value: Any) -> list[str]:
    """The strings that a JSON-LD value stands for: itself, its `name`, or those of its members.

    >>> names([{"@type": "Person", "name": "Ann Lee"}, "Bo Chan"])
    ['Ann Lee', 'Bo Chan']
    """
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        return names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:50] if not isinstance(item, list) for name in names(item)]
    return []


def _times(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in list(tree.iter("time"))[:50]:
        marks = " ".join(filter(None, (_mark(element), _mark(element.getparent()))))
        if value := element.get("datetime") or element.get("content") or _text(element):
            yield value.strip(), marks


_PERSON_MARK = re.compile(r"author|byline|by-line|writer|autor|auteur|contributor", re.IGNORECASE)
_PERSON_NOT = re.compile(
    r"bio|desc|avatar|image|img|photo|date|time|title|social|follow|role|icon|comment|related|more|count", re.IGNORECASE
)


_PERSON_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|contributors?|writers?)/", re.IGNORECASE
)  # of a link
_PERSON_TAGS = frozenset(["a", "span", "div", "p", "address", "li", "h4", "h5", "h6", "cite", "strong", "em"])
# Parts of the words above, whatever their first letter: five times as fast to look for as the words are.
_SOME_PART = re.compile("uthor|y-?line|riter|ut(?:o|eu)r")


def people(tree: HtmlElement) -> Iterator[str]:
    """The texts of elements marked as author or byline, in page order."""
    found = 0
    for element in tree.iter(*_PERSON_TAGS):
        values = " ".join(element.values())
        if not _SOME_PART.search(values):
            continue
        mark = _mark(element)
        is_marked = _PERSON_MARK.search(mark) or _PERSON_PAGE.search(element.get("href") or "")
        if is_marked and not _PERSON_NOT.search(mark):
            text = _text(element, " ")
            if text and len(text) < _LONGEST_NAME:
                yield text
                found += 1
                if found >= 30:
                    return


def _mark(element: HtmlElement | None) -> str:
    if element is None:
        return ""
    return " ".join(filter(None, (element.get(name) for name in _MARKS)))


def _text(element: HtmlElement, between: str = "") -> str:
    """The element's text, up to a bound: containers that hold half the page are not read to their end."""
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece)
        if length > _LONGEST_TEXT:
            break
    return " ".join(between.join(pieces).split())
