"""A narrower reader cut from a trained one: the attention heads and neurons that its losses would miss least go.

What a head or a neuron is worth is how strongly the losses would react to its leaving, to first order: the absolute
gradient of a factor on what it gives, summed over batches (Michel, Levy and Neubig 2019,
https://arxiv.org/abs/1905.10650).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.batches import Batch
from training.network import HEAD_SIZE, Layer, ReaderNetwork
from training.train import label_losses

Worth = tuple[Tensor, Tensor]
"""Of one layer: what each attention head and each neuron is worth."""


def worth(network: ReaderNetwork, batches: Iterable[Batch]) -> list[Worth]:
    """What the parts of each layer are worth on these batches."""
    layers = [layer for layer in network.encoder.layers if isinstance(layer, Layer)]
    gates = [(_ones(layer.attended.in_features // HEAD_SIZE, 1), _ones(layer.narrow.in_features)) for layer in layers]
    total = [(torch.zeros_like(heads), torch.zeros_like(neurons)) for heads, neurons in gates]
    factors = [gate for pair in gates for gate in pair]
    for batch in batches:
        candidates = network.encoder(batch.pieces, batch.shapes, batch.starts, gates)
        loss = torch.stack(list(label_losses(network, batch, network.scores(candidates)).values())).sum()
        gradients = torch.autograd.grad(loss, factors)
        for place, pair in enumerate(total):
            for part, gradient in zip(pair, gradients[2 * place : 2 * place + 2], strict=True):
                part += gradient.abs()
    return [(heads.squeeze(1), neurons) for heads, neurons in total]


def _ones(*shape: int) -> Tensor:
    return torch.ones(shape, requires_grad=True)


@torch.no_grad()
def cut(wide: ReaderNetwork, narrow: ReaderNetwork, worths: Sequence[Worth]) -> None:
    """Give a narrower network the weights of a wide one, of each layer's parts those that are worth most."""
    taken = narrow.state_dict()
    kept = {name: tensor for name, tensor in wide.state_dict().items() if taken[name].shape == tensor.shape}
    narrow.load_state_dict(kept, strict=False)
    for source, target, (heads, neurons) in zip(wide.encoder.layers, narrow.encoder.layers, worths, strict=True):
        if isinstance(source, Layer) and isinstance(target, Layer):
            _cut_attention(source, target, _best(heads, target.attended.in_features // HEAD_SIZE))
            _cut_neurons(source, target, _best(neurons, target.narrow.in_features))


def _best(values: Tensor, count: int) -> Tensor:
    return values.topk(count).indices.sort().values


def _cut_attention(source: Layer, target: Layer, heads: Tensor) -> None:
    rows = (heads[:, None] * HEAD_SIZE + torch.arange(HEAD_SIZE)).flatten()
    for part in ("weight", "bias"):
        joined = getattr(source.query_key_value, part)
        getattr(target.query_key_value, part).copy_(torch.cat([block[rows] for block in joined.chunk(3)]))
    target.attended.weight.copy_(source.attended.weight[:, rows])
    target.attended.bias.copy_(source.attended.bias)


def _cut_neurons(source: Layer, target: Layer, neurons: Tensor) -> None:
    target.wide.weight.copy_(source.wide.weight[neurons])
    target.wide.bias.copy_(source.wide.bias[neurons])
    target.narrow.weight.copy_(source.narrow.weight[:, neurons])
    target.narrow.bias.copy_(source.narrow.bias)
