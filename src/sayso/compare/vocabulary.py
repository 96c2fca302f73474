"""What two words have to do with each other: opposites, things of one kind, words of one meaning, peoples and countries.

The lists stand in `vocabulary.txt`, compiled by us from general knowledge of English. They know nothing of the sentence:
that two words stand in one place of two sentences is for the caller to know.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations

_ADJECTIVAL = ("un", "non", "in", "im", "il", "ir", "dis")
_LEAST_NEGATED = 7  # letters; shorter words begin so by chance ("under", "image", "Irish")
_STEM = 5  # letters that two words of one family share ("deliver", "delivery")
_NEAR_ENDING = 4  # letters of a derived word's ending ("-ment", "-tion", "-ing")


@dataclass
class Vocabulary:
    """The lists, by word."""

    opposites: set[frozenset[str]] = field(default_factory=set)
    exclusive: set[frozenset[str]] = field(default_factory=set)
    alike: set[frozenset[str]] = field(default_factory=set)
    kinds: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # word → kind → its member
    symmetric: set[str] = field(default_factory=set)
    converse: set[frozenset[str]] = field(default_factory=set)
    countries: dict[str, str] = field(default_factory=dict)


@cache
def vocabulary() -> Vocabulary:
    """The lists, read once."""
    found, section = Vocabulary(), ""
    for line in files("sayso.compare").joinpath("vocabulary.txt").read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line:
            _take(found, section, line.replace("_", " _").replace(" _", "_"))
    return found


def _take(found: Vocabulary, section: str, line: str) -> None:
    sides = [[word.replace("_", " ") for word in side.split()] for side in line.split("|")]
    if section == "opposites":
        found.opposites |= {frozenset((a, b)) for a in sides[0] for b in sides[1] if a != b}
        for side in sides:
            found.alike |= {frozenset(pair) for pair in combinations(side, 2)}
    elif section == "exclusive":
        found.exclusive |= {frozenset((a, b)) for a in sides[0] for b in sides[1]}
    elif section == "same":
        found.alike |= {frozenset(pair) for pair in combinations(sides[0], 2)}
    elif section == "apart":
        names, _, members = line.partition(":")
        for member in members.split():
            for word in member.split(","):
                for name in names.split():
                    found.kinds[word.replace("_", " ")][name] = member
    elif section == "symmetric":
        found.symmetric |= set(sides[0])
    elif section == "converse":
        found.converse |= {frozenset(side) for side in sides}
    elif section == "peoples":
        found.countries |= {word: side[0] for side in sides for word in side}


def opposite(left: str, right: str) -> bool:
    """Whether two lemmas contradict each other.

    >>> opposite("rise", "fall"), opposite("legal", "illegal"), opposite("rise", "climb")
    (True, True, False)
    """
    if frozenset((left, right)) in vocabulary().opposites:
        return True
    short, long = sorted((left, right), key=len)
    if len(long) < _LEAST_NEGATED:
        return False
    if any(long == prefix + short or long == f"{prefix}-{short}" for prefix in _ADJECTIVAL):
        return True
    return left != right and left[:-4] + "less" == right[:-3] + "less" and {left[-4:], right[-3:]} == {"less", "ful"}


def exclusive(left: str, right: str) -> bool:
    """Whether two lemmas cannot both be said of one thing at one time, as opposites that follow one another can.

    >>> exclusive("alive", "die"), exclusive("open", "close")
    (True, False)
    """
    return frozenset((left, right)) in vocabulary().exclusive


def alike(left: str, right: str) -> bool:
    """Whether two lemmas mean about the same: equal, listed together, or of one family.

    >>> alike("acquire", "buy"), alike("deliver", "delivery"), alike("German", "Germany".lower())
    (True, True, False)
    """
    if left == right or frozenset((left, right)) in vocabulary().alike:
        return True
    if opposite(left, right):
        return False
    return bool(_shared_country(left, right)) or _family(left, right)


def _shared_country(left: str, right: str) -> bool:
    known = vocabulary().countries
    return left in known and known[left] == known.get(right)


def _family(left: str, right: str) -> bool:
    """Whether two words share their stem and differ in their endings alone."""
    short, long = sorted((left, right), key=len)
    if len(short) < _STEM or not short.isalpha() or not long.isalpha():
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= max(_STEM, len(short) - 2) and len(long) - same <= _NEAR_ENDING


def one_kind(left: str, right: str) -> str | None:
    """The kind of which both lemmas name a thing, and not the same, or None.

    >>> one_kind("red", "blue"), one_kind("lorry", "truck"), one_kind("french", "german")
    ('colour', None, 'country')
    """
    known = vocabulary().countries
    if left in known and right in known:
        return "country" if known[left] != known[right] else None
    kinds = vocabulary().kinds
    for kind, member in kinds.get(left, {}).items():
        if kinds.get(right, {}).get(kind, member) != member:
            return kind
    return None


def broader(left: str, right: str) -> bool:
    """Whether the first lemma names the kind that the second is one of.

    >>> broader("instrument", "violin"), broader("violin", "instrument")
    (True, False)
    """
    return left in vocabulary().kinds.get(right, {})


def exchangeable(lemma: str) -> bool:
    """Whether the two sides of a verb may be exchanged ("meet", "marry")."""
    return lemma in vocabulary().symmetric


def converse(left: str, right: str) -> bool:
    """Whether one verb tells from the other side what the other tells ("buy", "sell")."""
    return frozenset((left, right)) in vocabulary().converse


def country_of(word: str) -> str | None:
    """The country that a lower-cased word names or comes from, under one form.

    >>> country_of("dutch"), country_of("table")
    ('netherlands', None)
    """
    return vocabulary().countries.get(word)
