"""The gate: pinned floors for status and polarity, and whether they hold.

    python benchmarks/status/gate.py          say what does not hold (and exit 1)
    python benchmarks/status/gate.py --pin    pin what is reached now

`floors.json` keeps the figures, a digest of the inputs (figures from other data are not compared) and the margin: two
events of the rarest word, which is what a model's last digits may turn on another CPU.
"""

from __future__ import annotations

import json
import sys
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import data
from run import figures

from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
MARGIN = 0.02


def reached() -> dict[str, float | str]:
    """Measure, if the set is there."""
    documents = list(data.meantime(data_dir()))
    if not documents:
        return {}
    found = figures(documents)
    macros: dict[str, float | str] = {name: round(each["macro"], 4) for name, each in found.items()}
    return macros | {"digest": blake2b(repr(documents).encode(), digest_size=8).hexdigest()}


def slipped() -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data."""
    floors, now = json.loads(FLOORS.read_text()), reached()
    if now and now["digest"] != floors["digest"]:
        return ["MEANTIME is other data than what the floors were pinned on"]
    return [
        f"{name} macro-F1 is {value}, its floor {floors[name]} (margin {MARGIN})"
        for name, value in now.items()
        if isinstance(value, float) and value < floors[name] - MARGIN
    ]


def main() -> None:
    if "--pin" in sys.argv:
        FLOORS.write_text(json.dumps(reached(), indent=2) + "\n")
    complaints = slipped()
    print("\n".join(complaints) or "every floor holds")
    raise SystemExit(bool(complaints))


if __name__ == "__main__":
    main()
