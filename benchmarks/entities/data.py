"""The name sets as texts with typed spans, read from where `SAYSO_DATA` points.

Universal NER (EWT) gives the text of each sentence beside its tokens; the sentences of a document are joined by a line
break each, which is what `sayso extract` would be given. Wikigold has tokens alone, joined as they are written in
English. MEANTIME marks names among its entity mentions (`syntactic_type` NAM).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]
TYPES = ("PER", "LOC", "ORG")
_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}") | {"'s", "''", "n't", "’s", "'"}
_NO_SPACE_AFTER = frozenset("([{$€£") | {"``"}
_MEANTIME = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


@dataclass(frozen=True)
class Document:
    """A text and its gold names: start, end (code points), type."""

    name: str
    text: str
    gold: tuple[Span, ...]


def universal(path: Path) -> Iterator[Document]:
    """Read a Universal NER file (IOB2 with `# text` and `# newdoc` comments), a document each."""
    name, text, gold = "", "", list[Span]()
    for comments, rows in _blocks(path.read_text(encoding="utf-8").splitlines()):
        if "newdoc id" in comments and text:
            yield Document(name, text, tuple(gold))
            text, gold = "", []
        name = comments.get("newdoc id", name)
        line = comments["text"]
        gold += _spans(line, len(text), [(row[1], row[2]) for row in rows])
        text += line + "\n"
    if text:
        yield Document(name, text, tuple(gold))


def _blocks(lines: Iterable[str]) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    comments, rows = dict[str, str](), list[list[str]]()
    for line in [*lines, ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def _spans(line: str, offset: int, rows: list[tuple[str, str]]) -> list[Span]:
    """Lay tagged tokens over their text; runs of one type become a span."""
    spans, at = list[Span](), 0
    for word, tag in rows:
        start = line.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        prefix, _, kind = tag.partition("-")
        if prefix == "I" and spans and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], offset + at, kind)
        elif prefix in {"B", "I"}:
            spans.append((offset + start, offset + at, kind))
    return [span for span in spans if span[2] in TYPES]


def ewt(root: Path) -> Iterator[Document]:
    """EWT dev with the names of Universal NER."""
    return universal(root / "ner_ewt" / "dev.iob2")


def wikigold(root: Path) -> Iterator[Document]:
    """Wikigold: encyclopaedia articles, which the reader was trained on (figures on it say nothing about new text)."""
    path = root / "ner_small" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    documents: list[list[list[tuple[str, str]]]] = [[[]]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-DOCSTART-"):
            documents.append([[]])
        elif line.strip():
            word, tag = line.rsplit(" ", 1)
            documents[-1][-1].append((word, tag))
        else:
            documents[-1].append([])
    for number, document in enumerate(documents):
        text, gold = "", list[Span]()
        for rows in filter(None, document):
            line = joined([word for word, _ in rows])
            gold += _spans(line, len(text), _begun(rows))
            text += line + "\n"
        if text:
            yield Document(f"wikigold-{number}", text, tuple(gold))


def _begun(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Turn IOB1 tags, which begin only where two names of a type touch, into IOB2."""
    before, begun = "O", list[tuple[str, str]]()
    for word, tag in rows:
        begins = tag.startswith("I-") and before[2:] != tag[2:]
        begun.append((word, "B" + tag[1:] if begins else tag))
        before = tag
    return begun


def joined(words: Iterable[str]) -> str:
    """Join tokens as they would be written."""
    text = ""
    for word in words:
        tight = not text or word in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_AFTER
        text += word if tight else " " + word
    return text


def meantime(root: Path, corpora: tuple[str, ...] = ("airbus", "apple")) -> Iterator[Document]:
    """MEANTIME's names in the sentences that it annotates (2 to 5: the first of the body)."""
    folder = root / "time_meantime" / "intra_cross-doc_annotation"
    for corpus in corpora:
        for path in sorted((folder / f"corpus_{corpus}").glob("*.xml")):
            yield _meantime(path)


def _meantime(path: Path) -> Document:
    tree = ET.parse(path).getroot()
    text, places, last = "", dict[str, tuple[int, int]](), ""
    for token in tree.iter("token"):
        sentence, word = token.get("sentence") or "", token.text or ""
        if sentence not in {"2", "3", "4", "5"}:
            continue
        if text and sentence != last:
            text += "\n"
        elif text and word not in _NO_SPACE_BEFORE and text[-1] not in _NO_SPACE_AFTER:
            text += " "
        places[token.get("t_id") or ""] = (len(text), len(text) + len(word))
        text, last = text + word, sentence
    kinds = {e.get("m_id"): _MEANTIME.get(e.get("ent_type") or "") for e in tree.iter("ENTITY")}
    told = {
        s.get("m_id"): kinds.get(t.get("m_id"))
        for r in tree.iter("REFERS_TO")
        for t in r.iter("target")
        for s in r.iter("source")
    }
    gold = list[Span]()
    for mention in tree.iter("ENTITY_MENTION"):
        kind = told.get(mention.get("m_id"))
        spans = [places[a.get("t_id") or ""] for a in mention.iter("token_anchor") if a.get("t_id") in places]
        if "NAM" in (mention.get("syntactic_type") or "") and kind and spans:
            gold.append((min(a for a, _ in spans), max(b for _, b in spans), kind))
    return Document(path.stem, text, tuple(sorted(gold)))
