"""What must hold for any text: spans lead back, nothing is raised, nothing invented, work grows with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.timex import timexes
from sayso.extract.timex.values import bounds
from sayso.extract.tokens import Sentence, Token, split
from sayso.records import Published

THURSDAY = Published(earliest="2032-02-19", latest="2032-02-19")

_WORDS = [
    "the",
    "last",
    "next",
    "this",
    "that",
    "end",
    "of",
    "early",
    "late",
    "May",
    "March",
    "Friday",
    "Sunday",
    "June",
    "3",
    "12th",
    "31",
    "30",
    "2031",
    "1999",
    "199",
    "million",
    "two",
    "half",
    "a",
    "an",
    "and",
    "years",
    "year",
    "weeks",
    "month",
    "day",
    "days",
    "hour",
    "ago",
    "before",
    "after",
    "since",
    "until",
    "by",
    "in",
    "on",
    "at",
    "quarter",
    "third",
    "second",
    "first",
    "decade",
    "century",
    "1990s",
    "mid",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "18:40",
    "p.m.",
    "GMT",
    "noon",
    "morning",
    "night",
    "every",
    "each",
    "per",
    "Christmas",
    "Easter",
    "today",
    "now",
    "recently",
    "2031-02-30",
    "1/2/2031",
    "FY2031",
    "Q3",
    "H1",
    "BC",
    "from",
    "to",
    "between",
    "said",
    "will",
    "met",
    "“",
    "”",
    "\n",
    "年",
    "٢",
    "🗓",
    "\u200d",
]
_TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
_PUBLISHED = st.sampled_from(
    [
        THURSDAY,
        Published(),
        Published(earliest="2032-02-19T09:30:00+02:00", latest="2032-02-19T09:30:00+02:00"),
        Published(earliest="2031-06-28", latest="2031-11-30"),
        Published(earliest="2031-06-28"),
        Published(latest="0001-01-01"),
        Published(earliest="9999-12-31", latest="9999-12-31"),
        Published(earliest="no date", latest=""),
    ]
)


@given(_TEXTS, _PUBLISHED)
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, published: Published) -> None:
    last = 0
    for timex in timexes(text, published):
        assert text[timex.start : timex.end] == timex.text
        assert last <= timex.start < timex.end
        last = timex.end
        if timex.earliest and timex.latest and "T" not in timex.earliest + timex.latest:
            assert timex.earliest <= timex.latest


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_unknown_published_time_is_never_now(text: str) -> None:
    """Bounds without a published time can come only from days that the text names, so a value is at hand."""
    for timex in timexes(text):
        if timex.type in ("DATE", "TIME") and (timex.earliest or timex.latest):
            assert timex.value is not None
            assert bounds(timex.value) != (None, None)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_rerun_is_the_same(text: str) -> None:
    assert timexes(text, THURSDAY) == timexes(text, THURSDAY)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_wider_published_range_never_narrows(text: str) -> None:
    day = timexes(text, Published(earliest="2031-08-01", latest="2031-08-01"))
    span = timexes(text, Published(earliest="2031-08-01", latest="2031-08-20"))
    assert [(t.start, t.end) for t in day] == [(t.start, t.end) for t in span]
    for one, many in zip(day, span, strict=True):
        if one.earliest and many.earliest and one.type == "DATE":
            assert many.earliest <= one.earliest


# 50,000 characters of each.
_RUNS = (
    "1", ".", "-", "ago ", "2 years ago ", "May ", "May 5, ", "Monday ", "of the end of ", "last ", "the ", "Q1 ",
    "1,", "1/", "1-", "two ", "two hundred million and ", "12:30 ", "1:", "end of ", "be to be ", "early ",
    "twenty-", "2012-13-", "'s ", "New Year", "2024-01-01T", "年二〇", "٢٠٢٤ ", "\u200d", "\n", "(", "_", "\ud800",
    "half a ", "1 to ", "every ", "will ", "asked a b c to ", "the first Monday of ", "postponed ", "1H31 ", "between ",
)  # fmt: skip


@pytest.mark.parametrize("run", _RUNS, ids=ascii)
def test_long_runs_take_linear_time(run: str) -> None:
    def seconds(length: int) -> float:
        text = run * (length // len(run))
        begin = time.process_time()
        for timex in timexes(text, THURSDAY):
            assert text[timex.start : timex.end] == timex.text
        return time.process_time() - begin

    short, long = seconds(5_000), seconds(50_000)
    assert long < 40 * short + 0.5  # ten times the text; quadratic work would take a hundred times as long


@pytest.mark.parametrize(
    "text",
    [
        "On February 30, 2031 and 31 April 2031 and 2031-02-30 and 13/13/2031.",
        "At 25:00 and 12:61 and 13 p.m. and 99:99.",
        "In the 99th century, in the year 99999999999999999999, 999999999 years from now or 99999 decades ago.",
        "ago ago ago years of of the of last next this that",
        "Mayor Marchand summered in Fallon; Sunnis sat; Decent Monet wedged.",
    ],
)
def test_nothing_invented(text: str) -> None:
    for timex in timexes(text, THURSDAY):
        assert (timex.earliest, timex.latest) == (None, None), timex


def test_a_parse_decides_the_tense() -> None:
    text = "Acme Corp, whose chair was found guilty, opens a plant that it will sell on Friday."
    (sentence,) = split(text)
    heads = {"opens": -1, "plant": "opens", "will": "sell", "sell": "plant", "Friday": "sell", "on": "Friday"}
    tags = {"opens": ("VERB", "VBZ", "root"), "sell": ("VERB", "VB", "acl:relcl"), "will": ("AUX", "MD", "aux")}
    names = [token.text for token in sentence.tokens]
    tokens = []
    for token in sentence.tokens:
        upos, xpos, deprel = tags.get(token.text, ("NOUN", "NN", "dep"))
        head = heads.get(token.text, "opens")
        tokens.append(
            Token(
                start=token.start, end=token.end, text=token.text, lemma=token.text.lower(), upos=upos, xpos=xpos,
                head=names.index(head) if isinstance(head, str) else head, deprel=deprel,
            )
        )  # fmt: skip
    parsed = Sentence(start=sentence.start, end=sentence.end, tokens=tuple(tokens))
    assert [t.value for t in timexes(text, THURSDAY, [parsed])] == ["2032-02-20"]


def test_a_parse_that_goes_in_circles_is_no_trap() -> None:
    text = "It met on Friday."
    (sentence,) = split(text)
    circular = tuple(
        Token(
            start=t.start, end=t.end, text=t.text, upos="PART", xpos="TO", deprel="mark",
            head=(i + 1) % len(sentence.tokens),
        )
        for i, t in enumerate(sentence.tokens)
    )  # fmt: skip
    assert timexes(text, THURSDAY, [Sentence(start=sentence.start, end=sentence.end, tokens=circular)])
