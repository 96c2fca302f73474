"""Numbers that are no quantities: years, dates, times of day, ordinals, scores, telephone numbers, versions, names of things.

Each rule looks at a bounded stretch of text at both sides of the number, so the cost per number is constant.
"""

from __future__ import annotations

import re

from sayso.extract.quantities.nouns import counted
from sayso.extract.quantities.numerals import Numeral
from sayso.extract.quantities.phrases import unit_at
from sayso.extract.quantities.units import PREFIX_CODES

REACH = 48  # characters looked at on either side: the longest cue is a street name of three words

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_MONTH_BEFORE = re.compile(
    rf"(?:^|[^\w])(?:{MONTHS})\.?,?[ ](?:the[ ])?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,[ ]|[ ]?[-–/&][ ]?|[ ]and[ ]|[ ]to[ ]|[ ]or[ ]))?$",
    re.I,
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:[ ]?[-–/&][ ]?\d{{1,2}}|[ ]and[ ]\d{{1,2}}|[ ]to[ ]\d{{1,2}})?[ ](?:of[ ])?(?:{MONTHS})\b(?!\w)",
    re.I,
)
_MAY = re.compile(r"(?:of )?may\b")  # in lower case it is the verb: "the 14 may leave"
_CLOCK_AFTER = re.compile(
    r"(?::\d\d|[.:]?\d{0,2}[  ]?[ap]\.?[ ]?m\b\.?|[  ]o['’]clock|[ ]?(?:GMT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|IST|ET|a\.m|p\.m)\b)",
    re.I,
)
_CLOCK_BEFORE = re.compile(r"\d:$|(?:\bat|\buntil|\bby|\bbefore|\bafter)[ ](?:around[ ]|about[ ])?$", re.I)
_DAY_FIRST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|hundredth|thousandth|millionth)\b",
    re.I,
)
_FRACTION_WORDS = re.compile(r"[ -](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s\b", re.I)
_LABEL = re.compile(
    r"""(?:(?:^|[^\w])(?:nos?\.?|n[ºo°]\.?|numbers?|page|pages|pp?\.|chapter|sections?|article|part|phase|type|tier|grade|week|day|round|season|episode|
        version|channel|gate|room|flight|highway|route|interstate|figure|fig\.?|table|group|stage|category|class|platform|bus|model|mark|
        mk\.?|volume|vol\.?|issue|exit|line|lot|unit|apartment|apt\.?|suite|floor|box|act|scene|rule|title|clause|schedule|annex|appendix|item|
        paragraph|para\.?|step|lane|pier|block|building|ward|district|precinct|squadron|battalion|brigade|division|regiment|game|match|test|heat|
        hole|set|quarter|half|inning|lap|turn|windows|android|ios|formula|size|zone|terminal|runway|car|seat|bed|case|docket|file|bill|resolution|
        protocol|proposition|prop|ranked|ranks?|seeded|seed|chromosome|vitamin|hurricane|euro|mach|world[ ]war|ps\.?|psalm|verse|ticket|track|bug|
        agenda|expo|covid|apollo|atlas|zip|postcode|tel|telephone|phone|fax|call|dial|extension|ext\.?|id|isbn|issn)[ ]?[#.:]?[ ]?|[\#№@])$""",
    re.I | re.X,
)
_LABEL_ALLOWS = re.compile(
    r"[ -]?(?:%|percent|per cent|per-cent|pc\b|pct)|[ ](?:people|million|billion|trillion|thousand)\b", re.I
)
_STREET = re.compile(
    r"(?:[ ][NSEW]\b\.?)?(?:[ ](?:[A-Z][\w.'’-]{0,20}|\d{1,3}(?:st|nd|rd|th))){1,3}[ ](?:St|Street|Road|Rd|Ave|Avenue|Blvd|Boulevard|Drive|Dr|Lane|Ln|Way|Place|Pl|"
    r"Court|Ct|Square|Terrace|Highway|Hwy|Parkway|Crescent|Row|Broadway)\b|[ ](?:rue|avenue|boulevard|calle|via)[ ][A-Z]|[ ](?:Ave|Avenue|Rue|Via|Calle)[ ][A-Z]"
)
_SCORE_PAIR = re.compile(r"[ ]?[-–—‑][ ]?(\d{1,3})(?![\d.,]*\d|[%\w])")
_AFTER_YEAR = re.compile(
    r"[ -](?:people|persons|men|women|children|miles|metres|meters|feet|km|kilometers|kilometres|m|mg|kg|g|tonnes|tons|rpm|hp|bhp|watts|calories|years|days|hours|times|percent|per cent|dollars|euros|pounds|yen|yuan|rupees|jobs|troops|soldiers|homes|points|words|copies)\b|[ ]?(?:%|°)",
    re.I,
)
_YEAR_TO = re.compile(r"(?:from|between)[ ]\d{4}[ ](?:to|and)[ ]$|\d{4}[ ]?[-–][ ]?$", re.I)
_NAME_BEFORE = re.compile(r"((?:^|[^\w&’'.-])?)((?:[A-Z][\w&’']*|[a-z]+[A-Z]\w*)(?:[.-][A-Z]\w*)*|(?:[A-Z]\.){2,})[ \u00a0]$")
_NAME_PREP = re.compile(r"(?:^|[^\w])(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]n|[Ss]ince|[Ll]ast|[Tt]his|[Bb]y)[ ]$")
_PLURAL_AFTER = re.compile(
    r"[ -](?:[a-z][a-z-]{1,20}[ ]){0,2}?(?:[a-z]{2,20}[^s\Wui]s|people|men|women|children|police|troops|personnel|staff|per[ ]cent|percent)\b|[ ]?%"
)
_ADVERBIAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday i a the at in on of for from with by to and or but if as is was are were be than over "
    "about around some nearly almost up only just more less fewer between under below above another its his her their our my your all these those "
    "this that every each when while since after before until during within without not also even then there here they we he she it you who what "
    "which both now today yesterday tomorrow meanwhile overall total approximately roughly another additional estimated least most usd us eur gbp "
    "rs minus negative plus per costs worth will would can could may might must shall should has have had did does do said says include includes "
    "including like through against among toward towards down police officials approximately exactly last next first top early late".split()
)
_TAIL = re.compile(r"[^\s]{0,60}$")
_HEAD = re.compile(r"^[^\s]{0,60}")
_LINK = re.compile(r"://|www\.|@\w|\.(?:com|org|net|co|html|htm|php|gov|edu)\b", re.I)
_DECADE = re.compile(r"['’]?s\b")
_ONE_BEFORE = re.compile(
    r"(?:^|[^\w])(?:no|number|any|every|some|each|this|that|which|the|another|a|an|such|not|last|next|first|only|good|new|big|whatever|my|his|her|their|our|other|same|right|wrong|loved|little|young)[ -]$",
    re.I,
)
_ONE_AFTER = re.compile(
    r"(?:['’]s?\b|[ ](?:of|that|which|who|whom|whose|another|day|thing|way|side|hand|reason|point|time|and|or|is|was|has|had|would|will|can|could|may|"
    r"might|must|should|for|to|in|on|at|by|with|from|more|final|last|last-|after|such|where|when|as|if|but|than|does|did|among|could|never|cannot|else|up|"
    r"sort|kind|type|just|another|bit|night|morning|evening|afternoon)\b|-(?:off|on|to|of|time|sided|way|stop|size|third|half|fifth|quarter|party|upmanship|liner|another|and)\b|[.,;:!?)”\"]|$)",
    re.I,
)
_TOP_BEFORE = re.compile(r"(?:^|[^\w])(?:top|bottom|last|first|final|big|other|next|these|those)[ ]$", re.I)
_NAMED_BEFORE = re.compile(r"(?:^|[^\w])(?:the|an?|first|new|its|their|this|that)[ ]$", re.I)
_SINGLE_SCALE = re.compile(r"(?:^|[^\w])(?:per|a|one)[ ]$", re.I)
_LIST_MARK = re.compile(r"[.)](?:[ ]|$)")


