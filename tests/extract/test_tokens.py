import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.tokens import split, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm didn't say why.", "The|firm|did|n't|say|why|."),
        ("Norvik’s U.S.-based arm cannot.", "Norvik|’s|U.S.|-|based|arm|can|not|."),
        ("It paid $3.5bn, up 12%.", "It|paid|$|3.5|bn|,|up|12|%|."),
        ("Mr. O'Hara of Ferro Co. Ltd. left at 5 p.m.", "Mr.|O'Hara|of|Ferro|Co.|Ltd.|left|at|5|p.m."),
        ("See https://ferro.example/a?b=1.", "See|https://ferro.example/a?b=1|."),
        ("Wait... what?!", "Wait|...|what|?!"),
        ("They’ll sell 1,200 ZX7s.", "They|’ll|sell|1,200|ZX7s|."),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(t.text for t in tokenize(text)) == expected


@pytest.mark.parametrize(
    "sentences",
    [
        ["It works.", "Nobody knows why."],
        ["Mr. Roe met Dr. Poe at 5 p.m. on Monday.", "He left."],
        ["“It is over,” she said.", "“We won.”", "He agreed."],
        ["Ferro Inc. sold 1.5 million units.", "The U.S. market fell."],
        ["Is it true?", "Yes!", "The J. K. Roe fund said so."],
        ["Sales rose to No. 2 in the U.S. Ferro said so in Jan. 2031."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s.start : s.end] for s in split(text)] == sentences


def test_a_line_break_ends_a_sentence_but_not_a_wrapped_line() -> None:
    text = "A heading\nThe ferry left the\nharbour at noon.\n\nIt came back."
    assert [text[s.start : s.end] for s in split(text)] == [
        "A heading",
        "The ferry left the\nharbour at noon.",
        "It came back.",
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_token_leads_back_and_nothing_visible_is_lost(text: str) -> None:
    tokens = [t for s in split(text) for t in s.tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)
    covered = {i for t in tokens for i in range(t.start, t.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@pytest.mark.parametrize("unit", ["a.", "1,", '"', "a'b", "A.B", "@", "x-", "x@y.", "a", "!?", "n't "])
def test_long_runs_of_anything_are_linear(unit: str) -> None:
    tokens = [t for s in split(unit * 20_000) for t in s.tokens]
    assert tokens
    assert tokens[-1].end <= len(unit) * 20_000


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("BERGEN (Harbour Wire) —", "Norvik sold a yard."),
        ("NEW YORK, May 4 (Harbour Wire) -", "Norvik sold a yard."),
        ("OSLO, Norway –", "It rained."),
    ],
)
def test_a_dateline_stands_apart_from_its_sentence(dateline: str, sentence: str) -> None:
    text = f"{dateline} {sentence}"
    assert [text[s.start : s.end] for s in split(text)] == [dateline, sentence]
