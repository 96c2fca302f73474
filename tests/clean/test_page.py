"""Saved pages: the story, what the page tells about it, and what cannot be an article."""

import pytest

from sayso.clean import clean
from sayso.errors import InputError
from sayso.records import Article, Bases, Given, RawArticle

STORY = [
    "A flood closed the old mill in Acmeville on Monday, its owner Ann Lee said, after three days of heavy rain.",
    "The water reached the second floor of the mill, which was built in 1901, and damaged two of its three wheels.",
    "“We will open again in May,” Lee told reporters. “Nobody was hurt, and that is what matters to us.”",
    "The town council of Acmeville said that it would lend the mill 40,000 dollars for the repairs it needs.",
    "Neighbours came with boats and carried sacks of flour out of the building until late in the evening, she said.",
]
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in STORY)


def page(body: str = BODY, head: str = "", title: str = "Mill closed - Acme Weekly", **given: str) -> Article:
    html = (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"
    )
    return clean(RawArticle(input="a.html", form="page", content=html, given=Given(**given)))


def test_the_story_is_found_with_its_headline() -> None:
    article = page("<h1>Mill closed</h1>" + BODY)
    assert article.text == "\n".join(STORY)
    assert article.headline == "Mill closed"
    assert article.language == "en"
    assert all(cut.start is None and cut.end is None for cut in article.cuts)


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("Sign up for our weekly newsletter", "subscribe"),
        ("Read more: Ten mills to see before they close", "related"),
        ("© 2031 Acme Weekly. All rights reserved.", "copyright"),
        ("Photo: Bo Chan / Acme Pictures", "credit"),
    ],
)
def test_what_trafilatura_leaves_is_cut_with_its_reason(furniture: str, reason: str) -> None:
    article = page(BODY.replace("</p>\n", f"</p>\n<p>{furniture}</p>\n", 1))
    assert article.text == "\n".join(STORY)
    assert [(cut.text, cut.reason) for cut in article.cuts] == [(furniture, reason)]


LINKED = '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Mill closed by flood", "datePublished": "2031-05-03T10:00:00+02:00", "dateModified": "2031-05-09", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Acme Wire"}], "publisher": {"name": "Acme Weekly"}}]}</script>'  # noqa: E501


@pytest.mark.parametrize(
    ("head", "published", "authors", "outlet"),
    [
        (LINKED, "2031-05-03T10:00:00+02:00", ("Ann Lee",), "Acme Weekly"),
        (
            '<meta property="article:published_time" content="2031-05-03T08:00:00Z">',
            "2031-05-03T08:00:00+00:00",
            (),
            None,
        ),
        (
            '<meta name="date" content="2031-05-03"><meta name="author" content="By Ann Lee and Bo Chan">',
            "2031-05-03",
            ("Ann Lee", "Bo Chan"),
            None,
        ),
        (
            '<meta property="og:site_name" content="Acme Weekly"><meta name="author" content="Acme Weekly">',
            None,
            (),
            "Acme Weekly",
        ),
        ('<meta property="article:modified_time" content="2031-05-09">', None, (), None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None, (), None),
        (
            '<meta name="date" content="yesterday"><meta name="author" content="https://example.org/ann">',
            None,
            (),
            None,
        ),
    ],
)
def test_what_the_head_tells(head: str, published: str | None, authors: tuple[str, ...], outlet: str | None) -> None:
    article = page(head=head)
    assert article.authors == authors
    assert article.outlet == outlet
    if published is None:
        assert article.published.basis in (None, "inferred")
    else:
        assert (article.published.earliest, article.published.basis) == (published, "meta")


def test_what_outlet_headline_authors_and_section_rest_on() -> None:
    head = LINKED.replace('"author"', '"articleSection": "Business", "author"')
    assert page("<h1>Mill closed by flood</h1>" + BODY, head).bases == Bases(
        outlet="meta", headline="text", authors="meta", section="meta"
    )
    assert page("<h1>Mill closed</h1><p>By Ann Lee</p>" + BODY, title="Mill closed").bases == Bases(
        headline="text", authors="text"
    )
    assert page(outlet="Acme Weekly", headline="Mill", url="https://acme.example/a").bases == Bases(
        outlet="given", headline="given"
    )
    assert page(url="https://acme.example/a").bases == Bases(outlet="inferred", headline="meta")


def test_a_byline_above_the_story_names_its_writers() -> None:
    article = page("<h1>Mill closed</h1><div>Written by</div><div>Ann Lee</div><div>3 May 2031</div>" + BODY)
    assert (article.authors, article.published.earliest) == (("Ann Lee",), "2031-05-03")
    assert article.text == "\n".join(STORY)


