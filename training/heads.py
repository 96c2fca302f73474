"""Heads for predicates on a trained reader that stays as it is: how sure, whether so, to come, whether it reports.

    python -m training.heads training/heads.toml

Minutes; what the reader says of the corpora is kept until its checkpoint changes. Whether heads learn anything is judged
on dev splits, and on each half of MEANTIME by heads trained without it. `training.export` adds them to the reader.

A property of a word is a logistic regression on three states of the reader: the word's own, its governor's, and the
sum of those of its auxiliaries, marks and adverbs. The three parts are linear, so that the reader's graph gives them out
word by word and run time adds up those of the tree it decodes.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from sayso.weights.pieces import tokenizer_of, word_splitter
from sayso.weights.predicates import BELOW
from sayso.weights.tree import best_tree
from training import predicates
from training.batches import MAX_PIECES, Batcher, Encoded, encode
from training.corpora import Example
from training.network import HIDDEN, ReaderNetwork
from training.predicates import PROPERTIES, Marked
from training.prepare import Labels
from training.settings import REPOSITORY, Settings, data_folder, load_settings
from training.train import load_network

Array = NDArray[np.float32]
PREDICATES = "predicates.npz"
"""The trained heads, in the run's folder beside its checkpoint."""

UNSEEN_VERBS = 2
"""Folds of the words by their beginnings, which tells how well a verb is read that no example had."""
STEM = 4


class HeadSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which reader, how much of each corpus, and how strongly weights are held down."""

    reader: str
    """Settings file of the reader's run; the heads are kept in its folder."""
    marked: int
    """Of a corpus's sentences with a positive mark every so manyth is read, MEANTIME's all."""
    rare: int
    """Of those without, the ones with a marked word that was met less often than this."""
    penalty: dict[str, float]
    """Of each property's squared weights."""
    threshold: dict[str, float]
    """Log odds from which on a word is marked."""
    balance: float
    """Weight of the positive examples: the odds of the negative ones to this power."""
    weights: dict[str, float]
    """How much an example of each part counts."""


class Examples(NamedTuple):
    """Marked words: their three states side by side, what is said of each property (nan for nothing), part and word."""

    states: Array  # (N, 3 * HIDDEN)
    marks: Array  # (N, properties)
    parts: list[str]
    words: list[str]


class Run(NamedTuple):
    """A reader to stand on."""

    settings: Settings
    network: ReaderNetwork
    labels: Labels
    batcher: Batcher


def open_run(path: Path) -> Run:
    """The reader of a run's last checkpoint."""
    settings = load_settings(path)
    folder = settings.run.path
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
    splitter = word_splitter(tokenizer_of((folder / "tokenizer.json").read_bytes()))
    network = load_network(settings, labels, folder / "checkpoint.pt")
    return Run(settings, network, labels, Batcher(splitter, labels, settings.train.batch_pieces))


# --- States --------------------------------------------------------------------------------------------------------


def read_states(run: Run, sentences: Sequence[Marked]) -> Examples:
    """Read the sentences and keep the states of their marked words."""
    by_example = {}
    encoded = []
    for sentence in sentences:
        one = encode(Example(words=sentence.words), sentence.words, run.batcher.split)
        if len(one.pieces) <= MAX_PIECES:
            encoded.append(one)
            by_example[id(one.example)] = sentence
    states, marks, parts, words = [], [], [], []
    for batch in run.batcher.fill(sorted(encoded, key=lambda one: len(one.pieces))):
        for one, vectors, heads, deprels in read_batch(run, batch):
            sentence = by_example[id(one.example)]
            for place, mark in sentence.marks.items():
                states.append(three(vectors, heads, deprels, place))
                marks.append([float(mark[name]) if name in mark else np.nan for name in PROPERTIES])
                parts.append(sentence.part)
                words.append(sentence.words[place].lower())
    return Examples(np.array(states, np.float32), np.array(marks, np.float32), parts, words)


