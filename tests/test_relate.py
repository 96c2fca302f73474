"""How two sentences of our own stand to each other, through the same machinery as a brief."""

import pytest

from sayso.pipeline import relate

TOGETHER = [
    ("Norvik delivered 31 ferries in 2030.", "In 2030, Norvik delivered 31 ferries.", "agree"),
    ("Norvik delivered more than 410,000 vans in 2030.", "Norvik delivered more than 411,000 vans in 2030.", "refine"),
    ("Norvik delivered 31 ferries in 2030.", "Norvik delivered 54 ferries in 2030.", "conflict"),
    ("The photos show a Tern 40 in the port of Oban.", "The photos show a Skarv 60 in the port of Oban.", "conflict"),
    ("Norvik held merger talks with Ferro.", "Norvik denied that it held merger talks with Ferro.", "deny"),
    (
        "Norvik plans to open its yard in Hamburg in 2033.",
        "Norvik plans to open its yard in Hamburg in 2035.",
        "update",
    ),
]
APART = [
    ("Norvik delivered 31 ferries in 2030.", "Ann Roe was born in a village near the sea."),
    ("Norvik delivered 31 ferries in 2030.", "Norvik plans to deliver 54 ferries in 2032."),
    ("Norvik opened a yard in Hamburg.", "Shares in Ferro fell on Friday."),
]


@pytest.mark.parametrize(("left", "right", "kind"), TOGETHER)
def test_sentences_about_one_thing(left: str, right: str, kind: str) -> None:
    one, other = relate([(left, right), (right, left)])
    assert one.kind == kind, one
    assert {kind, one.kind} == {kind, other.kind}
    assert one.reason
    assert (one.left_status, one.right_status) == (other.right_status, other.left_status)


@pytest.mark.parametrize(("left", "right"), APART)
def test_sentences_about_two_things_are_unrelated(left: str, right: str) -> None:
    (related,) = relate([(left, right)])
    assert related.kind == "unrelated", related
    assert related.basis is None


def test_nothing_said_is_unrelated() -> None:
    assert [r.kind for r in relate([("", ""), ("Norvik sold a yard.", "")])] == ["unrelated", "unrelated"]
