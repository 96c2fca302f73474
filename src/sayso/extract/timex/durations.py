"""Rules for durations: "two and a half years", "27-year", "several weeks", "the past decade"."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.timex import words
from sayso.extract.timex.grammar import Found, Phrase, Rule, kind, members
from sayso.extract.timex.meaning import Grain, Length, Meaning
from sayso.extract.timex.words import word_set

GRAINS: tuple[Grain, ...] = (
    "millennium", "century", "decade", "year", "season", "half", "quarter", "month", "fortnight", "week", "weekend",
    "day", "part", "hour", "minute", "second",
)  # fmt: skip

# Adjectives that may stand before the unit without changing the length; any other ("ten rainy months") stays out.
_PLAIN = "(full|whole|straight|consecutive|successive|more|calendar|long|solid|entire|further)"


def _unit(found: Found) -> Grain:
    for item in reversed(list(found)):
        for name in ("UNITS", "UNIT1", "QUARTER", "CENTURY"):
            if item.value is not None and found.one(name) is item.value:
                return item.value  # type: ignore[no-any-return]
    return "second"


def _compound(found: Found) -> Phrase | None:
    """Make one number of number words: "twenty-five", "two hundred and ten"."""
    total, current = 0.0, 0.0
    for item in found:
        if item.text in words.MAGNITUDES:
            current = (current or 1) * words.MAGNITUDES[item.text]
            if current >= 1000:
                total, current = total + current, 0.0
        elif item.text not in ("a", "and", "-"):
            if item.value is None or (current % 100 and (current % 100 < 20 or item.value > 9)):
                return None
            current += item.value
    return Phrase(total + current, "WORDNUM")


def _half(found: Found) -> Phrase:
    return Phrase(((found.one("NUM") or 0) + 0.5, None), "AMOUNT")


def _range(found: Found) -> Phrase | None:
    low, high = found.one("NUM"), found.one("NUM", 1)
    return Phrase((low, high), "AMOUNT") if low is not None and high is not None and low < high else None


def _number(found: Found) -> Phrase | None:
    number = found.one("NUM")
    return Phrase((number, None), "AMOUNT") if number is not None and 0 < number < 1e9 else None


def _dozen(found: Found) -> Phrase:
    return Phrase((12.0 if found.has("dozen") else 2.0, None), "AMOUNT", "APPROX")


def _vague(found: Found) -> Phrase:
    return Phrase((None, None), "AMOUNT")


def _one(found: Found) -> Phrase:
    return Phrase((1.0, None), "AMOUNT")


def _length(found: Found) -> Phrase | None:
    low, high = found.one("AMOUNT")
    after = found.after()
    if _unit(found) == "quarter" and (found.has("-") or (after is not None and after.text == "of")):
        return None  # "three-quarters", "three quarters of the staff"
    if found.has("one") and found.has("day") and after is not None and after.text in _SOMEONE:
        return None  # "one day he will explain": some day
    return Phrase(Length(low, _unit(found), high), "LENGTH", found.mod)


_SOMEONE = word_set("i he she it we they you will may might when soon the , would could someone somebody")


def _length_and_half(found: Found) -> Phrase | None:
    length: Length = found.one("LENGTH")
    return Phrase(replace(length, amount=length.amount + 0.5), "LENGTH") if length.amount else None


def _article(found: Found) -> Phrase | None:
    """Read "a year" as one year, but for "$3 a year" and "twice a year", which are sets."""
    before, after = found.before(), found.after()
    if before is not None and before.kind == kind("LENGTH"):
        return None  # "five days a week"
    counted = after is not None and after.text in ("ago", "earlier", "later", "before", "-")
    if (found.has("quarter") and not counted) or (not counted and _is_rate(found)):
        return None
    if (
        not counted
        and before is not None
        and (before.text in ("once", "twice", "times", "time") or before.text[-1:].isdigit())
    ):
        return None
    return Phrase(Length(1, _unit(found)), "LENGTH", skip=after is not None and after.text == "-")


_NUMBERS = frozenset(kind(name) for name in ("D1", "D2", "N", "WORDNUM", "MAGNITUDE", "X", "YEAR"))


def _is_rate(found: Found) -> bool:
    """Tell whether "a day" says how often: "40 cars a day", "$3 million a year", "5 percent a month"."""
    before = found.before()
    if before is None or not (before.text in _RATED or before.text[-1:] == "s"):
        return False
    return any(item is not None and item.kind in _NUMBERS for item in map(found.before, (1, 2, 3, 4)))


_RATED = word_set("hundred thousand million billion trillion percent people cent men women children yen yuan won")


# What a bare plural may follow to be a stretch of time ("for months", "took years").
_BARE_LEADS = word_set(
    "for in of over after within than took take takes spent lasted lasting last through throughout by many"
)


def _bare(found: Found) -> Phrase | None:
    before, after = found.before(), found.after()
    led = before is not None and before.text in _BARE_LEADS
    followed = after is not None and after.text in ("ago", "later", "earlier", "before", "after", "away")
    return Phrase(Length(None, _unit(found)), "LENGTH") if led or followed else None


def _long(found: Found) -> Phrase:
    length = found.one("LENGTH") or Length(1 if found.one("ONE") else None, _unit(found))
    return Phrase(length, "LENGTH", found.mod)


def _long_word(found: Found) -> Phrase:
    """Read "yearlong", "weekslong"."""
    word = next(item.text for item in found).removesuffix("long")
    many = word.endswith("s")
    grain = words.UNITS_ONE.get(word.removesuffix("s"), "day")
    return Phrase(Length(None if many else 1, grain), "LENGTH")


def _joined(found: Found) -> Phrase | None:
    first, second = found.one("LENGTH"), found.one("LENGTH", 1)
    if first.amount is None or second.amount is None or first.more or second.more:
        return None
    if GRAINS.index(first.unit) >= GRAINS.index(second.unit):
        return None
    return Phrase(replace(first, more=second), "LENGTH", found.mod)


def _sized(found: Found) -> Phrase | None:
    if found.one("LENGTH").towards:
        return None  # "over the past two years"
    phrase = " ".join(item.text for item in found if item.kind not in members("LENGTH"))
    return Phrase(found.one("LENGTH"), "LENGTH", words.SIZES.get(phrase, "APPROX"))


_BACK = ("last", "past", "previous", "preceding", "prior", "recent")


_MODALS = word_set("to will would can could may might should must not")


def _towards(found: Found) -> Phrase:
    """Read "the past decade", "the next four years", "the previous two weeks"."""
    before = found.before()
    if before is not None and before.text in _MODALS and found.has("last") and found.one("LENGTH"):
        return Phrase(found.one("LENGTH"), "LENGTH", skip=1)  # "is expected to last six weeks"
    back = found.has(*_BACK)
    story = found.has("previous", "preceding", "prior", "following", "subsequent", "ensuing")
    length = found.one("LENGTH") or Length(
        (found.one("AMOUNT") or (None if found.one("UNITS") else 1, None))[0], _unit(found)
    )
    return Phrase(
        replace(length, towards=-1 if back else 1, base="story" if story else "published"), "LENGTH", found.mod
    )


def part_of(found: Found) -> Phrase | None:
    """Read "the first ten months of 2024", "the last two weeks of February": a stretch at one end of a point."""
    length: Length = found.one("LENGTH") or Length(1, _unit(found))
    inside: Meaning = found.one("POINT")
    if length.amount is None:
        return None
    return Phrase(replace(length, inside=inside, tail=found.has("last", "final", "closing")), "LENGTH")


_SIZES = " | ".join(words.SIZES)

RULES = (
    Rule("(WORDNUM|a)? MAGNITUDE (MAGNITUDE)? (and? WORDNUM (HYPHEN? WORDNUM)?)?", _compound),
    Rule("WORDNUM HYPHEN WORDNUM | WORDNUM WORDNUM", _compound),
    Rule("NUM HYPHEN? and HYPHEN? (a|one)? HYPHEN? half HYPHEN? (?=UNIT)", _half),
    Rule(f"(a|an|one) half HYPHEN? (?=({_PLAIN})? UNIT) | half HYPHEN? (a|an)? (?=UNIT)", _half),
    Rule(
        f"NUM (to|or|HYPHEN to HYPHEN|HYPHEN|DASH) NUM HYPHEN? (?={_PLAIN}? (UNITS|UNIT1|QUARTER|CENTURY|SECOND))",
        _range,
    ),
    Rule("(a|the)? (dozen|couple) of? (?=(more)? UNITS)", _dozen),
    Rule(
        f"(a few | several | many | countless | few | (dozens|hundreds|thousands|scores|tens) of | numerous | "
        f"a number of | untold) (?={_PLAIN}? UNITS)",
        _vague,
    ),
    Rule(f"(another)? NUM {_PLAIN}? HYPHEN? (?=(UNITS|UNIT1|QUARTER|CENTURY|SECOND))", _number),
    Rule("(another|one|a full|a whole|an entire|an additional|a single) (?=ONE)", _one),
    Rule(f"AMOUNT {_PLAIN}? HYPHEN? (UNIT|SECOND)", _length),
    Rule("(a)? QUARTER (HYPHEN|of a)? CENTURY", lambda found: Phrase(Length(25, "year"), "LENGTH")),
    Rule("(a|an) ONE (?=(and a half|HYPHEN))", _article),
    Rule("LENGTH and a half", _length_and_half),
    Rule(
        f"(the)? ({'|'.join(_BACK)}|next|coming|following|subsequent|upcoming|ensuing) (few|several|couple of)? (LENGTH|UNITS)",
        _towards,
    ),
    Rule(
        "(the)? (UNITS and)? UNITS ahead (?!of)", lambda found: Phrase(Length(None, _unit(found), towards=1), "LENGTH")
    ),
    Rule("the past ONE | the (last|next|coming) (CENTURY|decade)", _towards),
    Rule("(a|an) ONE", _article),
    Rule("LENGTH HYPHEN? (old|of age)", lambda found: Phrase(None, "AGE")),
    Rule("(LENGTH|UNITS|ONE) HYPHEN? long", _long),
    Rule("LONGWORD", _long_word),
    Rule("UNITS", _bare),
    Rule("LENGTH (COMMA? and)? LENGTH", _joined),
    Rule(f"({_SIZES}) LENGTH", _sized),
)
