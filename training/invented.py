"""Noise in names: some are shown as names that nobody bears, so that a name's type is read from its sentence.

News is about companies and people that no corpus has named yet. A word of a name that also occurs as a common word
(``Bank``, ``United``) stays; the others become made-up words of two or three syllables, or other capitals for capitals.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.corpora import Example

_ONSETS = (
    *"bcdfghjklmnprstvwyz", "", "", "br", "ch", "cl", "cr", "dr", "fl", "gr", "kh", "pr", "sh", "st", "th", "tr", "zh"
)  # fmt: skip
_NUCLEI = (*"aeiou", *"aeio", "ai", "ee", "ei", "ia", "io", "oo", "ou", "au")
_CODAS = (*[""] * 12, *"nnnrrlltsmdk", "ck", "ng", "rd", "nd", "x", "st")


def common_words(examples: Sequence[Example]) -> frozenset[str]:
    """The words that occur in lower case."""
    return frozenset(word for example in examples for word in example.words if word.islower())


def invented_word(like: str, rng: random.Random) -> str:
    """A made-up word in the capitals of another."""
    if like.isupper():
        return "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVWXZ") for _ in like)
    syllables = rng.choice((1, 2, 2, 2, 3, 3))
    word = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(syllables))
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def with_invented_names(example: Example, common: frozenset[str], rng: random.Random, share: float) -> Sequence[str]:
    """The example's words, in a ``share`` of the sentences with made-up words in its names of known type."""
    if not example.entities or rng.random() >= share:
        return example.words
    words = list(example.words)
    made: dict[str, str] = {}
    for place, (word, pattern) in enumerate(zip(words, example.entities, strict=True)):
        if pattern[1:2] != "-" or "/" in pattern or not word.isalpha() or len(word) < 2:
            continue
        if word[0].isupper() and word.lower() not in common:
            words[place] = made.setdefault(word, invented_word(word, rng))
    return words
