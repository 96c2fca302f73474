"""What must hold on the first story to be mastered: five pasted pages that lie beside the shared data, if they do."""

from pathlib import Path

import pytest

from sayso.pipeline import brief
from sayso.records import Article, Finding
from sayso.report import Brief
from sayso.settings import data_dir

PAGES = data_dir().parent / "stories" / "xiaomi"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared stories are not here (SAYSO_DATA)")


@pytest.fixture(scope="module")
def told() -> Brief:
    return brief([PAGES])


def article(told: Brief, number: str) -> Article:
    return next(a for a in told.articles if Path(a.input).name.startswith(number))


def findings(told: Brief, *places: tuple[str, str]) -> list[Finding]:
    """The findings that hold, for each (page, words), a claim of that page with those words."""
    ids = [(article(told, number).id, words) for number, words in places]
    return [f for f in told.findings if all(any(c.article_id == i and w in c.text for c in f.claims) for i, w in ids)]


def test_one_story_of_several_events(told: Brief) -> None:
    assert len(told.stories) == 1
    assert len(told.stories[0].events) > 1


@pytest.mark.parametrize(
    ("number", "earliest", "latest", "basis"),
    [
        ("000", "2026-02-10", None, "inferred"),
        ("001", "2026-02-19", "2026-02-19", "text"),
        ("003", "2024-06-30", "2024-11-30", "inferred"),
        ("004", "2026-02-01", "2026-02-01", "text"),
    ],
)
def test_published(told: Brief, number: str, earliest: str, latest: str | None, basis: str) -> None:
    found = article(told, number).published
    assert found.basis == basis
    assert (found.earliest or "")[:10] == earliest
    assert (found.latest or "")[:10] == (latest or "")


@pytest.mark.parametrize(
    "words",
    [
        "Advertisement",
        "Etsy",
        "Nvidia H200",
        "Rio Tinto",
        "AI Employee",
        "Subscribe",
        "READ MORE",
        "cover image",
        "min read",
    ],
)
def test_nothing_comes_from_boilerplate(told: Brief, words: str) -> None:
    assert not [a.id for a in told.articles if words in a.text]
    assert not [f.gist for f in told.findings if any(words in c.text for c in f.claims)]


def test_which_model_was_photographed_is_in_conflict(told: Brief) -> None:
    found = findings(told, ("000", "YU7"), ("002", "SU7"))
    assert "conflicting" in {f.status for f in found}
    reasons = {r.reason for f in found for r in f.relations if r.kind == "conflict"}
    assert any("SU7" in reason and "YU7" in reason for reason in reasons)


def test_the_us_entry_is_denied_by_one_man_in_three_articles(told: Brief) -> None:
    denied = [f for f in told.findings if f.status == "denied" and f.denied_by == ("Lei Jun",)]
    assert any(len({c.article_id for c in f.claims if c.origin == "Lei Jun"}) >= 3 for f in denied)


def test_the_talks_are_rumoured_by_a_newspaper_and_denied_by_the_firm(told: Brief) -> None:
    denied = [f for f in findings(told, ("004", "preliminary discussions")) if f.status == "denied"]
    assert denied
    assert {f.denied_by for f in denied} == {("Ford",)}
    assert all("Financial Times" in f.origins for f in denied)
    assert ("Financial Times", "people familiar with the matter") in {
        c.chain for f in denied for c in f.claims if c.status == "rumoured"
    }


def test_last_years_deliveries_agree_or_refine(told: Brief) -> None:
    found = findings(told, ("000", "more than 410,000"), ("004", "more than 411,000"))
    assert found
    assert not any(r.kind == "conflict" for f in found for r in f.relations)


def test_the_target_is_planned_in_two_articles(told: Brief) -> None:
    found = findings(told, ("000", "550,000"), ("004", "550,000"))
    assert any(c.status == "planned" for f in found for c in f.claims)
    assert {c.status for f in found for c in f.claims if "550,000" in c.text} == {"planned"}


def test_an_outcome_is_not_in_conflict_with_a_target(told: Brief) -> None:
    clashing = {
        i for f in told.findings for r in f.relations if r.kind in {"conflict", "update"} for i in (r.left, r.right)
    }
    assert not [c.text for f in told.findings for c in f.claims if c.id in clashing and "135,000" in c.text]


def test_the_tariffs_agree_and_the_threat_is_another_thing(told: Brief) -> None:
    found = findings(told, ("000", "100% tariff"), ("004", "100% tariffs"))
    assert found
    assert not any("200%" in c.text for f in found for c in f.claims)


def test_the_european_entry_moved(told: Brief) -> None:
    found = findings(told, ("000", "before 2030"), ("000", "in 2027"))
    assert "updated" in {f.status for f in found}


def test_every_quotation_is_the_text_at_its_offsets(told: Brief) -> None:
    texts = {a.id: a.text for a in told.articles}
    assert all(texts[c.article_id][c.start : c.end] == c.text for f in told.findings for c in f.claims)


def test_any_order_gives_the_same_bytes(told: Brief) -> None:
    pages = sorted(PAGES.glob("*.txt"))
    backwards, again = brief(pages[::-1]), brief(pages)
    assert backwards.to_json() == again.to_json()
