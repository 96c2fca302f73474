"""The reader on EWT dev beside a spaCy pipeline trained on the same data, in one run: tags, trees, names, words a second.

    python benchmarks/reader/run.py                             ours, and what others have published
    python benchmarks/reader/run.py --spacy PYTHON MODEL        with the pipeline that train_peer.py has trained
    python benchmarks/reader/run.py --exact FOLDER              with our reader before it was quantised

Words are given, and so are sentences. Scores are those of training/scores.py: relations without subtypes, names as strict
spans of PER, ORG and LOC. Words a second are of processor time, one thread, after a first pass. FOLDER comes from
`python -m training.export reader training/small.toml --quantisation none --to FOLDER`, and needs a trained checkpoint.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
sys.path.insert(0, str(Path(__file__).resolve().parent))

from data import Gold, ewt, peer_parses

from sayso.settings import data_dir
from sayso.weights import Reader, load_reader
from sayso.weights.reader import read_model

COLUMNS = ("UPOS", "XPOS", "UAS", "LAS", "F1", "F1 PER", "F1 ORG", "F1 LOC")
PUBLISHED = {
    # huggingface.co/explosion/en_udv25_englishewt_trf: its card; EWT 2.5 test, from plain text
    "spaCy trf (RoBERTa-base)": {"UPOS": 96.9, "XPOS": 96.4, "UAS": 91.9, "LAS": 89.4},
    # Mayhew et al. 2024, https://arxiv.org/abs/2311.09122: UNER English-EWT test, trained on its train split alone
    "XLM-RoBERTa-large": {"F1": 86.0},
    # huggingface.co/spacy/en_core_web_sm, 3.7: its card; OntoNotes, so that neither labels nor texts are EWT's
    "spaCy en_core_web_sm": {"XPOS": 97.2, "UAS": 91.8, "LAS": 89.9, "F1": 84.6},
}


def ours(reader: Reader, gold: Gold) -> tuple[dict[str, float], float]:
    """Scores and words a second of one of our readers."""
    parses = reader.parse(gold.sentences)
    begin = time.process_time()
    reader.parse(gold.sentences)
    return gold.scores(parses), gold.words / (time.process_time() - begin)


def spacy(python: str, model: str, gold: Gold) -> tuple[dict[str, float], float]:
    """Scores and words a second of the peer."""
    parses, seconds = peer_parses(python, model, gold.sentences)
    return gold.scores(parses), gold.words / seconds


def row(name: str, scores: dict[str, float], rate: float | None = None) -> None:
    cells = " ".join(f"{scores[column]:7.2f}" if column in scores else "      –" for column in COLUMNS)
    print(f"{name:34}{cells}{f'{rate:10,.0f}' if rate else ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", nargs=2, metavar=("PYTHON", "MODEL"), help="a Python with spaCy, and its pipeline")
    parser.add_argument("--exact", type=Path, metavar="FOLDER", help="our reader before it was quantised")
    options = parser.parse_args()
    gold = ewt(data_dir())
    print(f"{'EWT dev':34}" + " ".join(f"{column:>7}" for column in COLUMNS) + "   words/s")
    row("sayso, as shipped", *ours(load_reader(), gold))
    if options.exact:
        row("sayso, 32-bit", *ours(read_model(options.exact), gold))
    if options.spacy:
        row("spaCy CNN, the same training data", *spacy(*options.spacy, gold))
    print("published, on other texts (see PUBLISHED):")
    for name, scores in PUBLISHED.items():
        row(f"  {name}", scores)


if __name__ == "__main__":
    main()