def is_quantity(text: str, numeral: Numeral) -> bool:
    """Whether the number may be a quantity, judged by what stands beside it.

    >>> from sayso.extract.quantities.numerals import scan
    >>> [n.value for t in ["The F-150 sold 900 units on May 4, 2031; the score was 2-1."] for n in scan(t) if is_quantity(t, n)]
    [900.0]
    """
    start, end = numeral.start, numeral.end
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if numeral.kind == "words":
        return not (
            _is_word_name(text, numeral, before, after) or _ORDINAL.match(after) and not _FRACTION_WORDS.match(after)
        )
    if numeral.kind != "digits":
        return True
    if after[:1].isalpha() and unit_at(text, end) is None or _glued(before, after, numeral) or _is_link(before, after):
        return False
    if numeral.scale > 1 or _currency_before(before):
        return True
    return not (
        _is_clock(before, after, numeral)
        or _is_date(before, after, numeral)
        or _is_year(before, after, numeral)
        or _is_score(before, after, numeral)
        or (_LABEL.search(before) and not _LABEL_ALLOWS.match(after) and not numeral.grouped)
        or _is_address(after, numeral)
        or _is_name(text, before, after, numeral)
        or _is_model(text, before, after, numeral)
        or _is_marker(text, start, end)
    )


def _currency_before(before: str) -> bool:
    return before[-1:] in tuple("$€£¥₹₩₽₺₪₦₱") or before[-2:-1] in tuple("$€£¥") and before[-1:] == " "


