"""Pages made or broken to do harm, from their bytes on: each gives its story, or the Problem that says why not."""

import codecs
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.acquire import acquire
from sayso.clean.guard import clean_all
from sayso.records import Article, Problem, RawArticle
from sayso.settings import Settings

STORY = (
    "A flood closed the old café mill in Acmeville on Monday, its owner Zoë Lee said, after three days of heavy rain.",
    "The water reached the second floor of the mill, which was built in 1901, and damaged two of its three wheels.",
    "“We will open again in May,” Lee told reporters. “Nobody was hurt, and that is what matters to us.”",
    "The town council of Acmeville said that it would lend the mill 40,000 dollars for the repairs it needs.",
    "Neighbours came with boats and carried sacks of flour out of the building until late in the evening, she said.",
)
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in STORY)
HEAD = "<!doctype html><html><head><title>Mill closed</title></head><body><article>"
PAGE = HEAD + BODY
SECRET = "The mill was sold for nine million dollars to a buyer whom nobody in the town knows."


def read(path: Path, data: bytes, seconds: float = 60.0) -> tuple[list[str], list[Problem]]:
    """The texts and the problems that come of one file, as `sayso clean` would find them."""
    path.write_bytes(data)
    problems, raws = [], []
    for one in acquire([str(path)]):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            raws.append(one)
    found = list(clean_all(raws, Settings(jobs=1, page_seconds=seconds)))
    problems += [one for one in found if isinstance(one, Problem)]
    return [one.text for one in found if isinstance(one, Article)], problems


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PAGE.encode() + b"<!-- never closed " + BODY.encode() * 3, id="unclosed comment"),
        pytest.param(PAGE.encode() + b"<script>never closed " + BODY.encode() * 3, id="unclosed script"),
        pytest.param(PAGE.encode() + b"<p>" + b"x" * 10_000_000 + b"</p>", id="a word of 10 MB"),
        pytest.param(
            (HEAD + '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + BODY).encode(), id="deep JSON"
        ),
        pytest.param(f'<meta charset="iso-8859-1">{PAGE}'.encode(), id="UTF-8 declared as Latin-1"),
        pytest.param(f'<meta charset="utf-8">{PAGE}'.encode("cp1252"), id="cp1252 declared as UTF-8"),
        pytest.param(codecs.BOM_UTF8 + f'<meta charset="windows-1251">{PAGE}'.encode(), id="mark against meta"),
        pytest.param(f'<meta charset="utf-8">{PAGE}'.encode("utf-16"), id="UTF-16 declared as UTF-8"),
        pytest.param(
            f'<?xml version="1.0" encoding="utf-16"?><meta charset="koi8-r">{PAGE}'.encode(), id="three declarations"
        ),
        pytest.param(PAGE.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param(PAGE.encode("utf-16-be"), id="UTF-16 without mark, big end first"),
        pytest.param(PAGE.replace("mill", "mi\x00ll").encode(), id="NUL"),
        pytest.param(PAGE.replace("mill", "m\x01i\x08l\x1bl").encode(), id="C0 controls"),
        pytest.param(
            PAGE.replace("mill", "\u202emi\u200bll\u202c").replace("May", "M\u00aday\u2066").encode(),
            id="bidi and no width",
        ),
        pytest.param(PAGE.replace("mill", "&#x202e;mi&#8203;ll&#x202c;").encode(), id="the same, escaped"),
        *(
            pytest.param(PAGE.replace("</p>\n", "</p>\n" + hidden.format(SECRET), 2).encode(), id=hidden[:24])
            for hidden in (
                '<p style="display:none">{}</p>',
                '<p style="color:#fff;background-color:#ffffff">{}</p>',
                "<template><p>{}</p></template>",
                "<p hidden>{}</p>",
            )
        ),
    ],
)
def test_the_story_is_read_as_if_nothing_were(tmp_path: Path, data: bytes) -> None:
    texts, problems = read(tmp_path / "a.html", data)
    assert [text.split("\n")[:5] for text in texts] == [list(STORY)]
    assert problems == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(HEAD.encode() + b"<div>" * 100_000 + BODY.encode(), "not-an-article", id="100,000 nested divs"),
        pytest.param(HEAD.encode() + b"<ul><li>" * 50_000 + BODY.encode(), "not-an-article", id="50,000 nested lists"),
        pytest.param(b"\x1f\x8b\x08\x00 no gzip " + PAGE.encode(), "unsupported", id="gzip that is no gzip"),
        pytest.param(PAGE.encode() + bytes(100_000), "binary", id="zeroes where the rest should be"),
        pytest.param(b"<html>" + b" " * 1000, "not-an-article", id="nothing"),
        pytest.param(b"<!-- " + PAGE.encode(), "not-an-article", id="all in a comment"),
        pytest.param(PAGE.replace("<body>", "<body><!--").encode(), "not-an-article", id="the story in a comment"),
        pytest.param(PAGE.encode() * 40_000, "too-large", id="more than 20 MB"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, code: str) -> None:
    texts, problems = read(tmp_path / "a.html", data)
    assert texts == []
    assert codes(problems) == [code]
    assert "a.html" in problems[0].detail


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            b"<html><body><p " + b" ".join(b'a%d="1"' % n for n in range(300_000)) + b">" + BODY.encode(),
            id="300,000 attributes",
        ),
        pytest.param(HEAD.encode() + BODY.encode() * (19_900_000 // len(BODY.encode())), id="20 MB of paragraphs"),
    ],
)
def test_what_takes_too_long_is_given_up(tmp_path: Path, data: bytes) -> None:
    texts, problems = read(tmp_path / "a.html", data, seconds=2.0)
    assert texts == []
    assert codes(problems) == ["timeout"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(
            PAGE.replace("owner", "own\ud800er").encode("utf-8", "surrogatepass"),
            "its own\ufffder Zoë",
            id="lone surrogate",
        ),
        pytest.param(PAGE.encode().replace(b"owner", b"own\xe2\x80er"), "its own\ufffder Zoë", id="half a character"),
    ],
)
def test_damage_is_shown_and_said(tmp_path: Path, data: bytes, text: str) -> None:
    texts, problems = read(tmp_path / "a.html", data)
    assert text in texts[0]
    assert codes(problems) == ["encoding"]


