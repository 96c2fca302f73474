"""The reader's network: a MiniLM encoder with a word-shape input, and heads over the words.

Parsing is by biaffine attention over arcs (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734). A relation is
scored by a two-layer perceptron over its word and its head (Kiperwasser and Goldberg 2016,
https://arxiv.org/abs/1603.04351), in two halves that are added, so that run time can score the few relations of the
tree it decodes instead of those of all pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.weights.pieces import SHAPES

HIDDEN, HEAD_SIZE, LAYERS, POSITIONS, VOCABULARY = 384, 32, 6, 512, 30_522


class Sizes(NamedTuple):
    """What may be narrower than in MiniLM-L6, whose sizes are the defaults."""

    attention_heads: int = 12
    intermediate: int = 1536
    merge_after: int = LAYERS
    """After so many layers only the first piece of each word, and the start piece, go on."""


MINILM = Sizes()


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, dropout: float, sizes: Sizes) -> None:
        super().__init__()
        attended = sizes.attention_heads * HEAD_SIZE
        self.query_key_value = nn.Linear(HIDDEN, 3 * attended)
        self.attended = nn.Linear(attended, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide = nn.Linear(HIDDEN, sizes.intermediate)
        self.narrow = nn.Linear(sizes.intermediate, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor, gates: tuple[Tensor, Tensor] | None = None) -> Tensor:
        """States (B, T, HIDDEN) and an additive attention bias (B, 1, 1, T) to states.

        ``gates`` are factors of the attention heads and of the neurons between the two last linear layers: their
        gradients say what each is worth (``training.prune``).
        """
        batch, pieces, _ = states.shape
        split = self.query_key_value(states).view(batch, pieces, 3, -1, HEAD_SIZE)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * HEAD_SIZE**-0.5 + bias
        mixed = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2)  # (B, T, heads, HEAD_SIZE)
        if gates is not None:
            mixed = mixed * gates[0]
        states = self.attended_norm(states + self.dropout(self.attended(mixed.flatten(2))))
        wide = functional.gelu(self.wide(states))
        if gates is not None:
            wide = wide * gates[1]
        return self.norm(states + self.dropout(self.narrow(wide)))


class Encoder(nn.Module):
    """MiniLM-L6, or a narrower form of it, over word pieces and, where ``shaped``, the shapes of their words."""

    def __init__(self, dropout: float, *, shaped: bool, sizes: Sizes = MINILM) -> None:
        super().__init__()
        self.merge_after = sizes.merge_after
        # Sparse gradients: the vocabulary is half of all parameters, and a batch holds a thousandth of it.
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN, sparse=True)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(len(SHAPES), HIDDEN) if shaped else None
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, sizes) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        starts: Tensor,
        gates: Sequence[tuple[Tensor, Tensor]] | None = None,
    ) -> Tensor:
        """Piece ids and shape ids (B, T) and the places of words' first pieces (B, W), 0 for padding, to states.

        The states are (B, 1 + W, HIDDEN), of the start piece and the words.
        """
        return self.trace(pieces, shapes, starts, gates)[-1]

    def trace(
        self,
        pieces: Tensor,
        shapes: Tensor,
        starts: Tensor,
        gates: Sequence[tuple[Tensor, Tensor]] | None = None,
    ) -> list[Tensor]:
        """The states of the start piece and of words' first pieces before the first layer and after each, as in ``forward``."""
        states = self._embedded(pieces, shapes)
        bias = (pieces == 0).to(states.dtype)[:, None, None, :] * -1e4
        trace = [_first_pieces(states, starts)]
        for number, layer in enumerate(self.layers):
            if number == self.merge_after:
                states, bias = trace[-1], _word_bias(starts, states.dtype)
            states = layer(states, bias, None if gates is None else gates[number])
            trace.append(_first_pieces(states, starts) if number < self.merge_after else states)
        return trace

    def of_pieces(self, pieces: Tensor) -> Tensor:
        """The states (B, T, HIDDEN) of all pieces, none merged, of texts without shapes."""
        states = self._embedded(pieces, None)
        bias = (pieces == 0).to(states.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def _embedded(self, pieces: Tensor, shapes: Tensor | None) -> Tensor:
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        if self.shapes is not None and shapes is not None:
            states = states + self.shapes(shapes)
        embedded: Tensor = self.dropout(self.norm(states))
        return embedded

    def load_initial(self, tensors: dict[str, Tensor]) -> None:
        """Take over the weights of a BERT checkpoint; the word shapes start at nothing."""
        embeddings = "embeddings."
        self.pieces.weight.data.copy_(tensors[embeddings + "word_embeddings.weight"])
        types = tensors[embeddings + "token_type_embeddings.weight"][0]  # we only ever have one type of text
        self.positions.weight.data.copy_(tensors[embeddings + "position_embeddings.weight"] + types)
        _copy(self.norm, tensors, embeddings + "LayerNorm")
        if self.shapes is not None:
            nn.init.normal_(self.shapes.weight, std=0.002)
        for number, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                names = [f"{prefix}attention.self.{kind}.{part}" for kind in ("query", "key", "value")]
                getattr(layer.query_key_value, part).data.copy_(torch.cat([tensors[name] for name in names]))
            _copy(layer.attended, tensors, prefix + "attention.output.dense")
            _copy(layer.attended_norm, tensors, prefix + "attention.output.LayerNorm")
            _copy(layer.wide, tensors, prefix + "intermediate.dense")
            _copy(layer.narrow, tensors, prefix + "output.dense")
            _copy(layer.norm, tensors, prefix + "output.LayerNorm")


def _first_pieces(states: Tensor, starts: Tensor) -> Tensor:
    """The states of the start piece, which stands for the root, and of each word's first piece."""
    return states.gather(1, functional.pad(starts, (1, 0))[:, :, None].expand(-1, -1, HIDDEN))


def _word_bias(starts: Tensor, kind: torch.dtype) -> Tensor:
    return functional.pad(starts == 0, (1, 0), value=False).to(kind)[:, None, None, :] * -1e4


def _copy(module: nn.Linear | nn.LayerNorm, tensors: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(tensors[name + ".weight"])
    module.bias.data.copy_(tensors[name + ".bias"])


class ReaderNetwork(nn.Module):
    """Encoder and heads. The parts of ``forward``'s result are named by ``OUTPUTS``."""

    def __init__(
        self,
        *,
        upos: int,
        xpos: int,
        deprels: int,
        entities: int,
        arc_size: int,
        relation_size: int,
        vectors: int = 0,
        sizes: Sizes = MINILM,
        dropout: float = 0.0,
        head_dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, shaped=True, sizes=sizes)
        self.upos = nn.Linear(HIDDEN, upos)
        self.xpos = nn.Linear(HIDDEN, xpos)
        self.entities = nn.Linear(HIDDEN, entities)
        self.arc_word = nn.Linear(HIDDEN, arc_size)
        self.arc_head = nn.Linear(HIDDEN, arc_size)
        self.arc_pair = nn.Linear(arc_size, arc_size, bias=False)
        self.arc_prior = nn.Linear(arc_size, 1, bias=False)
        self.relation_word = nn.Linear(HIDDEN, relation_size)
        self.relation_head = nn.Linear(HIDDEN, relation_size)
        self.relation = nn.Linear(relation_size, deprels)
        self.dropout = nn.Dropout(head_dropout)
        self.word_dropout = nn.Dropout(dropout)
        nn.init.normal_(self.arc_pair.weight, std=arc_size**-0.5)
        self.vector = nn.Linear(3 * HIDDEN, vectors) if vectors else None

    def forward(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """Score a batch.

        ``pieces`` and ``shapes`` are (B, T); ``starts`` (B, W) is the place of each word's first piece, 0 for padding.
        Returns ``OUTPUTS``: upos, xpos and entities (B, W, labels), arcs (B, W, 1 + W) with the root first, and the two
        halves of the relations' hidden layer, (B, W, R) for words and (B, 1 + W, R) for heads.
        """
        return self.scores(self.encoder(pieces, shapes, starts))

    def scores(self, candidates: Tensor) -> tuple[Tensor, ...]:
        """``OUTPUTS`` of the encoder's states of the root and the words (B, 1 + W, HIDDEN)."""
        words = candidates[:, 1:]
        tagged = self.word_dropout(words)
        arc_word = self.dropout(functional.gelu(self.arc_word(words)))
        arc_head = self.dropout(functional.gelu(self.arc_head(candidates)))
        arcs = self.arc_pair(arc_word) @ arc_head.transpose(1, 2) + self.arc_prior(arc_head).transpose(1, 2)
        return (
            self.upos(tagged),
            self.xpos(tagged),
            self.entities(tagged),
            arcs,
            self.relation_word(self.word_dropout(words)),
            self.relation_head(self.word_dropout(candidates)),
        )

    def vectors(self, trace: Sequence[Tensor]) -> Tensor:
        """What the words say in their sentence (B, W, numbers), from the encoder's ``trace``: see ``training.meaning``."""
        assert self.vector is not None
        vectors: Tensor = self.vector(torch.cat([trace[layer][:, 1:] for layer in VECTOR_LAYERS], -1))
        return vectors

    def relations(self, word_halves: Tensor, head_halves: Tensor) -> Tensor:
        """Relation scores of pairs, from their two halves (any leading shape)."""
        return self.relation(self.dropout(functional.relu(word_halves + head_halves)))


VECTOR_LAYERS = (2, 4, 6)
"""After which layers the states must tell what words mean: early ones do by themselves, late ones tell their part in the tree."""

OUTPUTS = ("upos", "xpos", "entities", "arcs", "relation_word", "relation_head")
