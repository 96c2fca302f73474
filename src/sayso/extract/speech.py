"""Which cue a quotation belongs to, by the surface: marks, commas, colons and paragraphs.

As in O'Keefe et al. (2012), "A sequence labelling approach to quote attribution", the cue right behind a quotation comes before one
that introduces it, and both before whoever was quoted last; the parse of a quotation's sentence is not relied on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.extract.cues import Cue
from sayso.extract.quotes import Quotation, inside, paragraphs

Run = tuple[int, int]
_WORD = re.compile(r"\w")
_SOURCE_LENGTH = 80  # characters between a quotation and its cue that can still be a source and nothing else
_LAST_SPEAKER = 2  # paragraphs back that whoever was quoted last can go on from
_PHRASE_WORDS = 7  # a quotation of more words is one of whole sentences, closed by a mark or not


@dataclass
class Passage:
    """One attribution in the making, in code points of the text."""

    cue: Cue
    at: Run  # the cue
    source: Run | None
    content: list[Run]
    quoted: bool = False  # a quotation of whole sentences was joined to it
    inner: list[Passage] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where cue and source begin."""
        return min(self.at[0], self.source[0]) if self.source else self.at[0]

    @property
    def end(self) -> int:
        """Where cue and source end."""
        return max(self.at[1], self.source[1]) if self.source else self.at[1]


@dataclass
class _Line:
    """A paragraph with its quotations and the cues outside of them."""

    number: int
    start: int
    end: int
    quotes: list[Quotation]
    cues: list[Passage]


def join(text: str, found: Sequence[Passage], quotes: Sequence[Quotation]) -> None:
    """Give each quotation of whole sentences to the cue beside it, else to whoever was quoted last; contents change in place."""
    able = [p for p in found if p.cue.quotable and not inside(p.at[0], quotes) and not _governed(p, found)]
    speaker = _Speaker(text)
    before: _Line | None = None
    for line in _lines(text, able, quotes):
        speaker.read(line, before)
        before = line


def _lines(text: str, able: Sequence[Passage], quotes: Sequence[Quotation]) -> list[_Line]:
    cue_starts, quote_starts = [p.at[0] for p in able], [q.start for q in quotes]
    lines = []
    for n, (a, b) in enumerate(paragraphs(text)):
        here = list(quotes[bisect_left(quote_starts, a) : bisect_left(quote_starts, b)])
        lines.append(_Line(n, a, b, here, list(able[bisect_left(cue_starts, a) : bisect_right(cue_starts, b)])))
    return lines


class _Speaker:
    """Goes through the paragraphs and remembers who was quoted last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: Passage | None = None
        self.heard = -1  # the paragraph in which that was

    def read(self, line: _Line, before: _Line | None) -> None:
        previous: Passage | None = None
        for k, quote in enumerate(line.quotes):
            owner = self._owner(line, before, k, previous)
            if owner is not None:
                _give(self.text, owner, quote)
                previous, self.last, self.heard = owner, owner, line.number
        named = [p for p in line.cues if p.content and p.source]
        if self.heard < line.number and named:
            self.last, self.heard = named[-1], line.number - 1

    def _owner(self, line: _Line, before: _Line | None, k: int, previous: Passage | None) -> Passage | None:
        """Whom a quotation belongs to: the cue behind it, the one before it, or the speaker so far."""
        text, quote = self.text, line.quotes[k]
        whole = _whole(text, quote, line.start)
        limit = line.quotes[k + 1].start if k + 1 < len(line.quotes) else line.end
        after = _behind(text, quote, limit, line.cues)
        if after is not None and not whole and not _straddles(quote, after):
            after = None
        ahead = _ahead(text, quote, line.quotes[k - 1].end if k else line.start, line.cues)
        opens = quote.start - line.start < 2
        if (
            ahead is None
            and opens
            and before is not None
            and before.cues
            and text[before.start : before.end].rstrip().endswith(":")
        ):
            ahead = before.cues[-1]
        closing = text[quote.inner_end - 1]
        if after is not None and (ahead is None or closing == "," or previous is after):
            return after
        if ahead is not None and (whole or text[line.start : quote.start].rstrip().endswith((":", ","))):
            return ahead
        if after is not None and closing in ",?!.…—-":
            return after
        return self._same(line, k, opens, previous) if whole else None

    def _same(self, line: _Line, k: int, opens: bool, previous: Passage | None) -> Passage | None:
        """Who goes on speaking: whoever was quoted before in the paragraph, or spoke in it, or was quoted last."""
        if previous is not None:
            return previous
        spoken = [p for p in line.cues if p.end <= line.quotes[k].start and p.content] if k == 0 else []
        if spoken:
            return spoken[-1]
        near = self.last is not None and self.heard >= line.number - _LAST_SPEAKER
        return self.last if near and opens and not line.cues else None


def _governed(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a cue without a content of its own is itself the content of the cue before it ("declined to comment")."""
    k = bisect_left(found, passage.at, key=lambda p: p.at)
    return not passage.content and any(a <= passage.at[0] < b for p in found[max(0, k - 2) : k] for a, b in p.content)


