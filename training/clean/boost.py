"""Boosted trees over the context of lines, trained with LightGBM."""

from __future__ import annotations

from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

ROUNDS = 240
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 16,
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


def boosted(rows: NDArray[np.float32], labels: NDArray[np.float32], weights: NDArray[np.float32]) -> lightgbm.Booster:
    """Trees that give the log odds of a label; labels between 0 and 1 count as both, in shares."""
    rows, weights = np.vstack([rows, rows]), np.concatenate([weights * labels, weights * (1 - labels)])
    targets = np.concatenate([np.ones(len(labels)), np.zeros(len(labels))])
    used = weights > 0
    data = lightgbm.Dataset(rows[used], targets[used], weight=weights[used])
    return lightgbm.train(SETTINGS, data, ROUNDS)
