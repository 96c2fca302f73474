from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.match.cluster import gather


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
