import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.weights.tree import best_tree, find_cycle

SCORES = st.floats(-20, 20, width=32)


def score_matrices(largest):
    return st.integers(1, largest).flatmap(lambda n: arrays.arrays(np.float32, (n, n + 1), elements=SCORES))


def is_tree(heads):
    return list(heads).count(-1) == 1 and find_cycle(heads) is None and all(-1 <= head < len(heads) for head in heads)


def total(arcs, heads):
    return sum(float(arcs[word, head + 1]) for word, head in enumerate(heads))


@given(score_matrices(4))
def test_no_tree_scores_higher(arcs):
    n = len(arcs)
    trees = [heads for heads in itertools.product(range(-1, n), repeat=n) if is_tree(heads)]
    assert total(arcs, best_tree(arcs)) == pytest.approx(max(total(arcs, heads) for heads in trees), abs=1e-4)


@given(score_matrices(30))
def test_always_a_tree(arcs):
    assert is_tree(best_tree(arcs))


@pytest.mark.parametrize(
    ("heads", "cycle"),
    [((), None), ((-1,), None), ((-1, 0, 1), None), ((1, 0), {0, 1}), ((-1, 2, 3, 1), {1, 2, 3}), ((0,), {0})],
)
def test_find_cycle(heads, cycle):
    found = find_cycle(heads)
    assert (found and set(found)) == cycle


def test_a_best_head_for_all_that_is_a_tree_is_kept():
    arcs = np.zeros((3, 4), np.float32)
    arcs[[0, 1, 2], [2, 0, 2]] = 5
    assert best_tree(arcs) == [1, -1, 1]


def test_many_cycles_take_no_exponential_time():
    arcs = np.random.default_rng(0).normal(size=(200, 201)).astype(np.float32)
    assert is_tree(best_tree(arcs))
