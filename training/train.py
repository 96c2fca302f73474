"""Train the reader; run again after an interruption, it goes on from its last checkpoint.

python -m training.train training/reader.toml
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import torch
from torch import Tensor
from torch.nn import functional

from sayso.weights.pieces import tokenizer_of, word_splitter
from training.batches import IGNORED, Batch, Batcher, Encoded
from training.initial import read_safetensors
from training.network import ReaderNetwork, Sizes
from training.prepare import Labels, read_examples
from training.settings import Settings, load_settings


def build_network(settings: Settings, labels: Labels) -> ReaderNetwork:
    """An untrained reader for these settings and labels."""
    return ReaderNetwork(
        upos=len(labels.upos),
        xpos=len(labels.xpos),
        deprels=len(labels.deprels),
        entities=len(labels.entities),
        vectors=settings.network.vectors,
        arc_size=settings.network.arc_size,
        relation_size=settings.network.relation_size,
        sizes=Sizes(settings.network.attention_heads, settings.network.intermediate, settings.network.merge_after),
        dropout=settings.network.dropout,
        head_dropout=settings.network.head_dropout,
    )


def load_network(settings: Settings, labels: Labels, checkpoint: Path) -> ReaderNetwork:
    """The reader of a checkpoint, ready for use."""
    network = build_network(settings, labels)
    network.load_state_dict(torch.load(checkpoint)["network"])
    return network.eval()


def label_losses(network: ReaderNetwork, batch: Batch, scores: tuple[Tensor, ...]) -> dict[str, Tensor]:
    """The mean loss of each head's scores over the words that have a label for it."""
    upos, xpos, entities, arcs, word_halves, head_halves = scores
    arcs = without_padding(arcs, batch.word_mask)
    chosen = of_heads(head_halves, batch.heads.clamp(min=0))
    return {
        "upos": _cross_entropy(upos, batch.upos),
        "xpos": _cross_entropy(xpos, batch.xpos),
        "arcs": _cross_entropy(arcs, batch.heads),
        "deprels": _cross_entropy(network.relations(word_halves, chosen), batch.deprels),
        "entities": _partial_loss(entities, batch.entities),
    }


def without_padding(arcs: Tensor, word_mask: Tensor) -> Tensor:
    """Scores of arcs (B, W, 1 + W) in which no padding is a head."""
    return arcs.masked_fill(~functional.pad(word_mask, (1, 0), value=True)[:, None, :], -1e4)


def of_heads(head_halves: Tensor, heads: Tensor) -> Tensor:
    """For each word the half that its head (B, W) brings to the relation's scores: (B, W, R)."""
    return head_halves.gather(1, heads[:, :, None].expand(-1, -1, head_halves.shape[2]))


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    total = functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (labels != IGNORED).sum().clamp(min=1)


