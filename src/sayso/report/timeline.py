"""The timeline of a story, drawn to scale: a mark for a day, a bar for a stretch, an arrow where an end is open.

Where most of a story happens in a small part of the time it spans (a denial this week, the founding decades ago), a
second ruler shows that part, opened out, under the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from sayso.records import Claim, Story, TimelineEntry
from sayso.report.dates import MONTHS, between, day, day_of, last_day_of
from sayso.report.svg import element, percent, scale

LEFT, RIGHT = 0.03, 0.97
LANE = 21  # pixels: a numbered mark and air
MARK = 0.065  # share of the width that a numbered mark takes on a 320 px phone
MOST_NUMBERED = 16  # marks; more make lanes that no reader follows, so the rest are strokes on the ruler
MONTH = 31  # days
CROWDED = 0.1  # of the span: entries that crowd within a tenth of the width hide each other
OPEN_OUT = 0.25  # of the span: a stretch longer than that gains too little from a ruler of its own

Place = Callable[[float], float]


class Dated(NamedTuple):
    """An entry with the days it covers; `open_start` and `open_end` tell that it reaches further than is known."""

    entry: TimelineEntry
    claim: Claim | None
    first: date
    last: date
    open_start: bool
    open_end: bool
    number: int  # 0: a stroke on the ruler, without a number

    @property
    def when(self) -> str:
        """The dates in words."""
        return between(self.entry.earliest, self.entry.latest)


def dated(story: Story) -> list[Dated]:
    """The story's dated entries in order of time, those of the foremost findings numbered."""
    rank = {finding.id: place for place, finding in enumerate(story.findings)}
    claims = {claim.id: claim for finding in story.findings for claim in finding.claims}
    kept = _once([found for entry in story.timeline if (found := _dated(entry, claims.get(entry.claim_id)))])
    kept.sort(key=lambda item: (item.first, item.last, rank.get(item.entry.finding_id, len(rank)), item.entry.claim_id))
    foremost = sorted(range(len(kept)), key=lambda i: (rank.get(kept[i].entry.finding_id, len(rank)), i))
    numbered = sorted(foremost[:MOST_NUMBERED])
    for number, index in enumerate(numbered, start=1):
        kept[index] = kept[index]._replace(number=number)
    return kept


def _once(entries: Sequence[Dated]) -> list[Dated]:
    """Each sentence once for each date it gives, though several findings may rest on it."""
    told: dict[tuple[object, ...], Dated] = {}
    for item in entries:
        where = (item.claim.article_id, item.claim.sentence) if item.claim else (item.entry.text,)
        told.setdefault((item.entry.earliest, item.entry.latest, *where), item)
    return list(told.values())


def _dated(entry: TimelineEntry, claim: Claim | None) -> Dated | None:
    first, last = day_of(entry.earliest), last_day_of(entry.latest)
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    return Dated(entry, claim, start, max(start, end), first is None, last is None, 0)


def chart(entries: Sequence[Dated]) -> Markup | None:
    """The timeline as SVG, or None where fewer than two moments are known."""
    if len({(item.first, item.last) for item in entries}) < 2:
        return None
    first, last = min(item.first for item in entries), max(item.last for item in entries)
    dense = _dense(entries, first, last)
    upper, y = _panel(entries, first, last, 0, dense)
    parts = list(upper)
    if dense:
        parts = [*_opening(first, last, dense, y), *parts]
        inside = [item for item in entries if _within(item, dense)]
        lower, y = _panel(inside, *dense, y + 26, None)
        parts += lower
    told = f"Timeline from {day(first)} to {day(last)}, to scale; the list below gives every entry"
    return element("svg", element("title", told), *parts, class_="chart timeline", role="img", width="100%", height=y)


