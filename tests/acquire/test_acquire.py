"""What may be named on the command line, and what becomes of it."""

import io
import json
import sys
from pathlib import Path

import pytest

from sayso.acquire import acquire
from sayso.records import Problem, Published, RawArticle
from sayso.settings import Settings

STORY = "A flood closed the old mill in Acmeville on Monday.\n"
PAGE = "<!doctype html><html><body><p>A flood closed the old mill.</p></body></html>"


def read(*inputs: Path | str, **limits: int) -> list[RawArticle | Problem]:
    return list(acquire([str(one) for one in inputs], settings=Settings(**limits)))  # type: ignore[arg-type]


def only(*inputs: Path | str, **limits: int) -> RawArticle | Problem:
    (found,) = read(*inputs, **limits)
    return found


def article(*inputs: Path | str) -> RawArticle:
    found = only(*inputs)
    assert isinstance(found, RawArticle), found
    return found


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", STORY, "paste"),
        ("a.md", STORY, "paste"),
        ("a", STORY, "paste"),
        ("a.html", PAGE, "page"),
        ("a.htm", PAGE, "page"),
        ("a.txt", PAGE, "page"),
        ("a.html", STORY, "paste"),
        ("a.txt", "The tag <b> makes text bold, the manual said.", "paste"),
    ],
)
def test_form_is_found_by_content(tmp_path: Path, name: str, content: str, form: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert article(tmp_path / name).form == form


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.html", bytes(range(256)) * 40, "binary"),
        ("a.pdf", b"%PDF-1.7 whatever", "unsupported"),
        ("a.txt", b"%PDF-1.7 named wrongly", "unsupported"),
        ("a.docx", b"PK\x03\x04 whatever", "unsupported"),
        ("a.html", b"\x1f\x8b\x08\x00 gzip", "unsupported"),
        ("a.html.gz", b"no gzip at all", "unsupported"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "unsupported"),
        ("feed.txt", b'<?xml version="1.0"?><rss version="2.0"></rss>', "unsupported"),
        ("feed.rss", b"anything", "unsupported"),
        ("alone.json", b"{}", "unsupported"),
        ("brief.html", b'<!doctype html><meta name="generator" content="Sayso 0.1.0"><p>Mill closed</p>', "own-brief"),
        (
            "brief.md",
            "# Mill closed\n\n**3 articles, 2 outlets** \u00b7 4 findings \u00b7 May 2031\n".encode(),
            "own-brief",
        ),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
    ],
)
def test_what_is_not_read_is_a_problem_with_a_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = only(tmp_path / name)
    assert isinstance(found, Problem)
    assert (found.stage, found.code) == ("acquire", code)
    assert name in found.detail
    assert found.detail.endswith(".")


def test_missing_paths_empty_folders_and_addresses_are_problems(tmp_path: Path) -> None:
    found = read(tmp_path / "no.txt", tmp_path, "https://example.org/story")
    assert [one.code for one in found if isinstance(one, Problem)] == ["missing", "empty-folder", "not-fetched"]


def test_too_large_is_a_problem_and_the_limit_itself_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101, encoding="utf-8")
    (tmp_path / "b.txt").write_text("x" * 100, encoding="utf-8")
    large, small = read(tmp_path, max_input_bytes=100)
    assert isinstance(large, Problem)
    assert large.code == "too-large"
    assert isinstance(small, RawArticle)


def test_folders_are_walked_whole_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "README.md", "sub/LICENSE", "readme.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    names = [Path(one.input).name for one in read(tmp_path) if isinstance(one, RawArticle)]
    assert names == ["a.txt", "b.txt", "c.txt"]
    assert article(tmp_path / "README.md").content == STORY


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert len(read(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt")) == 1


def test_the_side_car_tells_and_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    told = {
        "outlet": "Acme Weekly",
        "url": "https://example.org/a",
        "headline": "Mill closed",
        "published": "2031-05-03",
        "x": 1,
    }
    (tmp_path / "a.json").write_text(json.dumps(told), encoding="utf-8")
    given = article(tmp_path).given
    assert (given.outlet, given.url, given.headline) == ("Acme Weekly", "https://example.org/a", "Mill closed")
    assert given.published == Published(earliest="2031-05-03", latest="2031-05-03", basis="given")
    assert given.id is None


@pytest.mark.parametrize("content", ["{", "[]", '{"outlet": 5}', "x" * 2_000_000, "[" * 100_000])
def test_a_bad_side_car_is_a_problem_and_the_page_is_read_without_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    problem, page = read(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.code == "bad-sidecar"
    assert isinstance(page, RawArticle)


def test_articles_a_line_and_a_bad_line_among_them(tmp_path: Path) -> None:
    lines = [
        '{"text": "Rain fell.", "id": "one", "outlet": null, "authors": ["Ann Lee"], "published": "2031-05-03T10:00:00Z", "y": 2}',
        '{"text": ',
        '{"headline": "no text"}',
        "[1, 2]",
        "",
        '{"text": "Snow fell.", "id": 7}',
        '{"text": "\\ud800 lone"}',
        '{"text": "Hail fell.", "published": "soon"}',
        '{"text": "Wind blew.", "outlet": 5}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path)
    articles = [one for one in found if isinstance(one, RawArticle)]
    problems = [(one.article, one.code) for one in found if isinstance(one, Problem)]
    path = str(tmp_path / "a.jsonl")
    assert [one.given.id for one in articles] == ["one", "7", None, None]
    assert {one.form for one in articles} == {"text"}
    assert articles[0].given.published == Published(
        earliest="2031-05-03T10:00:00+00:00", latest="2031-05-03T10:00:00+00:00", basis="given"
    )
    assert articles[2].content == "\N{REPLACEMENT CHARACTER} lone"
    assert problems == [
        *((f"{path}:{line}", "bad-line") for line in (2, 3, 4)),
        (f"{path}:8", "published"),
        (f"{path}:9", "bad-line"),
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031-05-03", ("2031-05-03", "2031-05-03")),
        ("Sat, 03 May 2031 10:00:00 GMT", ("2031-05-03T10:00:00+00:00",) * 2),
        ({"earliest": "2031-05-03", "latest": None, "basis": "inferred"}, ("2031-05-03", None)),
    ],
)
def test_published_as_given(tmp_path: Path, published: object, expected: tuple[str, str]) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Rain fell.", "published": published}), encoding="utf-8")
    told = article(tmp_path).given.published
    assert told is not None
    assert (told.earliest, told.latest) == expected
    assert told.basis == ("inferred" if isinstance(published, dict) else "given")


@pytest.mark.parametrize(
    ("content", "form"), [(STORY, "paste"), (PAGE, "page"), ('{"text": "Rain fell."}\n{"text": "Snow fell."}', "text")]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, form: str) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    found = read("-")
    assert {one.form for one in found if isinstance(one, RawArticle)} == {form}
    assert {one.input for one in found if isinstance(one, RawArticle)} == {"-"}
