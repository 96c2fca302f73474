"""Tables of (text, value, earliest, latest): one row an expression, resolved against Thursday 19 February 2032."""

import pytest

from sayso.extract.timex import timexes
from sayso.records import Published, Timex

THURSDAY = Published(earliest="2032-02-19", latest="2032-02-19")
UNKNOWN = Published()


def one(text: str, published: Published = THURSDAY) -> Timex:
    found = timexes(text, published)
    assert len(found) == 1, [(t.text, t.value) for t in found]
    return found[0]


# (sentence, the expression in it, TIMEX3 value, earliest, latest)
DATES = [
    ("It opened on 3 May 2031.", "3 May 2031", "2031-05-03", "2031-05-03", "2031-05-03"),
    ("It opened on May 3rd, 2031.", "May 3rd, 2031", "2031-05-03", "2031-05-03", "2031-05-03"),
    ("Signed on the 3rd of May, 2031.", "the 3rd of May, 2031", "2031-05-03", "2031-05-03", "2031-05-03"),
    ("Filed 2031-05-03.", "2031-05-03", "2031-05-03", "2031-05-03", "2031-05-03"),
    ("Filed 25/12/2031 in Oslo.", "25/12/2031", "2031-12-25", "2031-12-25", "2031-12-25"),
    ("Filed 25.12.2031 in Oslo.", "25.12.2031", "2031-12-25", "2031-12-25", "2031-12-25"),
    ("Closed on Sunday, Feb. 1, 2032.", "Sunday, Feb. 1, 2032", "2032-02-01", "2032-02-01", "2032-02-01"),
    ("It opened in May 2031.", "May 2031", "2031-05", "2031-05-01", "2031-05-31"),
    ("Sales in 2031 rose.", "2031", "2031", "2031-01-01", "2031-12-31"),
    ("Born in the 1990s, it grew.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
    ("Built in the mid-1990s.", "mid-1990s", "199", "1993-05-01", "1996-08-31"),
    ("A nineteenth-century mill.", "nineteenth-century", "18", "1800-01-01", "1899-12-31"),
    ("The season of 2012–13 was good.", "2012–13", "2012/2013", "2012-01-01", "2013-12-31"),
    ("From 1998-2004 it grew.", "1998-2004", "1998/2004", "1998-01-01", "2004-12-31"),
    ("The fair runs May 6–8, 2032.", "May 6–8, 2032", "2032-05-06/2032-05-08", "2032-05-06", "2032-05-08"),
    ("Profit rose in Q3 2031.", "Q3 2031", "2031-Q3", "2031-07-01", "2031-09-30"),
    ("Profit rose in the third quarter of 2031.", "the third quarter of 2031", "2031-Q3", "2031-07-01", "2031-09-30"),
    ("Profit rose in the first half of 2031.", "the first half of 2031", "2031-H1", "2031-01-01", "2031-06-30"),
    ("It was mild in the winter of 2030.", "the winter of 2030", "2030-WI", "2030-12-01", "2031-02-28"),
    ("Revenue for FY2031 fell.", "FY2031", "FY2031", None, None),
    ("Revenue in fiscal 2031 fell.", "fiscal 2031", "FY2031", None, None),
    ("Profit rose in Q3 FY31.", "Q3 FY31", "FY2031-Q3", None, None),
    ("Profit rose in the first quarter of fiscal 2031.", "the first quarter of fiscal 2031", "FY2031-Q1", None, None),
    ("Profit rose in the fiscal third quarter.", "the fiscal third quarter", "FYXXXX-Q3", None, None),
    ("Sales rose in 3Q31.", "3Q31", "2031-Q3", "2031-07-01", "2031-09-30"),
    ("Built in the 1800s.", "the 1800s", "18", "1800-01-01", "1899-12-31"),
    ("Since the 9/11 attacks it has grown.", "9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
    (
        "They voted on the first Tuesday in November.",
        "the first Tuesday in November",
        "2031-11-04",
        "2031-11-04",
        "2031-11-04",
    ),
    (
        "Sirens sound on the last Friday of May 2031.",
        "the last Friday of May 2031",
        "2031-05-30",
        "2031-05-30",
        "2031-05-30",
    ),
    ("She said recently that it was over.", "recently", "PAST_REF", None, "2032-02-19"),
    ("Shops shut for the Lunar New Year holiday.", "Lunar New Year", "2032-02-11", "2032-02-11", "2032-02-11"),
    ("Passover was quiet.", "Passover", "2031-04-08", "2031-04-08", "2031-04-08"),
    ("A few days later he resigned.", "A few days later", "FUTURE_REF", None, None),
    ("Shops closed on Christmas Day 2031.", "Christmas Day 2031", "2031-12-25", "2031-12-25", "2031-12-25"),
    ("It fell on Easter Monday 2030.", "Easter Monday 2030", "2030-04-22", "2030-04-22", "2030-04-22"),
    ("Rome fell to him in 146 BC.", "146 BC", "BC0146", None, None),
]

RELATIVE = [
    ("It met today.", "today", "2032-02-19", "2032-02-19", "2032-02-19"),
    ("It met yesterday.", "yesterday", "2032-02-18", "2032-02-18", "2032-02-18"),
    ("It met the day before yesterday.", "the day before yesterday", "2032-02-17", "2032-02-17", "2032-02-17"),
    ("It met last week.", "last week", "2032-W07", "2032-02-09", "2032-02-15"),
    ("It will meet next month.", "next month", "2032-03", "2032-03-01", "2032-03-31"),
    ("It fell this year.", "this year", "2032", "2032-01-01", "2032-12-31"),
    ("It fell earlier this month.", "earlier this month", "2032-02", "2032-02-01", "2032-02-19"),
    ("It will open later this year.", "later this year", "2032", "2032-02-19", "2032-12-31"),
    ("Sales this winter were poor.", "this winter", "2031-WI", "2031-12-01", "2032-02-29"),
    ("Sales rose in the latest quarter.", "the latest quarter", "2031-Q4", "2031-10-01", "2031-12-31"),
    ("It fell last quarter.", "last quarter", "2031-Q4", "2031-10-01", "2031-12-31"),
    ("It opened two years ago.", "two years ago", "2030", "2030-01-01", "2030-12-31"),
    ("It opened three weeks ago.", "three weeks ago", "2032-W05", "2032-01-26", "2032-02-01"),
    ("It opened ten days ago.", "ten days ago", "2032-02-09", "2032-02-09", "2032-02-09"),
    ("It opened over the weekend.", "the weekend", "2032-W07-WE", "2032-02-14", "2032-02-15"),
    ("It closed last May.", "last May", "2031-05", "2031-05-01", "2031-05-31"),
    ("It closed in March last year.", "March last year", "2031-03", "2031-03-01", "2031-03-31"),
    ("It closes on Friday of next week.", "Friday of next week", "2032-02-27", "2032-02-27", "2032-02-27"),
    ("It closed the week before Christmas.", "the week before Christmas", "2031-W51", "2031-12-15", "2031-12-21"),
    ("It closed in the last fiscal year.", "the last fiscal year", "FY2031", None, None),
    ("Sales in the year to date rose.", "the year to date", "2032", "2032-01-01", "2032-02-19"),
]

QUALIFIED = [
    ("In early 2031 it rose.", "early 2031", "2031", "2031-01-01", "2031-04-30"),
    ("In mid-2031 it rose.", "mid-2031", "2031", "2031-05-01", "2031-08-31"),
    ("At the end of June 2031 it rose.", "the end of June 2031", "2031-06", "2031-06-21", "2031-06-30"),
    ("In the last days of May 2031 it rose.", "the last days of May 2031", "2031-05", "2031-05-21", "2031-05-31"),
    ("It rose late last year.", "late last year", "2031", "2031-09-01", "2031-12-31"),
    ("Done by the end of June 2032.", "the end of June 2032", "2032-06", None, "2032-06-30"),
    ("Done before 2035.", "2035", "2035", None, "2034-12-31"),
    ("Done since May 2031.", "May 2031", "2031-05", "2031-05-01", None),
    ("Done after 3 May 2031.", "3 May 2031", "2031-05-03", "2031-05-04", None),
    ("Open until Sunday.", "Sunday", "2032-02-22", None, "2032-02-22"),
]

TIMES = [
    (
        "It met at 6:40 p.m. on 3 May 2031.",
        "6:40 p.m. on 3 May 2031", "2031-05-03T18:40", "2031-05-03T18:40", "2031-05-03T18:40",
    ),
    (
        "It met on Tuesday at 18:00 UTC.",
        "Tuesday at 18:00 UTC", "2032-02-17T18:00Z", "2032-02-17T18:00Z", "2032-02-17T18:00Z",
    ),
    ("It met on Tuesday morning.", "Tuesday morning", "2032-02-17TMO", "2032-02-17T05:00", "2032-02-17T11:00"),
    ("It met last night.", "last night", "2032-02-18TNI", "2032-02-18T18:00", "2032-02-19T05:00"),
    (
        "It shut at 9 a.m. EST yesterday.",
        "9 a.m. EST yesterday", "2032-02-18T09:00", "2032-02-18T09:00-05:00", "2032-02-18T09:00-05:00",
    ),
    ("The news broke 11 hours ago.", "11 hours ago", "2032-02-XXTXX", "2032-02-18T13:00", "2032-02-19T12:59"),
]  # fmt: skip

DURATIONS = [
    ("It took two and a half years.", "two and a half years", "P2.5Y", None, None),
    ("A 27-year deal.", "27-year", "P27Y", None, None),
    ("It lasted several weeks.", "several weeks", "PXW", None, None),
    ("It lasted half an hour.", "half an hour", "PT0.5H", None, None),
    ("It took more than 20 years.", "more than 20 years", "P20Y", None, None),
    ("It took one hour and 30 minutes.", "one hour and 30 minutes", "PT1H30M", None, None),
    ("It is expected to last six to eight weeks.", "six to eight weeks", "P6W", None, None),
    ("She led it for a quarter-century.", "a quarter-century", "P25Y", None, None),
    ("A month-long strike.", "month-long", "P1M", None, None),
    ("It grew over the past decade.", "the past decade", "P10Y", "2022-02-19", "2032-02-19"),
    ("It will grow in the next four years.", "the next four years", "P4Y", "2032-02-19", "2036-02-19"),
    (
        "It sold most in the first ten months of 2031.",
        "the first ten months of 2031",
        "P10M",
        "2031-01-01",
        "2031-10-31",
    ),
    (
        "It sold most in the last two weeks of May 2031.",
        "the last two weeks of May 2031",
        "P2W",
        "2031-05-18",
        "2031-05-31",
    ),
]

SETS = [
    ("It meets every Friday.", "every Friday", "XXXX-WXX-5", None, None),
    ("It meets every two weeks.", "every two weeks", "P2W", None, None),
    ("It makes 400 cars per day.", "per day", "P1D", None, None),
    ("It meets twice a year.", "twice a year", "P1Y", None, None),
    ("Its annual report is out.", "annual", "P1Y", None, None),
]


@pytest.mark.parametrize(
    ("text", "expression", "value", "earliest", "latest"), DATES + RELATIVE + QUALIFIED + TIMES + DURATIONS + SETS
)
def test_one_expression(text: str, expression: str, value: str, earliest: str | None, latest: str | None) -> None:
    found = one(text)
    assert (found.text, found.value, found.earliest, found.latest) == (expression, value, earliest, latest)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("rows", "kind"), [(DATES, "DATE"), (TIMES, "TIME"), (DURATIONS, "DURATION"), (SETS, "SET")], ids="DTUS"
)
def test_types(rows: list[tuple[str, ...]], kind: str) -> None:
    assert {one(row[0]).type for row in rows} == {kind}


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("Early 2031 was good.", "START"),
        ("It lasted at least two years.", "EQUAL_OR_MORE"),
        ("It lasted less than a year.", "LESS_THAN"),
        ("It began around 1850.", "APPROX"),
        ("Done before 2035.", "BEFORE"),
        ("Done by 2035.", "ON_OR_BEFORE"),
        ("Done since 2030.", "ON_OR_AFTER"),
    ],
)
def test_modifiers(text: str, mod: str) -> None:
    assert one(text).mod == mod


