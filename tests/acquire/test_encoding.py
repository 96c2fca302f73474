"""Bytes to text: whatever marks, declarations and content say to each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.acquire.encoding import decode

WESTERN = "The café’s owner said “no” – and closed the mill in Besançon."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WESTERN.encode(), WESTERN),
        (WESTERN.encode("utf-8-sig"), WESTERN),
        (WESTERN.encode("utf-16"), WESTERN),
        (WESTERN.encode("utf-16-le"), WESTERN),
        (WESTERN.encode("utf-16-be"), WESTERN),
        (WESTERN.encode("utf-32"), WESTERN),
        (WESTERN.encode("cp1252"), WESTERN),
        (b'<meta charset="utf-8">' + WESTERN.encode("cp1252"), '<meta charset="utf-8">' + WESTERN),
        (b'<meta charset="iso-8859-1">' + WESTERN.encode(), '<meta charset="iso-8859-1">' + WESTERN),
        (
            b'<meta charset="windows-1251">' + "Мельница закрыта".encode("cp1251"),
            '<meta charset="windows-1251">Мельница закрыта',
        ),
        (
            b'<meta charset="shift_jis">' + "水車は閉まった".encode("shift_jis"),
            '<meta charset="shift_jis">水車は閉まった',
        ),
        (
            b"\xef\xbb\xbf" + b'<meta charset="windows-1251">' + WESTERN.encode(),
            '<meta charset="windows-1251">' + WESTERN,
        ),
        (('<meta charset="utf-8">' + WESTERN).encode("utf-16-le"), '<meta charset="utf-8">' + WESTERN),
        (('<meta charset="utf-8">' + WESTERN).encode("utf-16"), '<meta charset="utf-8">' + WESTERN),
        (
            b'<?xml version="1.0" encoding="utf-16"?><meta charset="koi8-r">' + WESTERN.encode(),
            '<?xml version="1.0" encoding="utf-16"?><meta charset="koi8-r">' + WESTERN,
        ),
        (WESTERN.encode() + " Zoë’s “so”".encode("cp1252"), WESTERN + " Zoë’s “so”"),
        ("Zoë said – ".encode("cp1252") + WESTERN.encode() * 4, "Zoë said – " + WESTERN * 4),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        (b'<meta charset="no-such-thing">ok', '<meta charset="no-such-thing">ok'),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str) -> None:
    assert decode(data) == (text, 0)


def test_damaged_utf8_is_said_and_counted() -> None:
    data = ("Café " * 20).encode() + b"\xe2\x80 and \xff here"
    text, damage = decode(data)
    assert text.startswith("Café Café")
    assert damage == 2


def test_a_lone_surrogate_and_a_foreign_byte_are_damage() -> None:
    text, damage = decode(WESTERN.encode() * 2 + b" \xe9 \xed\xa0\x80 ")
    assert text.startswith(WESTERN * 2 + " é ")
    assert damage == 1


def test_polish_is_not_taken_for_western() -> None:
    text = "Młyn został zamknięty po powodzi, powiedział właściciel. Nikt nie wie, kiedy znów zostanie otwarty. " * 3
    assert decode(text.encode("cp1250"))[0] == text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    text, damage = decode(data)
    assert "\r" not in text
    assert damage >= 0


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff\x00"), max_size=200))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, text.count("\N{REPLACEMENT CHARACTER}") * 0)
