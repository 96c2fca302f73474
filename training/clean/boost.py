"""Boosted trees over the context of lines: training with LightGBM, and the arrays that `sayso.clean.trees` reads."""

from __future__ import annotations

from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from sayso.clean.trees import LEAVES, Trees

ROUNDS = 220
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 60,
    "min_sum_hessian_in_leaf": 15,
    "lambda_l2": 5,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}


def boosted(rows: NDArray[np.float32], labels: NDArray[np.float32], weights: NDArray[np.float32]) -> Trees:
    """Trees that give the log odds of a label; labels between 0 and 1 count as both, in shares."""
    rows, weights = np.vstack([rows, rows]), np.concatenate([weights * labels, weights * (1 - labels)])
    targets = np.concatenate([np.ones(len(labels)), np.zeros(len(labels))])
    used = weights > 0
    data = lightgbm.Dataset(rows[used], targets[used], weight=weights[used])
    return _arrays(lightgbm.train(SETTINGS, data, ROUNDS))


def _arrays(model: lightgbm.Booster) -> Trees:
    trees = [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]
    column = np.zeros((LEAVES - 1, len(trees)), dtype=np.int64)
    threshold = np.full((LEAVES - 1, len(trees)), np.inf, dtype=np.float32)
    left = np.zeros((LEAVES - 1, len(trees)), dtype=np.uint16)
    leaves = np.zeros((len(trees), LEAVES), dtype=np.float32)
    for number, tree in enumerate(trees):
        splits: list[tuple[int, float, int]] = []
        values: list[float] = []
        _walk(tree, splits, values)
        for place, (at, limit, mask) in enumerate(splits):
            column[place, number], threshold[place, number], left[place, number] = at, limit, mask
        leaves[number, : len(values)] = values
    return Trees(column, threshold, left, leaves)


def _walk(node: dict[str, Any], splits: list[tuple[int, float, int]], values: list[float]) -> None:
    """The splits and leaves below a node, leaves from left to right."""
    if "split_feature" not in node:
        values.append(node["leaf_value"])
        return
    begin = len(values)
    _walk(node["left_child"], splits, values)
    mask = sum(1 << leaf for leaf in range(begin, len(values)))
    splits.append((node["split_feature"], node["threshold"], mask))
    _walk(node["right_child"], splits, values)
