"""A saved page: its main text by trafilatura, the furniture that it leaves taken off, and what the page tells about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from lxml.html import HtmlElement

from sayso.clean import authors, closing, cues, headline, outlet, published, refuse, signed, stated, story, visible
from sayso.clean.facts import Facts, facts, people
from sayso.clean.tree import parsed
from sayso.errors import InputError
from sayso.records import Article, Bases, Cut, RawArticle

_FEWEST_WORDS = 12  # of a story; a page that gives less is a wall, a stub or a list
_TOP_LINES = 14  # visible lines above the story in which its date is looked for


def page(raw: RawArticle) -> Article:
    """The article of a saved page; its cuts carry text and reason alone. Raises InputError where the page holds none."""
    tree = parsed(raw.content)
    if tree is None:
        raise InputError("not-an-article", f"{raw.input}: holds no readable HTML.")
    told = facts(tree)
    url = raw.given.url or _address(told)
    title, title_basis = headline.of_page(told)
    lines, judged = story.lines_of(tree, told, url, title)
    kept = _kept(lines, judged)
    _refuse(raw.input, title, kept)
    shown = cache(lambda: visible.lines(tree))
    above = cache(lambda: visible.above(shown(), kept))
    writers, writers_basis = authors.of_page(told, _shown_writers(tree, shown, above))
    reasons = closing.behind_story(lines, judged, writers)
    body = "\n".join(_kept(lines, reasons))
    house, house_basis = outlet.of_page(told, url)
    section, section_basis = outlet.section_of_page(told)
    top, whole = (above()[-_TOP_LINES:], shown()) if published.is_untold(told, url) else ([], [])
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


def _kept(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str]:
    return [line for line, reason in zip(lines, reasons, strict=True) if reason is None]


def _refuse(name: str, title: str | None, kept: Sequence[str]) -> None:
    """Raise InputError where what was kept is no article."""
    body = "\n".join(kept)
    if len(body.split()) < _FEWEST_WORDS and not any(map(cues.is_prose, kept)):
        raise InputError("not-an-article", f"{name}: no story found on this page.")
    if why := refuse.why_not(body, title, kept):
        raise InputError("not-an-article", f"{name}: {why}.")


def _shown_writers(tree: HtmlElement, shown: Callable[[], list[str]], above: Callable[[], list[str]]) -> authors.Shown:
    """Where the page shows its writers, looked up only where the head does not name them."""
    return authors.Shown(cache(lambda: list(people(tree))), above, shown, lambda: signed.to_the_right(tree))


def _cuts(lines: Sequence[str], reasons: Sequence[str | None], held_back: str | None) -> tuple[Cut, ...]:
    """The lines that were left out, and the page's word that the rest of the story is not on it."""
    cut = [(line, reason) for line, reason in zip(lines, reasons, strict=True) if reason is not None]
    if held_back:
        cut.append((held_back, "paywall"))
    return tuple(Cut(start=None, end=None, text=line, reason=reason) for line, reason in cut)


def _address(told: Facts) -> str | None:
    """The page's own address, as it gives it."""
    for address in (told.canonical, *told.meta.get("og:url", ())):
        if address and re.match(r"https?://", address):
            return address
    return None
