"""The line model: how likely each line of a pasted page belongs to its story.

Dilated convolutions over lines (Yu and Koltun 2016, https://arxiv.org/abs/1511.07122), trained by `training/clean`; the mean of
a few networks. `weights/lines_v2` has the weights, their card and their digest.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.clean.features import Features
from sayso.weights.files import FOLDER, checked_files, open_session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LINES = "lines_v2"
"""The folder of the line model in use."""


def probabilities(found: Features, *, sentences: bool = False) -> NDArray[np.float32]:
    """The probability of each line, 0 to 1; `sentences` says that the page lost its line breaks and was cut into sentences.

    Raises sayso.errors.ModelError if the weights are missing or altered.
    """
    if not len(found.dense):
        return np.zeros(0, dtype=np.float32)
    networks = session("sentences.onnx" if sentences else "lines.onnx")
    return np.asarray(networks.run(None, {"dense": found.dense, "words": found.words})[0], dtype=np.float32)


@cache
def session(name: str) -> InferenceSession:
    """A model file of the folder in use, opened once.

    Raises sayso.errors.ModelError if it is missing or altered.
    """
    return open_session(checked_files(FOLDER / LINES, name)[name])
