"""From a bare number to a phrase: currency before it, unit or counted noun after it, "per" what, whether an age."""

from __future__ import annotations

import re

import msgspec

from sayso.extract.quantities import ages, nouns, units
from sayso.extract.quantities.changes import Direction
from sayso.extract.quantities.modifiers import Grain
from sayso.extract.quantities.multiples import Multiple
from sayso.extract.quantities.numerals import Numeral, exact
from sayso.extract.quantities.units import Dimension

LONGEST_PHRASE = 60  # characters from number to counted noun that a quantity's span may take in


class Phrase(msgspec.Struct):
    """A number with its unit, to become a Quantity: `start` takes in the currency, `end` follows unit and noun."""

    start: int
    end: int
    numeral: Numeral
    value: float
    place: float | None
    unit: str | None = None
    dimension: Dimension | None = None
    noun: str = ""  # the counted phrase, or the noun a measure stands before
    low: float | None = None
    high: float | None = None
    modifier: str | None = None
    change: Direction | None = None
    ranged: bool = False
    multiple: bool = False  # "three times as many", "doubled": and not "three times" for how often

    @property
    def grain(self) -> Grain:
        """Whether it comes in whole numbers, is stated to the unit, or is measured."""
        if self.dimension in ("money", "share"):
            return "money"
        if self.unit == "time" and not self.multiple and self.value == int(self.value):
            return "count"
        if self.numeral.kind == "fraction" or self.dimension == "size" or self.value != int(self.value):
            return "measure"
        return "count"


_OF_OR_MORE = re.compile(r" (?:of(?: the| these| those| its| his| her| their| our)?|more) ")
_OR_MORE = re.compile(r"(?: or (?:more|fewer|less|so)|-plus)(?= [a-z])")
_SIGN = re.compile(r"(?:(?<![\w)%])[-−–]|\b(?:minus|negative)[ -])$", re.I)
_EITHER_SIGN = re.compile(r"(?:\bplus[ -]or[ -]minus[ ]|±[ ]?|\+/-[ ]?)$", re.I)
_PLUS = re.compile(r"(?:^|(?<![\w)%+]))\+$")
_SIGN_INSIDE = re.compile(r"[$€£¥][-−]$")
_PREFIX = re.compile(
    r"""(?<![^\W\d_])
    ( (?:(?:US|AU|NZ|HK|CA|us)[ ]|U\.S\.[ ]?|[A-Za-z]{1,3})?[$£¥] | \$(?:US|AU?|NZ|CA?|HK|S) | [€₹₩₽₺₪₴₱₦฿₫₿￥¢₡₭₾₸₼]
    | Rs\.? | RM | Rp | R | PS | Y= | KSh | SFr | [A-Za-z]{3} )([ \u00a0]?)$""",
    re.X,
)
_PER = re.compile(
    r"(?:[ -](?:per|an?|each|every)[ -]|/| /|-an?-)(?P<word>[^\W\d_]{1,24}(?:[ ](?:metre|meter|foot|kilometre"
    r"|kilometer|mile|inch|capita|ton|tonne))?\b)(?![ ](?:earlier|ago|before|later|after|previously|prior|and a half))",
    re.I,
)
_EVERY = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
          "annually": "year"}  # fmt: skip
