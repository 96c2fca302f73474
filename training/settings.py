"""The settings of a training run, from a TOML file: one struct a table, unknown keys refused."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

REPOSITORY = Path(__file__).parent.parent
WEIGHTS = REPOSITORY / "src" / "sayso" / "weights"


class Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a run keeps its files, and what makes it repeatable."""

    folder: str
    threads: int
    seed: int

    @property
    def path(self) -> Path:
        """The run's folder, made if missing."""
        path = REPOSITORY / self.folder
        path.mkdir(parents=True, exist_ok=True)
        return path


class Network(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes and dropout of the reader; the encoder's sizes are those of its initial weights unless said."""

    arc_size: int
    relation_size: int
    dropout: float
    head_dropout: float
    attention_heads: int = 12
    intermediate: int = 1536
    merge_after: int = 6
    vectors: int = 0
    """Numbers of a word's vector; none by default."""
    outside: float = 0.0
    """Added on export to the score of being no name."""


class Noise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shares of the sentences that are shown otherwise than they were typed."""

    case: float
    quotes: float
    names: float


class Train(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The schedule, in cycles of epochs: in each, rates rise over ``warmup`` and fall linearly to nothing.

    Every cycle but the first begins at ``restart`` of the rates.
    """

    cycles: list[int]
    restart: float
    batch_pieces: int
    encoder_rate: float
    head_rate: float
    warmup: float
    weight_decay: float
    clip: float
    checkpoint_minutes: float


class Distil(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which run a narrower reader is cut and learns, and how much its teacher's word counts beside the labels."""

    teacher: str
    """Settings file of the teacher's run."""
    scores: float
    states: float
    names: float
    """Factor of the names' losses, theirs by the labels and theirs by the teacher."""
    vectors: float
    """How much the sentence encoder's word counts."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All tables of the file; ``prepare`` is how often each corpus occurs in an epoch."""

    run: Run
    prepare: dict[str, int]
    network: Network
    noise: Noise
    train: Train
    distil: Distil | None = None


def load_settings(path: Path) -> Settings:
    """Read a settings file; raises ``msgspec.ValidationError`` for a wrong one."""
    return msgspec.toml.decode(path.read_bytes(), type=Settings)


def data_folder() -> Path:
    """The folder of the corpora: ``SAYSO_DATA``, by default ``../shared/data`` beside the repository."""
    return Path(os.environ.get("SAYSO_DATA", REPOSITORY.parent / "shared" / "data"))
