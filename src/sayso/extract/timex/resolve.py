"""From what is said to when it was: resolves meanings, in text order, against the published time and what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sayso.almanac import day_of, nth_weekday
from sayso.extract.timex.lengths import at_end, reaching, sided
from sayso.extract.timex.meaning import Between, Grain, Length, Meaning, Named, Repeated, Shifted, Turn, Vague
from sayso.extract.timex.steps import UNKNOWN, moved, written
from sayso.extract.timex.told import Draft, Told, is_history, is_same
from sayso.extract.timex.values import NONE, bounds, days_of, duration
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


class Resolver:
    """Resolves the drafts of one text, in order, against one moment (None: unknown) and what was told before."""

    def __init__(self, now: datetime | None, drafts: Sequence[Draft]) -> None:
        self.now = now
        self.told = Told(now is None or is_history(now, drafts))
        self._direction = 0

    def resolve(self, draft: Draft) -> When:
        """Resolve one draft; it becomes an anchor for those after it."""
        self.told.come_to(draft)
        self._direction = draft.direction
        when = self._linked(draft) or self.of(draft.meaning)
        self.told.add(draft, when)
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
        begun = self.told.last()
        if begun is None or begun.start is None or meaning.clock or meaning.grain in ("part", "weekend"):
            return None
        if not (meaning.month or meaning.weekday or meaning.number or meaning.season):
            return None
        return next((w for w in occurrences(meaning, begun.start) if w.start and w.start > begun.start), None)

    def _base(self) -> tuple[datetime | None, bool]:
        """Give the moment that dates without a year are near to, and whether the narrative gave it."""
        told = self.told.last() if self.told.history else self.told.beside
        if told is not None and told.start is not None and (self.told.history or SIZE[told.grain] <= 31):
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
        return When(unknown(point)) if point.fiscal else self._cyclic(point)

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
        if point.weekday:
            day = nth_weekday(days[0].year, days[0].month, point.weekday, point.number)
            return (
                day_unit(datetime(day.year, day.month, day.day)) if days[0] <= day <= days[1] else When(UNKNOWN["day"])
            )
        first, last = (datetime(d.year, d.month, d.day) for d in days)
        if point.grain in ("week", "weekend"):
            middle = last - timedelta(days=3) if point.number < 0 else first + timedelta(days=7 * point.number - 4)
            return unit(middle, point.grain) if first <= middle <= last else When(UNKNOWN[point.grain])
        at = last if point.number < 0 else moved(first, point.grain, point.number - 1)
        return unit(at, point.grain) if at is not None and first <= at <= last else When(UNKNOWN[point.grain])

    def _cyclic(self, point: Named) -> When:
        """Find which May, Friday or third quarter is meant, by turn, tense and base."""
        if self.told.history and point.turn is None and point.month:
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
        last, fine = self.told.last(), self.told.last(31)
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
            anchor = self.told.last()
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
            held = self.told.in_sentence(1) or (self.told.last(1) if self.told.history else None) or self._today()
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
        if grain == "year" and (base.grain in ("quarter", "half") or (base.grain == "month" and is_same(point.base))):
            grain = base.grain if point.amount else grain
        if point.amount and SIZE[base.grain] > max(SIZE[grain], 1):
            return self._blurred(point, base)
        start = moved(_first_of(base.start, grain), point.grain, point.amount)
        if start is None:
            return When(UNKNOWN[point.grain])
        when = unit(start, grain)
        if point.part:
            return parted(when, point.part)
        return sided(when, point.side, self.now)

    def _shift_base(self, point: Shifted) -> When:
        if point.base == "published":
            return When(None, NONE, "second", self.now)
        if point.base == "told":
            return self.told.that(SIZE[point.grain])
        if point.base == "story":
            told = self._story_base(point)
            # "A year earlier" with nothing told is one before now; "a year later" is not one after.
            lost = (point.amount or 0) > 0 or SIZE[point.grain] < 1
            return told or When(None, NONE, "second", None if lost else self.now)
        base = self._exactly(point, point.base) or self.of(point.base)
        if base.start is None and is_same(point.base):
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
        if self.told.history:
            return self.told.last(size) if not point.amount else self.told.last(366)
        if not point.amount:
            told = self.told.in_sentence(size) or self.told.recent(size, sentences=1)
            ahead = told is not None and told.start is not None and self.now is not None and told.start > self.now
            return told if not ahead else self.told.in_sentence(size)
        return self.told.recent(size) or self.told.in_sentence(366)

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
            return When(value, at_end(length, self.of(length.inside)))
        base = self.now if length.base == "published" else getattr(self.told.last(), "start", None)
        return When(value, reaching(length, base))

    def _between(self, stretch: Between) -> When:
        first = self.of(stretch.first)
        year = first.start.year if first.start else None
        last = self.of(replace(stretch.last, year=stretch.last.year or year))
        return When(f"{first.value}/{last.value}", (first.span[0], last.span[1]), first.grain, first.start)

    def _vague(self, meaning: Vague) -> When:
        if self.now is None or meaning.told:
            return When(meaning.value)
        today = self.now.date().isoformat()
        spans = {"PRESENT_REF": (today, today), "PAST_REF": (None, today), "FUTURE_REF": (today, None)}
        return When(meaning.value, spans.get(meaning.value, NONE))


def _first_of(when: datetime, grain: Grain) -> datetime:
    """Step back to a day that every month has, where whole months are counted; days keep theirs."""
    return when.replace(day=1) if SIZE[grain] >= 30 else when
