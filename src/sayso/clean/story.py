"""The lines of a page's main text, judged: what trafilatura kept and is furniture all the same, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from sayso.clean import cues, headline, links, stated
from sayso.clean.facts import Facts
from sayso.clean.judge import furniture, likelihoods
from sayso.clean.mode import main_text
from sayso.clean.tree import readable

_LEADING = 4  # lines above the first paragraph that may be headline, kicker and byline
_LONGEST_LEAD = 90  # characters of such a line
_GAP = 2  # line ends between paragraphs, as a pasted page would have them
# How unlikely, to the line model, a line must be to go: one without a sentence, one of prose, and one at the very end. Set on
# the development pages: body F1 of trafilatura alone .947 (Fundus) and .940 (WCXB), with these .960 and .946.
_UNLIKELY, _UNLIKELY_PROSE, _UNLIKELY_LAST = 0.3, 0.2, 0.6
_MOST_DOUBTED = 0.5  # of what trafilatura kept; where the model would take more, the model is wrong, not trafilatura
_BULLET = " -•>|\t"
_ITEM = "- "  # as trafilatura begins the items of lists
_SHORTEST_ANNOUNCEMENT = 40  # characters; "Read also:" announces furniture


def lines_of(
    tree: HtmlElement, told: Facts, url: str | None, title: str | None
) -> tuple[Sequence[str], Sequence[str | None]]:
    """The lines of a page's main text, and why each is furniture; None where it is the story's."""
    text = readable(main_text(tree, url))
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    if not stated.is_news(told):
        return lines, _reasons(lines, told, title, links.code_lines(tree))
    lines = stated.whole(lines, told, tree) or lines
    reasons = _reasons(lines, told, title, frozenset())
    # The entries of a live blog are headed by what they link to.
    apart = [False] * len(lines) if stated.is_live(told) else links.to_other_stories(lines, tree, url)
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
    sure = code | _announced(lines)
    for number, line in enumerate(lines):
        floor = _UNLIKELY_PROSE if cues.is_prose(line) else _UNLIKELY
        if out[number] is None and line not in sure and likely[number] <= floor:
            out[number] = _likely_reason(line)
    for number in range(len(lines) - 1, -1, -1):
        if out[number] is None:
            if likely[number] > _UNLIKELY_LAST or lines[number] in sure:
                break
            out[number] = _likely_reason(lines[number])
    return out


def _announced(lines: Sequence[str]) -> set[str]:
    """The items of lists that a line of running text announces with a colon."""
    found: set[str] = set()
    is_announced = False
    for line in lines:
        if line.startswith(_ITEM):
            if is_announced:
                found.add(line)
        else:
            is_announced = line.endswith(":") and len(line) >= _SHORTEST_ANNOUNCEMENT
    return found


def _likely_reason(line: str) -> str:
    return "promo" if cues.is_prose(line) else "related"
