"""When a page was published, and when it was changed: two times, never one for the other."""

import pytest

from sayso.clean.dateline import dateline
from sayso.clean.day_order import day_first
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


@pytest.mark.parametrize(
    ("facts", "url", "expected"),
    [
        (Facts(), None, None),
        (Facts(language="en"), "https://acme.example/a", None),
        (Facts(language="en"), "https://www.acme.co.uk/a", True),
        (Facts(language="en-US"), "https://www.acme.co.uk/a", False),
        (Facts(meta={"og:locale": ("de_DE",)}), None, True),
        (Facts(meta={"og:locale": ("en_US",)}, language="en"), None, False),
        (Facts(), "http://[", None),
    ],
)
def test_the_day_stands_where_the_country_writes_it(facts: Facts, url: str | None, expected: bool | None) -> None:
    assert day_first(facts, [], url) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ACMEVILLE, May 3 (Acme Wire) – A flood closed the mill.", (5, 3, None)),
        ("ACMEVILLE, May 3, 2031 /Acme Wire/ -- A flood closed the mill.", (5, 3, 2031)),
        ("Acmeville, 3. Mai (aw) - Eine Flut kam.", (5, 3, None)),
        ("Port of Acme, Ohio, Feb. 29 — A flood closed the mill.", (2, 29, None)),
        ("By Ann Lee\nACMEVILLE, 3 May (Acme Wire) - A flood closed the mill.", (5, 3, None)),
        ("ACMEVILLE – A flood closed the mill.", None),
        ("ACMEVILLE, May 33 (Acme Wire) – A flood closed the mill.", None),
        ("The mill closed on May 3 – and nobody knows why.", None),
        ("On May 3 – a Monday – a flood closed the mill.", None),
        ("ACMEVILLE May 3 (Acme Wire) - A flood came.", (5, 3, None)),
        ("", None),
    ],
)
def test_datelines(text: str, expected: tuple[int, int, int | None] | None) -> None:
    assert dateline(text) == expected


DATELINED = "ACMEVILLE, May 3 (Acme Wire) – A flood closed the mill."


@pytest.mark.parametrize(
    ("facts", "url", "text", "expected"),
    [
        (Facts(), None, DATELINED.replace("May 3", "May 3, 2031"), ("2031-05-03", "2031-05-03", "text")),
        (Facts(), "https://acme.example/2031/05/04/mill", DATELINED, ("2031-05-03", "2031-05-03", "text")),
        (Facts(), "https://acme.example/2031/09/04/mill", DATELINED, ("2031-09-04", "2031-09-04", "meta")),
        (Facts(), None, DATELINED + " It opened on 7 June 2029.", ("2030-05-03", None, "inferred")),
        (Facts(), None, DATELINED, (None, None, None)),
        (Facts(meta={"date": ("2031-05-04",)}), None, DATELINED, ("2031-05-04", "2031-05-04", "meta")),
    ],
)
def test_a_dateline_is_believed_after_what_the_page_states(
    facts: Facts, url: str | None, text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    found = of_page(facts, url, [], text)
    assert (found.earliest, found.latest, found.basis) == expected