# Tense and reporting verbs, by the words around alone: the published day is a Thursday.
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme said on Friday it would appeal.", "2032-02-13"),
        ("Acme will meet the union on Friday.", "2032-02-20"),
        ("The board is due to meet on Friday.", "2032-02-20"),
        ("The board met on Thursday.", "2032-02-19"),
        ("Acme said the plant will open on Friday.", "2032-02-20"),
        ("Sales fell in November.", "2031-11"),
        ("The plant will open in November.", "2032-11"),
        ("They plan to leave in April, and by June, they hoped to be done.", "2032-04"),
        ("The fair was held on March 2.", "2032-03-02"),
        ("The fair was held on January 2.", "2032-01-02"),
        ("The fair was held on December 30.", "2031-12-30"),
        ("It may put that to voters in November.", "2032-11"),
        ("It needs to win in November.", "2032-11"),
        ("The ceasefire starts on Saturday.", "2032-02-21"),
        ("The vote is on Monday.", "2032-02-23"),
        ("He asked members to join a call on Monday.", "2032-02-23"),
        ("She asked the court on Tuesday to hear it.", "2032-02-17"),
        ("They spoke in advance of a vote on Monday.", "2032-02-23"),
        ("The hearing was postponed to June.", "2032-06"),
        ("He failed to appear on Monday.", "2032-02-16"),
        ("Acme moved to Oslo in November.", "2031-11"),
        ("Work starts in April, Acme said.", "2032-04"),
        ("It was going well in November.", "2031-11"),
    ],
)
def test_which_friday(text: str, value: str) -> None:
    assert timexes(text, THURSDAY)[0].value == value