def read_batch(run: Run, batch: Sequence[Encoded]) -> Iterable[tuple[Encoded, Array, list[int], list[str]]]:
    """Each sentence with its states (1 + W, HIDDEN), the root's first, its heads (-1 for the root) and relations."""
    tensors = run.batcher.tensors(batch)
    with torch.inference_mode():
        vectors = run.network.encoder(tensors.pieces, tensors.shapes, tensors.starts)
        *_, arcs, words, governors = run.network.scores(vectors)
        for row, one in enumerate(batch):
            count = len(one.starts)
            heads = best_tree(arcs[row, :count, : count + 1].numpy())
            relations = run.network.relations(words[row, :count], governors[row, [head + 1 for head in heads]])
            deprels = [run.labels.deprels[label] for label in relations.argmax(-1).tolist()]
            yield one, vectors[row, : count + 1].numpy(), heads, deprels


def three(vectors: Array, heads: Sequence[int], deprels: Sequence[str], place: int) -> Array:
    """The states that a word is judged by."""
    below = [k + 1 for k, head in enumerate(heads) if head == place and deprels[k].split(":")[0] in BELOW]
    return np.concatenate([vectors[place + 1], vectors[heads[place] + 1], vectors[below].sum(0)])


def chosen(sentences: Iterable[Marked], settings: HeadSettings) -> list[Marked]:
    """A share of the sentences with a positive mark, and others for the variety of their predicates."""
    kept, others = [], []
    met: Counter[str] = Counter()
    for sentence in sentences:
        if any(value for mark in sentence.marks.values() for value in mark.values()):
            kept.append(sentence)
            continue
        predicates = [sentence.words[place].lower() for place in sentence.marks]
        if any(met[word] < settings.rare for word in predicates):
            met.update(predicates)
            others.append(sentence)
    return kept[:: settings.marked] + others


def gathered(run: Run, heads: HeadSettings) -> tuple[Examples, Examples]:
    """The examples to learn from, and those to be judged by; kept in the run's folder while the checkpoint is the same."""
    folder, data = run.settings.run.path, data_folder()
    kept = folder / f"heads_{heads.marked}_{heads.rare}.npz"
    if kept.exists() and kept.stat().st_mtime > (folder / "checkpoint.pt").stat().st_mtime:
        arrays = np.load(kept)
        return _kept(arrays, "train"), _kept(arrays, "dev")
    sources = {
        "train": [*predicates.propbank(data, "train"), *predicates.gum(data, "train")],
        "dev": [*predicates.propbank(data, "dev"), *predicates.gum(data, "dev")],
    }
    news = list(predicates.meantime(data))
    train = read_states(run, [*news, *chosen(sources["train"], heads)])
    dev = read_states(run, chosen(sources["dev"], heads))
    arrays = {}
    for name, each in {"train": train, "dev": dev}.items():
        arrays |= {f"{name}_states": each.states.astype(np.float16), f"{name}_marks": each.marks}
        arrays |= {f"{name}_parts": np.array(each.parts), f"{name}_words": np.array(each.words)}
    np.savez(kept, **arrays)
    return train, dev


def _kept(arrays: Mapping[str, Array], name: str) -> Examples:
    states = arrays[f"{name}_states"].astype(np.float32)
    return Examples(states, arrays[f"{name}_marks"], arrays[f"{name}_parts"].tolist(), arrays[f"{name}_words"].tolist())


# --- Regression ----------------------------------------------------------------------------------------------------


class Head(NamedTuple):
    """One property: what each number of the three states counts, and what stands before all."""

    weight: Array  # (3 * HIDDEN,)
    bias: float

    def scores(self, states: Array) -> Array:
        """Log odds."""
        return states @ self.weight + np.float32(self.bias)


