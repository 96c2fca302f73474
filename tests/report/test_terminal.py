import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from sayso.records import Article
from sayso.report import Brief
from sayso.report.terminal import SCREEN


def screen(text):
    """The lines above the first section of the findings in full."""
    lines = text.split("\n")
    return lines[: next(i for i, line in enumerate(lines) if not line)]


@pytest.mark.parametrize("width", [80, 100, 140])
def test_one_screen_says_what_matters(norvik, width):
    lines = screen(norvik.to_text(width))
    assert len(lines) <= SCREEN
    text = "\n".join(lines)
    assert "6 articles, 6 outlets (2 unnamed), 9 origins" in text
    for box in ("= Agreed 3", "≠ Conflicting 1", "× Denied 2", "? Rumoured 1", "→ Updated 1", "• Single-origin 6"):
        assert box in text
    assert "denied by Ada Lindqvist" in text
    assert "Check next" in text


@pytest.mark.parametrize("width", [48, 80, 100])
def test_no_line_is_wider_than_the_window(norvik, width):
    assert max(map(cell_len, norvik.to_text(width).split("\n"))) <= width


def test_lines_of_the_screen_are_parts_of_sentences(norvik):
    pile = " ".join(" ".join(article.text.split()) for article in norvik.articles)
    boxed = [line[19:] for line in screen(norvik.to_text(100))[3:-3]]
    gists = [line for line in boxed if line.strip("…") and line.strip("…") in pile]
    assert len(gists) >= 10


def test_below_the_screen_every_sentence_stands_whole(norvik):
    below = norvik.to_text(100).split("\n\n", 1)[1]
    flat = " ".join(re.sub(r"^[ \d.│]+", "", line) for line in below.split("\n"))
    for finding in norvik.findings:
        for claim in finding.claims:
            assert claim.text in flat


def test_colour_only_where_asked_for(norvik):
    plain, coloured = norvik.to_text(80), norvik.to_text(80, colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_an_article_cannot_command_the_terminal():
    nasty = "\x1b]0;owned\x07\x1b[2J\x9b31m [bold]x[/bold] :smile:\u202e"
    article = Article(id="a", input=nasty, text=nasty, headline=nasty, outlet=nasty)
    text = Brief(version="1", articles=(article,)).to_text(80)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold]x[/bold] :smile:" in text


def test_several_stories_are_listed_first(norvik):
    story = norvik.stories[0]
    two = replace(norvik, stories=(story, replace(story, id="other", headline="Another headline")))
    lines = two.to_text(80).split("\n")
    assert lines[0] == "2 stories"
    assert lines[3] == "  Another headline"


def test_thousands_of_findings_are_cut_short_with_a_count(norvik):
    story = norvik.stories[0]
    many = tuple(replace(f, id=f"{f.id}{n}") for n in range(60) for f in story.findings)
    text = replace(norvik, stories=(replace(story, findings=many),)).to_text(80)
    assert "and 160 more: the other formats have all of them" in text