def _dense(entries: Sequence[Dated], first: date, last: date) -> tuple[date, date] | None:
    """The small stretch that holds the most entries of a month or less, where these are three and half of all such."""
    short = sorted((i for i in entries if (i.last - i.first).days <= MONTH), key=lambda i: (i.first, i.last))
    whole = (last - first).days
    best: Sequence[Dated] = ()
    start = 0
    for end in range(len(short)):
        while (short[end].last - short[start].first).days > CROWDED * whole:
            start += 1
        if end + 1 - start > len(best):
            best = short[start : end + 1]
    if len(best) < max(3, len(short) / 2) or whole < 60:
        return None
    left, right = best[0].first, max(item.last for item in best)
    margin = timedelta(days=max(2, (right - left).days // 12))
    left, right = max(first, left - margin), min(last, right + margin)
    return (left, right) if (right - left).days <= OPEN_OUT * whole else None


def _panel(
    entries: Sequence[Dated], first: date, last: date, top: int, dense: tuple[date, date] | None
) -> tuple[list[Markup], int]:
    """One ruler with its marks in lanes above it, and the height at which it ends."""
    place = scale(first.toordinal(), max(last, first + timedelta(days=1)).toordinal(), LEFT, RIGHT)
    numbered = [item for item in entries if item.number and not (dense and _within(item, dense))]
    lanes = _lanes(numbered, place)
    ruler = top + LANE * (max(lanes, default=-1) + 1) + 14
    parts = list(_ruler(first, last, ruler, place))
    parts += [_stroke(item, ruler, place) for item in entries if item not in numbered]
    heights = [ruler - 14 - LANE * lane for lane in lanes]
    for layer in (_stem, _bar, _dot):  # in this order, so that no line crosses a number
        parts += [part for item, y in zip(numbered, heights, strict=True) for part in layer(item, y, ruler, place)]
    return parts, ruler + 26


def _within(item: Dated, dense: tuple[date, date]) -> bool:
    return dense[0] <= item.first and item.last <= dense[1]


def _lanes(entries: Sequence[Dated], place: Place) -> list[int]:
    """The lowest lane for each entry in which it touches no earlier one."""
    ends: list[float] = []
    lanes = []
    for item in entries:
        left, right = _reach(item, place)
        lane = next((i for i, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right]
        lanes.append(lane)
    return lanes


def _reach(item: Dated, place: Place) -> tuple[float, float]:
    left, right = _ends(item, place)
    middle = (left + right) / 2
    return min(left, middle - MARK / 2), max(right, middle + MARK / 2)


def _ends(item: Dated, place: Place) -> tuple[float, float]:
    """Where an entry begins and ends on the ruler, kept on the sheet; an open end runs to its edge."""
    left, right = place(item.first.toordinal()), place(item.last.toordinal())
    left, right = min(max(left, 0.01), 0.99), min(max(right, 0.01), 0.99)
    if item.open_start:
        left = max(0.01, right - 0.12)
    if item.open_end:
        right = min(0.99, left + 0.12)
    return left, right


def _stem(item: Dated, y: int, ruler: int, place: Place) -> list[Markup]:
    middle = _middle(item, place)
    return [element("line", x1=middle, x2=middle, y1=y, y2=ruler, class_="stem")]


def _bar(item: Dated, y: int, ruler: int, place: Place) -> list[Markup]:
    left, right = _ends(item, place)
    kind = "reach open" if item.open_start or item.open_end else "reach"
    drawn = element("line", x1=percent(left), x2=percent(right), y1=y, y2=y, class_=kind)
    return [drawn] if right - left > 0.004 else []


def _dot(item: Dated, y: int, ruler: int, place: Place) -> list[Markup]:
    middle = _middle(item, place)
    dot = element("circle", cx=middle, cy=y, r="9", class_="dot")
    figure = element("text", str(item.number), x=middle, y=y + 4, text_anchor="middle", class_="figure")
    return [element("g", element("title", item.when), dot, figure)]


def _middle(item: Dated, place: Place) -> str:
    return percent(sum(_ends(item, place)) / 2)


def _stroke(item: Dated, ruler: int, place: Place) -> Markup:
    x = _middle(item, place)
    return element("line", x1=x, x2=x, y1=ruler - 7, y2=ruler, class_="stroke")


def _opening(first: date, last: date, dense: tuple[date, date], y: int) -> Iterator[Markup]:
    """Two lines from the dense part of the upper ruler to the ends of the lower one."""
    place = scale(first.toordinal(), last.toordinal(), LEFT, RIGHT)
    for moment, edge in zip(dense, (LEFT, RIGHT), strict=True):
        x = percent(place(moment.toordinal()))
        yield element("line", x1=x, x2=x, y1=y - 26, y2=y, class_="opening")
        yield element("line", x1=x, x2=percent(edge), y1=y, y2=y + 22, class_="opening")


def _ruler(first: date, last: date, y: int, place: Place) -> Iterator[Markup]:
    yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="axis")
    for moment, name in _ticks(first, last):
        at = place(moment.toordinal())
        anchor = "start" if at < 0.06 else "end" if at > 0.94 else "middle"
        yield element("line", x1=percent(at), x2=percent(at), y1=y, y2=y + 6, class_="axis")
        yield element("text", name, x=percent(at), y=y + 20, text_anchor=anchor, class_="tick")


def _ticks(first: date, last: date, most: int = 5) -> list[tuple[date, str]]:
    """Round dates within first..last: days, months or years, `most` at the most."""
    days = (last - first).days
    for step in (1, 2, 7, 14):
        if days // step < most:
            found = [first + timedelta(days=offset) for offset in range(0, days + 1, step)]
            return [(d, _short(d, i == 0 or d.day <= step)) for i, d in enumerate(found)]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000):
        moments = _month_starts(first, last, months)
        if len(moments) <= most:
            break
    return [(d, str(d.year) if months >= 12 else f"{MONTHS[d.month]} {d.year}") for d in moments]


def _short(moment: date, with_year: bool) -> str:
    return day(moment) if with_year else f"{moment.day} {MONTHS[moment.month]}"


def _month_starts(first: date, last: date, step: int) -> list[date]:
    """The firsts of every `step`-th month within the bounds, counted from the year 0."""
    index = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    end = last.year * 12 + last.month - 1
    return [date(i // 12, i % 12 + 1, 1) for i in range(index, end + 1, step) if i // 12 >= 1]
