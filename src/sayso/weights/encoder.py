"""The sentence encoder at run time: texts to vectors whose products say how alike they are in meaning."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import parent_process
from typing import TYPE_CHECKING

import numpy as np

from sayso.weights.files import checked_files, open_session
from sayso.weights.pieces import END, PAD, START, readable, tokenizer_of
from sayso.weights.vectors import unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

DIMENSIONS = 384

MAX_PIECES = 254
"""Word pieces that are read of a text: the model was trained on texts of up to 256, with their start and end."""

MAX_CHARACTERS = 10_000
"""Characters of a text that are looked at for them; more than 254 pieces ever need in text that people write."""

BATCH_PIECES = 1024
LENGTH_STEP = 8


class Encoder:
    """Gives vectors of sentences; made by ``sayso.weights.load_encoder``."""

    def __init__(self, session: InferenceSession, tokenizer: bytes) -> None:
        self._session = session
        self._tokenizer = tokenizer_of(tokenizer)

    def vectors(self, texts: Sequence[str], threads: int = 1) -> NDArray[np.float32]:
        """The vector of each text: shape (texts, ``DIMENSIONS``), each row of length 1.

        A text's vector does not depend on the other texts, nor on the number of threads that share the batches. Of a
        long text the beginning counts. Never fails on a text; an empty one has the vector of no words.
        """
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        rows = [self._pieces(text) for text in places]
        vectors = np.zeros((len(rows), DIMENSIONS), np.float32)
        if parent_process():
            threads = 1  # a worker process has siblings on the other cores
        batches = list(_batches([len(row) for row in rows]))
        with ThreadPoolExecutor(threads) as pool:  # the session works outside Python's lock
            for (_, some), sums in zip(batches, pool.map(lambda batch: self._sums(rows, *batch), batches), strict=True):
                vectors[some] = sums
        return unit(vectors)[[places[text] for text in texts]]

    def _pieces(self, text: str) -> list[int]:
        # One by one: the tokenizer's batches start threads of their own, and there is one process a core already.
        read = self._tokenizer.encode(readable(text[:MAX_CHARACTERS]), add_special_tokens=False)
        return [START, *read.ids[:MAX_PIECES], END]

    def _sums(self, rows: Sequence[list[int]], width: int, places: Sequence[int]) -> NDArray[np.float32]:
        """The sum of the states of each of some rows, padded to one width."""
        pieces = np.full((len(places), width), PAD, np.int64)
        for place, target in zip(places, pieces, strict=True):
            target[: len(rows[place])] = rows[place]
        (states,) = self._session.run(["states"], {"pieces": pieces})
        return np.array([own[: len(rows[place])].sum(axis=0) for place, own in zip(places, states, strict=True)])


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
