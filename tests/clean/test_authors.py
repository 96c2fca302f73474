"""Who wrote a page: people, in whatever place and language it names them, and nobody who did not."""

from typing import Any

import pytest

from sayso.clean import outlet, signed
from sayso.clean.authors import Shown, of_page
from sayso.clean.facts import Facts
from sayso.clean.people import is_author, people_in
from sayso.clean.tree import parsed


def told(author: Any, **others: Any) -> Facts:
    return Facts(articles=({"@type": "NewsArticle", "author": author},), **others)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (told({"@type": "Person", "name": "Ann Lee"}), ("Ann Lee",)),
        (told([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Acme Wire"}]), ("Ann Lee",)),
        (told([{"name": "Ann Lee"}, {"name": "ANN LEE"}, "Bo Chan"]), ("Ann Lee", "Bo Chan")),
        (told("Ann Lee, Bo Chan and Cy Day"), ("Ann Lee", "Bo Chan", "Cy Day")),
        (told({"name": ["Ann Lee", "Bo Chan"]}), ("Ann Lee", "Bo Chan")),
        (told({"@id": "#ann"}, nodes=({"@type": "Person", "@id": "#ann", "name": "Ann Lee"},)), ("Ann Lee",)),
        (told({"name": "Acme Desk", "url": "https://acme.example/author/admin/"}), ()),
        (told({"name": "Mill Admin", "url": "https://acme.example/author/admin/"}), ()),
        (told({"@type": "Person", "name": "Reuters"}), ()),
        (told({"@type": "Person", "name": "Associated Press"}), ()),
        (told({"@type": "Person", "name": "Acme Weekly"}, meta={"og:site_name": ("Acme Weekly",)}), ()),
        (told({"@type": "Person", "name": "Acme Weekly Team"}, meta={"og:site_name": ("Acme Weekly",)}), ()),
        (told(""), ()),
        (told(None), ()),
        (told(5), ()),
        (told([[["Ann Lee"]]]), ()),
        (Facts(meta={"author": ("ann.lee@acme.example",)}), ()),
        (Facts(meta={"author": ("https://acme.example/ann-lee",)}), ()),
        (Facts(meta={"author": ("Acme Rundfunk (www.acme.example)",)}), ()),
        (Facts(meta={"article:author": ("Ann Lee",), "author": ("Acme News",)}), ("Ann Lee",)),
        (Facts(meta={"twitter:label1": ("Written by",), "twitter:data1": ("Ann Lee",)}), ("Ann Lee",)),
        (Facts(meta={"twitter:label1": ("Reading time",), "twitter:data1": ("Ann Lee",)}), ()),
        (Facts(meta={"twitter:misc:verfasst von": ("Ann Lee",)}), ("Ann Lee",)),
    ],
)
def test_the_head_names_people(facts: Facts, expected: tuple[str, ...]) -> None:
    assert of_page(facts) == (expected, "meta" if expected else None)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("Written by Ann Lee and Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("Von Ann Lee und Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("Autor: Ann Lee", ["Ann Lee"]),
        ("Par Ann Lee et Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("Por Ann Lee y Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("By Ann Lee Published 3 May 2031", ["Ann Lee"]),
        ("Ann Lee May 3, 2031", ["Ann Lee"]),
        ("Ann Lee - 3 May 2031", ["Ann Lee"]),
        ("Ann Lee (aml)", ["Ann Lee"]),
        ("Byron Lee", ["Byron Lee"]),
        ("By Ann Lee in Acmeville and Bo Chan in Hong Kong", ["Ann Lee", "Bo Chan"]),
        ("By Ann Lee for Acme Weekly", ["Ann Lee"]),
        ("Analysis by Ann Lee", ["Ann Lee"]),
        ("Eine Analyse von Ann Lee", ["Ann Lee"]),
        ("Ursula von der Lee", ["Ursula von der Lee"]),
        ("Text: Ann Lee, Fotos: Bo Chan", ["Ann Lee"]),
        ("Photography by Bo Chan", []),
        ("Ann Lee Senior Political Correspondent", ["Ann Lee"]),
        ("Edith Head", ["Edith Head"]),
        ("", []),
    ],
)
def test_a_byline_is_taken_apart(byline: str, expected: list[str]) -> None:
    assert people_in(byline) == expected


@pytest.mark.parametrize(
    "name", ["New York", "Hong Kong", "The Mill", "Leitender Wirtschaftsredakteur", "Acme Weekly", "Reuters"]
)
def test_places_posts_and_houses_are_no_people(name: str) -> None:
    assert not is_author(name)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Mill closed", "By Ann Lee", "3 May 2031"], ["Ann Lee"]),
        (
            ["Mill closed", "By", "Ann Lee", ",", "Bo Chan", "and", "Cy Day", "3 May 2031"],
            ["Ann Lee", "Bo Chan", "Cy Day"],
        ),
        (["Written by", "Ann Lee", "Share"], ["Ann Lee"]),
        (["Mill closed by flood", "3 May 2031"], []),
        (["By the mill", "3 May 2031"], []),
        (["By", "3 May 2031", "Front Page"], []),
        (["Front Page", "3 May 2031"], []),  # a name beside a date may be a section's
    ],
)
def test_a_byline_above_the_story(above: list[str], expected: list[str]) -> None:
    assert signed.beside_headline(above) == expected


