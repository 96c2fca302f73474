"""Figures told in a row are claims of their own."""

import pytest

from sayso.extract import extract
from sayso.records import Article

ROWS = [
    ("Acme sold 135 cars in May, 140 in June and 150 in July.", ["135 cars in May", "140 in June", "150 in July"]),
    (
        "The outage hit 59% of traffic with Leeds, 44% with Oban and 55% with Riga.",
        ["59% of traffic with Leeds", "44% with Oban", "55% with Riga"],
    ),
    (
        "At one point as much as 55 percent of calls in Leeds, 52 percent in Oban, and 82 percent in Riga failed, Acme said.",
        ["as much as 55 percent of calls in Leeds", "52 percent in Oban", "82 percent in Riga"],
    ),
    (
        "Acme delivered more than 410,000 vans in 2025 and 135,000 in 2024, up from 12 in 2020.",
        ["more than 410,000 vans in 2025", "135,000 in 2024"],
    ),
]
NO_ROWS = [
    "Police counted 300 marchers in Leeds and 40 officers were hurt.",
    "Acme raised its target from 40 vans in May to 50 in June.",
    "Acme hired 40 people and sold 30 vans.",
    "Roe, 44, lives in Leeds and has 3 dogs.",
]


def told(text):
    return [c.text for c in extract(Article(id="a", input="a", text=text, language="en")).claims]


@pytest.mark.parametrize(("text", "members"), ROWS)
def test_each_figure_of_a_row_is_told(text, members):
    claims = told(text)
    assert [c for c in claims if c in members] == members


@pytest.mark.parametrize("text", NO_ROWS)
def test_figures_that_are_no_row_stay_in_their_clauses(text):
    for claim in told(text):
        assert claim in text
        assert not claim[0].isdigit() or " were " in claim


def test_a_long_row_is_linear():
    row = ", ".join(f"{n + 10} in Place{n}" for n in range(400))
    assert len(told(f"Acme sold {row} and 7 in Oban.")) >= 200
