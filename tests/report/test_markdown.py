import re

import pytest
from msgspec.structs import replace

from sayso.records import Article
from sayso.report import Brief
from sayso.report.markdown import escaped


def test_every_claim_has_a_footnote_with_outlet_date_and_exact_sentence(norvik):
    text = norvik.to_markdown()
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
    marks = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert sorted(marks, key=int) == list(notes) == [str(n) for n in range(1, len(notes) + 1)]
    assert len(notes) == sum(len(finding.claims) for finding in norvik.findings)
    pile = " ".join(" ".join(article.text.split()) for article in norvik.articles)
    for note in notes.values():
        assert re.search(r"published |publication date unknown", note)
        assert re.search(r": “(.*)”$", note).group(1) in pile


def test_the_sections_and_lists_are_there(norvik):
    headings = re.findall(r"^#+ (.*)$", norvik.to_markdown(), re.MULTILINE)
    assert headings == [
        "Norvik denies Great Lakes plans after ferry is seen in Duluth",
        "= Agreed (3)",
        "≠ Conflicting (1)",
        "× Denied (2)",
        "? Rumoured (1)",
        "→ Updated (1)",
        "• Single-origin (6)",
        "Timeline",
        "Who said what",
        "Who cites whom",
        "What to check next",
        "The articles",
        "Problems",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose 3% to $2.7bn at AT&T.", "Profit rose 3% to $2.7bn at AT&T."),
        ("*so* _what_ `now`", "\\*so\\* \\_what\\_ \\`now\\`"),
        ("[link](http://x.example)", "\\[link](http\\://x.example)"),
        ("<img src=x onerror=y>", "\\<img src=x onerror=y>"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("two\n# lines\n", "two # lines"),
        ("~~gone~~ www.x.example", "\\~~gone\\~~ www\\.x.example"),
    ],
)
def test_markup_in_articles_is_escaped_and_nothing_else(text, expected):
    assert escaped(text) == expected


def test_a_hostile_headline_stays_one_line():
    article = Article(id="a", input="x", text="", headline="one\n# two\n[^1]: <script>")
    text = Brief(version="1", articles=(article,)).to_markdown()
    assert "one # two \\[^1]: \\<script>" in text


def test_folded_surplus_is_counted(norvik):
    story = norvik.stories[0]
    many = tuple(replace(f, id=f"{f.id}{n}") for n in range(5) for f in story.findings)
    assert "and 20 more" in replace(norvik, stories=(replace(story, findings=many),)).to_markdown()
