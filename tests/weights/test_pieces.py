import pytest

from sayso.weights.pieces import MAX_PIECES_PER_WORD, SHAPES, readable, word_shape, word_splitter


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("vehicles", "lower"),
        ("Paris", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("J.", "initial"),
        ("iPhone", "mixed"),
        ("McDonald", "mixed"),
        ("410,000", "number"),
        ("A320", "code"),
        ("5km", "unit"),
        ("n't", "lower"),
        ("--", "symbol"),
        ("", "symbol"),
        ("北京", "other"),
        ("École", "title"),
    ],
)
def test_word_shape(word, shape):
    assert SHAPES[word_shape(word)] == shape


def test_every_word_has_pieces_and_not_too_many(tokenizer):
    split = word_splitter(tokenizer)
    for word in ("Xiaomi", "", "\u200d", "\ud800", "a" * 1_000_000, "a.b-" * 1_000, "👩‍👩‍👧", "北京"):
        pieces, _ = split(word)
        assert 1 <= len(pieces) <= MAX_PIECES_PER_WORD


def test_readable_keeps_the_length():
    assert readable("a\ud800é") == "a?é"
    assert readable("naïve 👩‍👧") == "naïve 👩‍👧"
