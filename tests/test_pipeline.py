import json
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.pipeline import brief
from sayso.settings import Settings

DENIAL = "Norvik has no plans to enter the Scottish market, chief executive Ann Roe said on Tuesday. Norvik delivered 31 ferries in 2030."
RUMOUR = "Norvik may soon enter the Scottish market, according to people familiar with the matter. Norvik delivered 31 ferries in 2030."


def pile(folder: Path, *texts: str, **keys: str) -> Path:
    file = folder / "pile.jsonl"
    rows = [
        {"text": text, "outlet": f"Outlet {n}", "published": f"2031-03-0{n + 1}", **keys}
        for n, text in enumerate(texts)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_a_pile_becomes_one_story_with_what_is_agreed_and_what_is_denied(tmp_path: Path) -> None:
    made = brief([pile(tmp_path, DENIAL, RUMOUR)])
    assert made.problems == ()
    assert len(made.stories) == 1
    agreed = [f for f in made.findings if f.status == "corroborated"]
    assert any("31 ferries" in f.gist and f.origins == ("Outlet 0", "Outlet 1") for f in agreed)


def test_every_quotation_is_the_text_at_its_offsets(tmp_path: Path) -> None:
    made = brief([pile(tmp_path, DENIAL, RUMOUR)])
    texts = {a.id: a.text for a in made.articles}
    assert made.findings
    for finding in made.findings:
        assert any(finding.gist in text for text in texts.values())
        for claim in finding.claims:
            assert texts[claim.article_id][claim.start : claim.end] == claim.text


def test_every_pair_from_two_articles_has_a_relation(tmp_path: Path) -> None:
    made = brief([pile(tmp_path, DENIAL, RUMOUR)])
    for finding in made.findings:
        related = {frozenset((r.left, r.right)) for r in finding.relations}
        for a in finding.claims:
            for b in finding.claims:
                if a.article_id != b.article_id:
                    assert frozenset((a.id, b.id)) in related


def test_identical_copies_stay_separate_articles_of_one_origin(tmp_path: Path) -> None:
    made = brief([pile(tmp_path, DENIAL, DENIAL)])
    assert len({a.id for a in made.articles}) == 2
    told = [f for f in made.findings if "31 ferries" in f.gist]
    assert [f.origins for f in told] == [("Outlet 0",)]


def test_a_given_id_is_kept_everywhere(tmp_path: Path) -> None:
    made = brief([pile(tmp_path, DENIAL, id="mine")])
    assert [a.id for a in made.articles] == ["mine"]
    assert made.stories[0].article_ids == ("mine",)


def test_a_language_that_is_not_read_is_said_and_the_article_kept(tmp_path: Path) -> None:
    german = (
        "Die Werft teilte am Montag mit, dass sie im vergangenen Jahr mehr als dreißig Fähren ausgeliefert habe. " * 4
    )
    made = brief([pile(tmp_path, DENIAL, german)])
    assert [p.code for p in made.problems] == ["language"]
    assert len(made.articles) == 2


def test_one_story_takes_the_whole_pile(tmp_path: Path) -> None:
    other = (
        "A storm closed the harbour of Oban on Friday. Two hundred people were brought to safety by the coast guard."
    )
    file = pile(tmp_path, DENIAL, other)
    assert len(brief([file], settings=Settings(one_story=True)).stories) == 1


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    brief([pile(tmp_path, DENIAL, RUMOUR)], progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} == {"clean", "extract", "match"}


def test_naming_nothing_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        brief([])
