"""Numbers as written: digits in any grouping, words, fractions, magnitudes; where they stand and what they are worth.

`scan` finds them all, whatever they may turn out to be (a year, a model name, a score); other files decide. Every
pattern is a plain run without nested repeats, so hostile input costs linear time.
"""

from __future__ import annotations

import re

import msgspec

_ONES_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_ONES = _ONES_WORDS.split()
_TENS_WORDS = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_TENS = _TENS_WORDS.split()
SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {word: 20.0 + 10 * n for n, word in enumerate(_TENS)}
SMALL["fourty"] = 40.0
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "dozen": 12.0,
}  # fmt: skip
_SHORT = {
    "k": 1e3, "thou": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "bil": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12,
}  # fmt: skip
_PARTS = {
    "half": 0.5, "halves": 0.5, "third": 1 / 3, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 0.125, "ninth": 1 / 9, "tenth": 0.1, "twelfth": 1 / 12, "sixteenth": 1 / 16,
    "twentieth": 0.05, "hundredth": 0.01, "thousandth": 0.001,
}  # fmt: skip
_GLYPHS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 0.2,
    "⅙": 1 / 6,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
# What "dozens of" and its like imply: at least two of them (one of the bare hundreds upwards), an open end.
_VAGUE = {
    "dozens": (24.0, None), "scores": (40.0, None), "hundreds": (100.0, None), "thousands": (1e3, None),
    "millions": (1e6, None), "billions": (1e9, None), "trillions": (1e12, None),
}  # fmt: skip
# "Several hundred": more than two hundreds and no thousand; "a few" begin at two, "a couple" end before three.
_VAGUE_COUNT = {"several": (3.0, 10.0), "few": (2.0, 10.0), "couple": (2.0, 3.0)}
_VAGUE_STEP = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0}
LARGEST = 1e30  # beyond it no text counts anything, and floats stop being whole
LARGEST_SHARE_OF = 12  # "one of four" is a share; "one of 198" names a member of 198
LONGEST_DIGITS = 24  # a longer number is noise, not an amount; without separators 15 (national debts have 14)


class Numeral(msgspec.Struct):
    """A number as written, before anything is known about it.

    `place` is the worth of its last stated digit that is not a trailing zero ("410,000": 10,000; "1.5 million":
    100,000; None for fractions). `bare` is the value without its magnitude word, `scale` that magnitude (1 without).
    """

    start: int
    end: int
    value: float
    kind: str  # "digits", "words", "fraction", "vague"
    place: float | None = None
    bare: float = 0.0
    scale: float = 1.0
    low: float | None = None
    high: float | None = None
    grouped: bool = False  # with thousands separators
    decimal: bool = False
    suffix: str = ""  # a magnitude written as letters on the digits: "m" may turn out to be metres


