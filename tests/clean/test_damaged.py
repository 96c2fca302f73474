"""Real pages with bytes flipped, tags dropped or doubled and tails cut: an article or a Problem, never an exception."""

import random
import re
from pathlib import Path

import pytest

from sayso.acquire.encoding import decode
from sayso.clean.guard import cleaned
from sayso.records import Article, Problem, RawArticle
from sayso.settings import data_dir

PAGES = 40  # every 23rd of the development pages, one damage each; 880 of all pages were run once when this was written


def damaged(html: bytes, chance: random.Random) -> bytes:
    kind = chance.randrange(4)
    if kind == 0:
        data = bytearray(html)
        for _ in range(200):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    if kind == 1:
        return html[: chance.randrange(len(html))]
    drop = kind == 2
    return re.sub(
        rb"<[^<>]{1,300}>", lambda tag: tag[0] if chance.random() > 0.05 else b"" if drop else tag[0] * 2, html
    )


@pytest.mark.skipif(
    not (data_dir() / "clean_pages").is_dir(), reason="the development pages are not there (SAYSO_DATA)"
)
def test_damaged_pages_are_cleaned_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    from benchmarks.clean import data

    chance = random.Random(7)
    pages = [page for data_set in data.SETS for page in data.saved(data_set, 23)][:PAGES]
    for page in pages:
        found = cleaned(RawArticle(input=page.id, form="page", content=decode(damaged(page.content, chance))[0]))
        assert isinstance(found, Article | Problem)
        if isinstance(found, Article):
            found.text.encode("utf-8")


@pytest.mark.skipif(
    not (data_dir() / "clean_pages").is_dir(), reason="the development pages are not there (SAYSO_DATA)"
)
def test_white_space_between_tags_changes_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    from benchmarks.clean import data

    for page in list(data.saved("fundus", 26)):
        html = decode(page.content)[0]
        one = cleaned(RawArticle(input=page.id, form="page", content=html))
        other = cleaned(
            RawArticle(input=page.id, form="page", content=re.sub(r"</p>\s*<p", "</p>\n  <!-- x -->\n<p", html))
        )
        assert isinstance(one, Article)
        assert isinstance(other, Article)
        assert one.text == other.text
