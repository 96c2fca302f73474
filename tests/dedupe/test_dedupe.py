"""Which articles repeat which: our own pieces about a made-up company."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dedupe import dedupe
from sayso.records import Article, Copy, Published

WIRE = (
    "TURIN, May 3 (Reuters) - Brightwell will close its van plant in Turin by the end of the year, the company said on "
    "Monday, and offer its 400 workers places at the new site in Lyon.\n\n"
    "Demand for small vans has fallen by a third since 2028, and the plant has run at half of its capacity since the "
    "spring, according to figures that the company published with its results.\n\n"
    "“We have looked at every other way, and there was none that would have kept the gates open,” said Lena Vogt, the chief "
    "executive.\n\n"
    "The union of metal workers called the closure a betrayal and announced a strike for Friday in all plants of the group."
)
OWN = (
    "On the square in front of the factory the mood is grim this morning. Marta Ricci, who has welded doors here for thirty "
    "years, has brought coffee for everybody and does not know what to say.\n\n"
    "Her husband lost his job at the foundry last winter, and their daughter studies in Bologna. To move to France is out of "
    "the question for them, she says, whatever is offered."
)
QUOTING = (
    "Nobody had told the mayor. He learned of it from the radio, like everyone else in the town hall, and went at once to the "
    "gates to speak to the men of the early shift.\n\n"
    "“We have looked at every other way, and there was none that would have kept the gates open,” Vogt told shareholders in "
    "the afternoon, and the share rose."
)


def article(name: str, text: str, outlet: str | None = None, day: str | None = None) -> Article:
    published = Published(earliest=day, latest=day, basis="given") if day else Published()
    return Article(id=name, input=name, text=text, outlet=outlet, published=published)


def edited(text: str, share: float, seed: int = 3) -> str:
    rng = random.Random(seed)
    return " ".join("perhaps" if rng.random() < share else word for word in text.split(" "))


def brief(copies: tuple[Copy, ...]) -> list[tuple[str, str, str]]:
    return [(copy.article_id, copy.original_id, copy.kind) for copy in copies]


KINDS = [
    ("the same text, outlets unknown", article("a", WIRE), article("b", WIRE), ("b", "a", "duplicate")),
    ("near the same", article("a", WIRE), article("b", edited(WIRE, 0.05) + " More soon."), ("a", "b", "reprint")),
    ("the later is the copy", article("a", OWN, None, "2031-05-04"), article("b", OWN, None, "2031-05-03"), ("a", "b", "duplicate")),
    ("another outlet prints it", article("a", OWN, "Gear Daily", "2031-05-03"), article("b", OWN, "Motor Post", "2031-05-04"), ("b", "a", "reprint")),
    ("the same outlet again", article("a", OWN, "Gear Daily", "2031-05-03"), article("b", OWN, "Gear Daily", "2031-05-04"), ("b", "a", "duplicate")),
    (
        "the same outlet revises",
        article("a", OWN, "Gear Daily", "2031-05-03"),
        article("b", OWN + " The strike begins at six.", "The Gear Daily", "2031-05-04"),
        ("b", "a", "revision"),
    ),
    (
        "a passage in another article",
        article("a", WIRE, "Motor Post", "2031-05-03"),
        article("b", OWN + "\n\n" + WIRE.split("\n\n")[1] + "\n\n" + OWN[::-1], "Gear Daily", "2031-05-04"),
        ("b", "a", "rewrite"),
    ),
    (
        "who credits the other copied it",
        article("a", OWN + " First reported by the Gear Daily, with more to come tonight.", "Motor Post"),
        article("b", OWN, "Gear Daily"),
        ("a", "b", "reprint"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "expected"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_kinds(first: Article, second: Article, expected: tuple[str, str, str]) -> None:
    assert brief(dedupe([first, second])) == [expected]
    assert dedupe([second, first]) == dedupe([first, second])


def test_a_shared_quotation_is_no_copy() -> None:
    assert dedupe([article("a", WIRE), article("b", QUOTING)]) == ()


def test_articles_of_their_own_are_no_copies() -> None:
    assert dedupe([article("a", WIRE), article("b", OWN), article("c", QUOTING), article("d", "")]) == ()


def test_a_pasted_passage_is_found_where_it_stands_with_a_few_words_changed() -> None:
    passage = WIRE.split("\n\n")[1].replace("a third", "about a third").replace("spring", "summer")
    text = f"{OWN}\n\n{passage}\n\n{QUOTING}"
    (copy,) = dedupe([article("a", WIRE, None, "2031-05-03"), article("b", text, None, "2031-05-04")])
    (span,) = copy.spans
    assert text[span.start : span.end] == passage.rstrip(".")
    assert WIRE[span.original_start : span.original_end] == WIRE.split("\n\n")[1].rstrip(".")
    assert copy.similarity == pytest.approx(len(passage.split()) / len(text.split()), abs=0.03)


def test_a_copy_of_a_rewrite_is_one_copy_of_the_rewrite() -> None:
    rewrite = OWN + "\n\n" + WIRE.split("\n\n")[1]
    pile = [
        article("a", WIRE, "A", "2031-05-03"),
        article("b", rewrite, "B", "2031-05-04"),
        article("c", rewrite, "C", "2031-05-05"),
    ]
    assert brief(dedupe(pile)) == [("b", "a", "rewrite"), ("c", "b", "reprint")]


def test_two_sources_of_one_article_are_two_copies() -> None:
    both = OWN.split("\n\n")[0] + "\n\n" + WIRE.split("\n\n")[1]
    pile = [
        article("a", WIRE, "A", "2031-05-03"),
        article("b", OWN, "B", "2031-05-03"),
        article("c", both, "C", "2031-05-04"),
    ]
    assert {(copy.article_id, copy.original_id) for copy in dedupe(pile)} == {("c", "a"), ("c", "b")}


def test_of_many_copies_each_has_one_original() -> None:
    pile = [article(f"{at:03}", edited(WIRE, 0.02, at), None, f"2031-05-{1 + at % 28:02}") for at in range(60)]
    copies = dedupe(pile)
    assert len(copies) == 59
    assert len({copy.article_id for copy in copies}) == 59


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(seed: int) -> None:
    pile = [row[at] for row in KINDS for at in (1, 2)]
    pile = [
        Article(id=f"{at}", input="x", text=a.text, outlet=a.outlet, published=a.published) for at, a in enumerate(pile)
    ]
    assert dedupe(random.Random(seed).sample(pile, len(pile))) == dedupe(pile)


HOSTILE = [
    "",
    " ",
    "ago " * 20_000,
    "x" * 100_000,
    '"' * 20_000,
    "“" * 20_000,
    "\ud800\x00 lone",
    "one two",
    "a b c d e " * 4_000,
]


def test_hostile_text_is_quick_and_no_error() -> None:
    dedupe([Article(id=str(at), input="x", text=text) for at, text in enumerate(HOSTILE * 2)])


def test_short_texts_that_are_the_same_are_copies() -> None:
    assert brief(dedupe([article("a", "Brightwell closes Turin."), article("b", "Brightwell closes Turin.")])) == [
        ("b", "a", "duplicate")
    ]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from("van plant turin closes may “ ” \n\n said lyon".split(" ")), max_size=60), max_size=5
    )
)
def test_spans_lead_back_to_words_of_both(texts: list[list[str]]) -> None:
    pile = {str(at): Article(id=str(at), input="x", text=" ".join(words)) for at, words in enumerate(texts)}
    for copy in dedupe(list(pile.values())):
        assert copy.article_id != copy.original_id
        assert 0 < copy.similarity <= 1
        for span in copy.spans:
            own = pile[copy.article_id].text[span.start : span.end]
            theirs = pile[copy.original_id].text[span.original_start : span.original_end]
            assert own.split()[0] == theirs.split()[0]
            assert own.split()[-1] == theirs.split()[-1]
