"""The line model in plain numpy: how likely each line of a pasted page belongs to its story.

Dilated convolutions over lines (Yu and Koltun 2016, https://arxiv.org/abs/1511.07122), trained by `training/clean`; the mean of
a few networks. `weights/lines_v1` has the weights, their card and their digest.
"""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.clean.features import Features
from sayso.weights.files import FOLDER, checked_files

LINES = "lines_v1"
"""The folder of the line model in use."""

_BLOCK_ROWS = 24  # times 168 inputs and 48 outputs: under OpenBLAS's threshold of 262,144 for using threads

Array = NDArray[np.float32]


class _Layer(NamedTuple):
    """Weights (inputs × outputs) and bias."""

    weight: Array
    bias: Array


class _Network(NamedTuple):
    embed: Array
    enter: _Layer
    layers: tuple[tuple[int, _Layer], ...]  # dilation, and weights of the line before, itself and the line after
    page: _Layer
    leave: _Layer


def probabilities(found: Features, *, sentences: bool = False) -> Array:
    """The probability of each line, 0 to 1; `sentences` says that the page lost its line breaks and was cut into sentences.

    Raises sayso.errors.ModelError if the weights are missing or altered.
    """
    if not len(found.dense):
        return np.zeros(0, dtype=np.float32)
    networks = _networks("sentences.npz" if sentences else "lines.npz")
    logits = [_logits(network, found) for network in networks]
    each = [1.0 / (1.0 + np.exp(-np.clip(one, -30, 30))) for one in logits]
    return np.asarray(sum(each) / len(networks), dtype=np.float32)


def _logits(network: _Network, found: Features) -> Array:
    seen = np.hstack([found.dense, network.embed[found.words].reshape(len(found.dense), -1)])
    state = np.maximum(_times(seen, network.enter.weight) + network.enter.bias, 0.0)
    for number, (dilation, layer) in enumerate(network.layers):
        if number == len(network.layers) - 1:
            state = state + np.concatenate([state.mean(0), state.max(0)]) @ network.page.weight + network.page.bias
        around = np.hstack([_shifted(state, dilation), state, _shifted(state, -dilation)])
        state = state + np.maximum(_times(around, layer.weight) + layer.bias, 0.0)
    return np.asarray(state @ network.leave.weight + network.leave.bias, dtype=np.float32)[:, 0]


def _times(rows: Array, weight: Array) -> Array:
    """The matrix product, in blocks so small that the linear algebra library starts no threads for them.

    Articles are spread over processes instead; threads of several processes on the same cores wait for each other, and a
    page took 80 ms instead of 1.
    """
    blocks = -(-len(rows) // _BLOCK_ROWS)
    padded = np.zeros((blocks * _BLOCK_ROWS, rows.shape[1]), dtype=np.float32)
    padded[: len(rows)] = rows
    product = np.matmul(padded.reshape(blocks, _BLOCK_ROWS, -1), weight)
    return np.asarray(product.reshape(blocks * _BLOCK_ROWS, -1)[: len(rows)], dtype=np.float32)


def _shifted(state: Array, lines: int) -> Array:
    """The state of the line that stands `lines` before (negative: behind), zero beyond the page."""
    out = np.zeros_like(state)
    if lines > 0:
        out[lines:] = state[:-lines]
    else:
        out[:lines] = state[-lines:]
    return out


@cache
def _networks(name: str) -> tuple[_Network, ...]:
    content = checked_files(FOLDER / LINES, name)[name]
    with np.load(io.BytesIO(content)) as arrays:
        stored = {name: arrays[name] for name in arrays.files}
    return tuple(_network(stored, number) for number in range(int(stored["networks"])))


def _network(stored: dict[str, NDArray[np.float16]], number: int) -> _Network:
    def array(name: str) -> Array:
        return stored[f"{number}.{name}"].astype(np.float32)

    def linear(name: str) -> _Layer:
        return _Layer(np.ascontiguousarray(array(f"{name}.weight").T), array(f"{name}.bias"))

    def convolution(place: int) -> _Layer:
        weight = array(f"layers.{place}.weight")  # outputs × inputs × (before, itself, after)
        return _Layer(
            np.ascontiguousarray(np.vstack([weight[:, :, at].T for at in range(3)])), array(f"layers.{place}.bias")
        )

    dilations = [int(dilation) for dilation in stored["dilations"]]
    layers = tuple((dilation, convolution(place)) for place, dilation in enumerate(dilations))
    return _Network(array("embed.weight"), linear("enter"), layers, linear("page"), linear("leave"))
