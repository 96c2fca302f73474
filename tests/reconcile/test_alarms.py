"""What is called a denial, a conflict or an update between articles, and what only looks like one; the sentences are our own."""

import pytest

from sayso.compare.life import alive, dead
from sayso.extract import extract
from sayso.reconcile import reconcile
from sayso.reconcile.denial import denies_alone, rejects
from sayso.reconcile.rejected import rejected_words
from sayso.records import Article, Claim, ClaimGroup, Published

ALARMS = {"conflict", "deny", "update"}


def claims_of(number: int, text: str, day: str | None = None) -> tuple[Article, list[Claim]]:
    published = Published(earliest=day, latest=day, basis="given") if day else Published()
    article = Article(
        id=f"a{number}", input="a", text=text, outlet=f"Outlet {number}", language="en", published=published
    )
    return article, [c for c in extract(article).claims if c.kind != "statement"]


def alarms(*texts: str, days: tuple[str, ...] = ()) -> set[str]:
    """The contested relations in one group of the claims of all texts."""
    read = [claims_of(n, text, days[n] if days else None) for n, text in enumerate(texts)]
    articles, claims = [a for a, _ in read], [c for _, own in read for c in own]
    entities = {e.id: e for a in articles for e in extract(a).entities}
    group = ClaimGroup(id="g", kind="event", claims=tuple(claims), cohesion=0.3)
    found = reconcile([group], articles, (), entities)
    return {r.kind for f in found for r in f.relations} & ALARMS


DENIED = [
    # what is denied stands in the denial
    ("Norvik has bribed officials in Ostby.", "Norvik denied that it had bribed officials in Ostby."),
    # or in the sentence before it
    (
        "The Courier reported that Norvik was in talks with Aldane. Aldane denied the report.",
        "The yard opened in 2020.",
    ),
    # a negation of the very predicate, of the same things
    ("Norvik sold the yard in Ostby.", "Norvik did not sell the yard in Ostby, Ann Roe said."),
    # what a rumour tells, negated in its words
    (
        "There was speculation about the entry of Norvik into the Velby market.",
        "Norvik has no plans to enter the Velby market, Ann Roe said.",
    ),
    # dead or alive
    ("Ann Roe was found dead in Ostby on Sunday.", "Ann Roe is alive and well."),
]


@pytest.mark.parametrize(("left", "right"), DENIED)
def test_a_denial_answers_what_it_says_is_not_so(left: str, right: str) -> None:
    assert alarms(left, right) == {"deny"}
    assert alarms(right, left) == {"deny"}


CALM = [
    # what somebody saw being done
    ("Ann Roe saw the ferry being towed to Ostby.", "The ferry was not towed to Ostby, Bo Lind said."),
    # one article in one voice counts two things
    (
        "The poll of 500 people gave a margin of 3 percent. The poll of 900 people gave a margin of 2 percent.",
        "Bo Lind slept.",
    ),
    # several, and one of them
    ("His wife and children fell ill in Ostby on Monday.", "The father fell ill in Ostby on Monday."),
    # a negation of something else, whatever words they share
    ("Norvik opened the new yard in Ostby.", "The new yard in Ostby is not for cruise ships, Ann Roe said."),
    # a refusal to say is no denial
    (
        "Police confirmed a shooting at the yard in Ostby.",
        "Police would not confirm the name of the man at the yard in Ostby.",
    ),
    # who denies something else
    (
        "Norvik should be forced to leave Ostby, Bo Lind said.",
        "The findings refute what Norvik said about the fire in Ostby.",
    ),
    # what is done one after the other
    ("Norvik opened the yard in Ostby.", "Norvik closed the yard in Ostby."),
    # two persons may do the same
    ("Ann Roe opposes the new yard in Ostby.", "Bo Lind opposes the new yard in Ostby."),
    # one day of the year, whichever year it was taken for
    ("The sale is set for June 28.", "The sale was set for June 28 by the court."),
    # figures of two things in one sentence
    ("Fares at the pier topped $60,000, while fares at the bridge topped $14,000.", "The pier is old."),
    # two shares that make up the whole
    ("About 40 percent of voters in Ostby backed the yard.", "About 60 percent of voters in Ostby opposed the yard."),
    (
        "There is a one in three chance that Norvik loses the vote.",
        "There is a two in three chance that Norvik wins the vote.",
    ),
    # an address is no model
    ("Norvik opened a yard https://t.co/MQ6f2cgyHG", "Norvik opened a yard https://t.co/EiNbOn4aaH"),
    # two ages of two people
    (
        "Police said Bo Lind, 61, shot Jan Vik, 40, at the yard in Ostby.",
        "Police said Jan Vik, 40, was shot at the yard in Ostby.",
    ),
]


