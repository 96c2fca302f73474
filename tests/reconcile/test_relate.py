"""What stands between two claims of one group, and what becomes of the group; the sentences are our own."""

from itertools import combinations

import pytest

from sayso.extract import extract
from sayso.reconcile import reconcile
from sayso.records import Article, Claim, ClaimGroup, Entity, Finding, Published


def told(*texts: str, days: tuple[str, ...] = (), cohesion: float = 0.3) -> tuple[Finding, ...]:
    """The findings of one group of claims, one article a text; utterances as such are left out."""
    articles = [_article(n, text, days[n] if days else None) for n, text in enumerate(texts)]
    readings = [extract(a) for a in articles]
    entities = {e.id: e for r in readings for e in r.entities}
    claims = [c for r in readings for c in r.claims if c.kind != "statement"]
    return _findings(articles, claims, entities, cohesion)


def _article(n: int, text: str, day: str | None) -> Article:
    published = Published(earliest=day, latest=day, basis="given") if day else Published()
    return Article(id=f"a{n}", input=f"a{n}", text=text, outlet=f"Outlet {n}", language="en", published=published)


def _findings(
    articles: list[Article], claims: list[Claim], entities: dict[str, Entity], cohesion: float
) -> tuple[Finding, ...]:
    group = ClaimGroup(id="g", kind="event", claims=tuple(claims), cohesion=cohesion)
    return reconcile([group], articles, (), entities)


def kinds(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(r.kind, r.basis) for f in found for r in f.relations}


PAIRS = [
    # left, right, relation and basis that must be among those found
    ("Norvik delivered 31 ferries in 2030.", "Norvik delivered around 30 ferries in 2030.", ("refine", "quantity")),
    ("The fire in Ostby killed 12 people.", "The fire in Ostby killed 15 people.", ("conflict", "quantity")),
    # the place of each figure is the one named with it
    (
        "About 52 percent of traffic in Ostby and 82 percent of traffic in Velby was lost.",
        "About 65 percent of traffic in Velby was lost.",
        ("conflict", "quantity"),
    ),
    # how high it went
    (
        "Up to 80 percent of internet services in Ostby were cut.",
        "Up to 70 percent of internet services in Ostby were cut.",
        ("conflict", "quantity"),
    ),
    # which model
    (
        "A Norvik TX7 was photographed in the harbour of Ostby on Tuesday.",
        "A Norvik RX7 was photographed in the harbour of Ostby.",
        ("conflict", "name"),
    ),
    ("The Star 4 line to Ostby was cut.", "The Star4 line to Ostby was cut.", ("agree", "wording")),
    # who denies what
    (
        "Norvik has held talks with Aldane about a joint yard.",
        "Aldane denied that it had held talks with Norvik about a joint yard.",
        ("deny", "polarity"),
    ),
    # a plan that moved
    (
        "Norvik plans to open its yard in Ostby before 2040.",
        "Norvik now plans to open its yard in Ostby in 2037.",
        ("update", "time"),
    ),
    # a count that went on
    (
        "At least 12 people died in the fire.",
        "The number of dead from the fire has risen to 15.",
        ("update", "quantity"),
    ),
    (
        "By 9 p.m. the story was shared 13,000 times on the net.",
        "As of 11 p.m., the story of Roe had over 15,900 shares, along with many comments.",
        ("update", "quantity"),
    ),
    # which measure of it
    ("The crater was 12 metres wide.", "The crater was 30 metres wide.", ("conflict", "quantity")),
    ("The crater was 12 metres (39 feet) wide.", "The crater was 39 feet wide.", ("agree", "quantity")),
    # whose age
    ("The gunman was 27 years old.", "The gunman was 24 years old.", ("conflict", "quantity")),
    # where, and by whom
    ("The attack took place in Norway.", "The attack took place in Denmark.", ("conflict", "place")),
    ("Ann Roe designed the yard in Ostby.", "Bo Lind designed the yard in Ostby.", ("conflict", "name")),
    # there is no such plan
    (
        "Norvik plans to close the yard in Ostby.",
        "Norvik has no plans to close the yard in Ostby.",
        ("deny", "polarity"),
    ),
    ("Ann Roe intends to resign.", "Ann Roe has no intention of resigning.", ("deny", "polarity")),
    ("Ann Roe is to step down.", "Ann Roe is not stepping down, her spokesman said.", ("deny", "polarity")),
]


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_what_stands_between_two_claims(left: str, right: str, expected: tuple[str, str]) -> None:
    assert expected in kinds(told(left, right))
    assert expected in kinds(told(right, left))