def _glued(before: str, after: str, numeral: Numeral) -> bool:
    """Part of a longer token: "S500", "F-150", "COVID-19", "1.2.3", "555-1234-567", "4x4", "1990s"."""
    if _ORDINAL.match(after) and after[:1] not in " -":
        return True
    if _DECADE.match(after) and not numeral.decimal and numeral.value % 10 == 0:
        return True
    last = before[-1:]
    if last and (last.isalpha() or last in "_\\^") and not _is_code(before, numeral):
        return True
    if last in "-‑" and len(before) > 1 and before[-2].isalnum() and not _HYPHEN_ALLOWS.search(before):
        return True
    if last in ".:/" and len(before) > 1 and before[-2].isalnum() and before[-2].isdigit():
        return True
    if numeral.end - numeral.start == 4 and _PHONE_BEFORE.search(before):
        return True
    if _LONG_CHAIN.search(before) or _LONG_CHAIN_AFTER.match(after):
        return True
    return bool(re.match(r"\.\d|:\d|/\d", after))


_CODE_BEFORE = re.compile(
    r"(?:^|[^\w])(?:(?P<code>[A-Z]{3}|[Uu]sd|[Ee]ur)|(?P<rand>R|PS)|RM|Rs|Rp|KSh|SFr)$|\$(?:US|AU?|NZ|CA?|HK|S)$"
)
_HYPHEN_ALLOWS = re.compile(r"(?i)(?:\b(?:sub|minus|to|non|near|now|then|a|and|or|plus|multi)|(?:^|[\s($£€¥])[$£€¥]?\d[\d.,]*(?:k|m|bn)?|%|°)[-‑]$")
_LONG_CHAIN = re.compile(r"\d[-–.)][ ]?\d{3,}[-–.]$|\+\d{1,3}[- ]?$|\(\d{3}\)[ ]?(?:\d{3}-)?$")
_PHONE_BEFORE = re.compile(r"(?:^|[^\d.,])\d{3}-$")
_LONG_CHAIN_AFTER = re.compile(r"-\d{3,4}-\d|-\d{3,4}/\d|-\d{4}(?![\d,.])(?![-–])|\)[ ]?\d{3}-\d{4}|-\d-\d|-\d{1,2}-\d")


