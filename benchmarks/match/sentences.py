"""Open sentences to distort: of two treebanks with their trees, of MEANTIME without, and some of our own.

Nothing of them is kept in the repository: they are read from where `SAYSO_DATA` points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from sayso.extract.parse import parse
from sayso.extract.tokens import split

_LEAST, _MOST = 7, 32  # words; shorter ones say little, longer ones are rarely compared whole
_GENRES = ("newsgroup", "weblog", "news", "bio", "interview", "voyage", "email")


@dataclass(frozen=True)
class Word:
    """A word of a tree; `head` is an index, -1 for the root."""

    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space: bool


Sentence = tuple[Word, ...]


def said(words: Iterable[Word]) -> str:
    """The sentence as text, its first letter a capital."""
    text = "".join(w.text + (" " if w.space else "") for w in words).strip()
    return text[:1].upper() + text[1:]


def conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of one CoNLL-U file that are whole statements."""
    block: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line:
            block.append(line)
            continue
        words = _words(block)
        if words and _statement(words):
            yield words
        block = []


def _words(block: list[str]) -> Sentence:
    rows, glued, ends = [], {}, set()
    for line in block:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if "-" in cells[0]:  # a contraction written as one: its parts stand without a space between them
            first, last = map(int, cells[0].split("-"))
            ends |= set(range(first, last))
            glued[last] = "SpaceAfter=No" not in cells[9]
        elif "." not in cells[0]:
            rows.append(cells)
    return tuple(
        Word(
            c[1], c[2], c[3], c[4], int(c[6]) - 1, c[7],
            False if int(c[0]) in ends else glued.get(int(c[0]), "SpaceAfter=No" not in c[9]),
        )
        for c in rows
    )  # fmt: skip


def _statement(words: Sentence) -> bool:
    """Whether it has a finite predicate and a subject, begins with a capital, ends with a full stop, and quotes nothing."""
    root = next((i for i, w in enumerate(words) if w.head < 0), None)
    if root is None or not _LEAST <= len(words) <= _MOST or words[-1].text != "." or not words[0].text[:1].isupper():
        return False
    if any(w.text in {'"', "“", "”", "''", "``", "(", ":", ";", "?"} or "@" in w.text for w in words):
        return False
    finite = words[root].xpos in {"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"} or any(
        w.head == root and w.deprel == "cop" for w in words
    )
    subject = [w for w in words if w.head == root and w.deprel.startswith("nsubj")]
    return finite and bool(subject) and subject[0].upos in {"NOUN", "PROPN"}


def treebank(root: Path) -> Iterator[Sentence]:
    """News, weblogs and newsgroups of UD English-EWT."""
    yield from conllu(root / "treebank_ewt/dev.conllu")


def gum(root: Path) -> Iterator[Sentence]:
    """News, biographies, interviews and travel of GUM."""
    for path in sorted((root / "gum/dep").glob("*.conllu")):
        if path.stem.split("_")[1] in _GENRES:
            yield from conllu(path)


def meantime(root: Path) -> Iterator[Sentence]:
    """Wikinews of MEANTIME, its trees by our own reader."""
    for path in sorted((root / "time_meantime/intra-doc_annotation").glob("*/*.xml")):
        rows: dict[str, list[str]] = {}
        for token in ElementTree.parse(path).iter("token"):
            rows.setdefault(token.get("sentence", ""), []).append(token.text or "")
        for words in list(rows.values())[2:]:  # headline and dateline
            yield from read(_joined(words))


def _joined(words: list[str]) -> str:
    text = ""
    for i, word in enumerate(words):
        tight = word in {".", ",", "'s", "%", "n't", "’s"} or (i and words[i - 1] in {"$", "£", "€"})
        text += word if tight or not text else " " + word
    return text


def read(text: str) -> Iterator[Sentence]:
    """Sentences of a text, with trees by our own reader."""
    for s in parse(split(text)):
        words = tuple(
            Word(t.text, t.lemma, t.upos, t.xpos, t.head, t.deprel, text[t.end : t.end + 1].isspace()) for t in s.tokens
        )
        words = (*words[:-1], replace(words[-1], space=False)) if words else words
        if words and _statement(words):
            yield words


OWN = """\
Norvik delivered 31 ferries to the port of Oban in 2030.
Ferro said on Monday that it sold 12,500 vans in the first quarter of 2031.
Ann Roe was elected mayor of Hamburg in May 2029.
The company will invest $2.4 billion in a new yard in Norway.
Shares in Ferro rose 5 percent on Friday.
Three people were killed when a Tern 40 hit a bridge near Lisbon on Tuesday.
The court rejected the appeal by Bela Marsh in March.
Norvik bought Ferro for 3 million euros in July 2028.
The ministry confirmed that the bridge was closed on Sunday.
Ann Roe met Tomas Lind in Geneva on 4 June 2030.
The fire destroyed 40 houses in the north of Portugal.
Unemployment fell to 6.2 percent in April from 6.8 percent in March.
The Skarv 60 has a range of 410 kilometres.
Most workers at the yard accepted the offer.
The chief executive of Norvik, Carl Berg, resigned on Wednesday.
The team won the cup for the second time in 2027.
Ferro opened a plant in Poland that employs 900 people.
Bela Marsh, 44, was released from prison in Madrid last week.
At least 15 miners survived the explosion.
The government approved the plan to build 2,000 homes in Leeds.
Temperatures reached 41 degrees Celsius in Seville on 3 August.
Norvik hired Tomas Lind as its chief engineer in January.
The storm left 20,000 homes without power in Ireland.
Ferro supplied the engines for the Skarv 60.
The university found that 60 percent of patients recovered within two weeks.
The rebels captured the town of Adra before the ceasefire.
The president signed the treaty in Vienna after talks with Japan.
Ferro denied that it had sold data to Norvik.
The police arrested two men in Cork on Saturday.
Oil exports from Angola increased by 12 percent in 2026.
"""


def own() -> Iterator[Sentence]:
    """Sentences of our own, about firms and people that we made up."""
    for line in OWN.splitlines():
        yield from read(line)
