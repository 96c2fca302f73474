"""The list of furniture: a line finds its pattern wherever the pattern may begin."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.cues import furniture
from sayso.clean.furniture import Patterns, first_characters


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Bo Chan / Getty Images", "credit"),
        ("The old mill in spring (file photo)", "credit"),
        ("Acme Weekly logo", "image"),
        ("03.05.2031, 16:24 Uhr • Lesezeit: 5 Minuten", "date"),
        ("Ann Lee, 03.05.2031 10:00 Uhr", "date"),
        ("Acme-Newsletter: Jetzt kostenlos anmelden!", "subscribe"),
        ("Privatsphäre-Einstellungen ändern", "consent"),
        ("Deine Privatsphäre-Einstellungen verhindern das Laden aller externen Inhalte dieser Seite. " * 3, "consent"),
        ("Acme Weekly is reader-supported. When you buy a mill through our links, we may be paid.", "promo"),
        ("Acme Weekly uses some cookies to improve this page.", "consent"),
        ("By Tom Example - Associated Press - Friday, May 3, 2031", "byline"),
        ("Example Times news desk", "byline"),
        ("© 2031 Acme", "copyright"),
        ("e-mail", "share"),
        ("• 3 hours ago", "date"),
        ("3,4k shares", "share"),
        ("IMG_2031.jpg", "image"),
        ("The desk at the mill was old", None),
        ("A reporter saw the mill burn.", None),
    ],
)
def test_a_line_and_its_reason(line: str, reason: str | None) -> None:
    assert furniture(line.strip()) == reason


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("mill", "m"),
        ("(?:an? )?mill|rivers?", "amr"),
        (r"\d+ mills", "0123456789"),
        (r"(?:©|\(c\)|copyright\b).{0,9}", "©(c"),
        ("e?mail", "em"),
        ("(?:old ){0,3}mill", "om"),
        ("[•·|] mill", "•·|"),
        (".{1,9} mill", ""),
        (r"\W?mill", ""),
        (r"[\W\d]mill", ""),
        ("[•·]? mill", ""),
    ],
)
def test_the_characters_that_a_pattern_can_begin_with(pattern: str, characters: str) -> None:
    assert first_characters(pattern) == frozenset(characters)


PATTERNS = {
    "a": [r"(?:old |new )?mills?", r"\d{1,2} mills", "[•|] mill"],
    "b": [r".{1,20} (?:staff|desk)", "mill .{1,9}", r"\W?mill"],
}
WORDS = st.sampled_from(["old", "new", "mill", "mills", "staff", "desk", "7", "•", "|", "river"])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=5))
def test_trying_few_patterns_finds_what_trying_all_finds(words: list[str]) -> None:
    line = " ".join(words)
    every = [reason for reason, ones in PATTERNS.items() for one in ones if re.fullmatch(one, line)]
    found = Patterns(PATTERNS).reason(line)
    assert (found is None) == (not every)
    assert found is None or found in every
