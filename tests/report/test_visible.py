import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.report.visible import one_line, shortened, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, and “typographic” – too", "plain, and “typographic” – too"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00\x1b[2Jgone", "␀␛[2Jgone"),
        ("cafe\u0301 👩\u200d🚀", "cafe\u0301 👩\u200d🚀"),
        ("invoice\u202efdp.exe", "invoice⟦U+202E⟧fdp.exe"),
        ("\u2066x\u2069\u200f", "⟦U+2066⟧x⟦U+2069⟧⟦U+200F⟧"),
        ("\x85\x9b31m", "⟦U+0085⟧⟦U+009B⟧31m"),
        ("half \ud83d", "half ⟦U+D83D⟧"),
    ],
)
def test_what_could_not_be_seen_is_spelt_out(text, expected):
    assert visible(text) == expected


@settings(max_examples=100)
@given(st.text(), st.integers(min_value=1, max_value=90))
def test_shortened_is_the_beginning_of_the_line_and_fits(text, width):
    line = shortened(text, width)
    assert len(line) <= width
    assert one_line(text).startswith(line.removesuffix("…"))
    assert line.endswith("…") or len(one_line(text)) <= width or width == 1
