"""Words around a number that widen, bound or colour it, and the interval that number and word imply together."""

from __future__ import annotations

import re
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from sayso.extract.quantities.numerals import exact

if TYPE_CHECKING:
    from sayso.extract.quantities.phrases import Phrase

# Normalised modifier: the words that say it in front of a number; an indented line goes on.
_BEFORE = """
more than: more than|over|well over|just over|a little over|slightly over|in excess of|upwards of|upward of|
  north of|exceeding|exceeds|exceeded|beyond|above|greater than|higher than|larger than|bigger than|longer than|
  older than|well above|just above|slightly more than|a little more than|just more than|well more than|
  far more than|much more than|topping|topped|surpassing|surpassed|surpasses|>
at least: at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum|
  as little as|as few as|as low as|at a minimum|starting at|starting from|≥|>=
less than: less than|under|below|well under|just below|well below|lower than|smaller than|shorter than|
  younger than|short of|slightly less than|a little less than|far less than|much less than|little less than|sub|
  <
fewer than: fewer than|far fewer than|slightly fewer than|just fewer than
at most: at most|no more than|not more than|a maximum of|maximum of|maximum|no higher than|not exceeding|
  at the most|capped at|limited to|≤|<=
up to: up to|as much as|as high as|as long as|as far as
as many as: as many as
nearly: nearly|almost|close to|approaching|just under|just shy of|shy of|nearing|virtually|practically|
  not quite|a little under|slightly under|slightly below|little short of|just short of|near|near to
about: about|around|roughly|approximately|approx|approx.|circa|ca|ca.|c.|some|an estimated|estimated|
  an approximate|in the region of|in the order of|on the order of|somewhere around|give or take|or about|or so|
  more or less|very roughly|an average of about|~|∼|≈|averaging
only: only|just|a mere|mere|merely|as of only|barely|a paltry|a scant|scant
exactly: exactly|precisely|=
"""
_AFTER = """
at least: or more|or above|or higher|or greater|or over|or older|or longer|and above|and over|and up|and more|
  plus|at least|and older|at a minimum
at most: or less|or fewer|or under|or below|or lower|or younger|and under|and below|at most|at the most|
  and younger|tops|maximum
about: or so|or thereabouts|approximately|give or take
"""


def _table(lines: str) -> dict[str, str]:
    rows = (line.partition(": ") for line in lines.strip().replace("\n  ", "").splitlines())
    return {form: name for name, _, forms in rows for form in forms.split("|")}


BEFORE, AFTER = _table(_BEFORE), _table(_AFTER)
_AFTER_WORDS = re.compile(
    r",?[ -](or|and|plus|at|tops|maximum|approximately|give)\b(?: (more|above|higher|greater|over|older|longer|up"
    r"|less|fewer|under|below|lower|younger|so|thereabouts|least|most|the most|take|a minimum))?\b"
)
_RISEN = re.compile(
    r"(?:back|inch\w*|rise|rose|rising|risen|climb\w*|jump\w*|edg\w+|tick\w*|creep\w*|crept|mov\w+|push\w*|bump\w*"
    r"|go|goes|going|went|gone|bring\w*|brought) up to $",
    re.I,
)


def before(text: str, start: int) -> tuple[str, int] | None:
    """The modifier that ends right before `start`, and where its words begin.

    >>> before("Acme sold more than 40 cars", 20)
    ('more than', 10)
    """
    if start and text[start - 1] in "~∼≈<>≤≥=":
        two = text[max(0, start - 2) : start]
        return (BEFORE[two], start - 2) if two in BEFORE else (BEFORE[text[start - 1]], start - 1)
    at = start
    starts: list[int] = []
    while len(starts) < 4:
        edge = at - 1
        if edge < 0 or text[edge] not in " -\u00a0":
            break
        begin = edge
        while (
            begin > 0 and edge - begin < 16 and not text[begin - 1].isspace() and text[begin - 1] not in ',;:()"“”—–-'
        ):
            begin -= 1
        if begin == edge:
            break
        starts.append(begin)
        at = begin
    if text[at:start].lower().endswith("up to ") and _RISEN.search(text[max(0, start - 30) : start]):
        return None  # "rose back up to 5" is a level, not a bound
    for begin in reversed(starts):
        words = text[begin : start - 1].lower().replace("\u00a0", " ").replace("‘", "'")
        if (name := BEFORE.get(words)) is not None:
            return name, begin
    return None


_SUM = re.compile(r" (?:an? |[$£€¥]|\d|or minus\b)")


