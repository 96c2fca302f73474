"""What a text has told so far: the times that "that year", "two weeks later" and a month without a year go back to.

News is anchored in its published time, a history in what it told last; which of the two a text is shows in how often it
names years far from its own (as in HeidelTime's news and narrative modes, Strötgen and Gertz 2013, here found, not
given).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.extract.timex.meaning import Length, Meaning, Named, Repeated, Shifted
from sayso.extract.timex.when import SIZE, When


@dataclass(frozen=True, slots=True)
class Draft:
    """A time expression found and not yet resolved; `sentence` numbers the sentence, `direction` is its tense."""

    start: int
    end: int
    meaning: Meaning
    mod: str | None
    sentence: int
    direction: int
    linked: bool = False  # the end of a stretch that the draft before it begins: "from March to May"


# How many characters may stand between a date with a year and one that takes its year from it.
_BESIDE = 40
# How many expressions back a text still points at; a bound, so that the work stays linear.
_REACH = 20

# A text is a history when it names at least so many years away from its own, and so many times more than it counts from
# now: so do all 16 WikiWars training documents (8 to 106 such years, 0 to 6 from now), none of MEANTIME's 60 pieces of
# news and one of BASIL's 291.
_HISTORY_YEARS = 8
_HISTORY_RATIO = 3


class Told:
    """The resolved times of a text up to the draft at hand."""

    def __init__(self, history: bool) -> None:
        self.history = history
        self.beside: When | None = None  # what the expression just before tells, in "in March 2015, and again in June"
        self._anchors: list[tuple[int, When]] = []  # (sentence, what it resolved to), in text order
        self._own: list[When] = []  # those of them that do not count from now
        self._sentence = 0
        self._end = 0

    def come_to(self, draft: Draft) -> None:
        """Go on to a draft: what stands far before it is beside it no more."""
        if draft.start - self._end > _BESIDE or draft.sentence != self._sentence:
            self.beside = None
        self._sentence = draft.sentence

    def add(self, draft: Draft, when: When) -> None:
        """Note what a draft was resolved to."""
        explicit = isinstance(draft.meaning, Named) and draft.meaning.year is not None and draft.mod is None
        self.beside = when if explicit else self.beside
        self._end = draft.end
        if when.start is None or isinstance(draft.meaning, (Length, Repeated)) or self._is_aside(draft):
            return
        self._anchors.append((draft.sentence, when))
        if not _is_deictic(draft.meaning):
            self._own.append(when)

    def last(self, size: float = 365000) -> When | None:
        """Give the last thing told that is at most so coarse (in days)."""
        return next((when for _, when in self._back() if SIZE[when.grain] <= size), None)

    def in_sentence(self, size: float) -> When | None:
        """Give the last thing told in this very sentence that is at most so coarse."""
        return self.recent(size, sentences=0)

    def recent(self, size: float, sentences: int = 2) -> When | None:
        """Give the last thing told in this sentence or the few before it that is at most so coarse."""
        for sentence, when in self._back():
            if sentence < self._sentence - sentences:
                return None
            if SIZE[when.grain] <= size:
                return when
        return None

    def that(self, size: float) -> When:
        """Give what "that day" and "that year" point at; a year that was told, not the one that it is."""
        if size < 365:
            return self.last(max(size, 1)) or When(None)
        return next((when for when in reversed(self._own[-_REACH:]) if SIZE[when.grain] <= size), When(None))

    def _back(self) -> Iterator[tuple[int, When]]:
        return reversed(self._anchors[-_REACH:])

    def _is_aside(self, draft: Draft) -> bool:
        """Tell whether the story does not go on from here.

        So a history that speaks of its own day for once ("today it is a museum"), and news that compares ("up from 2 m
        in the same quarter last year", "a year earlier").
        """
        if not isinstance(draft.meaning, Shifted):
            return False
        if self.history:
            return draft.meaning.base == "published"
        back = (draft.meaning.amount or 0) < 0 and draft.meaning.grain == "year"
        return back and (draft.meaning.base == "story" or is_same(draft.meaning.base))


def is_history(now: datetime, drafts: Sequence[Draft]) -> bool:
    """Tell whether a text tells of years far from its own more than of its own days."""
    far = near = 0
    for draft in drafts:
        meaning = draft.meaning
        if isinstance(meaning, Named) and meaning.year:
            far += abs(meaning.year - now.year) > 1
        elif (isinstance(meaning, Shifted) and meaning.base == "published") or (
            isinstance(meaning, Named) and meaning.weekday and not meaning.day
        ):
            near += 1
    return far >= _HISTORY_YEARS and far >= _HISTORY_RATIO * near


def is_same(base: object) -> bool:
    """Tell whether a base is what was told, as in "the same quarter"."""
    return isinstance(base, Shifted) and base.base == "told"


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Shifted):
        return meaning.base == "published"
    return isinstance(meaning, Named) and bool(meaning.weekday) and not meaning.day and meaning.inside is None
