"""The story as the page's own JSON-LD states it: `articleBody`, and `description` where the page shows it as standfirst.

https://schema.org/articleBody is the story without what surrounds it, on four news pages in ten. It is no text to quote from,
because it has lost headings and often paragraphs; but it tells which lines of the page are the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from sayso.clean import cues
from sayso.clean.facts import Facts, names
from sayso.clean.headline import shown
from sayso.clean.tree import words_in

_NEWS = re.compile(r"News|Report|LiveBlog", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{1,500}>")
_RUN = 4  # words; a line is stated if half of its runs of so many words are
_SHORTEST_BODY = 400  # characters; less is a summary
# Of the text that the stated body must have before it is believed about the rest: on the 50 development pages that state one
# it has under 0.2 of the text (a summary) or over 0.7.
_LEAST_COVERED = 0.7
_LONGER = 1.25  # how much longer the stated body must be for the text to have lost much of it
_HELD_BACK = 1.5  # times the words of the body that the page says it has; counts take in captions and boxes
_LONGEST_WORD = 12  # characters a word, on average, of a script with spaces
_STANDFIRST_WORDS = 5
_START = 12  # characters by which a standfirst is looked for
_BLOCKS = ("p", "h2", "h3", "h4", "div", "span", "li", "strong", "em", "section")
_BESIDE = frozenset(["figure", "figcaption", "a", "nav", "footer", "aside", "form", "button"])


def is_news(facts: Facts) -> bool:
    """Whether the page calls itself a news article, by the types of schema.org."""
    return any(_NEWS.search(kind) for node in facts.articles for kind in names(node.get("@type")))


def is_live(facts: Facts) -> bool:
    """Whether the page calls itself a live blog."""
    return any("LiveBlog" in kind for node in facts.articles for kind in names(node.get("@type")))


def unstated(lines: Sequence[str], facts: Facts) -> list[bool]:
    """Which lines of running text the page's `articleBody` does not have, where it has most of the others.

    What stands before the first stated line is left: standfirsts are not part of `articleBody`. Headings are left as well.
    """
    body = _body(facts)
    runs = _runs(_WORD.findall(body))
    shares = [_share(line, runs) for line in lines]
    inside = [number for number, share in enumerate(shares) if share is not None and share > 0.5]
    total = sum(len(line) for line in lines)
    if not inside or sum(len(lines[number]) for number in inside) < _LEAST_COVERED * total:
        return [False] * len(lines)
    return [
        share is not None and share < 0.1 and number > inside[0] and (number > inside[-1] or _is_aside(line))
        for number, (line, share) in enumerate(zip(lines, shares, strict=True))
    ]


def whole(lines: Sequence[str], facts: Facts, tree: HtmlElement) -> list[str] | None:
    """The story's paragraphs by `articleBody` where the lines are but part of it; None where they are all of it, or others.

    They are the page's own paragraphs that the stated body has; or its own lines, where it has any.
    """
    body = _body(facts)
    if len(body) < _LONGER * sum(map(len, lines)):
        return None
    runs = _runs(_WORD.findall(body))
    covered = sum(len(line) for line in lines if (_share(line, runs) or 0) > 0.5)
    if not lines or covered < _LEAST_COVERED * sum(map(len, lines)):
        return None
    shown_ones = dict.fromkeys(words_in(element) for element in tree.iter("p", "li"))
    paragraphs = [text for text in shown_ones if (_share(text, runs) or 0) > 0.5]
    if sum(map(len, paragraphs)) < _LEAST_COVERED * len(body):
        paragraphs = [" ".join(part.split()) for part in body.split("\n") if part.strip()]
    return paragraphs if len(paragraphs) > 1 else None


def standfirst(lines: Sequence[str], facts: Facts, tree: HtmlElement) -> str | None:
    """The description that the page shows between its headline and its first paragraph, and the lines do not have."""
    described = {_plain(text): text for text in _descriptions(facts) if text.count(" ") + 1 >= _STANDFIRST_WORDS}
    have = _plain(" ".join(lines[:6]))
    described = {plain: text for plain, text in described.items() if plain not in have}
    if not described:
        return None
    begun = False
    for element in tree.iter("h1", *_BLOCKS):
        if element.tag == "h1":
            begun = True
        elif begun and _begins_any(_plain(_first_text(element))[:_START], described):
            text = words_in(element)
            if _plain(text) in described and not any(parent.tag in _BESIDE for parent in element.iterancestors()):
                return text
    return None


def held_back(body: str, facts: Facts) -> str | None:
    """The page's own statement that it is not free and longer than the body; None where it states neither, or is all there.

    https://schema.org/isAccessibleForFree. Most pages that are not free were saved whole (15 of 17 development pages).

    >>> node = {"@type": "NewsArticle", "isAccessibleForFree": False, "wordCount": 900}
    >>> held_back("A flood closed the mill.", Facts(articles=(node,)))
    'isAccessibleForFree: False, wordCount: 900'
    """
    words = len(body.split())
    for node in facts.articles:
        free, count = node.get("isAccessibleForFree"), node.get("wordCount")
        if str(free).lower() == "false" and isinstance(count, int | str) and str(count).isdecimal():
            is_spaced = len(body) < _LONGEST_WORD * words  # counts of scripts without spaces count characters
            is_stub = is_spaced and len(str(count)) < 8 and int(count) > _HELD_BACK * words
            return f"isAccessibleForFree: {free}, wordCount: {count}" if is_stub else None
    return None


def _begins_any(start: str, described: Iterable[str]) -> bool:
    return bool(start) and any(plain.startswith(start) for plain in described)


def _first_text(element: HtmlElement) -> str:
    for piece in element.itertext():
        if piece.strip():
            return str(piece)
    return ""


def _descriptions(facts: Facts) -> list[str]:
    linked = [node.get("description") for node in facts.articles]
    tagged = [
        text for name in ("og:description", "description", "twitter:description") for text in facts.meta.get(name, ())
    ]
    return [shown(text) for text in (*linked, *tagged) if isinstance(text, str)]


def _body(facts: Facts) -> str:
    """The longest `articleBody`, without the tags and with the line ends that it may have."""
    bodies = [body for node in facts.articles if isinstance(body := node.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    if len(longest) < _SHORTEST_BODY:
        return ""
    return "\n".join(shown(_TAG.sub(" ", line)) for line in re.split(r"\n|</p>|<br ?/?>", longest))


def _is_aside(line: str) -> bool:
    """Whether a line inside the story is more than a heading."""
    return cues.is_prose(line) or line.startswith("- ")


def _share(line: str, runs: frozenset[tuple[str, ...]]) -> float | None:
    """The share of a line's runs of words that are known; None where it has too few words to tell."""
    words = _WORD.findall(line)
    if len(words) < _RUN:
        return None
    own = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    return sum(run in runs for run in own) / len(own)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
