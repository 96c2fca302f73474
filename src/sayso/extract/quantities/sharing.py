"""Units said once for several numbers, and dollars of which a text does not tell the country."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.extract.quantities import phrases
from sayso.extract.quantities.phrases import Phrase

LONGEST_GAP = 60  # characters between a number with a unit and a later one that leaves it out
_SHARED = re.compile(
    r"-?(?:,[ ]|,?[ ](?:and|or|to|even|or even|nor)[ ])|-?[ ]?[/&-][ ]?|[ ]?[x×*][ ]?|[ ](?:by|out of)[ ]"
)
_LISTED = re.compile(r"\w, $")
_BREAK = re.compile(r"[.;!?\n]")
_BARE = re.compile(
    r"[ ](?:by|in|on|at|for|to|from|of|last|this|a year|the|were|was|had|are|is|during|respectively|before|after"
    r"|earlier)\b"
    r"|[,.;:)!?]|$"
)
# What may lead to a number without a unit, by what the number before it measures.
_COUNT_LINK = re.compile(r"(?:\b(?:and|or|than|from|to|compared with|compared to|versus|against|of)|,)[ ]$")
_POINT_LINK = re.compile(r"^[ ](?:to|at|to close at|to end at|to finish at)[ ]$")
_OF_THEM = re.compile(r" of (?:the|its|his|her|their|our|these|those|\d)")
_AGE_LINK = re.compile(r"^,? (?:and|or) $")
_OTHER_LINK = re.compile(r"^[^()]*\b(?:and|or)[ ]$")
_OTHER_DOLLARS = re.compile(r"(?:\b(?:US|AU|CA|NZ|HK) ?|\bU\.S\. ?|\b[ACS])\$|\$(?:US|A|C|NZ|HK)(?:\b|\d)")
_US = re.compile(r"US|U\.S\.", re.I)


def share_units(text: str, found: list[Phrase]) -> None:
    """Give the unit said once to its other numbers: "7- or 8-inch", "435 homes by open sale and 187 by tender"."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit is None and right.unit and right.dimension != "money" and left.numeral.kind in ("digits", "words"):
            _share_back(text, left, right)
    for left, right in pairwise(found):
        if (
            left.unit
            and right.unit is None
            and right.numeral.kind in ("digits", "words")
            and _is_left_out(text, left, right)
        ):
            right.unit, right.dimension = left.unit, left.dimension


def _share_back(text: str, left: Phrase, right: Phrase) -> None:
    if text[left.end : right.start] == ", or " and not _LISTED.search(text[max(0, left.start - 12) : left.start]):
        return  # "fell 60.85, or 0.8 percent": the same in another unit
    if _SHARED.fullmatch(text, left.end, right.start):
        left.unit, left.dimension, left.noun = right.unit, right.dimension, right.noun
    elif text[left.end : right.start] == " " and (right.dimension != "count" or "-" in text[right.start : right.end]):
        phrases.take_noun(text, left, right.end)  # "2 million 9 litre cases", "three 30-minute scenes"


def _is_left_out(text: str, left: Phrase, right: Phrase) -> bool:
    """Whether the right number leaves out the unit of the left."""
    links = {"count": _COUNT_LINK, "age": _AGE_LINK, "time": None}
    link = _POINT_LINK if left.unit == "point" else links.get(left.dimension or "", _OTHER_LINK)
    between = text[left.end : right.start]
    if link is None or len(between) >= LONGEST_GAP or _BREAK.search(between):
        return False
    if left.dimension == "share" and _OF_THEM.match(text, right.end):
        return False  # "9 % of the shares and 2 of the 11 seats"
    return link.search(between) is not None and _BARE.match(text, right.end) is not None


def unname_dollars(text: str, found: list[Phrase]) -> None:
    """Where a text tells its dollars apart ("US$30"), a bare "$" may be any of them: its unit is then "dollar"."""
    if not _OTHER_DOLLARS.search(text):
        return
    for phrase in found:
        if phrase.unit and phrase.unit.startswith("US dollar") and not _US.search(text, phrase.start, phrase.end):
            phrase.unit = phrase.unit.removeprefix("US ")
