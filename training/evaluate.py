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
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from sayso.weights import READER
from sayso.weights.reader import Labels as ReaderLabels
from sayso.weights.reader import Parse, Reader, read_model
from training import corpora
from training.prepare import Labels, read_examples
from training.settings import WEIGHTS, load_settings
from training.train import load_network

SCORED_KINDS = ("PER", "ORG", "LOC")
"""The types that all corpora of names share."""


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


def read_gold(path: Path) -> list[corpora.Example]:
    """The sentences of a file to score."""
    if path.suffix == ".jsonl":
        return read_examples(path)
    if path.suffix == ".conllu":
        return [example for _, example, _ in corpora.treebank(path)]
    return [
        corpora.Example(words=words, entities=corpora.begin_names(tags)) for _, words, tags in corpora.entity_rows(path)
    ]


def parsing_scores(gold: Sequence[corpora.Example], parses: Sequence[Parse]) -> dict[str, float]:
    """Percentages of words with the right tags, head, and head with relation."""
    right = dict.fromkeys(("UPOS", "XPOS", "UAS", "LAS", "LAS+subtype"), 0)
    words = 0
    for example, parse in zip(gold, parses, strict=True):
        if not example.heads:
            continue
        words += len(example.words)
        heads = [head + 1 for head in parse.heads]
        for place in range(len(example.words)):
            attached = heads[place] == example.heads[place]
            relation, expected = parse.deprels[place], example.deprels[place]
            right["UPOS"] += parse.upos[place] == example.upos[place]
            right["XPOS"] += parse.xpos[place] == example.xpos[place]
            right["UAS"] += attached
            right["LAS"] += attached and relation.split(":")[0] == expected.split(":")[0]
            right["LAS+subtype"] += attached and relation == expected
    return {name: 100 * count / words for name, count in right.items()} if words else {}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names of a row of BIO tags as (first word, word after the last, type)."""
    found = set()
    start = 0
    for place, tag in enumerate([*tags, "O"]):
        if place and tags[place - 1] != "O" and (tag == "O" or tag[0] == "B" or tag[2:] != tags[place - 1][2:]):
            found.add((start, place, tags[place - 1][2:]))
        if tag[0] == "B":
            start = place
    return found


def name_scores(gold: Sequence[corpora.Example], parses: Sequence[Parse]) -> dict[str, float]:
    """Strict precision, recall and F1 over ``SCORED_KINDS``, and the F1 of each, in percent."""
    counts = {kind: np.zeros(3) for kind in SCORED_KINDS}  # right, found, expected
    for example, parse in zip(gold, parses, strict=True):
        expected, found = spans(example.entities) if example.entities else set(), spans(parse.ner)
        found = {span for span in found if span in expected or not _is_open(example.entities[span[0] : span[1]])}
        if example.entities:
            for kind, count in counts.items():
                of_kind = ({span for span in some if span[2] == kind} for some in (found & expected, found, expected))
                count += [len(some) for some in of_kind]
    total = np.sum(list(counts.values()), axis=0)
    if not total[2]:
        return {}
    scores = {"P": 100 * total[0] / max(total[1], 1), "R": 100 * total[0] / total[2], "F1": _f1(total)}
    return scores | {f"F1 {kind}": _f1(count) for kind, count in counts.items()}


def _is_open(patterns: Sequence[str]) -> bool:
    """Whether a corpus leaves open what these words are, so that a name found there is neither right nor wrong."""
    return any(pattern == corpora.ANY or "/" in pattern for pattern in patterns)


def _f1(count: np.ndarray) -> float:
    return float(200 * count[0] / max(count[1] + count[2], 1))


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
