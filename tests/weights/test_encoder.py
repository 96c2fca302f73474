import numpy as np
import pytest

from sayso.weights.encoder import DIMENSIONS, Span

PAIRS = [
    ("The firm denied that it had sold the plant.", "The company rejected reports of a sale of the factory."),
    ("The bridge will reopen in May, the mayor said.", "According to the mayor, the bridge opens again in May."),
    ("Shares of the carmaker fell by a tenth.", "The car maker's stock dropped 10 percent."),
]


def test_vectors_have_length_one(encoder):
    vectors = encoder.vectors([text for pair in PAIRS for text in pair])
    assert vectors.dtype == np.float32
    assert vectors.shape == (2 * len(PAIRS), DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_paraphrase_is_nearest(encoder):
    left, right = (encoder.vectors([pair[side] for pair in PAIRS]) for side in (0, 1))
    alike = left @ right.T
    assert (alike.argmax(1) == np.arange(len(PAIRS))).all()
    assert np.diag(alike).min() > 0.6


def test_a_vector_does_not_depend_on_its_batch(encoder):
    texts = [text for pair in PAIRS for text in pair]
    alone = np.concatenate([encoder.vectors([text]) for text in texts])
    together = encoder.vectors(["Hm.", *texts * 9, "Filler of some length, to be of another batch."])
    assert (together[1:-1] == np.tile(alone, (9, 1))).all()


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\u200d\ufeff", "a" * 1_000_000, "word " * 5_000, "👩‍👩‍👧 北京"])
def test_hostile_texts(encoder, text):
    (vector,) = encoder.vectors([text])
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_no_texts(encoder):
    assert encoder.vectors([]).shape == (0, DIMENSIONS)


SENTENCES = ["Acme sold the plant, and Roe left the firm.", "The firm sold its factory in May."]
PASSAGES = [
    [Span(0, 0, 19)],
    [Span(0, 21, 42)],
    [Span(1, 0, 32)],
    [Span(0, 0, 4), Span(1, 25, 32)],
    [Span(1, 40, 50)],
    [],
]


def test_passages_have_length_one_or_none(encoder):
    for vectors in encoder.passages(SENTENCES, PASSAGES):
        assert vectors.shape == (len(PASSAGES), DIMENSIONS)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 1, 0, 0], abs=1e-5)


def test_passages_of_one_meaning_are_near(encoder):
    inside, alone = encoder.passages(SENTENCES, PASSAGES)
    for vectors in (inside, alone):
        assert vectors[0] @ vectors[2] > vectors[1] @ vectors[2]


def test_the_order_of_passages_and_texts_means_nothing(encoder):
    turned = [[Span(1 - s.text, s.start, s.end) for s in spans] for spans in reversed(PASSAGES)]
    for one, other in zip(
        encoder.passages(SENTENCES, PASSAGES), encoder.passages(SENTENCES[::-1], turned, threads=2), strict=True
    ):
        assert other[::-1] == pytest.approx(one, abs=1e-5)


def test_a_passage_at_the_end_of_a_long_text_is_read(encoder):
    text = "The tower fell. " * 150 + "Acme sold the plant."
    inside, _ = encoder.passages(
        [text, "Acme sold the plant."], [[Span(0, 2400, 2420)], [Span(1, 0, 20)], [Span(0, 0, 15)]]
    )
    assert inside[0] @ inside[1] > 0.7 > inside[1] @ inside[2]


def test_passages_of_hostile_texts(encoder):
    text = "\ud800\u200d" + "a" * 1_000_000
    vectors = encoder.passages([text, ""], [[Span(0, 0, 10)], [Span(0, 999_000, 1_000_002)], [Span(1, 0, 0)]])
    assert np.isfinite(vectors).all()
