"""Who wrote a page: people, in whatever place and language it names them, and nobody who did not."""

from typing import Any

import pytest

from sayso.clean.authors import of_page, people_in, section_of_page
from sayso.clean.facts import Facts


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
    ],
)
def test_the_head_names_people(facts: Facts, expected: tuple[str, ...]) -> None:
    assert of_page(facts) == expected


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
        ("", []),
    ],
)
def test_a_byline_is_taken_apart(byline: str, expected: list[str]) -> None:
    assert people_in(byline) == expected


def test_the_marked_byline_is_asked_only_where_the_head_names_nobody() -> None:
    def never() -> list[str]:
        raise AssertionError

    assert of_page(told("Ann Lee"), never) == ("Ann Lee",)
    marked = ["Follow us", "By Ann Lee, Senior Reporter", "By Bo Chan"]
    assert of_page(told({"@type": "Organization", "name": "Acme"}), lambda: marked) == ("Ann Lee",)


def test_the_section_is_a_name() -> None:
    assert section_of_page(Facts(articles=({"articleSection": ["Business", "Mills"]},))) == "Business"
    assert section_of_page(Facts(meta={"article:section": ("https://acme.example/business",)})) is None
