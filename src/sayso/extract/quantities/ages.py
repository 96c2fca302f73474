"""Ages: "34 years old", "aged 34", "Ann Roe, 34,", "the driver, 34, said", "she was 34"."""

from __future__ import annotations

import re

from sayso.extract.quantities.numerals import Numeral
from sayso.extract.quantities.units import unit_at

OLDEST = 125  # nobody reported is older; beyond it only "years old" makes an age
REACH = 60
_OLD = re.compile(
    r"[ -]?(years?|yrs?|months?|weeks?|days?|hours?)(?:[ -]olds?\b|[ ]of[ ]age\b)|[ -]?(yo|y/o)\b"
    r"|[ -]olds?\b(?=[ ])",
    re.I,
)
_AGED = re.compile(
    r"\b(?:aged?|ages?)[ ](?:of[ ])?"
    r"(?:(?:about|around|over|under|between|at[ ]least|just|only|nearly|almost|below|above|from)[ ])?$",
    re.I,
)
_AGES = re.compile(r"\b(?:ages|aged)[ ](?:of[ ])?(?:between[ ])?\d{1,3}[ ](?:and|to)[ ]$", re.I)
_OVER = re.compile(
    r"\b(?:adults|people|those|women|men|children|anyone|everyone|girls|boys|drivers|voters|residents|patients)[ ]"
    r"(?:over|under|above|below)[ ](?:the age of )?$",
    re.I,
)
_SAID = re.compile(
    r"(?:\b(?:he|she|who)(?:[ ](?:was|is)|['’]s)(?:[ ](?:just|only|about|already|now|still))?"
    r"|\b(?:died|dies|dead|death)[ ]at|, (?:now|then)|\b(?:his|her|whose)[ ]age,?(?:[ ]is|[ ]was)?"
    r"|\bbelieved to be(?:[ ](?:about|around|over|under))?)[ ]$",
    re.I,
)
_SAID_AFTER = re.compile(r"[.,;:!?)](?:\s|$)|$|[ ](?:when|at[ ]the[ ]time|and|but|on|in|after|from)\b")
_PART = r"(?:[a-z]{1,3}-)?[A-Z][\w’'.-]{0,24}"
_NAME_BEFORE = re.compile(rf"(?:^|[\s“\"(])(?:{_PART}[ ]){{1,3}}{_PART}(?:,[ ]|[ ]\()$")
_NAME_AFTER = re.compile(r"(?:,|\)|\.(?:\s|$)|;|[ ](?:and|who|from|of|was|were|is|said|has|had|told)\b|[ ]?[—–])")
_LONE_NAME_BEFORE = re.compile(
    r"(?:^|[\s“\"(])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|No|Chapter|Page|Article|Section)\w*, $)"
    r"[A-Z][A-Za-z’'-]{1,24}, $"
)
_PERSON_BEFORE = re.compile(r"\b(?:the|a|an|his|her|their|my|one)[ ](?:[a-z-]{2,20}[ ]){0,2}[a-z]{3,20}, $", re.I)
_PERSON_AFTER = re.compile(r", (?:who|whose|was|is|has|had|said|says|told|from|of|and|originally|a|an|the|died|were)\b")


def age(text: str, start: int, end: int, numeral: Numeral) -> tuple[str, int] | None:
    """The unit of age and where its words end, for a number from `start` to `end`; None where it is no age.

    >>> from sayso.extract.quantities.numerals import scan
    >>> text = "Ann Roe, 34, has an 18-month-old son."
    >>> [age(text, n.start, n.end, n) for n in scan(text)]
    [('year of age', 11), ('month of age', 32)]
    """
    found = _OLD.match(text, end)
    if found and (found[1] or found[2] or (0 < numeral.value < OLDEST and not text[end : end + 1].isalpha())):
        word = (found[1] or "year").lower().rstrip("s").replace("yr", "year")
        return f"{word} of age", found.end()
    if not 0 < numeral.value < OLDEST or numeral.scale > 1 or numeral.kind == "fraction":
        return None
    before = text[max(0, start - REACH) : start]
    if _AGES.search(before) and unit_at(text, end) is None:
        return "year of age", end
    if (_AGED.search(before) or _OVER.search(before)) and unit_at(text, end) is None:
        return "year of age", end
    if _SAID.search(before) and _SAID_AFTER.match(text, end):
        return "year of age", end
    return ("year of age", end) if _is_apposed(text, before, end, numeral) else None


def _is_apposed(text: str, before: str, end: int, numeral: Numeral) -> bool:
    """Whether digits stand as an age beside a person: "Ann Roe, 34, said", "Ann Roe (34)", "the driver, 34, was"."""
    if numeral.kind != "digits" or numeral.decimal or numeral.value < 1 or before[-2:] not in (", ", " ("):
        return False
    if _NAME_BEFORE.search(before):
        closes = text[end : end + 1] == ")"
        return closes if before.endswith("(") else not closes and _NAME_AFTER.match(text, end) is not None
    if not before.endswith(", "):
        return False
    if text[end : end + 2] == ", " and _LONE_NAME_BEFORE.search(before):
        return True
    return _PERSON_BEFORE.search(before) is not None and _PERSON_AFTER.match(text, end) is not None
