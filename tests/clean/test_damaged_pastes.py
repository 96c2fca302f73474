"""Pasted pages with what pastes bring along: marks that nobody sees, lost line breaks, characters lost, doubled and swapped."""

import random

import pytest

from sayso.clean import clean
from sayso.errors import InputError
from sayso.records import Article, RawArticle

PAGE = [
    "Home",
    "Rivers",
    "Weather",
    "Sign in",
    "Flood closes old mill in Acmeville",
    "By Ann Example",
    "3 May 2031",
    "A flood closed the old mill in Acmeville on Monday, its owner Ann Lee said, after three days of heavy rain.",
    "The water reached the second floor of the mill, which was built in 1901, and damaged two of its three wheels.",
    "Advertisement",
    "“We will open again in May,” Lee told reporters. “Nobody was hurt, and that is what matters to us.”",
    "The town council of Acmeville said that it would lend the mill 40,000 dollars for the repairs it needs.",
    "The mill has ground the town's flour for 130 years, and draws 9,000 visitors to Acmeville every summer.",
    "Related articles",
    "Five rivers that burst their banks this year",
    "© 2031 Acme Weekly. All rights reserved.",
]
STORY = [PAGE[7], PAGE[8], PAGE[10], PAGE[11], PAGE[12]]
INVISIBLE = "\u200b\u00ad\ufeff\u2060\u202a\u202e\u2066\u2069\x00\x07\ud800\udfff"


def cleaned(content: str) -> Article | None:
    """The article, or None where the page is refused; its cuts always lead back to what was pasted."""
    try:
        article = clean(RawArticle(input="a.txt", form="paste", content=content))
    except InputError:
        return None
    kept, at = [], 0
    for cut in article.cuts:
        assert cut.start is not None
        assert cut.end is not None
        assert at <= cut.start < cut.end
        kept.append(content[at : cut.start])
        at = cut.end
    assert "".join([*kept, content[at:]]) == article.text
    article.text.encode("utf-8")
    return article


@pytest.mark.parametrize("mark", INVISIBLE)
def test_marks_that_nobody_sees_change_nothing(mark: str) -> None:
    chance = random.Random(ord(mark))
    marked = "\n".join(line[: (at := chance.randrange(len(line)))] + mark + line[at:] for line in PAGE)
    plain, found = cleaned("\n".join(PAGE)), cleaned(marked)
    assert plain is not None
    assert found is not None
    assert found.text == plain.text == "\n".join(STORY)
    assert {cut.reason for cut in found.cuts} == {cut.reason for cut in plain.cuts} | {"invisible"}


@pytest.mark.parametrize("end", ["\r\n", "\n\n\n", "\u2028", "\r", "\v", "\x85"])
def test_any_kind_of_line_end(end: str) -> None:
    found = cleaned(end.join(PAGE))
    assert found is not None
    assert found.text.split() == " ".join(STORY).split()


def damaged(lines: list[str], chance: random.Random) -> str:
    """One of many kinds of damage, at random places."""
    text = chance.choice(["\n", "\n\n", " ", ""]).join(lines)
    for _ in range(chance.randrange(1, 40)):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        kind = chance.randrange(5)
        if kind == 0:
            text = text[:at] + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + chance.choice(INVISIBLE + "\n\t “”©|\U0001f600é漢İﬁ") + text[at:]
        elif kind == 2 and to - at < 300:
            text = text[:at] + text[to:]
        elif kind == 3 and to - at < 300:
            text = text[:to] + text[at:to] + text[to:]
        else:
            text = text[:at] + text[at : at + 9].swapcase() + text[at + 9 :]
        text = text or "x"
    return text


@pytest.mark.parametrize("seed", range(150))
def test_damaged_pages_are_cleaned_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    article = cleaned(damaged(PAGE if seed % 2 else chance.sample(PAGE, len(PAGE)), chance))
    assert article is None or article.text.strip()


@pytest.mark.parametrize(
    "content",
    [
        "x" * 10_000_000,
        "漢" * 3_000_000,
        "\u200b" * 3_000_000,
        "\ud800" * 1_000_000,
        "\x00\n" * 300_000,
        "\n".join(f"{number} {STORY[number % 5]}" for number in range(6_000)),
        " ".join(f"{number} {STORY[number % 5]}" for number in range(4_000)),
        "\n".join(map(str, range(7_000))),
    ],
    ids=["word", "ideographs", "invisible", "surrogates", "controls", "paragraphs", "no-breaks", "lines"],
)
def test_huge_pages_take_linear_time(content: str) -> None:
    cleaned(content)
