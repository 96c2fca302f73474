"""Whole briefs against stories whose findings were worked out by hand, with the scorer that stands beside them.

    python benchmarks/gold.py            every part's figure, a story a line and all together
    python benchmarks/gold.py --check    the same, and exit 1 where a figure is under its floor (gold_floors.json)
    python benchmarks/gold.py --pin      write the figures reached now as the floors

The stories, the scorer and its guide lie in `SAYSO_GOLD` (default ../shared/gold); the scorer's first lines define
each figure.
A floor belongs to the stories it was measured on: their digest is pinned with it, and other stories have no floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

GOLD = Path(os.environ.get("SAYSO_GOLD", "../shared/gold"))
FLOORS = Path(__file__).with_name("gold_floors.json")
# The scorer and the pipeline are deterministic on one machine; across CPU types a model's last digits may turn a few of
# some hundred judgements. One judgement in 50 is the allowance.
MARGIN = 0.02
HELD = ("evidence", "link", "relation", "status", "alarm", "origin", "chain", "BRIEF")  # not their halves, which trade


def stories() -> list[Path]:
    """The hand-made stories, in the order of their names; none where the folder is missing."""
    return sorted(GOLD.glob("*.json")) if (GOLD / "score.py").is_file() else []


def digest(files: list[Path]) -> str:
    """What identifies the stories and the scorer that a figure belongs to."""
    return hashlib.blake2b(
        b"".join(file.read_bytes() for file in [*files, GOLD / "score.py"]), digest_size=8
    ).hexdigest()


def figures(files: list[Path], show: bool = False) -> dict[str, float]:
    """The scorer's figures over these stories, briefed by this checkout; `show` prints each story's own as well."""
    sayso = shlex.join([sys.executable, "-m", "sayso"])
    command = [sys.executable, str(GOLD / "score.py"), "--show", "--json", "--sayso", sayso, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the scorer failed: {done.stderr[-2000:]}")
    *each, together = done.stdout.splitlines()
    if show:
        print(*each, sep="\n")
    return {name: value for name, value in json.loads(together).items() if value is not None}


def shortfalls(reached: dict[str, float], inputs: str) -> list[str]:
    """A line for each figure under its floor by more than the margin; none where the floors are of other stories."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    if pinned["inputs"] != inputs:
        return []
    return [
        f"{name} is {reached.get(name, 0):.3f}, its floor {floor:.3f}"
        for name, floor in pinned["floors"].items()
        if reached.get(name, 0) < floor - pinned["margin"]
    ]


def pin(reached: dict[str, float], inputs: str) -> None:
    floors = {name: round(reached[name], 3) for name in HELD}
    FLOORS.write_text(
        json.dumps({"inputs": inputs, "margin": MARGIN, "floors": floors}, indent=2) + "\n", encoding="utf-8"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure is under its floor")
    parser.add_argument("--pin", action="store_true", help="write the figures reached now as the floors")
    chosen = parser.parse_args()
    files = stories()
    if not files:
        raise SystemExit(f"{GOLD} has no stories and scorer: set SAYSO_GOLD to the folder that has")
    together = figures(files, show=True)
    print(f"{'ALL':28}", *(f"{name} {value:.3f}" for name, value in together.items()))
    if chosen.pin:
        pin(together, digest(files))
    if chosen.check:
        short = shortfalls(together, digest(files))
        print(*short, sep="\n")
        sys.exit(bool(short))


if __name__ == "__main__":
    main()
