"""Digits that are no quantities: years, dates, times of day, ordinals, scores, telephone numbers, versions, names.

Each rule looks at a bounded stretch of text on either side of the number, and the costly ones only where a cheap look
at the neighbouring word or mark gives cause, so the cost per number is small and constant.
"""

from __future__ import annotations

import re

import msgspec

from sayso.extract.quantities import spelled
from sayso.extract.quantities.changes import DIRECTION
from sayso.extract.quantities.nouns import counted
from sayso.extract.quantities.numerals import Numeral
from sayso.extract.quantities.units import PREFIX_CODES, unit_at

REACH = 48  # characters looked at on either side: the longest cue is a street name of three words

_MONTH = "january february march april may june july august september october november december"
_SHORT_MONTH = "jan feb mar apr jun jul aug sept sep oct nov dec"
MONTHS = frozenset([*_MONTH.split(), *_SHORT_MONTH.split()])
_ANY_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# Capitalised words that a counted number may follow: no part of a name.
_PLAIN_WORDS = """
whilst monday tuesday wednesday thursday friday saturday sunday i a the at in on of for from with by to and or but
if as is was are were be than over about around some nearly almost up only just more less fewer between under below
above another its his her their our my your all these those this that every each when while since after before until
during within without not also even then there here what which both now today yesterday tomorrow meanwhile overall
total approximately roughly additional estimated least most usd us eur gbp rs minus negative plus per costs worth
will would can could may might must shall should has have had did does do said says include includes including like
through against among toward towards down police officials exactly last next first top early late he she they we it
you who
"""
PLAIN = frozenset(_PLAIN_WORDS.split())

