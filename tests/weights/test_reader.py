import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.weights.reader import EMPTY
from sayso.weights.tree import find_cycle

SENTENCES = [
    text.split()
    for text in (
        "The minister denied on Monday that the talks had failed .",
        "Rain fell .",
        "Orlanda Motors does n't plan to build a plant in Lisbon , its chief , Maria Keller , told reporters .",
        "No",
        "BRAVIA SHARES FALL AFTER RECALL",
        "“ We have sold more than 410,000 vans since 2021 , ” said Tom Okafor , who runs the firm 's works in Ghent .",
        "According to two people familiar with the matter , the deal , agreed in March , may yet be dropped .",
    )
]


def assert_well_formed(parse, words):
    for row in (parse.upos, parse.xpos, parse.heads, parse.deprels, parse.ner):
        assert len(row) == len(words)
    if words:
        assert parse.heads.count(-1) == 1
        assert all(-1 <= head < len(words) for head in parse.heads)
        assert find_cycle(parse.heads) is None
        assert [place for place, name in enumerate(parse.deprels) if name == "root"] == [parse.heads.index(-1)]
    before = "O"
    for tag in parse.ner:
        assert tag[0] in "OB" or before[2:] == tag[2:]
        before = tag


def test_an_easy_sentence(reader):
    words = ["Maria", "Keller", "denied", "in", "Lisbon", "that", "the", "firm", "was", "sold", "."]
    (parse,) = reader.parse([words])
    assert parse.upos == (
        "PROPN", "PROPN", "VERB", "ADP", "PROPN", "SCONJ", "DET", "NOUN", "AUX", "VERB", "PUNCT",
    )  # fmt: skip
    assert parse.xpos[2] == "VBD"
    assert parse.heads == (2, 0, -1, 4, 2, 9, 7, 9, 9, 2, 2)
    assert parse.deprels[:6] == ("nsubj", "flat", "root", "case", "obl", "mark")
    assert parse.deprels[6:] == ("det", "nsubj:pass", "aux:pass", "ccomp", "punct")
    assert parse.ner == ("B-PER", "I-PER", "O", "O", "B-LOC", *["O"] * 6)


def test_a_sentence_does_not_depend_on_its_batch(reader):
    alone = [reader.parse([words])[0] for words in SENTENCES]
    many = SENTENCES * 9
    order = list(range(len(many)))
    random.Random(1).shuffle(order)
    together = reader.parse([many[place] for place in order])
    for place, parse in zip(order, together, strict=True):
        assert parse == alone[place % len(SENTENCES)]


def test_scores_do_not_depend_on_the_batch_to_the_last_bit(reader):
    window = next(reader._windows(0, SENTENCES[2]))
    others = [next(reader._windows(0, SENTENCES[2][: 14 + size])) for size in range(7)]
    others += [next(reader._windows(0, ["Unpronounceable", *SENTENCES[2][:size]])) for size in (15, 20)]
    assert {other.padded for other in others} == {window.padded}  # but of other lengths, in pieces and in words
    (alone, together), words = (reader._scores(some) for some in ([window], [*others, window])), len(window.starts)
    for one, many in zip(alone[:3], together[:3], strict=True):
        assert (one[0, :words] == many[-1, :words]).all()
    assert (alone[3][0, :words, : words + 1] == together[3][-1, :words, : words + 1]).all()
    assert (alone[4][0, :words] == together[4][-1, :words]).all()
    assert (alone[5][0, : words + 1] == together[5][-1, : words + 1]).all()


@pytest.mark.parametrize(
    "words",
    [
        [],
        [""],
        ["\u200d", "\ufeff", "\x00"],
        ["\ud800", "said"],
        ["a" * 1_000_000],
        ["👩‍👩‍👧‍👦", "🇵🇹", "said"],
        ["ا", "北京", "Ωμέγα"],
        [" ", "\n", "\t"],
        ["Word"] * 3_000,
        ["well,", ";"] * 400,
    ],
    ids=lambda words: f"{len(words)} words",
)
def test_hostile_sentences(reader, words):
    (parse,) = reader.parse([words])
    assert_well_formed(parse, words)


def test_empty_sentences_keep_their_place(reader):
    parses = reader.parse([[], SENTENCES[1], []])
    assert parses[0] == parses[2] == EMPTY
    assert_well_formed(parses[1], SENTENCES[1])
    assert reader.parse([]) == []


def test_many_short_sentences(reader):
    parses = reader.parse([["No"]] * 10_000)
    assert set(parses) == {reader.parse([["No"]])[0]}


def test_a_long_sentence_hangs_on_its_first_root(reader):
    words = (["The", "firm", "said", "it", "was", "late", ";"] * 150)[:-1]
    (parse,) = reader.parse([words])
    assert_well_formed(parse, words)
    later = [place for place, name in enumerate(parse.deprels) if name == "parataxis" and place > 400]
    assert any(parse.heads[place] == parse.heads.index(-1) for place in later)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.text(max_size=8), max_size=12), max_size=6))
def test_any_text(reader, sentences):
    for words, parse in zip(sentences, reader.parse(sentences), strict=True):
        assert_well_formed(parse, words)
