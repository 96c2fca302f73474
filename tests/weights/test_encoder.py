import numpy as np
import pytest

from sayso.weights.encoder import DIMENSIONS

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
