"""The gate of attributions (see `benchmarks/floors.py`): every fourth article of PolNeAR's dev split.

The margin is what a newly trained reader with as good figures may turn; the rules themselves have no noise.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import data
from run import ours

from floors import Figures, digest, held
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
EVERY = 4
MARGIN = 0.01


def reached() -> dict[str, Figures]:
    """Measure the sample: strict span F1 of each role and of all, token F1 of source and content."""
    documents = list(data.polnear(data_dir(), every=EVERY))
    total, _, _ = ours(documents)
    figures = {f"strict_{role}": round(total.f1("strict", role), 4) for role in ("all", *data.ROLES)}
    figures |= {f"token_{role}": round(total.f1("token", role), 4) for role in ("source", "content")}
    return {"polnear_dev": {**figures, "digest": digest([(d.text, d.gold) for d in documents]), "margin": MARGIN}}


if __name__ == "__main__":
    held(FLOORS, reached())
