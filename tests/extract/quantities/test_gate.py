"""The gate: no published figure may slip; the scorers are those of the benchmark."""

import importlib.util
import json
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.settings import data_dir

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "quantities"
GATE: dict[str, Any] = json.loads((BENCHMARK / "gate.json").read_text(encoding="utf-8"))


def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmarks_quantities_{name}", BENCHMARK / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same_inputs(paths: list[Path], digest: str) -> None:
    if not all(path.exists() for path in paths):
        pytest.skip(f"{paths[0].parent} is not here (SAYSO_DATA)")
    assert sha256(b"".join(path.read_bytes() for path in paths)).hexdigest() == digest, "the figures are of other data"


def test_newsquant() -> None:
    path = data_dir() / "quantities_newsquant" / "dev.json"
    same_inputs([path], GATE["newsquant"]["sha256"])
    newsquant = scorer("newsquant")
    scores = newsquant.score([(gold, newsquant.ours(text)) for text, gold in newsquant.load(path)])
    for measure, floor in GATE["newsquant"]["f1"].items():
        assert scores[measure].f1 >= floor - GATE["margin"], f"{measure}: {scores[measure].f1:.3f}"


def test_specs() -> None:
    specs = scorer("specs")
    folder = data_dir() / "quantities_specs"
    same_inputs([folder / f"{model}.json" for model in specs.MODELS], GATE["specs"]["sha256"])
    for model, floor in GATE["specs"]["found"].items():
        share = specs.found_share(folder, model)
        assert share >= floor - GATE["margin"], f"{model}: {share:.3f}"
