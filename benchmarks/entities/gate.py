"""The gate: pinned floors for names and for who is meant, and whether they hold.

    python benchmarks/entities/gate.py          say what does not hold (and exit 1)
    python benchmarks/entities/gate.py --pin    pin what is reached now

`floors.json` keeps the figures and a digest of the inputs (figures from other data are not compared). The margin is
what a model's last digits may turn on another CPU: a name in a hundred, and one judgement of our own passages.
"""

from __future__ import annotations

import json
import sys
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import passages
from run import SETS, score

from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
GATED = ("ewt",)  # wikigold is what the reader was trained on, and takes a minute
MARGINS = {"ewt": 0.01, "passages": 0.07}


def reached() -> dict[str, dict[str, float | str]]:
    """Measure every set that is there, and our own passages."""
    figures: dict[str, dict[str, float | str]] = {
        "passages": {name: round(value, 4) for name, value in passages.figures().items()}
    }
    figures["passages"]["digest"] = blake2b(passages.PASSAGES.encode(), digest_size=8).hexdigest()
    for name in GATED:
        try:
            documents = list(SETS[name](data_dir()))
        except FileNotFoundError:
            continue
        figures[name] = {kind: round(value, 4) for kind, value in score(documents).items()}
        figures[name]["digest"] = blake2b(repr(documents).encode(), digest_size=8).hexdigest()
    return figures


def slipped() -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data."""
    floors, complaints = json.loads(FLOORS.read_text()), list[str]()
    for name, now in reached().items():
        floor = floors[name]
        if now["digest"] != floor["digest"]:
            complaints.append(f"{name} is other data than what the floors were pinned on")
            continue
        complaints += [
            f"{name} {what} is {value}, its floor {floor[what]} (margin {MARGINS[name]})"
            for what, value in now.items()
            if isinstance(value, float) and value < floor[what] - MARGINS[name]
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