def fit(states: Array, marks: Array, weights: Array, penalty: float, balance: float) -> Head:
    """Logistic regression by L-BFGS on standardised states; the same on every run."""
    middle, spread = states.mean(0), states.std(0) + 1e-6
    inputs = torch.from_numpy((states - middle) / spread / np.sqrt(3, dtype=np.float32))
    wanted = torch.from_numpy(marks)
    share = float((marks * weights).sum() / weights.sum())
    counts = torch.from_numpy(weights * np.where(marks > 0, ((1 - share) / share) ** balance, 1).astype(np.float32))
    counts = counts / counts.mean()
    weight = torch.zeros(states.shape[1], requires_grad=True)
    bias = torch.zeros((), requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=100, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        losses = functional.binary_cross_entropy_with_logits(inputs @ weight + bias, wanted, reduction="none")
        loss = (losses * counts).sum() + 0.5 * penalty * (weight**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)  # type: ignore[arg-type]
    plain = (weight.detach().numpy() / spread / np.sqrt(3)).astype(np.float32)
    return Head(plain, float(bias.detach()) - float(plain @ middle))


def train(examples: Examples, settings: HeadSettings, without: NDArray[np.bool_] | None = None) -> dict[str, Head]:
    """The heads of all properties; some examples may be left out."""
    heads = {}
    counts = np.array([settings.weights[part] for part in examples.parts], np.float32)
    if without is not None:
        counts[without] = 0
    for column, name in enumerate(PROPERTIES):
        marks = examples.marks[:, column]
        used = ~np.isnan(marks) & (counts > 0)
        head = fit(examples.states[used], marks[used], counts[used], settings.penalty[name], settings.balance)
        heads[name] = head._replace(bias=head.bias - settings.threshold[name])
    return heads


# --- Scores --------------------------------------------------------------------------------------------------------


def average_precision(scores: Array, marks: Array) -> float:
    """Mean precision at the places of the positives, best score first."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(marks[order])
    return float((right / np.arange(1, len(marks) + 1) * marks[order]).sum() / max(1, marks.sum()))


def report(heads: dict[str, Head], examples: Examples, among: NDArray[np.bool_], name: str) -> None:
    """Print each property's scores on some examples."""
    for column, each in enumerate(PROPERTIES):
        marks = examples.marks[:, column]
        used = ~np.isnan(marks) & among
        if marks[used].sum() > 0:
            scores, right = heads[each].scores(examples.states[used]), marks[used]
            told = scores > 0
            precision, recall = right[told].sum() / max(1, told.sum()), right[told].sum() / right.sum()
            print(
                f"{name:24} {each:10} precision {precision:.3f}  recall {recall:.3f}  average precision "
                f"{average_precision(scores, right):.3f}  ({right.sum():.0f} of {used.sum()})"
            )


def main() -> None:
    """Train the heads and score them: on dev splits, and on either half of MEANTIME when trained without it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--unscored", action="store_true", help="train alone, a minute sooner")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    settings = msgspec.toml.decode(arguments.settings.read_bytes(), type=HeadSettings)
    run = open_run(REPOSITORY / settings.reader)
    examples, dev = gathered(run, settings)
    heads = train(examples, settings)
    np.savez(run.settings.run.path / PREDICATES, **joined(heads))  # type: ignore[arg-type]
    if not arguments.unscored:
        score(heads, examples, dev, settings)


def score(heads: dict[str, Head], examples: Examples, dev: Examples, settings: HeadSettings) -> None:
    """Print how good the heads are on dev, and others like them on what they did not see of the examples."""
    for part in ("propbank", "gum"):
        report(heads, dev, np.array(dev.parts) == part, f"{part} dev")
    for half in ("corpus_airbus", "corpus_apple"):
        unseen = np.array(examples.parts) == half
        report(train(examples, settings, unseen), examples, unseen, f"MEANTIME {half[7:]}, unseen")
    for fold in range(UNSEEN_VERBS):
        unseen = np.array([zlib.crc32(word[:STEM].encode()) % UNSEEN_VERBS == fold for word in examples.words])
        report(train(examples, settings, unseen), examples, unseen, f"verbs unseen, fold {fold}")


def joined(heads: dict[str, Head]) -> dict[str, Array]:
    """All properties' weights as one linear layer of the words: own, governor's and below's parts of each, in this order."""
    weight = np.stack([heads[name].weight for name in PROPERTIES]).reshape(len(PROPERTIES), 3, HIDDEN)
    bias = np.zeros((3, len(PROPERTIES)), np.float32)
    bias[0] = [heads[name].bias for name in PROPERTIES]
    return {"weight": weight.transpose(1, 0, 2).reshape(-1, HIDDEN), "bias": bias.reshape(-1)}


if __name__ == "__main__":
    main()
