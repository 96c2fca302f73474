"""What extract takes from the reader's heads, where its own lists end."""

import pytest

from sayso.extract import extract
from sayso.extract.cues import unknown_report
from sayso.extract.parse import parse
from sayso.extract.tokens import split
from sayso.extract.tree import Tree
from sayso.records import Article


def article(text: str) -> Article:
    return Article(id="a1", input="a1", text=text, outlet="Harbour Times", language="en")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ann Roe harrumphed that the yard was dead.", "the yard was dead"),
        ("Tom Roe leaked that the firm was bankrupt.", "the firm was bankrupt"),
        ("The minister propounded that taxes would fall.", "taxes would fall"),
    ],
)
def test_a_verb_of_saying_that_no_list_has(text: str, part: str) -> None:
    reading = extract(article(text))
    assert [text[s.start : s.end] for a in reading.attributions for s in a.content] == [f"that {part}"]
    assert all(claim.chain for claim in reading.claims if claim.text == part)


@pytest.mark.parametrize(
    "text",
    ["Ann Roe ensured that the doors were closed.", "Ann Roe sold the yard.", "The deal means that prices fall."],
)
def test_other_verbs_report_nothing(text: str) -> None:
    for tree in map(Tree, parse(split(text))):
        assert not any(unknown_report(tree, i) for i in range(len(tree)))


def test_an_infinitive_to_come() -> None:
    text = "Norvik is in negotiations with Acme to build two ferries and sell one yard."
    statuses = {claim.text: claim.status for claim in extract(article(text)).claims}
    assert statuses["sell one yard"] == "planned"


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("Norvik will launch the ferry in May.", "launch", "future"),
        ("Acme did not sell the yard.", "sell", "negated"),
        ("Ann Roe said that the yard was dead.", "said", "reporting"),
    ],
)
def test_marks_of_plain_predicates(text: str, word: str, mark: str) -> None:
    (sentence,) = parse(split(text))
    assert [t.text for t in sentence.tokens if t.upos == "VERB" and mark in t.marks] == [word]
