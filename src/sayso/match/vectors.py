"""Vectors of claims: what their words say in their sentences, the rare ones counting more."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.match.texts import Texts
from sayso.records import Article, Claim, Reading
from sayso.weights.vectors import SIZE, Words, unit, unpacked

RARITY = 1.5
"""Power of a word's rarity in its weight within a claim; 1 to 2 did best on the gold stories, 0 clearly worse."""


def pooled(
    claims: Sequence[Claim],
    texts: Texts,
    articles: Sequence[Article],
    readings: Sequence[Reading],
    words: Mapping[str, Words],
) -> NDArray[np.float32]:
    """The vector of each claim: shape (claims, `SIZE`), rows of length 1, of zeros where nothing of a claim is a word.

    The words were read in their sentences ("late chunking", Günther et al. 2024); `words` are those of each article. A
    word that stands for a name counts as that name's first mention. A word counts the more, the fewer of the claims have
    it (as in smooth inverse frequency, Arora et al. 2017).
    """
    text = {article.id: article.text for article in articles}
    pages = {reading.id: Page(text[reading.id], reading, words[reading.id]) for reading in readings}
    places = [[n for a, b in texts.places(c) for n in pages[c.article_id].within(a, b)] for c in claims]
    forms = [[pages[c.article_id].forms[n] for n in own] for c, own in zip(claims, places, strict=True)]
    frequency = Counter(form for own in forms for form in set(own))
    rarity = {form: math.log((len(claims) + 1) / number) ** RARITY for form, number in frequency.items()}
    vectors = np.zeros((len(claims), SIZE), np.float32)
    for number, (claim, own) in enumerate(zip(claims, places, strict=True)):
        if own:
            weights = np.array([rarity[form] for form in forms[number]], np.float32)
            vectors[number] = weights @ pages[claim.article_id].vectors[own]
    return unit(vectors)


class Page:
    """The words of an article with their vectors, those that stand for a name leading to it."""

    def __init__(self, text: str, reading: Reading, words: Words) -> None:
        self._starts: list[int] = words.starts.tolist()
        self.forms = [text[a:b].lower() for a, b in zip(self._starts, words.ends.tolist(), strict=True)]
        self.vectors = unpacked(words.packed)
        self._named: dict[
            int, tuple[int, list[int]]
        ] = {}  # from a stand-in's first word to its end and the name's words
        for entity in reading.entities:
            name = next((m for m in entity.mentions if m.form == "name"), None)
            for mention in entity.mentions:
                if name is not None and mention.form != "name":
                    first, end = self._range(mention.start, mention.end)
                    self._named[first] = end, list(range(*self._range(name.start, name.end)))

    def within(self, start: int, end: int) -> list[int]:
        """The words between two places in the text, names in place of what stands for them."""
        at, last = self._range(start, end)
        found: list[int] = []
        while at < last:
            after, named = self._named.get(at, (0, []))
            if at < after <= last:
                found += named
                at = after
            else:
                found.append(at)
                at += 1
        return found

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)
