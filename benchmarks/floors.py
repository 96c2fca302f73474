"""What all gates share: figures pinned as floors in a JSON file, and whether figures reached now hold them.

A floors file has, for each set, the figures reached, a `digest` of the inputs (a figure is never compared with one from
other data) and the `margin` that noise may take. A gate gives `held` what it reaches now:

    python benchmarks/STAGE/gate.py          say what does not hold (and exit 1)
    python benchmarks/STAGE/gate.py --pin    pin what is reached now
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

Figures = Mapping[str, float | str]
_ABOUT = ("digest", "margin")


def digest(inputs: object) -> str:
    """Identify the inputs that figures belong to, by what they print as."""
    return blake2b(repr(inputs).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def slipped(
    floors: Mapping[str, Figures], reached: Mapping[str, Figures], at_most: Mapping[str, float] | None = None
) -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data, or is not pinned at all.

    A figure named in `at_most` is a ceiling: it may not be more than so many times what was pinned.

    >>> slipped({"a": {"f1": 0.9, "digest": "x", "margin": 0.01}}, {"a": {"f1": 0.88, "digest": "x"}})
    ['a: f1 is 0.88, its floor 0.9 (margin 0.01)']
    """
    complaints = []
    for name, now in reached.items():
        if name not in floors:
            complaints.append(f"{name} has no floor yet (--pin)")
            continue
        floor = floors[name]
        if now["digest"] != floor["digest"]:
            complaints.append(f"{name} is other data than what the floors were pinned on")
            continue
        for measure, pinned in floor.items():
            if measure in _ABOUT:
                continue
            figure, times = float(now.get(measure, 0.0)), (at_most or {}).get(measure)
            if times and figure > times * float(pinned):
                complaints.append(f"{name}: {measure} is {figure:g}, it was {pinned}")
            elif not times and figure < float(pinned) - float(floor["margin"]):
                complaints.append(f"{name}: {measure} is {figure:g}, its floor {pinned} (margin {floor['margin']})")
    return complaints


def held(path: Path, reached: Mapping[str, Figures], at_most: Mapping[str, float] | None = None) -> None:
    """What a gate does: pin or compare, say what slipped, and exit 1 where anything did."""
    if "--pin" in sys.argv:
        path.write_text(json.dumps(reached, indent=2) + "\n", encoding="utf-8")
    said = slipped(json.loads(path.read_text(encoding="utf-8")), reached, at_most)
    print("\n".join(said) or "every floor holds")
    raise SystemExit(bool(said))