def _is_code(before: str, numeral: Numeral) -> bool:
    """Whether the letters glued to the number are a currency: "USD10m", "R2,000"; not "GTX1080", "R8", "PS5"."""
    found = _CODE_BEFORE.search(before)
    if found is None:
        return False
    if found["code"]:
        return found["code"].lower() in PREFIX_CODES
    return not found["rand"] or numeral.scale > 1 or numeral.grouped or numeral.decimal


def _is_link(before: str, after: str) -> bool:
    tail, head = _TAIL.search(before), _HEAD.match(after)
    joined = (tail.group() if tail else "") + "0" + (head.group() if head else "")
    return len(joined) > 8 and bool(_LINK.search(joined))


def _is_clock(before: str, after: str, numeral: Numeral) -> bool:
    if before.endswith(":") and before[-2:-1].isdigit():
        return True
    if numeral.grouped or numeral.value > 2400:
        return False
    return bool(_CLOCK_AFTER.match(after))


def _is_date(before: str, after: str, numeral: Numeral) -> bool:
    if numeral.grouped or numeral.decimal and not _DAY_FIRST.match(after):
        return False
    if numeral.value <= 31 or 1000 <= numeral.value <= 2199:
        if (
            _MONTH_BEFORE.search(before)
            and not re.search(r"\bmay $", before)
            and not re.match(r"[ ]?%|[ ]percent|[ ]per cent|[ ]million", after)
        ):
            return True
        found = _MONTH_AFTER.match(after)
        if found and not _MAY.search(found.group()):
            return numeral.value <= 31
    return bool(re.match(r"[-/]\d{1,2}[-/]\d{2,4}", after) or re.search(r"\d[-/]\d{1,2}[-/]$|(?:^|\D)\d{4}-$", before))


def _is_year(before: str, after: str, numeral: Numeral) -> bool:
    if (
        before[-1:] in ("'", "’", "‘")
        and not numeral.grouped
        and 10 <= numeral.value <= 99
        and not before[-2:-1].isalnum()
    ):
        return True
    if numeral.grouped or numeral.decimal or not 1000 <= numeral.value <= 2199:
        return False
    if numeral.end - numeral.start != 4:
        return False
    if _YEAR_TO.search(before):
        return True
    if 1900 <= numeral.value <= 2099:
        return not (
            _AFTER_YEAR.match(after)
            and not _YEAR_CUE.search(before)
            or _AMOUNT_BEFORE.search(before)
            and not _YEAR_CUE_EARLIER.search(before)
        )
    if _YEAR_CUE.search(before) or re.match(r"[-–]\d{2,4}\b", after):
        return not _AFTER_YEAR.match(after)
    return False


_YEAR_CUE = re.compile(
    r"(?:^|[^\w])(?:in|since|by|until|till|during|of|circa|mid|early|late|before|after|year|fiscal|FY|the|for|ended|ending|from)[ -]$",
    re.I,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|approximately|nearly|almost|at least|at most|as many as|another|additional|only|estimated|about|some|[$£€¥~<>])[ ]?$",
    re.I,
)
_YEAR_CUE_EARLIER = re.compile(r"(?:^|[^\w])(?:in|since|by|until|till|during|of|before|after|from|to|as)[ ][a-z ]{4,13}$", re.I)
_SCORE_WORD = re.compile(
    r"[ -](?:win|wins|victory|victories|loss|losses|defeat|defeats|draw|draws|tie|record|lead|vote|votes|score|triumph|decision|split|rout|thrashing|down|up|"
    r"ahead|away|home|at half|majority|start|run|stretch|in overtime|on penalties|hammering|success)\b",
    re.I,
)


