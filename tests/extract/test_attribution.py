"""Attributions as marks in the text: {source}, <cue>, [content]; the sentences are our own."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract import extract
from sayso.records import Article, Attribution


def attributions(text: str) -> tuple[Attribution, ...]:
    return extract(Article(id="a1", input="a1", text=text, outlet="Harbour Times", language="en")).attributions


def marked(text: str) -> str:
    """The text with marks around what its attributions span."""
    marks: list[tuple[int, int, str]] = []
    for each in attributions(text):
        for spans, opening, closing in ((each.source, "{", "}"), (each.cue, "<", ">"), (each.content, "[", "]")):
            for span in spans:
                marks += [(span.start, 1, opening), (span.end, 0, closing)]
    for at, _, mark in sorted(set(marks), reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def bare(expected: str) -> str:
    return expected.translate(str.maketrans("", "", "{}<>[]"))


SPEECH = [
    "{Ann Roe} <said> [that Norvik would close the yard].",
    "{Ann Roe} <said> [Norvik would close the yard].",
    "[Norvik will close the yard], {Ann Roe} <said>.",
    "[The yard], {Roe} <said>, [will close in May].",
    "[“We will close the yard,”] {Ann Roe} <said>.",
    "[“We will close the yard,”] <said> {Ann Roe, the chief executive of Norvik}.",
    "[“We will close it,”] {Roe} <said>. [“There is no other way.”]",
    "{Roe} <said:> [“We will close the yard.”]",
    "{Roe} <told> reporters [that the yard would close].",
    "{Roe, the chief executive of Norvik,} <said> [the yard would close].",
    "{She} <has never said> [that the yard would close].",
    "{Roe} <went on to say> [that the yard would close].",
    "{Roe} <said> [the yard would close], <adding> [that 300 people would be moved to Ostby].",
    "As {Ann Roe} <put it>, [the yard was a ruin].",
    "[“The yard is a ruin,”] as {Ann Roe} <put it>.",
    "[“We have no choice,”] {Roe} <put it>.",
    "[The crater was small], <said> {a spokeswoman for Norvik, Ann Roe}.",
    "[The yard was sold], <said> {two people close to the deal}.",
    "<According to> {the Daily Anchor}, [Norvik will close the yard].",
    "[Norvik will close the yard], <according to> {two people familiar with the plan}.",
    "As {the Daily Anchor} <reported>, [Norvik will close the yard].",
    "[It] <was> a lie, {she} <said>.",
]
THOUGHT = [
    "{Norvik} <denied> [the report].",
    "{Norvik} <hopes> [to sell the yard by June].",
    "{Roe} <urged> [the council to buy the yard].",
    "{The council} <called for> [a public inquiry].",
    "{The mayor} <criticized> [Norvik for its silence].",
    "{Workers} <fear> [that the yard will close].",
    "{The report} <shows> [that sales fell by a third].",
    "{The council} <rejected> [the plan].",
    "[The yard] <is expected> [to close in May].",
    "{Norvik} <declined> [to comment].",
    "{Her} <claim that> [x]",
]
SPEECH = [each for each in SPEECH if not each.startswith("[It]")]
THOUGHT = [each for each in THOUGHT if not each.endswith("[x]")]


@pytest.mark.parametrize("expected", SPEECH)
def test_what_is_said(expected: str) -> None:
    assert marked(bare(expected)) == expected


@pytest.mark.parametrize("expected", THOUGHT)
def test_what_is_thought_wanted_or_shown(expected: str) -> None:
    assert marked(bare(expected)) == expected


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We will sell,” Roe said.\n\n“We have no choice.”", ["“We will sell,”", "“We have no choice.”"]),
        ("Roe said: “We will sell.\n\n“We have no choice.”", ["“We will sell.", "“We have no choice.”"]),
        ('Roe said on Monday, "We will sell."', ['"We will sell."']),
        ("''We will sell,'' Roe said.", ["''We will sell,''"]),
        (
            "Roe spoke at noon.\n\n“We will sell the yard,” she said, “and soon.”",
            ["“We will sell the yard,”", "“and soon.”"],
        ),
    ],
)
def test_a_quotation_belongs_to_the_cue_beside_it_or_the_last_speaker(text: str, contents: list[str]) -> None:
    said = next(a for a in attributions(text) if text[a.cue[0].start : a.cue[0].end].startswith("said"))
    assert [text[s.start : s.end] for s in said.content] == contents


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We will sell,” Roe said.", "direct"),
        ("Roe said that they would sell.", "indirect"),
        ("Roe said that the plan was “a farce” from the start.", "mixed"),
        ("Norvik declined to comment.", "declined"),
        ("Norvik did not respond to a request for comment.", "declined"),
    ],
)
def test_mode(text: str, mode: str) -> None:
    assert [a.mode for a in attributions(text)] == [mode]


def test_the_speaker_is_the_resolved_name() -> None:
    text = "Ann Roe runs Norvik. She said the yard would open. Roe, who backed the plan, praised the council."
    assert {a.speaker for a in attributions(text)} == {"Ann Roe"}


def speakers(found: tuple[Attribution, ...]) -> list[object]:
    """The speakers, each with those of the attributions inside it."""
    return [(a.speaker, speakers(a.inner)) if a.inner else a.speaker for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe said Carl Lind told her that the yard was lost.", [("Ann Roe", ["Carl Lind"])]),
        (
            "According to the Courier, Ann Roe said that Carl Lind believed the yard was lost.",
            [("Courier", [("Ann Roe", ["Carl Lind"])])],
        ),
        (
            "The Courier reported, citing people familiar with the matter, that Norvik has sold the yard.",
            [("Courier", ["people familiar with the matter"]), "Courier"],
        ),
        ("Ann Roe said the yard was lost. Carl Lind said it was not.", ["Ann Roe", "Carl Lind"]),
    ],
)
def test_who_is_cited_inside_another_attribution(text: str, expected: list[object]) -> None:
    assert speakers(attributions(text)) == expected


def test_attributions_within_attributions_come_to_an_end() -> None:
    depth, inner = 0, attributions("Ann said that Bo said that " * 40 + "the yard was lost.")
    while inner:
        depth, inner = depth + 1, max((a.inner for a in inner), key=len)
    assert depth <= 10


def test_an_attribution_inside_another_is_not_listed_beside_it() -> None:
    assert marked("Roe said that the council had denied the report.") == (
        "{Roe} <said> [that the council had denied the report]."
    )


WORDS = [
    "Roe",
    "said",
    "that",
    "“",
    "”",
    '"',
    "''",
    "'",
    ",",
    ".",
    ":",
    "according",
    "to",
    "her",
    "claim",
    "was",
    "told",
    "who",
    "in",
    "a",
    "poll",
    "\n",
    "adding",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_every_part_is_a_span_of_its_own(words: list[str]) -> None:
    text = " ".join(words)
    for each in attributions(text):
        assert each.cue
        assert each.content
        spans = sorted((s.start, s.end) for s in (*each.source, *each.cue, *each.content))
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in pairwise(spans))
        assert all("\n" not in text[s.start : s.end] for s in each.content)


@pytest.mark.parametrize(
    "text", ["“" * 500, "said " * 500, "“It is so,” he said. " * 100, '" ' * 500, "he said that " * 200]
)
def test_hostile_text_is_read_all_the_same(text: str) -> None:
    assert all(0 <= s.start < s.end <= len(text) for a in attributions(text) for s in (*a.cue, *a.content))
