import pytest

from sayso.records import Claim, Quantity, Relation, Role, Timex
from sayso.report.marks import differing


def claim(marked, **more):
    """A claim at offset 5 whose text is given with nothing marked."""
    fields = {"status": "asserted", "polarity": "positive", "chain": (), "origin": "a"}
    return Claim(id=marked, article_id="a", start=5, end=5 + len(marked), text=marked, **fields, **more)


def shown(one, other, kind, basis, reason=""):
    spans = differing(one, other, Relation(kind=kind, basis=basis, left="l", right="r", reason=reason))
    return [one.text[start - 5 : end - 5] for start, end in spans]


def number(text, stated, low, high):
    start = 5 + text.index(stated)
    return Quantity(start=start, end=start + len(stated), text=stated, value=low, low=low, high=high, unit="ferry")


def test_the_quantity_that_the_other_does_not_have():
    one, other = "sold 40 ferries of 90", "sold 45 ferries of 90"
    left = claim(one, quantities=(number(one, "40", 40, 40), number(one, "90", 90, 90)))
    right = claim(other, quantities=(number(other, "45", 45, 45), number(other, "90", 90, 90)))
    assert shown(left, right, "conflict", "quantity") == ["40"]
    assert shown(right, left, "conflict", "quantity") == ["45"]


def test_of_several_numbers_those_that_the_reason_names():
    one, other = "sold 40 ferries, twice the 20 of 2024", "sold 45 ferries"
    left = claim(one, quantities=(number(one, "40", 40, 40), number(one, "20", 20, 20)))
    right = claim(other, quantities=(number(other, "45", 45, 45),))
    assert shown(left, right, "conflict", "quantity", "40 against 45") == ["40"]
    assert shown(left, right, "refine", "quantity", "") == ["40", "20"]


def test_a_name_that_the_reason_gives():
    one, other = claim("Norvik showed a Skua 40 in Duluth"), claim("Norvik showed a Tern 25 in Duluth on Monday")
    assert shown(one, other, "conflict", "name", "Skua 40 against Tern 25; the rest agrees") == ["Skua 40"]
    assert shown(other, one, "conflict", "name", "Skua 40 against Tern 25; the rest agrees") == ["Tern 25"]


def test_the_time_that_the_other_does_not_have():
    def dated(text, when, year):
        start = 5 + text.index(when)
        return claim(text, timexes=(Timex(start=start, end=start + len(when), text=when, type="DATE", value=year),))

    new, old = dated("opens in 2027", "2027", "2027"), dated("opens in 2030", "2030", "2030")
    assert shown(new, old, "update", "time") == ["2027"]


def test_the_role_that_somebody_else_fills():
    def seen(text, what):
        start = 5 + text.index(what)
        return claim(text, roles=(Role(name="what", start=start, end=start + len(what), text=what, head="x"),))

    one, other = seen("a Skua 40 was moored there", "a Skua 40"), seen("they saw a Tern 25 there", "a Tern 25")
    assert shown(one, other, "conflict", "name") == ["a Skua 40"]


@pytest.mark.parametrize(
    ("one", "other", "kind", "basis", "expected"),
    [
        ("a Skua 40 was moored there", "a Tern 25 was moored there", "conflict", "name", ["Skua 40"]),
        ("Norvik denied that it will come", "Norvik will come", "deny", "polarity", ["denied"]),
        ("Norvik will come", "Norvik denied that it will come", "deny", "polarity", []),
        ("it won’t come, it isn't true", "it comes", "conflict", "polarity", ["won’t", "isn't"]),
        ("the yard opened slowly", "the yard opened quickly", "conflict", "wording", ["slowly"]),
        ("wholly other words stand here", "the yard opened quickly", "conflict", "wording", []),
        ("the yard opened slowly", "the shipyard was opened", "refine", "wording", []),
        ("", "the yard", "conflict", "wording", []),
    ],
)
def test_what_the_words_tell(one, other, kind, basis, expected):
    assert shown(claim(one), claim(other), kind, basis) == expected


def test_marks_outside_the_claim_are_not_made():
    text = "sold 40"
    outside = Quantity(start=0, end=3, text="40", value=40, low=40, high=40, unit="ferry")
    assert shown(claim(text, quantities=(outside,)), claim("sold 45"), "conflict", "quantity") == []


def test_a_very_long_claim_is_left_unmarked():
    assert shown(claim("a b " * 5000), claim("b c " * 5000), "conflict", "wording") == []
