"""Where claims stand in sentences said with names."""

import pytest

from sayso.extract import extract
from sayso.match.texts import Sentence, Texts
from sayso.records import Article

TEXT = "Acme opened a plant. It hired 40 people, and its workers struck."


def test_a_sentence_said_with_names():
    sentence = Sentence(TEXT, 21, len(TEXT), [(21, 23, "Acme"), (45, 48, "Acme")])
    assert sentence.said == "Acme hired 40 people, and Acme's workers struck."
    assert sentence.written == TEXT[21:]
    for word in ("hired", "people", "workers", "struck"):
        at = sentence.place(TEXT.index(word))
        assert sentence.said[at:].startswith(word)
    assert sentence.place(21) == 0
    assert sentence.place(len(TEXT)) == len(sentence.said)
    assert sentence.place(10_000) == len(sentence.said)


def test_stand_ins_that_overlap_or_reach_over_the_end_are_left():
    assert Sentence(TEXT, 0, 20, [(0, 4, "Acme Corp"), (2, 6, "X"), (14, 25, "Y")]).said == "Acme Corp opened a plant."


@pytest.fixture(scope="module")
def story():
    article = Article(id="a", input="a", text=TEXT + " Roe said she was glad.", language="en")
    reading = extract(article)
    return Texts([article], [reading]), reading


def test_every_claim_is_found_again(story):
    texts, reading = story
    assert reading.claims
    for claim in reading.claims:
        assert claim.text.split()[-1].strip(".,") in texts.said(texts.spans(claim))
        assert texts.sentence(claim) in TEXT + " Roe said she was glad."


def test_a_subject_that_stands_outside_comes_first():
    article = Article(id="b", input="b", text="Acme closed its plant in Leeds and hired 40 people.", language="en")
    reading = extract(article)
    texts = Texts([article], [reading])
    (hired,) = [c for c in reading.claims if c.text.startswith("hired")]
    assert texts.said(texts.spans(hired)) == "Acme hired 40 people"
