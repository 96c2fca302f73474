"""Examples to batches of tensors: noise in case and quotation marks, word pieces, labels, order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from sayso.weights.pieces import END, PAD, START
from training.corpora import BIO_TAGS, Example, entity_tags
from training.invented import common_words, with_invented_names
from training.prepare import Labels
from training.settings import Noise

IGNORED = -100
MAX_PIECES = 256
"""Longer training sentences are left out: three in the treebanks, lists rather than sentences."""

Splitter = Callable[[str], tuple[tuple[int, ...], int]]
_CURLY = {"'": "’", "''": "”", "``": "“", '"': "”"}


class Batch(NamedTuple):
    """Inputs and labels of B sentences; a label is ``IGNORED`` where a corpus has none."""

    pieces: Tensor  # (B, T)
    shapes: Tensor  # (B, T)
    starts: Tensor  # (B, W)
    word_mask: Tensor  # (B, W) bool
    upos: Tensor  # (B, W)
    xpos: Tensor
    heads: Tensor  # 0 for the root
    deprels: Tensor
    entities: Tensor  # (B, W, tags) bool: which tags are right; none for padding


def with_noise(words: Sequence[str], rng: random.Random, noise: Noise) -> list[str]:
    """Words as another desk would have typed them: in capitals, headline case or lower case, with curly quotes."""
    words = list(words)
    if rng.random() < noise.case:
        change = rng.choice([str.upper, str.lower, lambda word: word[:1].upper() + word[1:]])
        words = [change(word) for word in words]
    if rng.random() < noise.quotes:
        opened = False
        for position, word in enumerate(words):
            if word == '"':
                words[position], opened = ("”" if opened else "“"), not opened
            elif word in _CURLY or "'" in word:
                words[position] = _CURLY.get(word, word.replace("'", "’"))
    return words


class Encoded(NamedTuple):
    """One example's ids, ready to be padded."""

    pieces: list[int]
    shapes: list[int]
    starts: list[int]
    example: Example


def encode(example: Example, words: Sequence[str], split: Splitter) -> Encoded:
    """Word pieces, shapes and places of first pieces of an example, shown as ``words``."""
    pieces, shapes, starts = [START], [0], []
    for word in words:
        ids, shape = split(word)
        starts.append(len(pieces))
        pieces += ids
        shapes += [shape] * len(ids)
    return Encoded([*pieces, END], [*shapes, 0], starts, example)


class Batcher:
    """Makes batches, in an order that depends on nothing but the seed and the epoch."""

    def __init__(self, split: Splitter, labels: Labels, batch_pieces: int) -> None:
        self.split = split
        self.batch_pieces = batch_pieces
        self.ids = {
            layer: {label: place for place, label in enumerate(getattr(labels, layer))}
            for layer in ("upos", "xpos", "deprels")
        }

    def encode(self, example: Example) -> Encoded:
        """An example as it was typed."""
        return encode(example, example.words, self.split)

    def epoch(self, examples: Sequence[Example], seed: int, epoch: int, noise: Noise) -> list[list[Encoded]]:
        """One epoch's batches, of sentences of like length, in random order."""
        rng = random.Random(f"{seed} {epoch}")
        common = common_words(examples)
        shown = []
        for example in examples:
            words = with_invented_names(example, common, rng, noise.names)
            shown.append(encode(example, with_noise(words, rng, noise), self.split))
        shown = [encoded for encoded in shown if len(encoded.pieces) <= MAX_PIECES]
        shown.sort(key=lambda encoded: len(encoded.pieces) + rng.random() * 4)
        batches = list(self.fill(shown))
        rng.shuffle(batches)
        return batches

    def fill(self, shown: Sequence[Encoded]) -> Iterator[list[Encoded]]:
        """Cut a sequence into batches of at most ``batch_pieces`` padded pieces."""
        batch: list[Encoded] = []
        longest = 0
        for encoded in shown:
            longest = max(longest, len(encoded.pieces))
            if batch and longest * (len(batch) + 1) > self.batch_pieces:
                yield batch
                batch, longest = [], len(encoded.pieces)
            batch.append(encoded)
        if batch:
            yield batch

    def tensors(self, batch: Sequence[Encoded]) -> Batch:
        """Pad a batch."""
        height, width = len(batch), max(len(encoded.pieces) for encoded in batch)
        words = max(len(encoded.starts) for encoded in batch)
        pieces = np.full((height, width), PAD, np.int64)
        shapes = np.zeros((height, width), np.int64)
        starts = np.zeros((height, words), np.int64)
        mask = np.zeros((height, words), bool)
        layers = {name: np.full((height, words), IGNORED, np.int64) for name in ("upos", "xpos", "heads", "deprels")}
        entities = np.zeros((height, words, len(BIO_TAGS)), bool)
        for row, (row_pieces, row_shapes, row_starts, example) in enumerate(batch):
            pieces[row, : len(row_pieces)] = row_pieces
            shapes[row, : len(row_shapes)] = row_shapes
            count = len(row_starts)
            starts[row, :count] = row_starts
            mask[row, :count] = True
            for name, ids in self.ids.items():
                values = getattr(example, name)
                if values:
                    layers[name][row, :count] = [ids.get(value, IGNORED) for value in values]
            if example.heads:
                layers["heads"][row, :count] = example.heads
            for place, pattern in enumerate(example.entities):
                entities[row, place, _allowed(pattern)] = True
        rest = {name: torch.from_numpy(array) for name, array in layers.items()}
        return Batch(
            pieces=torch.from_numpy(pieces),
            shapes=torch.from_numpy(shapes),
            starts=torch.from_numpy(starts),
            word_mask=torch.from_numpy(mask),
            entities=torch.from_numpy(entities),
            **rest,
        )


_ALLOWED: dict[str, list[int]] = {}


def _allowed(pattern: str) -> list[int]:
    if pattern not in _ALLOWED:
        _ALLOWED[pattern] = [BIO_TAGS.index(tag) for tag in entity_tags(pattern)]
    return _ALLOWED[pattern]
