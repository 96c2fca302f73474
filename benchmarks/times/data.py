"""The time-expression sets as (text, published, gold), read from where `SAYSO_DATA` points.

Gold is a list of (start, end, type, value) in code points of the text. Conventions of a set that a reader of news would
not want are mapped here, never in the grammar.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from meantime import files, running_text

Gold = tuple[int, int, str, str]

# MEANTIME annotates the headline and the first four or five sentences; 1 is the dateline.
_SCORED_SENTENCES = (0, 2, 3, 4, 5)


@dataclass(frozen=True)
class Document:
    """One scored text."""

    name: str
    text: str
    published: str | None
    gold: list[Gold]


def meantime(root: Path, corpora: tuple[str, ...] = ("airbus", "apple")) -> Iterator[Document]:
    """Read MEANTIME's annotated sentences, one line each, as running text."""
    yield from map(_meantime_document, files(root, corpora))


def _meantime_document(path: Path) -> Document:
    tree = ET.parse(path).getroot()
    text, places = running_text(tree, _SCORED_SENTENCES)
    published, gold = None, []
    for timex in tree.iter("TIMEX3"):
        ids = [anchor.get("t_id") for anchor in timex.iter("token_anchor")]
        value = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME":
            published = value[:10]
        spans = [places[i] for i in ids if i in places]
        if spans:
            gold.append((min(s for s, _ in spans), max(e for _, e in spans), timex.get("type") or "", value))
    return Document(path.stem, text, published or _dateline(tree), sorted(gold))


def _dateline(tree: ET.Element) -> str | None:
    """Give the value of the expression in the dateline, for the documents that do not mark it as creation time."""
    first = {token.get("t_id") for token in tree.iter("token") if token.get("sentence") == "1"}
    for timex in tree.iter("TIMEX3"):
        if any(anchor.get("t_id") in first for anchor in timex.iter("token_anchor")):
            return (timex.get("value") or "")[:10] or None
    return None


def timeml(folder: Path) -> Iterator[Document]:
    """Read TimeML documents (WikiWars, TempEval-3): the TEXT element, its TIMEX3 inside."""
    for path in sorted(folder.glob("*.tml")):
        tree = ET.parse(path).getroot()
        dct = tree.find("DCT/TIMEX3")
        body = tree.find("TEXT")
        gold: list[Gold] = []
        text = _flat(body, gold) if body is not None else ""
        yield Document(path.stem, text, (dct.get("value") or "")[:10] if dct is not None else None, gold)


def _flat(element: ET.Element, gold: list[Gold]) -> str:
    parts: list[str] = []

    def walk(node: ET.Element, at: int) -> int:
        start = at
        parts.append(node.text or "")
        at += len(node.text or "")
        for child in node:
            at = walk(child, at)
            parts.append(child.tail or "")
            at += len(child.tail or "")
        if node.tag == "TIMEX3":
            gold.append((start, at, node.get("type") or "", node.get("value") or ""))
        return at

    walk(element, 0)
    return "".join(parts)


def wikiwars(root: Path) -> Iterator[Document]:
    """Read the WikiWars training documents."""
    yield from timeml(root / "time_wikiwars/train/tml")


@dataclass(frozen=True)
class Spec:
    """One case of the Recognizers-Text specs: an input, its reference day, and what is wanted."""

    text: str
    published: str
    wanted: list[tuple[int, int, str, list[dict[str, str]]]]


def specs(root: Path) -> Iterator[Spec]:
    """Read the cases of DateTimeModel.json: dates, ranges, durations and sets with a reference time."""
    cases = json.loads((root / "time_specs/DateTimeModel.json").read_text(encoding="utf-8-sig"))
    for case in cases:
        if "Context" not in case:
            continue
        wanted = [
            (
                r["Start"],
                r.get("End", r["Start"] + r.get("Length", 1) - 1) + 1,
                r.get("TypeName", r.get("Type", "")).split(".")[-1],
                (r.get("Resolution") or {}).get("values") or [],
            )
            for r in case["Results"]
        ]
        yield Spec(case["Input"], case["Context"]["ReferenceDateTime"], wanted)
