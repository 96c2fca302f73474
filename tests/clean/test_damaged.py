"""Real pages changed at random: where nothing that a reader sees was changed, the text is the same; damage raises nothing."""

from itertools import islice
from pathlib import Path

import pytest

from sayso.settings import data_dir

PAGES = 40  # 20 of each kind; `python -m benchmarks.clean.mutations` takes 1,000


@pytest.mark.skipif(
    not (data_dir() / "clean_pages").is_dir(), reason="the development pages are not there (SAYSO_DATA)"
)
def test_changed_pages_are_read_and_unharmed_ones_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    from benchmarks.clean import data
    from benchmarks.clean.mutations import outcomes

    pages = (page for data_set in data.SETS for page in data.saved(data_set, 23))
    found = list(outcomes(islice(pages, PAGES)))
    assert len(found) == PAGES
    assert [(page, outcome) for page, outcome in found if outcome not in ("same", "read", "refused")] == []
