"""Average link: exact means, no chains, and the same result from large clusters as from small."""

from __future__ import annotations

from itertools import combinations
from math import inf

import numpy as np
import pytest

from sayso.group.days import Days
from sayso.group.linkage import Cluster, link, merges
from sayso.group.rows import EMPTY, Row, add, product, rows
from sayso.group.twins import twins


def points(*places: float) -> list[Cluster]:
    """Articles on a quarter circle, `places` in degrees: likeness is the cosine of the angle between two."""
    return [
        Cluster((at,), EMPTY, np.array([np.cos(np.radians(p)), np.sin(np.radians(p))]), Days(inf, -inf))
        for at, p in enumerate(places)
    ]


def everyone(clusters: list[Cluster]) -> list[tuple[int, int]]:
    return list(combinations(range(len(clusters)), 2))


def always(_: float) -> float:
    return 1.0


def test_what_is_like_only_one_end_of_a_chain_stays_out() -> None:
    chain = points(0, 20, 40, 60, 80)  # each is .94 like the next; the ends are .17 like each other
    found = link(chain, everyone(chain), always, 0.9)
    assert max(map(len, found)) == 2


def test_days_part_what_words_join() -> None:
    same = [cluster._replace(days=Days(day, day)) for cluster, day in zip(points(0, 0, 0), (1, 2, 90), strict=True)]
    assert link(same, everyone(same), lambda passed: 1.0 if passed < 9 else 0.0, 0.5) == [(0, 1), (2,)]


def test_merges_are_told_in_order_with_the_mean_of_all_pairs() -> None:
    clusters = points(0, 10, 25)
    first, second = merges(clusters, everyone(clusters), always, 0.1)
    assert (first.left, first.right) == ((0,), (1,))
    assert second.likeness == pytest.approx((np.cos(np.radians(25)) + np.cos(np.radians(15))) / 2)


def test_many_near_copies_are_one_cluster_and_quick() -> None:
    rng = np.random.default_rng(7)
    many = points(*rng.normal(0, 1, 300), *rng.normal(80, 1, 300))
    near = [(a, b) for a, b in everyone(many) if (a * 7 + b) % 40 == 0 or b == a + 1]
    found = link(many, near, always, 0.7)
    assert [len(members) for members in found] == [300, 300]


def test_twins_are_taken_together_with_their_pairs() -> None:
    joined, pairs = twins(points(0, 5, 60), [(0, 1), (1, 2)], always)
    assert [cluster.members for cluster in joined] == [(0, 1), (2,)]
    assert pairs == [(0, 1)]


def test_products_and_sums_of_rows() -> None:
    left, right = rows([{"a": 1.0, "b": 1.0}, {"b": 3.0, "c": 1.0}], {"a": 1.0, "b": 2.0, "c": 1.0})
    assert product(left, left) == pytest.approx(1)
    assert product(left, right) == product(right, left) > 0
    assert product(add(left, right), right) == pytest.approx(product(left, right) + 1)
    assert product(EMPTY, left) == 0
    assert add(EMPTY, left).terms.tolist() == left.terms.tolist()
    assert isinstance(add(left, right), Row)