_EACH = re.compile(
    r"[ ](hourly|daily|weekly|monthly|quarterly|yearly|annually)(?=[.,;:)]|[ ](?:in|on|to|for|from|and|or|by)\b|$)"
)
_PER_NOUNS_WORDS = """
share ounce barrel person head gallon litre liter pound tonne ton kilogram kilo kg gram mile kilometre kilometer km
acre hectare day week month year hour minute second quarter night unit piece bushel capita annum dozen household
family customer employee worker student pupil child passenger vehicle car visit visitor user game match trip ticket
seat room round megawatt mwh kwh gb gigabyte metre meter foot inch pint bottle pack box bag plate dose shot pill copy
word page episode season shift square sq therm watt kilowatt megabyte lb oz mt m3 cwt session lesson guest couple
adult
"""
_PER_NOUNS = frozenset(_PER_NOUNS_WORDS.split())
_PER_A_ONLY_WORDS = """
day week month year hour minute second quarter night share ounce barrel person head gallon litre liter pound tonne ton
kilogram kilo gram mile kilometre kilometer acre piece bushel pop bottle square sq unit dozen ticket plate game bag
box pint mt pack bottle case carton tin can head visit trip ride copy word page song episode vote shot dose pill kg lb
seat room ton
"""
_PER_A_ONLY = frozenset(_PER_A_ONLY_WORDS.split())
_METRE_AFTER = re.compile(
    r"[ -](?:long|high|tall|wide|deep|away|from|above|below|beneath|race|sprint|dash|freestyle|hurdles|final"
    r"|backstroke|butterfly|breaststroke|relay|telescope|tsunami|"
    r"waves?|record|title|men|women|diameter|north|south|east|west|runner|stretch|distance|pool|ship|yacht|vessel"
    r"|boat|tower|wall|fence|mast|in (?:length|height|width|depth|diameter))\b",
    re.I,
)


_INCHES = re.compile(
    r"""(?:['’′][ ]?|[ ]?(?:ft|feet|foot)\.?[ ,-]{0,2})(\d{1,2})(?:["”″]|[ -]?(?:inch(?:es)?|ins?\b))"""
    r"""|-(?:foot|feet)-(\d{1,2})\b(?:[ -]inch(?:es)?)?|['’′](\d{1,2})["”″]"""
)


def _take_feet(text: str, phrase: Phrase) -> bool:
    """As in "6 feet 3 inches" and "5-foot-10": one length, in feet."""
    found = _INCHES.match(text, phrase.end)
    if found is None or not 0 < phrase.value < 12 or phrase.value != int(phrase.value):
        return False
    inches = int(found[1] or found[2] or found[3])
    if inches > 11:
        return False
    phrase.value, phrase.unit, phrase.dimension, phrase.end = phrase.value + inches / 12, "foot", "size", found.end()
    phrase.place = 1 / 12
    return True


def from_multiple(multiple: Multiple) -> Phrase:
    """A multiple as a phrase: "doubled" is 2 times, up."""
    numeral = Numeral(multiple.start, multiple.end, multiple.times, "words", 1.0)
    return Phrase(
        multiple.start,
        multiple.end,
        numeral,
        multiple.times,
        1.0,
        "time",
        "size",
        change=multiple.change,
        multiple=True,
    )


def build(text: str, numeral: Numeral, floor: int = 0) -> Phrase:
    """The number with what belongs to it at both sides; what stands before `floor` is taken already."""
    phrase = Phrase(
        numeral.start, numeral.end, numeral, numeral.value, numeral.place, low=numeral.low, high=numeral.high
    )
    _take_sign(text, phrase, floor)
    _take_currency(text, phrase, floor)
    if _SIGN_INSIDE.search(text[max(0, numeral.start - 2) : numeral.start]):
        phrase.value = -phrase.value
    if phrase.dimension == "money":
        _take_money_word(text, phrase)
    elif not (_take_feet(text, phrase) or _take_age(text, phrase) or _take_unit(text, phrase)):
        take_noun(text, phrase, phrase.end)
    if phrase.dimension == "money" or phrase.dimension == "size" or phrase.dimension == "share" or phrase.unit:
        _take_per(text, phrase)
    return phrase


