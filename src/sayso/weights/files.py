"""Model files and their digests: nothing is loaded that is not, byte for byte, what we shipped."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parent
"""Where the models are; each has a folder of its own."""

DIGESTS = "SHA256"
"""The file in each model's folder that pins its other files, as ``sha256sum`` writes it."""


def checked_files(folder: Path, *names: str) -> dict[str, bytes]:
    """The contents of a model's files by name, those of its ``SHA256`` file, which must be at least the ones named.

    Raises ``ModelError`` if a file is missing or its digest is not the pinned one.
    """
    contents = {}
    for line in _read(folder / DIGESTS).decode("ascii", errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        content = _read(folder / name)
        if hashlib.sha256(content).hexdigest() != digest:
            raise ModelError(f"The model file {folder.name}/{name} is not the one Sayso was shipped with. {_REMEDY}")
        contents[name] = content
    for name in names:
        if name not in contents:
            raise ModelError(f"The model file {folder.name}/{name} has no digest to check it by. {_REMEDY}")
    return contents


_REMEDY = "Reinstall Sayso to restore it."


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"The model file {path.parent.name}/{path.name} cannot be read. {_REMEDY}") from error


def open_session(model: bytes) -> InferenceSession:
    """An ONNX Runtime session of one thread: Sayso spreads articles over processes instead."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: stderr is for the user
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
