"""Units and currencies: what they are called in text, and the plain English singular that Sayso gives them.

Names follow the BIPM and ISO 4217 in British spelling ("kilometre", "US dollar"). The tables are data: a line a unit,
the name first, then every form it takes in text, an indented line going on; forms are matched in lower case unless they
are listed as case-sensitive.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Dimension = Literal["share", "money", "time", "age", "size", "count"]


class Unit(msgspec.Struct, frozen=True):
    """A unit's plain English singular and what kind of thing it measures."""

    name: str
    dimension: Dimension


# name: forms. A form of one word may be glued to the number ("54GB"); regular plurals in -s are added by `_forms`.
_SHARE = """
percent: % percent per-cent pct pc percentage percents
per mille: ‰ permille
percentage point: percentage-point percentage-points pp ppt ppts ppct
  %-point %-points per-cent-point percent-point percent-points
basis point: basis-point basis-points bp bps
part per million: ppm
part per billion: ppb
"""
_TIME = """
millisecond: ms msec
microsecond: μs µs
nanosecond: ns
second: sec secs
minute: min mins
hour: hr hrs h
day:
week: wk wks
fortnight:
month: mo mos
quarter:
year: yr yrs
decade:
century: centuries
"""
_SIZE = """
kilometre: km kms kilometer
metre: m meter
centimetre: cm cms centimeter
millimetre: mm millimeter
micrometre: μm µm micron micrometer
nanometre: nm nanometer
mile: mi
nautical mile: nautical-mile nmi
yard: yd yds
foot: ft feet ′
inch: in in. ins inches ″
light year: light-year
acre:
hectare: ha
square kilometre: sq-km km2 km² square-kilometer sq-kilometre sqkm
square metre: sq-m sqm m2 m² square-meter sq-metre sq-metres sq-meters
square mile: sq-mi sq-mile sq-miles
square foot: sq-ft sqft ft2 ft² square-feet sq-feet sq-foot
square inch: sq-in square-inches
square yard: sq-yd
cubic metre: m3 m³ cubic-meter cu-m
cubic foot: cubic-feet cu-ft
cubic centimetre: cc cm3 cm³ cubic-centimeter
litre: l liter ltr ltrs
millilitre: ml milliliter
centilitre: cl centiliter
hectolitre: hl hectoliter
gallon: gal
pint:
barrel: bbl bbls
barrel per day: bpd b/d
fluid ounce: fl-oz fluid-ounce
kilogram: kg kgs kilo kilogramme
gram: gr gramme g
milligram: mg
microgram: μg µg mcg
tonne: t metric-ton metric-tonne mt
ton: short-ton
kilotonne: kiloton kt
pound: lb lbs
ounce: oz
stone:
carat:
hertz: hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
bit:
byte:
kilobyte: kb
megabyte: mb
gigabyte: gb gig gigs
terabyte: tb
petabyte: pb
megabit per second: mbps mbit/s mb/s
gigabit per second: gbps gbit/s gb/s
megapixel: mp
watt: w
kilowatt: kw
megawatt: mw
gigawatt: gw
terawatt: tw
watt hour: wh watt-hour
kilowatt hour: kwh kilowatt-hour
megawatt hour: mwh megawatt-hour
gigawatt hour: gwh gigawatt-hour
terawatt hour: twh terawatt-hour
volt:
kilovolt: kv
ampere: amp
milliampere hour: mah
ohm: ω
farad:
joule:
kilojoule: kj
calorie: cal
kilocalorie: kcal
newton metre: nm-of-torque newton-meter
pound-foot: pound-feet pound-foot lb-ft foot-pounds ft-lb
horsepower: hp ps horsepower
brake horsepower: bhp brake-horsepower
pascal: pa
hectopascal: hpa
bar:
pound per square inch: psi
kilopound per square inch: ksi
decibel: db
lumen:
degree: deg °
degree Celsius: °c ℃ celsius centigrade degree-celsius degrees-celsius degree-c degrees-c
  deg-c deg-celsius degrees-centigrade celcius
degree Fahrenheit: °f ℉ fahrenheit degree-fahrenheit degrees-fahrenheit degree-f degrees-f deg-f farenheit
kelvin:
kilometre per hour: km/h kmh kph kmph km/hr kilometers-an-hour kilometres-an-hour
mile per hour: mph miles-an-hour
metre per second: m/s
knot:
mile per gallon: mpg
kilometre per litre: km/l
revolution per minute: rpm
frame per second: fps
beat per minute: bpm
gram per kilometre: g/km
milligram per decilitre: mg/dl
mach:
cup:
teaspoon: tsp
tablespoon: tbsp
pixel: px
terawatt-hour: terawatt-hours
time: times x
point: pt pts
newton: newtons
coulomb: coulombs
henry: henries
tesla: teslas
electronvolt: ev
sievert:
millisievert: msv
becquerel: bq
lux:
mole: mol
light minute:
astronomical unit: au
kilogram per cubic metre: kg/m3
"""
_MONEY = """
US dollar: $ usd us-dollar u.s.-dollar american-dollar us$
dollar: buck
Australian dollar: aud australian-dollar aussie-dollar a$
Canadian dollar: cad canadian-dollar c$
New Zealand dollar: nzd new-zealand-dollar nz$ kiwi-dollar
Hong Kong dollar: hkd hong-kong-dollar hk$
Singapore dollar: sgd singapore-dollar singaporean-dollar s$
New Taiwan dollar: twd new-taiwan-dollar taiwan-dollar nt$
Jamaican dollar: jmd jamaican-dollar
Zimbabwean dollar: zimbabwean-dollar zimbabwe-dollar
cent: ¢ c cents us-cent
euro: € eur
pound sterling: £ gbp pound-sterling pounds-sterling british-pound sterling quid
penny: pence p
Egyptian pound: egp egyptian-pound
Lebanese pound: lbp lebanese-pound
Syrian pound: syrian-pound
Japanese yen: ¥ jpy yen japanese-yen
Chinese yuan: cny rmb yuan chinese-yuan renminbi 元
Indian rupee: ₹ inr indian-rupee rs rs.
rupee: rupees
Pakistani rupee: pkr pakistani-rupee
Sri Lankan rupee: lkr sri-lankan-rupee
South Korean won: ₩ krw won korean-won south-korean-won
North Korean won: north-korean-won
Swiss franc: chf swiss-franc sfr
franc: french-franc
Swedish krona: sek swedish-krona swedish-kronor kronor
Norwegian krone: nok norwegian-krone norwegian-kroner
Danish krone: dkk danish-krone danish-kroner
krone: kroner
Russian rouble: ₽ rub rouble ruble russian-rouble russian-ruble
Ukrainian hryvnia: ₴ uah hryvnia hryvnias ukrainian-hryvnia
Polish zloty: pln zloty zlotys polish-zloty
Czech koruna: czk koruna czech-koruna
Hungarian forint: huf forint hungarian-forint
Croatian kuna: hrk kuna croatian-kuna kn
Romanian leu: ron romanian-leu lei
Turkish lira: ₺ try turkish-lira turkish-liras
lira: liras lire
Israeli shekel: ₪ ils shekel israeli-shekel nis
Brazilian real: brl r$ reais brazilian-real brazilian-reais reals
Mexican peso: mxn mexican-peso mex$ mxn$
Argentine peso: argentine-peso argentinian-peso
Chilean peso: clp chilean-peso
Colombian peso: colombian-peso
Philippine peso: ₱ php philippine-peso
peso:
South African rand: zar rand south-african-rand
Nigerian naira: ₦ ngn naira nigerian-naira
Kenyan shilling: kes kenyan-shilling ksh sh
Ugandan shilling: ugx ugandan-shilling
shilling:
Ghanaian cedi: ghs cedi ghanaian-cedi
Thai baht: ฿ thb baht thai-baht
Malaysian ringgit: myr ringgit malaysian-ringgit rm
Indonesian rupiah: idr rupiah indonesian-rupiah rp
Vietnamese dong: ₫ vnd vietnamese-dong
Bangladeshi taka: bdt taka bangladeshi-taka
Saudi riyal: sar saudi-riyal
riyal: rial
Iranian rial: iranian-rial
UAE dirham: aed emirati-dirham uae-dirham
dirham:
Kuwaiti dinar: kwd kuwaiti-dinar
Iraqi dinar: iraqi-dinar
dinar:
bitcoin: ₿ btc
ether: eth
satoshi:
Deutsche mark: deutsche-mark deutschmark deutschemark d-mark
Finnish markka: finnish-markka markka
peseta:
guilder: dutch-guilder
"""
# Letters that are a unit only in this case: "5 C", "10 W", not "a 5 c" in a list.
CASED = {
    "C": "degree Celsius",
    "F": "degree Fahrenheit",
    "W": "watt",
    "V": "volt",
    "A": "ampere",
    "K": "kelvin",
    "J": "joule",
    "L": "litre",
}
_GLUED_ONLY_WORDS = """
h w p c l g x t in
"""
# Single letters that are a unit only when glued to the digits ("5m", "30s", "20p", "80g") or spaced with certainty
# (none).
GLUED_ONLY = frozenset(_GLUED_ONLY_WORDS.split()) | {"ha", "try", "all"}
GLUED_CAPITALS = frozenset("WVL")
_UPPER_ONLY_WORDS = """
aud cad sek nok dkk huf try ron sar rub php clp ils mt mp ps pa pb rm rp sh ha ngn all tw nis
"""
# Forms that are ordinary words too, and a unit only in front of or glued to digits: written codes come in capitals.
_UPPER_ONLY = frozenset(_UPPER_ONLY_WORDS.split())
_LOWER_ONLY = frozenset(
    ["hr", "min", "pt", "pts", "mo", "sec", "fl", "pc"]
)  # "one HR manager", "the 3 MIN rule", "two PCs"
PREFIX_SYMBOLS = {
    "$": "US dollar", "us$": "US dollar", "$us": "US dollar", "u.s.$": "US dollar", "u.s $": "US dollar",
    "usd": "US dollar", "a$": "Australian dollar", "$a": "Australian dollar", "au$": "Australian dollar",
    "c$": "Canadian dollar", "ca$": "Canadian dollar", "cad$": "Canadian dollar", "aud$": "Australian dollar",
    "usd$": "US dollar", "nzd$": "New Zealand dollar", "$nz": "New Zealand dollar", "nz$": "New Zealand dollar",
    "hk$": "Hong Kong dollar", "s$": "Singapore dollar", "nt$": "New Taiwan dollar", "r$": "Brazilian real",
    "mex$": "Mexican peso", "mxn$": "Mexican peso", "$c": "Canadian dollar", "j$": "Jamaican dollar",
    "z$": "Zimbabwean dollar", "€": "euro", "£": "pound sterling", "gb£": "pound sterling", "¥": "Japanese yen",
    "￥": "Japanese yen", "cn¥": "Chinese yuan", "rmb": "Chinese yuan", "₹": "Indian rupee", "rs": "Indian rupee",
    "rs.": "Indian rupee", "₩": "South Korean won", "₽": "Russian rouble", "₴": "Ukrainian hryvnia",
    "₺": "Turkish lira", "₪": "Israeli shekel", "₱": "Philippine peso", "₦": "Nigerian naira", "฿": "Thai baht",
    "₫": "Vietnamese dong", "₿": "bitcoin", "rm": "Malaysian ringgit", "rp": "Indonesian rupiah",
    "ksh": "Kenyan shilling", "chf": "Swiss franc", "sfr": "Swiss franc", "r": "South African rand", "¢": "cent",
    "₡": "Costa Rican colon", "₭": "Lao kip", "₾": "Georgian lari", "₸": "Kazakhstani tenge",
    "₼": "Azerbaijani manat",
    # What transliteration to ASCII (Unidecode) leaves of £, ¥ and € in many text collections.
    "ps": "pound sterling", "y=": "Japanese yen", "eur": "euro",
}  # fmt: skip
_PREFIX_CODES_WORDS = """
usd eur gbp jpy cny rmb inr krw chf sek nok dkk rub pln czk huf try ils brl mxn zar ngn kes thb myr idr vnd aud cad
nzd hkd sgd twd aed sar kwd btc pkr egp clp php ron uah
"""
PREFIX_CODES = frozenset(_PREFIX_CODES_WORDS.split())


