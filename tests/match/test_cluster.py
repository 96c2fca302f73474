from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.match.cluster import gather, told_once


def test_like_of_like_is_not_chained() -> None:
    assert gather(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [[0, 1], [2]]


def test_a_pair_that_says_nothing_counts_for_nothing() -> None:
    assert gather(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5, neutral=[(0, 2)]) == [[0, 1, 2]]


def test_forbidden_pairs_never_share_a_group() -> None:
    assert gather(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, 0.1, forbidden=[(0, 2)]) == [[0, 1], [2]]


def test_a_group_needs_one_pair_that_is_surely_alike() -> None:
    assert gather(2, {(0, 1): 0.4}, 0.3, anchor=0.5) == [[0], [1]]


pairs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0.01, 1), max_size=30
)


@settings(max_examples=80, deadline=None)
@given(pairs, st.floats(0.1, 0.9))
def test_every_claim_is_in_exactly_one_group(scores: dict[tuple[int, int], float], threshold: float) -> None:
    groups = gather(10, scores, threshold)
    assert sorted(i for group in groups for i in group) == list(range(10))
    assert gather(10, dict(reversed(scores.items())), threshold) == groups


NESTED = [("a", 0, 30), ("a", 10, 30), ("b", 0, 30), ("b", 12, 30), ("c", 0, 20)]


def test_a_passage_stands_once_in_a_group_and_what_is_left_is_one_of_its_own() -> None:
    scores = {(1, 3): 0.9, (1, 4): 0.8, (3, 4): 0.8, (0, 2): 0.3, (0, 3): 0.2}
    assert list(told_once(range(5), NESTED, scores)) == [[1, 3, 4], [0, 2]]


def test_what_denies_without_words_of_its_own_stays_beside_what_it_denies() -> None:
    assert list(told_once(range(3), NESTED, {(0, 2): 0.5}, bound={1: 2})) == [[1, 2], [0]]


def test_a_denial_inside_the_words_that_it_denies_stays_beside_them() -> None:
    assert list(told_once(range(3), NESTED, {(0, 2): 0.5}, bound={1: 0})) == [[0, 1, 2]]


places = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 20), st.integers(1, 9)), max_size=10)


@settings(max_examples=80, deadline=None)
@given(places, pairs, st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=3))
def test_every_claim_is_told_and_none_twice(
    found: list[tuple[str, int, int]], scores: dict[tuple[int, int], float], bound: dict[int, int]
) -> None:
    spans = sorted((article, start, start + length) for article, start, length in found)
    parts = list(told_once(range(len(spans)), spans, scores, bound))
    assert sorted(i for part in parts for i in part) == list(range(len(spans)))
    for part in parts:
        for i, j in combinations([i for i in part if i not in bound and i not in bound.values()], 2):
            assert spans[i][0] != spans[j][0] or spans[i][2] <= spans[j][1]
