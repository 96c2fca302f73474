"""ONNX graphs of the line model and of the trees, written node by node, as `sayso.clean.model` and `trees` run them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from sayso.clean.features import FIRST, LAST
from training.clean.network import DILATIONS, EMBEDDING, HIDDEN, MIDDLE, Network

_Input = tuple[str, int, list[str | int]]  # name, type, shape
FLOAT, WHOLE = TensorProto.FLOAT, TensorProto.INT32


class _Graph:
    """A graph under construction; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, array: NDArray[np.generic]) -> str:
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, tensor: Any) -> str:
        """A weight, stored as half floats."""
        return self.node("Cast", self.constant(tensor.detach().numpy().astype(np.float16)), to=FLOAT)

    def numbers(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def node(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        output = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], output, domain=domain, **attributes))
        return output

    def model(self, inputs: Sequence[_Input], output: str) -> bytes:
        """The finished model; its output is one number a line."""
        graph = helper.make_graph(
            [*self.nodes, helper.make_node("Identity", [output], ["chance"])],
            "lines",
            [helper.make_tensor_value_info(*one) for one in inputs],
            [helper.make_tensor_value_info("chance", FLOAT, ["lines"])],
            initializer=self.constants,
        )
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid("ai.onnx.ml", 3)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sayso")
        onnx.checker.check_model(model)
        return model.SerializeToString()


def network_graph(networks: Sequence[Network]) -> bytes:
    """Line model: a line's `dense` figures and the buckets of its `words` → its chance, the mean over networks."""
    graph = _Graph()
    chances = [graph.node("Sigmoid", _logits(graph, network)) for network in networks]
    mean = graph.node("Reshape", graph.node("Mean", *chances), graph.numbers(-1))
    figures = networks[0].enter.in_features - EMBEDDING * (FIRST + LAST)
    dense: _Input = ("dense", FLOAT, ["lines", figures])
    return graph.model([dense, ("words", WHOLE, ["lines", FIRST + LAST])], mean)


def _logits(graph: _Graph, network: Network) -> str:
    """The logits (1, 1, lines) of one network."""
    own = graph.node("Gather", graph.weight(network.embed.weight), "words")
    own = graph.node("Reshape", own, graph.numbers(-1, EMBEDDING * (FIRST + LAST)))
    seen = graph.node("Concat", "dense", own, axis=1)
    state = graph.node("Gemm", seen, graph.weight(network.enter.weight), graph.weight(network.enter.bias), transB=1)
    state = graph.node("Unsqueeze", graph.node("Transpose", graph.node("Relu", state)), graph.numbers(0))
    for number, (layer, dilation) in enumerate(zip(network.layers, DILATIONS, strict=True)):
        if number == MIDDLE:
            state = graph.node("Add", state, _of_page(graph, network, state))
        weight, bias = graph.weight(layer.weight), graph.weight(layer.bias)
        found = graph.node("Conv", state, weight, bias, dilations=[dilation], pads=[dilation, dilation])
        state = graph.node("Add", state, graph.node("Relu", found))
    weight = graph.weight(network.leave.weight.reshape(1, HIDDEN, 1))
    return graph.node("Conv", state, weight, graph.weight(network.leave.bias))


def _of_page(graph: _Graph, network: Network, state: str) -> str:
    """What the page's mean and maximum add to each line's state."""
    axis = graph.numbers(2)
    both = [graph.node(name, state, axis, keepdims=0) for name in ("ReduceMean", "ReduceMax")]
    joined = graph.node("Concat", *both, axis=1)
    added = graph.node("Gemm", joined, graph.weight(network.page.weight), graph.weight(network.page.bias), transB=1)
    return graph.node("Unsqueeze", added, graph.numbers(2))


def trees_graph(trees: lightgbm.Booster, columns: int) -> bytes:
    """Boosted trees: rows of `context` → chances."""
    graph = _Graph()
    fields: dict[str, list[Any]] = {name: [] for name in _NODE_FIELDS + _LEAF_FIELDS}
    for number, tree in enumerate(trees.dump_model()["tree_info"]):
        _walk(tree["tree_structure"], number, [0], fields)
    odds = graph.node("TreeEnsembleRegressor", "rows", domain="ai.onnx.ml", n_targets=1, **fields)
    chance = graph.node("Reshape", graph.node("Sigmoid", odds), graph.numbers(-1))
    return graph.model([("rows", FLOAT, ["lines", columns])], chance)


_NODE_FIELDS = (
    "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_modes", "nodes_values", "nodes_truenodeids", "nodes_falsenodeids",
)  # fmt: skip
_LEAF_FIELDS = ("target_treeids", "target_nodeids", "target_ids", "target_weights")


def _walk(node: dict[str, Any], tree: int, last: list[int], fields: dict[str, list[Any]]) -> int:
    """Write a node and what is below it; returns its number. `last` holds the next free one."""
    number = last[0]
    last[0] += 1
    place = len(fields["nodes_nodeids"])
    is_leaf = "split_feature" not in node
    row = (tree, number, 0, "LEAF", 0.0, 0, 0)
    if not is_leaf:
        row = (tree, number, node["split_feature"], "BRANCH_LEQ", float(np.float32(node["threshold"])), 0, 0)
    for name, value in zip(_NODE_FIELDS, row, strict=True):
        fields[name].append(value)
    if is_leaf:
        for name, value in zip(_LEAF_FIELDS, (tree, number, 0, float(node["leaf_value"])), strict=True):
            fields[name].append(value)
    else:
        fields["nodes_truenodeids"][place] = _walk(node["left_child"], tree, last, fields)
        fields["nodes_falsenodeids"][place] = _walk(node["right_child"], tree, last, fields)
    return number
