"""Word vectors packed small, and what they say."""

import numpy as np
import pytest

from sayso.weights.vectors import SIZE, packed, unit, unpacked

PAIRS = [
    ("The firm denied that it had sold the plant .", "The company rejected reports of a sale of the factory ."),
    ("The bridge will reopen in May , the mayor said .", "According to the mayor , the bridge opens again in May ."),
    ("Shares of the carmaker fell by a tenth .", "The car maker 's stock dropped 10 percent ."),
]


def test_packing_loses_little_and_counts_pieces():
    vectors = np.random.default_rng(3).normal(size=(50, SIZE)).astype(np.float32)
    pieces = [1 + number % 4 for number in range(50)]
    found = unpacked(packed(vectors, pieces)) / np.array(pieces, np.float32)[:, None]
    assert np.abs(found - vectors).max() <= np.abs(vectors).max() / 250
    cosines = (unit(found) * unit(vectors)).sum(1)
    assert cosines.min() > 0.999


def test_nothing_packs_to_nothing():
    assert unpacked(packed(np.zeros((0, SIZE), np.float32), [])).shape == (0, SIZE)
    assert (unpacked(packed(np.zeros((2, SIZE), np.float32), [1, 1])) == 0).all()


def test_a_sentence_has_a_vector_a_word(reader):
    for parse, text in zip(reader.parse([one.split() for pair in PAIRS for one in pair]), sum(PAIRS, ()), strict=True):
        vectors = unpacked(parse.vectors)
        assert vectors.shape == (len(text.split()), SIZE)
        assert np.isfinite(vectors).all()


def test_a_paraphrase_is_nearest(reader):
    """Of sums without weights, which let the words that all sentences have count fully."""
    sums = [
        unit(np.array([unpacked(p.vectors).sum(0) for p in reader.parse([pair[side].split() for pair in PAIRS])]))
        for side in (0, 1)
    ]
    alike = sums[0] @ sums[1].T
    assert (alike.argmax(1) == np.arange(len(PAIRS))).all()


@pytest.mark.parametrize("words", [["word"] * 1500, ["\ud800", "a" * 100_000], ["北京", "👩‍👩‍👧"]])
def test_hostile_words_have_vectors(reader, words):
    (parse,) = reader.parse([words])
    assert unpacked(parse.vectors).shape == (len(words), SIZE)
    assert np.isfinite(unpacked(parse.vectors)).all()
