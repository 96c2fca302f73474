"""On whose say-so: origins counted as people and institutions; the claims and names are our own."""

import pytest

from sayso.reconcile.origins import distinct, settle
from sayso.records import Claim


def claim(number: int, text: str, origin: str, predicate: str = "sink") -> Claim:
    return Claim(
        id=f"c{number}",
        article_id=f"a{number}",
        start=0,
        end=len(text),
        text=text,
        status="asserted",
        polarity="positive",
        chain=(origin,),
        origin=origin,
        predicate=predicate,
    )


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["Roe", "Ann Roe", "Norvik"], ("Ann Roe", "Norvik")),
        (["Norwegian authorities", "Norway's government"], ("Norwegian authorities",)),
        (["Norwegian authorities", "Danish authorities"], ("Danish authorities", "Norwegian authorities")),
        (["Norwegian yard", "Norway's government"], ("Norway's government", "Norwegian yard")),
    ],
)
def test_names_of_one_origin_count_once(names: list[str], kept: tuple[str, ...]) -> None:
    assert distinct(names) == kept
    assert distinct(reversed(names)) == kept


def test_a_title_is_the_person_who_alone_bears_it() -> None:
    told = [
        claim(1, "a meteorite fell", "Government spokeswoman"),
        claim(2, "Government spokeswoman Ann Roe", "Ann Roe", "bear the title"),
    ]
    assert settle(told, [], {})["c1"] == "Ann Roe"
    other = [*told, claim(3, "Government spokeswoman Una Dahl", "Una Dahl", "bear the title")]
    assert settle(other, [], {})["c1"] == "Government spokeswoman"


def test_a_firm_is_not_its_chief() -> None:
    told = [claim(1, "it sank", "Norvik"), claim(2, "Norvik chief executive Ann Roe", "Ann Roe", "bear the title")]
    assert settle(told, [], {})["c1"] == "Norvik"
