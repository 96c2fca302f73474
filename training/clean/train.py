"""Train the line model on pages rendered as text, or cross-validate it by site.

A page is a sequence of lines; each line gets the probability that it belongs to the story. Lines weigh by their share of the
page's words, because that is what a lost or a wrong line costs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from typing import Any, NamedTuple
from urllib.parse import urlparse
from zlib import crc32

import lightgbm
import numpy as np
import torch
from benchmarks.clean.run import interval
from benchmarks.clean.shingles import f1, overlap, shingles
from torch import Tensor, nn
from torch.nn import functional

from sayso.clean.context import context
from sayso.clean.features import Features, features
from sayso.clean.judge import doubtful, furniture, judged
from sayso.clean.lines import Line, sentences
from sayso.clean.model import LINES
from sayso.settings import data_dir
from sayso.weights.files import FOLDER
from training.clean.boost import boosted
from training.clean.graph import network_graph, trees_graph
from training.clean.network import Network
from training.export import write_files

EPOCHS, BATCH_LINES, RATE, DECAY = 6, 6000, 3e-3, 0.02
WORD_DROPOUT = 0.15
SEEDS = (0, 1)  # one network each; the product takes their mean
FOLDS = 4  # of sites; the trees learn from what networks say of sites that these have not seen
CHARACTERS_A_WORD = 12  # at least, where a script parts no words
FUNDUS = 2.0  # how much a page of it counts, of which there are six times fewer, in many more languages


class Page(NamedTuple):
    """One page: where it is from, its lines, its gold text, and the tensors of its features and labels."""

    data_set: str
    site: str
    lines: list[str]
    gaps: list[int]
    known: list[str | None]
    gold: str
    found: Features
    dense: Tensor
    words: Tensor
    labels: Tensor
    sizes: Tensor


def pages(form: str) -> list[Page]:
    """Every page of clean_dumps as features and labels, as lines or, its line breaks taken out, as sentences."""
    found = []
    for data_set in ("fundus", "wcxb"):
        with gzip.open(data_dir() / "clean_dumps" / f"{data_set}.jsonl.gz") as rows:
            make = _page if form == "lines" else _flat_page
            found += [make(json.loads(row), data_set) for row in rows]
    return [page for page in found if page.lines]


def _page(row: dict[str, Any], data_set: str) -> Page:
    lines, gaps, gap = [], [], 0
    for line in row["text_dump"].split("\n"):
        if line.strip():
            lines.append(line.strip())
            gaps.append(gap)
            gap = 1
        else:
            gap += 1
    return _made(row, data_set, lines, gaps, row["labels"])


def _flat_page(row: dict[str, Any], data_set: str) -> Page:
    text = " ".join(row["text_dump"].split())
    lines = [piece.text for piece in sentences(Line(0, len(text), text))]
    gold = shingles(row["article_body"])
    labels = [sum((own & gold).values()) / max(sum(own.values()), 1) for own in map(shingles, lines)]
    return _made(row, data_set, lines, [0] * len(lines), labels)


def _made(row: dict[str, Any], data_set: str, lines: list[str], gaps: list[int], labels: list[float]) -> Page:
    known = [furniture(line) for line in lines]
    found = features(lines, gaps, known)
    return Page(
        data_set,
        urlparse(row["url"] or "").netloc or row["id"],
        lines,
        gaps,
        known,
        row["article_body"],
        found,
        torch.tensor(found.dense),
        torch.tensor(found.words.astype(np.int64)),
        torch.tensor(labels, dtype=torch.float32),
        torch.tensor([max(len(line.split()), len(line) / CHARACTERS_A_WORD) for line in lines], dtype=torch.float32),
    )


def batches(some: list[Page]) -> list[list[Page]]:
    """Pages of about the same length together, in random order."""
    found: list[list[Page]] = [[]]
    for page in sorted(some, key=lambda page: len(page.lines)):
        if found[-1] and len(page.lines) * (len(found[-1]) + 1) > BATCH_LINES:
            found.append([])
        found[-1].append(page)
    random.shuffle(found)
    return found


def padded(batch: list[Page]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Dense figures, words, labels, sizes and mask of a batch."""
    masks = [torch.ones(len(page.lines), 1) for page in batch]
    columns = [[page.dense for page in batch], [page.words for page in batch], [page.labels for page in batch]]
    columns += [[page.sizes for page in batch], masks]
    dense, words, labels, sizes, mask = (nn.utils.rnn.pad_sequence(column, batch_first=True) for column in columns)
    return dense, words, labels, sizes, mask


def loss(network: Network, batch: list[Page]) -> Tensor:
    """Cross-entropy, each line weighing by its share of the story's words and a little for itself."""
    dense, words, labels, sizes, mask = padded(batch)
    words = words * (torch.rand(words.shape) > WORD_DROPOUT)
    each = functional.binary_cross_entropy_with_logits(network(dense, words, mask), labels, reduction="none")
    story_words = (sizes * labels).sum(1, keepdim=True) + 1
    weight = (sizes / story_words * 60 + 0.3).clamp(max=8) * mask[..., 0]
    return (each * weight).sum() / weight.sum()