# Letters with two readings: a cue near the number decides, else the reading in the tables above.
CONTEXT = {
    "f": (re.compile(r"capacit|charge", re.I), "farad"),
    "c": (re.compile(r"coulomb|electric charge|charge of", re.I), "coulomb"),
    "h": (re.compile(r"inductance|inductor", re.I), "henry"),
    "t": (re.compile(r"magnet|field strength|MRI", re.I), "tesla"),
    "n": (re.compile(r"\bforces?\b|newton", re.I), "newton"),
    "kn": (re.compile(r"\bcosts?\b|\bprices?\b|\bpa(?:y|id)\b|Croatia|budget|kuna", re.I), "Croatian kuna"),
    "pound": (
        re.compile(
            r"£|sterling|British|Britain|\bUK|London|\b(?:cost|price|paid|pay|spent|worth|fined?|salary|profits?"
            r"|fee|tax|budget)s?\b",
            re.I,
        ),
        "pound sterling",
    ),
}


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "ch")) else "s")


def _forms() -> dict[str, Unit]:
    forms: dict[str, Unit] = {}
    tables: tuple[tuple[str, Dimension], ...] = ((_SHARE, "share"), (_TIME, "time"), (_SIZE, "size"), (_MONEY, "money"))
    for table, dimension in tables:
        for line in table.strip().replace("\n  ", " ").splitlines():
            name, _, rest = line.partition(":")
            unit = Unit(name, dimension)
            spelled = [name.lower().replace(" ", "-"), *rest.split()]
            for form in spelled:
                form = form.replace("-", " ") if len(form) > 2 else form
                forms.setdefault(form, unit)
                if (len(form) > 3 or form == name) and form.isascii() and form[-1].isalpha():
                    head, _, tail = form.partition(" per ")
                    forms.setdefault(_plural(head) + (" per " + tail if tail else ""), unit)
    return forms


