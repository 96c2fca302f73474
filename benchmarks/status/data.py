"""The status sets as texts with marked events, read from where `SAYSO_DATA` points.

MEANTIME marks each event with certainty, polarity and time (future or not); `word_of` maps the three to one word, in
the order in which design asks: what is not so, then what is not sure, then what is to come, else what is so.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from meantime import files, running_text

# MEANTIME annotates the headline (0), the dateline (1) and the first sentences; a headline makes no claims.
_SCORED_SENTENCES = (2, 3, 4, 5)
WORDS = ("so", "not so", "unsure", "to come")


@dataclass(frozen=True)
class Event:
    """One marked event: code points of its words, and what the set says of it."""

    start: int
    end: int
    certainty: str
    polarity: str
    time: str
    case: str = ""

    @property
    def word(self) -> str | None:
        """One of `WORDS`, or None where the set could not tell either."""
        if self.polarity == "NEG":
            return "not so"
        if self.certainty in {"POSSIBLE", "PROBABLE"} or self.case.startswith("COND"):
            return "unsure"
        if self.certainty != "CERTAIN":
            return None
        return "to come" if self.time == "FUTURE" else "so"


@dataclass(frozen=True)
class Document:
    """One text with its events."""

    name: str
    text: str
    published: str | None
    events: tuple[Event, ...]


def meantime(root: Path, corpora: tuple[str, ...] = ("airbus", "apple")) -> Iterator[Document]:
    """Read MEANTIME's annotated sentences, one a paragraph, with their events."""
    yield from map(_document, files(root, corpora))


def _document(path: Path) -> Document:
    tree = ET.parse(path).getroot()
    text, places = running_text(tree, _SCORED_SENTENCES)
    published = next(
        ((t.get("value") or "")[:10] for t in tree.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"),
        None,
    )
    return Document(path.stem, text, published or None, tuple(sorted(_events(tree, places), key=lambda e: e.start)))


def _events(tree: ET.Element, places: dict[str, tuple[int, int]]) -> Iterator[Event]:
    for mention in tree.iter("EVENT_MENTION"):
        spans = [places[a.get("t_id") or ""] for a in mention.iter("token_anchor") if a.get("t_id") in places]
        if spans and mention.get("certainty"):
            marks = [mention.get(k) or "" for k in ("certainty", "polarity", "time", "special_cases")]
            yield Event(min(a for a, _ in spans), max(b for _, b in spans), *marks)
