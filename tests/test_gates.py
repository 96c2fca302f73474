"""The gates: no figure on public data slips, scored by the benchmarks themselves (see `benchmarks/floors.py`)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.settings import data_dir

# Each gate of `benchmarks/` that needs nothing but the shared data, and what it reads there.
GATES = {
    "attribution": ("attribution_polnear",),
    "dedupe": ("treebank_ewt", "gum/dep", "stance_fnc1/train_bodies.csv"),
    "group": ("stories_basil/data/articles", "stories_neus/val.source", "events_ecb.tar.xz"),
    "match": (
        "treebank_ewt/dev.conllu",
        "pairs/fever_symmetric",
        "pairs/breaking_nli",
        "stance_emergent/train.csv",
        "events_ecb.tar.xz",
    ),
    "quantities": ("quantities_newsquant", "quantities_specs"),
    "times": ("time_meantime", "time_wikiwars"),
}


@pytest.mark.parametrize("gate", GATES)
def test_no_figure_slips(gate, root):
    missing = [name for name in GATES[gate] if not (data_dir() / name).exists()]
    if missing:
        pytest.skip(f"no {missing} in {data_dir()} (SAYSO_DATA)")
    script = root / "benchmarks" / gate / "gate.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
