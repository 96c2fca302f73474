"""What stands in quotation marks, who is credited, and which times are earlier."""

from __future__ import annotations

import pytest

from sayso.dedupe.credit import agency, names_outlet
from sayso.dedupe.originals import moment
from sayso.dedupe.quotations import quoted
from sayso.records import Article
from sayso.spans import words

# Words that stand in quotation marks are written with a capital.
QUOTED = [
    'he said: "IT IS SO" and left',
    "he said “IT IS SO” and left",
    "he said ‘IT ISN’T SO’ and left",
    "the boys’ plant isn’t here ‘YET’ or there",
    '"IT IS SO.\n\n"AND IT STAYS SO," she said',
    '"it is so\n\nnobody said more',
    'a 12" wheel and a 14" wheel are "TWO" of them',
    'lost "mark and then "REAL ONE" and more',
    "no marks at all",
    'she said, "WE WILL," and "NOT NOW" to him',
    '("AS HE PUT IT")',
]


@pytest.mark.parametrize("text", QUOTED)
def test_quoted(text: str) -> None:
    found = [text[start:end] for start, end, _ in words(text)]
    marks = quoted(text, [start for start, _, _ in words(text)])
    letters = [(word, mark) for word, mark in zip(found, marks, strict=True) if word.upper() != word.lower()]
    assert letters == [(word, word.isupper()) for word, _ in letters]


AGENCY = [
    ("TURIN, May 3 (Reuters) - It will close.", True),
    ("TURIN (AP) — It will close.", True),
    ("It will close. (AFP)", True),
    ("It will close.\n\nSource: Xinhua", True),
    ("It will close, Reuters reported.", False),
    ("The AP poll shows a lead.", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), AGENCY)
def test_agency(text: str, expected: bool) -> None:
    assert agency(Article(id="a", input="a", text=text)) is expected


def test_an_agency_in_the_byline_is_one() -> None:
    assert agency(Article(id="a", input="a", text="It will close.", authors=("Lena Vogt/AFP",)))
    assert agency(Article(id="a", input="a", text="It will close.", authors=("The Associated Press",)))


def test_an_outlet_is_named_as_a_whole_word_and_not_by_itself() -> None:
    gear = Article(id="g", input="g", text="", outlet="Gear")
    assert names_outlet(Article(id="a", input="a", text="As Gear reported."), gear)
    assert not names_outlet(Article(id="a", input="a", text="Gearboxes break."), gear)
    assert not names_outlet(Article(id="a", input="a", text="As Gear reported.", outlet="gear"), gear)


MOMENTS = [
    ("2031-05-03", "2031-05-03T00:00:00+00:00", "2031-05-03T23:59:59+00:00"),
    ("2031-12", "2031-12-01T00:00:00+00:00", "2031-12-31T23:59:59+00:00"),
    ("2031", "2031-01-01T00:00:00+00:00", "2031-12-31T23:59:59+00:00"),
    ("2031-05-03T10:00:00+02:00", "2031-05-03T08:00:00+00:00", "2031-05-03T08:00:00+00:00"),
    ("2031-05-03T10:00:00Z", "2031-05-03T10:00:00+00:00", "2031-05-03T10:00:00+00:00"),
    ("9999", "9999-01-01T00:00:00+00:00", None),
    ("2031-13", None, None),
    ("soon", None, None),
    ("", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("written", "first", "last"), MOMENTS)
def test_moments(written: str | None, first: str | None, last: str | None) -> None:
    for end, expected in ((False, first), (True, last)):
        found = moment(written, last=end)
        assert (found.isoformat() if found else None) == expected
