"""Pairs of articles that may share a passage, found without comparing all pairs.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of
every `WINDOW` consecutive shingles of `SHINGLE` words, the one of least hash is kept. Two texts that share a run of
`SHINGLE + WINDOW - 1` words (8) always share a fingerprint, wherever the run stands, and two shingles in five are kept.
A MinHash sketch, by contrast, sees only likeness of whole texts: one pasted paragraph in a long article escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.spans import words

SHINGLE = 5  # words; a shared run of 5 is seldom chance, and 5 in a row survive one edit in five words
WINDOW = 4  # shingles; 8 words in a row are never missed, below the shortest passage that counts
CARRIERS = 4  # of the articles with the same shingle, every one is paired with this many, the likeliest originals
SHARED = 2  # fingerprints that a pair must share; the shortest passage that counts (14 words) always has two

Hashes = NDArray[np.uint64]


class Words:
    """The words of one article: where each stands, and its hash (the same in every run)."""

    __slots__ = ("ends", "hashes", "starts")

    def __init__(self, text: str, known: dict[str, int]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.hashes: list[int] = []
        for start, end, word in words(text):
            self.starts.append(start)
            self.ends.append(end)
            self.hashes.append(_hash(word, known))

    def __len__(self) -> int:
        return len(self.hashes)


def candidates(articles: Sequence[Words], order: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of indices (left < right) whose texts share fingerprints; `order` lists the likeliest originals first.

    A shingle that many articles carry pairs each of them with the first `CARRIERS` only, so that a thousand copies of
    one text make a few thousand pairs and not half a million.
    """
    rank = np.empty(len(articles), np.int64)
    rank[list(order)] = np.arange(len(articles))
    kept = [fingerprints(article) for article in articles]
    counts = _shared(kept, rank)
    least = np.array([min(SHARED, len(k)) for k in kept], np.int64)
    position = np.asarray(order, np.int64)
    found = []
    for code, count in counts:
        left, right = int(position[code // len(articles)]), int(position[code % len(articles)])
        if count >= min(least[left], least[right]):
            found.append((min(left, right), max(left, right)))
    return sorted(found)


def fingerprints(article: Words) -> Hashes:
    """The winnowed shingle hashes of one article, sorted, each once; a text shorter than a shingle is its own."""
    hashes = np.array(article.hashes, np.uint64)
    if not len(hashes):
        return hashes
    shingles = _shingles(hashes, min(SHINGLE, len(hashes)))
    if len(shingles) > WINDOW:
        shingles = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1)
    return np.unique(shingles)


def _hash(word: str, known: dict[str, int]) -> int:
    found = known.get(word)
    if found is None:
        found = known[word] = crc32(word.replace("’", "'").encode("utf-8", "surrogatepass"))
    return found


def _shingles(hashes: Hashes, size: int) -> Hashes:
    """A hash of each `size` consecutive words: a polynomial, its bits then mixed (the finaliser of MurmurHash3)."""
    mixed = np.zeros(len(hashes) - size + 1, np.uint64)
    for offset in range(size):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashes[offset : offset + len(mixed)]
    mixed ^= mixed >> np.uint64(33)
    mixed *= np.uint64(0xFF51AFD7ED558CCD)
    return mixed ^ (mixed >> np.uint64(33))


def _shared(kept: Sequence[Hashes], rank: NDArray[np.int64]) -> Iterable[tuple[int, int]]:
    """(code, shared fingerprints) of each pair; code = rank of the one × number of articles + rank of the other."""
    if not kept:
        return []
    hashes = np.concatenate(kept)
    owners = rank[np.repeat(np.arange(len(kept)), [len(k) for k in kept])]
    by_hash = np.lexsort((owners, hashes))
    hashes, owners = hashes[by_hash], owners[by_hash]
    first = np.concatenate(([True], hashes[1:] != hashes[:-1])).nonzero()[0]
    begin = np.repeat(first, np.diff(np.concatenate((first, [len(hashes)]))))
    codes = []
    for carrier in range(CARRIERS):
        at = (np.arange(len(hashes)) > begin + carrier).nonzero()[0]
        codes.append(owners[begin[at] + carrier] * len(kept) + owners[at])
    unique, counts = np.unique(np.concatenate(codes), return_counts=True)
    return zip(unique.tolist(), counts.tolist(), strict=True)
