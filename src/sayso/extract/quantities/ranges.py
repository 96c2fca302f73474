"""Two numbers that make one quantity: "$3-4 million", "between 5 and 6 percent", "three or four years"."""

from __future__ import annotations

import re

from sayso.extract.quantities import changes
from sayso.extract.quantities.numerals import exact
from sayso.extract.quantities.phrases import Phrase

_LINK = re.compile(
    r"[ \u00a0]?(?:(?P<dash>[-–—−~]|(?:-[ ]?| )?to[ -]|through )|(?P<andlink>and )|(?P<orlink>or ))(?:(?:about|around"
    r"|even|perhaps|maybe|as (?:much|many) as) )?"
)
_BETWEEN = re.compile(
    r"\b(between|from|ranging from|range from|ranges from|ranged from|range between|anywhere from"
    r"|anywhere between)(?: about| around| roughly| approximately| just| an estimated| a| the(?: ages of)?)?[ ]$",
    re.I,
)
_BY = re.compile(r"\b(?:by|another|an additional)(?: about| around| almost| nearly)?[ ]$", re.I)
LONGEST_GAP = 30


def joined(text: str, left: Phrase, right: Phrase) -> Phrase | None:
    """The range that two neighbouring phrases make, or None where they are two quantities.

    "From A to B" becomes one quantity that spans both ends, whether the text means a range or a movement between
    them; which it is shows in the modifier ("between", "from … to").
    """
    gap = text[left.end : right.start]
    if len(gap) > LONGEST_GAP:
        return None
    link = _LINK.fullmatch(gap) or _moved(text, left, right, gap)
    if link is None or left.ranged or left.numeral.kind == "vague" or right.numeral.kind == "vague":
        return None
    lead = _BETWEEN.search(text[max(0, left.start - 36) : left.start])
    if not _same_thing(left, right) or not _reads_as_range(text, left, right, link, lead):
        return None
    return _range(text, left, right, lead)


def _moved(text: str, left: Phrase, right: Phrase, gap: str) -> re.Match[str] | None:
    """As in "From $40 on Monday to $36": a few words may stand between the ends of a movement in one unit."""
    if left.unit is None or left.unit != right.unit or left.dimension not in ("money", "share", "size"):
        return None
    lead = text[max(0, left.start - 6) : left.start]
    return _LAST_TO.search(gap) if lead.endswith(" from ") and _MOVED.fullmatch(gap) else None


_MOVED = re.compile(r"[ ](?:a|at|in|on|last|the|this|yesterday|per)[^;,()]{1,24} to ")
_LAST_TO = re.compile(r"[ ](?P<dash>to )(?P<andlink>and)?(?P<orlink>or)?$")


def _same_thing(left: Phrase, right: Phrase) -> bool:
    """Whether the units allow one quantity: the same, or said once."""
    if left.unit and right.unit and left.unit != right.unit:
        if left.dimension == "count" and right.dimension == "count":
            return False
        return (
            left.dimension == "money" == right.dimension and left.unit.split(" per ")[0] == right.unit.split(" per ")[0]
        )
    if left.unit and not right.unit:
        return left.dimension == "money" or (right.noun == "" and left.dimension != "count")
    return True


def _reads_as_range(text: str, left: Phrase, right: Phrase, link: re.Match[str], lead: re.Match[str] | None) -> bool:
    low, high = _scaled(left, right)
    if link["andlink"]:
        return bool(lead and "between" in lead[1].lower()) and low != high
    if lead and "between" not in lead[1].lower() and link["dash"]:
        return low != high
    if link["orlink"]:
        return (
            left.unit is None
            and right.unit is not None
            and high - low == 1
            and left.numeral.scale == right.numeral.scale
            and low > 1
        )
    if not link["dash"] or low >= high:
        return False
    if link["dash"].strip(" -") == "to" and left.start:
        countable = left.dimension in (None, "count")
        if _BY.search(text[max(0, left.start - 30) : left.start]) or changes.direction(
            text, left.start, left.unit or right.unit, counts=False
        ):
            return False
        return left.unit is None or right.unit is not None or not countable
    return True


def _scaled(left: Phrase, right: Phrase) -> tuple[float, float]:
    """Both ends, the left one with the right one's magnitude where that is said only once ("3-4 million")."""
    low = left.value
    if (
        left.numeral.scale == 1
        and right.numeral.scale > 1
        and left.value < 1000
        and abs(left.value) < abs(right.numeral.bare or right.value)
    ):
        low = exact(left.value * right.numeral.scale)
    return low, right.value


def _range(text: str, left: Phrase, right: Phrase, lead: re.Match[str] | None) -> Phrase:
    first, second = _scaled(left, right)
    unit, dimension = (
        (right.unit, right.dimension)
        if right.unit and (not left.unit or " per " in right.unit or left.dimension != "money")
        else (left.unit, left.dimension)
    )
    start, modifier = left.start, "between"
    if lead is not None and (
        lead[1].lower() != "from" or text[left.end : right.start].strip()[:1] not in ("-", "–", "—", "−", "~")
    ):
        start = left.start - (len(lead.group()) - lead.group().lower().rfind(lead[1].lower().split()[-1]))
        start = max(start, 0)
        modifier = (
            "between"
            if "between" in lead[1].lower() or "rang" in lead[1].lower() or "anywhere" in lead[1].lower()
            else "from … to"
        )
    return Phrase(
        start, right.end, right.numeral, second, right.place, unit, dimension, right.noun or left.noun,
        low=min(first, second), high=max(first, second), modifier=modifier, ranged=True,
    )  # fmt: skip