def test_escaped_surrogates_and_numbers_of_no_character_are_no_text(tmp_path: Path) -> None:
    texts, problems = read(tmp_path / "a.html", PAGE.replace("owner", "own&#xD800;er&#x110000;&#0;").encode())
    texts[0].encode("utf-8")
    assert "\x00" not in texts[0]
    assert problems == []


def test_a_story_of_two_encodings_is_read_whole(tmp_path: Path) -> None:
    texts, problems = read(
        tmp_path / "a.html", PAGE.encode() + "<p>Zoë’s mill – “old” – will open in May again.</p>".encode("cp1252")
    )
    assert texts == ["\n".join((*STORY, "Zoë’s mill – “old” – will open in May again."))]
    assert problems == []


CONSENT = (
    "<p>We use cookies. We and our partners store cookies. By your consent you accept the privacy policy here.</p>",
    "<p>Wir nutzen Cookies. Mit Ihrer Zustimmung verarbeiten wir personenbezogene Daten. Ihre Einwilligung ist freiwillig.</p>",
    "<p>Nous utilisons des cookies. Avec votre consentement, nos partenaires traitent des données personnelles de nos lecteurs.</p>",
    "<p>Usamos cookies. Con su consentimiento, nuestros socios tratan sus datos personales para mostrar publicidad en la página.</p>",
)
LOST = (
    ("404", "<h1>Page not found</h1><p>Sorry, the page you were looking for was removed or never was here at all.</p>"),
    (
        "Acme",
        "<h1>Seite nicht gefunden</h1><p>Leider gibt es diese Seite nicht mehr, oder es hat sie hier nie gegeben, sagt man.</p>",
    ),
    (
        "Acme",
        "<h1>Cette page n’existe plus</h1><p>Nous sommes désolés, mais cette page n’existe plus sur notre site depuis hier.</p>",
    ),
)
INDEX = "".join(f'<p><a href="/{n}">Mill number {n} sold to a buyer from overseas</a></p>' for n in range(40))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        *(("Acme", body) for body in CONSENT),
        *LOST,
        ("Mills", INDEX),
        ("Acme", ""),
        ("Acme", "<p>Loading…</p>"),
        ("Acme", "<div id=root></div>"),
    ],
)
def test_what_is_no_article_is_a_problem_and_never_an_empty_article(tmp_path: Path, title: str, body: str) -> None:
    texts, problems = read(
        tmp_path / "a.html", f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    )
    assert texts == []
    assert codes(problems) == ["not-an-article"]


@pytest.mark.parametrize(
    "wall",
    [
        "<p>Subscribe now to continue reading this story.</p>",
        "<p>This article is exclusive to Acme+ subscribers</p>",
        "<p>La suite est réservée aux abonnés.</p>",
        "<p>Jetzt abonnieren und weiterlesen</p>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","wordCount":900}</script>',
    ],
)
def test_a_stub_is_read_and_said_to_be_a_part(tmp_path: Path, wall: str) -> None:
    texts, problems = read(tmp_path / "a.html", (PAGE + wall).encode())
    assert texts == ["\n".join(STORY)]
    assert codes(problems) == ["partial"]


@pytest.mark.parametrize(
    "told",
    ['"isAccessibleForFree":false,"wordCount":95', '"isAccessibleForFree":true,"wordCount":900', '"wordCount":900'],
)
def test_a_story_that_is_whole_or_free_is_no_stub(tmp_path: Path, told: str) -> None:
    linked = f'<script type="application/ld+json">{{"@type":"NewsArticle",{told}}}</script>'
    texts, problems = read(tmp_path / "a.html", (PAGE + linked).encode())
    assert texts == ["\n".join(STORY)]
    assert problems == []


def test_neighbours_of_a_page_that_is_given_up_are_unharmed() -> None:
    good = RawArticle(input="good.html", form="page", content=PAGE)
    evil = RawArticle(input="evil.html", form="page", content=HEAD + "<a " * 1_000_000)
    found = list(clean_all([good, evil, good], Settings(jobs=1, page_seconds=20.0)))
    assert [type(one) for one in found] == [Article, Problem, Article]
