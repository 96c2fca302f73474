"""Whether a number is an amount of rise or fall: "rose 5 percent", "up 9.4 per cent", "fell by 30"; not "rose to 5"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.extract.quantities.phrases import Phrase

Direction = Literal["up", "down"]

_UP_WORDS = """
rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge
surges surged surging soar soars soared soaring increase increases increased increasing grow grows grew grown growing
advance advances advanced advancing rally rallies rallied rallying add adds added adding expand expands expanded
expanding leap leaps leapt leaped rocket rocketed spike spiked spikes rebound rebounded rebounds recover recovered
improve improved improves improving strengthen strengthened accelerate accelerated accelerates appreciate appreciated
edge edged inch inched tick ticked firm firmed up higher raise raised raises raising boost boosted boosts hike hiked
hikes swell swelled swells balloon ballooned lift lifted lifts upward upwards skyrocket skyrocketed bounce bounced
widen widened doubled
"""
_UP = _UP_WORDS.split()
_DOWN_WORDS = """
fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
decreased decreasing lose loses lost losing slip slips slipped slipping slide slides slid sliding sink sinks sank sunk
sinking tumble tumbles tumbled tumbling plunge plunges plunged plunging plummet plummets plummeted plummeting shed
sheds shedding dive dives dived dove shrink shrinks shrank shrunk shrinking contract contracts contracted contracting
ease eases eased easing dip dips dipped dipping reduce reduces reduced reducing cut cuts cutting lower lowers lowered
lowering weaken weakens weakened slump slumps slumped slumping crash crashed retreat retreated retreats slow slowed
slows narrow narrowed down downward downwards crater cratered collapse collapsed depreciate depreciated trim trimmed
slash slashed halve halved nosedived tanked
"""
_DOWN = _DOWN_WORDS.split()
DIRECTION: dict[str, Direction] = {**dict.fromkeys(_UP, "up"), **dict.fromkeys(_DOWN, "down")}
_SIDE: dict[str, Direction] = {**DIRECTION, "stronger": "up", "firmer": "up", "weaker": "down", "softer": "down"}
_FILLERS_WORDS = """
by another further around about some nearly almost approximately roughly more less than over under at least as much
many additional only just up down sharply slightly slowly modestly marginally steeply dramatically significantly
rapidly again back yet even still nearly fully well modest sharp steep slight whopping massive mere total record
combined cumulative higher lower upward downward between in value today early overnight on off
"""
# Between the verb and the number; "to" and "at" are not among them: what follows those is a level.
_FILLERS = frozenset(_FILLERS_WORDS.split())
_SIDES = frozenset(["up", "down", "higher", "lower", "upward", "downward"])
_TRANSITIVE_WORDS = """
add adds added adding lose loses lost losing gain gains gained gaining cut cuts cutting raise raised raises raising
shed sheds shedding boost boosted boosts lift lifted lifts trim trimmed slash slashed lower lowers lowered lowering
reduce reduces reduced reducing recover recovered contract contracts contracted contracting improve improved improves
hike hiked hikes doubled halved
"""
_TRANSITIVE = frozenset(_TRANSITIVE_WORDS.split())
_MARKET = frozenset({"percent", "percentage point", "basis point", "point", "cent", "penny"})
# After "by", a short object may stand between verb and number ("cut its forecast by 5 percent"), but none of these.
_NO_OBJECT = frozenset(
    ["and", "or", "but", "who", "which", "that", "from", "with", "followed", "led", "joined", "made", "used"]
)
_MOVING_WORDS = """
go goes going went gone move moves moved moving trade trades traded trading close closes closed closing finish finished
opened push pushes pushed pushing drive drove driven send sent head headed inched stood
"""
_MOVING = frozenset(_MOVING_WORDS.split())
_BEING = frozenset(
    [
        "",
        ",",
        "(",
        "–",
        "—",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "closed",
        "traded",
        "trading",
        "and",
        "or",
        "but",
    ]
)
_PARTICLE_NO_WORDS = """
made make makes making come came comes set sign signed pick picked give gave take took grew stand stands
stood break broke slow turn turned lock locked write wrote
"""
_PARTICLE_NO = frozenset(_PARTICLE_NO_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_NOUN_BEFORE_WORDS = """
the a an of its this that his her their no any per another 's ’s
"""
_NOUN_BEFORE = frozenset(_NOUN_BEFORE_WORDS.split())
_SIDE_AFTER = re.compile(r"[ ](higher|lower|up|down|stronger|weaker|firmer|softer)(?=[ ,.;:!?)—–-]|$)(?![ ]to\b)")


_AGAIN_BY = re.compile(r"^[^.;!?\n]{0,76}\bby[ ]$")


def take(text: str, phrase: Phrase, before: Phrase | None) -> None:
    """Give the phrase its direction; `before` is the quantity before it, whose verb may serve for both."""
    if phrase.ranged and phrase.modifier == "from … to":
        phrase.change = direction(text, phrase.start, phrase.unit, counts=False)
        return
    if phrase.dimension in ("age", "time") or phrase.unit == "time":
        return
    if phrase.dimension == "size" and text.startswith(" of ", phrase.end):
        return  # "dropped 10 inches of snow"
    phrase.change = phrase.change or direction(text, phrase.start, phrase.unit, counts=phrase.dimension == "count")
    if phrase.change is None and phrase.dimension not in (None, "count") and (side := side_after(text, phrase.end)):
        phrase.change, phrase.end = side
    if phrase.change is None and before is not None and before.change:
        between = text[before.end : phrase.start]
        if between in (" or ", ", or ") or (before.unit == phrase.unit and _AGAIN_BY.match(between)):
            phrase.change = before.change  # "fell 2 percent, Bolt by 3 percent"


def direction(text: str, start: int, unit: str | None, counts: bool) -> Direction | None:
    """Whether the number whose phrase begins at `start` is an amount of rise or fall, by the words before it.

    `counts`: the number counts things ("added 400 jobs", "cut 30 posts"): then only "by" or a particle makes it a
    change. The same holds for verbs that take an object ("cut $5 billion"), unless it is percent or points that are
    gained or lost.

    >>> direction("Sales rose sharply by 40 percent", 22, "percent", counts=False)
    'up'
    >>> direction("Sales rose to 40", 14, None, counts=False)
    """
    window = text[max(0, start - 60) : start]
    cut = max(window.rfind("."), window.rfind(";"), window.rfind("\n"), window.rfind("("))
    words = [w.lower() for w in _WORD.findall(window[cut + 1 :])]
    by = False
    for back in range(1, min(6, len(words)) + 1):
        word = words[-back]
        earlier = words[-back - 1] if back < len(words) else ""
        between = words[len(words) - back + 1 :]
        if word in ("up", "down"):
            return _by_particle(word, earlier, unit)
        if word in DIRECTION:
            firm = by or not (counts or (word in _TRANSITIVE and unit not in _MARKET))
            return _by_verb(word, earlier, between, firm)
        if word in ("a", "an", "the") and back > 1:
            continue  # "fell a modest 3 percent"
        if word == "by":
            by = True
        elif not _may_stand_between(word, between, by):
            return None
    return None


def _by_particle(word: str, earlier: str, unit: str | None) -> Direction | None:
    """As in "shares were up 5 %", "went up $2"; not "made up 5 %", "racked up $600"."""
    if word == "down" and earlier in ("come", "comes", "came"):
        return "down"
    moved = earlier in _BEING or earlier in DIRECTION or earlier in _MOVING
    free = unit in _MARKET and earlier not in _PARTICLE_NO
    return DIRECTION[word] if moved or free else None


def _by_verb(word: str, earlier: str, between: list[str], firm: bool) -> Direction | None:
    """As in "rose 5 %", "cut it by 5 %"; not "the drop 5 ...": there what is measured is the drop."""
    side = next((w for w in between if w in _SIDES), None)
    if earlier in _NOUN_BEFORE or not (firm or side):
        return None
    return DIRECTION[side or word]


def _may_stand_between(word: str, between: list[str], by: bool) -> bool:
    """Whether a word may stand between verb and number."""
    if word == "at":
        return between[:1] in (["least"], ["most"])
    return (
        word in _FILLERS or word.endswith("ly") or (by and word.replace("-", "").isalpha() and word not in _NO_OBJECT)
    )


def side_after(text: str, end: int) -> tuple[Direction, int] | None:
    """As in "34 percent higher", "3 points down": the direction said after the number, and where it ends."""
    found = _SIDE_AFTER.match(text, end)
    return (_SIDE[found[1]], found.end()) if found else None
