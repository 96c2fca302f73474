"""Names compared: when two spellings name the same person, firm or place."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from sayso.compare.vocabulary import country_of

_WORDS = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_LEAST_SPELLED, _ONE_SPELLING = 6, 83  # letters, and their likeness out of 100: one letter in six
_SUFFIXES = frozenset(
    (
        "inc corp co company ltd limited llc plc ag sa gmbh nv se group holdings holding motor motors auto "
        "automotive corporation incorporated the"
    ).split()
)
PLACES = {
    "us": "united states", "u.s": "united states", "usa": "united states", "u.s.a": "united states", "america": "united states",
    "united states of america": "united states", "uk": "united kingdom", "u.k": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "eu": "european union", "e.u": "european union", "uae": "united arab emirates",
    "un": "united nations", "u.n": "united nations", "prc": "china", "isis": "islamic state", "isil": "islamic state", "daesh": "islamic state",
}  # fmt: skip


def tokens_of(name: str) -> list[str]:
    """The lower-cased words of a name.

    >>> tokens_of("Acme Motor Co.")
    ['acme', 'motor', 'co']
    """
    return [w.lower() for w in _WORDS.findall(name)]


@lru_cache(maxsize=20_000)
def key_of(name: str, kind: str) -> str:
    """What identifies a name of a type across texts: without legal suffixes and articles, well-known places under one form.

    >>> key_of("The Acme Motor Company", "ORG"), key_of("U.S.", "LOC")
    ('acme', 'united states')
    """
    parts = tokens_of(name)
    joined = " ".join(parts)
    if joined in PLACES:
        return PLACES[joined]
    if kind in ("ORG", "MISC"):
        while len(parts) > 1 and parts[0] == "the":
            parts = parts[1:]
        while len(parts) > 1 and parts[-1] in _SUFFIXES:
            parts = parts[:-1]
    return " ".join(parts)


def same_name(left: str, right: str) -> bool:
    """Whether one name is the other or a shorter form of it, word by word.

    >>> same_name("Ann Roe", "Roe"), same_name("Ann Roe", "Bob Roe")
    (True, False)
    """
    a, b = set(tokens_of(left)) - _SUFFIXES, set(tokens_of(right)) - _SUFFIXES
    return bool(a and b) and (a <= b or b <= a)


def initials_of(name: str) -> str:
    """The capitals that a name of several words may be shortened to, or "".

    >>> initials_of("Federal Bureau of Investigation"), initials_of("Acme")
    ('FBI', '')
    """
    capitals = [w[0] for word in _WORDS.findall(name) for w in word.split("-") if w[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def one_spelling(left: str, right: str) -> bool:
    """Whether two names are the same letters, or one spelling of a foreign name and another.

    >>> one_spelling("Kim Jong Un", "Kim Jong-un"), one_spelling("Kobane", "Kobani"), one_spelling("Austria", "Australia")
    (True, True, False)
    """
    a, b = ("".join(c for c in name.lower() if c.isalnum()) for name in (left, right))
    if a == b:
        return bool(a)
    if country_of(left.lower()) and country_of(right.lower()):
        return country_of(left.lower()) == country_of(right.lower())
    if min(len(a), len(b)) < _LEAST_SPELLED or a[:3] != b[:3] or any(c.isdigit() for c in a + b):
        return False
    return ratio(a, b) >= _ONE_SPELLING
