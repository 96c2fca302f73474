"""What the tests of the whole program share: the repository, and the program run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
Sayso = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def ferry() -> Path:
    """The example story's folder."""
    return ROOT / "examples" / "ferry"


@pytest.fixture(scope="session")
def sayso() -> Sayso:
    """Runs the real program in a process of its own, with warnings as errors and a locale that knows no UTF-8."""

    def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
        path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
        plain = {**os.environ, "PYTHONPATH": path, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        command = [sys.executable, "-W", "error", "-m", "sayso", *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=plain, timeout=300, check=False)

    return run
