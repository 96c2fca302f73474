"""Evaluate a reader on a CoNLL-U or IOB2 file, given its words: the shipped model, or a run's last checkpoint.

    python -m training.evaluate FILE...                                  the model in src/sayso/weights
    python -m training.evaluate --model FOLDER FILE...                   an exported model elsewhere
    python -m training.evaluate --torch training/reader.toml FILE...     a checkpoint, in full precision

A ``.conllu`` file is scored for tags and trees: relations without subtypes, punctuation counted, as in the CoNLL 2018
shared task with gold words. Any other file is scored for names: strict span F1 of the types PER, ORG and LOC, whatever
the file calls the others. A ``.jsonl`` file that ``prepare`` wrote is scored for both.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import msgspec
import numpy as np
import torch

from sayso.weights import READER
from sayso.weights.reader import Labels as ReaderLabels
from sayso.weights.reader import Reader, read_model
from training.prepare import Labels
from training.scores import name_scores, parsing_scores, read_gold
from training.settings import WEIGHTS, load_settings
from training.train import load_network


class TorchSession:
    """A checkpoint in the place of an ONNX session, so that both are decoded and scored by the same code."""

    def __init__(self, settings_path: Path) -> None:
        settings = load_settings(settings_path)
        self.folder = settings.run.path
        self.labels = msgspec.json.decode((self.folder / "labels.json").read_bytes(), type=Labels)
        self.network = load_network(settings, self.labels, self.folder / "checkpoint.pt")

    def run(self, _: None, feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
        """The outputs of the reader's ONNX graph."""
        with torch.inference_mode():
            tensors = [torch.from_numpy(feeds[name]) for name in ("pieces", "shapes", "starts")]
            outputs = [tensor.numpy() for tensor in self.network(*tensors)]
        relation = self.network.relation
        return [*outputs, relation.weight.detach().numpy().T, relation.bias.detach().numpy()]

    def reader(self) -> Reader:
        """A reader on this checkpoint."""
        labels = msgspec.convert(msgspec.to_builtins(self.labels), ReaderLabels)
        return Reader(self, (self.folder / "tokenizer.json").read_bytes(), labels)  # type: ignore[arg-type]


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
    parser.add_argument("--torch", type=Path, metavar="SETTINGS", help="score this run's last checkpoint instead")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    reader = TorchSession(arguments.torch).reader() if arguments.torch else read_model(arguments.model)
    for path in arguments.files:
        print(evaluate(reader, path), flush=True)


if __name__ == "__main__":
    main()
