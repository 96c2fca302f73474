"""Time expressions: what a text says of when, as TIMEX3, resolved to days where the text and its date allow it.

    lexer       text to items                       grammar     how rules over items work
    settle      "May", "march", "fall"              cascade     all rules in their order
    points      days, months, weekdays              years       four figures that are a year
    periods     quarters, seasons, decades          durations   "two and a half years"
    deictic     "two years ago", "recently"         turned      "last", "this", "the following"
    within      "May of that year"                  clock       times of day and zones
    qualifiers  "early", "the end of", "before"     sets        "every Friday"
    meaning     what an expression says by itself   resolve     when that was
    told        what the text told before           tense       whether the clause looks back or ahead
    which       which Friday, which May             lengths     the days that a duration covers
    when        a resolved time                     values      TIMEX3 values and the days they cover
    steps       steps over the calendar             render      TIMEX3 and EDTF

A cascade of finite-state rules of our own, then resolution in text order (see `benchmarks/times` for how well it does).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from sayso.extract.timex.cascade import found
from sayso.extract.timex.meaning import Length, Named, Repeated, Shifted
from sayso.extract.timex.render import edtf, edtf_bounds, timex3
from sayso.extract.timex.resolve import Resolver
from sayso.extract.timex.tense import Tense
from sayso.extract.timex.told import Draft
from sayso.extract.timex.values import Bounds, narrowed
from sayso.extract.timex.when import When
from sayso.records import Published, Timex

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence

__all__ = ["edtf", "edtf_bounds", "timex3", "timexes"]

UNKNOWN = Published()
Type = Literal["DATE", "TIME", "DURATION", "SET"]


def timexes(
    text: str, published: Published = UNKNOWN, sentences: Sequence[Sentence] | None = None
) -> tuple[Timex, ...]:
    """Find the time expressions of a text and resolve them.

    Offsets are code points into `text`, end excluded. `value` is TIMEX3; digits that the context does not tell are X.
    `earliest` and `latest` are the days an expression covers (minutes for a time of day), both included; None is open
    or unresolved. Words that bound a point ("before 2030", "since May") stay outside the span and give `mod` and an
    open side.

    What is counted from now is counted from `published`; where that is a range, it is resolved as far as all of the
    range agrees; where it is unknown, it stays unresolved. Dates without a year look at tense (from `sentences`
    where they are parsed, else from the words around) and at what the text told before. Nothing raises; linear time.

    >>> [(t.text, t.value) for t in timexes("Acme said on Friday it will open in May.", Published(
    ...     earliest="2031-02-12", latest="2031-02-12"))]
    [('Friday', '2031-02-07'), ('May', '2031-05')]
    """
    drafts = _drafts(text, sentences)
    ends = _moments(published)
    if (
        len(ends) == 2
        and ends[0]
        and ends[1]
        and ends[0].date() == ends[1].date()
        and not any(map(_counts_hours, drafts))
    ):
        ends = ends[:1]
    runs = [_run(Resolver(now, drafts), drafts) for now in ends]
    out = []
    for at, draft in enumerate(drafts):
        when = _agreed([run[at] for run in runs], open_side=_open_side(published), draft=draft)
        out.append(_timex(text, draft, when))
    return tuple(out)


def _run(resolver: Resolver, drafts: Sequence[Draft]) -> list[When]:
    """Resolve all drafts against one moment, cut to what their modifiers leave."""
    found = [resolver.resolve(draft) for draft in drafts]
    return [
        replace(when, span=narrowed(when.value or "", when.span, draft.mod))
        for draft, when in zip(drafts, found, strict=True)
    ]


def _drafts(text: str, sentences: Sequence[Sentence] | None) -> list[Draft]:
    items = found(text)
    if not items:
        return []
    tense = Tense(text, sentences)
    drafts: list[Draft] = []
    last = len(text)
    for item in items:
        sentence, direction = tense.sentence(item.start), tense.direction(item.start, item.end)
        gap = text[last : item.start].strip().lower() if 0 < item.start - last < 12 else ""
        linked = gap in _LINKS or (gap == "and" and bool(drafts) and _is_between(text, drafts[-1].start))
        drafts.append(Draft(item.start, item.end, item.value, item.mod, sentence, direction, linked))
        last = len(text) if isinstance(item.value, Length) else item.end
    return drafts


def _is_between(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().removesuffix("the ").endswith("between ")


def _counts_hours(draft: Draft) -> bool:
    """Tell whether it matters at what hour of its day the article was published."""
    meaning = draft.meaning
    while isinstance(meaning, Shifted) and not isinstance(meaning.base, str):
        meaning = meaning.base
    grain = meaning.unit if isinstance(meaning, Length) else getattr(meaning, "grain", None)
    return grain in ("second", "minute", "hour") and not isinstance(meaning, Named)


# What stands between the two ends of a stretch.
_LINKS = frozenset({"to", "until", "through", "till", "-", "–", "—"})


def _moments(published: Published) -> list[datetime | None]:
    """Give the first and last moment the article may be from; None stands for an end that is not known."""
    first, last = _moment(published.earliest, False), _moment(published.latest, True)
    if first is None and last is None:
        return [None]
    if first is None or last is None:
        return [first or last, None]
    return [first] if first == last else [first, last]


# No article is published outside of these years, and within them no step over the calendar leaves it.
_FIRST_YEAR, _LAST_YEAR = 1500, 2500


def _moment(written: str | None, end: bool) -> datetime | None:
    if not written:
        return None
    try:
        when = datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return None
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        return None
    return when + timedelta(hours=23, minutes=59) if end and len(written) == 10 else when


def _open_side(published: Published) -> int:
    first, last = _moment(published.earliest, False), _moment(published.latest, True)
    if (first is None) == (last is None):
        return 0
    return 1 if last is None else -1


def _agreed(results: Sequence[When], open_side: int, draft: Draft) -> When:
    """Join what the ends of the published range give: what they agree on, and bounds that hold for both."""
    first, last = results[0], results[-1]
    if first.value == last.value and (first.span == last.span or not open_side):
        return When(first.value, (first.span[0], last.span[1]))
    if open_side:
        # Resolved only by the known end: all that holds is the bound on that end's side.
        return When(last.value, (first.span[0], None) if open_side > 0 else (None, first.span[1]))
    return When(
        _masked(first.value, last.value, isinstance(draft.meaning, Named) and not draft.meaning.weekday),
        (first.span[0], last.span[1]),
    )


def _masked(first: str | None, last: str | None, named: bool) -> str | None:
    """Write what two values share, the rest as X; what the text itself names ("Q4", "10 May") is shared below what differs.

    >>> _masked("2024-06-28", "2024-11-28", named=False), _masked("2023-Q4", "2024-Q4", named=True)
    ('2024-XX-XX', 'XXXX-Q4')
    """
    if first is None or last is None or len(first) != len(last):
        return None
    fields: list[str] = []
    same = True
    for one, other in zip(re.split("([-T])", first), re.split("([-T])", last), strict=False):
        same = same and one == other
        kept = same or one in "-T" or (named and one == other)
        if not kept and not any(map(str.isdigit, one)):
            return "".join(fields).rstrip("-T") or None  # a season or part of day: nothing finer is shared
        fields.append(one if kept else re.sub(r"\d", "X", one))
    return "".join(fields)


def _timex(text: str, draft: Draft, when: When) -> Timex:
    span = _sized(draft, when.span)
    mod = draft.mod.split(" ")[0] if draft.mod else None
    return Timex(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        type=_type(draft),
        value=when.value,
        mod=mod,
        earliest=span[0],
        latest=span[1],
    )


def _sized(draft: Draft, span: Bounds) -> Bounds:
    """Open the side that "more than two years ago" or "at least two years later" leaves open."""
    meaning = draft.meaning
    if not isinstance(meaning, Shifted) or not meaning.amount or draft.mod not in ("MORE_THAN", "EQUAL_OR_MORE"):
        return span
    return (None, span[1]) if meaning.amount < 0 else (span[0], None)


def _type(draft: Draft) -> Type:
    meaning = draft.meaning
    if isinstance(meaning, Length):
        return "DURATION"
    if isinstance(meaning, Repeated):
        return "SET"
    if isinstance(meaning, (Named, Shifted)) and (
        meaning.clock or meaning.part or meaning.grain in ("hour", "minute", "second")
    ):
        return "TIME"
    return "DATE"
