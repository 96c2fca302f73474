"""Which measure of a thing a length is; the sentences are our own."""

import pytest

from sayso.compare.aspects import aspects
from sayso.extract import extract
from sayso.records import Article

TOLD = [
    ("The crater is 39-foot-wide.", ["across"]),
    ("The crater was 12 metres (39 feet) wide.", ["across", "across"]),
    ("A 39-foot-wide (12 metres) crater was found.", ["across", "across"]),
    (
        "The crater had a radius of 12 metres (39 feet) and a depth of 5 metres (16 feet).",
        ["radius"] * 2 + ["depth"] * 2,
    ),
    ("The tower is 90 metres tall.", ["height"]),
    ("The wall is 90 metres long and three metres high.", ["length", "height"]),
    ("The ship lay 90 kilometres off Ostby.", ["distance"]),
    ("He fell 200 feet.", []),
    ("About 90 people live there.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_a_length_measures(text: str, expected: list[str]) -> None:
    (article,) = [Article(id="a", input="a", text=text, language="en")]
    found = [aspects(c) for c in extract(article).claims if c.kind != "statement"]
    assert list(max(found, key=len).values()) == expected
