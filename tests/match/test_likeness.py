"""Likeness of all pairs at once is that of each pair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.wording import shared, weights
from sayso.match.likeness import NEIGHBOURS, centred, near, overlaps

BAGS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=5), min_size=2, max_size=12)


@settings(max_examples=60, deadline=None)
@given(BAGS)
def test_overlaps_are_shared_words(bags):
    first, second = np.triu_indices(len(bags), 1)
    weight = weights(bags)
    expected = [shared(bags[i], bags[j], weight) for i, j in zip(first, second, strict=True)]
    assert overlaps(bags, weight, first, second) == pytest.approx(expected, abs=1e-9)


def test_no_pairs_no_overlaps():
    nothing = np.zeros(0, np.int64)
    assert len(overlaps([frozenset("a")], {"a": 1.0}, nothing, nothing)) == 0


def test_near_pairs_come_once_in_order_and_are_bounded():
    vectors = centred(np.random.default_rng(5).normal(size=(700, 16)).astype(np.float32))
    first, second = near(vectors)
    assert (first < second).all()
    keys = first * len(vectors) + second
    assert (np.diff(keys) > 0).all()
    assert len(keys) <= (NEIGHBOURS + 1) * len(vectors)
    nearest = (vectors @ vectors.T - 2 * np.eye(len(vectors), dtype=np.float32)).argmax(axis=1)
    found = set(zip(first.tolist(), second.tolist(), strict=True))
    assert all((min(i, j), max(i, j)) in found for i, j in enumerate(nearest.tolist()))


def test_one_vector_has_no_neighbour():
    first, second = near(np.ones((1, 4), np.float32))
    assert len(first) == len(second) == 0


def test_a_thousand_times_the_same_stays_linear():
    first, _ = near(np.tile(np.eye(4, dtype=np.float32), (500, 1)))
    assert len(first) <= 2 * NEIGHBOURS * 2_000
