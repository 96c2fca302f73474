"""What is read as a quantity, and as which: tables of our own sentences."""

import pytest

from sayso.extract.quantities import quantities
from sayso.records import Quantity


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [q.text for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme built 1,200 vans", 1200),
        ("Acme built 1 200 300 vans", 1200300),
        ("a loan of 12,34,567 rupees", 1234567),
        ("it weighs 2.5 kg", 2.5),
        (".25 cc of oil", 0.25),
        ("half a million vans", 500_000),
        ("a dozen vans", 12),
        ("two and a half years", 2.5),
        ("a hundred and twenty-one vans", 121),
        ("twenty-one thousand three hundred vans", 21_300),
        ("a million and a half vans", 1_500_000),
        ("one and a half million vans", 1_500_000),
        ("13 lakh rupees", 1_300_000),
        ("three lakh crore rupees", 3e12),
        ("$2.7bn", 2.7e9),
        ("£6m", 6e6),
        ("25k vans", 25_000),
        ("€3mn", 3e6),
        ("1.3x10^6 cells", 1.3e6),
        ("10 1/2 miles", 10.5),
        ("3/4 mile", 0.75),
        ("2½ hours", 2.5),
        ("two thirds of the vans", 2 / 3),
        ("a quarter of sales", 0.25),
        ("half the vans", 0.5),
        ("half an hour", 0.5),
        ("one in five drivers", 0.2),
        ("two out of three drivers", 2 / 3),
        ("five point seven percent", 5.7),
        ("minus 5 degrees", -5),
        ("a loss of $-50.8bn", -50.8e9),
        ("a seven-year-old van", 7),
        ("6 feet 3 inches", 6.25),
        ("two hours and 30 minutes", 2.5),
        ("three dollars and 50 cents", 3.5),
        ("a quarter of a million vans", 250_000),
        ("more than half left", 0.5),
        ("cut by a third", 1 / 3),
        ("a five-and-a-half-year deal", 5.5),
        ("One seven-seat van", 7),
        ("plus or minus 3 points", 3),
        ("±2.5 points", 2.5),
        ("the two U.S. senators", 2),
        ("nearly double the limit", 2),
    ],
)
def test_value(text: str, value: float) -> None:
    assert value in [pytest.approx(q.value) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5%", "percent"),
        ("5 per cent", "percent"),
        ("5pc", "percent"),
        ("5 percentage points", "percentage point"),
        ("25 basis points", "basis point"),
        ("25bps", "basis point"),
        ("$30", "US dollar"),
        ("US$30", "US dollar"),
        ("A$30", "Australian dollar"),
        ("NZ$30", "New Zealand dollar"),
        ("30 Canadian dollars", "Canadian dollar"),
        ("30 euros", "euro"),
        ("€30", "euro"),
        ("£30", "pound sterling"),
        ("30 million pounds", "pound sterling"),
        ("He weighs 30 pounds", "pound"),
        ("30 yuan", "Chinese yuan"),
        ("Rs 30", "Indian rupee"),
        ("USD30m", "US dollar"),
        ("EUR 125", "euro"),
        ("30 cents", "cent"),
        ("30p a share", "penny per share"),
        ("60 km", "kilometre"),
        ("60 km/h", "kilometre per hour"),
        ("60 kilometers an hour", "kilometre per hour"),
        ("60 mph", "mile per hour"),
        ("60 miles per hour", "mile per hour"),
        ("570 sq m", "square metre"),
        ("311 square miles", "square mile"),
        ("54GB", "gigabyte"),
        ("35 GWh", "gigawatt hour"),
        ("640bhp", "brake horsepower"),
        ("21 degrees Celsius", "degree Celsius"),
        ("21°C", "degree Celsius"),
        ("$80 per sq m", "US dollar per square metre"),
        ("$9 a month", "US dollar per month"),
        ("a 34-year-old driver", "year of age"),
        ("a driver aged 34", "year of age"),
        ("Ann Roe, 34, said", "year of age"),
        ("at the age of 34", "year of age"),
        ("an 18-month-old van", "month of age"),
        ("a three-year plan", "year"),
        ("three times", "time"),
        ("17 first-team players over 21", "player"),
        ("eight other employees left", "employee"),
        ("600 people", "person"),
        ("12 women", "woman"),
        ("three companies", "company"),
        ("two of the drivers", "driver"),
        ("three of Acme's drivers", "driver"),
        ("2.7m combined digital and physical sales", "sale"),
        ("four-, five- and six-cylinder engines", "cylinder"),
        ("a five-door van", "door"),
        ("one proposal", "proposal"),
        ("dozens of vans", "van"),
        ("four US subsidiaries", "subsidiary"),
        ("2 million 9 litre cases", "case"),
        ("1.2 million Iraqis, among others", "Iraqi"),
        ("two or more vans", "van"),
        ("1,000-plus jobs", "job"),
        ("three more people", "person"),
        ("the driver, 34, was", "year of age"),
        ("Ann Roe (34)", "year of age"),
        ("She was 34.", "year of age"),
        ("adults 21 and older", "year of age"),
        ("Two Elbonian men left", "man"),
        ("12in display", "inch"),
        ("42 mm wide", "millimetre"),
        ("won by 0.08 of a second", "second"),
        ("ran the 100m in 9.8", "metre"),
        ("78 RBIs", "RBI"),
        ("PS749", "pound sterling"),
        ("35C today", "degree Celsius"),
    ],
)
def test_unit(text: str, unit: str) -> None:
    assert quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("more than 410,000 vans", "more than", 410_000, None),
        ("over $30", "more than", 30, None),
        ("at least 12 vans", "at least", 12, None),
        ("no fewer than 12 vans", "at least", 12, None),
        ("12 or more vans", "at least", 12, None),
        ("12 vans or more", "at least", 12, None),
        ("up to 400 vans", "up to", None, 400),
        ("as many as 14 vans", "as many as", None, 14),
        ("at most 14 vans", "at most", None, 14),
        ("no more than 14 vans", "at most", None, 14),
        ("fewer than 14 vans", "fewer than", None, 14),
        ("less than 14 litres", "less than", None, 14),
        ("under 14 litres", "less than", None, 14),
        ("sub-7 nanometre", "less than", None, 7),
        ("about 410,000 vans", "about", 400_000, 420_000),
        ("roughly 50 vans", "about", 45, 55),
        ("some 600 vans", "about", 540, 660),
        ("nearly 600 vans", "nearly", 540, 600),
        ("almost 10%", "nearly", 9, 10),
        ("only 14 vans", "only", 14, 14),
        ("just 7%", "only", 6.5, 7.5),
        ("exactly 700,000 vans", "exactly", 700_000, 700_000),
        ("14 vans", None, 14, 14),
        ("410,000 vans", None, 405_000, 415_000),
        ("1.5 million vans", None, 1_450_000, 1_550_000),
        ("1,487 vans", None, 1_487, 1_487),
        ("between 5% and 6%", "between", 5, 6),
        ("from 252 to 287 vans", "from … to", 252, 287),
        ("$3-4 million", "between", 3e6, 4e6),
        ("$3 billion to $5 billion", "between", 3e9, 5e9),
        ("three or four vans", "between", 3, 4),
        ("10–12 vans", "between", 10, 12),
        ("tens of thousands of vans", None, 10_000, 100_000),
        ("hundreds of vans", None, 100, None),
    ],
)
def test_interval(text: str, modifier: str | None, low: float | None, high: float | None) -> None:
    found = only(text)
    assert (found.modifier, found.low, found.high) == (modifier, low, high)
    assert (found.value is None) == (modifier in ("between", "from … to") or "of" in text.split())


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Shares rose 5%", "up"),
        ("Shares rose sharply by 5%", "up"),
        ("Shares fell to $5", None),
        ("Shares were up 5%", "up"),
        ("Shares, down 5%, closed lower", "down"),
        ("Shares ended 5% higher", "up"),
        ("Sales grew by 900 vans", "up"),
        ("Acme cut 900 jobs", None),
        ("Acme cut its forecast by 5%", "down"),
        ("the 5% drop", None),
        ("Acme added 900 jobs", None),
        ("He made up 40% of it", None),
        ("Shares added 5%", "up"),
        ("profit from $5 to $7", None),
        ("Sales fell from 252 to 187 vans", "down"),
        ("Profit doubled", "up"),
        ("Output halved", "down"),
        ("They brought up 15 bills", None),
        ("+1.5%", "up"),
        ("It dropped 10 inches of snow", None),
        ("They racked up $600", None),
        ("Acme raised its full-year forecast by $50", "up"),
        ("The krone was 0.2 percent weaker", "down"),
        ("Prices came down 2 percent", "down"),
        ("Shares went up $2", "up"),
        ("Acme ended up 30 km away", None),
    ],
)
def test_change(text: str, change: str | None) -> None:
    assert only(text).change == change


