"""Prepare: corpora → one JSONL file of examples a split, the label sets, and the initial weights.

python -m training.prepare training/reader.toml
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import msgspec

from training import corpora
from training.settings import Settings, data_folder, load_settings


class Labels(msgspec.Struct, frozen=True):
    """The label sets of the reader's heads; a label's id is its place."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    entities: list[str]


def write_examples(path: Path, examples: Iterable[corpora.Example]) -> int:
    """Write examples, one a line; returns how many."""
    lines = [msgspec.json.encode(example) for example in examples]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return len(lines)


def read_examples(path: Path) -> list[corpora.Example]:
    """Read what ``write_examples`` wrote."""
    return [msgspec.json.decode(line, type=corpora.Example) for line in path.read_bytes().splitlines()]


def collect_labels(examples: list[corpora.Example]) -> Labels:
    """The labels that occur in the examples, in alphabetical order, and all BIO tags."""
    return Labels(
        upos=sorted({label for example in examples for label in example.upos}),
        xpos=sorted({label for example in examples for label in example.xpos}),
        deprels=sorted({label for example in examples for label in example.deprels}),
        entities=list(corpora.BIO_TAGS),
    )


def train_corpora(settings: Settings, data: Path) -> dict[str, list[corpora.Example]]:
    """The examples of each corpus in one epoch, as often as the settings say."""
    sources = {
        "ewt": corpora.english_web_treebank(data, "train"),
        "gum": corpora.gum(data, "train"),
        "wikigold": corpora.wikigold(data),
        "wnut17": corpora.wnut17(data),
        "broad_twitter": corpora.broad_twitter(data),
        "meantime": corpora.meantime(data),
        "fm2": corpora.fool_me_twice(data),
    }
    return {name: list(sources[name]) * times for name, times in settings.prepare.items() if times}


def main() -> None:
    """Prepare a run's folder."""
    from training.initial import fetch_initial_weights  # needs torch, which whoever wants examples alone does not

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    settings = load_settings(parser.parse_args().settings)
    data, folder = data_folder(), settings.run.path
    train: list[corpora.Example] = []
    for name, examples in train_corpora(settings, data).items():
        train += examples
        print(f"{name}: {len(examples)} sentences, {sum(len(example.words) for example in examples)} words")
    write_examples(folder / "train.jsonl", train)
    write_examples(folder / "dev_ewt.jsonl", corpora.english_web_treebank(data, "dev"))
    write_examples(folder / "dev_gum.jsonl", corpora.gum(data, "dev"))
    (folder / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(collect_labels(train))))
    fetch_initial_weights(folder)


if __name__ == "__main__":
    main()
