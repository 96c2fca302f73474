"""Number words that are no quantities: "one" as a pronoun, "Big Ten", "twenty-first", "umpteen hundred"."""

from __future__ import annotations

import re

from sayso.extract.quantities.numerals import Numeral

_ORDINAL = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif"
    r"|six|seven|eigh|nine)teenth"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|hundredth|thousandth|millionth)\b",
    re.I,
)
# "One" after these is a pronoun or part of a fixed phrase.
_ONE_BEFORE_WORDS = """
no number any every some each this that which the another a an such not last next first only good new big
whatever my his her their our other same right wrong loved little young
"""
_ONE_BEFORE = frozenset(_ONE_BEFORE_WORDS.split())
_ONE_IS_NUMBER = re.compile(
    r"[- ](?:percent|per|point|hundred|thousand|million|billion|year|month|week|day|hour|minute|mile|km"
    r"|kilometre|kilometer|metre|meter|foot|inch|litre|liter|gallon|ton|tonne|acre|dollar|euro|cent|degree)\b"
)
_ONE_AFTER = re.compile(
    r"(?:['’]s?\b|[ ](?:of|that|which|who|whom|whose|another|day|thing|way|side|hand|reason|point|time|and|or|is"
    r"|was|has|had|would|will"
    r"|can|could|may|might|must|should|for|to|in|on|at|by|with|from|more|final|last|last-|after|such|where|when|as"
    r"|if|but|than|does|did"
    r"|among|never|cannot|else|up|sort|kind|type|just|bit|night|morning|evening|afternoon)\b"
    r"|-(?:off|on|to|of|time|sided|way|stop|size|third|half|fifth|quarter|party|upmanship|liner|another|and)\b"
    r"|[.,;:!?)”\"]|$)",
    re.I,
)
_ONE_TO = re.compile(r"[ -](?:to|or)[ -](?:two|three|four|five|six|seven|eight|nine|ten|\d)")
# Words that a number after them belongs to as a name: "page 3", "phase 2", "Flight 370", "Windows 10".
_LABEL_WORDS = """
iphone ipad boeing airbus xbox playstation stoxx ftse nikkei s&p russell topix kospi called dialed dialled
no nos nr nrs number numbers page pages pp chapter section sections article part phase type tier grade week day round
season episode version channel gate room flight highway route interstate figure fig table group stage category class
platform bus model mark mk volume vol issue exit line lot unit apartment apt suite floor box act scene rule title
clause schedule annex appendix item paragraph para step lane pier block building ward district precinct squadron
battalion brigade division regiment game match test heat hole set quarter half inning lap turn windows android ios
formula size zone terminal runway car seat bed case docket file bill resolution protocol proposition prop rank ranks
ranked seeded seed chromosome vitamin hurricane euro mach psalm verse ticket track bug agenda expo covid apollo atlas
zip postcode tel telephone phone fax call dial extension ext id isbn issn ps war
"""
LABELS = frozenset(_LABEL_WORDS.split())
_TOP_BEFORE = frozenset(["top", "bottom", "last", "first", "final", "big", "other", "next", "these", "those"])
_SCALE_BEFORE = frozenset(["per", "a", "one"])
_LONE_SCALES = frozenset(
    ["hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore", "lakhs", "crores"]
)
_PREFIXES = frozenset(["sub", "minus", "to", "non", "near", "now", "then", "a", "and", "or", "plus", "multi"])
_OPENS = re.compile(r"[.!?:;\n“\"‘'(—–-]\s*$")
_TITLE_AFTER = re.compile(r"[ ][A-Z][a-z]")
_TITLE_COUNT = re.compile(r"[ ](?:[A-Z]\w{1,20}[ ])?(?:Million|Billion|Percent|People|Dead|Killed)")
_NATIONALS = re.compile(
    r"(?:[ ][A-Z][\w.-]{1,20}){1,3}(?:[ ][a-z][a-z-]{1,20}){0,2}?[ ]"
    r"(?:[a-z]{2,20}[^s\Wui]s|people|men|women|children)\b"
)
PLURAL_AFTER = re.compile(
    r"[ -](?:[a-z][a-z-]{1,20}[ ]){0,2}?(?:[a-z]{2,20}[^s\Wui]s|people|men|women|children|police|troops|personnel"
    r"|staff|per[ ]cent|percent)\b|[ ]?%"
)


def is_quantity(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """Whether a number in words is one, judged by the words beside it (`before`, `after`: the text on either side).

    >>> from sayso.extract.quantities.numerals import scan
    >>> [n.value for t in ["One of the two women saw no one; the Big Ten have umpteen hundred."] for n in scan(t)
    ...  if is_quantity(t, n, t[: n.start], t[n.end :])]
    [2.0]
    """
    word = text[numeral.start : numeral.end].lower()
    previous = _previous(before)
    if before[-1:].isalnum() or (before[-1:] == "-" and not (previous in _PREFIXES or previous[:1].isdigit())):
        return False
    if word == "zero" and after[:1] == "-" and after[1:2].isalpha():
        return False  # "a zero-tolerance policy"
    if word in ("one", "zero") and _is_pronoun(previous, after):
        return False
    if previous in _TOP_BEFORE and not PLURAL_AFTER.match(after):
        return False  # "the bottom three", "the last four"
    if (previous in LABELS or previous in ("patient", "ground", "square")) and not PLURAL_AFTER.match(after):
        return False  # "Page Six", "day one", "patient zero"
    if word in _LONE_SCALES and previous not in _SCALE_BEFORE:
        return False  # "umpteen hundred": no number is stated
    return not _ORDINAL.match(after) and not _is_in_name(text, numeral, before, after)


def _previous(before: str) -> str:
    """The word before, lower-cased."""
    trimmed = before.rstrip(" -\u00a0")
    at = len(trimmed)
    while at > 0 and len(trimmed) - at < 24 and trimmed[at - 1].isalnum():
        at -= 1
    return trimmed[at:].lower() if len(before) - len(trimmed) == 1 else ""


def _is_pronoun(previous: str, after: str) -> bool:
    if previous in ("minus", "negative") or _ONE_TO.match(after):
        return False
    if previous in _ONE_BEFORE and not _ONE_IS_NUMBER.match(after):
        return True
    return _ONE_AFTER.match(after) is not None


def _is_in_name(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """As in "Big Ten", "Seven Sisters": a capital where no sentence begins, or a name that begins with a number."""
    written = text[numeral.start : numeral.end]
    if not written[0].isupper() or written.isupper():
        return False
    if before.strip() and not _OPENS.search(before):
        return True
    return bool(_TITLE_AFTER.match(after)) and not (_TITLE_COUNT.match(after) or _NATIONALS.match(after))
