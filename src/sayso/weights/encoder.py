"""The sentence encoder at run time: texts to vectors whose products say how alike they are in meaning."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import parent_process
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sayso.weights.files import checked_files, open_session
from sayso.weights.pieces import END, PAD, START, readable, tokenizer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

DIMENSIONS = 384

MAX_PIECES = 254
"""Word pieces read at a time: the model was trained on texts of up to 256, with their start and end."""

MAX_CHARACTERS = 10_000
"""Characters of a text that are looked at for them; more than 254 pieces ever need in text that people write."""

BATCH_PIECES = 1024
LENGTH_STEP = 8
BATCHES_AHEAD = 16  # batches whose states are held at once: 50 MB


RARITY = 1.5
"""Power of a word piece's rarity in its weight within a passage; 1 to 2 did best on the gold stories, 0 clearly worse."""


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of text number ``text``."""

    text: int
    start: int
    end: int


class Row(NamedTuple):
    """A text, or a stretch of a long one, as the model reads it: its word pieces, and where in the text each begins."""

    text: int
    pieces: list[int]
    starts: list[int]


class Encoder:
    """Gives vectors of sentences and of passages; made by ``sayso.weights.load_encoder``."""

    def __init__(self, session: InferenceSession, tokenizer: bytes) -> None:
        self._session = session
        self._tokenizer = tokenizer_of(tokenizer)

    def vectors(self, texts: Sequence[str], threads: int = 1) -> NDArray[np.float32]:
        """The vector of each text: shape (texts, ``DIMENSIONS``), each row of length 1.

        A text's vector does not depend on the other texts, nor on the number of threads that share the batches. Of a
        long text the beginning counts. Never fails on a text; an empty one has the vector of no words.
        """
        places_of = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        rows = [self._rows(place, text)[0] for text, place in places_of.items()]
        vectors = np.zeros((len(rows), DIMENSIONS), np.float32)
        for place, states, _ in self._read(rows, threads):
            vectors[place] = states.sum(axis=0)
        return unit(vectors)[[places_of[text] for text in texts]]

    def passages(
        self, texts: Sequence[str], passages: Sequence[Sequence[Span]], threads: int = 1
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The vectors of passages, each made of spans of `texts`: what they say in their texts, and what their words say alone.

        Both have the shape (passages, ``DIMENSIONS``) and rows of length 1, of zeros where nothing of a passage is read.
        A text is read once, whatever its passages ("late chunking", Günther et al. 2024). A word piece counts the more,
        the fewer of the passages have it (as in smooth inverse frequency, Arora et al. 2017): a vector depends on the
        passages asked for with it, though not on their order.
        """
        rows = [row for place, text in enumerate(texts) for row in self._rows(place, text)]
        asked = _asked(rows, passages)
        rows, asked = [r for r, parts in zip(rows, asked, strict=True) if parts], [parts for parts in asked if parts]
        rarity = _rarity(rows, asked, len(passages))
        in_context, alone = np.zeros((2, len(passages), DIMENSIONS), np.float32)
        for place, states, words in self._read(rows, threads):
            weight = np.array([rarity.get(piece, 0.0) for piece in rows[place].pieces], np.float32)
            for passage, first, last in asked[place]:
                in_context[passage] += weight[first:last] @ states[1 + first : 1 + last]
                alone[passage] += weight[first:last] @ words[1 + first : 1 + last]
        return unit(in_context), unit(alone)

    def _rows(self, place: int, text: str) -> list[Row]:
        """A text as rows of at most ``MAX_PIECES``, at least one."""
        # One by one: the tokenizer's batches start threads of their own, and there is one process a core already.
        read = self._tokenizer.encode(readable(text[:MAX_CHARACTERS]), add_special_tokens=False)
        pieces, starts = read.ids, [start for start, _ in read.offsets]
        return [
            Row(place, pieces[first : first + MAX_PIECES], starts[first : first + MAX_PIECES])
            for first in range(0, max(1, len(pieces)), MAX_PIECES)
        ]

    def _read(
        self, rows: Sequence[Row], threads: int
    ) -> Iterator[tuple[int, NDArray[np.float32], NDArray[np.float32]]]:
        """For each row its place, and its pieces' states and embeddings, with the start and the end; no order."""

        def run(batch: tuple[int, list[int]]) -> list[NDArray[np.float32]]:
            width, places = batch
            pieces = np.full((len(places), width), PAD, np.int64)
            for place, target in zip(places, pieces, strict=True):
                target[: len(rows[place].pieces) + 2] = [START, *rows[place].pieces, END]
            found: list[NDArray[np.float32]] = self._session.run(["states", "words"], {"pieces": pieces})
            return found

        batches = list(_batches([len(row.pieces) + 2 for row in rows]))
        if parent_process():
            threads = 1  # a worker process has siblings on the other cores
        with ThreadPoolExecutor(threads) as pool:  # the session works outside Python's lock
            for first in range(0, len(batches), BATCHES_AHEAD):
                some = batches[first : first + BATCHES_AHEAD]
                for (_, places), (states, words) in zip(some, pool.map(run, some), strict=True):
                    for n, place in enumerate(places):
                        size = len(rows[place].pieces) + 2
                        yield place, states[n, :size], words[n, :size]


def _asked(rows: Sequence[Row], passages: Sequence[Sequence[Span]]) -> list[list[tuple[int, int, int]]]:
    """For each row the passages that have something of it: which, and from and to which of its pieces."""
    asked: list[list[tuple[int, int, int]]] = [[] for _ in rows]
    of_text: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        of_text[row.text].append(place)
    for passage, spans in enumerate(passages):
        for span in spans:
            for place in of_text[span.text]:
                first, last = (bisect_left(rows[place].starts, at) for at in (span.start, span.end))
                if first < last:
                    asked[place].append((passage, first, last))
    return asked


def _rarity(rows: Sequence[Row], asked: Sequence[Sequence[tuple[int, int, int]]], count: int) -> dict[int, float]:
    """How much each word piece counts: inverse document frequency among the passages, to the power of ``RARITY``."""
    pieces: defaultdict[int, set[int]] = defaultdict(set)
    for row, parts in zip(rows, asked, strict=True):
        for passage, first, last in parts:
            pieces[passage].update(row.pieces[first:last])
    frequency = Counter(piece for found in pieces.values() for piece in found)
    return {piece: math.log((count + 1) / number) ** RARITY for piece, number in frequency.items()}


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows brought to length 1, those of zeros left."""
    lengths: NDArray[np.float32] = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return vectors / lengths


def read_model(folder: Path) -> Encoder:
    """Load the encoder of a folder; raises ``ModelError`` if a file is missing or altered."""
    files = checked_files(folder, "model.onnx", "tokenizer.json")
    return Encoder(open_session(files["model.onnx"]), files["tokenizer.json"])


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Padded lengths, and the places of the texts of that length, ``BATCH_PIECES`` at a time."""
    by_width: defaultdict[int, list[int]] = defaultdict(list)
    for place, length in enumerate(lengths):
        by_width[-(-length // LENGTH_STEP) * LENGTH_STEP].append(place)
    for width, places in sorted(by_width.items()):
        size = max(1, BATCH_PIECES // width)
        for first in range(0, len(places), size):
            yield width, places[first : first + size]
