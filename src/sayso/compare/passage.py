"""A sentence laid out for comparison: its pieces (numbers, times, names, words) and how they hang together.

Made from what extract finds; this file knows the words of the grammar (Universal Dependencies), not how it was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import msgspec

from sayso.compare.names import tokens_of
from sayso.compare.vocabulary import country_of
from sayso.records import Quantity, Record, Timex

Sort = Literal["number", "time", "name", "word"]
MOST_WORDS = 400  # of a passage; what stands further on is not compared
_LOOSE = frozenset("PUNCT DET AUX PART CCONJ SCONJ ADP PRON INTJ SYM X".split())
_EMPTY = frozenset("be so then there here also just very that which who".split())
_MODEL = re.compile(r"\d{1,4}[A-Za-z]?$")
_COUNTING = frozenset("NUM SYM ADV ADP DET PUNCT X".split())
_SEXED = frozenset("he she him her his hers himself herself".split())
_SHARES = frozenset({"percent", "%", "cent", "more", "less", "few", "least", "most"})


class Word(Record, frozen=True):
    """A word with its grammar; `head` is the place of its head in the passage, -1 for a root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str = ""
    head: int = -1
    deprel: str = ""


class Named(Record, frozen=True):
    """Where an entity is named, its type, and every name the article gives it."""

    start: int
    end: int
    type: str
    names: tuple[str, ...]


class Piece(Record, frozen=True):
    """What is compared as one: `words` are places in the passage, `head` the one that the rest depends on."""

    sort: Sort
    words: tuple[int, ...]
    head: int
    key: str
    text: str
    quantity: Quantity | None = None
    timex: Timex | None = None
    type: str = ""
    names: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True, dict=True):
    """One side of a comparison: a text with its words, numbers, times and names."""

    text: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    named: tuple[Named, ...] = ()

    @cached_property
    def kids(self) -> list[list[int]]:
        """The children of every word."""
        found: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0:
                found[word.head].append(i)
        return found

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces in order; no word belongs to two."""
        return tuple(_pieces(self))

    def rel(self, i: int) -> str:
        """A word's relation to its head, without its subtype."""
        return self.words[i].deprel.partition(":")[0]

    def below(self, i: int, *relations: str) -> list[int]:
        """The children with one of those relations, or all."""
        return [k for k in self.kids[i] if not relations or self.rel(k) in relations]

    def above(self, i: int) -> list[int]:
        """A word and what it depends on, up to the root."""
        found = [i]
        while (head := self.words[found[-1]].head) >= 0 and len(found) <= len(self.words):
            found.append(head)
        return found

    def has_two_cases(self, i: int) -> bool:
        """Whether two prepositions stand before a word ("to and from the city")."""
        cases = [k for k in self.kids[i] if self.rel(k) in {"case", "mark"}]
        return len(cases) > 1 or any(self.below(k, "conj") for k in cases)

    def case(self, i: int) -> str:
        """The preposition of a word, or ""."""
        return next((self.words[k].lemma for k in self.kids[i] if self.rel(k) in {"case", "mark"}), "")


def _pieces(passage: Passage) -> list[Piece]:
    owner: dict[int, int] = {}
    found: list[Piece] = []

    def add(sort: Sort, places: Sequence[int], **more: object) -> None:
        free = tuple(i for i in places if i not in owner)
        if free:
            for i in free:
                owner[i] = len(found)
            found.append(_piece(passage, sort, free, **more))

    for time in passage.timexes:
        if time.type in {"DATE", "TIME", "SET"}:
            add("time", _inside(passage, time.start, time.end), timex=time)
    for name in passage.named:
        add(
            "name",
            _titled(passage, _whole(passage, _inside(passage, name.start, name.end))),
            type=name.type,
            names=name.names,
        )
    for quantity in passage.quantities:
        if any(i not in owner for i in _counting(passage, quantity)):
            top = _top(passage, _inside(passage, quantity.start, quantity.end))
            add("number", _counting(passage, quantity), quantity=quantity, head=top)
    for run in _capitalised(passage, set(owner)):
        add("name", run)
    for i, word in enumerate(passage.words):
        if i not in owner and _tells(passage, i, word):
            add("word", [i])
    return sorted(found, key=lambda p: p.words)


def _piece(passage: Passage, sort: Sort, places: tuple[int, ...], **more: object) -> Piece:
    head = more.pop("head", None)
    head = head if isinstance(head, int) else _top(passage, places)
    text = passage.text[passage.words[places[0]].start : passage.words[places[-1]].end]
    key = _lemma(passage, head) if sort == "word" else " ".join(tokens_of(text)) or text.lower()
    return Piece(sort=sort, words=places, head=head, key=key, text=text, **more)  # type: ignore[arg-type]


def _top(passage: Passage, places: Sequence[int]) -> int:
    """The word of a phrase that the rest depends on."""
    inside = set(places)
    return next((i for i in places if passage.words[i].head not in inside), places[0])


def _lemma(passage: Passage, i: int) -> str:
    """A word's lemma, with the particle of a phrasal verb."""
    particle = next((passage.words[k].lemma for k in passage.kids[i] if passage.words[k].deprel == "compound:prt"), "")
    return f"{passage.words[i].lemma} {particle}".strip()


def _inside(passage: Passage, start: int, end: int) -> list[int]:
    return [i for i, w in enumerate(passage.words) if start <= w.start and w.end <= end]


def _counting(passage: Passage, quantity: Quantity) -> list[int]:
    """The words of a quantity that count, its noun left out: "31" of "31 ferries", all of "5 percent"."""
    places = _inside(passage, quantity.start, quantity.end)
    counting = [i for i in places if passage.words[i].upos in _COUNTING or passage.words[i].lemma in _SHARES]
    return [i for i in counting if passage.words[i].upos != "PROPN"] or places


def _whole(passage: Passage, places: list[int]) -> list[int]:
    """A name with the number of the model after it ("Tern 40")."""
    if places and (after := places[-1] + 1) < len(passage.words):
        word, last = passage.words[after], passage.words[places[-1]]
        if _MODEL.match(word.text) and last.upos == "PROPN" and word.start <= last.end + 1:
            return [*places, after]
    return places


def _titled(passage: Passage, places: list[int]) -> list[int]:
    """A name with the capitalised words that stand before it as part of it ("Federal Bureau of Ferries")."""
    while places and (before := places[0] - 1) > 0:
        word = passage.words[before]
        part = word.text[:1].isupper() and word.upos in {"ADJ", "NOUN"} and word.head in places
        if not part or country_of(word.text.lower()):
            break
        places = [before, *places]
    return places


def _capitalised(passage: Passage, taken: set[int]) -> list[list[int]]:
    """Runs of proper nouns that no entity covers."""
    runs: list[list[int]] = []
    for i, word in enumerate(passage.words):
        if i in taken or word.upos != "PROPN":
            continue
        if runs and runs[-1][-1] == i - 1 and word.text != "’s":
            runs[-1].append(i)
        else:
            runs.append([i])
    return [_whole(passage, run) for run in runs]


def _tells(passage: Passage, i: int, word: Word) -> bool:
    """Whether a word says something by itself."""
    if word.deprel == "compound:prt" or (word.lemma in _EMPTY and word.upos != "VERB") or word.deprel.startswith("aux"):
        return False
    if word.upos in _LOOSE:
        return word.lemma in _SEXED
    return any(c.isalnum() for c in word.text)