@pytest.mark.parametrize(("left", "right"), CALM)
def test_what_only_shares_words_is_no_alarm(left: str, right: str) -> None:
    assert alarms(left, right) == set()
    assert alarms(right, left) == set()


def test_who_is_named_by_each_as_another_is_no_agreement() -> None:
    left, right = (
        "The ferry market of Ostby is dominated by Norvik.",
        "The ferry market of Ostby is dominated by Aldane.",
    )
    read = [claims_of(n, text) for n, text in enumerate((left, right))]
    group = ClaimGroup(id="g", kind="event", claims=tuple(c for _, own in read for c in own), cohesion=0.1)
    found = reconcile([group], [a for a, _ in read], (), {})
    assert not any(r.reason == "both say so" for f in found for r in f.relations)


def test_how_often_something_was_done_is_counted_alike_as_verb_and_as_noun() -> None:
    left, right = "The video of the fire had 39,000 views.", "The video of the fire was viewed 77,000 times."
    assert alarms(left, right) <= {"update", "conflict"}
    assert alarms(left, right)


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("Norvik denied the report.", set()),
        ("Norvik denied any role in the fire.", {"role", "fire"}),
        ("Ann Roe said that the Courier story was completely false.", set()),
        ("Norvik denied that it had bribed officials.", {"brib", "official"}),
    ],
)
def test_what_a_denial_says_is_not_so(text: str, rejected: set[str]) -> None:
    denials = [c for c in claims_of(0, text)[1] if c.status == "denied"]
    assert denials
    assert set().union(*(rejected_words(c) for c in denials)) == rejected


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Norvik falsely claimed that the yard had burned down.", True),
        ("Norvik denied the report.", False),
        ("Norvik opened the yard.", False),
    ],
)
def test_a_denial_that_names_what_it_denies_stands_alone(text: str, alone: bool) -> None:
    assert any(denies_alone(c) for c in claims_of(0, text)[1]) is alone


def test_the_pieces_of_one_denial_are_one_finding() -> None:
    article, claims = claims_of(0, "Norvik rejected claims that it bribed officials in Ostby by buying the yard.")
    denied = [c for c in claims if c.status == "denied"]
    groups = [ClaimGroup(id=c.id, kind=c.kind, claims=(c,)) for c in denied]
    assert len([f for f in reconcile(groups, [article]) if f.status == "denied"]) == 1


def test_a_rumour_is_denied_with_the_report_that_told_it() -> None:
    text = "The site said that Ann Roe had reportedly died in Ostby. Fortunately, the entire story is fabricated."
    assert alarms(text, "Bo Lind slept.") == {"deny"}


def test_who_would_not_say_rejects_nothing() -> None:
    article = Article(id="a", input="a", text="Norvik would not comment on the fire in Ostby.", language="en")
    assert not any(rejects(c) for c in extract(article).claims)


def test_alive_when_something_happened_says_nothing_of_today() -> None:
    texts = "Ann Roe is still alive.", "Ann Roe was alive when help came.", "Ann Roe has died."
    told = [claims_of(n, text)[1] for n, text in enumerate(texts)]
    assert [any(alive(c) for c in own) for own in told] == [True, False, False]
    assert [any(dead(c) for c in own) for own in told] == [False, False, True]
