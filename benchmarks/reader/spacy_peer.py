"""The spaCy peer, run in a Python that has spaCy (and nothing of ours).

    PYTHON spacy_peer.py convert EXAMPLES.jsonl DOCS.spacy       examples to what `spacy train` reads
    PYTHON spacy_peer.py read MODEL < sentences.jsonl            parses, one a line, and the seconds they took, last

An example or sentence is a JSON object a line with `words` and, to train on, `upos`, `xpos`, `heads`, `deprels`, `entities`.
The seconds are processor time of reading all sentences once more, after they were read for their parses.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin


def annotated(vocab: Any, example: dict[str, list[Any]]) -> Any:
    """One example as a Doc; a layer that it does not have stays unset, and is not learned from."""
    words = example["words"]
    heads = [place if head == 0 else head - 1 for place, head in enumerate(example.get("heads", []))]
    return Doc(
        vocab,
        words=words,
        pos=example.get("upos") or None,
        tags=example.get("xpos") or None,
        heads=heads or None,
        deps=["ROOT" if name == "root" else name for name in example.get("deprels", [])] or None,
        ents=example.get("entities") or None,
    )


def convert(examples: Path, target: Path) -> None:
    """Write a file of examples as spaCy's binary one."""
    vocab = spacy.blank("en").vocab
    docs = [annotated(vocab, json.loads(line)) for line in examples.read_text(encoding="utf-8").splitlines()]
    DocBin(attrs=["TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"], docs=docs).to_disk(target)


def whole(vocab: Any, words: list[str]) -> Any:
    """Words as one sentence: the peer is told where it begins and ends, as ours is."""
    return Doc(vocab, words=words, sent_starts=[place == 0 for place in range(len(words))])


def read(model: str) -> None:
    """Parse the sentences of stdin."""
    nlp = spacy.load(model)
    texts = [json.loads(line)["words"] for line in sys.stdin]
    for doc in nlp.pipe([whole(nlp.vocab, words) for words in texts]):
        parse = {
            "upos": [token.pos_ for token in doc],
            "xpos": [token.tag_ for token in doc],
            "heads": [-1 if token.head is token or token.head.i == token.i else token.head.i for token in doc],
            "deprels": ["root" if token.dep_ == "ROOT" else token.dep_ for token in doc],
            "ner": [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
        }
        print(json.dumps(parse))
    docs = [whole(nlp.vocab, words) for words in texts]
    begin = time.process_time()
    for _ in nlp.pipe(docs):
        pass
    print(time.process_time() - begin)


if __name__ == "__main__":
    if sys.argv[1] == "convert":
        convert(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        read(sys.argv[2])