APART = [
    # what must not be called a conflict, a denial or an update
    ("About 52 percent of traffic in Ostby was lost.", "About 82 percent of traffic in Velby was lost."),
    ("Norvik aims to deliver 45 ferries in 2031.", "Norvik delivered 38 ferries in 2031."),
    ("The ferry carries 60 cars.", "The smaller model of Norvik carries 40 cars."),
    ("Shares of Norvik rose 6 percent on Monday.", "Shares of Norvik fell 3 percent on Tuesday."),
    ("The crater was 12 metres wide.", "The crater was 5 metres deep."),
    ("More than 12 people died in the fire.", "13 people died in the fire."),
    (
        "About 2,000 German troops were withdrawn from France.",
        "About 7,000 troops were withdrawn, a cut in the German forces.",
    ),
    ("Norvik has no plans to close the yard in Ostby.", "Norvik plans to open the yard in Velby."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_is_no_contradiction(left: str, right: str) -> None:
    assert not {kind for kind, _ in kinds(told(left, right))} & {"conflict", "deny", "update"}


def test_a_width_and_a_depth_are_two_things() -> None:
    assert not kinds(told("The crater was 12 metres wide.", "The crater was 12 metres deep."))
    (finding,) = told("The crater was 39 feet wide.", "The crater had a radius of 39 feet.")
    assert [r.reason for r in finding.relations] == ["39 feet across against a radius of 39 feet"]


DATED = [
    # two sentences of one day, and what stands between them
    ("The bridge will reopen by March 31, Norvik said.", "The bridge will reopen by Friday, Norvik said.", "conflict"),
    ("The bridge will reopen by the end of March.", "The bridge will reopen by March 31.", None),
    ("The fire killed 12 people on Monday.", "The fires killed 45 people this year.", None),
]


@pytest.mark.parametrize(("left", "right", "expected"), DATED)
def test_what_stands_between_two_dates(left: str, right: str, expected: str | None) -> None:
    found = {kind for kind, _ in kinds(told(left, right, days=("2030-03-01", "2030-03-01")))}
    assert found & {"conflict", "deny", "update"} == ({expected} if expected else set())


def test_whoever_repeats_a_figure_that_clashes_clashes_too() -> None:
    texts = "Two cables were cut off Ostby.", "Three cables were damaged off Ostby.", "A storm damaged three cables."
    related = {frozenset((r.left, r.right)): r.kind for f in told(*texts) for r in f.relations if r.basis == "quantity"}
    assert sorted(related.values()) == ["agree", "conflict", "conflict"]


def test_two_findings_are_not_introduced_by_one_sentence() -> None:
    text = "Norvik sold the yard in Ostby and the yard in Velby burned down."
    others = "Norvik sold its yard in Ostby on Monday.", "The yard in Velby burned down on Sunday."
    articles = [_article(n, one, None) for n, one in enumerate((text, *others))]
    claims = [c for a in articles for c in extract(a).claims]
    sold, burned = (
        tuple(c for c in claims if word in c.text and len(c.text) < len(text)) for word in ("sold", "burned")
    )
    groups = [ClaimGroup(id=claims[0].id, kind="event", claims=claims) for claims in (sold, burned)]
    assert len({f.gist for f in reconcile(groups, articles)}) == 2


def test_a_later_count_replaces_an_earlier_one() -> None:
    left, right = "The fire in Ostby killed 12 people.", "The fire in Ostby killed 15 people."
    found = told(left, right, days=("2031-05-04", "2031-05-06"))
    assert ("update", "quantity") in kinds(found)
    assert {f.status for f in found} == {"updated"}


def test_claims_with_nothing_in_common_are_findings_of_their_own() -> None:
    found = told("This is not the first time.", "Norvik had promised a yard for Ostby.", cohesion=0.1)
    assert len(found) == 2
    assert not any(f.relations for f in found)


def test_what_two_sentences_agree_in_besides_what_they_clash_over_stands_apart() -> None:
    texts = [
        f"A Norvik {x} was photographed in the harbour of Ostby with its name painted over." for x in ("TX7", "RX7")
    ]
    articles = [_article(n, text, None) for n, text in enumerate(texts)]
    readings = [extract(a) for a in articles]
    claims = [c for r in readings for c in r.claims if c.kind != "statement"]
    seen, painted = (tuple(c for c in claims if ("photographed" in c.text) == wanted) for wanted in (True, False))
    groups = [ClaimGroup(id=own[0].id, kind="event", claims=own, cohesion=0.3) for own in (seen, painted)]
    found = reconcile(groups, articles, (), {e.id: e for r in readings for e in r.entities})
    assert [(f.status == "conflicting", {c.id for c in f.claims}) for f in found] == [
        (True, {c.id for c in seen}),
        (False, {c.id for c in painted}),
    ]


def test_two_refusals_to_comment_reject_nothing() -> None:
    texts = "A spokesman for Norvik declined to comment.", "Norvik declined to comment."
    articles = [_article(n, text, None) for n, text in enumerate(texts)]
    claims = [c for a in articles for c in extract(a).claims]
    found = _findings(articles, claims, {}, 0.3)
    assert not any("reject" in r.reason for f in found for r in f.relations)


def test_an_outlet_that_cites_somebody_is_no_second_origin() -> None:
    found = told("Norvik sold the yard in Ostby in May. Norvik sold the yard in Ostby, Ann Roe said.")
    assert {f.status for f in found} == {"single-origin"}


def test_claims_of_two_articles_in_one_finding_stand_to_each_other() -> None:
    (finding,) = told("The ferry Anna sank off Norvik.", "The vessel went down.", "The Anna sank.")
    related = {frozenset((r.left, r.right)) for r in finding.relations}
    assert related == {frozenset((a.id, b.id)) for a, b in combinations(finding.claims, 2)}
