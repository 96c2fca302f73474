"""The reader's quality on public data does not slip, nor does its cost; needs the data, and says where it was looked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.settings import data_dir

GATE = Path(__file__).resolve().parents[2] / "benchmarks" / "reader" / "gate.py"


def test_no_figure_slips() -> None:
    for name in ("treebank_ewt", "ner_ewt", "stories_basil"):
        if not (data_dir() / name).is_dir():
            pytest.skip(f"no {name} in {data_dir()} (SAYSO_DATA)")
    done = subprocess.run([sys.executable, str(GATE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
