"""A story set in several boxes of one kind, with advertisements between them: put into one, so that all of it is found.

Trafilatura takes the first box that it knows as a story's body. On 2 of 130 Fundus pages that is half of the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from sayso.clean.tree import words_in

_BODY = re.compile(
    r"(?:article|story|post|entry)[-_]*(?:body|content|text)|body__|(?:text|content|main)[-_]*body|rich[-_]?text",
    re.IGNORECASE,
)
_PROSE = 200  # characters of paragraphs that a box must hold
_MISSED = 0.12  # of the text's characters, as in mode.py
_START = 40  # characters by which a paragraph is found in the text


def joined(tree: HtmlElement, text: str) -> HtmlElement | None:
    """A copy of the page with the boxes of its story in the first of them; None where the text has all of them.

    Pages with a second headline hold a second story, whose boxes look the same: these are left alone.
    """
    if sum(1 for _ in tree.iter("h1")) > 1:
        return None
    paths = [tree.getroottree().getpath(box) for box in _boxes(tree, " ".join(text.split()))]
    if not paths:
        return None
    copy = deepcopy(tree)
    first, *others = [copy.getroottree().xpath(path)[0] for path in paths]
    for other in others:
        first.extend(list(other))
    return copy


def _boxes(tree: HtmlElement, text: str) -> Sequence[HtmlElement]:
    """The innermost boxes of one kind of which the text lacks some; none where it lacks little."""
    by_class: dict[str, list[HtmlElement]] = {}
    for element in tree.iter("div", "section"):
        if (kind := element.get("class")) and _BODY.search(kind):
            by_class.setdefault(kind, []).append(element)
    lacking = [full for boxes in by_class.values() if len(boxes) > 1 and (full := _lacking(boxes, text))]
    return max(lacking, key=lambda boxes: sum(1 for _ in boxes[0].iterancestors()), default=())


def _lacking(boxes: Sequence[HtmlElement], text: str) -> Sequence[HtmlElement]:
    """The boxes that hold paragraphs, none of them inside another, if the text lacks many of these; else none."""
    held = [[words_in(paragraph) for paragraph in box.iter("p")] for box in boxes]
    full = [box for box, lines in zip(boxes, held, strict=True) if sum(map(len, lines)) >= _PROSE]
    missed = sum(len(line) for lines in held for line in lines if line[:_START] not in text)
    is_flat = not any(ancestor in full for box in full for ancestor in box.iterancestors())
    return full if len(full) > 1 and is_flat and missed >= _MISSED * len(text) else ()
