"""The gate: pinned floors for time expressions, and whether they hold.

    python benchmarks/times/gate.py          say what does not hold (and exit 1)
    python benchmarks/times/gate.py --pin    pin what is reached now

`floors.json` keeps, for each set, the figures reached, a digest of the inputs (figures from other data are not
compared) and the margin. There is no noise: the margin is what one expression more or less would change.
"""

from __future__ import annotations

import json
import sys
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import data
from run import SETS, ours

from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
MEASURES = ("value", "overlap", "span")


def digest(documents: list[data.Document]) -> str:
    """Identify the inputs: texts, published times and gold."""
    return blake2b(repr(documents).encode(), digest_size=8).hexdigest()


def reached() -> dict[str, dict[str, float | str]]:
    """Measure every set that is there."""
    figures: dict[str, dict[str, float | str]] = {}
    for name, read in SETS.items():
        documents = list(read(data_dir()))
        if not documents:
            continue
        total, _ = ours(documents)
        figures[name] = {measure: round(total.f1(measure), 4) for measure in MEASURES}
        figures[name] |= {"digest": digest(documents), "margin": round(1 / total.gold, 4)}
    return figures


def slipped() -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data."""
    floors, complaints = json.loads(FLOORS.read_text()), []
    for name, now in reached().items():
        floor = floors[name]
        if now["digest"] != floor["digest"]:
            complaints.append(f"{name} is other data than what the floors were pinned on")
            continue
        complaints += [
            f"{name} {measure} F1 is {now[measure]}, its floor {floor[measure]} (margin {floor['margin']})"
            for measure in MEASURES
            if now[measure] < floor[measure] - floor["margin"]
        ]
    return complaints


def main() -> None:
    if "--pin" in sys.argv:
        FLOORS.write_text(json.dumps(reached(), indent=2) + "\n")
    complaints = slipped()
    print("\n".join(complaints) or "every floor holds")
    raise SystemExit(bool(complaints))


if __name__ == "__main__":
    main()