def _partial_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Negative log of the probability of all allowed labels together; a word that allows none has no loss."""
    present = allowed.any(-1)
    if not present.any():
        return scores.sum() * 0.0
    scores, allowed = scores[present], allowed[present]
    right = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - right).mean()


class Optimisers:
    """AdamW for the dense parameters, a sparse Adam for the vocabulary, one schedule for both."""

    def __init__(self, network: ReaderNetwork, settings: Settings, steps_an_epoch: int) -> None:
        train = settings.train
        vocabulary = network.encoder.pieces.weight
        encoder = [parameter for parameter in network.encoder.parameters() if parameter is not vocabulary]
        heads = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
        self.dense = torch.optim.AdamW(
            [{"params": encoder, "lr": train.encoder_rate}, {"params": heads, "lr": train.head_rate}],
            betas=(0.9, 0.98),
            weight_decay=train.weight_decay,
            foreach=True,
        )
        self.sparse = torch.optim.SparseAdam([vocabulary], lr=train.encoder_rate, betas=(0.9, 0.98))
        self.parameters = [*encoder, *heads]
        self.clip = train.clip
        self.cycles = [epochs * steps_an_epoch for epochs in train.cycles]
        self.warmup, self.restart = train.warmup, train.restart
        self.rates = [[group["lr"] for group in optimiser.param_groups] for optimiser in self.both]

    @property
    def both(self) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
        """The two optimisers."""
        return self.dense, self.sparse

    def share(self, step: int) -> float:
        """How much of the rates a step (counted from 0) gets."""
        peak = 1.0
        for steps in self.cycles[:-1]:
            if step < steps:
                break
            step, peak = step - steps, self.restart
        else:
            steps = self.cycles[-1]
        warm = max(1, round(self.warmup * steps))
        return peak * min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))

    def step(self, step: int) -> None:
        """Update the parameters by their gradients, at the rates of this step (counted from 0), and clear them."""
        share = self.share(step)
        torch.nn.utils.clip_grad_norm_(self.parameters, self.clip)
        for optimiser, rates in zip(self.both, self.rates, strict=True):
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * share
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)


class Training:
    """A run: the network, its optimisers and its place in the schedule."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = settings.run.path
        torch.set_num_threads(1)  # see accumulate
        self.threads = ThreadPoolExecutor(settings.run.threads)
        torch.manual_seed(settings.run.seed)
        self.labels = msgspec.json.decode((self.folder / "labels.json").read_bytes(), type=Labels)
        splitter = word_splitter(tokenizer_of((self.folder / "tokenizer.json").read_bytes()))
        self.batcher = Batcher(splitter, self.labels, settings.train.batch_pieces)
        self.examples = read_examples(self.folder / "train.jsonl")
        self.network = build_network(settings, self.labels)
        self.initialise()
        self.batches_an_epoch = len(self._epoch(0))
        self.optimisers = Optimisers(self.network, settings, self.batches_an_epoch)
        self.steps = sum(self.optimisers.cycles)
        self.step = 0

    def initialise(self) -> None:
        """Give the network the weights it begins with."""
        self.network.encoder.load_initial(read_safetensors(self.folder / "initial.safetensors"))

    def _epoch(self, epoch: int) -> list:  # type: ignore[type-arg]
        return self.batcher.epoch(self.examples, self.settings.run.seed, epoch, self.settings.noise)

    def save(self) -> None:
        """Write the checkpoint, replacing the last one only when complete."""
        state = {
            "network": self.network.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers.both],
            "step": self.step,
            "random": torch.get_rng_state(),
        }
        torch.save(state, self.folder / "checkpoint.part")
        (self.folder / "checkpoint.part").replace(self.folder / "checkpoint.pt")

    def resume(self) -> None:
        """Go back to the last checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if path.exists():
            state = torch.load(path)
            self.network.load_state_dict(state["network"])
            for optimiser, saved in zip(self.optimisers.both, state["optimisers"], strict=True):
                optimiser.load_state_dict(saved)
            self.step = state["step"]
            torch.set_rng_state(state["random"])
            print(f"resumed at step {self.step}")

    def accumulate(self, batch: Sequence[Encoded]) -> dict[str, Tensor]:
        """Add a batch's gradients, each thread those of its share of the sentences; returns the mean losses.

        Threads within each operation would wait for each other thousands of times a step: on a machine whose cores
        others use too, that made training five times slower than this.
        """
        count = min(self.settings.run.threads, len(batch))
        shares = [batch[place::count] for place in range(count)]
        parts = list(self.threads.map(self._backward, shares, [count] * count))
        return {name: torch.stack([part[name] for part in parts]).mean() for name in parts[0]}

    def losses(self, batch: Sequence[Encoded]) -> dict[str, Tensor]:
        """What the network is to make small, part by part."""
        tensors = self.batcher.tensors(batch)
        scores = self.network(tensors.pieces, tensors.shapes, tensors.starts)
        return label_losses(self.network, tensors, scores)

    def _backward(self, batch: Sequence[Encoded], count: int) -> dict[str, Tensor]:
        parts = self.losses(batch)
        (torch.stack(list(parts.values())).sum() / count).backward()
        return {name: loss.detach() for name, loss in parts.items()}

    def run(self) -> None:
        """Train to the end of the schedule."""
        self.network.train()
        saved = time.monotonic()
        while self.step < self.steps:
            epoch, done = divmod(self.step, self.batches_an_epoch)
            # An epoch's noise may cut a few batches more or fewer than the first's: the schedule counts the first's.
            batches = self._epoch(epoch)[: self.batches_an_epoch]
            report = Report(self, epoch)
            for batch in batches[done : done + self.steps - self.step]:
                parts = self.accumulate(batch)
                self.optimisers.step(self.step)
                self.step += 1
                report.add(parts, sum(len(encoded.pieces) for encoded in batch))
                if time.monotonic() - saved > 60 * self.settings.train.checkpoint_minutes:
                    self.save()
                    saved = time.monotonic()
            self.step = min((epoch + 1) * self.batches_an_epoch, self.steps)
            self.save()
            saved = time.monotonic()


class Report:
    """Prints the mean losses and the speed now and then."""

    def __init__(self, training: Training, epoch: int, every: int = 20) -> None:
        self.training, self.epoch, self.every = training, epoch, every
        self.clear()

    def clear(self) -> None:
        """Begin a new stretch."""
        self.sums: dict[str, float] = {}
        self.count, self.pieces, self.started = 0, 0, time.monotonic()

    def add(self, parts: dict[str, Tensor], pieces: int) -> None:
        """Count one step."""
        for name, loss in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + loss.item()
        self.count += 1
        self.pieces += pieces
        if self.count == self.every:
            means = " ".join(f"{name} {total / self.count:.3f}" for name, total in self.sums.items())
            speed = self.pieces / (time.monotonic() - self.started)
            print(
                f"{time.strftime('%H:%M:%S')} epoch {self.epoch} step {self.training.step}/{self.training.steps} "
                f"{means} {speed:.0f} pieces/s",
                flush=True,
            )
            self.clear()


def run(kind: type[Training], about: str | None) -> None:
    """Run, or go on with, a training of a kind by the settings file that the command line names."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings", type=Path)
    training = kind(load_settings(parser.parse_args().settings))
    training.resume()
    training.run()


if __name__ == "__main__":
    run(Training, __doc__)
