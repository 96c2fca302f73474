"""Who says what, of what status, on whose say-so: tables of sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract import extract
from sayso.records import Article, Claim, Published, Reading


def read(text: str, published: str = "2031-05-14") -> Reading:
    day = Published(earliest=published, latest=published, basis="given")
    return extract(Article(id="a1", input="a1", text=text, outlet="Harbour Times", published=day, language="en"))


def claim(text: str, part: str) -> Claim:
    """The claim of the text whose words come closest to the part."""
    claims = [c for c in read(text).claims if part in c.text]
    assert claims, [c.text for c in read(text).claims]
    return min(claims, key=lambda c: (len(c.text), c.kind == "statement"))


@pytest.mark.parametrize(
    ("text", "part", "chain"),
    [
        ("Norvik sold 1,200 ferries in 2030.", "sold", ()),
        ("Ann Roe said that Norvik sold 1,200 ferries in 2030.", "Norvik sold", ("Ann Roe",)),
        ("Norvik sold 1,200 ferries in 2030, Ann Roe said.", "Norvik sold", ("Ann Roe",)),
        ("According to Ann Roe, Norvik sold 1,200 ferries in 2030.", "sold", ("Ann Roe",)),
        ("“We sold 1,200 ferries in 2030,” Roe told the Daily Anchor.", "sold", ("Daily Anchor", "Roe")),
        (
            "Norvik has held talks with Ferro about a merger, the Daily Anchor reported, citing people familiar with the matter.",
            "held talks",
            ("Daily Anchor", "people familiar with the matter"),
        ),
        ("Norvik CEO Ann Roe said the new yard will open in June.", "will open", ("Ann Roe",)),
        ("Ann Roe runs Norvik. She said the yard would open in June.", "would open", ("Ann Roe",)),
    ],
)
def test_the_chain_names_whom_the_passage_cites(text: str, part: str, chain: tuple[str, ...]) -> None:
    assert claim(text, part).chain == chain


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("Norvik sold 1,200 ferries in 2030.", "sold", "asserted"),
        ("Norvik plans to sell 1,200 ferries in 2032.", "sell", "planned"),
        ("Norvik has set a target of 1,200 ferries for 2032.", "target", "planned"),
        ("Analysts expect that sales will fall next year.", "sales will fall", "predicted"),
        ("Norvik has reportedly sold its yard in Gdansk.", "sold", "rumoured"),
        ("Norvik denied that it had sold its yard in Gdansk.", "it had sold", "denied"),
        ("Norvik called the report on Monday. The story is false, Roe said.", "false", "denied"),
        ("Norvik would close the yard in Gdansk if sales fell further.", "close the yard", "conditional"),
        ("Norvik has no plans to close the yard in Gdansk.", "no plans", "asserted"),
    ],
)
def test_the_status_is_how_the_passage_presents_it(text: str, part: str, status: str) -> None:
    assert claim(text, part).status == status


@pytest.mark.parametrize(
    ("text", "part", "polarity"),
    [
        ("Norvik has no plans to close the yard.", "no plans", "negative"),
        ("Norvik did not sell the yard.", "sell", "negative"),
        ("Norvik sold not only the yard but also its offices.", "sold", "positive"),
        ("Norvik sold the yard.", "sold", "positive"),
    ],
)
def test_polarity_is_that_of_the_clause(text: str, part: str, polarity: str) -> None:
    assert claim(text, part).polarity == polarity


def test_a_denial_without_words_of_its_own_refers_to_what_it_denies() -> None:
    text = (
        "Norvik has held talks with Ferro about a merger, the Daily Anchor reported, citing people familiar with the matter. "
        "Norvik denied the report."
    )
    claims = {c.id: c for c in read(text).claims}
    denial = next(c for c in claims.values() if c.status == "denied")
    assert denial.refers_to is not None
    assert "held talks" in claims[denial.refers_to].text
    assert denial.chain == ("Norvik",)


def test_a_refusal_is_no_denial() -> None:
    assert "denied" not in {
        c.status for c in read("Norvik rejected a compromise that Ferro had floated in May.").claims
    }


def test_unnamed_sources_count_as_whoever_cites_them() -> None:
    text = "Norvik has held talks with Ferro about a merger, the Daily Anchor reported, citing people familiar with the matter."
    assert claim(text, "held talks").origin == "Daily Anchor"
    assert (
        claim("People familiar with the matter said that Norvik has held talks with Ferro.", "held talks").origin
        == "Harbour Times"
    )


def test_one_entity_for_a_person_and_all_that_stands_for_her() -> None:
    text = "Norvik CEO Ann Roe opened the yard on Monday. Roe praised the workers. She left at noon, and the CEO did not come back."
    roe = next(e for e in read(text).entities if e.name == "Ann Roe")
    assert "Roe" in roe.aliases
    assert {text[m.start : m.end] for m in roe.mentions} >= {"Ann Roe", "Roe", "She"}


def test_a_clause_carries_its_numbers_and_its_time() -> None:
    found = claim("In 2030, Norvik delivered more than 1,200 ferries.", "delivered")
    assert [(q.value, q.high, q.modifier) for q in found.quantities] == [(1200.0, None, "more than")]
    assert (found.happened.earliest, found.happened.latest) == ("2030-01-01", "2030-12-31")


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "…", "!!!", "a", "“", "1", "\u200b\u200d", "日本語の文章です。", "x" * 100_000, "the " * 3_000],
)
def test_nothing_is_invented_where_little_is_said(text: str) -> None:
    reading = read(text)
    assert all(text[c.start : c.end] == c.text for c in reading.claims)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Norvik",
                "said",
                "that",
                "“",
                "”",
                "denied",
                "1,200",
                "ferries",
                ",",
                ".",
                "in",
                "2030",
                "Ann Roe",
                "if",
                "\n",
                "not",
            ]
        ),
        max_size=25,
    )
)
def test_every_span_leads_back_to_its_text(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert all(text[c.start : c.end] == c.text for c in reading.claims)
    assert all(text[q.start : q.end] == q.text for q in reading.quantities)
    assert all(text[t.start : t.end] == t.text for t in reading.timexes)
    for attribution in reading.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)
    assert read(text) == reading
