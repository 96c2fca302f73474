"""The quality of quantities on public data does not slip; needs the data, and says where it was looked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.settings import data_dir

GATE = Path(__file__).resolve().parents[3] / "benchmarks" / "quantities" / "gate.py"


def test_no_figure_slips() -> None:
    if not (data_dir() / "quantities_newsquant").is_dir() or not (data_dir() / "quantities_specs").is_dir():
        pytest.skip(f"no quantities_newsquant and quantities_specs in {data_dir()} (SAYSO_DATA)")
    done = subprocess.run([sys.executable, str(GATE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
