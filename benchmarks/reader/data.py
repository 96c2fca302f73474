"""EWT's dev split as gold sentences: tags and trees of the treebank, names of Universal NER; and the peer's readings."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.corpora import Example
from training.scores import name_scores, parsing_scores, read_gold

from sayso.weights import Parse

PEER = Path(__file__).with_name("spacy_peer.py")


@dataclass(frozen=True)
class Gold:
    """The sentences to score on; the two sets are of the same text, and mostly have the same words."""

    trees: list[Example]
    names: list[Example]

    @property
    def sentences(self) -> list[tuple[str, ...]]:
        """The words of each, once, so that none is read twice nor counted twice in a rate."""
        return list(dict.fromkeys(tuple(example.words) for example in (*self.trees, *self.names)))

    @property
    def words(self) -> int:
        """How many words they have."""
        return sum(map(len, self.sentences))

    def scores(self, parses: Sequence[Parse]) -> dict[str, float]:
        """UPOS, XPOS, UAS and LAS of the trees, strict F1 of the names, in percent; a parse for each of `sentences`."""
        of = dict(zip(self.sentences, parses, strict=True))
        trees, names = ([of[tuple(example.words)] for example in examples] for examples in (self.trees, self.names))
        return parsing_scores(self.trees, trees) | name_scores(self.names, names)


def ewt(root: Path, every: int = 1) -> Gold:
    """EWT dev, each sentence or one in so many."""
    treebank, named = root / "treebank_ewt" / "dev.conllu", root / "ner_ewt" / "dev.iob2"
    return Gold(read_gold(treebank)[::every], read_gold(named)[::every])


def peer_parses(python: str, model: str, sentences: Sequence[Sequence[str]]) -> tuple[list[Parse], float]:
    """The parses of a spaCy pipeline, run by a Python that has spaCy, and the seconds of processor time they took."""
    lines = "\n".join(json.dumps({"words": words}) for words in sentences)
    command = [python, str(PEER), "read", model]
    *parses, seconds = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    rows = [{name: tuple(row) for name, row in json.loads(line).items()} for line in parses]
    return [Parse(**row) for row in rows], float(seconds)