# What the text told before: (text, values in order)
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Acme was founded in 2019. In May of that year it moved.", ["2019", "2019-05"]),
        ("It was sued on 10 March 2021. The same day it fell.", ["2021-03-10", "2021-03-10"]),
        ("It was sued on 10 March 2021. The next day it fell.", ["2021-03-10", "2021-03-11"]),
        ("It was sued on 10 March 2021. Two weeks later it fell.", ["2021-03-10", "2021-W12"]),
        ("It was sued on 10 March 2021. The following May it fell.", ["2021-03-10", "2021-05"]),
        ("It was sued on 10 June 2021. The following May it fell.", ["2021-06-10", "2022-05"]),
        ("In March 2015, and again in June, it fell.", ["2015-03", "2015-06"]),
        ("It rose in April and June 2015.", ["2015-04", "2015-06"]),
        ("It ran from 26 June to 4 August 2015.", ["2015-06-26", "2015-08-04"]),
        ("It met on February 10, 2032. Earlier on February 10 it had denied that.", ["2032-02-10", "2032-02-10"]),
        ("It rose 3% in the third quarter of 2030 from a year earlier.", ["2030-Q3", "2029-Q3"]),
        ("It will run from October to March.", ["2032-10", "2033-03"]),
        ("It will run between October and March.", ["2032-10", "2033-03"]),
        ("It landed at 9:15 pm (1915 GMT).", ["2032-02-19T21:15", "2032-02-19T19:15Z"]),
        ("It makes 40 cars a day.", ["P1D"]),
        ("A yearlong probe and a weekslong strike.", ["P1Y", "PXW"]),
        ("In the weeks ahead and the ensuing days.", ["PXW", "PXD"]),
        ("It fell most since October 19, 1987 on Monday.", ["1987-10-19", "2032-02-16"]),
        ("Profit fell in the fourth quarter, from the same quarter a year before.", ["2031-Q4", "2030-Q4"]),
        ("Profit fell in the fourth quarter, from 3% in the same quarter last year.", ["2031-Q4", "2030-Q4"]),
        (
            "Profit was 3 in the first quarter of 2030, up from 2 a year earlier and 1 in the year-ago quarter.",
            ["2030-Q1", "2029-Q1", "2029-Q1"],
        ),
        ("It lost 4% in fiscal 2030 and 5% the following year.", ["FY2030", "2031"]),
        ("Ten years ago today it opened. A year ago this week it shut.", ["2022-02-19", "2031-W08"]),
        ("A week later it reopened.", ["XXXX-WXX"]),
        (
            "It fell on Monday. That day it rained; the previous day it snowed.",
            ["2032-02-16", "2032-02-16", "2032-02-15"],
        ),
        ("It grew in the three months to June 30.", ["P3M", "2031-06-30"]),
    ],
)
def test_narrative(text: str, values: list[str]) -> None:
    assert [t.value for t in timexes(text, THURSDAY)] == values