def test_change_is_carried_over() -> None:
    found = quantities("Acme fell 2.3%, Bolt by 2.6%; output grew by 900 vans or 2.2 per cent.")
    assert [q.change for q in found] == ["down", "down", "up", "up"]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019", "since May 2018", "the 2010 final", "on March 29", "29 March 2031", "Aug. 14", "May 4, 2031",
        "2031-05-04", "4/5/2031", "the 1990s", "the '90s", "5:25 a.m.", "10.45pm", "at 5am", "17:22 GMT", "7 o'clock",
        "the 3rd", "twenty-first", "21st century", "a 2-1 win", "it ended 89-89", "a 52-48 vote", "call 555-123-4567",
        "+1-222-222-2222", "version 1.2.3", "192.168.1.2", "the S500", "a Boeing 737", "an iPhone 6", "the F-150",
        "No. 2", "Part 3", "Game 7", "a Galaxy S8", "COVID-19", "a 4x4", "5G", "the S&P 500", "Formula 1", "page 12",
        "Section 230", "49 Elm Road, Ayr", "9 E 71st St", "https://acme.example/2/3", "ann7@acme.example",
        "no one came", "one of the drivers", "the one that left", "one another", "the number one issue",
        "the third quarter", "the first half", "the Big Ten", "24/7", "9/11", "[3]", "H.R. 1",
        "the 787 landed", "737s", "13F", "SCP-173", "nineteen ninety-five", "a 3-for-4 night", "his 401(k)",
        "the No.1 seed", "10-11am", "at 8 on Friday", "in 1080p", "patient zero", "day one", "cut it in half",
        "the Top 40", "007", "1 Elm Yard", "One said so", "+12 Photo", "3M’s", "a PS5", "the bottom three",
        "+44 20 7946 0958", "a 40-to-39 edge", "it lost 4 to 1", "by a vote of 61 to 39", "its 1.0 release", "zero-tolerance",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_shared_units() -> None:
    found = quantities(
        "Acme sold 10,000 and 12,000 vans; screens of 7- or 8-inch; 435 homes by open sale and 187 by tender."
    )
    assert [q.unit for q in found] == ["van", "van", "inch", "inch", "home", "home"]