def test_a_visible_date_is_taken_where_the_head_tells_none() -> None:
    article = page("<h1>Mill closed</h1><div>Published: 3 May 2031 | Updated: 9 May 2031</div>" + BODY)
    assert (article.published.earliest, article.published.basis) == ("2031-05-03", "text")


def test_what_is_given_goes_before_what_is_found() -> None:
    article = page(head=LINKED, outlet="Other Times", headline="Given", url="https://example.org/a")
    assert (article.outlet, article.headline, article.url) == ("Other Times", "Given", "https://example.org/a")


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">{}</p>',
        '<div style="DISPLAY : none !important"><p>{}</p></div>',
        '<p style="visibility:hidden">{}</p>',
        '<p style="color:#fff;background-color:#ffffff">{}</p>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<script>var a = '{}';</script>",
        "<style>/* {} */</style>",
        "<!-- {} -->",
    ],
)
def test_hidden_text_is_not_read(hidden: str) -> None:
    secret = "The mill was sold for nine million dollars to a buyer whom nobody in the town knows."
    assert secret not in page(BODY.replace("</p>\n", "</p>\n" + hidden.format(secret), 2)).text


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("", "Acme"),
        (
            "<p>We use cookies. We and our partners store cookies. By your consent you accept the privacy policy here.</p>",
            "Acme",
        ),
        (
            "<h1>Page not found</h1><p>Sorry, the page you were looking for was removed or never was here at all.</p>",
            "404",
        ),
        (
            "".join(f'<p><a href="/{n}">Mill number {n} sold to a buyer from overseas</a></p>' for n in range(40)),
            "Mills",
        ),
    ],
)
def test_what_is_no_article_is_refused(body: str, title: str) -> None:
    with pytest.raises(InputError) as error:
        page(body, title=title)
    assert error.value.code == "not-an-article"
    assert error.value.detail.startswith("a.html: ")


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe now to continue reading this story.",
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "Diesen Artikel gibt es nur für Abonnenten.",
        "Contenido exclusivo para suscriptores",
        "Contenuto riservato agli abbonati",
    ],
)
def test_a_paywalls_line_is_cut_as_such(wall: str) -> None:
    article = page(BODY + f"<p>{wall}</p>")
    assert article.text == "\n".join(STORY)
    assert [cut.reason for cut in article.cuts] == ["paywall"]


def test_section_and_modified_time_are_told() -> None:
    head = LINKED.replace('"author"', '"articleSection": "Business", "author"')
    article = page(head=head)
    assert article.section == "Business"
    assert (article.modified.earliest, article.modified.basis) == ("2031-05-09", "meta")


@pytest.mark.parametrize(
    ("heading", "shared", "tab", "expected"),
    [
        (
            "Mill closed by flood",
            "You will not believe this mill",
            "Mill closed by flood - Acme Weekly",
            "Mill closed by flood",
        ),
        ("Business - Flood closes the town mill", "Flood closes the town mill", "Acme", "Flood closes the town mill"),
        ("Mill Flood closes it", "Mill: Flood closes it", "Mill: Flood closes it", "Mill: Flood closes it"),
        ("Acme Weekly", "Flood closes the town mill", "Acme Weekly", "Acme Weekly"),
    ],
)
def test_the_headline_is_the_one_that_the_page_shows(heading: str, shared: str, tab: str, expected: str) -> None:
    found = page(f"<h1>{heading}</h1>{BODY}", f'<meta property="og:title" content="{shared}">', title=tab).headline
    assert found == expected


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 3000 + BODY,
        "<html><body><!-- never closed " + BODY,
        "<html><body>" + BODY + "<script>never closed " + "x" * 10_000,
        "<html><body>" + BODY + "<p>" + "x" * 1_000_000,
        "\x00\x01<html>\x02<body>" + BODY.replace("mill", "mi\x00ll"),
        "<html><body>" + BODY.replace("flood", "fl\u200bood").replace("mill", "\u202emill\u202c"),
        "<<<<>>>><p<p>" + BODY,
        '<?xml version="1.0" encoding="utf-16"?><html><body>' + BODY + "</body></html>",
        "<html><body>\ud800" + BODY,
    ],
)
def test_broken_pages_are_cleaned_or_refused(html: str) -> None:
    try:
        article = clean(RawArticle(input="a.html", form="page", content=html))
    except InputError:
        return
    article.text.encode("utf-8")
    assert "\x00" not in article.text


def test_white_space_comments_and_attribute_order_change_nothing() -> None:
    one = page(BODY.replace("<p>", '<p class="a" id="b">'))
    other = page(BODY.replace("<p>", '<!-- note --><p   id="b"\n class="a">').replace("</p>\n", "</p>\n\n\n"))
    assert one.text == other.text