_MONTH_BEFORE = re.compile(
    rf"(?:^|\W)(?:{_ANY_MONTH})\.?,?[ ](?:the[ ])?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?:,[ ]|[ ]?[-–/&][ ]?|[ ]and[ ]|[ ]to[ ]|[ ]or[ ]))?$",
    re.I,
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:[ ]?[-–/&][ ]?\d{{1,2}}|[ ](?:and|to|or)[ ]\d{{1,2}})?[ ](?:of[ ])?(?P<month>{_ANY_MONTH})\b",
    re.I,
)
_CLOCK = re.compile(
    r"(?::\d\d|[.:]?\d{0,2}[ \u00a0]?[ap]\.?[ ]?m\b\.?|[ ]o['’]clock"
    r"|[ ]?(?:GMT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|IST|ET|a\.m|p\.m)\b"
    r"|[ ]?(?:[-–]|to )[ ]?\d{1,2}(?:[.:]\d\d)?[ ]?[ap]\.?m\b)",
    re.I,
)
_HOUR_AFTER = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tonight|tomorrow|this (?:morning|evening)|sharp)\b"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.I)
_DECADE = re.compile(r"['’]?s\b")
_FINE_AFTER = re.compile(
    r"[ -]?(?:%|percent\b|per[ -]cent\b|pc\b|pct\b)|[ ](?:people|million|billion|trillion|thousand)\b", re.I
)
_LABEL_GLUED = re.compile(r"(?:^|\W)(?:Nos?|nos?|Vol|pp?|Fig|Art|Sec|Ch|Ref)\.$")
_STREET = re.compile(
    r"(?:[ ][NSEW]\b\.?)?(?:[ ](?:[A-Z][\w.'’-]{0,20}|\d{1,3}(?:st|nd|rd|th))){1,3}[ ](?:St|Street|Road|Rd|Ave"
    r"|Avenue|Blvd|Boulevard"
    r"|Drive|Dr|Lane|Ln|Way|Place|Pl|Court|Ct|Square|Terrace|Highway|Hwy|Parkway|Crescent|Row|Broadway)\b"
    r"|[ ](?:rue|avenue|boulevard|calle|via)[ ][A-Z]|[ ](?:Ave|Avenue|Rue|Via|Calle)[ ][A-Z]"
)
_CODE_BEFORE = re.compile(
    r"(?:^|\W)(?:(?P<code>[A-Z]{3}|[Uu]sd|[Ee]ur)|(?P<rand>R|PS)|RM|Rs|Rp|KSh|SFr)$|\$(?:US|AU?|NZ|CA?|HK|S)$"
)
_HYPHEN_ALLOWS = re.compile(
    r"(?:\b(?:sub|minus|to|non|near|now|then|a|and|or|plus|multi)|(?:^|[\s($£€¥])[$£€¥]?\d[\d.,]{0,16}(?:k|m|bn)?|%|°)[-‑]$",
    re.I,
)
_CHAIN_BEFORE = re.compile(r"\d-(?:for|of)-$|\d[-–.)][ ]?\d{3,}[-–.]$|\+\d{1,3}[- ]?$|\(\d{3}\)[ ]?(?:\d{3}-)?$")
_CHAIN_AFTER = re.compile(
    r"-\d{3,4}-\d|-\d{3,4}/\d|-\d{4}(?![\d,.])(?![-–])|\)[ ]?\d{3}-\d{4}|-\d-\d|-\d{1,2}-\d"
    r"|-(?:for|of)-\d|-(?:D|Eleven)\b|\(k\)"
)
_PHONE_GROUPS = re.compile(r"\+\d{1,3}[ -](?:\(?\d{1,5}\)?[ -]){0,4}$")
_PHONE_BEFORE = re.compile(r"(?:^|[^\d.,])\d{3}-$")
_LINK = re.compile(r"://|www\.|@\w|\.(?:com|org|net|co|html|htm|php|gov|edu)\b", re.I)
_PAIR = re.compile(r"(?:[ ]?[-–—‑][ ]?|-to-)(\d{1,3})(?![\d.,]*\d|[%\w])")
_PAIR_BEFORE = re.compile(r"(?:^|[^\w.,])(\d{1,3})(?:[ ]?[-–—‑][ ]?|-to-)$")
_RESULT = re.compile(
    r"\b(?:lost|won|wins?|voted|votes?(?: of)?|scored?(?: of)?|lead|led|beaten|defeated|odds of|ratio of|passed|rejected"
    r"|approved|margin of)(?: (?:it|them|him|her|by|the \w{3,12}))?(?: by)? (?P<first>\d{1,3} to )?$"
)
_TO = re.compile(r" to (\d{1,3})(?![\d.,]*\d|[%\w])")
_SCORE_WORD = re.compile(
    r"[ -](?:win|wins|victory|victories|loss|losses|defeat|defeats|draw|draws|tie|record|lead|votes?|score|triumph"
    r"|decision|split|rout"
    r"|thrashing|down|up|ahead|away|home|at half|majority|start|run|stretch|in overtime|on penalties|hammering"
    r"|success)\b",
    re.I,
)
_YEAR_AFTER = re.compile(
    r"[ -](?:people|persons|men|women|children|miles|metres|meters|feet|km|kilometers|kilometres|m|mg|kg|g|tonnes"
    r"|tons|rpm|hp|bhp|watts"
    r"|calories|years|days|hours|times|percent|per cent|dollars|euros|pounds|yen|yuan|rupees|jobs|troops|soldiers"
    r"|homes|points|words"
    r"|copies)\b|[ ]?(?:%|°)",
    re.I,
)
_YEAR_CUE = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|during|of|circa|mid|early|late|before|after|year|fiscal|FY|the|for|ended|ending"
    r"|from)[ -]$",
    re.I,
)
_YEAR_CUE_EARLIER = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|during|of|before|after|from|to|as)[ ][a-z ]{4,13}$", re.I
)
_YEAR_PAIR = re.compile(r"(?:from|between)[ ]\d{4}[ ](?:to|and)[ ]$|\d{4}[ ]?[-–][ ]?$", re.I)
_AMOUNT_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|approximately|nearly|almost|at least|at most|as many as|another|additional"
    r"|only|estimated|about"
    r"|some|[$£€¥~<>])[ ]?$",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"((?:[A-Z][\w&’']{0,40}|[a-z]{1,20}[A-Z]\w{0,40})(?:[.-][A-Z]\w{0,40})*|(?:[A-Z]\.){2,9})[ \u00a0]$"
)
_NAME_PREP = re.compile(r"(?:^|\W)(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]n|[Ss]ince|[Ll]ast|[Tt]his|[Bb]y)[ ]$")
_OPENS = re.compile(r"[.!?\n“\"]\s*$")
_PRONOUNS = frozenset(["We", "He", "She", "It", "You", "They", "Us", "My", "Your", "Our"])  # "We Will Rock You 2"
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w* $")
_ARTICLES = frozenset(["the", "a", "an", "first", "new", "its", "their", "this", "that"])
_SCREEN_LINES = (480, 720, 1080, 1440, 2160, 4320)
_LIST_MARK = re.compile(r"[.)](?:[ ]|$)")
_CURRENCIES = tuple("$€£¥₹₩₽₺₪₦₱")


