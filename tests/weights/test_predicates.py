import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.weights.predicates import BELOW, properties

NAMES = ("negated", "future")


def parts(own, governor, below):
    """Rows of one property from three columns, the root's first."""
    return np.array([own, governor, below], np.float32).T


@pytest.mark.parametrize(
    ("own", "governor", "below", "found"),
    [
        ([0, 0, 2, 0], [0] * 4, [0] * 4, [False, True, False]),
        ([0, 0, -1, 0], [0] * 4, [0, 2, 0, 0], [False, True, False]),  # an auxiliary below the verb
        ([0, 0, -1, 0], [0] * 4, [0, 0, 0, 2], [False, False, False]),  # its object counts nothing
        ([0, 0, -1, -1], [0, 0, 2, 0], [0] * 4, [True, False, True]),  # a governor counts for all below it
        ([0, 0, -1, 0], [2, 0, 0, 0], [0] * 4, [False, True, False]),  # the root governs the one word without a head
    ],
)
def test_scores_are_added_up_along_the_tree(own, governor, below, found):
    marks = properties(parts(own, governor, below), [1, -1, 1], ["aux", "root", "obj"], ["future"])
    assert [mark == {"future"} for mark in marks] == found


@settings(max_examples=50)
@given(st.data())
def test_each_property_by_itself(data):
    count = data.draw(st.integers(1, 8))
    heads = data.draw(st.lists(st.integers(-1, count - 1), min_size=count, max_size=count))
    deprels = data.draw(st.lists(st.sampled_from([*sorted(BELOW), "obj", "aux:pass"]), min_size=count, max_size=count))
    deprels = ["root" if head < 0 else name for head, name in zip(heads, deprels, strict=True)]
    rows = data.draw(st.lists(st.integers(-9, 9), min_size=6 * (count + 1), max_size=6 * (count + 1)))
    both = np.array(rows, np.float32).reshape(count + 1, 6)
    marks = properties(both, heads, deprels, NAMES)
    for column, name in enumerate(NAMES):
        alone = properties(both[:, column::2], heads, deprels, [name])
        assert [name in mark for mark in marks] == [name in mark for mark in alone]


def test_no_words_and_no_properties():
    assert properties(np.zeros((1, 3), np.float32), [], [], ["future"]) == ()
    assert properties(np.zeros((3, 0), np.float32), [1, -1], ["aux", "root"], []) == (frozenset(), frozenset())
