"""The reader at run time: sentences of words to tags, trees and names.

Nothing of a sentence's result depends on its neighbours: a sentence is padded to a length of its own, only sentences of
one such length share a batch, and the model quantises each word piece by itself.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from sayso.weights.files import checked_files, open_session
from sayso.weights.names import best_tags
from sayso.weights.pieces import END, PAD, START, tokenizer_of, word_splitter
from sayso.weights.predicates import properties
from sayso.weights.tree import best_tree
from sayso.weights.vectors import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

MAX_PIECES = 510
"""Word pieces of one window: what the encoder has positions for, less its start and end."""

BATCH_PIECES = 1024
"""Padded word pieces a batch: more gained no speed in measurements, and takes memory."""

LENGTH_STEP = 16
"""Sentences are padded to a multiple of this many pieces: only attention works on padding, and fewer batches cost less."""

_BREAKS = frozenset(".,;:!?—–|")


class Parse(msgspec.Struct, frozen=True):
    """What the reader found in one sentence: one item a word in each tuple."""

    upos: tuple[str, ...]
    """Universal part of speech (``VERB``)."""
    xpos: tuple[str, ...]
    """Penn Treebank tag, which tells tense and number (``VBD``)."""
    heads: tuple[int, ...]
    """Index of the head word in the sentence, -1 for the one root; always a tree."""
    deprels: tuple[str, ...]
    """Universal dependency relation with its subtype (``nsubj:pass``)."""
    ner: tuple[str, ...]
    """Name tag in BIO form over PER, ORG, LOC, PRODUCT, EVENT and MISC (``B-PER``); always well-formed."""
    marks: tuple[frozenset[str], ...]
    """What the word is as a predicate, if it is one: ``unsure``, ``negated``, ``future``, ``reporting``."""
    vectors: bytes
    """What the words say in the sentence: ``sayso.weights.vectors``."""


EMPTY = Parse(upos=(), xpos=(), heads=(), deprels=(), ner=(), marks=(), vectors=b"")


class Labels(msgspec.Struct, frozen=True):
    """The names of the model's outputs: a label's id is its place."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    entities: tuple[str, ...]
    properties: tuple[str, ...] = ()


