"""What single words mean to the grammar: numbers, units, parts of the day, and words that stand for a time."""

from __future__ import annotations

from sayso.extract.timex.meaning import Grain, Meaning, Repeated, Shifted, Vague


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set: how this package writes its word lists."""
    return frozenset(text.split())


def _listed(text: str) -> list[str]:
    return text.split()


ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS: dict[str, int] = {word: number for number, word in enumerate(ONES)}
CARDINALS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
MAGNITUDES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_REGULAR = {word + "th": CARDINALS[word] for word in _listed("four six seven ten eleven") + ONES[13:]}
_TENTHS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
_UNDER_TEN = {word: number for word, number in (_IRREGULAR | _REGULAR).items() if number < 10}
ORDINALS: dict[str, int] = {
    word: number for word, number in (_IRREGULAR | _REGULAR | _TENTHS).items() if word != "second"
}
ORDINALS |= {f"{ten}-{word}": CARDINALS[ten] + n for ten in ("twenty", "thirty") for word, n in _UNDER_TEN.items()}

_UNITS: dict[str, Grain] = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "yr": "year", "decade": "decade", "weekend": "weekend",
    "millennium": "millennium",
}  # fmt: skip
UNITS_ONE: dict[str, Grain] = _UNITS
UNITS_MANY: dict[str, Grain] = {word + "s": grain for word, grain in _UNITS.items() if word != "millennium"}
UNITS_MANY |= {"millennia": "millennium", "quarters": "quarter", "centuries": "century"}

LONG: dict[str, str] = {
    word: "long"
    for unit in ("year", "month", "week", "day", "hour", "decade")
    for word in (f"{unit}long", f"{unit}slong")
}

PARTS: dict[str, str] = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "night": "NI", "nightfall": "NI", "overnight": "NI", "lunchtime": "MI", "midday": "MI",
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI", "midmorning": "MO", "midafternoon": "AF",
}  # fmt: skip

# Hours that the parts of a day cover, as (first, last); night runs on into the next day.
PART_HOURS: dict[str, tuple[int, int]] = {"MO": (5, 11), "MI": (11, 13), "AF": (12, 17), "EV": (17, 21), "NI": (18, 5)}

DEICTIC: dict[str, Meaning] = {
    "today": Shifted("day", 0),
    "yesterday": Shifted("day", -1),
    "tomorrow": Shifted("day", 1),
    "tonight": Shifted("day", 0, part="NI"),
    "overnight": Shifted("day", 0, part="NI"),
}

VAGUE: dict[str, Meaning] = {
    "now": Vague("PRESENT_REF"),
    "nowadays": Vague("PRESENT_REF"),
    "currently": Vague("PRESENT_REF"),
    "presently": Vague("PRESENT_REF"),
    "current": Vague("PRESENT_REF"),
    "recently": Vague("PAST_REF"),
    "recent": Vague("PAST_REF"),
    "lately": Vague("PAST_REF"),
    "soon": Vague("FUTURE_REF"),
}

REPEATED: dict[str, Meaning] = {
    word: Repeated(value)
    for value, listed in {
        "P1D": "daily nightly everyday",
        "P1W": "weekly",
        "P2W": "fortnightly biweekly",
        "P1M": "monthly",
        "P2M": "bimonthly",
        "P3M": "quarterly",
        "P6M": "biannual biannually semiannual semiannually",
        "P1Y": "yearly annual annually",
        "P2Y": "biennial biennially",
        "PT1H": "hourly",
    }.items()
    for word in _listed(listed)
}

# How a duration's or point's size is qualified, as TIMEX3 mod; longest phrases first.
SIZES: dict[str, str] = {
    "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS",
    "a maximum of": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE", "not less than": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE", "a minimum of": "EQUAL_OR_MORE", "more than": "MORE_THAN", "just over": "MORE_THAN",
    "a little over": "MORE_THAN", "well over": "MORE_THAN", "over": "MORE_THAN", "longer than": "MORE_THAN",
    "a little more than": "MORE_THAN", "slightly more than": "MORE_THAN", "just under": "LESS_THAN",
    "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "close to": "APPROX", "about": "APPROX", "around": "APPROX", "roughly": "APPROX",
    "approximately": "APPROX", "some": "APPROX", "circa": "APPROX", "ca": "APPROX",
}  # fmt: skip