def _take_sign(text: str, phrase: Phrase, floor: int) -> None:
    if _PLUS.search(text[max(0, phrase.start - 2) : phrase.start]):
        phrase.start, phrase.change = phrase.start - 1, "up"
        return
    if either := _EITHER_SIGN.search(text[max(floor, phrase.start - 14) : phrase.start]):
        phrase.start -= len(either.group())
        return  # "plus or minus 3 points" is how far either way
    found = _SIGN.search(text[max(0, phrase.start - 9) : phrase.start])
    if found and not (found.group() in "-−–" and phrase.start > 1 and text[phrase.start - 2] in "-–—"):
        if found.group() in "-–" and text[phrase.start - 2 : phrase.start - 1] not in ("", " ", "(", "\n", "\u00a0"):
            return
        phrase.value, phrase.start = -phrase.value, phrase.start - len(found.group())


def _take_currency(text: str, phrase: Phrase, floor: int) -> None:
    at = phrase.start - 1 if _SIGN_INSIDE.search(text[max(0, phrase.start - 2) : phrase.start]) else phrase.start
    if at == 0:
        return
    last = text[at - 1]
    if last.isdigit() or (
        last.islower()
        and text[max(0, at - 3) : at].lower() not in ("usd", "eur")
        and text[at - 2 : at] not in ("Rs", "Rp", "Sh", "Fr")
    ):
        return
    found = _PREFIX.search(text[max(0, at - 8) : at])
    if found is None:
        return
    symbol, spaced = found[1].lower().replace(" ", ""), bool(found[2])
    name = units.PREFIX_SYMBOLS.get(symbol)
    if found[1].isalpha():
        if symbol in units.PREFIX_CODES and (found[1].isupper() or not spaced):
            name = name or units.FORMS[symbol].name
        elif (symbol in ("ps", "rm", "r", "rp") and spaced) or not found[1][0].isupper():
            return
    if name is None and symbol[-1] in "$£¥":
        found_start, name = at - 1 - len(found[2]), units.PREFIX_SYMBOLS[symbol[-1]]
    elif name is None:
        return
    else:
        found_start = at - len(found[1]) - len(found[2])
    if found_start >= floor:
        phrase.start, phrase.unit, phrase.dimension = found_start, name, "money"


_MONEY_WORD = re.compile(r"[ ](?:US[ ]|U\.S\.[ ])?(dollars?|usd|euros?|sterling|pounds?|yen|yuan|aud|cad)\b", re.I)


def _take_money_word(text: str, phrase: Phrase) -> None:
    """As in "$1.25 sterling", "$10 dollars": the word that repeats or names the currency."""
    if (found := _MONEY_WORD.match(text, phrase.end)) and not text[phrase.end :].startswith(" pound-"):
        if found[1].lower() == "sterling":
            phrase.unit = "pound sterling"
        phrase.end = found.end()


def _take_age(text: str, phrase: Phrase) -> bool:
    found = ages.age(text, phrase.start, phrase.end, phrase.numeral)
    if found is None:
        return False
    phrase.unit, phrase.end, phrase.dimension = *found, "age"
    return True


def _take_unit(text: str, phrase: Phrase) -> bool:
    numeral = phrase.numeral
    end = phrase.end + 5 if text.startswith(" of a ", phrase.end) and abs(phrase.value) < 1 else phrase.end
    found = units.unit_at(text, end)  # "0.08 of a second"
    if numeral.suffix in ("m", "M", "mm", "b", "B") and (found is None or found[0].dimension != "money"):
        return _take_letter(text, phrase)
    if found is None:
        return False
    unit, end = found
    unit = _in_context(text, phrase, unit, end)
    if _is_not_unit(text, phrase, unit.name, end):
        return False
    phrase.unit, phrase.dimension, phrase.end = unit.name, unit.dimension, end
    phrase.multiple = unit.name == "time" and _MULTIPLIES.match(text, end) is not None
    return True


_MULTIPLIES = re.compile(
    r"[ ](?:as|more|less|fewer|higher|lower|larger|bigger|greater|faster|slower|longer|likelier|that|the|its|their|his|her"
    r"|what|annual|earnings|book|sales|revenues?|over|(?:oversub|under)scribed|[a-z]{2,12}er[ ]than)\b"
)


