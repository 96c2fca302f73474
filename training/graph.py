"""ONNX graphs of the encoder and the reader, written node by node, so that nothing in them is a surprise.

Quantisation (see the cards for what was measured): each linear layer's weights are int8 with one scale an output
column; its input is quantised at run time with one scale a *row*, that is a word piece, so that what one sentence gives
does not depend on its neighbours in the batch, as it would with a scale a tensor. The fastest int8 products of
processors without VNNI add two products in 16 signed bits, so that the bits of an input and of a weight may be 15
together: 8 for inputs and 7 for weights lost less than 7 and 8. Embeddings are int8 with a scale a row.

ONNX Runtime's own ``MatMulNBits`` (8 bits, blocks of 128, ``blocks`` here) is more exact, but took twice the time on a
processor with AVX2 alone, longer than no quantisation at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import HEAD_SIZE, HIDDEN, LAYERS, OUTPUTS

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
MICROSOFT = "com.microsoft"
QUANTISATIONS = ("none", "row", "blocks")

ACTIVATION_BITS = 8
MIDDLE = 2 ** (ACTIVATION_BITS - 1)
WEIGHT_LIMIT = 2 ** (14 - ACTIVATION_BITS) - 1
GELU_MINIMUM = -0.17  # just under its least value, -0.16997 at -0.7518


class Graph:
    """A graph under construction; a value is known by its name."""

    def __init__(self, weights: Weights, quantisation: str) -> None:
        self.weights = weights
        self.quantisation = quantisation
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.attention_heads = weights["encoder.layers.0.attended.weight"].shape[1] // HEAD_SIZE

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        """A constant tensor, stored once a name."""
        self.constants.setdefault(name, numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def number(self, value: float) -> str:
        """A float scalar."""
        return self.constant(f"number_{value}", np.array(value, np.float32))

    def shape(self, *sizes: int) -> str:
        """A vector of integers: axes or sizes."""
        return self.constant("shape_" + "_".join(map(str, sizes)), np.array(sizes, np.int64))

    def node(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output; returns the output's name."""
        output = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], output, domain=domain, **attributes))
        return output

    def norm(self, value: str, layer: str) -> str:
        """Layer normalisation."""
        scale, bias = (self.constant(f"{layer}.{part}", self.weights[f"{layer}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", value, scale, bias, axis=-1, epsilon=1e-12)

    def embedding(self, layer: str, ids: str) -> str:
        """Rows of an embedding, (B, T) to (B, T, HIDDEN)."""
        table = self.weights[f"{layer}.weight"]
        if self.quantisation == "none":
            return self.node("Gather", self.constant(f"{layer}.weight", table), ids)
        scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        rows = self.node("Gather", self.constant(f"{layer}.weight", np.round(table / scales).astype(np.int8)), ids)
        row_scales = self.node("Gather", self.constant(f"{layer}.scales", scales.astype(np.float32)), ids)
        return self.node("Mul", self.node("Cast", rows, to=TensorProto.FLOAT), row_scales)

    def rows(self, value: str) -> tuple[str, str]:
        """Quantise around ``MIDDLE`` with a scale a row: (R, C) to uint8 levels (R, C) and scales (R,)."""
        largest = self.node("ReduceMax", self.node("Abs", value), self.shape(-1), keepdims=0)
        scales = self.node("Mul", self.node("Max", largest, self.number(1e-8)), self.number(1 / (MIDDLE - 1)))
        middle = numpy_helper.from_array(np.array([MIDDLE], np.uint8))
        middles = self.node("ConstantOfShape", self.node("Shape", scales), value=middle)
        return self.node("QuantizeLinear", value, scales, middles, axis=0), scales

    def gelu_rows(self, value: str) -> tuple[str, str]:
        """Quantise what a GELU gave, less its minimum: (R, C) to uint8 levels from 0, and scales (R,).

        A GELU gives little below nothing, so that levels around a middle would waste half of themselves.
        """
        raised = self.node("Add", value, self.number(-GELU_MINIMUM))
        largest = self.node("ReduceMax", raised, self.shape(-1), keepdims=0)
        scales = self.node("Mul", largest, self.number(1 / (2 * MIDDLE - 1)))
        none = numpy_helper.from_array(np.array([0], np.uint8))
        nones = self.node("ConstantOfShape", self.node("Shape", scales), value=none)
        return self.node("QuantizeLinear", raised, scales, nones, axis=0), scales

    def linear(self, value: str, *layers: str, after_gelu: bool = False) -> str:
        """Linear layers side by side, with their biases; say so if their input comes out of a GELU."""
        product, bias = self.product(value, *layers, after_gelu=after_gelu)
        return self.node("Add", product, bias)

    def residual_norm(self, value: str, layer: str, states: str, norm: str, *, after_gelu: bool = False) -> str:
        """Normalised sum of ``states`` and a linear layer of ``value``."""
        # Not SkipLayerNormalization, which does all of it at once: it was five times slower.
        return self.norm(self.node("Add", self.linear(value, layer, after_gelu=after_gelu), states), norm)

    def product(self, value: str, *layers: str, after_gelu: bool = False) -> tuple[str, str]:
        """Product of ``value`` (R, inputs) with the weights of linear layers side by side, and their biases to add."""
        weight = np.concatenate([self.weights[f"{layer}.weight"].T for layer in layers], axis=1)  # (inputs, outputs)
        bias = np.concatenate([self._bias(layer) for layer in layers])
        name = "+".join(layers)
        if self.quantisation == "none":
            product = self.node("MatMul", value, self.constant(f"{name}.weight", weight))
        elif self.quantisation == "blocks":
            product = self._block_product(value, name, weight)
        else:
            scales = (np.maximum(np.abs(weight).max(0), 1e-8) / WEIGHT_LIMIT).astype(np.float32)
            whole = np.round(weight / scales)
            product = self._row_product(value, name, whole.astype(np.int8), scales, after_gelu)
            if after_gelu:  # what raising the input by -GELU_MINIMUM has added to every row alike
                bias = bias + np.float32(GELU_MINIMUM) * whole.sum(0) * scales
        return product, self.constant(f"{name}.bias", bias.astype(np.float32))

    def _bias(self, layer: str) -> Array:
        return self.weights.get(f"{layer}.bias", np.zeros(len(self.weights[f"{layer}.weight"]), np.float32))

    def _row_product(self, value: str, name: str, whole: NDArray[np.int8], scales: Array, after_gelu: bool) -> str:
        levels, row_scales = self.gelu_rows(value) if after_gelu else self.rows(value)
        middle = 0 if after_gelu else MIDDLE
        product = self.node(
            "MatMulIntegerToFloat",
            levels,
            self.constant(f"{name}.weight", whole),
            self.number(1.0),
            self.constant(f"{name}.scales", scales),
            self.constant(f"middle_{middle}", np.array(middle, np.uint8)),
            domain=MICROSOFT,
        )
        return self.node("Mul", product, self.node("Unsqueeze", row_scales, self.shape(1)))

    def _block_product(self, value: str, name: str, weight: Array, block: int = 128) -> str:
        inputs, outputs = weight.shape
        blocks = weight.T.reshape(outputs, inputs // block, block)
        scales = np.maximum(np.abs(blocks).max(-1), 1e-8) / 127
        levels = (np.round(blocks / scales[..., None]) + 128).astype(np.uint8)
        return self.node(
            "MatMulNBits",
            value,
            self.constant(f"{name}.weight", levels),
            self.constant(f"{name}.scales", scales.astype(np.float32).ravel()),
            domain=MICROSOFT,
            K=inputs,
            N=outputs,
            bits=8,
            block_size=block,
            accuracy_level=4,
        )

    def gelu(self, value: str) -> str:
        """The exact GELU."""
        return self.node("Gelu", value, domain=MICROSOFT)

    def model(self, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(self.nodes, "sayso", inputs, outputs, initializer=list(self.constants.values()))
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sayso")


class Rows(NamedTuple):
    """Where word pieces or words stand: side by side without padding, a row each (R), or in texts of one length (B, T).

    All but attention works on rows, so that padding costs next to nothing.
    """

    kept: str
    """(R,): each row's place among the B * T."""
    columns: str
    """(R,): each row's place in its text."""
    places: str
    """(B, T): the row of each; any row for padding."""
    parts: tuple[str, ...]
    """(B, heads, T): which stretch of ``HEAD_SIZE`` numbers among the rows' queries, keys and values."""
    back: str
    """(R, heads): the stretch of each row among those of (B, heads, T)."""
    bias: str
    """(B, 1, 1, T): what is added to the scores of attention: next to minus infinity for padding."""


def rows_of_pieces(graph: Graph) -> Rows:
    """Where the input ``pieces`` (B, T) stand: 0 is padding."""
    return _rows(graph, graph.node("Equal", "pieces", graph.constant("zero", np.array(0, np.int64))))


def rows_of_words(graph: Graph, starts: str) -> Rows:
    """Where the root and the words stand, given the places of words' first pieces (B, W): 0 is padding."""
    padding = graph.node("Equal", starts, graph.constant("zero", np.array(0, np.int64)))
    whole = graph.node("Pad", graph.node("Cast", padding, to=TensorProto.INT64), graph.shape(0, 1, 0, 0))
    return _rows(graph, graph.node("Cast", whole, to=TensorProto.BOOL))


def _rows(graph: Graph, padding: str) -> Rows:
    """Rows of texts, given which of their places (B, T) are padding."""
    heads = graph.attention_heads
    zero = graph.constant("zero", np.array(0, np.int64))
    present = graph.node("Reshape", graph.node("Not", padding), graph.shape(-1))
    kept = graph.node("Reshape", graph.node("NonZero", present), graph.shape(-1))
    count = graph.node("CumSum", graph.node("Cast", present, to=TensorProto.INT64), zero)
    row = graph.node("Sub", count, graph.constant("one", np.array(1, np.int64)))
    places = graph.node("Reshape", row, graph.node("Shape", padding))
    length = graph.node("Shape", padding, start=1, end=2)
    column = graph.node("Mod", kept, length)
    bias = graph.node("Mul", graph.node("Cast", padding, to=TensorProto.FLOAT), graph.number(-1e4))
    return Rows(
        kept,
        column,
        places,
        _parts(graph, places, heads),
        _back(graph, graph.node("Div", kept, length), column, length, heads),
        graph.node("Unsqueeze", bias, graph.shape(1, 2)),
    )


def _parts(graph: Graph, places: str, heads: int) -> tuple[str, ...]:
    """Where the queries, the keys and the values of each text and head stand, as stretches."""
    first = graph.node("Mul", graph.node("Unsqueeze", places, graph.shape(1)), graph.shape(3 * heads))
    numbers = np.arange(3 * heads, dtype=np.int64).reshape(3, heads, 1)
    return tuple(graph.node("Add", first, graph.constant(f"part_{part}", numbers[part])) for part in range(3))


def _back(graph: Graph, text: str, column: str, length: str, heads: int) -> str:
    """Where the stretches of each row stand, from its text and column (R,)."""
    first = graph.node("Unsqueeze", graph.node("Mul", text, graph.shape(heads)), graph.shape(1))
    head = graph.node("Add", first, graph.constant("heads", np.arange(heads, dtype=np.int64)))
    return graph.node("Add", graph.node("Mul", head, length), graph.node("Unsqueeze", column, graph.shape(1)))


def embedded(graph: Graph, rows: Rows, *, shaped: bool) -> str:
    """The first nodes of the encoder: inputs ``pieces`` and, where ``shaped``, ``shapes`` (B, T) to rows (R, HIDDEN)."""
    positions = graph.constant("encoder.positions", graph.weights["encoder.positions.weight"])
    pieces = graph.embedding("encoder.pieces", _kept(graph, "pieces", rows))
    states = graph.node("Add", pieces, graph.node("Gather", positions, rows.columns))
    if shaped:
        table = graph.constant("encoder.shapes", graph.weights["encoder.shapes.weight"])
        states = graph.node("Add", states, graph.node("Gather", table, _kept(graph, "shapes", rows)))
    return graph.norm(states, "encoder.norm")


def _kept(graph: Graph, ids: str, rows: Rows) -> str:
    """Those of the ids (B, T) that are no padding's: (R,)."""
    return graph.node("Gather", graph.node("Reshape", ids, graph.shape(-1)), rows.kept)


def encode(graph: Graph, states: str, rows: Rows, layers: range) -> list[str]:
    """Some of the encoder's layers: rows to rows (R, HIDDEN), those given and those after each layer."""
    trace = [states]
    for number in layers:
        trace.append(_layer(graph, trace[-1], rows, f"encoder.layers.{number}."))
    return trace


def _layer(graph: Graph, states: str, rows: Rows, prefix: str) -> str:
    # Heads are gathered and put back by stretches: one copy each, where splitting and transposing took three.
    whole = graph.attention_heads * HEAD_SIZE
    joined = graph.node("Reshape", graph.linear(states, prefix + "query_key_value"), graph.shape(-1, HEAD_SIZE))
    query, key, value = (graph.node("Gather", joined, part) for part in rows.parts)
    scores = graph.node("FusedMatMul", query, key, domain=MICROSOFT, transB=1, alpha=HEAD_SIZE**-0.5)
    shares = graph.node("Softmax", graph.node("Add", scores, rows.bias), axis=-1)
    mixed = graph.node("Reshape", graph.node("MatMul", shares, value), graph.shape(-1, HEAD_SIZE))
    mixed = graph.node("Reshape", graph.node("Gather", mixed, rows.back), graph.shape(-1, whole))
    states = graph.residual_norm(mixed, prefix + "attended", states, prefix + "attended_norm")
    wide = graph.gelu(graph.linear(states, prefix + "wide"))
    return graph.residual_norm(wide, prefix + "narrow", states, prefix + "norm", after_gelu=True)


def _integers(name: str, *sizes: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, sizes)


def encoder_model(weights: Weights, quantisation: str) -> onnx.ModelProto:
    """The encoder: ``pieces`` (B, T), 0 for padding, to ``states`` and ``words`` (B, T, HIDDEN), anything for padding.

    States are what each word piece says in its text, words what it says by itself (its embedding, at its place).
    """
    graph = Graph(weights, quantisation)
    rows = rows_of_pieces(graph)
    words = embedded(graph, rows, shaped=False)
    for states, name in ((encode(graph, words, rows, range(LAYERS))[-1], "states"), (words, "words")):
        graph.nodes.append(helper.make_node("Gather", [states, rows.places], [name]))
    outputs = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, ("batch", "pieces", HIDDEN)) for n in ("states", "words")
    ]
    return graph.model([_integers("pieces", "batch", "pieces")], outputs)


def _words(graph: Graph, candidates: str) -> str:
    """The words among head candidates: (B, 1 + W, ...) without the root."""
    end = graph.constant("end", np.array([2**31 - 1], np.int64))
    return graph.node("Slice", candidates, graph.shape(1), end, graph.shape(1))


def reader_model(weights: Weights, quantisation: str, merge_after: int) -> onnx.ModelProto:
    """The reader: ``pieces``, ``shapes`` (B, T) and ``starts`` (B, W) to ``OUTPUTS`` and the relations' last layer.

    After ``merge_after`` layers only the start piece and the first pieces of words go on. The last layer
    (``relation_matrix`` and ``relation_bias``) is given out as it is: run time applies it to the pairs of the trees that
    it decodes. Where there are heads for predicates (``training.heads``), ``predicates`` (B, 1 + W, 3 * properties) comes
    next: what each word counts for itself, for those it governs, and for the one it stands below. Where there is a map to
    vectors (``training.meaning``), ``vectors`` (B, W, numbers) comes last.
    """
    graph = Graph(weights, quantisation)
    rows, words = rows_of_pieces(graph), rows_of_words(graph, "starts")
    trace = encode(graph, embedded(graph, rows, shaped=True), rows, range(merge_after))
    first_pieces = graph.node(
        "GatherElements", rows.places, graph.node("Pad", "starts", graph.shape(0, 1, 0, 0)), axis=1
    )
    first_pieces = graph.node("Gather", graph.node("Reshape", first_pieces, graph.shape(-1)), words.kept)
    trace = [graph.node("Gather", states, first_pieces) for states in trace]
    trace += encode(graph, trace[-1], words, range(merge_after, LAYERS))[1:]
    # All heads in one product; what the root's row gives as a word is thrown away.
    layers = ["arc_head", "relation_head", "arc_word", "relation_word", "upos", "xpos", "entities"]
    extra = ["predicates"] if "predicates.weight" in weights else []
    layers += extra
    joined = graph.linear(trace[-1], *layers)
    parts = {}
    first = 0
    for layer in layers:
        last = first + len(weights[f"{layer}.weight"])
        parts[layer] = graph.node("Slice", joined, graph.shape(first), graph.shape(last), graph.shape(1))
        first = last
    arc_word = graph.linear(graph.gelu(parts["arc_word"]), "arc_pair", after_gelu=True)
    arc_head = graph.node("Transpose", _by_text(graph, graph.gelu(parts["arc_head"]), words), perm=[0, 2, 1])
    prior = graph.constant("arc_prior", weights["arc_prior.weight"])  # (1, A): a product (B, 1, 1 + W)
    pairs = graph.node("MatMul", _by_text(graph, arc_word, words), arc_head)
    values = {
        "relation_head": _by_text(graph, parts["relation_head"], words),
        "relation_matrix": graph.constant("relation.matrix", weights["relation.weight"].T),
        "relation_bias": graph.constant("relation.bias", weights["relation.bias"]),
        "arcs": _words(graph, graph.node("Add", pairs, graph.node("MatMul", prior, arc_head))),
    }
    for layer in ("relation_word", "upos", "xpos", "entities"):
        values[layer] = _words(graph, _by_text(graph, parts[layer], words))
    for name in extra:
        values[name] = _by_text(graph, parts[name], words)
    if "vector.weight" in weights:
        extra.append("vectors")
        told = graph.node("Concat", *trace, axis=1)
        values["vectors"] = _words(graph, _by_text(graph, graph.linear(told, "vector"), words))
    outputs = []
    for name in (*OUTPUTS, "relation_matrix", "relation_bias", *extra):
        graph.nodes.append(helper.make_node("Identity", [values[name]], [name]))
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    inputs = [
        _integers("pieces", "batch", "pieces"),
        _integers("shapes", "batch", "pieces"),
        _integers("starts", "batch", "words"),
    ]
    return graph.model(inputs, outputs)


def _by_text(graph: Graph, values: str, rows: Rows) -> str:
    """Rows (R, C) as (B, N, C); what stands for padding is some row's."""
    return graph.node("Gather", values, rows.places)
