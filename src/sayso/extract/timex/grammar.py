"""A cascade of finite-state rules over items: each rule replaces a run of items by one that says more.

An item is a token, or what rules have made of some; its `kind` is one character, so that a text is a string of kinds
and a rule is a regular expression over it. Patterns are written with names: `MONTH DAY (COMMA YEAR)?` means items of
those kinds, a lower-case word means that word. Rules run in order, once each, over the whole text; every pattern is
bounded, so the work is linear in the text's length. The method is that of FASTUS (Hobbs et al., 1997).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

OTHER = "\uf8ff"
_KINDS: dict[str, str] = {}
_CLASS_OF: dict[str, str] = {}
_NAMED: set[str] = set()

# Sets of kinds that patterns may name as one.
SETS: dict[str, tuple[str, ...]] = {
    "DAYNUM": ("D1", "D2"),
    "DAY": ("D1", "D2", "ORD"),
    "NUM": ("D1", "D2", "N", "WORDNUM", "YEAR"),
    "UNIT": ("UNITS", "UNIT1", "QUARTER", "CENTURY"),
    "ONE": ("UNIT1", "QUARTER", "CENTURY"),
}


def declare(name: str, words: Iterable[str]) -> None:
    """Say that words are of a kind; a pattern may still name one of them by itself."""
    for word in words:
        _CLASS_OF.setdefault(word, name)


def kind(name: str) -> str:
    """Give the character that stands for a kind."""
    return _KINDS.setdefault(name, chr(0xE000 + len(_KINDS)))


def word_kind(word: str) -> str:
    """Give the kind of a word: its own where a pattern names it, else that of its class, else that of all others."""
    if word in _NAMED:
        return _KINDS[word]
    return _KINDS.get(_CLASS_OF.get(word, ""), OTHER)


def named_words() -> Iterable[str]:
    """Give the words that patterns name by themselves."""
    return _NAMED


@cache
def members(name: str) -> str:
    """Give all kinds of a set or class, with those of its words that patterns name by themselves.

    Asked only once the grammar is compiled, or while it is: then every word that has a kind of its own is known.
    """
    classes = SETS.get(name, (name,))
    own = [_KINDS[word] for word in sorted(_NAMED) if _CLASS_OF.get(word) in classes]
    return "".join([*map(kind, classes), *own])


class Item(NamedTuple):
    """A token or a phrase: code points `start` to `end`, its kind, lower-cased text, and what is known of it."""

    start: int
    end: int
    kind: str
    text: str
    value: Any = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The items a pattern matched, with what stands around them."""

    items: Sequence[Item]
    first: int
    last: int

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items[self.first : self.last])

    def one(self, name: str, nth: int = 0) -> Any:
        """Give the value of the nth matched item of a kind or set of kinds, None where there is none."""
        values = [item.value for item in self if item.kind in members(name)]
        return values[nth] if -len(values) <= nth < len(values) else None

    def has(self, *words: str) -> bool:
        """Tell whether one of the words was matched."""
        return any(item.text in words for item in self)

    @property
    def mod(self) -> str | None:
        """The modifier that a matched item brings along."""
        return next((item.mod for item in self if item.mod), None)

    def before(self, steps: int = 1) -> Item | None:
        """Give the item so many steps before the match."""
        at = self.first - steps
        return self.items[at] if at >= 0 else None

    def after(self, steps: int = 1) -> Item | None:
        """Give the item so many steps after the match."""
        at = self.last + steps - 1
        return self.items[at] if at < len(self.items) else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a rule makes of a match: a value, its kind, a modifier, and how many matched items to leave at each end."""

    value: Any
    kind: str = "POINT"
    mod: str | None = None
    skip: int = 0
    drop: int = 0


Builder = Callable[[Found], "Phrase | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds and what to make of its matches; the builder returns None to leave a match as it is.

    Within a pattern `?`, `{m,n}`, `|`, round brackets and look-around mean what they mean in a regular expression.
    """

    pattern: str
    build: Builder


_TERM = re.compile(r"\?(?:[:=!]|<[=!])|\{[\d,]+\}|[\w'.]+|\s+")

Compiled = tuple[re.Pattern[str], Builder]


def compiled(rules: Sequence[Rule]) -> tuple[Compiled, ...]:
    """Compile a grammar: all its rules at once, since a word that any of them names gets a kind of its own."""
    for each in rules:
        for term in _TERM.findall(each.pattern):
            if term[0].isalpha() and not term.isupper() and not re.fullmatch("[A-Z]+[A-Z0-9]*", term):
                _NAMED.add(term)
                kind(term)
    return tuple((re.compile(_TERM.sub(_translated, each.pattern)), each.build) for each in rules)


def _translated(found: re.Match[str]) -> str:
    term = found.group()
    if term[0] in "?{":
        return term
    if term.isspace():
        return ""
    return members(term) if len(members(term)) == 1 else f"[{members(term)}]"


def apply(rules: Sequence[Compiled], items: list[Item]) -> list[Item]:
    """Run every rule once over the items, in order."""
    kinds = "".join(item.kind for item in items)
    for each in rules:
        made = _matches(each, items, kinds)
        if made:
            items, kinds = _replaced(items, kinds, made)
    return items


def _matches(each: Compiled, items: Sequence[Item], kinds: str) -> list[tuple[int, int, Item]]:
    """Every match that the builder accepts, leftmost first, none overlapping."""
    made = []
    at = 0
    while (match := each[0].search(kinds, at)) is not None:
        first, last = match.span()
        phrase = each[1](Found(items, first, last)) if last > first else None
        if phrase is None:
            at = first + 1
            continue
        first, last = first + phrase.skip, last - phrase.drop
        text = " ".join(item.text for item in items[first:last])
        made.append(
            (
                first,
                last,
                Item(items[first].start, items[last - 1].end, kind(phrase.kind), text, phrase.value, phrase.mod),
            )
        )
        at = last
    return made


def _replaced(items: Sequence[Item], kinds: str, made: Sequence[tuple[int, int, Item]]) -> tuple[list[Item], str]:
    """Put what the rules made in the place of what it was made of, in the items and in their kinds."""
    out: list[Item] = []
    parts: list[str] = []
    at = 0
    for first, last, item in made:
        out += items[at:first]
        out.append(item)
        parts += (kinds[at:first], item.kind)
        at = last
    return [*out, *items[at:]], "".join(parts) + kinds[at:]
