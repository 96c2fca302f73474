"""Export: a trained reader, or the encoder as it is, to the ONNX file that Sayso ships, with tokenizer and digests.

    python -m training.export reader training/reader.toml
    python -m training.export encoder training/reader.toml

Each file is replaced at once, the digests last: whoever loads meanwhile meets an old model, a new one, or an error.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import msgspec
import numpy as np
import torch

from sayso.weights import ENCODER, READER
from sayso.weights.files import DIGESTS
from training.graph import QUANTISATIONS, encoder_model, reader_model
from training.heads import PREDICATES
from training.initial import read_safetensors
from training.meaning import VECTORS
from training.network import Encoder
from training.predicates import PROPERTIES
from training.prepare import Labels
from training.settings import WEIGHTS, Settings, load_settings
from training.train import load_network

MAX_BYTES = 25_000_000
"""What a model file may weigh."""


def reader_files(settings: Settings, quantisation: str) -> dict[str, bytes]:
    """The reader's files, from the run's last checkpoint."""
    folder = settings.run.path
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
    network = load_network(settings, labels, folder / "checkpoint.pt")
    weights = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    weights["entities.bias"][labels.entities.index("O")] += settings.network.outside
    named = msgspec.to_builtins(labels)
    if (folder / PREDICATES).exists():
        weights |= {f"predicates.{name}": array for name, array in np.load(folder / PREDICATES).items()}
        named["properties"] = list(PROPERTIES)
    weights = {name: array for name, array in weights.items() if not name.startswith("vector.")}
    if (folder / VECTORS).exists():
        weights |= {f"vector.{name}": array for name, array in np.load(folder / VECTORS).items()}
    return {
        "model.onnx": reader_model(weights, quantisation, settings.network.merge_after).SerializeToString(),
        "tokenizer.json": plain_tokenizer(folder / "tokenizer.json"),
        "labels.json": msgspec.json.format(msgspec.json.encode(named), indent=1) + b"\n",
    }


def encoder_files(settings: Settings, quantisation: str) -> dict[str, bytes]:
    """The encoder's files, from the initial weights."""
    folder = settings.run.path
    encoder = Encoder(0.0, shaped=False)
    encoder.load_initial(read_safetensors(folder / "initial.safetensors"))
    weights = {f"encoder.{name}": tensor.numpy() for name, tensor in encoder.state_dict().items()}
    return {
        "model.onnx": encoder_model(weights, quantisation).SerializeToString(),
        "tokenizer.json": plain_tokenizer(folder / "tokenizer.json"),
    }


def plain_tokenizer(path: Path) -> bytes:
    """A tokenizer without padding and truncation, small."""
    tokenizer = json.loads(path.read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")).encode()


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write a model's files and their digests; raises ``ValueError`` if one is too large to ship."""
    folder.mkdir(parents=True, exist_ok=True)
    digests = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    written = []
    for name, content in {**files, DIGESTS: digests.encode()}.items():
        if len(content) > MAX_BYTES and folder.parent == WEIGHTS:
            raise ValueError(f"{name} has {len(content):,} bytes, over {MAX_BYTES:,}")
        part = folder / f"{name}.part"
        part.write_bytes(content)
        written.append((part, folder / name))
    for part, path in written:
        part.replace(path)


def main() -> None:
    """Export one of the two models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=("reader", "encoder"))
    parser.add_argument("settings", type=Path)
    parser.add_argument("--quantisation", choices=QUANTISATIONS, default="row")
    parser.add_argument("--to", type=Path, help="folder to write, by default the one in src/sayso/weights")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    settings = load_settings(arguments.settings)
    files = (reader_files if arguments.model == "reader" else encoder_files)(settings, arguments.quantisation)
    write_files(arguments.to or WEIGHTS / (READER if arguments.model == "reader" else ENCODER), files)


if __name__ == "__main__":
    main()
