"""The quality of time expressions on public data does not slip; needs the data, and says where it was looked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.settings import data_dir

GATE = Path(__file__).resolve().parents[3] / "benchmarks" / "times" / "gate.py"


def test_no_figure_slips() -> None:
    if not (data_dir() / "time_meantime").is_dir() or not (data_dir() / "time_wikiwars").is_dir():
        pytest.skip(f"no time_meantime and time_wikiwars in {data_dir()} (SAYSO_DATA)")
    done = subprocess.run([sys.executable, str(GATE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
