import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from sayso.records import Claim
from sayso.report.article import Back, marked_up
from sayso.report.sections import FIRST


def cited(start, end, name="x"):
    fields = {"status": "asserted", "polarity": "positive", "chain": (), "origin": "o", "text": ""}
    return f"c-{name}", Claim(id=name, article_id="a", start=start, end=end, **fields), ()


def places(text, *found):
    tree = html.fromstring(f"<div>{marked_up(text, found)}</div>")
    return tree.text_content(), {span.get("id"): span.text_content() for span in tree.iter("span")}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], {}),
        ([cited(0, 3)], {"c-x": "One"}),
        ([cited(0, 13, "x"), cited(4, 7, "y")], {"c-x": "One two three", "c-y": "two"}),
        ([cited(0, 7, "x"), cited(0, 7, "y")], {"c-x": "One two", "c-y": "One two"}),
        ([cited(0, 7, "x"), cited(4, 13, "y")], {"c-x": "One two", "c-y": "two"}),
        ([cited(5, 99)], {}),
        ([cited(-1, 3)], {}),
        ([cited(3, 3)], {}),
    ],
)
def test_places_of_claims(found, expected):
    assert places("One two three", *found) == ("One two three", expected)


def test_a_place_leads_back_to_its_findings_and_wears_their_colour():
    agreed, single = FIRST[0], FIRST[-1]
    name, claim, _ = cited(0, 3)
    shown = marked_up("One two", [(name, claim, (Back(agreed, "f-1", 7), Back(single, "f-2", 40)))])
    tree = html.fromstring(f"<div>{shown}</div>")
    assert tree.xpath("//span/@class") == ["place agreed"]
    assert [(a.get("href"), a.text_content()) for a in tree.iter("a")] == [("#f-1", "=7"), ("#f-2", "40")]
    assert tree.xpath("//a/@aria-label") == ["Agreed finding 7", "Single-origin finding 40"]


def test_markup_in_an_article_is_text():
    told, found = places("a <b onclick=x>bold</b> & c", cited(2, 18))
    assert told == "a <b onclick=x>bold</b> & c"
    assert found == {"c-x": "<b onclick=x>bol"}


@settings(max_examples=80)
@given(
    st.text(alphabet="ab <&>\"'\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_no_text_is_lost_however_claims_overlap(text, spans):
    found = [cited(start, end, str(i)) for i, (start, end) in enumerate(spans)]
    told, places_ = places("|" + text + "|", *found)
    assert told == "|" + text + "|"
    assert len(places_) == sum(0 <= start < end <= len(text) + 2 for start, end in spans)
