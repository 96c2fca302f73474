"""A saved page: its main text by trafilatura, the furniture it leaves taken off, and what the page tells about it.

Trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) leads on every news set that we measured; its
default mode is used, because its other modes are within the noise of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from sayso.clean import byline, cues, headline, published, refuse
from sayso.clean.facts import Facts, facts
from sayso.clean.judge import furniture, likelihoods
from sayso.errors import InputError
from sayso.records import Article, Cut, RawArticle

_FEWEST_WORDS = 12  # of a story; a page that gives less is a wall, a stub or a list
_LEADING = 4  # lines above the first paragraph that may be headline, kicker and byline
_LONGEST_LEAD = 90  # characters of such a line
_GAP = 2  # line ends between paragraphs, as a pasted page would have them
# How unlikely, to the line model, a line must be to go: one without a sentence, one of prose, and one at the very end. Set on
# the development pages: body F1 of trafilatura alone .947 (Fundus) and .940 (WCXB), with these .960 and .946.
_UNLIKELY, _UNLIKELY_PROSE, _UNLIKELY_LAST = 0.3, 0.2, 0.6
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(255, ?255, ?255\))", re.I)
_ON_WHITE = re.compile(r"background(?:-color)?\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(255, ?255, ?255\))", re.I)
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_MOST_DOUBTED = 0.5  # of what trafilatura kept; where the model would take more, the model is wrong, not trafilatura
_MOST_HIDDEN = (
    0.3  # of a page's characters in one hidden element; stories wait hidden for their scripts on 1 page in 40
)
_BULLET = " -•>|\t"
_TOP_LINES = 14  # visible lines above the story in which its date is looked for


def page(raw: RawArticle) -> Article:
    """The article of a saved page; its cuts carry text and reason alone. Raises InputError where the page holds none."""
    tree = load_html(_UNREADABLE.sub("", raw.content))
    if tree is None:
        raise InputError("not-an-article", f"{raw.input}: holds no readable HTML.")
    told = facts(tree)
    _drop_hidden(tree)
    url = raw.given.url or _address(told)
    top = list(_visible(tree)) if published.is_untold(told) else []
    text = _extracted(tree, url)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        raise InputError("not-an-article", f"{raw.input}: no story found on this page.")
    title = headline.of_page(told)
    reasons = _reasons(lines, told, title)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    body = "\n".join(kept)
    if len(body.split()) < _FEWEST_WORDS and not any(map(cues.is_prose, kept)):
        raise InputError("not-an-article", f"{raw.input}: no story found on this page.")
    if why := refuse.why_not(body, title, kept):
        raise InputError("not-an-article", f"{raw.input}: {why}.")
    return Article(
        id="",
        input=raw.input,
        text=body,
        url=url,
        outlet=byline.outlet_of_page(told),
        headline=title,
        authors=byline.of_page(told),
        published=published.of_page(told, url, _above(top, kept), body, top),
        cuts=tuple(
            Cut(start=None, end=None, text=line, reason=reason)
            for line, reason in zip(lines, reasons, strict=True)
            if reason is not None
        ),
    )


def _extracted(tree: HtmlElement, url: str | None) -> str:
    """The main text, one paragraph a line."""
    found: Any = bare_extraction(tree, url=url, include_comments=False)
    return found.text or "" if found is not None else ""


def _reasons(lines: Sequence[str], told: Facts, title: str | None) -> list[str | None]:
    """Why a line that trafilatura kept is furniture all the same; None where it is not."""
    titles = [text for text in (title, *told.headings[:2], told.title) if text]
    plain = [line.lstrip(_BULLET) or line for line in lines]
    reasons: list[str | None] = [furniture(line) for line in plain]
    likely = likelihoods(plain, [_GAP] * len(plain), reasons)
    for number, line in enumerate(lines[:_LEADING]):
        if any(headline.repeats(line, text) or headline.repeats(text, line) for text in titles):
            reasons[number] = "headline"
    for number, line in enumerate(lines[:_LEADING]):
        if reasons[number] is None and (cues.is_prose(line) or len(line) > _LONGEST_LEAD):
            break
        reasons[number] = reasons[number] or "navigation"
    certain = list(reasons)
    for number, line in enumerate(lines):
        if reasons[number] is None and likely[number] <= (_UNLIKELY_PROSE if cues.is_prose(line) else _UNLIKELY):
            reasons[number] = "promo" if cues.is_prose(line) else "related"
    for number in range(len(lines) - 1, -1, -1):
        if reasons[number] is None:
            if likely[number] > _UNLIKELY_LAST:
                break
            reasons[number] = "promo" if cues.is_prose(lines[number]) else "related"
    kept = sum(len(line) for line, reason in zip(lines, reasons, strict=True) if reason is None)
    return reasons if kept > _MOST_DOUBTED * sum(map(len, lines)) else certain


def _drop_hidden(tree: HtmlElement) -> None:
    """Take out what a reader does not see; but a wrapper that holds much of the page is shown once its scripts have run."""
    hidden = [e for e in tree.iter("template", "noscript") if e.getparent() is not None]
    for element in tree.iter():
        style = element.get("style") if isinstance(element.tag, str) else None
        if (
            style
            and element.tag not in ("body", "html")
            and (_STYLE.search(style) or (_WHITE.search(style) and _ON_WHITE.search(style)))
        ):
            hidden.append(element)
    if hidden:
        most = _MOST_HIDDEN * _length(tree)
        for element in hidden:
            if element.getparent() is not None and _length(element) <= most:
                element.drop_tree()


def _length(element: HtmlElement) -> int:
    """Characters of text in an element."""
    return sum(map(len, element.itertext()))


def _address(told: Facts) -> str | None:
    """The page's own address, as it gives it."""
    for address in (told.canonical, *told.meta.get("og:url", ())):
        if address and re.match(r"https?://", address):
            return address
    return None


def _visible(tree: HtmlElement) -> Iterator[str]:
    """The page's texts in order, each element's own text a line."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in (
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
        ):
            continue
        for piece in (element.text, *(child.tail for child in element)):
            if piece and (line := " ".join(piece.split())):
                yield line[:200]


def _above(visible: Sequence[str], kept: Sequence[str]) -> list[str]:
    """The last visible lines before the story's first paragraph."""
    first = next((line[:40] for line in kept if cues.is_prose(line)), None)
    place = next((number for number, line in enumerate(visible) if first and line.startswith(first)), None)
    return list(visible[max(0, place - _TOP_LINES) : place]) if place else []
