"""What a time expression says by itself, before it is known when that was.

The grammar makes these from words; `resolve` turns them into days. Grains are named by their plain English unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grain = Literal[
    "second", "minute", "hour", "part", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half",
    "fiscal year", "year", "decade", "century", "millennium",
]  # fmt: skip

# Where a point is counted from: the article's published time, what the text speaks of here ("the end of the year"), or
# what it has told, and nothing else ("that year").
Base = Literal["published", "story", "told"]

# Which of the points of that name: "last May", "the following May", "May of that year".
Turn = Literal["last", "this", "next", "previous", "same", "following"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` in minutes east of Greenwich where it was named."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A point named by calendar fields; larger ones that are missing come from `inside` or from the context.

    `number` counts quarters, halves, weeks and centuries; `season` and `part` are codes of TIMEX3.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    season: str | None = None
    holiday: str | None = None
    part: str | None = None
    clock: Clock | None = None
    turn: Turn | None = None
    inside: Meaning | None = None
    bc: bool = False
    fiscal: bool = False  # a quarter or half of a fiscal year


@dataclass(frozen=True, slots=True)
class Shifted:
    """A point so many units away from another: "yesterday", "two years ago", "three days before Christmas".

    `amount` is None where it is not told ("a few days later"); `side` cuts the unit at its base: -1 keeps what lies
    before it ("earlier this month"), +1 what lies after ("later this year").
    """

    grain: Grain
    amount: float | None
    base: Base | Meaning = "published"
    part: str | None = None
    clock: Clock | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `amount` None is untold ("several years"), `high` the end of a range ("two to three years").

    `towards` tells where it lies, -1 up to now, +1 from now on; `head`/`tail` count from an end of `inside`.
    """

    amount: float | None
    unit: Grain
    high: float | None = None
    more: Length | None = None
    towards: int = 0
    base: Base = "published"
    inside: Meaning | None = None
    tail: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference that no calendar holds: `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.

    `told`: seen from what the text tells, and not from now ("a few days later").
    """

    value: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: the TIMEX3 value of what comes back."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch from one point to another, both included: "2012–13", "May 6–8"."""

    first: Named
    last: Named


Meaning = Named | Shifted | Length | Vague | Repeated | Between