def _whole(text: str, quote: Quotation, start: int) -> bool:
    """Whether a quotation is of whole sentences, not a word or phrase in somebody else's sentence."""
    inner = text[quote.inner_start : quote.inner_end].strip()
    before = text[max(start, quote.start - 30) : quote.start].rstrip()
    if before and before[-1] not in ".?!:,—…”\"'":
        return False
    closes = inner[-1:] in ".,?!…—-" or quote.inner_end == quote.end or inner.count(" ") > _PHRASE_WORDS
    return closes and (inner[:1].isupper() or inner[:1].isdigit() or inner[:1] in "…[‘'$")


def _straddles(quote: Quotation, passage: Passage) -> bool:
    """Whether a passage's content runs from before a quotation into it."""
    return any(a < quote.start - 1 and b > quote.start for a, b in passage.content)


def _behind(text: str, quote: Quotation, limit: int, cues: Sequence[Passage]) -> Passage | None:
    """The cue whose phrase begins right behind a quotation ("…," Roe said); what stands between them is its source."""
    k = bisect_left(cues, quote.end, key=lambda p: p.at[0])
    if k == len(cues) or cues[k].at[0] >= limit:
        return None
    passage, comma = cues[k], text[quote.inner_end - 1] == ","
    if (passage.cue.clausal or any(a >= passage.at[1] for a, _ in passage.content)) and not comma:
        return None
    begins = passage.start if passage.start >= quote.end else passage.at[0]
    between = text[quote.end : begins]
    if not _WORD.search(between):
        return passage
    if (
        comma
        and len(between) < _SOURCE_LENGTH
        and not re.search(r"[.;:!?,\n] ", between)
        and passage.source is not None
    ):
        lead = len(between) - len(between.lstrip().removeprefix("as "))
        end = (
            passage.source[1]
            if passage.source[0] >= quote.end and passage.source[1] <= passage.at[0]
            else passage.at[0]
        )
        passage.source = (quote.end + lead, quote.end + len(text[quote.end : end].rstrip()))
        return passage
    return None


def _ahead(text: str, quote: Quotation, floor: int, cues: Sequence[Passage]) -> Passage | None:
    """The last cue before a quotation, in its sentence: Roe said on Monday, "…"."""
    k = bisect_right(cues, quote.start, key=lambda p: p.at[1]) - 1
    if k < 0 or cues[k].at[0] < floor:
        return None
    between = text[cues[k].at[1] : quote.start].rstrip()
    if len(between) > 1 and not between.endswith((":", ",", " that", "—", "-")):
        return None
    return None if re.search(r"[.?!]\s", between) and not between.endswith(":") else cues[k]


def _give(text: str, passage: Passage, quote: Quotation) -> None:
    """Join a quotation to a cue; of what the parse took for the content, what runs up to the quotation stays."""
    content = passage.content
    if not passage.quoted and quote.start < passage.at[0]:
        leading = [(a, b) for a, b in content if a < quote.start - 1 and b > quote.start]
        content = leading if leading and text[leading[0][0] : quote.start].strip(" “\"'‘") else []
    elif not passage.quoted and not passage.cue.clausal:
        content = [(a, min(b, quote.start)) for a, b in content if passage.at[1] <= a < quote.start]
    elif not passage.quoted:
        content = [r for r in content if not (r[0] >= quote.start and r[1] <= quote.end)]
    passage.content = [*content, (quote.start, quote.end)]
    passage.quoted = True
