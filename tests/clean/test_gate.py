"""The figures of clean do not slip."""

from pathlib import Path

import pytest

from sayso.settings import data_dir


@pytest.mark.skipif(
    not (data_dir() / "clean_dumps").is_dir(), reason="the development pages are not there (SAYSO_DATA)"
)
def test_no_figure_is_under_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    from benchmarks.clean.gate import slips

    assert slips() == []
