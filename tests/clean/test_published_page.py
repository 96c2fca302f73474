"""When a page was published, and when it was changed: two times, never one for the other."""

import pytest

from sayso.clean.facts import Facts
from sayso.clean.published import modified_of_page, of_page


@pytest.mark.parametrize(
    ("facts", "earliest"),
    [
        (Facts(meta={"article:published_time": ("2031-05-03T10:00:00+02:00",)}), "2031-05-03T10:00:00+02:00"),
        (Facts(meta={"article:published:time": ("2031-05-03T10:00:00Z",)}), "2031-05-03T10:00:00+00:00"),
        (Facts(meta={"pubdate": ("Sat, 03 May 2031 10:00:00 GMT",)}), "2031-05-03T10:00:00+00:00"),
        (Facts(meta={"publish-date": ("1935568800",)}), "2031-05-03T10:00:00+00:00"),
        (Facts(meta={"publish-date": ("1935568800000",)}), "2031-05-03T10:00:00+00:00"),
        (Facts(meta={"date": ("03/04/2031",)}, language="de"), "2031-04-03"),
        (Facts(meta={"date": ("03/04/2031",)}, language="en-GB"), "2031-04-03"),
        (Facts(meta={"date": ("03/04/2031",)}, language="en-US"), "2031-03-04"),
        (Facts(meta={"date": ("03/04/2031",)}), None),
        (Facts(meta={"date": ("03/04/2031",)}, times=(("28/03/2031", ""),), language="en"), "2031-04-03"),
        (Facts(title="Mill closed | Acme Weekly | 03.05.2031"), "2031-05-03"),
        (Facts(title="Mill closed 03.05.2031 by flood"), None),
        (Facts(meta={"date": ("99999999999999999999",)}), None),
        (Facts(articles=({"datePublished": ["2031-05-03"]}, {"datePublished": 5})), None),
    ],
)
def test_the_head_tells_the_time(facts: Facts, earliest: str | None) -> None:
    assert of_page(facts, None, [], "").earliest == earliest


def test_an_update_is_no_publication() -> None:
    facts = Facts(meta={"article:modified_time": ("2031-05-09T10:00:00Z",)})
    assert modified_of_page(facts, []).earliest == "2031-05-09T10:00:00+00:00"
    published = of_page(facts, None, [], "")
    assert (published.earliest, published.latest, published.basis) == (None, "2031-05-09T10:00:00+00:00", "inferred")


def test_both_stand_apart() -> None:
    facts = Facts(articles=({"datePublished": "2031-05-03", "dateModified": "2031-05-09"},))
    assert of_page(facts, None, [], "").earliest == "2031-05-03"
    assert modified_of_page(facts, []).earliest == "2031-05-09"


def test_nothing_to_go_on_is_unknown() -> None:
    assert of_page(Facts(), None, [], "").basis is None
    assert modified_of_page(Facts(), ["3 May 2031"]).basis is None
