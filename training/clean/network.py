"""The network over the lines of a page.

It is small because the pages are few: a linear layer over figures and hashed words, dilated convolutions over neighbouring
lines (Yu and Koltun 2016, https://arxiv.org/abs/1511.07122) and the page's mean and maximum added half way.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.clean.features import BUCKETS, FIRST, LAST

HIDDEN, EMBEDDING, DILATIONS = 48, 12, (1, 2, 4, 1)
DROPOUT = 0.2
MIDDLE = len(DILATIONS) - 1  # before which layer the page's mean and maximum come in


class Network(nn.Module):
    """The line model; `training.clean.graph` writes what `sayso.clean.model` runs."""

    def __init__(self, figures: int) -> None:
        super().__init__()
        self.embed = nn.Embedding(BUCKETS, EMBEDDING, padding_idx=0)
        nn.init.normal_(self.embed.weight, std=0.1)
        with torch.no_grad():
            self.embed.weight[0] = 0
        self.enter = nn.Linear(figures + (FIRST + LAST) * EMBEDDING, HIDDEN)
        self.layers = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, 3, padding=d, dilation=d) for d in DILATIONS)
        self.page = nn.Linear(2 * HIDDEN, HIDDEN)
        self.leave = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, dense: Tensor, words: Tensor, mask: Tensor) -> Tensor:
        """Logits of every line; `mask` is 1 for lines and 0 for padding, with a last axis of one."""
        seen = torch.cat([dense, self.drop(self.embed(words).flatten(-2))], -1)
        state = functional.relu(self.enter(seen)) * mask
        for number, layer in enumerate(self.layers):
            if number == MIDDLE:
                mean = state.sum(1) / mask.sum(1)
                highest = (state - (1 - mask) * 1e4).max(1).values
                state = state + self.page(torch.cat([mean, highest], -1))[:, None] * mask
            state = state + self.drop(functional.relu(layer(state.transpose(1, 2)).transpose(1, 2))) * mask
        return self.leave(state).squeeze(-1)
