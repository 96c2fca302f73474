import json

import pytest

from sayso.errors import UsageError
from sayso.records import Article
from sayso.report import FORMATS, Brief, report


def test_json_has_exactly_the_four_fields_and_all_of_them(norvik):
    told = json.loads(norvik.to_json())
    assert list(told) == ["version", "articles", "stories", "problems"]
    assert [a["id"] for a in told["articles"]] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    claim = told["stories"][0]["findings"][0]["claims"][0]
    article = next(a for a in told["articles"] if a["id"] == claim["article_id"])
    assert article["text"][claim["start"] : claim["end"]] == claim["text"]


def test_findings_are_those_of_all_stories(norvik):
    assert norvik.findings == norvik.stories[0].findings
    assert Brief(version="1").findings == ()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_twice_and_ends_with_one_line_feed(norvik, form):
    once = report(norvik, form)
    assert once == report(norvik, form)
    assert once.endswith("\n")
    assert not once.endswith("\n\n")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_brief_is_said_to_be_empty(form):
    told = report(Brief(version="1"), form)
    assert form == "json" or "No article could be read" in told


def test_an_unknown_format_is_a_usage_error(norvik):
    with pytest.raises(UsageError, match="docx"):
        report(norvik, "docx")


@pytest.mark.parametrize("form", FORMATS)
def test_lone_surrogates_are_written_all_the_same(form):
    broken = Brief(version="1", articles=(Article(id="x", input="x", text="a\ud800b", headline="\udfff"),))
    report(broken, form).encode("utf-8")
