"""The gate: no figure of `relate` on public data slips, scored by the benchmark itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.settings import data_dir

GATE = Path(__file__).resolve().parents[2] / "benchmarks" / "match" / "gate.py"
NEEDED = ("treebank_ewt/dev.conllu", "pairs/fever_symmetric", "pairs/breaking_nli", "stance_emergent/train.csv")


def test_no_figure_slips() -> None:
    missing = [name for name in NEEDED if not (data_dir() / name).exists()]
    if missing:
        pytest.skip(f"no {missing} in {data_dir()} (SAYSO_DATA)")
    done = subprocess.run([sys.executable, str(GATE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
