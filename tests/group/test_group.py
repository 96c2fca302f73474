"""Which articles are one event, which events one story: our own pieces about made-up companies."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.group import group
from sayso.records import Article, Published, Span
from sayso.records import Reading as ReadingOf

CLOSING = {
    "closing-1": (
        "Brightwell to close its van plant in Turin",
        "2031-05-03",
        (
            "Brightwell said on Monday that it would close its van plant in Turin by the end of the year. Some "
            "400 workers will be offered places at the new site in Lyon, chief executive Lena Vogt told "
            "reporters. Unions called the closure of the Turin plant a betrayal and announced a strike for "
            "Friday."
        ),
    ),
    "closing-2": (
        "Turin van plant to shut as Brightwell moves to Lyon",
        "2031-05-03",
        (
            "The van maker Brightwell is closing its plant in Turin, where 400 people work, and moving production "
            "to Lyon. Lena Vogt, its chief executive, said demand for small vans had fallen. The metal workers' "
            "union in Turin plans to strike on Friday."
        ),
    ),
    "closing-3": (
        "Unions vow strike over closure of Brightwell's Turin plant",
        "2031-05-04",
        (
            "Metal workers in Turin will walk out on Friday after the van maker Brightwell announced the closure "
            "of their plant. About 400 jobs are at stake. Lena Vogt, the chief executive, has offered places at "
            "the company's new site in Lyon."
        ),
    ),
}
OPENING = {
    "opening-1": (
        "Brightwell opens Lyon site for electric vans",
        "2029-09-12",
        (
            "The van maker Brightwell opened its new site in Lyon on Wednesday, where it will build electric "
            "vans. Chief executive Lena Vogt cut the ribbon beside the mayor. The first electric van will leave "
            "the line in spring, Brightwell said."
        ),
    ),
}
FLOOD = {
    "flood-1": (
        "River Ouse bursts its banks, hundreds leave homes",
        "2031-05-03",
        (
            "Hundreds of people left their homes in the north after the river burst its banks on Sunday night. "
            "Rescue teams used boats to reach farms cut off by the flood. Forecasters expect more heavy rain "
            "until Wednesday."
        ),
    ),
    "flood-2": (
        "Flood in the north: boats reach farms cut off by water",
        "2031-05-03",
        (
            "Rescue teams in boats reached farms that were cut off by the flood after the river burst its banks. "
            "Hundreds had to leave their homes in the north on Sunday night, and forecasters expect more heavy "
            "rain."
        ),
    ),
}


def articles(*piles: dict[str, tuple[str, str, str]]) -> list[Article]:
    return [
        Article(
            id=name,
            input=name,
            headline=headline,
            text=text,
            published=Published(earliest=day, latest=day, basis="given"),
        )
        for pile in piles
        for name, (headline, day, text) in pile.items()
    ]


def sets(placements, key) -> list[list[str]]:
    found = defaultdict(list)
    for placement in placements:
        found[getattr(placement, key)].append(placement.id)
    return sorted(sorted(ids) for ids in found.values())


def test_one_happening_is_one_event_and_another_is_not() -> None:
    placed = group(articles(CLOSING, FLOOD))
    assert sets(placed, "event_id") == [sorted(CLOSING), sorted(FLOOD)]
    assert sets(placed, "story_id") == [sorted(CLOSING), sorted(FLOOD)]


def test_events_of_one_company_two_years_apart_are_one_story() -> None:
    placed = group(articles(CLOSING, OPENING, FLOOD))
    assert sets(placed, "event_id") == [sorted(CLOSING), sorted(FLOOD), sorted(OPENING)]
    assert sets(placed, "story_id") == [sorted([*CLOSING, *OPENING]), sorted(FLOOD)]


def test_the_same_words_months_apart_are_two_events() -> None:
    headline, _, text = CLOSING["closing-1"]
    first, second, third = (
        Article(id=day, input=day, headline=headline, text=text, published=Published(earliest=day, latest=day))
        for day in ("2031-05-03", "2031-05-04", "2031-11-20")
    )
    later = [
        Article(
            id=f"later-{a.id}",
            input="x",
            headline=a.headline,
            text=a.text.replace("Turin", "Genoa"),
            published=third.published,
        )
        for a in articles(CLOSING)
    ]
    found = sets(group([first, second, *later]), "event_id")
    assert ["2031-05-03", "2031-05-04"] in found


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(seed: int) -> None:
    pile = articles(CLOSING, OPENING, FLOOD)
    shuffled = random.Random(seed).sample(pile, len(pile))
    assert group(shuffled) == group(pile)


def test_ids_are_those_of_the_members() -> None:
    alone = {p.id: p for p in group(articles(FLOOD))}
    among = {p.id: p for p in group(articles(FLOOD, CLOSING))}
    assert {alone[name].event_id for name in FLOOD} == {among[name].event_id for name in FLOOD}


def test_entities_of_readings_stand_for_names() -> None:
    pile = articles(CLOSING, FLOOD)
    readings = [ReadingOf(id=article.id, sentences=(Span(start=0, end=10),)) for article in pile]
    assert sets(group(pile, readings), "event_id") == [sorted(CLOSING), sorted(FLOOD)]


def test_nothing_in_nothing_out() -> None:
    assert group([]) == ()


HOSTILE = [
    "",
    " ",
    "ago " * 20_000,
    "x" * 100_000,
    "A" * 5_000,
    "\ud800\x00 lone",
    "中文" * 200,
    "A. " * 5_000,
    "’'’' ''s 's",
]


def test_hostile_text_is_placed_and_no_error() -> None:
    pile = [Article(id=str(at), input="x", text=text) for at, text in enumerate(HOSTILE)]
    assert [placement.id for placement in group(pile)] == sorted(a.id for a in pile)


@pytest.mark.parametrize("date", ["", "never", "2031", "2031-13-45", "99999-01-01", "2031-05-03T10:00:00+02:00"])
def test_any_date_is_read_or_open(date: str) -> None:
    article = Article(id="a", input="a", text="Brightwell closes.", published=Published(earliest=date, latest=date))
    assert len(group([article])) == 1


TEXTS = st.lists(st.text("Brightwel said 12\n.", max_size=60), max_size=6)


@settings(max_examples=10, deadline=None)
@given(TEXTS)
def test_every_article_is_placed_once_and_an_event_lies_in_one_story(texts: list[str]) -> None:
    placed = group([Article(id=str(at), input="x", text=text) for at, text in enumerate(texts)])
    assert [p.id for p in placed] == sorted(str(at) for at in range(len(texts)))
    assert len({(p.event_id, p.story_id) for p in placed}) == len({p.event_id for p in placed})
