"""Text for the columns of a terminal: runs of words with a style, wrapped by words, measured in cells.

Wide characters (CJK, emoji) take two cells and combining ones none, by the tables that come with `rich`, whose own
layout does far more than is needed here and takes twenty times as long on a brief of a hundred findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

Run = tuple[str, str]  # a stretch of text without line feeds, and its style: words of `_CODES`
Line = Sequence[Run]

_CODES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
}
_WORD = re.compile(r"\S+")


def wrapped(line: Line, width: int) -> Iterator[list[Run]]:
    """The line in lines of at most `width` cells, broken between words; a longer word is broken where it must be.

    >>> list(wrapped([("one two ", ""), ("three", "bold")], 9))
    [[('one two', '')], [('three', 'bold')]]
    """
    text = "".join(run for run, _ in line)
    for start, end in _breaks(text, width):
        yield _between(line, start, end)


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends; one empty line for a text without words."""
    start = end = 0
    cells = 0
    for found in _words(text, width):
        gap = found[0] - end
        size = cell_len(text[found[0] : found[1]])
        if cells and cells + gap + size > width:
            yield start, end
            start, cells, gap = found[0], 0, 0
        elif not cells:
            start, gap = found[0] if end else 0, found[0] if not end else 0
        end = found[1]
        cells += gap + size
    yield start, end


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        if cell_len(found.group()) <= width:
            yield found.span()
            continue
        at = found.start()
        for piece in chop_cells(found.group(), width):
            yield at, at + len(piece)
            at += len(piece)


def _between(line: Line, start: int, end: int) -> list[Run]:
    """The runs of the line from `start` to `end`, as offsets into its whole text."""
    runs, at = [], 0
    for text, style in line:
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            runs.append((text[left:right], style))
        at += len(text)
    return runs


def inked(line: Line, colour: bool) -> str:
    r"""The line as a string, with ANSI codes where colour is wanted.

    >>> inked([("one", "bold red"), (" two", "")], True)
    '\x1b[1;31mone\x1b[0m two'
    """
    if not colour:
        return "".join(text for text, _ in line)
    return "".join(f"\x1b[{_code(style)}m{text}\x1b[0m" if _code(style) else text for text, style in line)


def _code(style: str) -> str:
    return ";".join(_CODES[word] for word in style.split() if word in _CODES)
