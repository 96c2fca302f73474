"""Rules that qualify a point: "early 2009", "the end of June", "mid-May", "earlier this year", "before 2030"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.extract.timex.grammar import Found, Phrase, Rule
from sayso.extract.timex.meaning import Between, Grain, Length, Named, Shifted, Vague
from sayso.extract.timex.words import word_set

_WHERE = {
    "START": word_set("early beginning start outset first opening dawn turn onset"),
    "MID": word_set("mid middle midway halfway"),
    "END": word_set("late end close final last closing dying latter ends tail ending"),
}
_MODS = {word: mod for mod, words in _WHERE.items() for word in words}


def _mod(found: Found) -> str | None:
    return next((_MODS[item.text] for item in found if item.text in _MODS), None)


def _is_wide(point: Any) -> bool:
    """Tell whether a point is wide enough to have an early and a late part."""
    return isinstance(point, (Named, Shifted, Between))


def _placed(found: Found) -> Phrase | None:
    """Read "early 2009", "mid-June", "late last week", "early on Monday"."""
    point = found.one("POINT")
    if found.has("end", "start") and not (isinstance(point, Named) and point.grain in ("month", "year", "season")):
        return None  # "the talks end two days after", "start on Monday"
    return Phrase(point, mod=_mod(found)) if _is_wide(point) else None


def _cut(found: Found) -> Phrase | None:
    """Read "earlier this month" (up to now), "later this year" (from now on), "later in 2025"."""
    point = found.one("POINT")
    side = 1 if found.has("later") else -1
    if isinstance(point, Shifted) and point.amount == 0:
        return Phrase(replace(point, side=side))
    if isinstance(point, (Named, Shifted)) and found.has("in", "on", "that"):
        return Phrase(point)
    return Phrase(point, skip=1) if isinstance(point, (Named, Shifted)) else None


def _end_of(found: Found) -> Phrase | None:
    """Read "the end of June", "the beginning of next year", "the rest of 2025"."""
    point = found.one("POINT")
    if found.has("rest", "remainder") and isinstance(point, Shifted) and point.amount == 0:
        return Phrase(replace(point, side=1))
    return Phrase(point, mod=_mod(found)) if _is_wide(point) else None


def _in_unit(found: Found) -> Phrase:
    """Read "the end of the year", "late in the day", "earlier in the week", "month's end", "year-end"."""
    grain: Grain = found.one("ONE")
    side = (found.has("later") - found.has("earlier")) + found.has("rest", "remainder")
    return Phrase(Shifted(grain, 0, "story", side=side), mod=None if side else _mod(found))


def _days_of(found: Found) -> Phrase | None:
    """Read "the last days of May", "the opening weeks of 2026"."""
    point = found.one("POINT")
    return Phrase(point, mod=_mod(found)) if _is_wide(point) else None


_BOUNDS = {
    "before": "BEFORE", "ahead of": "BEFORE", "prior to": "BEFORE", "by": "ON_OR_BEFORE", "until": "ON_OR_BEFORE",
    "till": "ON_OR_BEFORE", "up to": "ON_OR_BEFORE", "no later than": "ON_OR_BEFORE", "through": "ON_OR_BEFORE",
    "after": "AFTER", "since": "ON_OR_AFTER", "ever since": "ON_OR_AFTER",
    "starting": "ON_OR_AFTER", "starting in": "ON_OR_AFTER", "starting from": "ON_OR_AFTER",
    "starting on": "ON_OR_AFTER",
    "beginning in": "ON_OR_AFTER", "beginning on": "ON_OR_AFTER", "from": "ON_OR_AFTER",
    "no earlier than": "ON_OR_AFTER",
    "not before": "ON_OR_AFTER",
}  # fmt: skip


def _bounded(found: Found) -> Phrase | None:
    """Take "before", "by", "since" and their like into a point's bounds; the words stay outside its span."""
    *lead, point = found
    if isinstance(point.value, (Vague, Length)):
        return None
    words = " ".join(item.text for item in lead)
    before = found.before()
    if words in ("before", "after") and before is not None and before.text in ("just", "shortly", "soon", "right"):
        return Phrase(point.value, "BOUNDED", point.mod or "APPROX", skip=len(lead))
    after = found.after()
    if words == "from" and (after is None or after.text not in ("on", "onward", "onwards", "forward", "forwards")):
        return None  # one end of a stretch, told as two points, or of a change
    if words == "through" and point.mod:
        return None
    return Phrase(point.value, "BOUNDED", f"{_BOUNDS[words]}{' ' + point.mod if point.mod else ''}", skip=len(lead))


def _about(found: Found) -> Phrase | None:
    return Phrase(found.one("POINT"), mod=found.mod or "APPROX") if _is_wide(found.one("POINT")) else None


_BORDER = (
    "(very)? (end|beginning|start|middle|close|outset|rest|remainder|turn|dawn|onset|opening|tail end|latter part|"
    "early part|final part|first part|latter half)"
)

RULES = (
    Rule(f"(the)? {_BORDER} of (the)? POINT", _end_of),
    Rule(f"(the)? {_BORDER} of (the)? ONE", _in_unit),
    Rule("(late|early|later|earlier|midway) (on)? in (the)? ONE | (early|late|earlier|later) the ONE", _in_unit),
    Rule("(the)? (ONE GENITIVE end | ONE HYPHEN end)", _in_unit),
    Rule("(end|start|late|early|mid|middle) (HYPHEN|of)? POINT", _placed),
    Rule("POINT (GENITIVE|HYPHEN)? end", _placed),
    Rule("(the)? (very)? (first|last|final|closing|opening|early|dying) (few)? (UNITS) of (the)? POINT", _days_of),
    Rule("(early|late|midway|halfway) (in|on|into|through|during)? (the)? POINT", _placed),
    Rule("(earlier|later) (in|on|during)? POINT", _cut),
    Rule("(about|around|circa|ca DOT?|roughly|approximately|sometime (in|around|during)) POINT", _about),
    Rule(f"({' | '.join(sorted(_BOUNDS, key=len, reverse=True))}) POINT", _bounded),
)
