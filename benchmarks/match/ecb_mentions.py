"""ECB+ as articles with their gold event mentions, read from where `SAYSO_DATA` points.

The usual setting (Cybulska and Vossen 2015): events are the action mentions and their negated kin, in the sentences that the
annotators checked; a mention without a chain is one of its own, and one that is marked as coreferent within its document
alone is of that document's chain.
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.records import Article

_TIGHT = re.compile(r"[.,;:!?%)\]]+|'s|’s|n't|n’t|''|'|”|’(?:re|ve|ll|d|m)?")
_OPENING = ("(", "[", "$", "€", "£", "``", "“")


@dataclass(frozen=True)
class Mention:
    """Code points of an event's words, and the chain of all mentions of that event."""

    article_id: str
    start: int
    end: int
    chain: str


@dataclass(frozen=True)
class Document:
    """An article with its mentions; `topic` is 1 to 45, `subtopic` one of its two happenings."""

    article: Article
    topic: str
    subtopic: str
    mentions: tuple[Mention, ...]


def documents(root: Path, topics: Iterable[int] = range(1, 36)) -> Iterator[Document]:
    """The documents of these topics, in order of their names."""
    wanted = {str(topic) for topic in topics}
    with tarfile.open(root / "events_ecb.tar.xz") as archive:
        members = {m.name: archive.extractfile(m) for m in archive.getmembers() if m.isfile()}
        listed = members["events_ecb/ECBplus_coreference_sentences.csv"]
        assert listed
        rows = csv.DictReader(io.TextIOWrapper(listed, "utf-8"))
        checked = {(f"{row['Topic']}_{row['File']}", row["Sentence Number"]) for row in rows}
        for name in sorted(members):
            if name.endswith(".xml") and name.split("/")[-2] in wanted:
                opened = members[name]
                assert opened
                yield _document(Path(name).stem, ElementTree.parse(opened).getroot(), checked)


def _document(name: str, root: ElementTree.Element, checked: set[tuple[str, str]]) -> Document:
    text, places, sentence_of = _running_text(root)
    chain = _chains(name, root)
    mentions = []
    for marked in root.find("Markables") or ():
        tokens = [a.get("t_id") or "" for a in marked.iter("token_anchor")]
        event = marked.tag.startswith(("ACTION", "NEG"))
        if event and tokens and (name, sentence_of[tokens[0]]) in checked:
            spans = [places[t] for t in tokens]
            label = chain.get(marked.get("m_id") or "", f"{name} {marked.get('m_id')}")
            mentions.append(Mention(name, min(a for a, _ in spans), max(b for _, b in spans), label))
    topic = name.split("_")[0]
    subtopic = f"{topic} {'ecbplus' if name.endswith('plus') else 'ecb'}"
    return Document(Article(id=name, input="ecb", text=text, language="en"), topic, subtopic, tuple(mentions))


def _chains(name: str, root: ElementTree.Element) -> dict[str, str]:
    """The chain of each mention that has one: across documents by its instance, within one by its target."""
    found = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        label = (
            relation.get("note") or f"{name} to {target.get('m_id') if target is not None else relation.get('r_id')}"
        )
        if relation.tag == "INTRA_DOC_COREF":
            label = f"{name} within {relation.get('r_id')}"
        for source in relation.iter("source"):
            found[source.get("m_id") or ""] = label
    return found


def _running_text(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]], dict[str, str]]:
    """The tokens joined as running text, a sentence a line; where each token stands, and in which sentence."""
    text, places, sentence_of, last = "", dict[str, tuple[int, int]](), dict[str, str](), None
    for token in root.iter("token"):
        sentence, word = token.get("sentence") or "0", token.text or ""
        if last is not None and sentence != last:
            text += "\n"
        elif text and not _TIGHT.fullmatch(word) and not text.endswith(_OPENING):
            text += " "
        places[token.get("t_id") or ""] = (len(text), len(text) + len(word))
        sentence_of[token.get("t_id") or ""] = sentence
        text += word
        last = sentence
    return text, places, sentence_of
