"""The gate of whole briefs: no figure against the hand-made stories slips under its floor (benchmarks/gold.py)."""

from __future__ import annotations

import importlib.util

import pytest


@pytest.fixture(scope="module")
def gold(root):
    spec = importlib.util.spec_from_file_location("gold", root / "benchmarks" / "gold.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_figure_is_under_its_floor(gold):
    files = gold.stories()
    if not files:
        pytest.skip(f"{gold.GOLD} has no stories and scorer: set SAYSO_GOLD to the folder that has")
    assert gold.shortfalls(gold.figures(files), gold.digest(files)) == []


def test_a_figure_under_its_floor_is_told(gold):
    pinned = gold.json.loads(gold.FLOORS.read_text(encoding="utf-8"))
    assert gold.shortfalls({}, pinned["inputs"]) != []
    assert gold.shortfalls(dict.fromkeys(pinned["floors"], 1.0), pinned["inputs"]) == []
    assert gold.shortfalls({}, "other stories") == []
