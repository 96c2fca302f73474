"""The models we ship, and the way to load them.

``load_reader`` gives tags, dependency trees and names of sentences; ``load_encoder`` gives sentence vectors. Each model
has a folder with its card, its labels and the digests of its files. Importing this module loads nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.weights.encoder import Encoder
    from sayso.weights.reader import Parse, Reader

__all__ = ["ENCODER", "READER", "Encoder", "Parse", "Reader", "load_encoder", "load_reader"]

READER = "reader_v2"
"""The folder of the reader in use."""

ENCODER = "encoder_v1"
"""The folder of the encoder in use."""


@cache
def load_reader() -> Reader:
    """The reader, loaded once a process; raises ``sayso.errors.ModelError`` if a file of it is missing or altered."""
    from sayso.weights.files import FOLDER
    from sayso.weights.reader import read_model

    return read_model(FOLDER / READER)


@cache
def load_encoder() -> Encoder:
    """The encoder, loaded once a process; raises ``sayso.errors.ModelError`` if a file of it is missing or altered."""
    from sayso.weights.encoder import read_model
    from sayso.weights.files import FOLDER

    return read_model(FOLDER / ENCODER)


def __getattr__(name: str) -> object:
    """The types of the models, imported when first asked for, since importing this module must cost nothing."""
    if name in ("Parse", "Reader"):
        from sayso.weights import reader

        return getattr(reader, name)
    if name == "Encoder":
        from sayso.weights.encoder import Encoder

        return Encoder
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
