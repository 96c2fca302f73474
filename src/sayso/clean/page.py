"""A saved page: its main text by trafilatura, the furniture that it leaves taken off, and what the page tells about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from sayso.clean import authors, cues, headline, links, outlet, published, refuse, signed, stated, visible
from sayso.clean.facts import Facts, facts, people
from sayso.clean.judge import furniture, likelihoods
from sayso.clean.mode import main_text
from sayso.clean.tree import parsed, readable
from sayso.errors import InputError
from sayso.records import Article, Bases, Cut, RawArticle

_FEWEST_WORDS = 12  # of a story; a page that gives less is a wall, a stub or a list
_LEADING = 4  # lines above the first paragraph that may be headline, kicker and byline
_LONGEST_LEAD = 90  # characters of such a line
_GAP = 2  # line ends between paragraphs, as a pasted page would have them
# How unlikely, to the line model, a line must be to go: one without a sentence, one of prose, and one at the very end. Set on
# the development pages: body F1 of trafilatura alone .947 (Fundus) and .940 (WCXB), with these .960 and .946.
_UNLIKELY, _UNLIKELY_PROSE, _UNLIKELY_LAST = 0.3, 0.2, 0.6
_MOST_DOUBTED = 0.5  # of what trafilatura kept; where the model would take more, the model is wrong, not trafilatura
_BULLET = " -•>|\t"
_TOP_LINES = 14  # visible lines above the story in which its date is looked for


def page(raw: RawArticle) -> Article:
    """The article of a saved page; its cuts carry text and reason alone. Raises InputError where the page holds none."""
    tree = parsed(raw.content)
    if tree is None:
        raise InputError("not-an-article", f"{raw.input}: holds no readable HTML.")
    told = facts(tree)
    url = raw.given.url or _address(told)
    shown = cache(lambda: visible.lines(tree))
    title, title_basis = headline.of_page(told)
    lines, reasons = _judged(tree, told, url, title)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    body = "\n".join(kept)
    if len(body.split()) < _FEWEST_WORDS and not any(map(cues.is_prose, kept)):
        raise InputError("not-an-article", f"{raw.input}: no story found on this page.")
    if why := refuse.why_not(body, title, kept):
        raise InputError("not-an-article", f"{raw.input}: {why}.")
    above = cache(lambda: visible.above(shown(), kept))
    shown_writers = authors.Shown(cache(lambda: list(people(tree))), above, shown, lambda: signed.to_the_right(tree))
    writers, writers_basis = authors.of_page(told, shown_writers)
    house, house_basis = outlet.of_page(told, url)
    section, section_basis = outlet.section_of_page(told)
    is_untold = published.is_untold(told, url)
    top, whole = (above()[-_TOP_LINES:], shown()) if is_untold else ([], [])
    return Article(
        id="",
        input=raw.input,
        text=body,
        url=url,
        outlet=house,
        headline=title,
        authors=writers,
        published=published.of_page(told, url, top, body, whole),
        section=section,
        modified=published.modified_of_page(told, top, url),
        bases=Bases(outlet=house_basis, headline=title_basis, authors=writers_basis, section=section_basis),
        cuts=_cuts(lines, reasons, stated.held_back(body, told)),
    )


def _cuts(lines: Sequence[str], reasons: Sequence[str | None], held_back: str | None) -> tuple[Cut, ...]:
    """The lines that were left out, and the page's word that the rest of the story is not on it."""
    cut = [(line, reason) for line, reason in zip(lines, reasons, strict=True) if reason is not None]
    if held_back:
        cut.append((held_back, "paywall"))
    return tuple(Cut(start=None, end=None, text=line, reason=reason) for line, reason in cut)


def _judged(
    tree: HtmlElement, told: Facts, url: str | None, title: str | None
) -> tuple[Sequence[str], Sequence[str | None]]:
    """The lines of the main text, and why each is furniture; None where it is the story's."""
    text = readable(main_text(tree, url))
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    if not stated.is_news(told):
        return lines, _reasons(lines, told, title, links.code_lines(tree))
    lines = stated.whole(lines, told, tree) or lines
    reasons = _reasons(lines, told, title, frozenset())
    apart = links.to_other_stories(lines, tree, url)
    unstated = stated.unstated(lines, told)
    reasons = [
        reason or ("related" if linked else "promo" if missing else None)
        for reason, linked, missing in zip(reasons, apart, unstated, strict=True)
    ]
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    lead = stated.standfirst(kept, told, tree) if kept else None
    return ([lead, *lines], [None, *reasons]) if lead else (lines, reasons)


def _reasons(lines: Sequence[str], told: Facts, title: str | None, code: frozenset[str]) -> list[str | None]:
    """Why a line that trafilatura kept is furniture all the same; None where it is not."""
    if not lines:
        return []
    titles = [text for text in (title, *told.headings[:2], told.title) if text]
    plain = [line.lstrip(_BULLET) or line for line in lines]
    reasons: list[str | None] = [furniture(line) for line in plain]
    likely = likelihoods(plain, [_GAP] * len(plain), reasons)
    reasons = _before_story(lines, reasons, titles)
    reasons = [None if line in code else reason for line, reason in zip(lines, reasons, strict=True)]
    doubted = _doubted(lines, reasons, likely, code)
    kept = sum(len(line) for line, reason in zip(lines, doubted, strict=True) if reason is None)
    return doubted if kept > _MOST_DOUBTED * sum(map(len, lines)) else reasons


def _before_story(lines: Sequence[str], reasons: Sequence[str | None], titles: Sequence[str]) -> list[str | None]:
    """The reasons, with the headline and what stands between it and the first paragraph."""
    out = list(reasons)
    for number, line in enumerate(lines[:_LEADING]):
        if any(headline.repeats(line, text) or headline.repeats(text, line) for text in titles):
            out[number] = "headline"
    for number, line in enumerate(lines[:_LEADING]):
        if out[number] is None and (cues.is_prose(line) or len(line) > _LONGEST_LEAD):
            break
        out[number] = out[number] or "navigation"
    return out


def _doubted(
    lines: Sequence[str], reasons: Sequence[str | None], likely: NDArray[np.float32], code: frozenset[str]
) -> list[str | None]:
    """The reasons, with the lines of which the line model thinks little, and those at the end of which it is not sure."""
    out = list(reasons)
    for number, line in enumerate(lines):
        floor = _UNLIKELY_PROSE if cues.is_prose(line) else _UNLIKELY
        if out[number] is None and line not in code and likely[number] <= floor:
            out[number] = _likely_reason(line)
    for number in range(len(lines) - 1, -1, -1):
        if out[number] is None:
            if likely[number] > _UNLIKELY_LAST or lines[number] in code:
                break
            out[number] = _likely_reason(lines[number])
    return out


def _likely_reason(line: str) -> str:
    return "promo" if cues.is_prose(line) else "related"


def _address(told: Facts) -> str | None:
    """The page's own address, as it gives it."""
    for address in (told.canonical, *told.meta.get("og:url", ())):
        if address and re.match(r"https?://", address):
            return address
    return None