def _in_context(text: str, phrase: Phrase, unit: units.Unit, end: int) -> units.Unit:
    """The other reading of a form with two, where a cue stands within 60 characters or the amount is money's."""
    form = text[phrase.end : end].strip(" -").lower()
    form = "pound" if form in ("pounds", "pound") else form
    if form not in units.CONTEXT or (form == "kn" and text[end - 1] == "N"):
        return unit
    cue, other = units.CONTEXT[form]
    if (form == "pound" and phrase.numeral.scale >= 1e6) or cue.search(text, max(0, phrase.start - 60), end + 60):
        return units.NAMES[other]
    return unit


def _is_not_unit(text: str, phrase: Phrase, name: str, end: int) -> bool:
    """Words that are units only sometimes: "two second homes", "20 quarter finals"."""
    spaced_singular = text[end - 1] != "s" and text[phrase.end : phrase.end + 1] == " "
    return name in ("second", "quarter") and spaced_singular and phrase.value > 1


_ARTICLE = re.compile(r"\b(?:the|an?|men's|women's) $", re.I)


def _take_letter(text: str, phrase: Phrase) -> bool:
    """As in "2.7m sales" is million, "a 100m sprint" metres; "mm" is millimetres unless money."""
    letter = phrase.numeral.suffix
    if letter.lower() == "b" or letter == "M":
        return False
    if letter == "mm":
        return _rescale(phrase, "millimetre", 1e6)
    article = _ARTICLE.search(text[max(0, phrase.start - 6) : phrase.start])
    if (
        article
        or _METRE_AFTER.match(text, phrase.end)
        or not re.match(r"[ -][^\W\d_]", text[phrase.end : phrase.end + 2])
    ):
        return _rescale(phrase, "metre", 1e6)
    return False


def _rescale(phrase: Phrase, unit: str, factor: float) -> bool:
    phrase.value, phrase.unit, phrase.dimension = exact(phrase.value / factor), unit, "size"
    phrase.place = phrase.place / factor if phrase.place else None
    phrase.numeral.scale /= factor
    return True


def take_noun(text: str, phrase: Phrase, end: int) -> None:
    """Look for the counted noun after `end`; the span takes it in where nothing stands between."""
    numeral, adjoins = phrase.numeral, end == phrase.end
    if numeral.kind == "fraction" and phrase.value < 1:
        return
    if (numeral.kind == "vague" or numeral.scale > 1) and (more := _OF_OR_MORE.match(text, end)):
        end = more.end() - 1
    or_more = _OR_MORE.match(text, end)
    counted = nouns.counted(text, or_more.end() if or_more else end, one=phrase.value == 1 and not or_more)
    if counted is not None:
        phrase.unit, phrase.dimension, phrase.noun = counted.unit, "count", counted.phrase
        if adjoins and counted.end - phrase.end < LONGEST_PHRASE:
            phrase.end = counted.end


def _take_per(text: str, phrase: Phrase) -> None:
    """As in "$80 per sq m", "60 miles an hour", "8.99 dollars a month": the unit gets "per" what."""
    found = _PER.match(text, phrase.end)
    if phrase.dimension == "money" and " per " not in (phrase.unit or "") and (each := _EACH.match(text, phrase.end)):
        phrase.unit, phrase.end = f"{phrase.unit} per {_EVERY[each[1].lower()]}", each.end()
        return
    if found is None or phrase.unit is None or " per " in phrase.unit:
        return
    word = found["word"].lower()
    link = found.group()[: found.start("word") - found.start()].strip(" -").lower()
    first = word.split()[0]
    if link in ("a", "an") and first not in _PER_A_ONLY:
        return
    if link not in ("per",) and first not in _PER_NOUNS:
        return
    unit = units.unit_at(text, found.start("word"))
    if unit is not None and unit[0].dimension in ("size", "time"):
        name, end = unit[0].name, unit[1]
    else:
        name, end = nouns.singular(first), found.start("word") + len(first)
    phrase.unit, phrase.end = f"{phrase.unit} per {name}", end
