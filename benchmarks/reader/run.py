"""The reader's speed beside a spaCy pipeline's, in one run, by processor time.

    python benchmarks/reader/run.py                 ours: tokens a second, sentences of EWT dev
    python benchmarks/reader/run.py --spacy MODEL --python PYTHON    with a pipeline that PYTHON's spaCy loads

Train the pipeline with `spacy convert` of EWT's CoNLL-U and Universal NER's IOB2, `spacy init config --pipeline
tagger,parser,ner --optimize efficiency`, and `spacy train`; it is no dependency of ours.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator

from sayso.settings import data_dir
from sayso.weights import load_reader

# Runs in the peer's own Python: reads sentences of words from stdin, and prints tokens and seconds.
_PEER = """
import sys, time, spacy
from spacy.tokens import Doc
nlp = spacy.load(sys.argv[1])
docs = [Doc(nlp.vocab, words=line.split()) for line in sys.stdin if line.strip()]
list(nlp.pipe(docs[:50]))
docs = [Doc(nlp.vocab, words=[t.text for t in doc]) for doc in docs]
begin = time.process_time()
list(nlp.pipe(docs))
print(sum(map(len, docs)), time.process_time() - begin)
"""


def sentences() -> Iterator[list[str]]:
    """The words of EWT dev, a sentence each."""
    words = list[str]()
    for line in (data_dir() / "ner_ewt" / "dev.iob2").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words.append(line.split("\t")[1])
        elif words:
            yield words
            words = []
    if words:
        yield words


def ours(texts: list[list[str]]) -> tuple[int, float]:
    """Tokens and seconds of processor time of the shipped reader."""
    reader = load_reader()
    reader.parse(texts[:50])
    begin = time.process_time()
    reader.parse(texts)
    return sum(map(len, texts)), time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", metavar="MODEL", help="a trained spaCy pipeline")
    parser.add_argument("--python", default=sys.executable, help="a Python that has spaCy")
    options = parser.parse_args()
    texts = list(sentences())
    rows = {"sayso": ours(texts)}
    if options.spacy:
        lines = "\n".join(" ".join(words) for words in texts)
        command = [options.python, "-c", _PEER, options.spacy]
        tokens, seconds = subprocess.run(
            command, input=lines, capture_output=True, text=True, check=True
        ).stdout.split()
        rows["spacy"] = (int(tokens), float(seconds))
    for name, (tokens, seconds) in rows.items():
        print(f"{name:8} {tokens / seconds:10,.0f} tokens a second of processor time")


if __name__ == "__main__":
    main()