class Window(NamedTuple):
    """A sentence, or a stretch of one too long for the model, as the model reads it."""

    sentence: int
    first_word: int
    pieces: list[int]
    shapes: list[int]
    starts: list[int]  # the place of each word's first piece

    @property
    def padded(self) -> int:
        """Pieces after padding."""
        return -(-len(self.pieces) // LENGTH_STEP) * LENGTH_STEP


class Reader:
    """Parses sentences; made by ``sayso.weights.load_reader``."""

    def __init__(self, session: InferenceSession, tokenizer: bytes, labels: Labels) -> None:
        self._session = session
        self._split = word_splitter(tokenizer_of(tokenizer))
        self._labels = labels
        # The last layer of the relations is a constant of the model: read it once, by reading one word.
        scores = self._scores([Window(0, 0, [START, END], [0, 0], [0])])
        self._relation_matrix, self._relation_bias = scores[6], scores[7]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences, each given as its words in the manner of UD English-EWT (``do`` ``n't``, ``Acme`` ``'s``).

        Returns one ``Parse`` a sentence, in their order, empty for an empty sentence. Never fails on a text: a word
        is read by its first characters, and a sentence too long for the model in stretches, whose roots become
        ``parataxis`` of the first stretch's.
        """
        distinct = {tuple(words): number for number, words in enumerate(sentences)}  # headings and tables repeat
        windows = [window for words, number in distinct.items() for window in self._windows(number, words)]
        stretches: list[list[Parse]] = [[] for _ in sentences]
        parsed = [EMPTY] * len(windows)
        for places in _batches(windows):
            for place, parse in zip(places, self._parse_batch([windows[place] for place in places]), strict=True):
                parsed[place] = parse
        for window, parse in zip(windows, parsed, strict=True):
            stretches[window.sentence].append(parse)
        return [_join(stretches[distinct[tuple(words)]]) for words in sentences]

    def _windows(self, sentence: int, words: Sequence[str]) -> Iterator[Window]:
        """The stretches of a sentence: all of it, unless it has more than ``MAX_PIECES``."""
        split = [self._split(word) for word in words]
        first = 0
        while first < len(split):
            last, size = first, 0
            while last < len(split) and size + len(split[last][0]) <= MAX_PIECES:
                size += len(split[last][0])
                last += 1
            if last < len(split):
                last = _break_after(words, first, last)
            yield _window(sentence, first, split[first:last])
            first = last

    def _scores(self, windows: Sequence[Window]) -> list[NDArray[np.float32]]:
        """The model's outputs for windows of one padded length."""
        width = windows[0].padded
        pieces = np.full((len(windows), width), PAD, np.int64)
        shapes = np.zeros((len(windows), width), np.int64)
        starts = np.zeros((len(windows), width - 1), np.int64)  # of a width that no neighbour changes
        for row, window in enumerate(windows):
            pieces[row, : len(window.pieces)] = window.pieces
            shapes[row, : len(window.shapes)] = window.shapes
            starts[row, : len(window.starts)] = window.starts
        scores: list[NDArray[np.float32]] = self._session.run(
            None, {"pieces": pieces, "shapes": shapes, "starts": starts}
        )
        return scores

    def _parse_batch(self, windows: Sequence[Window]) -> Iterator[Parse]:
        upos, xpos, entities, arcs, relation_words, relation_heads, _, _, predicates, vectors = self._scores(windows)
        upos_ids, xpos_ids = upos.argmax(-1), xpos.argmax(-1)
        for row, window in enumerate(windows):
            count = len(window.starts)
            heads = best_tree(arcs[row, :count, : count + 1])
            hidden = relation_words[row, :count] + relation_heads[row, np.add(heads, 1)]
            relations = np.maximum(hidden, 0) @ self._relation_matrix + self._relation_bias
            deprels = self._relation_names(relations, heads)
            yield Parse(
                upos=_names(self._labels.upos, upos_ids[row, :count]),
                xpos=_names(self._labels.xpos, xpos_ids[row, :count]),
                heads=tuple(heads),
                deprels=deprels,
                ner=_names(self._labels.entities, best_tags(entities[row, :count], self._labels.entities)),
                marks=properties(predicates[row, : count + 1], heads, deprels, self._labels.properties),
                vectors=packed(vectors[row, :count], np.diff([*window.starts, len(window.pieces) - 1])),
            )

    def _relation_names(self, relations: NDArray[np.float32], heads: Sequence[int]) -> tuple[str, ...]:
        """The best relation of each word; ``root`` for the root and for no other."""
        root = self._labels.deprels.index("root")
        relations[:, root] = -np.inf
        ids = relations.argmax(-1)
        ids[list(heads).index(-1)] = root
        return _names(self._labels.deprels, ids)


def read_model(folder: Path) -> Reader:
    """Load the reader of a folder; raises ``ModelError`` if a file is missing or altered."""
    files = checked_files(folder, "model.onnx", "tokenizer.json", "labels.json")
    labels = msgspec.json.decode(files["labels.json"], type=Labels)
    return Reader(open_session(files["model.onnx"]), files["tokenizer.json"], labels)


def _names(labels: Sequence[str], ids: NDArray[np.intp]) -> tuple[str, ...]:
    return tuple([labels[label] for label in ids.tolist()])


def _window(sentence: int, first: int, split: Sequence[tuple[tuple[int, ...], int]]) -> Window:
    pieces, shapes, starts = [START], [0], []
    for ids, shape in split:
        starts.append(len(pieces))
        pieces += ids
        shapes += [shape] * len(ids)
    return Window(sentence, first, [*pieces, END], [*shapes, 0], starts)


def _break_after(words: Sequence[str], first: int, last: int) -> int:
    """Where to end a stretch of ``words[first:last]``: after punctuation in its second half, else at ``last``."""
    for place in range(last - 1, (first + last) // 2, -1):
        if words[place] in _BREAKS:
            return place + 1
    return last


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Places of windows of one padded length, ``BATCH_PIECES`` at a time."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for place, window in enumerate(windows):
        by_length[window.padded].append(place)
    for length, places in sorted(by_length.items()):
        size = max(1, BATCH_PIECES // length)
        for first in range(0, len(places), size):
            yield places[first : first + size]


def _join(parts: Sequence[Parse]) -> Parse:
    """One parse of a sentence's stretches: the roots of the later ones hang on the root of the first."""
    if not parts:
        return EMPTY
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads = list(parts[0].heads)
    deprels = list(parts[0].deprels)
    for part in parts[1:]:
        offset = len(heads)
        heads += [root if head < 0 else head + offset for head in part.heads]
        deprels += ["parataxis" if head < 0 else name for head, name in zip(part.heads, part.deprels, strict=True)]
    return Parse(
        upos=tuple([tag for part in parts for tag in part.upos]),
        xpos=tuple([tag for part in parts for tag in part.xpos]),
        heads=tuple(heads),
        deprels=tuple(deprels),
        ner=tuple([tag for part in parts for tag in part.ner]),
        marks=tuple([marks for part in parts for marks in part.marks]),
        vectors=b"".join([part.vectors for part in parts]),
    )
