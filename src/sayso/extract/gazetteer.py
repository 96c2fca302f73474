"""Names that everybody knows: places, bodies and the words for people of a place, from `gazetteer.txt`."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def known(section: str) -> frozenset[str]:
    """The names of a section of the file, as written; in small letters those of `words` are common words.

    >>> "Norway" in known("places"), "Norwegian" in known("demonyms")
    (True, True)
    """
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("gazetteer.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found: dict[str, frozenset[str]] = {}
    for block in " ".join(lines).split("[")[1:]:
        section, _, names = block.partition("]")
        found[section] = frozenset(name.strip() for name in names.split(";") if name.strip())
    return found


def is_place(name: str) -> bool:
    """Whether a name is a known country, region, state or city."""
    return name in known("places") or name in known("cities")


@cache
def _lowered() -> frozenset[str]:
    names = {name.lower() for name in known("places") | known("cities")} - {name.lower() for name in known("ambiguous")}
    return frozenset(name for name in names - known("words") if len(name) > 3 and name.replace(" ", "").isalpha())


def is_lowered_place(words: str) -> bool:
    """Whether words in small letters are a known place and nothing else ("in norway" as people write in haste).

    >>> is_lowered_place("norway"), is_lowered_place("turkey")
    (True, False)
    """
    return words in _lowered()


def is_demonym(word: str) -> bool:
    """Whether a word is for the people or things of a place or creed: "Norwegian", "Norwegians"."""
    return word in known("demonyms") or (word.endswith("s") and word[:-1] in known("demonyms"))