_SPACE = "[ \u00a0\u2009\u202f]"
_WORD_ALT = "|".join(sorted([*SMALL, *SCALES], key=len, reverse=True))
_PART_ALT = "|".join(sorted([p + s for p in _PARTS for s in ("", "s")], key=len, reverse=True))
_GLYPH_ALT = "".join(_GLYPHS)
_NUMBER = re.compile(
    rf"""
    (?P<digits>\d{{1,3}}(?:[,\u2009\u202f\u00a0]\d{{3}})+(?!\d)(?:\.\d+)?
       | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)(?:\.\d+)?
       | \d{{1,3}}(?:{_SPACE}\d{{3}}){{2,}}(?!\d) | \d+(?:\.\d+)? | (?<![\w.])\.\d+)
      (?:{_SPACE}?(?P<glyph>[{_GLYPH_ALT}]))?
    | (?P<loneglyph>[{_GLYPH_ALT}])
    | \b(?:(?P<vague>(?:(?:tens|dozens|hundreds)\ of\ (?:thousands|millions|billions)\b
        | (?:several|an?\ few|few|an?\ couple(?:\ of)?)\ (?:dozen|hundred|thousand|million|billion|trillion)\b(?!-)
        | (?:dozens | scores | hundreds | thousands | millions | billions | trillions)(?=\ (?:of|more)\b)))
    | (?P<half>half{_SPACE}(?:of{_SPACE})?an?{_SPACE}(?=(?:dozen|hundred|thousand|million|billion|trillion)\b)
        | half(?=[ -](?:dozen|million|billion|trillion)\b)[ -])
    | (?P<share>(?:(?P<shares>a|one|two|three)[ -])?(?P<shared>quarters?|thirds?|half)[ -](?:of[ ]an?[ ])?
        (?=(?:million|billion|trillion)\b))
    | (?P<part>(?:(?P<num>an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?P<den>{_PART_ALT}))(?![\w-])
    | (?P<words>(?:an?{_SPACE}(?=(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b))?(?:{_WORD_ALT})
        (?:(?:{_SPACE}and{_SPACE}(?!a\b)|[ \u00a0-])(?:{_WORD_ALT})\b){{0,12}})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENINGS = {word[:3] for word in (*SMALL, *SCALES, *_PARTS, *_VAGUE, *_VAGUE_COUNT, *_VAGUE_STEP)}
# Where a number may begin, which is quickly told: of the words of a text, one in thirty has such an opening.
_START = re.compile(rf"\d|\.(?=\d)|[{_GLYPH_ALT}]|\b(?:an?\b|{'|'.join(sorted(_OPENINGS))})", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:{_SPACE}|-)?(?P<scale>hundred|thousand|million|billion|trillion|quadrillion|dozen|lakhs?|crores?|mln|mio"
    rf"|bln|mn|bn|trn|tln|tn|dozens)\b(?!\.\w)"
    rf"|(?P<short>k|m|b|mm|mil)(?![\w])",
    re.IGNORECASE,
)
_POWER = re.compile(rf"(?:{_SPACE}?[x×]{_SPACE}?10\^?|(?<=\.\d)e|(?<=\.\d\d)e)([+−-]?\d{{1,2}})(?!\w)")
_AND_PART = re.compile(
    r"[ \u00a0-]and[ \u00a0-](?:a|one)[ \u00a0-](half|quarter|third)\b"
    r"|[ \u00a0-]and[ \u00a0-](two|three)[ -](thirds|quarters)\b",
    re.I,
)
_SLASH = re.compile(r"/(\d{1,3})(?![\d/.])")
_MIXED = re.compile(r"[ -](\d)/(\d{1,2})(?![\d/.])")
_POINT = re.compile(rf"{_SPACE}point((?:{_SPACE}(?:{'|'.join(_ONES[:10])})\b)+)", re.I)


def exact(value: float) -> float:
    """The number without the dust of binary fractions: 16.1 million is 16,100,000 and not 16,100,000.000000002.

    >>> 16.1 * 1e6, exact(16.1 * 1e6)
    (16100000.000000002, 16100000.0)
    """
    return float(f"{value:.15g}")


def scan(text: str) -> list[Numeral]:
    """Every number written in the text, in order, not overlapping. Linear in its length.

    >>> text = "half a million of the 1,200.5 and two and a half dozen"
    >>> [(text[n.start : n.end], n.value) for n in scan(text)]
    [('half a million', 500000.0), ('1,200.5', 1200.5), ('two and a half dozen', 30.0)]
    """
    found: list[Numeral] = []
    at = 0
    while start := _START.search(text, at):
        match = _NUMBER.match(text, start.start())
        if match is None:
            at = start.start() + 1
            continue
        numeral = _read(text, match)
        at = match.end() if numeral is None else numeral.end
        if numeral is not None:
            found.append(numeral)
    return found


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    if match["digits"]:
        return _read_digits(text, match)
    start, end = match.span()
    if match["loneglyph"]:
        return _scaled(text, Numeral(start, end, _GLYPHS[match["loneglyph"]], "fraction"))
    if match["vague"]:
        return _read_vague(match["vague"].lower(), start, end)
    if match["share"]:
        some = SMALL.get((match["shares"] or "one").lower(), 1.0) * _PARTS[match["shared"].lower().removesuffix("s")]
        return _scaled(text, Numeral(start, end, some, "words"), glued=True)
    if match["half"]:
        return _scaled(text, Numeral(start, end, 0.5, "words"), glued=True)
    if match["part"]:
        return _read_part(text, match)
    return _read_words(text, start, end)


def _read_digits(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span("digits")
    plain = re.sub(r"[^\d.]", "", match["digits"])
    if len(plain) > (LONGEST_DIGITS if len(plain) < end - start else LONGEST_DIGITS // 2 + 3):
        return None
    value = float(plain)
    decimals = len(plain.partition(".")[2])
    grouped = len(plain) < end - start
    if not decimals and end - start <= 2 and (share := _SHARE_OF.match(text, start)) and (found := _share_of(share)):
        return found
    numeral = Numeral(
        start, match.end(), value, "digits", _place(plain, decimals), grouped=grouped, decimal=decimals > 0
    )
    if match["glyph"]:
        numeral.value += _GLYPHS[match["glyph"]]
        numeral.place = None
    elif not decimals and not grouped:
        _read_slash(text, numeral)
    if power := _POWER.match(text, numeral.end):
        exponent = int(power[1].replace("−", "-"))
        if exponent > 30:
            return None
        numeral.value, numeral.end = exact(numeral.value * 10.0**exponent), power.end()
        numeral.place = numeral.place * 10.0**exponent if numeral.place else None
        return numeral
    return _scaled(text, numeral)


def _place(plain: str, decimals: int) -> float:
    """The worth of the last digit that counts: trailing zeros of a whole number are rounding, a decimal's are not."""
    if decimals:
        return 10.0**-decimals
    zeros = len(plain) - len(plain.rstrip("0"))
    return 10.0**zeros if zeros < len(plain) else 1.0


def _read_slash(text: str, numeral: Numeral) -> None:
    """As in "3/4" and "10 1/2": a simple fraction, where the denominator is one that people divide by."""
    if slash := _SLASH.match(text, numeral.end):
        if int(slash[1]) in (2, 3, 4, 5, 8, 10, 16, 32) and 0 < numeral.value < int(slash[1]):
            numeral.value, numeral.end = numeral.value / int(slash[1]), slash.end()
            numeral.kind, numeral.place = "fraction", None
    elif (
        (mixed := _MIXED.match(text, numeral.end))
        and int(mixed[2]) in (2, 3, 4, 5, 8, 16)
        and int(mixed[1]) < int(mixed[2])
    ):
        numeral.value, numeral.end, numeral.place = numeral.value + int(mixed[1]) / int(mixed[2]), mixed.end(), None


def _scaled(text: str, numeral: Numeral, glued: bool = False) -> Numeral:
    """The numeral with the magnitude words that follow it ("2.7bn", "three hundred million", "1.5 lakh crore")."""
    numeral.bare = numeral.value
    if part := _AND_PART.match(text, numeral.end):
        share = (
            _PARTS[part[1].lower()]
            if part[1]
            else (2.0 if part[2].lower() == "two" else 3.0) * _PARTS[part[3].lower().removesuffix("s")]
        )
        numeral.bare = numeral.value = numeral.value + share
        numeral.end, numeral.place = part.end(), None
    for _ in range(2):
        scale = (_SCALE if not glued else _GLUED).match(text, numeral.end)
        if scale is None:
            break
        word = (scale["scale"] or (scale["short"] if not glued else "")).lower()
        factor = SCALES.get(word.removesuffix("s")) or _SHORT[word]
        numeral.suffix = scale["short"] or "" if not glued else ""
        numeral.value, numeral.scale, numeral.end = exact(numeral.value * factor), numeral.scale * factor, scale.end()
        numeral.place = numeral.place * factor if numeral.place else None
        glued = False
    if numeral.scale > 1 and (part := _AND_PART.match(text, numeral.end)) and part[1]:
        numeral.value, numeral.end = numeral.value + _PARTS[part[1].lower()] * numeral.scale, part.end()
    return numeral


_GLUED = re.compile(r"(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


def _read_vague(words: str, start: int, end: int) -> Numeral:
    """As in "dozens", "tens of thousands", "several hundred": an interval without a value."""
    if counted := next((_VAGUE_COUNT[word] for word in words.split()[:2] if word in _VAGUE_COUNT), None):
        unit = SCALES[words.split()[-1]]
        return Numeral(start, end, 0.0, "vague", low=counted[0] * unit, high=counted[1] * unit)
    first, _, second = words.partition(" of ")
    if second:
        step, unit = _VAGUE_STEP[first], _VAGUE[second][0]
        return Numeral(start, end, 0.0, "vague", low=step * unit, high=step * unit * 10)
    low, high = _VAGUE[first]
    return Numeral(start, end, 0.0, "vague", low=low, high=high)


_PART_FOLLOWS = re.compile(
    r"[ -](?:of|the|its|his|her|their|our|all|those|these|an?(?= hour| day| year| month| mile| point| percent"
    r"| century| decade))\b",
    re.I,
)
_PART_AMOUNT = re.compile(
    r"(?i)\b(?:by|by about|by nearly|by almost|more than|less than|fewer than|at least|about|nearly|almost|over|around"
    r"|roughly) $"
)
_PART_BEFORE = re.compile(
    r"(?i)(?:\bin|\bthe|\bsecond|\bfirst|\blast|\bother|\bbetter|\bthis|\bthat|\bnext|\bone|\beach|\bnd|\bst|\d|-)[ ]?$"
)


def _read_part(text: str, match: re.Match[str]) -> Numeral | None:
    """As in "two thirds", "a quarter of", "half the": a share; not "the third quarter", "the first half"."""
    den, start, end = match["den"].lower(), *match.span("part")
    part = _PARTS.get(den) or _PARTS[den.removesuffix("s")]
    times = {"a": 1.0, "an": 1.0, "": 1.0}.get((match["num"] or "").lower()) or SMALL.get(
        (match["num"] or "").lower(), 1.0
    )
    plural = den.endswith("s") or den == "halves"
    if plural and times < 2:
        return None
    if not plural:
        if (den == "half" or match["num"]) and times == 1 and _PART_AMOUNT.search(text[max(0, start - 14) : start]):
            return Numeral(start, end, times * part, "fraction", bare=times * part)
        if (match["num"] or "").lower() == "one" and text[start + 3] == "-":
            return Numeral(start, end, part, "fraction", bare=part)
        if times > 1 or not _PART_FOLLOWS.match(text, end) or _PART_BEFORE.search(text[max(0, start - 8) : start]):
            return None
        if not match["num"] and den != "half":
            return None
    return Numeral(start, end, times * part, "fraction", bare=times * part)


def _read_words(text: str, start: int, end: int) -> Numeral | None:
    if (share := _SHARE_OF.match(text, start)) and (found := _share_of(share)):
        return found
    words = re.findall(r"[a-z]+", text[start:end].lower())
    value, scale = _worth([w for w in words if w not in ("a", "an", "and")])
    if value is None:
        return _read_first(text, start, words)
    numeral = Numeral(start, end, value, "words", place=_place(str(int(value)), 0))
    if point := _POINT.match(text, end):
        digits = "".join(str(int(SMALL[w])) for w in point[1].lower().split()[:12])
        numeral.value, numeral.end = numeral.value + float("0." + digits), point.end()
    if scale > 1 and value % scale == 0:
        numeral = _and_half(text, numeral, scale)
        numeral.bare, numeral.scale = numeral.value / scale, scale
        return numeral
    return _scaled(text, numeral)


def _read_first(text: str, start: int, words: list[str]) -> Numeral | None:
    """The first of two numbers in a row ("one seven-year-old"); not of a year in words ("nineteen ninety-five")."""
    if len(words) < 2 or SMALL.get(words[0], 0.0) >= 10 or words[0] in ("a", "an"):
        return None
    value = SMALL.get(words[0])
    return None if value is None else Numeral(start, start + len(words[0]), value, "words", 1.0, bare=value)


_WHOLES = "|".join(word for word in [*SMALL, "hundred"] if word not in ("zero", "one"))
_SHARE_OF = re.compile(
    rf"(?P<some>one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})[ -](?P<link>out[ ]of(?:[ ]every)?"
    rf"|in(?:[ ]every)?|of)[ -]"
    rf"(?P<all>\d{{1,3}}(?![\d.,]*\d|[%\w])|{_WHOLES})\b(?!-)"
    r"(?![ -](?:second|minute|hour|day|week|month|year|game|match|quarter|season|century|per|point|hundred"
    r"|thousand|million|billion|inning|set|try|tries|attempt|appearance|start|meeting))",
    re.I,
)


# "Three out of four lines were shut" counts lines; of people, and of round numbers, such words give a share.
_ROUND = (5.0, 10.0, 20.0, 25.0, 50.0, 100.0)
_MEMBERS = re.compile(r" (?:[a-z-]{2,20} ){0,2}?(?P<noun>[a-z]{2,20}[^s\Wiu]s)\b")
_POPULATION = frozenset(
    "adults men voters americans workers employees households families teens teenagers students pupils patients kids "
    "respondents residents consumers customers users drivers smokers parents mothers fathers girls boys companies "
    "firms businesses homes couples doctors teachers nurses citizens adolescents seniors pensioners babies marriages "
    "deaths jobs readers viewers shoppers taxpayers owners homeowners renters migrants immigrants refugees prisoners "
    "victims participants cases cancers farmers investors economists managers executives graduates".split()
)


def _counts_members(share: re.Match[str], whole: float) -> bool:
    """Whether "three out of four" counts the things named after it, which are no population."""
    if share["link"].lower() != "out of" or whole in _ROUND:
        return False
    members = _MEMBERS.match(share.string, share.end())
    return members is not None and members["noun"] not in _POPULATION


def _share_of(share: re.Match[str]) -> Numeral | None:
    """As in "One in five", "two out of three": a share; None where it is more than one."""
    some, whole = (
        SMALL.get(share[g].lower(), 100.0 if share[g].lower() == "hundred" else 0.0) or float(share[g])
        for g in ("some", "all")
    )
    if some >= whole or (whole > LARGEST_SHARE_OF and share["link"] == "of") or _counts_members(share, whole):
        return None
    return Numeral(share.start(), share.end(), some / whole, "fraction", bare=some / whole)


def _and_half(text: str, numeral: Numeral, scale: float) -> Numeral:
    """As in "a million and a half"."""
    if (part := _AND_PART.match(text, numeral.end)) and part[1]:
        numeral.value, numeral.end, numeral.place = numeral.value + _PARTS[part[1].lower()] * scale, part.end(), None
    return numeral


def _worth(words: list[str]) -> tuple[float | None, float]:
    """What number words add up to, and the magnitude of the last; None where they do not make one number."""
    total, group, last = 0.0, 0.0, 1.0
    previous = 0.0
    for word in words:
        if word in SMALL:
            value = SMALL[word]
            if group and previous and not (previous >= 20 and previous % 10 == 0 and value < 10) and previous != 100:
                return None, 1.0  # "two three": two numbers, not one
            group, previous, last = group + value, value, 1.0
        else:
            factor = SCALES[word]
            if last >= 1e3 and not previous:  # "lakh crore": magnitude upon magnitude
                total, group = total * factor, 0.0
            elif factor >= 1e3:
                total, group, previous = total + (group or 1.0) * factor, 0.0, 0.0
            else:
                group, previous = (group or 1.0) * factor, 100.0
            last = factor
    value = total + group
    return (value, last) if value < LARGEST else (None, 1.0)
