"""Who an article is about: the named actors, by how often it mentions them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.group.terms import COMMON
from sayso.records import Article, Reading

NAME = re.compile(r"[A-Z][\w’'&-]*(?: (?:(?:of|the|de|van|von|bin|al) )?[A-Z][\w’'&-]*){0,5}")
SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"‘(])[\s“\"‘]*$")


def actors(articles: Sequence[Article], readings: Sequence[Reading]) -> list[dict[str, float]]:
    """For each article how often it mentions each word of a name, so that "Lena Vogt" and "Vogt" meet.

    With a reading, the mentions of its entities count, pronouns and nominal ones too; else, runs of capitalised words.
    """
    read = {reading.id: reading for reading in readings}
    return [_words(article, read.get(article.id)) for article in articles]


def _words(article: Article, reading: Reading | None) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for name, weight in _mentions(article, reading):
        for word in name.casefold().replace("’", "'").split():
            word = word.removesuffix("'s").strip("'-&")
            if word and word not in COMMON:
                found[word] += weight
    return dict(found)


def _mentions(article: Article, reading: Reading | None) -> Iterator[tuple[str, int]]:
    if reading is not None and reading.entities:
        for entity in reading.entities:
            yield entity.name, len(entity.mentions)
    else:
        for name in capitalised(article.text):
            yield name, 1


def capitalised(text: str) -> Iterator[str]:
    """Runs of capitalised words, without the first word of a sentence unless it is a name elsewhere.

    >>> list(capitalised("The board met. Brightwell told Lena Vogt that Brightwell would sell."))
    ['Brightwell', 'Lena Vogt', 'Brightwell']
    """
    for found in NAME.finditer(text):
        name, start = found.group(), found.start()
        if SENTENCE_START.search(text[max(0, start - 4) : start]):
            first, _, rest = name.partition(" ")
            if first.casefold() in COMMON or (not rest and f" {first}" not in text):
                name = rest
        if name:
            yield name
