"""Who an article is about: its named actors, weighted by how often and how early it names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.group.terms import COMMON
from sayso.records import Article, Reading

NAME = re.compile(r"[A-Z][\w’'&-]*(?:[ ](?:(?:of|the|de|van|von|bin|al)[ ])?[A-Z][\w’'&-]*){0,5}")
ACTORS = ("PER", "ORG", "PRODUCT", "LOC", "EVENT", "MISC")


def names(article: Article, reading: Reading | None) -> dict[str, float]:
    """How often each name is mentioned; a mention in the headline counts as `HEADLINE` mentions.

    With a reading, its entities (pronouns and nominal mentions resolved); else runs of capitalised words that are not just
    the start of a sentence.
    """
    counts: dict[str, float] = defaultdict(float)
    if reading is not None and reading.entities:
        for entity in reading.entities:
            counts[entity.name.casefold()] += len(entity.mentions)
    else:
        for name in _capitalised(article.text):
            counts[name] += 1
    for name in list(counts):
        if article.headline and name in article.headline.casefold():
            counts[name] += HEADLINE
    return dict(counts)


HEADLINE = 5  # mentions


def _capitalised(text: str) -> list[str]:
    found = []
    for match in NAME.finditer(text):
        starts = match.start() == 0 or text[max(0, match.start() - 2) : match.start()].strip(" \"“'‘") in (".", "!", "?", "\n", "")
        words = match.group().replace("’", "'").removesuffix("'s").split()
        if starts and words[0].casefold() in COMMON:
            words = words[1:]
        if not words or (starts and len(words) == 1 and f" {words[0]}" not in text):
            continue
        found.append(" ".join(words).casefold())
    return found


def actors(articles: Sequence[Article], readings: Sequence[Reading]) -> list[dict[str, float]]:
    """The names of each article, each split into its words, so that "Lena Vogt" and "Vogt" meet."""
    read = {reading.id: reading for reading in readings}
    result = []
    for article in articles:
        parts: dict[str, float] = defaultdict(float)
        for name, count in names(article, read.get(article.id)).items():
            for part in name.split():
                if part not in COMMON:
                    parts[part] += count
        result.append(dict(parts))
    return result
