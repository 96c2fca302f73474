"""Lemmas: dictionary forms of words, by lemminflect, with the few words that its dictionary reads wrongly in news."""

from __future__ import annotations

from functools import lru_cache

from sayso.extract.inflection import lemma_of

_CLOSED = {
    "n't": "not", "n’t": "not", "'s": "'s", "’s": "'s", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "ca": "can", "wo": "will", "an": "a", "found": "find", "left": "leave", "data": "data", "media": "media",
}  # fmt: skip
_INFLECTED = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str) -> str:
    """The lemma of a word of that universal part of speech, lower-cased; names and numbers stay as they are.

    >>> lemma("delivered", "VERB"), lemma("vehicles", "NOUN"), lemma("n't", "PART")
    ('deliver', 'vehicle', 'not')
    """
    lowered = word.lower()
    if lowered in _CLOSED and (lowered not in {"left", "found"} or upos == "VERB"):
        return _CLOSED[lowered]
    if upos not in _INFLECTED or not lowered.isascii() or len(lowered) > 40:
        return lowered
    return lemma_of(lowered, upos) or lowered
