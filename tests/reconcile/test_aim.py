"""What a denial of a whole report is aimed at; the sentences are our own."""

import msgspec

from sayso.reconcile import reconcile
from sayso.reconcile.aim import aimed
from sayso.records import Article, Claim, ClaimGroup

TEXTS = {
    "a": "The site said that Ann Roe had died in Ostby. Police allegedly came at nine. The entire story is fabricated. "
    "Norvik denied the claim.",
    "b": "Ann Roe has died in Ostby.",
}


def claim(article: str, words: str, **told: object) -> Claim:
    start = TEXTS[article].index(words)
    made = Claim(
        id=f"{article}{start}",
        article_id=article,
        start=start,
        end=start + len(words),
        text=words,
        status="asserted",
        polarity="positive",
        chain=(),
        origin=article,
        predicate=words.split()[-1],
    )
    return msgspec.structs.replace(made, **told)


DIED = claim("a", "Ann Roe had died in Ostby", chain=("the site",), status="rumoured", predicate="die")
CAME = claim("a", "Police allegedly came at nine", status="rumoured", predicate="come")
FABRICATED = claim("a", "The entire story is fabricated", status="denied", refers_to=CAME.id, predicate="fabricate")
DENIED = claim("a", "Norvik denied the claim", status="denied", refers_to=CAME.id, predicate="deny", chain=("Norvik",))
ELSEWHERE = claim("b", "Ann Roe has died in Ostby", predicate="die")


def grouped(*groups: tuple[Claim, ...]) -> list[ClaimGroup]:
    alike = [tuple(tuple(1.0 if i == j else 0.3 for j in range(len(own))) for i in range(len(own))) for own in groups]
    return [
        ClaimGroup(id=own[0].id, kind="event", claims=own, likeness=rows)
        for own, rows in zip(groups, alike, strict=True)
    ]


def test_a_denial_of_the_whole_story_means_what_others_tell_of_it_too() -> None:
    first, second = aimed(grouped((DIED, ELSEWHERE), (CAME, FABRICATED)))
    assert [c.id for c in first.claims] == [DIED.id, FABRICATED.id, ELSEWHERE.id]
    assert first.claims[1].refers_to == DIED.id
    assert [c.id for c in second.claims] == [CAME.id]
    assert [len(row) for row in first.likeness] == [3, 3, 3]
    articles = [Article(id=name, input=name, text=text, outlet=name) for name, text in TEXTS.items()]
    found = {f.gist: f.status for f in reconcile(grouped((DIED, ELSEWHERE), (CAME, FABRICATED)), articles)}
    assert found["Ann Roe has died in Ostby."] == "denied"
    assert found["Police allegedly came at nine."] == "single-origin"


def test_a_denial_of_one_claim_means_that_one() -> None:
    groups = grouped((DIED, ELSEWHERE), (CAME, DENIED))
    assert aimed(groups) == groups


def test_no_claim_is_lost_and_the_order_of_groups_is_nothing() -> None:
    groups = grouped((DIED, ELSEWHERE), (CAME,), (FABRICATED, DENIED))
    forwards, backwards = aimed(groups), aimed(groups[::-1])
    assert sorted(c.id for g in forwards for c in g.claims) == sorted(c.id for g in groups for c in g.claims)
    assert sorted(map(msgspec.json.encode, forwards)) == sorted(map(msgspec.json.encode, backwards))
