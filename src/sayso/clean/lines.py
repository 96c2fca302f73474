"""The lines of a pasted text, and the way back: which pieces of the raw text are kept, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.clean import cues
from sayso.records import Cut

# Characters without a width of their own that only get between letters: controls, soft hyphen, zero-width space, word
# joiner, byte-order mark and marks of writing direction. Not the joiners that emoji and Persian need.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Line(NamedTuple):
    """A line that is not blank: where it stands in the raw text, white space at its ends left out, and its text."""

    start: int
    end: int
    text: str


def lines(raw: str) -> list[Line]:
    r"""Every line that holds something to see.

    >>> lines("One\n\n  two ")
    [Line(start=0, end=3, text='One'), Line(start=7, end=10, text='two')]
    """
    found = []
    for match in _LINE.finditer(raw):
        text = match.group()
        stripped = text.strip()
        if stripped and not _INVISIBLE.fullmatch(stripped):
            start = match.start() + len(text) - len(text.lstrip())
            found.append(Line(start, start + len(stripped), stripped))
    return found


def keep(raw: str, page: Sequence[Line], reasons: Sequence[str | None]) -> tuple[str, tuple[Cut, ...]]:
    r"""The kept text, and the cuts that lead back to the raw text: `raw` without their spans is exactly that text.

    `reasons` has one entry a line of the page: None keeps it. Between kept lines one or two line ends stay, so that
    paragraphs stay apart; glued advertisements and invisible characters inside kept lines go.

    >>> text, cuts = keep("Menu\nOne.\n\n\nTwo.\n", lines("Menu\nOne.\n\n\nTwo.\n"), ["navigation", None, None])
    >>> text, [(cut.text, cut.reason) for cut in cuts]
    ('One.\n\nTwo.', [('Menu\n', 'navigation'), ('\n', 'blank'), ('\n', 'blank')])
    """
    cuts, kept = [], []
    for start, end, reason in _pieces(raw, page, reasons):
        if reason is None:
            kept.append(raw[start:end])
        elif end > start:
            cuts.append(
                Cut(start=start, end=end, text=_INVISIBLE_SURROGATE.sub("\ufffd", raw[start:end]), reason=reason)
            )
    return "".join(kept), tuple(cuts)


_INVISIBLE_SURROGATE = re.compile("[\ud800-\udfff]")  # which no output could hold


def _pieces(raw: str, page: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[tuple[int, int, str | None]]:
    """The whole raw text in order, as kept pieces (no reason) and cut ones."""
    last_kept = max((number for number, reason in enumerate(reasons) if reason is None), default=-1)
    at = 0
    for number, (line, reason) in enumerate(zip(page, reasons, strict=True)):
        if at < line.start:
            yield at, line.start, "blank"
        at = page[number + 1].start if number + 1 < len(page) else len(raw)
        if reason is not None:
            yield line.start, at, reason
        else:
            yield from _inside(raw, line)
            yield from _between(raw, line.end, at, number < last_kept)


def _between(raw: str, start: int, end: int, more: bool) -> Iterator[tuple[int, int, str | None]]:
    """What stands after a kept line: at most two line ends are kept, and those only if the text goes on."""
    ends = [match.start() for match in _LINE_END.finditer(raw, start, end)] if more else []
    ends = [place for place in ends if raw[place] != "\r" or raw[place + 1 : place + 2] != "\n"][:2]
    for place in ends:
        if start < place:
            yield start, place, "blank"
        yield place, place + 1, None
        start = place + 1
    if start < end:
        yield start, end, "blank"


def _inside(raw: str, line: Line) -> Iterator[tuple[int, int, str | None]]:
    """A kept line, without what is glued to its words."""
    inner = [(line.start + start, line.start + end, "advertisement") for start, end in cues.glued(line.text)]
    inner += [(match.start(), match.end(), "invisible") for match in _INVISIBLE.finditer(raw, line.start, line.end)]
    at = line.start
    for start, end, reason in sorted(inner):
        if start < at:
            continue
        while reason != "invisible" and end < line.end and raw[end].isspace():
            end += 1
        if at < start:
            yield at, start, None
        yield start, end, reason
        at = end
    if at < line.end:
        yield at, line.end, None
