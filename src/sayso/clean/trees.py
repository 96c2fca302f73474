"""Boosted regression trees (Ke et al. 2017, https://papers.nips.cc/paper/6907): the last word on each line of a pasted page.

Trained by `training/clean` with LightGBM, run by ONNX Runtime.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.clean.model import session


def chances(rows: NDArray[np.float32], *, sentences: bool = False) -> NDArray[np.float32]:
    """The probability, 0 to 1, that each line is the story's, from its row of `context`.

    `sentences` says that the page lost its line breaks. Raises sayso.errors.ModelError if the trees are missing or altered.
    """
    trees = session("sentences_trees.onnx" if sentences else "lines_trees.onnx")
    return np.asarray(trees.run(None, {"rows": rows})[0], dtype=np.float32)