class _Beside(msgspec.Struct):
    """A number and what stands beside it."""

    text: str
    numeral: Numeral
    before: str
    after: str
    word: str  # the word before it, as written, where one space stands between


def is_quantity(text: str, numeral: Numeral) -> bool:
    """Whether the number may be a quantity, judged by what stands beside it.

    >>> from sayso.extract.quantities.numerals import scan
    >>> text = "The F-150 sold 900 units on May 4, 2031; the score was 2-1."
    >>> [n.value for n in scan(text) if is_quantity(text, n)]
    [900.0]
    """
    start, end = numeral.start, numeral.end
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if numeral.kind == "words":
        return spelled.is_quantity(text, numeral, before, after)
    beside = _Beside(text, numeral, before, after, _word_before(before))
    if numeral.kind != "digits":
        return not (text[start].isdigit() and (_is_link(beside) or before[-1:].isalnum() or before[-1:] == "/"))
    if (after[:1].isalpha() and unit_at(text, end) is None) or _is_glued(beside) or _is_link(beside):
        return False
    if numeral.scale > 1 or before.rstrip(" \u00a0").endswith(_CURRENCIES):
        return True
    return not any(rule(beside) for rule in _RULES)


def _word_before(before: str) -> str:
    """The word before the number: "May" in "on May 4"; empty where something else stands there."""
    if before[-1:] not in (" ", "\u00a0"):
        return ""
    at = max(before.rfind(" ", 0, -1), before.rfind("\n", 0, -1), before.rfind("\u00a0", 0, -1))
    return before[at + 1 : -1].strip("(“\"‘'[")


def _is_bare(numeral: Numeral) -> bool:
    """A whole number without separators."""
    return not numeral.grouped and not numeral.decimal


def _is_glued(beside: _Beside) -> bool:
    """Part of a longer token: "S500", "F-150", "COVID-19", "1.2.3", "555-1234-567", "4x4", "1990s"."""
    before, after, numeral = beside.before, beside.after, beside.numeral
    last = before[-1:]
    if _ORDINAL.match(after) or (_DECADE.match(after) and not numeral.decimal and numeral.value % 10 == 0):
        return True
    if last and last not in " \n\u00a0":
        if (last.isalpha() or last in "_\\^") and not _is_code(before, numeral):
            return True
        if last in "-‑" and before[-2:-1].isalnum() and not _HYPHEN_ALLOWS.search(before):
            return True
        if last in ".:/" and (before[-2:-1].isdigit() or (last == "/" and before[-2:-1].isalpha())):
            return True
        if numeral.end - numeral.start == 4 and _PHONE_BEFORE.search(before):
            return True
    if last in " -" and "+" in before and _PHONE_GROUPS.search(before):
        return True
    if (last in "-–.) " and _CHAIN_BEFORE.search(before)) or (
        after[:1] in ("-", ")", "(") and _CHAIN_AFTER.match(after)
    ):
        return True
    if last == "(" and before[-2:-1].isalpha() and after[:1] == ")":
        return True
    return after[:1] == "^" or (after[:1] in (".", ":", "/") and after[1:2].isdigit())


def _is_code(before: str, numeral: Numeral) -> bool:
    """Whether the letters glued to the number are a currency: "USD10m", "R2,000"; not "GTX1080", "R8", "PS5"."""
    found = _CODE_BEFORE.search(before)
    if found is None:
        return False
    if found["code"]:
        return found["code"].lower() in PREFIX_CODES
    written = numeral.scale > 1 or numeral.grouped or numeral.decimal
    return not found["rand"] or written or (found["rand"] == "PS" and numeral.value >= 10)


def _is_link(beside: _Beside) -> bool:
    """Part of an address on the web or of a person."""
    if beside.before[-1:] in (" ", "", "\n") and beside.after[:1] in (" ", "", ",", "%", "\n"):
        return False
    tail = beside.before[max(beside.before.rfind(" "), beside.before.rfind("\n")) + 1 :]
    head = beside.after.split(maxsplit=1)
    joined = f"{tail}0{head[0] if head and not beside.after[:1].isspace() else ''}"
    return len(joined) > 8 and _LINK.search(joined) is not None


