"""From what is said to when it was: resolves meanings, in text order, against the published time and the narrative.

News is anchored in its published time, a history in what it told last; which of the two a text is shows in how often it
names years far from its own (as in HeidelTime's news and narrative modes, Strötgen and Gertz 2013, here found, not
given).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.almanac import HOLIDAYS, day_of, holiday
from sayso.extract.timex.meaning import Between, Clock, Grain, Length, Meaning, Named, Repeated, Shifted, Turn, Vague
from sayso.extract.timex.steps import UNKNOWN, moved, written
from sayso.extract.timex.values import NONE, Bounds, bounds, days_of, duration


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


@dataclass(frozen=True, slots=True)
class When:
    """A resolved expression; `start` its first moment where known, `grain` how fine it is."""

    value: str | None
    span: Bounds = NONE
    grain: Grain = "year"
    start: datetime | None = None


_FINE: tuple[Grain, ...] = ("second", "minute", "hour", "part", "day")
_SIZE: dict[Grain, float] = {
    "second": 0, "minute": 0, "hour": 0, "part": 1, "day": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30,
    "season": 91, "quarter": 91, "half": 182, "fiscal year": 365, "year": 365, "decade": 3650, "century": 36500,
    "millennium": 365000,
}  # fmt: skip

# How many characters may stand between a date with a year and one that takes its year from it.
_BESIDE = 40

# A text is a history when it names at least so many years away from its own, and so many times more than it counts from
# now: so do all 16 WikiWars training documents (8 to 106 such years, 0 to 6 from now), none of MEANTIME's 60 pieces of
# news and two of BASIL's 291, which tell a history too.
_HISTORY_YEARS = 6
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
        return next((w for w in _occurrences(meaning, begun.start) if w.start and w.start > begun.start), None)

    def _is_aside(self, draft: Draft) -> bool:
        """Tell whether a history speaks of its own day for once ("today it is a museum")."""
        return self.history and isinstance(draft.meaning, Shifted) and draft.meaning.base == "published"

    # ── anchors ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _anchor(self, size: float = 365000) -> When | None:
        """Give the last thing told that is at most so coarse (in days)."""
        for _, when in reversed(self._anchors[-20:]):
            if _SIZE[when.grain] <= size:
                return when
        return None

    def _in_sentence(self, size: float) -> When | None:
        """Give the last thing told in this very sentence that is at most so coarse."""
        for sentence, when in reversed(self._anchors[-20:]):
            if sentence != self._sentence:
                return None
            if _SIZE[when.grain] <= size:
                return when
        return None

    def _base(self) -> tuple[datetime | None, bool]:
        """Give the moment that dates without a year are near to, and whether the narrative gave it."""
        told = self._anchor() if self.history else self._beside
        if told is not None and told.start is not None and (self.history or _SIZE[told.grain] <= 31):
            return told.start, True
        return self.now, False

    # ── points named by the calendar ─────────────────────────────────────────────────────────────────────────────────

    def _named(self, point: Named) -> When:
        if point.clock is not None or (point.grain == "part" and point.part):
            return self._time(point)
        if point.bc:
            return _before_christ(point)
        if point.part:
            return _parted(self._named(replace(point, part=None)), point.part)
        if point.grain == "century":
            return _known(f"{(point.number or 1) - 1:02d}", "century")
        if point.grain == "decade":
            return _known(f"{(point.year or 0) // 10:03d}", "decade")
        if point.number is not None and point.grain in ("day", "week", "month", "weekend"):
            return self._nth(point)
        if point.grain == "weekend":
            return self._weekend(point)
        if point.inside is not None:
            return self._inside(point, point.inside)
        if point.year is not None:
            return _with_year(point, point.year)
        return self._cyclic(point)

    def _inside(self, point: Named, holder: Meaning) -> When:
        held = self.of(holder)
        if held.start is None:
            return When(_unknown(point))
        if point.weekday and not point.day:
            day = moved(held.start, "day", point.weekday - held.start.isoweekday())
            return _day(day) if day else When(_unknown(point))
        if point.day and not point.month:
            return _from_day(day_of(held.start.year, held.start.month, point.day), point)
        return _with_year(point, held.start.year)

    def _nth(self, point: Named) -> When:
        """Find the nth day, week or month of what holds it."""
        held = self.of(point.inside) if point.inside else When(None)
        days = days_of(held.value or "")
        if days is None or point.number is None:
            return When(UNKNOWN[point.grain])
        first, last = (datetime(d.year, d.month, d.day) for d in days)
        if point.grain in ("week", "weekend"):
            middle = last - timedelta(days=3) if point.number < 0 else first + timedelta(days=7 * point.number - 4)
            return _unit(middle, point.grain) if first <= middle <= last else When(UNKNOWN[point.grain])
        at = last if point.number < 0 else moved(first, point.grain, point.number - 1)
        return _unit(at, point.grain) if at is not None and first <= at <= last else When(UNKNOWN[point.grain])

    def _cyclic(self, point: Named) -> When:
        """Find which May, Friday or third quarter is meant, by turn, tense and base."""
        if self.history and point.turn is None and point.month:
            year = self._told_year(point)
            if year is not None:
                return _with_year(point, year)
        base, told = self._turn_base(point.turn)
        if point.weekday and not point.day and point.turn is None and not self.history:
            base, told = self.now, False
        if base is None:
            return When(_unknown(point))
        around = _occurrences(point, base)
        picked = _pick(around, base, point, self._direction, told)
        return picked or When(_unknown(point))

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
        near = (year for year in (fine.start.year, fine.start.year + 1) if _goes_on(point, year, fine))
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
        return _unit(saturday, "weekend")

    # ── times of day ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _time(self, point: Named) -> When:
        """Put a time or part of day on its day: the one named with it, told in the sentence, or of the base."""
        if point.year and point.month and point.day:
            held = _with_year(replace(point, clock=None, part=None, grain="day"), point.year)
        elif point.inside is not None:
            held = self.of(point.inside)
        else:
            held = self._in_sentence(1) or (self._anchor(1) if self.history else None) or self._today()
        day = (held.value or "XXXX-XX-XX")[:10]
        if len(day) < 10 or "W" in day:
            day = "XXXX-XX-XX" if held.start is None else held.start.date().isoformat()
        value = f"{day}T{_clock(point.clock) if point.clock else point.part}"
        return _known(value, "minute" if point.clock else "part", held.start)

    def _today(self) -> When:
        return _day(self.now) if self.now else When("XXXX-XX-XX")

    # ── points counted from others ───────────────────────────────────────────────────────────────────────────────────

    def _shifted(self, point: Shifted) -> When:
        base = self._shift_base(point)
        if base.start is None or point.amount is None:
            return _parted(When(UNKNOWN[point.grain]), point.part)
        grain = point.grain
        if grain == "year" and (base.grain in ("quarter", "half") or (base.grain == "month" and _is_same(point.base))):
            grain = base.grain if point.amount else grain
        if point.amount and _SIZE[base.grain] > max(_SIZE[grain], 1):
            return self._blurred(point, base)
        start = moved(_first_of(base.start, grain), point.grain, point.amount)
        if start is None:
            return When(UNKNOWN[point.grain])
        when = _unit(start, grain)
        if point.part:
            return _parted(when, point.part)
        return _sided(when, point.side, self.now)

    def _shift_base(self, point: Shifted) -> When:
        if point.base == "published":
            return When(None, NONE, "second", self.now)
        if point.base == "told":
            return self._that(point.grain)
        if point.base == "story":
            return self._story_base(point) or When(None, NONE, "second", self.now)
        if isinstance(point.base, Shifted) and point.base.base == "published" and self.now and point.base.amount:
            if _SIZE[point.grain] < _SIZE[point.base.grain]:  # "two years ago today": not just some day of that year
                return When(None, NONE, "second", moved(self.now, point.base.grain, point.base.amount))
        return self.of(point.base)

    def _story_base(self, point: Shifted) -> When | None:
        """Give what "the end of the year" lies in, or "two weeks later" counts from."""
        size = max(_SIZE[point.grain], 1)
        if self.history:
            return self._anchor(size) if not point.amount else self._anchor(366)
        if not point.amount:
            told = self._in_sentence(size) or self._recent(size, sentences=1)
            ahead = told is not None and told.start is not None and self.now is not None and told.start > self.now
            return told if not ahead else self._in_sentence(size)
        return self._recent(size) or self._in_sentence(366)

    def _that(self, grain: Grain) -> When:
        """Give what "that day" and "that year" point at; a year that was told, not the one that it is."""
        size = _SIZE[grain]
        anchors = self._told if size >= 365 else [when for _, when in self._anchors]
        fit = (when for when in reversed(anchors[-20:]) if _SIZE[when.grain] <= max(size, 1))
        return next(fit, When(None))

    def _recent(self, size: float, sentences: int = 2) -> When | None:
        """Give the last anchor of this sentence or the few before it."""
        for sentence, when in reversed(self._anchors[-20:]):
            if sentence < self._sentence - sentences:
                return None
            if _SIZE[when.grain] <= size:
                return when
        return None

    def _blurred(self, point: Shifted, base: When) -> When:
        """Count from a base that is coarser than the step: only the larger part of the value can be told."""
        start = moved(base.start, point.grain, point.amount or 0) if base.start else None
        if start is None:
            return When(UNKNOWN[point.grain])
        kept = 7 if _SIZE[base.grain] < 100 and abs(point.amount or 0) * _SIZE[point.grain] < 20 else 4
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


def _known(value: str, grain: Grain, start: datetime | None = None) -> When:
    span = bounds(value)
    if start is None and span[0] is not None:
        start = datetime.fromisoformat(span[0][:10])
    return When(value, span, grain, start)


def _unit(when: datetime, grain: Grain) -> When:
    value = written(when, grain)
    return _known(value, grain, when if grain in ("second", "minute", "hour") else None)


def _day(when: datetime) -> When:
    return _unit(when, "day")


def _from_day(day: date | None, point: Named) -> When:
    return _known(day.isoformat(), "day") if day else When(_unknown(point))


@lru_cache(maxsize=4096)
def _with_year(point: Named, year: int) -> When:
    """Resolve a point whose year is known."""
    if point.holiday:
        return _from_day(holiday(point.holiday, year), point)
    if point.month and point.day:
        return _from_day(day_of(year, point.month, point.day), point)
    if point.month:
        return _known(f"{year:04d}-{point.month:02d}", "month")
    if point.season:
        return _known(f"{year:04d}-{point.season}", "season")
    if point.grain in ("quarter", "half"):
        return _known(f"{year:04d}-{point.grain[0].upper()}{point.number}", point.grain)
    if point.grain == "fiscal year":
        return When(f"FY{year:04d}", NONE, "fiscal year")
    return _known(f"{year:04d}", "year")


def _before_christ(point: Named) -> When:
    if point.grain == "century":
        return When(f"BC{(point.number or 1) - 1:02d}")
    return When(f"BC{point.year:04d}")


def _unknown(point: Named) -> str:
    """Write a point of which the context tells nothing."""
    if point.holiday and point.holiday in HOLIDAYS:
        same = {HOLIDAYS[point.holiday](year) for year in (2023, 2024, 2025, 2026)}
        days = {(day.month, day.day) for day in same}
        month, day = days.pop() if len(days) == 1 else (0, 0)
        return f"XXXX-{month:02d}-{day:02d}" if month else "XXXX-XX-XX"
    if point.month:
        return f"XXXX-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    if point.day:
        return f"XXXX-XX-{point.day:02d}"
    if point.weekday:
        return f"XXXX-WXX-{point.weekday}"
    if point.season:
        return f"XXXX-{point.season}"
    if point.grain in ("quarter", "half"):
        return f"XXXX-{point.grain[0].upper()}{point.number}"
    return UNKNOWN[point.grain]


def _occurrences(point: Named, base: datetime) -> list[When]:
    """Give the points of that name around a moment, earliest first."""
    if point.weekday and not point.day:
        days = [moved(base, "day", 7 * weeks + point.weekday - base.isoweekday()) for weeks in (-1, 0, 1)]
        return [_day(day) for day in days if day]
    if point.day and not point.month:
        months = [moved(base.replace(day=1), "month", step) for step in (-1, 0, 1)]
        found = [day_of(month.year, month.month, point.day) for month in months if month]
        return [_known(day.isoformat(), "day") for day in found if day]
    found_years = [_with_year(point, base.year + step) for step in (-2, -1, 0, 1, 2) if 1 < base.year + step < 9998]
    return [when for when in found_years if when.start]


# A month or day without a year lies ahead, where no tense tells, only if it is so near and the last one so far.
_SOON = timedelta(days=62)
_LONG_AGO = timedelta(days=200)
# A day without a year that lies so near is meant, whatever the words around: MEANTIME has none farther than 60 days
# ahead.
_NEAR_DAYS = 60


def _pick(around: Sequence[When], base: datetime, point: Named, direction: int, told: bool) -> When | None:
    """Choose among the points of one name."""
    today = base.date()
    ends = [(when, _last_day(when)) for when in around]
    before = [when for when, end in ends if end < today]
    begun = [when for when in around if when.start and when.start.date() <= today]
    after = [when for when in around if when.start and when.start.date() > today]
    ahead = [when for when, end in ends if end >= today]
    match point.turn:
        case "last" | "previous":
            return before[-1] if before else None
        case "next" | "following":
            return after[0] if after else None
        case "this" | "same":
            return _same(around, base, point)
    if told:
        return _same(around, base, point) if not point.weekday else (ahead[0] if ahead else None)
    if point.month and point.day:
        near = min(around, key=lambda when: abs((_last_day(when) - today).days), default=None)
        if near is not None and abs((_last_day(near) - today).days) <= _NEAR_DAYS:
            return near
    if direction > 0:
        return ahead[0] if ahead else None
    if direction == 0 and not point.weekday and _is_next(after, begun, base):
        return after[0]
    # A day's slack: the page may be dated in another time zone.
    slack = [when for when in around if when.start and (when.start.date() - today).days <= 1]
    if point.month and point.day and slack:
        return slack[-1]
    return begun[-1] if begun else None


# How far a history goes on from one date to the next: best of 15, 30, 60, 90, 120 on the WikiWars training documents.
_GOES_ON_DAYS = 30


def _goes_on(point: Named, year: int, told: When) -> bool:
    """Tell whether a date, in that year, closely follows what was told."""
    when = _with_year(point, year)
    if when.start is None or told.start is None or when.start < told.start:
        return False
    return (when.start.date() - _last_day(told)).days <= _GOES_ON_DAYS


def _is_next(after: Sequence[When], begun: Sequence[When], base: datetime) -> bool:
    """Tell whether the next one is near and the last one far."""
    if not after or not begun or after[0].start is None or begun[-1].start is None:
        return False
    return after[0].start - base <= _SOON and base - begun[-1].start >= _LONG_AGO


def _last_day(when: When) -> date:
    return date.fromisoformat((when.span[1] or "0001-01-01")[:10])


def _same(around: Sequence[When], base: datetime, point: Named) -> When | None:
    """Choose the one in the same week, month or year as the base."""
    if point.weekday and not point.day:
        return next((w for w in around if w.start and w.start.isocalendar()[:2] == base.isocalendar()[:2]), None)
    if point.day and not point.month:
        return next((w for w in around if w.start and (w.start.year, w.start.month) == (base.year, base.month)), None)
    if point.season:
        return next((w for w in around if (w.value or "")[:4] == f"{base.year:04d}"), None)
    return next((w for w in around if w.start and w.start.year == base.year), None)


def _parted(when: When, part: str | None) -> When:
    """Put a part of the day on a day."""
    if not part or when.value is None:
        return when
    value = f"{when.value[:10]}T{part}"
    return When(value, bounds(value), "part", when.start)


def _clock(clock: Clock) -> str:
    text = f"{clock.hour:02d}" + ("" if clock.minute is None and clock.zone is None else f":{clock.minute or 0:02d}")
    if clock.second is not None:
        text += f":{clock.second:02d}"
    if clock.zone is None:
        return text
    if clock.zone == 0:
        return text + "Z"
    hours, minutes = divmod(abs(clock.zone), 60)
    return f"{text}{'-' if clock.zone < 0 else '+'}{hours:02d}:{minutes:02d}"


def _first_of(when: datetime, grain: Grain) -> datetime:
    """Step back to a day that every month has, where whole months are counted; days keep theirs."""
    return when.replace(day=1) if _SIZE[grain] >= 30 else when


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
