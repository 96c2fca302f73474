"""Who a page shows as its writers, where its head names nobody or not all: a byline, a label, a name set to the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from sayso.clean.people import is_author, people_in, plain
from sayso.clean.tree import words_in

# A byline by itself ("By Ann Lee"), or its first word alone, with the names in the lines that follow.
_BY = re.compile(
    r"^(?:(?:written|posted|reported|words|story|reporting|text|authored) by|by|von|por|par|door|di|av|af)\b\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:written|words|story|reporting|text|authored) by|by|authors?|von|por|par|door|di|av|af|autor(?:in|es)?"
    r"|auteurs?)\s*:?$",
    re.IGNORECASE,
)
# Labels that mean the writer of this page wherever they stand; "By" alone stands before the titles of other stories too.
_SURE_LABEL = re.compile(
    r"^(?:(?:written|authored) by|authors?|autor(?:in)?(?:/autor(?:in)?)?|auteurs?|verfasst von|geschrieben von|écrit par|escrito por"
    r"|scritto da|geschreven door|skriven av|skrevet av|skrevet af|napisane przez|yazan)\s*:?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^(?:[\s,;|·•&/–-]*|and|und|y|e|et|og|och|en|i)$", re.IGNORECASE)
_LONGEST_BYLINE = 120  # characters
_LONGEST_NAMES = 60
_MOST_LINES = 12  # that the names of one byline take
_LONGEST_RUN = 6  # words of a name
_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|sir|dame)\b\.?\s*)+", re.IGNORECASE)
_RIGHT = XPath(".//p[contains(@style, 'right') and contains(@style, 'text-align')]")


def beside_headline(above: Sequence[str]) -> list[str]:
    """The people of the first byline among the lines above the story.

    >>> beside_headline(["Mill closed", "By", "Ann Lee", "and", "Bo Chan", "3 May 2031"])
    ['Ann Lee', 'Bo Chan']
    """
    for number, line in enumerate(above):
        if len(line) <= _LONGEST_BYLINE and _BY.match(line):
            found = _people(line)
        elif _LABEL.match(line):
            found = _following(above[number + 1 :])
        else:
            continue
        if found:
            return found
    return []


def labelled(shown: Sequence[str]) -> list[str]:
    """The people behind the first label that can only mean the writer ("Written by", "Author"), anywhere on the page.

    >>> labelled(["A flood closed the mill.", "Author", "Ann Lee", "Share"])
    ['Ann Lee']
    """
    found = (_following(shown[number + 1 :]) for number, line in enumerate(shown) if _SURE_LABEL.match(line))
    return next((people for people in found if people), [])


def is_writers_label(text: str) -> bool:
    """Whether a label means the writer, as in the cards that pages make for sharing ("Written by" beside a name)."""
    return _SURE_LABEL.match(text.strip()) is not None


def to_the_right(tree: HtmlElement) -> list[str]:
    """The person whose name alone is a paragraph set to the right, as a story is signed in some countries."""
    names = (words_in(element) for element in _RIGHT(tree))
    return next(([name] for name in names if len(name) <= _LONGEST_NAMES and is_author(name)), [])


def joint(known: Sequence[str], marked: Sequence[str]) -> list[str]:
    """All writers of the byline that names the known ones and others; the known ones where no byline does.

    `marked` are the texts of elements marked as author or byline, of which some hold others. Only the first that names somebody
    is looked at, and only names that are marked by themselves as well: lists of other stories have bylines too.

    >>> joint(["Ann Lee"], ["Bo Chan Ann Lee", "Bo Chan", "Ann Lee", "Cy Day"])
    ['Bo Chan', 'Ann Lee']
    """
    singles = {plain(text): text for text in marked if is_author(text)}
    first = next((text for text in marked if _people(text)), "")
    people = _people(first)
    found = people if len(people) > 1 else _run_together(plain(first).split(), singles)
    if len(found) > len(known) and {*map(_untitled, known)} <= {*map(_untitled, found)}:
        return found if all(plain(name) in singles for name in found) else list(known)
    return list(known)


def _run_together(words: Sequence[str], singles: Mapping[str, str]) -> list[str]:
    """The names, two or more, that words are made of, where nothing stands between them; none where words are left."""
    found, start = [], 0
    while start < len(words):
        runs = (" ".join(words[start:end]) for end in range(min(len(words), start + _LONGEST_RUN), start, -1))
        name = next((run for run in runs if run in singles and run.count(" ") + 1 < len(words)), None)
        if name is None:
            return []
        found.append(singles[name])
        start += name.count(" ") + 1
    return found


def _untitled(name: str) -> str:
    return plain(_TITLE.sub("", name))


def _following(lines: Sequence[str]) -> list[str]:
    """The people in the lines behind a label, up to the first line that names none."""
    return [name for line in _names(lines[:_MOST_LINES]) for name in _people(line)]


def _names(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if _BETWEEN.match(line):
            continue
        if len(line) > _LONGEST_NAMES or not _people(line):
            return
        yield line


def _people(line: str) -> list[str]:
    return [name for name in people_in(line) if is_author(name)]
