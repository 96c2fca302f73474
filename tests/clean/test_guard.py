"""Limits enforced from outside: a page that would hold its parser costs only itself."""

import pytest

from sayso.clean.guard import clean_all, is_risky
from sayso.records import Article, Problem, RawArticle
from sayso.settings import Settings

SENTENCE = "A flood closed the old mill in Acmeville on Monday, its owner Ann Lee said, after three days of heavy rain."
GOOD = RawArticle(
    input="good.html", form="page", content=f"<html><body><article>{f'<p>{SENTENCE}</p>' * 5}</article></body></html>"
)
ATTRIBUTES = (
    "<html><body><p " + " ".join(f'a{number}="1"' for number in range(100_000)) + f">{SENTENCE}</p></body></html>"
)
NESTED = "<html><body>" + "<div>" * 100_000 + f"<p>{SENTENCE}</p>"


@pytest.mark.parametrize(
    ("content", "risky"),
    [
        (GOOD.content, False),
        ("<p>" * 10_000, False),  # paragraphs close each other
        ("<p>x</p>" * 100_000, True),
        (ATTRIBUTES, True),
        (NESTED, True),
        ("x" * 4_000_000, True),
        ("<" * 19_000, False),
        ("<a " * 19_000, False),
        ("<" * 1_000_000, True),
    ],
)
def test_risk_is_seen_before_parsing(content: str, risky: bool) -> None:
    assert is_risky(content) is risky


def test_a_page_that_holds_its_parser_is_a_problem_and_its_neighbours_are_read_in_order() -> None:
    paste = RawArticle(input="paste.txt", form="paste", content="\n\n".join([SENTENCE] * 3))
    evil = RawArticle(input="evil.html", form="page", content=ATTRIBUTES)
    found = list(clean_all([GOOD, evil, paste, GOOD], Settings(jobs=1, page_seconds=1.0)))
    assert [type(one) for one in found] == [Article, Problem, Article, Article]
    problem = found[1]
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.article, problem.code) == ("clean", "evil.html", "timeout")


def test_many_pages_come_back_in_order_from_workers() -> None:
    pages = [
        RawArticle(input=f"{number}.html", form="page", content=GOOD.content.replace("Monday", f"day {number}"))
        for number in range(12)
    ]
    found = list(clean_all(pages, Settings(jobs=2)))
    assert [one.input for one in found if isinstance(one, Article)] == [page.input for page in pages]


def test_what_is_no_article_is_a_problem_in_its_place() -> None:
    empty = RawArticle(input="empty.html", form="page", content="<html></html>")
    found = list(clean_all([empty, GOOD]))
    assert [type(one) for one in found] == [Problem, Article]


def test_a_paywall_stub_is_an_article_and_a_problem_that_says_partial() -> None:
    stub = GOOD.content.replace("</article>", "<p>Subscribe now to continue reading this story.</p></article>")
    article, problem = clean_all([RawArticle(input="stub.html", form="page", content=stub)])
    assert isinstance(article, Article)
    assert "Subscribe" not in article.text
    assert isinstance(problem, Problem)
    assert (problem.code, problem.article) == ("partial", "stub.html")
