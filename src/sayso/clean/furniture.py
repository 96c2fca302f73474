"""The list of furniture.txt, and how a line is looked up in it.

A phrase is looked up; a pattern is tried only on lines that begin as what it fits begins, or that have one of its words:
trying every pattern on every line took a fifth of the time that a page costs.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_ANYTHING = (".{", "(?:.{")
# Each pattern that begins with anything needs one of these words, or a full stop; without them it is not tried.
_LATE_WORDS = frozenset(
    """newsletter kostenlos gratis rabatt archivbild archivfoto symbolbild symbolfoto themenbild file archive archivo archives
    archivio getty afp reuters shutterstock istock ap associated dpa imago bloomberg epa unsplash pexels alamy wikimedia reserved
    logo icon avatar thumbnail inhalt inhalte inhalten embedded external externe externo einstellungen datenschutzeinstellungen
    software click klicken cookies commission commissions compensation affiliate supported staff desk newsroom editorial
    correspondent reporter editor writer contributor""".split()
)
_MANY_WORDS = 60  # characters
_TOKEN = re.compile(r"[^\W\d_]+")


class Patterns:
    """Patterns for whole lines, each tried only on lines that begin as it can: a fifth of the time that trying all takes."""

    def __init__(self, patterns: dict[str, list[str]]) -> None:
        every = [(one, reason) for reason, ones in patterns.items() for one in ones]
        late = [(one, reason) for one, reason in every if one.startswith(_ANYTHING)]
        first = {one: first_characters(one) for one, _ in every if not one.startswith(_ANYTHING)}
        self._late = _Alternatives(late)
        self._late_words = frozenset(word for word in _LATE_WORDS if any(word in one for one, _ in late))
        self._late_list = tuple(sorted(self._late_words))
        self._has_dates = any(r"\." in one for one, _ in late)
        self._other = _Alternatives([(one, reason) for one, reason in every if one in first and not first[one]])
        self._by_first = {
            character: _Alternatives(
                [(one, reason) for one, reason in every if one in first and (not first[one] or character in first[one])]
            )
            for character in frozenset().union(*first.values())
        }

    def reason(self, plain: str) -> str | None:
        """The first reason of which a pattern fits; None where none does."""
        found = self._by_first.get(plain[:1], self._other).reason(plain)
        return found or (self._late.reason(plain) if self._may_be_late(plain) else None)

    def _may_be_late(self, plain: str) -> bool:
        if self._has_dates and "." in plain:
            return True
        if len(plain) > _MANY_WORDS:  # looking for each word is faster than taking the line apart
            return has_any(plain, self._late_list)
        return not self._late_words.isdisjoint(_TOKEN.findall(plain))


class _Alternatives:
    """Patterns in a row, a group each: the group that took part tells the reason."""

    def __init__(self, patterns: list[tuple[str, str]]) -> None:
        self._pattern = re.compile("|".join(f"({one})" for one, _ in patterns) or _NEVER)
        self._reasons = [reason for _, reason in patterns]

    def reason(self, plain: str) -> str | None:
        fits = self._pattern.fullmatch(plain)
        return self._reasons[fits.lastindex - 1] if fits and fits.lastindex else None


def has_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text has any of the words: a loop, because it is called for every line and `any` takes twice as long."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


_NEVER = r"(?!)"
_SIMPLE_CLASS = re.compile(r"\[([^]\\^-]+)\](?![?*{])")


def first_characters(pattern: str) -> frozenset[str]:
    r"""The characters that what a pattern fits can begin with; none where they cannot be told.

    >>> sorted(first_characters(r"(?:an? )?mill|\d+ rivers")) == sorted("am0123456789")
    True
    """
    every = [_first_of_branch(branch) for branch in _branches(pattern)]
    return frozenset().union(*every) if all(every) else frozenset()


def _first_of_branch(branch: str) -> frozenset[str]:
    if branch.startswith("(?:"):
        inner, rest = _group(branch)
        found = first_characters(inner)
        optional = next((mark for mark in ("?", "*", "{0,") if rest.startswith(mark)), None)
        if not found or optional is None:
            return found
        after = _first_of_branch(rest[rest.index("}") + 1 :] if optional == "{0," else rest[1:])
        return found | after if after else frozenset()
    if branch.startswith(r"\d"):
        return frozenset("0123456789")
    if listed := _SIMPLE_CLASS.match(branch):
        return frozenset(listed[1])
    character = branch[1:2] if branch.startswith(r"\(") else branch[:1]
    if not character or character in ".[\\":
        return frozenset()
    return frozenset(character) | _first_of_branch(branch[2:]) if branch[1:2] == "?" else frozenset(character)


def _group(pattern: str) -> tuple[str, str]:
    """What stands in the group that a pattern begins with, and what stands behind it."""
    depth = 0
    for place, character in enumerate(pattern):
        is_escaped = pattern[place - 1 : place] == "\\"
        depth += (character == "(" and not is_escaped) - (character == ")" and not is_escaped)
        if not depth:
            return pattern[3:place], pattern[place + 1 :]
    return pattern[3:], ""


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, those inside its groups left whole."""
    found, depth, begin = [], 0, 0
    for place, character in enumerate(pattern):
        is_escaped = pattern[place - 1 : place] == "\\"
        depth += (character in "([" and not is_escaped) - (character in ")]" and not is_escaped)
        if character == "|" and not depth:
            found.append(pattern[begin:place])
            begin = place + 1
    return [*found, pattern[begin:]]


class Listing(NamedTuple):
    """The list of furniture.txt: phrases looked up, patterns tried; `prose` ones hold for sentences too."""

    phrases: dict[str, str]
    short: Patterns
    prose: Patterns


@cache
def listing() -> Listing:
    """The list, read and compiled once."""
    phrases: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    prose: dict[str, list[str]] = {}
    defined: list[tuple[str, str]] = []
    reason = ""
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"(\{[A-Z]+\}) = (.*)", line):
            defined.append((found[1], found[2]))
        elif found := re.fullmatch(r"\[([a-z-]+)\]", line):
            reason = found[1]
        elif line.lstrip("!").startswith("~"):
            pattern = line.lstrip("!~")
            for name, definition in defined:
                pattern = pattern.replace(name, definition)
            short.setdefault(reason, []).append(pattern)
            if line.startswith("!"):
                prose.setdefault(reason, []).append(pattern)
        elif line and not line.startswith("#"):
            phrases[line] = reason
    return Listing(phrases, Patterns(short), Patterns(prose))
