import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.weights.names import best_tags

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def test_an_inside_without_a_beginning_is_mended_by_the_scores():
    scores = np.array([[1, 3.9, 0, 4, 0], [0, 0, 5, 0, 1]], np.float32)  # best alone: B-ORG I-PER
    assert [TAGS[tag] for tag in best_tags(scores, TAGS)] == ["B-PER", "I-PER"]


@given(arrays.arrays(np.float32, st.tuples(st.integers(1, 9), st.just(len(TAGS))), elements=st.floats(-9, 9, width=32)))
def test_always_well_formed(scores):
    before = "O"
    for tag in (TAGS[tag] for tag in best_tags(scores, TAGS)):
        assert tag[0] != "I" or before[2:] == tag[2:]
        before = tag
