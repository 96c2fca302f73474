"""Distil a narrower reader from a trained one; run again after an interruption, it goes on from its last checkpoint.

    python -m training.prepare training/small.toml
    python -m training.distil training/small.toml

The narrower network is cut from the teacher (``training.prune``) and learns from the labels, from the teacher's scores
(Hinton, Vinyals and Dean 2015, https://arxiv.org/abs/1503.02531) and from its states; of sentences without labels from
the teacher alone. The teacher reads each sentence once, as it was typed, whatever noise it is shown with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.batches import MAX_PIECES, Batch, Batcher, Encoded
from training.corpora import Example
from training.meaning import Meaning, unlike
from training.network import ReaderNetwork
from training.prepare import Labels
from training.prune import cut, worth
from training.settings import REPOSITORY, Settings, load_settings
from training.train import Training, label_losses, load_network, of_heads, run, without_padding

JUDGED = 60
"""Batches on which the parts of the teacher's layers are weighed: 75,000 word pieces."""


class Lesson(NamedTuple):
    """What the teacher says of one sentence of W words, in half precision; or padded, of a batch of them."""

    upos: NDArray[np.float16]  # (W, labels)
    xpos: NDArray[np.float16]
    entities: NDArray[np.float16]
    arcs: NDArray[np.float16]  # (W, 1 + W)
    heads: NDArray[np.int64]  # (W,): the best of the arcs
    relations: NDArray[np.float16]  # (W, labels): of those
    states: NDArray[np.float16]  # (1 + W, HIDDEN)
    vectors: NDArray[np.float16]  # (W, numbers): what the sentence encoder says
    weights: NDArray[np.float16]  # (W,): how much each of these counts


class Teacher:
    """The teacher's word on each example, and the sentence encoder's."""

    def __init__(self, network: ReaderNetwork, meaning: Meaning, batcher: Batcher) -> None:
        self.network, self.meaning, self.batcher = network.eval(), meaning, batcher
        self.lessons: dict[int, Lesson] = {}  # by the example's identity

    def read(self, batch: Sequence[Encoded]) -> None:
        """Read examples, and remember what is to be learnt of them."""
        tensors = self.batcher.tensors(batch)
        with torch.inference_mode():
            states = self.network.encoder(tensors.pieces, tensors.shapes, tensors.starts)
            upos, xpos, entities, arcs, word_halves, head_halves = self.network.scores(states)
            arcs = without_padding(arcs, tensors.word_mask)
            heads = arcs.argmax(-1)
            relations = self.network.relations(word_halves, of_heads(head_halves, heads))
        vectors = self.meaning.read(batch)
        for row, encoded in enumerate(batch):
            count = len(encoded.starts)
            parts = [part[row, :count].numpy() for part in (upos, xpos, entities, arcs, heads, relations)]
            parts[3] = parts[3][:, : count + 1]
            parts += [states[row, : count + 1].numpy(), vectors[row], self.meaning.weights(encoded)]
            halves = [part if part.dtype == np.int64 else part.astype(np.float16) for part in parts]
            self.lessons[id(encoded.example)] = Lesson(*halves)

    def lesson(self, batch: Sequence[Encoded]) -> list[Tensor]:
        """The parts of the lessons of a batch, padded with zeros."""
        words = max(len(encoded.starts) for encoded in batch)
        lessons = [self.lessons[id(encoded.example)] for encoded in batch]
        padded = []
        for name, parts in zip(Lesson._fields, zip(*lessons, strict=True), strict=True):
            height = words + 1 if name == "states" else words
            sizes = (words + 1,) if name == "arcs" else parts[0].shape[1:]
            array = np.zeros((len(parts), height, *sizes), np.int64 if name == "heads" else np.float32)
            if name == "arcs":
                array -= 1e4
            for row, part in enumerate(parts):
                array[(row, *(slice(size) for size in part.shape))] = part
            padded.append(torch.from_numpy(array))
        return padded


class Distillation(Training):
    """A training run whose network begins as a cut of the teacher's, and hears the teacher beside the labels."""

    def __init__(self, settings: Settings) -> None:
        assert settings.distil is not None
        self.distil = settings.distil
        super().__init__(settings)
        initial, size = self.folder / "initial.safetensors", settings.network.vectors
        self.teacher = Teacher(self.wide, Meaning(initial, self.batcher, self.examples, size), self.batcher)
        encoded = [self.batcher.encode(example) for example in self.examples]
        encoded = sorted((one for one in encoded if len(one.pieces) <= MAX_PIECES), key=lambda one: len(one.pieces))
        list(self.threads.map(self.teacher.read, self.batcher.fill(encoded)))

    def initialise(self) -> None:
        """Cut the student's network from the teacher's."""
        settings = load_settings(REPOSITORY / self.distil.teacher)
        labels = msgspec.json.decode((settings.run.path / "labels.json").read_bytes(), type=Labels)
        assert labels == self.labels
        self.wide = load_network(settings, labels, settings.run.path / "checkpoint.pt")
        labelled: list[Example] = [example for example in self.examples if example.heads]
        batches = self.batcher.epoch(labelled, self.settings.run.seed, 0, self.settings.noise)[:JUDGED]
        cut(self.wide, self.network, worth(self.wide, map(self.batcher.tensors, batches)))

    def losses(self, batch: Sequence[Encoded]) -> dict[str, Tensor]:
        """The labels' losses, and what the student says otherwise than its teacher."""
        tensors = self.batcher.tensors(batch)
        trace = self.network.encoder.trace(tensors.pieces, tensors.shapes, tensors.starts)
        scores = self.network.scores(trace[-1])
        upos, xpos, entities, arcs, heads, relations, taught, meant, weights = self.teacher.lesson(batch)
        halves = scores[4], of_heads(scores[5], heads)
        pairs = [
            (scores[0], upos),
            (scores[1], xpos),
            (without_padding(scores[3], tensors.word_mask), arcs),
            (self.network.relations(*halves), relations),
        ]
        divergence = torch.stack([_divergence(said, told, tensors) for said, told in pairs]).sum()
        divergence = divergence + self.distil.names * _divergence(scores[2], entities, tensors)
        labelled = label_losses(self.network, tensors, scores)
        return labelled | {
            "entities": self.distil.names * labelled["entities"],
            "scores": self.distil.scores * divergence,
            "states": self.distil.states * _distance(trace[-1], taught, tensors),
            "vectors": self.distil.vectors * unlike(self.network.vectors(trace), meant, weights),
        }


def _divergence(said: Tensor, told: Tensor, batch: Batch) -> Tensor:
    """Mean Kullback-Leibler divergence over the words."""
    each = functional.kl_div(said.log_softmax(-1), told.log_softmax(-1), reduction="none", log_target=True).sum(-1)
    return each[batch.word_mask].mean()


def _distance(states: Tensor, taught: Tensor, batch: Batch) -> Tensor:
    """Mean square distance of the states, as a share of the mean square of the teacher's."""
    mask = functional.pad(batch.word_mask, (1, 0), value=True)
    return functional.mse_loss(states[mask], taught[mask]) / taught[mask].square().mean()


if __name__ == "__main__":
    run(Distillation, __doc__)
