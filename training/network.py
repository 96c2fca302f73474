"""The reader's network: a MiniLM encoder with a word-shape input, and heads over the words.

Parsing is by biaffine attention over arcs (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734). A relation is
scored by a two-layer perceptron over its word and its head (Kiperwasser and Goldberg 2016,
https://arxiv.org/abs/1603.04351), in two halves that are added, so that run time can score the few relations of the
tree it decodes instead of those of all pairs.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.weights.pieces import SHAPES

HIDDEN, LAYERS, ATTENTION_HEADS, INTERMEDIATE, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30_522


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide = nn.Linear(HIDDEN, INTERMEDIATE)
        self.narrow = nn.Linear(INTERMEDIATE, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States (B, T, HIDDEN) and an additive attention bias (B, 1, 1, T) to states."""
        batch, pieces, _ = states.shape
        split = self.query_key_value(states).view(batch, pieces, 3, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (HIDDEN // ATTENTION_HEADS) ** -0.5 + bias
        mixed = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2).reshape(batch, pieces, HIDDEN)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.norm(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Encoder(nn.Module):
    """MiniLM-L6 over word pieces and, where ``shaped``, the shapes of their words."""

    def __init__(self, dropout: float, *, shaped: bool) -> None:
        super().__init__()
        # Sparse gradients: the vocabulary is half of all parameters, and a batch holds a thousandth of it.
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN, sparse=True)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(len(SHAPES), HIDDEN) if shaped else None
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor | None = None) -> Tensor:
        """Piece ids (B, T), 0 for padding, and shape ids (B, T) to states (B, T, HIDDEN)."""
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        if self.shapes is not None and shapes is not None:
            states = states + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        bias = (pieces == 0).to(states.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states

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
        dropout: float = 0.0,
        head_dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, shaped=True)
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

    def forward(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """Score a batch.

        ``pieces`` and ``shapes`` are (B, T); ``starts`` (B, W) is the place of each word's first piece, 0 for padding.
        Returns ``OUTPUTS``: upos, xpos and entities (B, W, labels), arcs (B, W, 1 + W) with the root first, and the two
        halves of the relations' hidden layer, (B, W, R) for words and (B, 1 + W, R) for heads.
        """
        states = self.encoder(pieces, shapes)
        places = functional.pad(starts, (1, 0))  # the start piece stands for the root
        candidates = states.gather(1, places[:, :, None].expand(-1, -1, HIDDEN))
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

    def relations(self, word_halves: Tensor, head_halves: Tensor) -> Tensor:
        """Relation scores of pairs, from their two halves (any leading shape)."""
        return self.relation(self.dropout(functional.relu(word_halves + head_halves)))


OUTPUTS = ("upos", "xpos", "entities", "arcs", "relation_word", "relation_head")
