"""From what is said to when it was: resolves meanings, in text order, against the published time and the narrative.

News is anchored in its published time, a history in what it told last; which of the two a text is shows in how often it
names years far from its own (as in HeidelTime's news and narrative modes, Strötgen and Gertz 2013, here found, not
given).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sayso.almanac import day_of
from sayso.extract.timex.meaning import Between, Grain, Length, Meaning, Named, Repeated, Shifted, Turn, Vague
from sayso.extract.timex.steps import UNKNOWN, moved, written
from sayso.extract.timex.values import NONE, Bounds, bounds, days_of, duration
from sayso.extract.timex.when import (
    SIZE,
    When,
    before_christ,
    clock_text,
    day_unit,
    from_day,
    known,
    parted,
    unit,
    unknown,
    with_year,
    zone_text,
)
from sayso.extract.timex.which import goes_on, occurrences, pick


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


_FINE: tuple[Grain, ...] = ("second", "minute", "hour", "part", "day")
# How many characters may stand between a date with a year and one that takes its year from it.
_BESIDE = 40

# A text is a history when it names at least so many years away from its own, and so many times more than it counts from
# now: so do all 16 WikiWars training documents (8 to 106 such years, 0 to 6 from now), none of MEANTIME's 60 pieces of
# news and one of BASIL's 291.
_HISTORY_YEARS = 8
_HISTORY_RATIO = 3


class Resolver:
    """Resolves the drafts of one text, in order, against one moment (None: unknown) and what was told before."""

    def __init__(self, now: datetime | None, drafts: Sequence[Draft]) -> None:
        self.now = now
        self.history = now is None or _is_history(now, drafts)
        self._anchors: list[tuple[int, When]] = []  # (sentence, what it resolved to), in text order
        self._told: list[When] = []  # those of them that do not count from now
        self._sentence = 0
        self._direction = 0
        self._beside: When | None = None  # what the expression just before tells, in "in March 2015, and again in June"
        self._last_end, self._last_sentence = 0, 0

    def resolve(self, draft: Draft) -> When:
        """Resolve one draft; it becomes an anchor for those after it."""
        self._sentence, self._direction = draft.sentence, draft.direction
        if draft.start - self._last_end > _BESIDE or draft.sentence != self._last_sentence:
            self._beside = None
        when = self._linked(draft) or self.of(draft.meaning)
        explicit = isinstance(draft.meaning, Named) and draft.meaning.year is not None and draft.mod is None
        self._beside = when if explicit else self._beside
        self._last_end, self._last_sentence = draft.end, draft.sentence
        if when.start is not None and not isinstance(draft.meaning, (Length, Repeated)) and not self._is_aside(draft):
            self._anchors.append((draft.sentence, when))
            if not _is_deictic(draft.meaning):
                self._told.append(when)
        return when

    def of(self, meaning: Meaning) -> When:
        """Resolve a meaning on its own."""
        match meaning:
            case Named():
                return self._named(meaning)
            case Shifted():
                return self._shifted(meaning)
            case Length():
                return self._length(meaning)
            case Between():
                return self._between(meaning)
            case Vague():
                return self._vague(meaning)
            case Repeated():
                return When(meaning.value)

    def _linked(self, draft: Draft) -> When | None:
        """Resolve the end of a stretch: the first such point after its beginning."""
        meaning = draft.meaning
        if not draft.linked or not isinstance(meaning, Named) or meaning.year or meaning.inside or meaning.turn:
            return None
        begun = self._anchors[-1][1] if self._anchors else None
        if begun is None or begun.start is None or meaning.clock or meaning.grain in ("part", "weekend"):
            return None
        if not (meaning.month or meaning.weekday or meaning.number or meaning.season):
            return None
        return next((w for w in occurrences(meaning, begun.start) if w.start and w.start > begun.start), None)

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
        return back and (draft.meaning.base == "story" or _is_same(draft.meaning.base))

    # ── anchors ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _anchor(self, size: float = 365000) -> When | None:
        """Give the last thing told that is at most so coarse (in days)."""
        for _, when in reversed(self._anchors[-20:]):
            if SIZE[when.grain] <= size:
                return when
        return None

    def _in_sentence(self, size: float) -> When | None:
        """Give the last thing told in this very sentence that is at most so coarse."""
        for sentence, when in reversed(self._anchors[-20:]):
            if sentence != self._sentence:
                return None
            if SIZE[when.grain] <= size:
                return when
        return None

    def _base(self) -> tuple[datetime | None, bool]:
        """Give the moment that dates without a year are near to, and whether the narrative gave it."""
        told = self._anchor() if self.history else self._beside
        if told is not None and told.start is not None and (self.history or SIZE[told.grain] <= 31):
            return told.start, True
        return self.now, False

    # ── points named by the calendar ─────────────────────────────────────────────────────────────────────────────────

    def _named(self, point: Named) -> When:
        if point.clock is not None or (point.grain == "part" and point.part):
            return self._time(point)
        if point.bc:
            return before_christ(point)
        if point.part:
            return parted(self._named(replace(point, part=None)), point.part)
        if point.grain == "century":
            return known(f"{(point.number or 1) - 1:02d}", "century")
        if point.grain == "decade":
            return known(f"{(point.year or 0) // 10:03d}", "decade")
        if point.number is not None and point.grain in ("day", "week", "month", "weekend"):
            return self._nth(point)
        if point.grain == "weekend":
            return self._weekend(point)
        if point.inside is not None:
            return self._inside(point, point.inside)
        if point.year is not None:
            return with_year(point, point.year)
        return self._cyclic(point)

    def _inside(self, point: Named, holder: Meaning) -> When:
        held = self.of(holder)
        if held.start is None:
            return When(unknown(point))
        if point.weekday and not point.day:
            day = moved(held.start, "day", point.weekday - held.start.isoweekday())
            return day_unit(day) if day else When(unknown(point))
        if point.day and not point.month:
            return from_day(day_of(held.start.year, held.start.month, point.day), point)
        return with_year(point, held.start.year)

    def _nth(self, point: Named) -> When:
        """Find the nth day, week or month of what holds it."""
        held = self.of(point.inside) if point.inside else When(None)
        days = days_of(held.value or "")
        if days is None or point.number is None:
            return When(UNKNOWN[point.grain])
        first, last = (datetime(d.year, d.month, d.day) for d in days)
        if point.grain in ("week", "weekend"):
            middle = last - timedelta(days=3) if point.number < 0 else first + timedelta(days=7 * point.number - 4)
            return unit(middle, point.grain) if first <= middle <= last else When(UNKNOWN[point.grain])
        at = last if point.number < 0 else moved(first, point.grain, point.number - 1)
        return unit(at, point.grain) if at is not None and first <= at <= last else When(UNKNOWN[point.grain])

    def _cyclic(self, point: Named) -> When:
        """Find which May, Friday or third quarter is meant, by turn, tense and base."""
        if self.history and point.turn is None and point.month:
            year = self._told_year(point)
            if year is not None:
                return with_year(point, year)
        base, told = self._turn_base(point.turn)
        if point.weekday and not point.day and point.turn is None and self.now:
            base, told = self.now, False
        if base is None:
            return When(unknown(point))
        around = occurrences(point, base)
        picked = pick(around, base, point, self._direction, told)
        return picked or When(unknown(point))

    def _told_year(self, point: Named) -> int | None:
        """Choose the year of a month or day in a history.

        It is that of the last time told; but where a date close after the last month or day told would need another
        year (the story goes on over the year's end, or named a far year in passing), that one.
        """
        last, fine = self._anchor(), self._anchor(31)
        if last is None or last.start is None:
            return None
        if fine is None or fine.start is None:
            return last.start.year
        near = (year for year in (fine.start.year, fine.start.year + 1) if goes_on(point, year, fine))
        return next(near, last.start.year)

    def _turn_base(self, turn: Turn | None) -> tuple[datetime | None, bool]:
        if turn in ("last", "this", "next"):
            return self.now, False
        if turn is not None:
            anchor = self._anchor()
            return (anchor.start, True) if anchor and anchor.start else (self.now, False)
        return self._base()

    def _weekend(self, point: Named) -> When:
        if self.now is None:
            return When(UNKNOWN["weekend"])
        saturday = self.now - timedelta(days=(self.now.isoweekday() - 6) % 7)
        if self._direction > 0 and self.now.isoweekday() < 6:
            saturday += timedelta(days=7)
        return unit(saturday, "weekend")

    # ── times of day ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _time(self, point: Named) -> When:
        """Put a time or part of day on its day: the one named with it, told in the sentence, or of the base."""
        if point.year and point.month and point.day:
            held = with_year(replace(point, clock=None, part=None, grain="day"), point.year)
        elif point.inside is not None:
            held = self.of(point.inside)
        else:
            held = self._in_sentence(1) or (self._anchor(1) if self.history else None) or self._today()
        day = (held.value or "XXXX-XX-XX")[:10]
        if len(day) < 10 or "W" in day:
            day = "XXXX-XX-XX" if held.start is None else held.start.date().isoformat()
        value = f"{day}T{clock_text(point.clock) if point.clock else point.part}"
        return When(value, bounds(value + zone_text(point.clock)), "minute" if point.clock else "part", held.start)

    def _today(self) -> When:
        return day_unit(self.now) if self.now else When("XXXX-XX-XX")

    # ── points counted from others ───────────────────────────────────────────────────────────────────────────────────

    def _shifted(self, point: Shifted) -> When:
        base = self._shift_base(point)
        if base.start is None or point.amount is None:
            return parted(When(UNKNOWN[point.grain]), point.part)
        grain = point.grain
        if grain == "year" and (base.grain in ("quarter", "half") or (base.grain == "month" and _is_same(point.base))):
            grain = base.grain if point.amount else grain
        if point.amount and SIZE[base.grain] > max(SIZE[grain], 1):
            return self._blurred(point, base)
        start = moved(_first_of(base.start, grain), point.grain, point.amount)
        if start is None:
            return When(UNKNOWN[point.grain])
        when = unit(start, grain)
        if point.part:
            return parted(when, point.part)
        return _sided(when, point.side, self.now)

    def _shift_base(self, point: Shifted) -> When:
        if point.base == "published":
            return When(None, NONE, "second", self.now)
        if point.base == "told":
            return self._that(point.grain)
        if point.base == "story":
            told = self._story_base(point)
            # "A year earlier" with nothing told is one before now; "a year later" is not one after.
            lost = (point.amount or 0) > 0 or SIZE[point.grain] < 1
            return told or When(None, NONE, "second", None if lost else self.now)
        base = self._exactly(point, point.base) or self.of(point.base)
        if base.start is None and _is_same(point.base):
            return When(None, NONE, "second", self.now)  # "the same period last year" with no period told
        return base

    def _exactly(self, point: Shifted, base: Meaning) -> When | None:
        """Count "two years ago today" back from this very day: not just some day of that year."""
        if not isinstance(base, Shifted) or base.base != "published" or not base.amount or self.now is None:
            return None
        if SIZE[point.grain] >= SIZE[base.grain]:
            return None
        return When(None, NONE, "second", moved(self.now, base.grain, base.amount))

    def _story_base(self, point: Shifted) -> When | None:
        """Give what "the end of the year" lies in, or "two weeks later" counts from."""
        size = max(SIZE[point.grain], 1)
        if self.history:
            return self._anchor(size) if not point.amount else self._anchor(366)
        if not point.amount:
            told = self._in_sentence(size) or self._recent(size, sentences=1)
            ahead = told is not None and told.start is not None and self.now is not None and told.start > self.now
            return told if not ahead else self._in_sentence(size)
        return self._recent(size) or self._in_sentence(366)

    def _that(self, grain: Grain) -> When:
        """Give what "that day" and "that year" point at; a year that was told, not the one that it is."""
        size = SIZE[grain]
        anchors = self._told if size >= 365 else [when for _, when in self._anchors]
        fit = (when for when in reversed(anchors[-20:]) if SIZE[when.grain] <= max(size, 1))
        return next(fit, When(None))

    def _recent(self, size: float, sentences: int = 2) -> When | None:
        """Give the last anchor of this sentence or the few before it."""
        for sentence, when in reversed(self._anchors[-20:]):
            if sentence < self._sentence - sentences:
                return None
            if SIZE[when.grain] <= size:
                return when
        return None

    def _blurred(self, point: Shifted, base: When) -> When:
        """Count from a base that is coarser than the step: only the larger part of the value can be told."""
        start = moved(base.start, point.grain, point.amount or 0) if base.start else None
        if start is None:
            return When(UNKNOWN[point.grain])
        kept = 7 if SIZE[base.grain] < 100 and abs(point.amount or 0) * SIZE[point.grain] < 20 else 4
        value = written(start, "month" if kept == 7 else "year")
        return When(value + UNKNOWN[point.grain][kept:])

    # ── the rest ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _length(self, length: Length) -> When:
        """Write a duration; its bounds where it reaches up to now, on from now, or lies at an end of a point."""
        value = duration(length)
        if length.amount is None:
            return When(value)
        if length.inside is not None:
            return When(value, self._end_of(length, self.of(length.inside)))
        if not length.towards:
            return When(value)
        base = self.now if length.base == "published" else getattr(self._anchor(), "start", None)
        other = moved(base, length.unit, length.amount * length.towards) if base else None
        if base is None or other is None:
            return When(value)
        first, last = sorted((base, other))
        fine = length.unit in ("hour", "minute", "second")
        return When(value, (_iso(first, fine), _iso(last, fine)))

    def _end_of(self, length: Length, held: When) -> Bounds:
        days = days_of(held.value or "")
        if days is None or length.amount is None or length.unit in _FINE[:3]:
            return NONE
        first, last = (datetime(d.year, d.month, d.day) for d in days)
        if length.tail:
            start = moved(last + timedelta(days=1), length.unit, -length.amount)
            return (_iso(start), _iso(last)) if start and start >= first else NONE
        end = moved(first, length.unit, length.amount)
        return (_iso(first), _iso(end - timedelta(days=1))) if end and end <= last + timedelta(days=1) else NONE

    def _between(self, stretch: Between) -> When:
        first = self.of(stretch.first)
        year = first.start.year if first.start else None
        last = self.of(replace(stretch.last, year=stretch.last.year or year))
        return When(f"{first.value}/{last.value}", (first.span[0], last.span[1]), first.grain, first.start)

    def _vague(self, meaning: Vague) -> When:
        if self.now is None:
            return When(meaning.value)
        today = self.now.date().isoformat()
        spans = {"PRESENT_REF": (today, today), "PAST_REF": (None, today), "FUTURE_REF": (today, None)}
        return When(meaning.value, spans.get(meaning.value, NONE))


def _is_history(now: datetime, drafts: Sequence[Draft]) -> bool:
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


def _is_same(base: object) -> bool:
    return isinstance(base, Shifted) and base.base == "told"


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Shifted):
        return meaning.base == "published"
    return isinstance(meaning, Named) and bool(meaning.weekday) and not meaning.day and meaning.inside is None


def _first_of(when: datetime, grain: Grain) -> datetime:
    """Step back to a day that every month has, where whole months are counted; days keep theirs."""
    return when.replace(day=1) if SIZE[grain] >= 30 else when


def _sided(when: When, side: int, now: datetime | None) -> When:
    """Keep only the part of a unit before or after now."""
    if not side or now is None or when.span == NONE:
        return when
    today = now.date().isoformat()
    first, last = when.span
    if first is None or last is None or not first <= today <= last:
        return when
    return replace(when, span=(first, today) if side < 0 else (today, last))


def _iso(when: datetime, fine: bool = False) -> str:
    return when.isoformat(timespec="minutes") if fine else when.date().isoformat()