def _is_clock(beside: _Beside) -> bool:
    if beside.before.endswith(":") and beside.before[-2:-1].isdigit():
        return True
    if beside.numeral.grouped or beside.numeral.value > 2400:
        return False
    if beside.word.lower() == "at" and beside.numeral.value <= 12 and _HOUR_AFTER.match(beside.after):
        return True  # "at 8 on Friday"
    return _CLOCK.match(beside.after) is not None


def _is_date(beside: _Beside) -> bool:
    before, after, numeral = beside.before, beside.after, beside.numeral
    if not _is_bare(numeral):
        return False
    if numeral.value <= 31 or 1000 <= numeral.value <= 2199:
        if (
            _may_follow_month(beside)
            and _MONTH_BEFORE.search(before)
            and beside.word != "may"
            and not _FINE_AFTER.match(after)
        ):
            return True
        found = _MONTH_AFTER.match(after) if after[:1] in (" ", "-", "–", "/", "s", "n", "r", "t") else None
        if found and found["month"] != "may":  # in lower case it is the verb: "the 14 may leave"
            return numeral.value <= 31
    if after[:1] in ("-", "/") and re.match(r"[-/]\d{1,2}[-/]\d{2,4}", after):
        return True
    return before[-1:] in ("-", "/") and re.search(r"\d[-/]\d{1,2}[-/]$|(?:^|\D)\d{4}-$", before) is not None


def _may_follow_month(beside: _Beside) -> bool:
    """A cheap look whether a month can stand before the number."""
    word = beside.word.lower().rstrip(".,").rpartition("-")[2]
    return (
        word in MONTHS
        or word[:1].isdigit()
        or word in ("and", "to", "or", "the")
        or beside.before[-1:] in ("-", "–", "/", "&")
    )


def _is_year(beside: _Beside) -> bool:
    before, after, numeral = beside.before, beside.after, beside.numeral
    if (
        before[-1:] in ("'", "’", "‘")
        and _is_bare(numeral)
        and 10 <= numeral.value <= 99
        and not before[-2:-1].isalnum()
    ):
        return True
    if not _is_bare(numeral) or not 1000 <= numeral.value <= 2199 or numeral.end - numeral.start != 4:
        return False
    if _YEAR_PAIR.search(before):
        return True
    if 1900 <= numeral.value <= 2099:
        if not _YEAR_CUE.search(before) and (_YEAR_AFTER.match(after) or _is_measured(beside)):
            return False
        return not (_AMOUNT_BEFORE.search(before) and not _YEAR_CUE_EARLIER.search(before))
    return bool(_YEAR_CUE.search(before) or re.match(r"[-–]\d{2,4}\b", after)) and not _YEAR_AFTER.match(after)


def _is_measured(beside: _Beside) -> bool:
    """As in "1980 mm": a unit of size follows."""
    unit = unit_at(beside.text, beside.numeral.end)
    return unit is not None and unit[0].dimension == "size" and unit[0].name != "time"


def _is_score(beside: _Beside) -> bool:
    """As in "2-1", "a 52-48 vote": two small numbers with a dash; a rising pair before a unit or noun is a range."""
    before, after, numeral = beside.before, beside.after, beside.numeral
    if not _is_bare(numeral) or numeral.value > 999:
        return False
    if after[:1] in "-–—‑ " and (pair := _PAIR.match(after)):
        rises = numeral.value < float(pair[1])
        return not rises or before[-1:] == "-" or not _counts(beside.text, numeral.end + pair.end())
    if numeral.value < 1000 and before[-1:] == " " and (result := _RESULT.search(before)):
        if result["first"]:
            return float(result["first"].split()[0]) >= numeral.value  # "voted 12 to 9"
        return (second := _TO.match(after)) is not None and numeral.value >= float(second[1])
    if before[-1:] in ("-", "–", "—", "‑", " ") and (left := _PAIR_BEFORE.search(before)):
        return float(left[1]) >= numeral.value or not _counts(beside.text, numeral.end)
    return False


def _counts(text: str, end: int) -> bool:
    """Whether a unit or a word in lower case follows, and none that speaks of a game or a vote."""
    after = text[end : end + REACH]
    if _SCORE_WORD.match(after):
        return False
    return bool(re.match(r"[ -]?[a-z%°]|\w", after)) or unit_at(text, end) is not None