def test_dollar_of_which_the_text_does_not_tell() -> None:
    assert [q.unit for q in quantities("It cost A$30, or $20.")] == ["Australian dollar", "dollar"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("several hundred vans", 300, 1000, "van"),
        ("a few dozen vans", 24, 120, "van"),
        ("a couple of thousand vans", 2000, 3000, "van"),
        ("several million dollars", 3e6, 1e7, "dollar"),
        ("a 40- to 60-hour course", 40, 60, "hour"),
        ("drivers between the ages of 17 and 24", 17, 24, "year of age"),
        ("It adds 20 to 30 miles", 20, 30, "mile"),
        ("He was hit three times", 3, 3, "time"),
        ("three times as many", 2.5, 3.5, "time"),
        ("$12 monthly", 11.5, 12.5, "US dollar per month"),
        ("from $1 to $2 a pack", 1, 2, "US dollar per pack"),
        ("30,000 sq. ft. of space", 28500, 31500, "square foot"),
    ],
)
def test_interval_and_unit(text: str, low: float, high: float, unit: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three out of four lines were shut", [(3, "line"), (4, "line")]),
        ("A $2 million, two-year deal", [(2e6, "US dollar"), (2, "year")]),
        ("Bolt owns 9.9% of the shares and 2 of the 11 seats", [(9.9, "percent"), (2, None), (11, "seat")]),
        ("a box of 10 x 6 inches", [(10, "inch"), (6, "inch")]),
        ("It fell 60.5, or 0.8 percent", [(60.5, None), (0.8, "percent")]),
        ("At least one HR manager left", [(1, None)]),
    ],
)
def test_numbers_side_by_side(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(q.value, q.unit) for q in quantities(text)] == expected
