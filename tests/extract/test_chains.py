"""Whom a passage cites: the chain of the claim that holds the words; the sentences are our own."""

import pytest

from sayso.extract import extract
from sayso.records import Article, Claim

CHAINS = [
    # text, words of the claim, its chain
    ("Norvik will close the yard, Ann Roe said.", "close the yard", ["Ann Roe"]),
    # the noun phrase between what is said and the cue, however the parse hangs it
    (
        '"There were no talks with Norvik," Aldane\'s chairman, Tom Pirie, said in a statement. "The report is untrue."',
        "The report is untrue",
        ["Tom Pirie"],
    ),
    (
        (
            "The cut was to the Blue line, which ends at the North yard, a Norvik spokeswoman who asked not to be named said. "
            "Norvik does not know what caused the cut, she said."
        ),
        "caused the cut",
        ["Norvik"],
    ),
    # whose plan it is, where nobody else is cited for it
    ("Norvik aims to sell 120 boats this year.", "sell 120 boats", ["Norvik"]),
    ("Norvik has set a target of 45 deliveries in 2031.", "a target of 45", ["Norvik"]),
    ("Ann Roe said that Norvik aims to sell 120 boats.", "aims to sell", ["Ann Roe"]),
    # the planner under another word
    ("Norvik delivered 31 ferries last year. It aims to deliver 45 in 2031.", "45", ["Norvik"]),
    (
        "Norvik, which started out in fish farming, delivered 31 ferries last year. It aims to deliver 45 this year.",
        "45",
        ["Norvik"],
    ),
    (
        "Norvik Marine delivered 31 ferries last year. The company plans to deliver 45 in 2031.",
        "45",
        ["Norvik Marine"],
    ),
    (
        "Norvik Marine delivered 31 ferries last year. The shipbuilder wants to deliver 45 in 2031.",
        "45",
        ["Norvik Marine"],
    ),
    (
        "Norvik Marine has delivered 31 ferries so far. The carmaker, which is based in Oslo, intends to deliver 45.",
        "deliver 45",
        ["Norvik Marine"],
    ),
    ("Norvik Marine has delivered 31 ferries so far. By 2031, it intends to deliver 45.", "45", ["Norvik Marine"]),
    (
        "Norvik Marine and Aldane Shipyards signed a deal on Monday. They plan to build 12 ferries.",
        "12 ferries",
        ["Norvik Marine and Aldane Shipyards"],
    ),
    ("Ann Roe runs the yard. She plans to close it in May.", "close it", ["Ann Roe"]),
    ("The Courier reported that Norvik Marine sold 31 ferries. It aims to sell 45 in 2031.", "45", ["Norvik Marine"]),
    ("Norvik Marine is owned by Aldane Holdings. It aims to sell 45 ferries this year.", "45", ["Norvik Marine"]),
    (
        "The Ministry of Fisheries raised quotas in May. It intends to lower them again next year.",
        "lower them",
        ["Ministry of Fisheries"],
    ),
    ("The boat has two engines. It aims to be the fastest in Oslo.", "fastest", []),
    # whose target it is
    ("Norvik Marine's target for 2031 is 45 deliveries.", "45", ["Norvik Marine"]),
    (
        "Norvik Marine delivered 31 ferries last year. Its target for 2031 is 45 deliveries.",
        "45",
        ["Norvik Marine"],
    ),
    ("Norvik Marine sold 31 ferries last year. The firm's goal is to sell 45 in 2031.", "45", ["Norvik Marine"]),
    ("Norvik Marine is targeting 45 deliveries in 2031.", "45", ["Norvik Marine"]),
    ("Norvik Marine is aiming for 45 deliveries in 2031.", "45", ["Norvik Marine"]),
    ("Norvik does not plan to sell the yard.", "sell the yard", []),
    # who leaves a question open stands for no answer to it, and who speaks falsely denies nothing
    ("Norvik did not say whether it was preparing to open shops.", "preparing to open shops", []),
    ("Ann Roe falsely claimed that the ferry had sunk.", "the ferry had sunk", []),
    # what somebody published, and "the story" and "it" from then on
    ("The Anchor published a story which stated that the ferry sank.", "the ferry sank", ["Anchor"]),
    (
        "A site called norvik-news.com ran a story on Monday. The story states that the ferry sank off Oslo.",
        "the ferry sank",
        ["norvik-news.com"],
    ),
    ("The Anchor published a story. It said that the ferry sank.", "the ferry sank", ["Anchor"]),
    # what follows "after" is the writer's
    (
        "Ann Roe said on Monday that Norvik has no plans to sell, after photos showed a buyer at the yard.",
        "photos showed",
        [],
    ),
    ("Mr. Dahl viewed the sale as abandoning the islanders and the port.", "abandoning the islanders", ["Dahl"]),
    # titles and firms that the article names elsewhere
    (
        "President Ann Roe spoke on Monday. The president said that the yard would close.",
        "the yard would close",
        ["Ann Roe"],
    ),
    ("Norvik Marine delivered 31 ferries in 2030, the shipbuilder said on Thursday.", "31 ferries", ["Norvik Marine"]),
    # what is put out by somebody speaks for that one
    ("A toll released by Norvik Telecom said that all traffic was lost.", "all traffic was lost", ["Norvik Telecom"]),
    ("Recent data from the Norvik Association indicates a surge in sales.", "a surge in sales", ["Norvik Association"]),
    # whoever is told, before "that"
    (
        (
            "Harbour officials told the Anchor that at one point as much as 55 percent of traffic in Ostby, 52 percent in "
            "Velby, and 82 percent in Holm was out of service."
        ),
        "out of service",
        ["Anchor", "Harbour officials"],
    ),
    # the outlet is nobody whom it cites
    ("Sources told the Harbour Times that the yard would close.", "the yard would close", ["Sources"]),
    ("The Harbour Times has confirmed that the yard will close.", "the yard will close", []),
    # rumours have no author, but in a denial it is the denier
    (
        "There were rumours on the internet that Roe had left the company.",
        "Roe had left the company",
        ["rumours on the internet"],
    ),
    ("Ann Roe denied reports that she had left the company.", "she had left the company", ["Ann Roe"]),
    # who bears a title, however title and name stand together
    ("The head of the port authority, Rosa Vega, said the yard would close.", "the yard would close", ["Rosa Vega"]),
    ("A spokeswoman for Norvik, Rosa Vega, said the crater was small.", "the crater was small", ["Rosa Vega"]),
    ("The crater was small, said a spokeswoman for Norvik, Rosa Vega.", "The crater was small", ["Rosa Vega"]),
    (
        "A committee formed to study the crater has confirmed that it was small, said Government spokeswoman Rosa Vega.",
        "has confirmed",
        ["Rosa Vega"],
    ),
    (
        "More harm could be caused if they open the dam, warned Holm Civil Services (HCS) spokesman Carl Lind.",
        "More harm",
        ["Carl Lind"],
    ),
    ("Norvik is for sale, said two people close to the deal.", "for sale", ["two people close to the deal"]),
    (
        "Norvik Marine, a ferry company, does not plan to enter the market, its chief executive said on Wednesday.",
        "enter the market",
        ["Norvik Marine chief executive"],
    ),
    ("The government spokeswoman said the crater was small.", "the crater was small", ["government spokeswoman"]),
    # a quoted post
    (
        "Roe answered.\nA lie runs around the world.\n— Ann Roe (@annroe) December 29, 2030\nThe yard will close.",
        "A lie runs",
        ["Ann Roe"],
    ),
]


