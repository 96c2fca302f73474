"""MEANTIME's files as running text, for the benchmarks that score on it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator
from pathlib import Path

FOLDER = "time_meantime/intra_cross-doc_annotation"
_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}") | {"'s", "''", "n't", "’s"}
_NO_SPACE_AFTER = ("(", "$", "€", "£", "``")


def files(root: Path, corpora: Collection[str]) -> Iterator[Path]:
    """The files of these corpora, in order."""
    for corpus in corpora:
        yield from sorted((root / FOLDER / f"corpus_{corpus}").glob("*.xml"))


def running_text(tree: ET.Element, sentences: Collection[int]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The tokens of these sentences joined, a sentence a paragraph, and where each token stands."""
    text, places, last = "", dict[str, tuple[int, int]](), None
    for token in tree.iter("token"):
        sentence, word = int(token.get("sentence") or 0), token.text or ""
        if sentence not in sentences:
            continue
        if last is not None and sentence != last:
            text += "\n\n"
        elif text and word not in _NO_SPACE_BEFORE and not text.endswith(_NO_SPACE_AFTER):
            text += " "
        places[token.get("t_id") or ""] = (len(text), len(text) + len(word))
        text += word
        last = sentence
    return text, places
