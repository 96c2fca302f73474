"""What words say in their sentences: a vector a word, which the reader gives beside its tags, packed small.

Vectors of words can be added up to those of passages; the cosine of two passages says how alike they are in meaning. A
word's vector is as long as it has word pieces, so that a sum weighs pieces alike.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

SIZE = 128
"""Numbers of a vector."""

_SCALE = 4  # bytes of a word's scale, a 32-bit float before its levels

Floats = NDArray[np.float32]


class Words(NamedTuple):
    """The N words of an article: where they stand, in code points of its text, and their packed vectors."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    packed: bytes


def packed(vectors: Floats, pieces: ArrayLike) -> bytes:
    """Vectors (N, `SIZE`) of words of so many pieces, at 8 bits a number."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), np.float32(1e-8))
    levels = np.rint(vectors * (127 / largest)).astype(np.int8)
    scales = (largest * np.asarray(pieces, np.float32)[:, None] / 127).astype("<f4")
    return np.concatenate([scales.view(np.int8), levels], axis=1).tobytes()


def unpacked(content: bytes) -> Floats:
    """The vectors (N, `SIZE`) that were packed.

    >>> rows = np.eye(2, SIZE, dtype=np.float32)
    >>> unpacked(packed(rows, [1, 3]))[:, :2].tolist()
    [[1.0, 0.0], [0.0, 3.0]]
    """
    rows = np.frombuffer(content, np.int8).reshape(-1, _SCALE + SIZE)
    scales = np.ascontiguousarray(rows[:, :_SCALE]).view("<f4")
    vectors: Floats = rows[:, _SCALE:].astype(np.float32) * scales
    return vectors


def unit(vectors: Floats) -> Floats:
    """Rows brought to length 1, those of zeros left."""
    lengths: Floats = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-12))
    return vectors / lengths
