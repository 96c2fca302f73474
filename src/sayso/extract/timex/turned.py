"""What "last", "this", "next", "that" and "following" make of a unit, a part of the day or a named point."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.timex.grammar import Found, Phrase
from sayso.extract.timex.meaning import Base, Grain, Length, Named, Shifted, Turn

_TURNS: dict[str, Turn] = {
    "last": "last", "latest": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
    "current": "this", "present": "this", "previous": "previous", "preceding": "previous", "prior": "previous",
    "following": "following", "ensuing": "following", "subsequent": "following", "succeeding": "following",
    "that": "same", "same": "same",
}  # fmt: skip
TURNED = f"({'|'.join(_TURNS)})"

TURNED_BUT_SAME = f"({'|'.join(word for word in _TURNS if word != 'same')})"

_STEPS: dict[Turn, tuple[int, Base]] = {
    "last": (-1, "published"), "this": (0, "published"), "next": (1, "published"), "previous": (-1, "story"),
    "same": (0, "told"), "following": (1, "story"),
}  # fmt: skip


def turn(found: Found) -> Turn:
    """Give what the last turning word of a match says."""
    turns = [_TURNS[item.text] for item in found if item.text in _TURNS]
    return turns[-1]


def grain_of(found: Found) -> Grain:
    """Give the unit that a match names, a day where it names none."""
    grain: Grain = found.one("ONE") or "day"
    return grain


def unit(found: Found) -> Phrase | None:
    """Read "last week", "this year", "that day", "the next month" (the next one in the story)."""
    amount, base = _STEPS[turn(found)]
    grain = grain_of(found)
    if found.has("the") and found.has("next"):
        base = "story"
    if grain in ("minute", "second", "hour"):
        towards = -1 if amount < 0 else 1
        told = amount and grain == "hour" and found.has("the")  # but not "at the last minute"
        return Phrase(Length(1, grain, towards=towards), "LENGTH") if told else None
    return Phrase(Shifted(grain, amount, base))


def fiscal(found: Found) -> Phrase:
    """Read "the last fiscal year", "this calendar year"; only of the latter it is known when it begins."""
    amount, base = _STEPS[turn(found)]
    return Phrase(Shifted("year" if found.has("calendar") else "fiscal year", amount, base))


def part(found: Found) -> Phrase | None:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    amount, base = _STEPS[turn(found)]
    if found.has("the") and found.has("next"):
        base = "story"
    return Phrase(Shifted("day", amount, base, part=found.one("PART")))


def turned(found: Found) -> Phrase | None:
    """Read "last May", "the following summer", "next Friday", "that September"."""
    point = found.one("POINT")
    if not isinstance(point, Named) or point.year or point.inside or point.turn or (point.holiday is None and not (
        point.grain in ("month", "season", "quarter", "half") or (point.weekday and not point.day)
    )):  # fmt: skip
        return None
    before = found.before()
    if (
        point.weekday
        and turn(found) == "same"
        and not found.has("same")
        and (
            before is None
            or before.text not in ("on", "by", "until", "since", "before", "after", "of", "later", "earlier")
        )
    ):
        return Phrase(point, skip=1)  # "noting that Tuesday is the deadline"
    return Phrase(replace(point, turn="following" if found.has("the") and found.has("next") else turn(found)))
