"""What a user may set; every technique's own constants stand beside the technique, with their evidence."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and switches of one run."""

    jobs: int = 0  # worker processes; 0 = one a core
    one_story: bool = False  # take the whole pile as one story
    max_input_bytes: int = 20_000_000  # a longer file is a Problem, not an article
    page_seconds: float = 10.0  # one page's time in clean, enforced from outside the worker
    languages: tuple[str, ...] = ("en",)  # what extract reads


DEFAULT = Settings()


def data_dir() -> Path:
    """Where the shared public data sets lie (`SAYSO_DATA`); only tests, benchmarks and training look there."""
    return Path(os.environ.get("SAYSO_DATA", "../shared/data"))
