"""Names, their types and who is meant: tables of our own; and time that grows with the text, not faster."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.extract import extract
from sayso.records import Article, Entity
from sayso.settings import data_dir

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def entities(text: str) -> tuple[Entity, ...]:
    return extract(Article(id="a1", input="a1", text=text, outlet="Harbour Times", language="en")).entities


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Talks in North Korea ended on Friday.", "North Korea", "LOC"),
        ("She works for the Jerusalem Evening Post in Oslo.", "Jerusalem Evening Post", "ORG"),
        ("The storm crossed the Gulf of Mexico on Monday.", "Gulf of Mexico", "LOC"),
        ("The University of Norland closed its doors.", "University of Norland", "ORG"),
        ("Trenford, Oregon, has a new mayor.", "Trenford", "LOC"),
        ("We flew from san francisco to malaysia.", "malaysia", "LOC"),
        ("The Norwegian minister left for Oslo.", "Norwegian", "MISC"),
        ("The study by Ann Roe, MD, was read by many.", "Ann Roe", "PER"),
        ("Fjordby sheriff Carl Lind found the boat.", "Fjordby", "LOC"),
        ("i met ann roe in oslo last week", "ann roe", "PER"),
        ("Republican National Committee chairman Carl Lind spoke.", "Republican National Committee", "ORG"),
        ("The plan was proposed by Ann Roe of Fjordby.", "Ann Roe", "PER"),
        ("The yard was bought by Norvik Inc. of Fjordby, Oregon.", "Fjordby", "LOC"),
        ('"Roe, Ann" <ann.roe@norvik.com>', "Roe, Ann", "PER"),
        # a firm by what it has, what it says it does and what it is called, where the reader sees a person or a place
        ("Norvik said it would close the yard.", "Norvik", "ORG"),
        ("Norvik said on Monday that it had delivered 31 ferries.", "Norvik", "ORG"),
        ("Roe said it was raining in Oslo.", "Roe", "PER"),
        ("Carl Lind said it will close.", "Carl Lind", "PER"),
        ("Norvik's shares fell by 3 percent on Monday.", "Norvik", "ORG"),
        ("Norvik's revenue rose to 40 million euros.", "Norvik", "ORG"),
        ("Norvik's customers include three ports.", "Norvik", "ORG"),
        ("Shares in Norvik fell by 3 percent on Monday.", "Norvik", "ORG"),
        ("Shares of Norvik closed lower in Oslo.", "Norvik", "ORG"),
        ("The shipbuilder Norvik sold 12 ferries.", "Norvik", "ORG"),
        ("Norwegian carmaker Norvik sold 12 cars.", "Norvik", "ORG"),
        ("The North Korean leader spoke.", "North Korean", "MISC"),
        ("South Koreans voted on Sunday.", "South Koreans", "MISC"),
        ("Secretary of State Ann Roe left Oslo.", "Ann Roe", "PER"),
        ("Tern Air Norland (TAN) flies to Oslo. TAN has 40 planes.", "TAN", "ORG"),
    ],
)
def test_what_a_name_is_made_of_and_stands_beside_tells_its_type(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(e.name, e.type) for e in entities(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The yard costs US$40 million.", "US"),
        ("The yard costs 40 million US dollars.", "US"),
        ("The study by Ann Roe, MD, was read by many.", "MD"),
        ("See the attached file Fjordby.pdf for more.", "Fjordby.pdf"),
    ],
)
def test_what_looks_like_a_name_and_is_none(text: str, name: str) -> None:
    assert name not in {text[m.start : m.end] for e in entities(text) for m in e.mentions}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Ann Roe praised Carl Lind. Lind thanked her.", "Ann Roe", "her"),
        ("Brem Bank reported a loss. It said costs rose, and its shares fell.", "Brem Bank", "It"),
        (
            "The Ministry of Fisheries raised quotas. The ministry said stocks rose.",
            "Ministry of Fisheries",
            "ministry",
        ),
        ("Ivar Sund joined in 2019. His sister, Kari Sund, owns a yard. She built 12 ferries.", "Kari Sund", "She"),
    ],
)
def test_pronouns_and_nominals_stand_for_whom_they_mean(text: str, name: str, words: str) -> None:
    entity = next(e for e in entities(text) if e.name == name)
    assert any(text[m.start : m.end].endswith(words) for m in entity.mentions if m.form != "name")


def test_articles_of_a_story_share_the_ids_of_what_they_name() -> None:
    one = entities("Norvik CEO Ann Roe opened the yard. Roe praised the workers of Norvik.")
    other = entities("On Monday Ann Roe resigned from the board.")
    (roe,) = [e for e in other if e.name == "Ann Roe"]
    assert roe.id in {e.id for e in one}


def test_a_sentence_without_end_takes_time_in_proportion() -> None:
    def seconds(clauses: int) -> float:
        begin = time.process_time()
        extract(Article(id="a1", input="a1", text="Roe said it lost 12 ferries, if sales fell, " * clauses))
        return time.process_time() - begin

    seconds(5)
    short, long = seconds(40), seconds(160)
    assert long < 4 * short * 2.5 + 0.5  # quadratic growth would be sixteenfold; a busy machine may double a reading


@pytest.mark.parametrize(
    "text",
    [
        "Roe.\n" * 2_000,
        "👩‍👩‍👧‍👦 " * 500 + "Ann Roe left Oslo.",
        "Анна Ро уехала из Осло. " * 200,
        "A" * 200_000 + " Ann Roe left.",
    ],
    ids=["one-word sentences", "joined emoji", "another script", "a word without end"],
)
def test_offsets_hold_on_strange_text(text: str) -> None:
    reading = extract(Article(id="a1", input="a1", text=text))
    assert all(text[c.start : c.end] == c.text for c in reading.claims)
    assert all(0 <= m.start < m.end <= len(text) for e in reading.entities for m in e.mentions)


@pytest.mark.parametrize("gate", ["status", "entities"])
def test_no_figure_slips(gate: str) -> None:
    if not (data_dir() / "time_meantime").exists() or not (data_dir() / "ner_ewt").exists():
        pytest.skip(f"no time_meantime or ner_ewt in {data_dir()} (SAYSO_DATA)")
    script = BENCHMARKS / gate / "gate.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
