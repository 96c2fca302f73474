"""Evaluate a reader on a CoNLL-U or IOB2 file, given its words: the shipped model, or another that was exported.

    python -m training.evaluate FILE...                                  the model in src/sayso/weights
    python -m training.evaluate --model FOLDER FILE...   an exported model elsewhere, in full precision, say

A ``.conllu`` file is scored for tags and trees: relations without subtypes, punctuation counted, as in the CoNLL 2018
shared task with gold words. Any other file is scored for names: strict span F1 of the types PER, ORG and LOC, whatever
the file calls the others. A ``.jsonl`` file that ``prepare`` wrote is scored for both.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from sayso.weights import READER
from sayso.weights.reader import Reader, read_model
from training.scores import name_scores, parsing_scores, read_gold
from training.settings import WEIGHTS


def evaluate(reader: Reader, path: Path) -> str:
    """Scores and speed on a file, in a line."""
    gold = read_gold(path)
    started = time.process_time()
    parses = reader.parse([example.words for example in gold])
    seconds = time.process_time() - started
    scores = parsing_scores(gold, parses) | name_scores(gold, parses)
    words = sum(len(example.words) for example in gold)
    figures = "  ".join(f"{name} {value:.2f}" for name, value in scores.items())
    return f"{path.name}: {figures}  ({len(gold)} sentences, {words} words, {words / seconds:.0f} words/s)"


def main() -> None:
    """Evaluate on the files named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, default=WEIGHTS / READER, help="folder of an exported model")
    arguments = parser.parse_args()
    reader = read_model(arguments.model)
    for path in arguments.files:
        print(evaluate(reader, path), flush=True)


if __name__ == "__main__":
    main()
