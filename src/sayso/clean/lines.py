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
_LONGEST_PARAGRAPH = 2500  # characters; one paragraph in 2,700 of clean_dumps is longer
_SENTENCE_GAP = re.compile(r"(?<=[.!?…][\"”’)»])\s+(?=[\"“‘«(]?[^\W\d_a-z])|(?<=[.!?…])\s+(?=[\"“‘«(]?[^\W\d_a-z])")
# White space before or behind words that stand between stories and their furniture, never in the middle of a sentence.
_FURNITURE_GAP = re.compile(
    r"(?<=Advertisement)\s+|(?<=ADVERTISEMENT)\s+|\s+(?=(?:Advertisement|ADVERTISEMENT"
    r"|Read more|Read More|READ MORE|Most (?:read|viewed|popular)|Share this|"
    r"Related (?:stories|articles|topics|news)|Sign up|Subscribe|Comments|Recommended"
    r"|More from|Follow us|Photo:|Image:|Skip to|©|Copyright)\b)|\s+(?=©)"
)
_WORD = re.compile(r"\S+")
_FEWEST_LINK_WORDS = 5  # capitalised words in a row; a sentence may begin with a name of four
_PARAGRAPH_ENDS = ("\n", "\n\n")
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
    found, at = [], 0
    may_be_invisible = has_invisible(raw)
    for text in raw.splitlines(keepends=True):
        stripped = text.strip()
        if stripped and not (may_be_invisible and not _INVISIBLE.sub("", stripped).strip()):
            start = at if text[0] == stripped[0] else at + len(text) - len(text.lstrip())
            found.append(Line(start, start + len(stripped), stripped))
        at += len(text)
    return found


def has_invisible(raw: str) -> bool:
    """Whether a text has any character that nobody sees."""
    return _INVISIBLE.search(raw) is not None


def seen(page: Sequence[Line]) -> list[Line]:
    r"""The lines as a reader sees them: where they were, without the characters that nobody sees.

    >>> seen([Line(0, 14, "Adver\u200btisement")])
    [Line(start=0, end=14, text='Advertisement')]
    """
    return [
        line._replace(text=_INVISIBLE.sub("", line.text).strip() or line.text) if _INVISIBLE.search(line.text) else line
        for line in page
    ]


def has_lost_breaks(page: Sequence[Line]) -> bool:
    """Whether most of a page is in lines longer than any paragraph, because its line breaks were lost.

    >>> has_lost_breaks([Line(0, 9_000, "It rained. " * 900)])
    True
    """
    sizes = [len(line.text) for line in page]
    return 2 * sum(size for size in sizes if size > _LONGEST_PARAGRAPH) > sum(sizes)


def sentences(line: Line) -> list[Line]:
    """A line too long for a paragraph, taken apart at sentence ends and where a run of links passes into running text.

    >>> text = "Home News Sport Weather Jobs Mill Closed " + "A flood closed the old mill on Monday. " * 80
    >>> [piece.text for piece in sentences(Line(0, len(text), text))[:2]]
    ['Home News Sport Weather Jobs Mill Closed', 'A flood closed the old mill on Monday.']
    """
    if len(line.text) <= _LONGEST_PARAGRAPH:
        return [line]
    pieces: list[Line] = []
    at = 0
    for end, begin in [
        *((m.start(), m.end()) for m in _SENTENCE_GAP.finditer(line.text)),
        (len(line.text), len(line.text)),
    ]:
        cut = at + _running_from(line.text[at:end])
        for start, stop in ((at, cut), (cut, end)):
            text = line.text[start:stop]
            if stripped := text.strip():
                first = line.start + start + len(text) - len(text.lstrip())
                pieces.append(Line(first, first + len(stripped), stripped))
        at = begin
    return pieces


def _running_from(text: str) -> int:
    """Where running text begins: behind capitalised words in a row, with the one before it as its first word; else 0."""
    words = list(_WORD.finditer(text))
    best, best_sum, total = 0, 0, 0
    for number in range(len(words) - 1, -1, -1):
        total += 1 if words[number].group()[0].islower() else -1
        if total > best_sum:
            best, best_sum = number, total
    if best < _FEWEST_LINK_WORDS:
        return 0
    return words[best - 1].start()


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
            cuts.append(Cut(start=start, end=end, text=_shown(raw[start:end]), reason=reason))
    return "".join(kept), tuple(cuts)


def _shown(text: str) -> str:
    """The text without halves of characters, which no output could hold."""
    return text if text.isascii() else _INVISIBLE_SURROGATE.sub("\ufffd", text)


_INVISIBLE_SURROGATE = re.compile("[\ud800-\udfff]")


def _pieces(raw: str, page: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[tuple[int, int, str | None]]:
    """The whole raw text in order, as kept pieces (no reason) and cut ones."""
    last_kept = max((number for number, reason in enumerate(reasons) if reason is None), default=-1)
    may_be_invisible = has_invisible(raw)
    at = 0
    for number, (line, reason) in enumerate(zip(page, reasons, strict=True)):
        if at < line.start:
            yield at, line.start, "blank"
        at = page[number + 1].start if number + 1 < len(page) else len(raw)
        if reason is not None:
            yield line.start, at, reason
            continue
        inner = _inside(raw, line, may_be_invisible)
        yield from _parted(raw, line, inner) if inner else ((line.start, line.end, None),)
        yield from _between(raw, line.end, at, number < last_kept)


def _between(raw: str, start: int, end: int, more: bool) -> Iterator[tuple[int, int, str | None]]:
    """What stands after a kept line: at most two line ends are kept, and those only if the text goes on."""
    if more and raw[start:end] in _PARAGRAPH_ENDS:
        yield start, end, None
        return
    ends = [match.start() for match in _LINE_END.finditer(raw, start, end)] if more else []
    ends = [place for place in ends if raw[place] != "\r" or raw[place + 1 : place + 2] != "\n"][:2]
    if more and not ends and start < end:
        ends = [start]  # sentences of one line: the space between them
    for place in ends:
        if start < place:
            yield start, place, "blank"
        yield place, place + 1, None
        start = place + 1
    if start < end:
        yield start, end, "blank"


def _inside(raw: str, line: Line, may_be_invisible: bool) -> list[tuple[int, int, str]]:
    """What is glued to the words of a kept line."""
    inner = [(line.start + start, line.start + end, "advertisement") for start, end in cues.glued(line.text)]
    if may_be_invisible:
        inner += [(match.start(), match.end(), "invisible") for match in _INVISIBLE.finditer(raw, line.start, line.end)]
    return inner


def _parted(raw: str, line: Line, inner: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str | None]]:
    """A kept line, without what is glued to its words."""
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
