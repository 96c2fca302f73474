"""What words say in their sentences: the vectors of the sentence encoder, as a lesson for the reader.

    python -m training.meaning training/small.toml

The encoder's states of a word's pieces are averaged and brought down to a few numbers that keep most of the products
between them: the first eigenvectors of their second moment. As run time weighs the words of a passage by how rare they
are (`sayso.match.vectors`), so do the moment and the losses.

While the reader is distilled, a linear map of a few of its states learns them, so that its states go on telling them. The
map that ships is fitted afterwards, in closed form, to all its states as they are in the end.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.weights.pieces import tokenizer_of, word_splitter
from training.batches import MAX_PIECES, Batcher, Encoded
from training.corpora import Example
from training.initial import read_safetensors
from training.network import HIDDEN, Encoder
from training.prepare import Labels
from training.settings import load_settings
from training.train import load_network, read_examples

VECTORS = "vectors.npz"
"""The map, in the run's folder beside its checkpoint."""

RARITY = 1.5
JUDGED = 60
"""Batches by which the numbers to keep are chosen."""

FITTED = 12_000
"""Sentences that the map is fitted to: 250,000 words."""
PENALTY = 1e-4
"""Of the map's squared weights, as a share of the states' mean square."""

Array = NDArray[np.float32]


class Meaning:
    """The lessons of an encoder that stays as it is, in vectors of `size` numbers."""

    def __init__(self, initial: Path, batcher: Batcher, examples: Sequence[Example], size: int) -> None:
        self.batcher = batcher
        self.encoder = Encoder(0.0, shaped=False).eval()
        self.encoder.load_initial(read_safetensors(initial))
        frequency = Counter(word for example in examples for word in {word.lower() for word in example.words})
        self.rarity = {word: math.log((len(examples) + 1) / count) ** RARITY for word, count in frequency.items()}
        self.basis = np.eye(HIDDEN, dtype=np.float32)
        encoded = [batcher.encode(example) for example in examples[:: max(1, len(examples) // (JUDGED * 40))]]
        moment = np.zeros((HIDDEN, HIDDEN))
        for batch in list(batcher.fill(encoded))[:JUDGED]:
            for one, vectors in zip(batch, self.read(batch), strict=True):
                moment += (vectors * self.weights(one)[:, None]).T @ vectors
        self.basis = np.linalg.eigh(moment)[1][:, : -size - 1 : -1].astype(np.float32)

    def weights(self, encoded: Encoded) -> Array:
        """How much each word of a sentence counts (W,): its rarity among the sentences, for each of its pieces."""
        rarity = [self.rarity[word.lower()] for word in encoded.example.words]
        return np.array(rarity, np.float32) * _sizes(encoded)

    def read(self, batch: Sequence[Encoded]) -> list[Array]:
        """The vectors (W, size) of the words of each sentence."""
        tensors = self.batcher.tensors(batch)
        with torch.inference_mode():
            states = self.encoder.of_pieces(tensors.pieces).numpy()
        found = []
        for row, one in enumerate(batch):
            sums = np.add.reduceat(states[row, : len(one.pieces) - 1], one.starts, axis=0)
            found.append((sums / _sizes(one)[:, None]) @ self.basis)
        return found


def unlike(said: Tensor, taught: Tensor, weights: Tensor) -> Tensor:
    """Mean square distance of vectors (B, W, size), words weighed (B, W), as a share of the lessons' mean square."""
    distances, sizes = (said - taught).square().sum(-1), taught.square().sum(-1)
    return (weights * distances).sum() / (weights * sizes).sum().clamp(min=1e-6)


def _sizes(encoded: Encoded) -> Array:
    """Pieces of each word."""
    return np.diff([*encoded.starts, len(encoded.pieces) - 1]).astype(np.float32)


# --- The map that ships --------------------------------------------------------------------------------------------


def words_of(
    reader: Encoder, meaning: Meaning, batches: Sequence[Sequence[Encoded]]
) -> Iterator[tuple[Array, Array, Array]]:
    """Of the words of each batch the states side by side and a 1, the lessons, and how much each counts."""
    for batch in batches:
        tensors = meaning.batcher.tensors(batch)
        with torch.inference_mode():
            trace = torch.cat(reader.trace(tensors.pieces, tensors.shapes, tensors.starts), -1)[:, 1:].numpy()
        states = np.concatenate([trace[row, : len(one.starts)] for row, one in enumerate(batch)])
        weights = np.concatenate([meaning.weights(one) for one in batch])[:, None]
        yield np.append(states, np.ones_like(weights), 1), np.concatenate(meaning.read(batch)), weights


def fit(words: Iterator[tuple[Array, Array, Array]]) -> Array:
    """The weights of the map, its bias last: least squares."""
    moment, products = np.zeros((1, 1)), np.zeros((1, 1))
    for states, lesson, weights in words:
        weighted = (states * weights).T
        moment, products = moment + weighted @ states, products + weighted @ lesson
    penalty = PENALTY * np.trace(moment) / len(moment)
    found: Array = np.linalg.solve(moment + penalty * np.eye(len(moment)), products).astype(np.float32)
    return found


def main() -> None:
    """Fit the map of a run's last checkpoint, and say how near it comes on sentences it was not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings", type=Path)
    settings = load_settings(parser.parse_args().settings)
    torch.set_num_threads(settings.run.threads)
    folder = settings.run.path
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
    splitter = word_splitter(tokenizer_of((folder / "tokenizer.json").read_bytes()))
    batcher = Batcher(splitter, labels, settings.train.batch_pieces)
    examples = read_examples(folder / "train.jsonl")
    meaning = Meaning(folder / "initial.safetensors", batcher, examples, settings.network.vectors)
    reader = load_network(settings, labels, folder / "checkpoint.pt").encoder
    random.Random(settings.run.seed).shuffle(examples)
    encoded = [one for one in map(batcher.encode, examples[: FITTED + 500]) if len(one.pieces) <= MAX_PIECES]
    kept, others = (
        list(batcher.fill(sorted(some, key=lambda one: len(one.pieces)))) for some in (encoded[500:], encoded[:500])
    )
    found = fit(words_of(reader, meaning, kept))
    far = size = 0.0
    for states, lesson, weights in words_of(reader, meaning, others):
        far += float((weights * (states @ found - lesson) ** 2).sum())
        size += float((weights * lesson**2).sum())
    print(f"square distance to the lessons, as a share of theirs: {far / size:.3f}")
    np.savez(folder / VECTORS, weight=found[:-1].T, bias=found[-1])


if __name__ == "__main__":
    main()