@pytest.mark.parametrize(
    ("known", "marked", "expected"),
    [
        (["Ann Lee"], ["Bo Chan Ann Lee", "Bo Chan", "Ann Lee"], ["Bo Chan", "Ann Lee"]),
        (["Ann Lee"], ["Bo Chan Ann Lee", "Ann Lee"], ["Ann Lee"]),
        (["Ann Lee"], ["By Dr Ann Lee and Bo Chan", "Dr Ann Lee", "Bo Chan"], ["Dr Ann Lee", "Bo Chan"]),
        (["Ann Lee"], ["By Ann Lee and Bo Chan", "Ann Lee"], ["Ann Lee"]),
        (["Ann Lee"], ["By Ann Lee", "By Ann Lee and Bo Chan", "Ann Lee", "Bo Chan"], ["Ann Lee"]),
        (["Ann Lee"], ["Ann Lee", "Bo Chan"], ["Ann Lee"]),
        (["Ann Lee"], ["By Cy Day and Bo Chan"], ["Ann Lee"]),
        (["Ann Lee", "Bo Chan"], ["By Ann Lee"], ["Ann Lee", "Bo Chan"]),
        (["Ann Lee"], [], ["Ann Lee"]),
    ],
)
def test_all_of_a_joint_byline(known: list[str], marked: list[str], expected: list[str]) -> None:
    assert signed.joint(known, marked) == expected


def test_a_name_set_to_the_right_signs_a_story() -> None:
    tree = parsed(
        '<p>A flood came.</p><p style="text-align: right"><b>Ann Lee</b></p><p style="text-align:right">Share</p>'
    )
    assert tree is not None
    assert signed.to_the_right(tree) == ["Ann Lee"]


def test_the_page_is_asked_in_order_until_it_names_somebody() -> None:
    def never() -> list[str]:
        raise AssertionError

    organisation = told({"@type": "Organization", "name": "Acme"})
    marked = ["Follow us", "By Ann Lee, Senior Reporter", "By Bo Chan"]
    assert of_page(told("Ann Lee"), Shown(lambda: ["Ann Lee"], never, never, never)) == (("Ann Lee",), "meta")
    assert of_page(organisation, Shown(lambda: marked, never, never, never)) == (("Ann Lee",), "text")
    assert of_page(organisation, Shown(list, lambda: ["By Cy Day"], never, never)) == (("Cy Day",), "text")
    assert of_page(organisation, Shown(list, list, lambda: ["Author", "Cy Day"], never)) == (("Cy Day",), "text")
    assert of_page(organisation, Shown(list, list, list, lambda: ["Cy Day"])) == (("Cy Day",), "text")
    assert of_page(organisation) == ((), None)


def test_writers_whom_only_the_byline_names_are_added() -> None:
    shown = Shown(lambda: ["Ann Lee Bo Chan", "Ann Lee", "Bo Chan"])
    assert of_page(told("Ann Lee"), shown) == (("Ann Lee", "Bo Chan"), "text")


def test_the_section_is_a_name() -> None:
    assert outlet.section_of_page(Facts(articles=({"articleSection": ["Business", "Mills"]},))) == ("Business", "meta")
    assert outlet.section_of_page(Facts(meta={"article:section": ("https://acme.example/business",)})) == (None, None)


@pytest.mark.parametrize(
    ("facts", "url", "expected"),
    [
        (
            Facts(meta={"og:site_name": ("Acme Weekly",), "application-name": ("News first",)}),
            None,
            ("Acme Weekly", "meta"),
        ),
        (Facts(articles=({"publisher": {"name": "Acme Weekly"}},)), None, ("Acme Weekly", "meta")),
        (Facts(title="Mill closed | Acme Weekly"), "https://acme-weekly.example/a", ("Acme Weekly", "meta")),
        (Facts(title="Mill closed - by flood"), "https://www.acme.example/a", ("acme.example", "inferred")),
        (Facts(title="Mill closed | Acme Weekly"), None, (None, None)),
        (Facts(), "http://[", (None, None)),
        (Facts(), "file:///home/a.html", (None, None)),
    ],
)
def test_the_outlet_and_what_it_rests_on(
    facts: Facts, url: str | None, expected: tuple[str | None, str | None]
) -> None:
    assert outlet.of_page(facts, url) == expected