def after(text: str, end: int) -> tuple[str, int] | None:
    """The modifier that begins right after `end`, and where it ends.

    >>> after("40 cars or more were sold", 7)
    ('at least', 15)
    """
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        return "at least", end + 1
    found = _AFTER_WORDS.match(text, end)
    if found is None:
        return None
    if found[1].lower() == "plus" and _SUM.match(text, found.end()):
        return None  # "£35m plus £10m", "40 plus or minus 3"
    name = AFTER.get(found.group().strip(" ,-").lower())
    return (name, found.end()) if name else None


def take(text: str, phrase: Phrase, reach: int) -> None:
    """Give the phrase the modifier that stands at its side; nothing before `reach` belongs to it."""
    if phrase.ranged:
        return
    found = before(text, phrase.start)
    if found and found[1] >= reach and not _is_during(text, found[1], phrase):
        phrase.modifier, phrase.start = found
    if phrase.modifier in (None, "about", "only") and (follows := after(text, phrase.end)):
        if phrase.unit is None and text[follows[1] - 3 : follows[1]] in ("der", "ger"):
            phrase.unit, phrase.dimension = "year of age", "age"  # "adults 21 and older", "16 or younger"
        phrase.modifier, phrase.end = follows
    elif phrase.modifier is None and phrase.dimension == "count" and (inner := after(text, phrase.numeral.end)):
        phrase.modifier = inner[0]  # "12 or more vans"


_OVER = re.compile(r"over ", re.I)
_LASTED = re.compile(
    r"\b(?:for|after|served|serving|spent|took|takes|take|taken|lasted|lasts|been|has|have|had|is|was|well|just"
    r"|wait(?:ed)?|of|in|with|"
    r"known|lived|worked|went|stayed|since|by) $",
    re.I,
)


def _is_during(text: str, begin: int, phrase: Phrase) -> bool:
    """Whether "over" is "during": "cuts over three years" are; "for over three years" is more than three."""
    if phrase.dimension != "time" or not _OVER.match(text, begin):
        return False
    return begin > 0 and text[begin - 1] == " " and not _LASTED.search(text[max(0, begin - 12) : begin])


Grain = Literal["count", "money", "measure"]


def interval(
    value: float, place: float | None, modifier: str | None, grain: Grain
) -> tuple[float | None, float | None]:
    """The interval that a stated number implies; None is open.

    A bare number stands for all that would be rounded to it (`widths`), "about" for twice that, "nearly" for that
    much below the number. `place` is the worth of the last stated digit, trailing zeros not counted; `grain` says
    what comes in whole numbers (a count), what is stated to the unit up to a thousand (money, percent), and what is
    measured.

    >>> interval(410000, 10000, None, "count"), interval(410000, 10000, "more than", "count")
    ((405000.0, 415000.0), (410000, None))
    """
    if modifier in ("more than", "at least"):
        return value, None
    if modifier in ("less than", "fewer than", "at most", "up to", "as many as"):
        return None, value
    if modifier == "exactly":
        return value, value
    if grain == "count" and value != int(value):
        grain = "measure"
    half, whole = widths(value, place, grain)
    if modifier == "about":
        return _outward(value - whole, value + whole, grain)
    if modifier == "nearly":
        return _outward(value - whole, value, grain)
    return (value, value) if not half else (exact(value - half), exact(value + half))


def widths(value: float, place: float | None, grain: Grain) -> tuple[float, float]:
    """Half-width of the bare number, and of "about" that number.

    Bare: half the last stated place; at most 5 % where that place is only known from trailing zeros ("700,000" may be
    690,000 and not 650,000); nothing for a count that has no two trailing zeros or is under a hundred: newsrooms give
    those exactly. "About": a whole place, at least 1 and at most 10 %.

    >>> widths(410000, 10000, "count"), widths(52, 1, "count"), widths(7, 1, "money"), widths(1.5e6, 1e5, "count")
    ((5000.0, 10000), (0.0, 1.0), (0.5, 1), (50000.0, 100000.0))
    """
    size = abs(value)
    step = place if place is not None else _last_place(value)
    if grain == "count" and (size < 100 or step <= 10):
        return 0.0, max(1.0, min(step if size >= 100 else _last_place(size), 0.1 * size))
    if step < 1 or size < (1000 if grain == "money" else 100):
        step = min(step, 1.0)
        return step / 2, max(step, min(_last_place(value), 0.1 * size) if step == 1 else step)
    return min(step / 2, 0.05 * size), min(step, 0.1 * size)


def _last_place(value: float) -> float:
    whole = str(int(abs(value)))
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if value == int(value) and value else 0.1 * abs(value)


def _outward(low: float, high: float, grain: Grain) -> tuple[float, float]:
    return (float(floor(low)), float(ceil(high))) if grain == "count" and high < 1e15 else (exact(low), exact(high))