def _is_score(before: str, after: str, numeral: Numeral) -> bool:
    """ "2-1", "89-89", "a 52-48 vote": two small numbers with a dash; a rising pair before a unit or noun is a range."""
    if numeral.grouped or numeral.value > 999 and not numeral.decimal:
        return False
    pair = _SCORE_PAIR.match(after)
    if pair and not numeral.decimal:
        rest = after[pair.end() :]
        return (
            numeral.value >= float(pair[1])
            or not re.match(r"[ -][a-z]", rest)
            or bool(_SCORE_WORD.match(rest))
            or before[-1:] == "-"
        )
    if (left := re.search(r"(?:^|[^\w.,])(\d{1,3})[ ]?[-–—‑][ ]?$", before)) and not numeral.decimal:
        return (
            float(left[1]) >= numeral.value or bool(_SCORE_WORD.match(after)) or not re.match(r"[ -]?[a-z%°]|\w", after)
        )
    return False


def _is_address(after: str, numeral: Numeral) -> bool:
    return numeral.end - numeral.start <= 5 and not numeral.decimal and bool(_STREET.match(after))


def _is_name(text: str, before: str, after: str, numeral: Numeral) -> bool:
    """ "Boeing 737", "iPhone 6", "S&P 500": a bare whole number after a capitalised word that is not an adverb or a place."""
    if numeral.grouped or numeral.decimal and numeral.value >= 100:
        return False
    found = _NAME_BEFORE.search(before)
    if found is None or found[2].lower() in _ADVERBIAL:
        return False
    if (unit := unit_at(text, numeral.end)) and (
        unit[0].dimension == "share" or text[numeral.end] not in " -" or text[unit[1] - 1] == "s"
    ):
        return False
    lead = before[: found.start(2)]
    sentence_start = not lead.strip() and numeral.start < REACH or bool(re.search(r"[.!?\n“\"]\s*$", lead))
    if (_NAME_PREP.search(lead) or sentence_start and found[2].lower().endswith(("ing", "ly"))) and _PLURAL_AFTER.match(
        after
    ):
        return False
    return not (sentence_start and _PLURAL_AFTER.match(after) and found[2].islower())


def _is_model(text: str, before: str, after: str, numeral: Numeral) -> bool:
    """ "The 787 landed": three bare digits after an article, and nothing that they count."""
    if numeral.end - numeral.start not in (3, 4) or numeral.grouped or numeral.decimal or not _NAMED_BEFORE.search(before):
        return False
    return unit_at(text, numeral.end) is None and counted(text, numeral.end, one=False) is None


def _is_marker(text: str, start: int, end: int) -> bool:
    """A list's number at the start of a line ("1. First"), a footnote's ("[3]")."""
    if text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]":
        return True
    line_start = start == 0 or text[start - 1] == "\n"
    return line_start and end - start <= 2 and bool(_LIST_MARK.match(text, end)) and not text[end + 2 : end + 3].islower()


def _is_word_name(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """ "Big Ten", "Seven Sisters", and "one" as a pronoun."""
    first = text[numeral.start]
    if before[-1:].isalnum() or before[-1:] == "-" and not _HYPHEN_ALLOWS.search(before):
        return True
    word = text[numeral.start : numeral.end].lower()
    if word in ("one", "zero"):
        if _ONE_BEFORE.search(before) and not re.match(
            r"[- ](?:percent|per|point|hundred|thousand|million|billion|year|month|week|day|hour|minute)\b", after
        ):
            return True
        if _ONE_AFTER.match(after):
            return True
    if _TOP_BEFORE.search(before) and not _PLURAL_AFTER.match(after):
        return True  # "the bottom three", "the last four"
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "score") and not _SINGLE_SCALE.search(
        before
    ):
        return True  # "several hundred", "a few thousand", "the million": no number is stated
    if not first.isupper() or text[numeral.start : numeral.end].isupper():
        return False
    opens = not before.strip() or bool(re.search(r"[.!?:;\n“\"‘'(—–-]\s*$", before))
    return (
        not opens
        or bool(re.match(r"[ ][A-Z][a-z]", after))
        and not re.match(r"[ ](?:[A-Z]\w+[ ])?(?:Million|Billion|Percent|People|Dead|Killed)", after)
    )
