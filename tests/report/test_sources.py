import pytest

from sayso.records import Article, Claim
from sayso.report.sources import Sources, label


def article(text="", **more):
    return Article(id="a", input="pile/page.txt", text=text, **more)


def claim(text, quoted):
    start = text.index(quoted)
    fields = {"status": "asserted", "polarity": "positive", "chain": (), "origin": "a"}
    return Claim(id="c", article_id="a", start=start, end=start + len(quoted), text=quoted, **fields)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"outlet": "Harbour Post", "url": "https://other.example"}, "Harbour Post"),
        ({"url": "https://www.harbourpost.example/a?b=c", "headline": "Ferry seen"}, "harbourpost.example"),
        ({"url": "http://[", "headline": "Ferry seen"}, "“Ferry seen”"),
        ({"url": "javascript:alert(1)", "headline": "Ferry seen"}, "“Ferry seen”"),
        ({"outlet": "  ", "headline": "A headline that is far too long for a label"}, "“A headline that is far…”"),
        ({}, "page"),
    ],
)
def test_an_outlet_is_called_by_what_is_known_of_it(known, expected):
    assert label(article(**known)) == expected


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("One came. Two left early. Three slept.", "left", "Two left early."),
        ("It sank. “We are safe,” she said. He agreed.", "We are safe", "“We are safe,” she said."),
        ("Mr. Berg met Dr. Aas on Jan. 5 at noon. They ate.", "met", "Mr. Berg met Dr. Aas on Jan. 5 at noon."),
        ("He left for the U.S. Navy in May. Then he wrote.", "Navy", "He left for the U.S. Navy in May."),
        ("A headline without a stop\nThe body starts here. It ends.", "body", "The body starts here."),
        ("It cost 3.5 million. It sold.", "cost", "It cost 3.5 million."),
        ("One came. Two left.", "came. Two", "One came. Two left."),
        ("alone", "alone", "alone"),
    ],
)
def test_the_sentence_around_a_claim(text, quoted, expected):
    start, end = Sources([article(text)]).sentence(claim(text, quoted))
    assert text[start:end] == expected


def test_a_stretch_without_any_stop_is_not_taken_for_a_sentence():
    text = "word " * 500 + "claim " + "word " * 500
    found = claim(text, "claim")
    assert Sources([article(text)]).sentence(found) == (found.start, found.end)


def test_offsets_that_do_not_fit_the_text_stay_as_they_are():
    lost = Claim(
        id="c",
        article_id="a",
        start=90,
        end=95,
        text="gone",
        status="asserted",
        polarity="positive",
        chain=(),
        origin="a",
    )
    assert Sources([article("short")]).sentence(lost) == (90, 95)


def test_reasons_name_outlets_instead_of_ids_but_leave_numbers_alone():
    pile = [Article(id="0a1f", input="x", text="", outlet="Harbour Post"), Article(id="2", input="y", text="")]
    assert Sources(pile).in_words("2 in 0a1f, 25 in 10a1f") == "2 in Harbour Post, 25 in 10a1f"


def test_sentences_of_a_hostile_text_are_found_in_linear_time():
    text = "." * 20_000 + " " * 20_000 + '."' * 20_000 + " \n" * 20_000 + "end"
    start, end = Sources([article(text)]).sentence(claim(text, "end"))
    assert text[start:end] == "end"


def test_an_id_and_the_name_of_its_outlet_are_one_origin():
    pile = [Article(id="a1", input="x", text="", outlet="Harbour Post"), Article(id="a2", input="y", text="")]
    assert Sources(pile).distinct(["a1", "Harbour Post", "a2", "Ada Lindqvist", "a2"]) == [
        "Harbour Post",
        "a2",
        "Ada Lindqvist",
    ]
