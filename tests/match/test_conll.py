"""The scorer of the coreference benchmark, on the worked example of Pradhan et al. (2014) and on what must always hold."""

from __future__ import annotations

import importlib.util
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

_SPEC = importlib.util.spec_from_file_location(
    "conll", Path(__file__).resolve().parents[2] / "benchmarks" / "match" / "conll.py"
)
conll = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(conll)

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("measure", "precision", "recall", "f1"),
    [("muc", 0.40, 0.40, 0.40), ("b_cubed", 0.50, 0.42, 0.46), ("ceaf_e", 0.43, 0.65, 0.52)],
)
def test_the_worked_example(measure, precision, recall, f1):
    scores = getattr(conll.conll(GOLD, FOUND), measure)
    assert (scores.precision, scores.recall) == pytest.approx((precision, recall), abs=0.005)
    assert scores.f1 == pytest.approx(f1, abs=0.006)


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 6), min_size=2))
@settings(max_examples=50, deadline=None)
def test_gold_is_right_and_the_sides_only_change_places(labels):
    gold = conll.clusters(labels)
    found = conll.clusters({mention: mention % 4 for mention in labels})
    assert conll.b_cubed(gold, gold).f1 == conll.ceaf_e(gold, gold).f1 == pytest.approx(1.0)
    for measure in (conll.muc, conll.b_cubed, conll.ceaf_e):
        one, other = measure(gold, found), measure(found, gold)
        assert (one.f1, one.precision) == pytest.approx((other.f1, other.recall))


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=n, max_size=n)
    )
)
@settings(max_examples=50, deadline=None)
def test_the_assignment_is_the_cheapest(rows):
    cost = np.array(rows, dtype=float)
    found = conll.assigned(cost)
    assert len(set(found)) == len(rows)
    cheapest = min(sum(cost[i, j] for i, j in enumerate(order)) for order in permutations(range(5), len(rows)))
    assert sum(cost[i, j] for i, j in enumerate(found)) == cheapest