def _is_labelled(beside: _Beside) -> bool:
    """As in "No. 2", "Flight 370", "phase 3", "#4"."""
    if beside.numeral.grouped or _FINE_AFTER.match(beside.after):
        return False
    if beside.before[-1:] == "." and _LABEL_GLUED.search(beside.before):
        return True
    return beside.before[-1:] in ("#", "№", "@") or beside.word.lower().rstrip(".:#") in spelled.LABELS


def _is_address(beside: _Beside) -> bool:
    if beside.numeral.end - beside.numeral.start > 5 or beside.numeral.decimal or beside.after[:1] != " ":
        return False
    return (beside.after[1:2].isupper() or beside.after[1:2].isdigit() or beside.after[1:2] in "rabcv") and bool(
        _STREET.match(beside.after)
    )


def _is_name(beside: _Beside) -> bool:
    """As in "Boeing 737", "iPhone 6": a bare number after a capitalised word that is neither adverb nor place."""
    before, after, numeral = beside.before, beside.after, beside.numeral
    if numeral.grouped or (numeral.decimal and numeral.value >= 100) or beside.word.islower():
        return False
    if beside.word.lower() in DIRECTION:
        return False  # "Adds 20 to 30 miles"
    if beside.word.lower() in PLAIN and not (
        beside.word in _PRONOUNS and _CAPITAL_BEFORE.search(before[: -len(beside.word) - 1])
    ):
        return False
    found = _NAME_BEFORE.search(before)
    if found is None:
        return False
    unit = unit_at(beside.text, numeral.end)
    if unit and (
        unit[0].dimension == "share" or beside.text[numeral.end] not in " -" or beside.text[unit[1] - 1] == "s"
    ):
        return False
    lead = before[: found.start()]
    opens = (not lead.strip() and numeral.start < REACH) or bool(_OPENS.search(lead))
    if _NAME_PREP.search(lead) or (opens and found[1].lower().endswith(("ing", "ly"))):
        return not spelled.PLURAL_AFTER.match(after)
    return True


def _is_model(beside: _Beside) -> bool:
    """As in "The 787 landed": three bare digits after an article, and nothing that they count."""
    numeral = beside.numeral
    if numeral.end - numeral.start not in (3, 4) or not _is_bare(numeral) or beside.word.lower() not in _ARTICLES:
        return False
    return unit_at(beside.text, numeral.end) is None and counted(beside.text, numeral.end, one=False) is None


def _is_chart(beside: _Beside) -> bool:
    """As in "the Top 40", where nothing is counted."""
    if beside.word.lower() != "top":
        return False
    return (
        unit_at(beside.text, beside.numeral.end) is None and counted(beside.text, beside.numeral.end, one=False) is None
    )


def _is_resolution(beside: _Beside) -> bool:
    """As in "1080p": lines of a screen, not pence."""
    return beside.after[:1] == "p" and beside.numeral.value in _SCREEN_LINES


def _is_code_number(beside: _Beside) -> bool:
    """Digits that begin with zeros: "007", "03000"."""
    numeral = beside.numeral
    return _is_bare(numeral) and numeral.end - numeral.start > 1 and beside.text[numeral.start] == "0"


_VERSION_AFTER = re.compile(r" (?:release|version|update|beta|alpha|upgrade|firmware|spec|standard|protocol)\b", re.I)


def _is_version(beside: _Beside) -> bool:
    """As in "its 1.0 release", "the 2.4 update"."""
    return beside.numeral.decimal and _VERSION_AFTER.match(beside.after) is not None


def _is_marker(beside: _Beside) -> bool:
    """A list's number at the start of a line ("1. First"), a footnote's ("[3]")."""
    if beside.before[-1:] == "[" and beside.after[:1] == "]":
        return True
    if beside.before[-1:] not in ("", "\n") or beside.numeral.end - beside.numeral.start > 2:
        return False
    return bool(_LIST_MARK.match(beside.after)) and not beside.after[2:3].islower()


_RULES = (
    _is_clock,
    _is_date,
    _is_year,
    _is_score,
    _is_labelled,
    _is_address,
    _is_name,
    _is_model,
    _is_chart,
    _is_code_number,
    _is_resolution,
    _is_marker,
    _is_version,
)