def claims(text: str) -> tuple[Claim, ...]:
    return extract(Article(id="a1", input="a1", text=text, outlet="Harbour Times", language="en")).claims


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS)
def test_the_chain_of_a_claim(text: str, words: str, chain: list[str]) -> None:
    found = [c for c in claims(text) if words in c.text and c.kind != "statement"] or [
        c for c in claims(text) if words in c.text
    ]
    assert found, [c.text for c in claims(text)]
    assert list(min(found, key=lambda c: len(c.text)).chain) == chain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Roe, 44, left the yard.", ["Ann Roe, 44"]),
        ("The 44-year-old Ann Roe left the yard.", ["44-year-old Ann Roe"]),
        ("Ann Roe is a 44-year-old trader.", ["Ann Roe is a 44-year-old"]),
        ("Ann Roe's affair with a 16-year-old was public.", []),
        ("Texts were sent to a 21-year-old student in Ostby from Ann Roe's account.", []),
    ],
)
def test_whose_age_it_is(text: str, told: list[str]) -> None:
    assert [c.text for c in claims(text) if c.predicate == "be aged"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ann Roe owns a sedan that was photographed in Bern on Tuesday.",
            "a sedan that was photographed in Bern on Tuesday",
        ),
        ("Norvik sold a yard that it had bought from Aldane in 2020.", "a yard that it had bought from Aldane in 2020"),
        ("Photos posted by a reader on Monday show the ferry.", "Photos posted by a reader on Monday"),
        ("The four men who were climbing the north face are safe.", "The four men who were climbing the north face"),
        (
            "The vessel, a Tern 40 that was photographed in Bern on Tuesday, had been chartered by a competitor.",
            "a Tern 40 that was photographed in Bern on Tuesday",
        ),
        ("Ann Roe, who was born in Oslo in 1970, left.", "Ann Roe, who was born in Oslo in 1970"),
        (
            "Norvik has sold the yard, a claim that Aldane denied within a day.",
            "a claim that Aldane denied within a day",
        ),
        (
            "Norvik was in talks with Aldane, a claim that Aldane denied within a day.",
            "Norvik was in talks with Aldane",
        ),
        ("Norvik sold the yard in Oslo, a day after its chief executive had left.", "Norvik sold the yard in Oslo"),
        # what a clause with "that" spells out is no antecedent, and what stands apart is none that can be quoted
        ("Reports that Norvik had been talking to Aldane were wrong.", "Norvik had been talking to Aldane"),
        ("The town in the north which Norvik left in May is poor.", "which Norvik left in May"),
    ],
)
def test_a_relative_clause_is_told_with_what_it_hangs_on(text: str, told: str) -> None:
    assert told in {c.text for c in claims(text)}
