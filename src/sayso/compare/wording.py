"""Words compared: stems, how telling each is among others, and how much two texts share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.spans import words

_STOP = frozenset(
    (
        "the a an of in on at to for and or by with from as is are was were be been being has have had do does "
        "did it its this that these those he she they his her their our we i you who which whom whose what when "
        "where while after before than then there here also such into over under about would could will may might "
        "can should not no said say says mr ms mrs's s"
    ).split()
)
_PEOPLES = {
    "u.s": "us", "usa": "us", "u.s.a": "us", "america": "us", "american": "us", "americans": "us", "u.k": "uk", "britain": "uk", "british": "uk",
    "chinese": "china", "european": "europe", "europeans": "europe", "japanese": "japan", "german": "germany", "french": "france",
    "indian": "india", "russian": "russia", "iranian": "iran", "israeli": "israel", "mexican": "mexico", "canadian": "canada",
    "italian": "italy", "spanish": "spain", "korean": "korea", "egyptian": "egypt", "turkish": "turkey", "ukrainian": "ukraine",
    "australian": "australia", "brazilian": "brazil", "syrian": "syria", "iraqi": "iraq", "afghan": "afghanistan",
}  # fmt: skip
_SHORT = {"united states": "US", "united kingdom": "UK", "european union": "EU"}
_LONG_NAMES = re.compile("|".join(_SHORT), re.IGNORECASE)
COUNTRIES = frozenset(_PEOPLES.values())
_ENDINGS = re.compile(r"(?:'s|’s|ings?|ed|es|s|ly)$")


@lru_cache(65_536)
def stem(word: str) -> str:
    """A word without its commonest English endings: enough to let "delivered" meet "delivers"; a people under its country.

    >>> stem("delivered"), stem("delivers"), stem("delivering")
    ('deliver', 'deliver', 'deliver')
    """
    if word in _PEOPLES:
        return _PEOPLES[word]
    cut = _ENDINGS.sub("", word)
    if len(cut) > 3 and cut != word and cut[-1] == cut[-2] and cut[-1] not in "aeiouls":
        cut = cut[:-1]  # "planning", "stopped"
    return cut if len(cut) > 2 else word


@lru_cache(4_096)  # the claims of a sentence share it, and reconcile asks again for what match asked
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; names of several words that have a short form count as that."""
    text = _LONG_NAMES.sub(lambda m: _SHORT[m.group().lower()], text)
    return frozenset(stem(w) for _, _, w in words(text) if w not in _STOP)


def weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """How telling each stem is within these claims: inverse document frequency, smoothed."""
    counts = Counter(stem for bag in bags for stem in bag)
    return {stem: math.log(1 + len(bags) / count) for stem, count in counts.items()}


def shared(left: frozenset[str], right: frozenset[str], weight: Mapping[str, float] | None = None) -> float:
    """Cosine of two bags of stems under squared inverse document frequency, so that rare words decide."""
    if not weight:
        return len(left & right) / math.sqrt((len(left) or 1) * (len(right) or 1))
    # fsum: the order of a set differs from run to run, and that of a sum shows in its last digits.
    both = math.fsum(weight.get(s, 1.0) ** 2 for s in left & right)
    sizes = [math.fsum(weight.get(s, 1.0) ** 2 for s in bag) or 1.0 for bag in (left, right)]
    return float(both / (sizes[0] * sizes[1]) ** 0.5)
