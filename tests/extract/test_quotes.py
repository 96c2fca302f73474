import pytest

from sayso.extract.quotes import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “It is over.” Then “no”.", ["It is over.", "no"]),
        ('She called it "a scheme" and left.', ["a scheme"]),
        ("Roe's firm said it wasn't so.", []),
        ("It was ‘a good day’, he said.", ["a good day"]),
        ("“It is over.\n“We lost.”", ["It is over.", "We lost."]),
        ('An odd " mark alone.', []),
        ("“Never closed, he said.\nNext paragraph.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in marked(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''We sell,'' he said.", ["We sell,"]),
        ('"We sell.\n\nWe must," he said.', ["We sell.", "We must,"]),
        ('"We sell.\n\nHe left. "No."', ["No."]),
    ],
)
def test_marks_as_agencies_type_them(text: str, expected: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in marked(text)] == expected
