"""Bytes to text. The encoding is found, not believed: marks, then what decodes, then what the page declares.

The order follows the WHATWG encoding standard (https://encoding.spec.whatwg.org/) but for one thing: bytes that are valid
UTF-8 are taken as UTF-8 whatever the page declares, because that hardly ever happens by chance and wrong declarations do.
"""

from __future__ import annotations

import codecs
import re

from sayso.acquire.sniff import is_utf16

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_SEVEN_BIT = ("iso2022_jp", "iso2022_kr", "hz")
# Bytes that cp1252 text has: its quotes, dashes and signs, and Latin letters; not those that no Western text uses.
_WESTERN = frozenset(range(0x80, 0x100)) - {
    0x81,
    0x8D,
    0x8F,
    0x90,
    0x9D,
    0xFE,
    0xFF,
    0xF0,
    0xD0,
    0xDE,
    0xAC,
    0xA4,
    0xA6,
}
_HIGH = bytes(range(0x80, 0x100))
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_UTF8_STUMP = re.compile(
    rb"[\xe0-\xef][\x80-\xbf](?![\x80-\xbf])|[\xf0-\xf4][\x80-\xbf]{1,2}(?![\x80-\xbf])|[\xc0\xc1\xf5-\xff]"
)
# A letter of cp1252 before its quotes and dashes ("é’s"), which looks like such a stump; â does as well, but there it is one.
_QUOTED_LETTER = re.compile(rb"[\xe0\xe1\xe3-\xef](?=[\x85\x91-\x97](?![\x80-\xbf]))")
# Signs of cp1252 that stand between letters only where another encoding has letters there.
_SIGN_IN_WORD = re.compile(rb"[A-Za-z][\xa1-\xbf][A-Za-z]")
_WESTERN_CODECS = ["cp1252", "latin_1", "iso8859_9", "iso8859_15", "cp1254", "cp1258", "mac_roman", "hp_roman8"]
_SAMPLE_BYTES = 65_536


def decode(data: bytes) -> tuple[str, int]:
    r"""The text, its line ends as `\n` and without byte-order mark, and how many places had to be replaced by U+FFFD.

    >>> decode("a naïve plan – “so”".encode("cp1252")), decode(b"a\r\nb\xe2\x80")
    (('a naïve plan – “so”', 0), ('a\nb�', 1))
    """
    text, damage = _decode(data)
    return text.removeprefix("\N{BYTE ORDER MARK}").replace("\r\n", "\n").replace("\r", "\n"), damage


def _decode(data: bytes) -> tuple[str, int]:
    codec = is_utf16(data[:8192])
    if codec:
        return _with_damage(data, codec)
    if data.startswith(codecs.BOM_UTF8):
        return _with_damage(data, "utf-8")
    declared = _declared(data)
    if declared in _SEVEN_BIT and (text := _strict(data, declared)) is not None:
        return text, 0
    if (text := _strict(data, "utf-8")) is not None:
        return text, 0
    rest = _UTF8_SEQUENCE.sub(b"", data)
    whole, broken = (len(data) - len(rest)) // 2, len(rest) - len(rest.translate(None, _HIGH))
    if whole > 2 * broken:
        return _mostly_utf8(data, rest)
    if declared and (text := _strict(data, declared)) is not None:
        return text, 0
    if whole > broken or (_UTF8_STUMP.search(rest) and not _is_western(rest)):
        return _mostly_utf8(data, rest)
    for guess in (_guess(data), "cp1252"):
        if guess and (text := _strict(data, guess)) is not None:
            return text, 0
    return _with_damage(data, "cp1252")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_damage(data: bytes, codec: str) -> tuple[str, int]:
    text = data.decode(codec, "replace")
    return text, text.count("\N{REPLACEMENT CHARACTER}")


def _mostly_utf8(data: bytes, rest: bytes) -> tuple[str, int]:
    """UTF-8 in which bytes are damaged, or pieces are cp1252, as on pages put together from two sources.

    `rest` is what is no UTF-8: stumps of longer characters are damage, whatever cp1252 would make of them.
    """
    if not _is_western(rest) or _UTF8_STUMP.search(_QUOTED_LETTER.sub(b"", rest)):
        return _with_damage(data, "utf-8")
    pieces, at, damage = [], 0, 0
    for high in _HIGH_RUN.finditer(data):
        pieces.append(data[at : high.start()].decode("ascii"))
        at = high.start()
        while at < high.end():
            found = _UTF8_SEQUENCE.match(data, at, high.end())
            piece = data[at : found.end()] if found else data[at : at + 1]
            text = _strict(piece, "utf-8" if found else "cp1252")
            damage += text is None
            pieces.append("\N{REPLACEMENT CHARACTER}" if text is None else text)
            at += len(piece)
    pieces.append(data[at:].decode("ascii"))
    return "".join(pieces), damage


def _declared(data: bytes) -> str | None:
    """The text encoding that the page's own head names, as browsers take it."""
    found = _DECLARED.search(data[:4096])
    try:
        codec = codecs.lookup(found.group(1).decode("ascii")) if found else None
    except LookupError:
        return None
    if codec is None or not codec._is_text_encoding or codec.name.startswith(("utf-8", "utf-16", "utf-32", "utf-7")):
        return None
    return _AS_BROWSERS_READ.get(codec.name, codec.name)


def _is_western(data: bytes) -> bool:
    """Whether all bytes above ASCII are such as cp1252 text has, and few."""
    high = data.translate(None, bytes(range(0x80)))
    return _WESTERN.issuperset(high) and len(high) < 0.25 * len(data) and not _SIGN_IN_WORD.search(data)


def _guess(data: bytes) -> str | None:
    """The encoding that the bytes suggest; charset-normalizer is asked only where plain Western text does not fit."""
    if _is_western(data):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    others = _WESTERN_CODECS if _SIGN_IN_WORD.search(data) else []
    best = from_bytes(data[:_SAMPLE_BYTES], cp_exclusion=others).best()
    return best.encoding if best else None
