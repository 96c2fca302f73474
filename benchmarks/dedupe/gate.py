"""The gate: pinned floors for copied texts and passages, and whether they hold.

    python benchmarks/dedupe/gate.py          say what does not hold (and exit 1)
    python benchmarks/dedupe/gate.py --pin    pin what is reached now

`floors.json` keeps, for each set, the figures reached, a digest of the inputs (figures from other data are not compared)
and the margin, one pair more or less. There is no noise.
"""

from __future__ import annotations

import json
import sys
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from data import bodies, pasted
from score import figures

from sayso.dedupe import dedupe
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
BODIES = 400
MEASURES = ("recall", "precision", "word_recall", "word_precision")


def reached() -> dict[str, dict[str, float | str]]:
    """Measure every set."""
    root = data_dir()
    sets = {f"pasted, {share:.0%} new words": pasted(root, share) for share in (0.0, 0.2)} | {
        "bodies": bodies(root, BODIES)
    }
    result: dict[str, dict[str, float | str]] = {}
    for name, (articles, copied) in sets.items():
        found = figures(dedupe(articles), copied, articles)._asdict()
        result[name] = {measure: round(found[measure], 4) for measure in MEASURES if found[measure] is not None}
        told = repr([(article.id, article.text) for article in articles]).encode("utf-8", "surrogatepass")
        result[name] |= {"margin": round(1 / len(copied), 4), "digest": blake2b(told, digest_size=8).hexdigest()}
    return result


def slipped() -> list[str]:
    """Tell, in a sentence each, what is below its floor, or was pinned on other data."""
    floors, complaints = json.loads(FLOORS.read_text(encoding="utf-8")), []
    for name, now in reached().items():
        floor = floors[name]
        if now["digest"] != floor["digest"]:
            complaints.append(f"{name} is other data than what the floors were pinned on")
            continue
        complaints += [
            f"{name}: {measure} is {now[measure]}, its floor {floor[measure]} (margin {floor['margin']})"
            for measure in MEASURES
            if measure in floor and now[measure] < floor[measure] - floor["margin"]
        ]
    return complaints


def main() -> None:
    if "--pin" in sys.argv:
        FLOORS.write_text(json.dumps(reached(), indent=2) + "\n", encoding="utf-8")
    complaints = slipped()
    print("\n".join(complaints) or "every floor holds")
    raise SystemExit(bool(complaints))


if __name__ == "__main__":
    main()
