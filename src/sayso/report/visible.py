"""Article text is hostile: what a reader could not see, or what could reorder what he sees, is spelt out."""

from __future__ import annotations

import re

# Bidi controls reorder the line they stand in (CVE-2021-42574 shows how far that goes); they are named, never obeyed.
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NAMED = (*range(0x80, 0xA0), *_BIDI, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF)
_SHOWN: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_SHOWN |= {0x7F: "\u2421", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
_SHOWN |= {code: f"⟦U+{code:04X}⟧" for code in _NAMED}
_SHOWN |= {code: f"⟦U+{code:04X}⟧" for code in range(0xD800, 0xE000)}  # half of a pair has no UTF-8
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""The text with control, bidi and unencodable characters spelt out; all else, line feeds too, as it is.

    >>> visible("a\x1b[31m b\u202ec")
    'a␛[31m b⟦U+202E⟧c'
    """
    if not _HIDDEN.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_SHOWN)


def one_line(text: str) -> str:
    r"""The visible text with every run of white space as one space.

    >>> one_line(" two\n  lines\t")
    'two lines'
    """
    return " ".join(visible(text).split())


def shortened(text: str, width: int) -> str:
    """The text on one line of at most `width` characters, cut at a word and closed with an ellipsis.

    >>> shortened("The ferry left the yard on Monday.", 20)
    'The ferry left the…'
    """
    line = one_line(text)
    if len(line) <= width or width < 2:
        return line[:width]
    cut = line[: width - 1]
    whole, space, _ = cut.rpartition(" ")
    kept = whole if space and line[len(cut)] != " " and len(whole) > width // 2 else cut
    return kept.rstrip(" ,;:–—-") + "…"
