"""What lines look like, all at once, is what they look like one by one."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.context import densest
from sayso.clean.shape import HEAD, SEEN, shape

LINES = st.lists(
    st.text(st.characters(max_codepoint=0xFFFF, exclude_characters="\n\u0130"), min_size=1, max_size=60)
    .map(lambda line: "a" + line)
    .map(str.strip),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_figures_are_those_of_each_line(page: list[str]) -> None:
    found = shape(page, "|é")
    for number, line in enumerate(page):
        head = line[:HEAD]
        assert np.isclose(found.upper[number], sum(map(str.isupper, head)) / len(head))
        tokens = head.split()
        assert np.isclose(found.capital[number], sum(token[0].isupper() for token in tokens) / len(tokens))
        assert found.signs[number].tolist() == ["|" in head, "é" in head]


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_words_are_those_of_each_line_and_numbers_tell_them_apart(page: list[str]) -> None:
    words = shape(page, "|").words
    found = [words.text[start:end] for start, end in zip(words.start, words.end, strict=True)]
    assert found == [word for line in page for word in re.findall(r"\w+", line[:SEEN])]
    lowered = ["".join(char.lower()[0] for char in word) for word in found]
    numbers = words.number.tolist()
    assert len(set(numbers)) == len(set(lowered)) == len(set(zip(numbers, lowered, strict=True)))


@given(st.lists(st.integers(-5, 5), max_size=12))
def test_densest_stretch_has_the_greatest_sum(weights: list[int]) -> None:
    begin, end = densest(np.array(weights, dtype=np.float64))
    best = max(
        (sum(weights[at:to]) for at in range(len(weights)) for to in range(at, len(weights) + 1)),
        default=0,
    )
    assert sum(weights[begin:end]) == max(best, 0)