def test_a_history_takes_years_from_itself() -> None:
    text = (
        "In 1858 it was poor, in 1859 poorer. In 1860 they voted. The war began in April 1861. "
        "By June 1861 it had spread, and in July 1862 it was lost. In 1863 the city was retaken. "
        "On 4 October the fort surrendered. In December 1864 the army left, and on 2 January it returned."
    )
    values = [t.value for t in timexes(text, THURSDAY)]
    assert values == [
        "1858",
        "1859",
        "1860",
        "1861-04",
        "1861-06",
        "1862-07",
        "1863",
        "1863-10-04",
        "1864-12",
        "1865-01-02",
    ]


# With no published time nothing becomes "now".
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It met on Friday.", "XXXX-WXX-5"),
        ("It met on February 10.", "XXXX-02-10"),
        ("It met yesterday.", "XXXX-XX-XX"),
        ("It fell last week.", "XXXX-WXX"),
        ("It fell this year.", "XXXX"),
        ("It fell in the third quarter.", "XXXX-Q3"),
        ("It broke 11 hours ago.", "XXXX-XX-XXTXX"),
        ("It opened two years ago.", "XXXX"),
        (
            "It shut at Christmas.",
            "XXXX-12-25",
        ),
    ],
)
def test_unknown_published_time(text: str, value: str) -> None:
    found = one(text, UNKNOWN)
    assert (found.value, found.earliest, found.latest) == (value, None, None)