FORMS = _forms()
LONGEST_FORM = max(form.count(" ") + 1 for form in FORMS)
NAMES = {unit.name: unit for unit in FORMS.values()}


def find(form: str, written: str, glued: bool) -> Unit | None:
    """The unit that a form names: `form` in lower case with single spaces, `written` as it stands, `glued` to digits.

    >>> find("square feet", "square feet", False).name, find("c", "C", False).name, find("try", "try", False)
    ('square foot', 'degree Celsius', None)
    """
    if glued and written == "C":
        return NAMES["degree Celsius"]
    if glued and len(written) == 1 and written.isupper() and written not in GLUED_CAPITALS:
        return None  # "5G", "13F", "4K": a name
    if len(written) == 1 and written in CASED and not glued:
        return NAMES[CASED[written]]
    unit = FORMS.get(form)
    if unit is None or (form in GLUED_ONLY and not glued and not written.isupper()):
        return None
    if form in _UPPER_ONLY and not glued and not written.isupper():
        return None
    if form in _LOWER_ONLY and not glued and written.isupper():
        return None
    if len(form) == 1 and form.isalpha() and not glued and form not in "m":
        return None
    return unit


_LETTERS = r"[^\W\d_]{1,24}"
_WORD_AFTER = re.compile(
    rf"""[ \u00a0\u202f-]?(?P<word>(?:[^\W\d_]\.){{2,6}} | [%‰°º′″¢$€£¥₹℃℉]/?[^\W\d_]{{0,12}}
    | {_LETTERS}(?:['’&/]{_LETTERS}){{0,3}}[²³]?(?:(?<=m)[23])?(?!\w))""",
    re.X,
)


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that is written at `at`, and where it ends."""
    starts = at
    pieces: list[str] = []
    written: list[str] = []
    best: tuple[Unit, int] | None = None
    while len(pieces) < LONGEST_FORM:
        match = _WORD_AFTER.match(text, at)
        if match is None:
            break
        glued = match.start("word") == starts
        if (
            text[at : at + 1] in (" ", "\u00a0")
            and match["word"][0] in "$€£¥₹"
            and text[match.end() : match.end() + 1].isdigit()
        ):
            break  # "3 $5 notes": the sign is the next number's
        pieces.append(match["word"].lower())
        written.append(match["word"])
        at = match.end("word")
        if pieces[-1] in ("sq", "cu") and text[at : at + 1] == ".":
            at += 1  # "30,000 sq. ft."
        unit = find(" ".join(pieces), " ".join(written), glued)
        if unit is None and len(pieces) == 1 and match["word"].startswith(("%", "°", "¢", "€", "£", "$")):
            unit, at = find(match["word"][0], match["word"][0], glued), match.start("word") + 1
            if unit is not None:
                return unit, at
        if unit is not None:
            best = unit, at
    return best
