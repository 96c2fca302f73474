"""What a page's markup tells about its lines: links to other stories, the stated story, hidden text, code."""

import pytest

from sayso.clean import links, mode, stated
from sayso.clean.facts import Facts
from sayso.clean.tree import parsed, readable

URL = "https://acme.example/news/mill"
STORY = [
    f"A flood closed the old mill in Acmeville on day {day}, its owner Ann Lee said, after a night of heavy rain."
    for day in range(1, 9)
]


@pytest.mark.parametrize(
    ("html", "line", "linked"),
    [
        ('<p><a href="/news/barn">Ten barns that you must see</a></p>', "Ten barns that you must see", True),
        (
            '<p>Barns: <a href="/news/barn">Ten barns that you must see</a></p>',
            "Barns: Ten barns that you must see",
            True,
        ),
        ('<a href="/b"><h3>Ten barns to see now</h3><p>More</p></a>', "- Ten barns to see now", True),
        ('<p><a href="#two">Ten barns that you must see</a></p>', "Ten barns that you must see", False),
        (
            '<p><a href="https://other.example/b">Ten barns that you must see</a></p>',
            "Ten barns that you must see",
            False,
        ),
        ('<p><a href="/b">She saw ten barns that day.</a></p>', "She saw ten barns that day.", False),
        ('<p><a href="javascript:x()">Ten barns that you must see</a></p>', "Ten barns that you must see", False),
        ('<p><a href="http://[">Ten barns that you must see</a></p>', "No barn in this line", False),
        ("<p>Ten barns that you must see</p>", "Ten barns that you must see", False),
    ],
)
def test_links_to_other_stories(html: str, line: str, linked: bool) -> None:
    tree = parsed(f"<html><body>{html}</body></html>")
    assert tree is not None
    assert links.to_other_stories([line], tree, URL) == [linked]


def news(**keys: str) -> Facts:
    return Facts(articles=({"@type": "NewsArticle", **keys},))


def test_the_stated_body_tells_what_is_not_the_storys() -> None:
    lines = [
        "Ann Lee has a mill, and this is its tale.",
        *STORY[:4],
        "The mill",
        "Our shop sells flour of all kinds, too.",
        *STORY[4:],
    ]
    unstated = stated.unstated(lines, news(articleBody=" ".join(STORY)))
    assert [line for line, out in zip(lines, unstated, strict=True) if out] == [
        "Our shop sells flour of all kinds, too."
    ]


def test_a_summary_is_no_stated_body() -> None:
    assert not any(stated.unstated(STORY, news(articleBody=STORY[0] * 5)))
    assert not any(stated.unstated(STORY, news()))


def test_what_was_lost_comes_back_from_the_pages_own_paragraphs() -> None:
    tree = parsed(
        "<html><body>" + "".join(f"<p>{line}</p>" for line in [*STORY, "Menu and more of it here."]) + "</body></html>"
    )
    assert tree is not None
    assert stated.whole(STORY[:3], news(articleBody=" ".join(STORY)), tree) == STORY
    assert stated.whole(STORY, news(articleBody=" ".join(STORY)), tree) is None
    assert (
        stated.whole(["Another story it is, all of it, and no word of that."], news(articleBody=" ".join(STORY)), tree)
        is None
    )


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h1>Mill closed</h1><p>The flood came in the night.</p>", True),
        ("<h1>Mill closed</h1><h2>The flood <b>came</b> in the night.</h2>", True),
        ("<h1>Mill closed</h1><figure><p>The flood came in the night.</p></figure>", False),
        ("<p>The flood came in the night.</p><h1>Mill closed</h1>", False),
        ("<h1>Mill closed</h1><p hidden>The flood came in the night.</p><p>Another text stands here.</p>", False),
    ],
)
def test_the_standfirst_is_taken_only_where_the_page_shows_it(html: str, found: bool) -> None:
    tree = parsed(f"<html><body>{html}<p>{STORY[0]}</p></body></html>")
    assert tree is not None
    lead = stated.standfirst(STORY, news(description="The flood came in the night."), tree)
    assert lead == ("The flood came in the night." if found else None)


def test_the_storys_lists_are_kept() -> None:
    items = [f"{line} It is item {number} of a list." for number, line in enumerate(STORY)]
    html = "".join(f"<p>{line}</p><ul><li>{item}</li></ul>" for line, item in zip(STORY, items, strict=True))
    tree = parsed(f"<html><body><article>{html}</article></body></html>")
    assert tree is not None
    text = mode.main_text(tree, URL)
    assert all(item in text for item in items)


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ("<figure><blockquote><p>{}</p></blockquote><figcaption>Ann Lee</figcaption></figure>", True),
        ('<figure class="pull-quote"><blockquote><p>{}</p></blockquote></figure>', False),
        ('<figure class="wp-block-embed"><blockquote><p>{}</p></blockquote></figure>', False),
        ('<figure><blockquote class="twitter-tweet"><p>{}</p></blockquote></figure>', False),
        ("<figure><p>{}</p></figure>", False),
    ],
)
def test_a_quotation_set_as_a_figure_is_the_storys(figure: str, found: bool) -> None:
    quotation = "“Nobody saw the water come,” Ann Lee said, “and nobody will forget how it went away again.”"
    html = "".join(f"<p>{line}</p>" for line in STORY[:4]) + figure.format(quotation)
    tree = parsed(
        f"<html><body><article>{html}{''.join(f'<p>{line}</p>' for line in STORY[4:])}</article></body></html>"
    )
    assert tree is not None
    assert (quotation in mode.main_text(tree, URL)) is found


def test_code_is_told_by_its_markup() -> None:
    tree = parsed("<html><body><pre><code>mill = 1\n  flood(mill)</code></pre><p>mill = 2</p></body></html>")
    assert tree is not None
    assert links.code_lines(tree) == {"mill = 1", "flood(mill)"}


def test_pieces_that_a_page_puts_in_place_itself_are_shown() -> None:
    tree = parsed(
        f'<html><body><p>{STORY[0] * 9}</p><div hidden id="S:1a">Here.</div><div hidden id="x">Not.</div></body></html>'
    )
    assert tree is not None
    assert "Here." in tree.text_content()
    assert "Not." not in tree.text_content()


def test_a_page_goes_on_behind_an_end_in_its_middle() -> None:
    tree = parsed("<html><body><p>One.</p></body></html><p>Two.</p></BODY ></html>")
    assert tree is not None
    assert tree.text_content().split() == ["One.", "Two."]


@pytest.mark.parametrize(
    ("panel", "found"),
    [
        ('<div role="region" aria-labelledby="a" style="display:none">Here.</div>', True),
        ('<div style="display:none"><div role="region" aria-labelledby="a">Here.</div></div>', True),
        ('<div role="region" style="display:none">Here.</div>', False),
        ('<div role="dialog" aria-labelledby="a" style="display:none">Here.</div>', False),
    ],
)
def test_a_panel_that_the_reader_opens_is_shown(panel: str, found: bool) -> None:
    tree = parsed(f"<html><body><p>{STORY[0] * 9}</p>{panel}</body></html>")
    assert tree is not None
    assert ("Here." in tree.text_content()) is found


@pytest.mark.parametrize("content", ["", " ", "\x00", "<!-- never closed", "\ud800", "<html/>", "<?xml?>", "<!doctype"])
def test_what_is_no_page_gives_no_text(content: str) -> None:
    tree = parsed(content)
    assert tree is None or not readable(tree.text_content()).strip()