# Published some day between the end of June and the end of November 2031.
@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("It fell this year.", "2031", "2031-01-01", "2031-12-31"),
        ("It fell last year.", "2030", "2030-01-01", "2030-12-31"),
        ("It fell last month.", "2031-XX", "2031-05-01", "2031-10-31"),
        ("It fell yesterday.", "2031-XX-XX", "2031-06-27", "2031-11-29"),
        ("It fell in May.", "2031-05", "2031-05-01", "2031-05-31"),
        ("It fell in the fourth quarter.", "XXXX-Q4", "2030-10-01", "2031-12-31"),
        ("It fell in March 2029.", "2029-03", "2029-03-01", "2029-03-31"),
    ],
)
def test_published_range(text: str, value: str, earliest: str, latest: str) -> None:
    found = one(text, Published(earliest="2031-06-28", latest="2031-11-30"))
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


def test_published_with_one_end_gives_one_bound() -> None:
    found = one("It fell last month.", Published(earliest="2031-06-28"))
    assert (found.value, found.earliest, found.latest) == ("XXXX-XX", "2031-05-01", None)
    found = one("It fell last month.", Published(latest="2031-06-28"))
    assert (found.value, found.earliest, found.latest) == ("XXXX-XX", None, "2031-05-31")


def test_a_published_time_of_day_resolves_hours() -> None:
    found = one("It broke 11 hours ago.", Published(earliest="2032-02-19T09:30:00Z", latest="2032-02-19T09:30:00Z"))
    assert found.value == "2032-02-18T22"


# Numbers and names that are no times.
@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 troops and 1999 horses left.",
        "It costs $2012, or 2012 euros.",
        "The iPhone 6 and the Boeing 737 and the F-150.",
        "More than 2000 people came.",
        "Windows 2000 and the Model 2012 sold well.",
        "Ada Jun and Teresa May spoke; Augusta may march on.",
        "The March to the sea ended at the fall of the wall.",
        "He is 46 years old, she a 27-year-old, both on No. 2012.",
        "They won 3-2 and 21:19 with 2012% more.",
        "A part numbered 2012-4471-8.",
        "She read The Daily Today and today.example every page.",
        "Three-quarters of staff, and a quarter of the rest.",
        "On February 30, 2031 and 31 April nothing happened.",
        "They won the third quarter-final at the last minute, 24/7, year on year.",
        "Call 555-2012 or see section 2012 in room 1990.",
    ],
)
def test_not_times(text: str) -> None:
    assert [(t.text, t.value) for t in timexes(text, THURSDAY)] == []


def test_words_that_bound_stay_outside_the_span() -> None:
    found = one("It will be done no later than 2035.")
    assert (found.text, found.mod) == ("2035", "ON_OR_BEFORE")