def train(some: list[Page], seed: int) -> Network:
    """One network."""
    torch.manual_seed(seed)
    random.seed(seed)
    network = Network(some[0].dense.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * len(batches(some)) + 5
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    network.train()
    for _ in range(EPOCHS):
        for batch in batches(some):
            optimiser.zero_grad()
            loss(network, batch).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def probabilities(networks: list[Network], page: Page) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The mean over networks, as the product takes it."""
    mask = torch.ones(1, len(page.lines), 1)
    each = [torch.sigmoid(network(page.dense[None], page.words[None], mask))[0] for network in networks]
    return torch.stack(each).mean(0).numpy()


def unseen(every: list[Page], seeds: tuple[int, ...]) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
    """What networks say of each page that were trained on the other folds' sites."""
    out: list[np.ndarray[Any, np.dtype[np.float32]]] = [np.zeros(0, dtype=np.float32)] * len(every)
    for fold in range(FOLDS):
        networks = [train([page for page in every if fold_of(page) != fold], seed) for seed in seeds]
        for number, page in enumerate(every):
            if fold_of(page) == fold:
                out[number] = probabilities(networks, page)
        print(f"networks without fold {fold}", flush=True)
    return out


def fold_of(page: Page) -> int:
    """The fold of a page's site."""
    return crc32(page.site.encode()) % FOLDS


class Rows(NamedTuple):
    """What the trees see of one page: which lines, their context, their labels and how much each counts."""

    which: np.ndarray[Any, np.dtype[np.bool_]]
    context: np.ndarray[Any, np.dtype[np.float32]]
    labels: np.ndarray[Any, np.dtype[np.float32]]
    weights: np.ndarray[Any, np.dtype[np.float32]]


def rows_of(page: Page, likely: np.ndarray[Any, np.dtype[np.float32]]) -> Rows:
    """The rows of a page's doubtful lines; each counts by its share of the story's words."""
    which = doubtful(likely, page.known)
    sizes, labels = page.sizes.numpy(), page.labels.numpy()
    weights = np.minimum(sizes / ((sizes * labels).sum() + 1) * 60 + 0.2, 12)
    weights = weights * (FUNDUS if page.data_set == "fundus" else 1.0)
    seen = context(page.lines, page.known, page.found, likely)
    return Rows(which, seen[which], labels[which], weights[which].astype(np.float32))


def grown(rows: list[Rows]) -> lightgbm.Booster:
    """Trees trained on the rows of many pages."""
    joined = [np.concatenate([getattr(one, name) for one in rows]) for name in ("context", "labels", "weights")]
    return boosted(*joined)


def chances(trees: lightgbm.Booster, rows: Rows) -> np.ndarray[Any, np.dtype[np.float32]]:
    """How likely each line of a page is the story's, as the product sees it."""
    out = np.zeros(len(rows.which), dtype=np.float32)
    if len(rows.context):
        out[rows.which] = trees.predict(rows.context, num_threads=1)
    return out


def cross_validate(every: list[Page], likely: list[np.ndarray[Any, np.dtype[np.float32]]], form: str) -> None:
    """Figures on sites that neither the networks nor the trees were trained on."""
    scores: dict[str, list[tuple[float, float, float]]] = {}
    rows = [rows_of(page, one) for page, one in zip(every, likely, strict=True)]
    for fold in range(FOLDS):
        trees = grown([one for page, one in zip(every, rows, strict=True) if fold_of(page) != fold])
        for page, one in zip(every, rows, strict=True):
            if fold_of(page) == fold:
                reasons = judged(page.lines, page.known, chances(trees, one), page.found, sentences=form == "sentences")
                text = "\n".join(line for line, reason in zip(page.lines, reasons, strict=True) if reason is None)
                scores.setdefault(page.data_set, []).append(overlap(page.gold, text))
    for name, some in scores.items():
        low, high = interval(some)
        print(f"{form:10}{name:8}{len(some):4} pages  F1 {f1(some):.4f} [{low:.4f}, {high:.4f}]", flush=True)


def export(networks: list[Network], trees: lightgbm.Booster, form: str) -> None:
    """Write a form's networks and trees beside those of the other form, and the digests of all."""
    made = {f"{form}.onnx": network_graph(networks), f"{form}_trees.onnx": trees_graph(trees, trees.num_feature())}
    there = {path.name: path.read_bytes() for path in (FOLDER / LINES).glob("*.onnx")}
    write_files(FOLDER / LINES, dict(sorted({**there, **made}.items())))


def main() -> None:
    """Train on everything and export, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evaluate", action="store_true", help="cross-validate by site and write nothing")
    parser.add_argument(
        "--form", choices=("lines", "sentences"), default="lines", help="pages with or without line breaks"
    )
    options = parser.parse_args()
    torch.set_num_threads(1)
    every = pages(options.form)
    likely = unseen(every, SEEDS)
    cross_validate(every, likely, options.form)
    if not options.evaluate:
        trees = grown([rows_of(page, one) for page, one in zip(every, likely, strict=True)])
        export([train(every, seed) for seed in SEEDS], trees, options.form)


if __name__ == "__main__":
    main()
