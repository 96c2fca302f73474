"""What claims say, as vectors."""

import msgspec
import numpy as np
import pytest

from sayso.extract.reading import read
from sayso.match.texts import Texts
from sayso.match.vectors import Page, pooled
from sayso.records import Article
from sayso.weights.vectors import SIZE

TEXTS = (
    "Acme sold its plant in Leeds to a rival. Ann Roe left the firm in May.",
    "The factory in Leeds was bought by a competitor, Acme said. It was sorry that Roe had gone.",
)


@pytest.fixture(scope="module")
def story():
    articles = [Article(id=f"a{n}", input="", text=text, language="en") for n, text in enumerate(TEXTS)]
    return articles, [read(article) for article in articles]


def of(articles, told, claims):
    readings = [reading for reading, _ in told]
    return pooled(claims, Texts(articles, readings), articles, readings, {reading.id: words for reading, words in told})


def test_claims_of_one_meaning_are_nearest(story):
    articles, told = story
    claims = [c for reading, _ in told for c in reading.claims if c.kind != "statement"]
    vectors = of(articles, told, claims)
    assert vectors.shape == (len(claims), SIZE)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    at = {c.text: n for n, c in enumerate(claims)}
    sold, left = (
        next(n for text, n in at.items() if text.startswith(start)) for start in ("Acme sold", "Ann Roe left")
    )
    bought, gone = (next(n for text, n in at.items() if part in text) for part in ("bought by", "Roe had gone"))
    assert vectors[sold] @ vectors[bought] > vectors[left] @ vectors[bought]
    assert vectors[left] @ vectors[gone] > vectors[sold] @ vectors[gone]


def test_the_order_of_claims_means_nothing(story):
    articles, told = story
    claims = [c for reading, _ in told for c in reading.claims]
    one, other = of(articles, told, claims), of(articles[::-1], told[::-1], claims[::-1])
    assert other[::-1] == pytest.approx(one, abs=1e-6)


def test_a_claim_of_no_words_has_no_vector(story):
    articles, told = story
    claim = msgspec.structs.replace(told[0][0].claims[0], start=4, end=4, roles=())
    (vector, _) = of(articles, told, [claim, told[0][0].claims[0]])
    assert (vector == 0).all()


def test_a_word_that_stands_for_a_name_counts_as_the_name():
    article = Article(id="a", input="", text="Acme opened a plant in Leeds. It hired 40 people.", language="en")
    reading, words = read(article)
    assert any(m.form == "pronoun" for e in reading.entities for m in e.mentions)
    page = Page(article.text, reading, words)
    found = page.within(article.text.index("It"), len(article.text))
    assert [page.forms[n] for n in found] == ["acme", "hired", "40", "people", "."]
    assert page.within(0, 4) == [0]
    assert page.within(7, 7) == []
