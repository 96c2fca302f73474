"""Pasted pages: the story whole, nothing else, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean import clean
from sayso.errors import InputError
from sayso.records import Article, Published, RawArticle

LEAD = "A flood closed the old mill in Acmeville on Monday, its owner Ann Lee said, after three days of heavy rain."
SECOND = "The water reached the second floor of the mill, which was built in 1901, and damaged two of its three wheels."
QUOTE = "“We will open again in May,” Lee told reporters. “Nobody was hurt, and that is what matters to us.”"
LAST = "The town council of Acmeville said that it would lend the mill 40,000 dollars for the repairs it needs."
STORY = [LEAD, SECOND, QUOTE, LAST]


def paste(*lines: str, between: str = "\n\n") -> RawArticle:
    return RawArticle(input="a.txt", form="paste", content=between.join(lines))


def without_cuts(raw: RawArticle, article: Article) -> str:
    kept, at = [], 0
    for cut in article.cuts:
        assert cut.start is not None
        assert cut.end is not None
        assert at <= cut.start < cut.end
        assert raw.content[cut.start : cut.end] == cut.text
        kept.append(raw.content[at : cut.start])
        at = cut.end
    return "".join([*kept, raw.content[at:]])


def reasons(article: Article) -> dict[str, str]:
    return {cut.text.strip(): cut.reason for cut in article.cuts}


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("Advertisement – Continue scrolling for more", "advertisement"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Source: Acme Weekly", "credit"),
        ("Photo: Bo Chan / Acme Pictures", "credit"),
        ("The old mill in spring (Image: Acme Pictures)", "caption"),
        ("Article image", "image"),
        ("READ MORE: Ten mills to see before they close", "related"),
        ("Sign up for our weekly newsletter", "subscribe"),
        ("Share this article", "share"),
        ("14 Comments", "comments"),
        ("4 min read", "read-time"),
        ("© 2031 Acme Weekly. All rights reserved.", "copyright"),
        ("Acme Weekly covers mills. Explore our listings to find the best mill in your area.", "promo"),
    ],
)
def test_furniture_inside_the_story_goes_with_its_reason(furniture: str, reason: str) -> None:
    raw = paste(LEAD, SECOND, furniture, QUOTE, LAST)
    article = clean(raw)
    assert article.text == "\n\n".join(STORY)
    assert reasons(article)[furniture] == reason


def test_a_whole_page() -> None:
    raw = paste(
        "HomeMillsRiversWeather",
        "Subscribe",
        "Flood closes old mill in Acmeville",
        "acmeweekly",
        "11 hours ago3 min read",
        "Flood closes old mill in Acmeville",
        LEAD,
        "Advertisement – Continue scrolling for more",
        SECOND,
        "What the owner says",
        QUOTE,
        LAST,
        "MILLSWEATHERFLOODS",
        "Read These Next",
        "img",
        "Five rivers that burst their banks this year",
        "Mill in Beeville sold for 3 million dollars",
    )
    article = clean(raw)
    assert article.text == "\n\n".join([LEAD, SECOND, "What the owner says", QUOTE, LAST])
    assert article.headline == "Flood closes old mill in Acmeville"
    assert article.outlet == "acmeweekly"
    assert article.language == "en"
    assert article.published == Published(
        earliest="1901-01-01", latest=None, basis="inferred"
    )  # the mill was built then
    assert without_cuts(raw, article) == article.text


def test_an_advertisement_glued_to_the_story_is_cut_out_of_its_line() -> None:
    raw = paste(LEAD, "Advertisement – Continue scrolling for more" + SECOND, QUOTE, LAST)
    article = clean(raw)
    assert article.text == "\n\n".join(STORY)
    assert without_cuts(raw, article) == article.text


def test_a_run_of_headlines_behind_the_story_goes() -> None:
    headlines = [f"Mill number {number} sold to buyer from overseas as prices rise" for number in range(9)]
    raw = RawArticle(input="a.txt", form="paste", content="\n".join([*STORY, "", "", *headlines]))
    assert clean(raw).text == "\n".join(STORY)


@pytest.mark.parametrize(
    ("byline", "outlet", "authors", "published"),
    [
        (["Acme Weekly Staff", "May 3, 2031 | Updated 03:30, May 4, 2031"], "Acme Weekly", (), "2031-05-03"),
        (["By Ann Lee and Bo Chan", "Published on 3 May 2031."], None, ("Ann Lee", "Bo Chan"), "2031-05-03"),
        (["Updated 4 May 2031"], None, (), "2031-05-04"),
        (["acmeweekly.com", "2031-05-03T10:00:00Z"], "acmeweekly.com", (), "2031-05-03T10:00:00+00:00"),
    ],
)
def test_byline_and_date(byline: list[str], outlet: str | None, authors: tuple[str, ...], published: str) -> None:
    article = clean(paste("Flood closes old mill in Acmeville", *byline, *STORY))
    assert article.text == "\n\n".join(STORY)
    assert article.headline == "Flood closes old mill in Acmeville"
    assert (article.outlet, article.authors) == (outlet, authors)
    assert (article.published.earliest, article.published.basis) == (published, "text")


def test_a_date_in_a_related_headline_is_not_the_articles() -> None:
    article = clean(
        paste(*STORY, "Related articles", "3 May 2031: the day the river rose", "How we covered 4 May 2031")
    )
    assert article.published.basis != "text"


def test_a_text_without_line_breaks_keeps_its_sentences() -> None:
    story = " ".join(STORY * 8)
    raw = paste("Home News Sport Weather Jobs Search Menu " + story)
    article = clean(raw)
    assert without_cuts(raw, article) == article.text
    assert LEAD in article.text
    assert LAST in article.text


@pytest.mark.parametrize(
    "content", ["Home", "Menu\nSearch\nLog in\nSubscribe", "We use cookies to improve this page.\nAccept all"]
)
def test_no_story_is_no_article(content: str) -> None:
    with pytest.raises(InputError) as error:
        clean(RawArticle(input="a.txt", form="paste", content=content))
    assert error.value.code == "not-an-article"


def test_given_facts_are_believed_and_given_text_is_untouched() -> None:
    raw = RawArticle(input="a.jsonl", form="text", content="Menu\n\nRain fell.")
    assert clean(raw).text == raw.content
    assert clean(raw).cuts == ()


PIECES = st.sampled_from(
    [*STORY, "Menu", "Subscribe", "Advertisement – Continue scrolling for more", "By Ann Lee", "3 May 2031", "", "  ", "\u200b", "\x00",
     "Related articles", "Five rivers", "4 min read", "Advertisement – Continue scrolling for more" + LEAD, "\u202e" + QUOTE, "😀", "\ud800x"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " ", "\r\n", "\u2028", ""])), max_size=20))
def test_the_raw_text_without_its_cuts_is_the_text(pieces: list[tuple[str, str]]) -> None:
    raw = RawArticle(input="a.txt", form="paste", content="".join(piece + end for piece, end in pieces))
    try:
        article = clean(raw)
    except InputError:
        return
    kept, at = [], 0
    for cut in article.cuts:
        assert cut.start is not None
        assert cut.end is not None
        assert at <= cut.start < cut.end
        kept.append(raw.content[at : cut.start])
        at = cut.end
    assert "".join([*kept, raw.content[at:]]) == article.text
    article.text.encode("utf-8")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_cleaned_or_refused(content: str) -> None:
    try:
        article = clean(RawArticle(input="a.txt", form="paste", content=content))
    except InputError:
        return
    assert article.text.strip()


@pytest.mark.parametrize(
    "content",
    [
        "x" * 2_000_000,
        "a " * 500_000,
        "Rain fell. " * 50_000,
        "\n" * 500_000 + LEAD,
        "1" * 300_000,
        "20" * 100_000,
        "May " * 100_000,
        "Advertisement – " * 20_000,
        "by " * 100_000,
        ". " * 200_000,
        "“" * 200_000,
        ("Menu\n" * 20_000) + LEAD,
    ],
)
def test_long_and_odd_pastes_take_linear_time(content: str) -> None:
    try:
        clean(RawArticle(input="a.txt", form="paste", content=content))
    except InputError:
        return


@pytest.mark.parametrize(("first", "last"), [(first, last) for last in range(5) for first in range(last)])
def test_a_part_of_a_page_keeps_its_paragraphs(first: int, last: int) -> None:
    article = clean(paste(*STORY[first:last]))
    assert article.text == "\n\n".join(STORY[first:last])


def test_paragraphs_behind_a_box_that_asks_to_sign_up_stay() -> None:
    box = ["Sign up to our free newsletter", "Enter your email", "By signing up you agree to our privacy notice"]
    assert clean(paste(LEAD, SECOND, *box, QUOTE, LAST, "Most read", "Ten best mills")).text == "\n\n".join(STORY)
