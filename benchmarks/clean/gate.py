"""The figures that clean must not fall under: a sample of the development pages, with its digest."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.clean import data
from benchmarks.clean.metadata import scores
from benchmarks.clean.run import measure, readers
from benchmarks.clean.shingles import f1

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.003  # what another version of a parser library may take from a figure of so many pages
STEPS = {("html", "fundus"): 3, ("pasted", "fundus"): 2, ("flat", "fundus"): 2, ("pasted", "wcxb"): 20}


def figures() -> dict[str, float | str]:
    """Every figure of the gate by name, and the digest of its inputs."""
    found: dict[str, float | str] = {}
    for (form, data_set), step in STEPS.items():
        some = data.saved(data_set, step) if form == "html" else data.pasted(data_set, step, form == "flat")
        pages = list(some)
        overlaps, _ = measure(pages, readers(form)["sayso"])
        found[f"{form} {data_set}"] = round(f1(overlaps), 4)
        found[f"{form} {data_set} digest"] = data.digest(pages)
        if form == "html":
            found |= {f"{data_set} {name}": share for name, share in scores(pages).items()}
    return found


def slips() -> list[str]:
    """A sentence for each figure that fell under its floor; figures of other inputs are not compared."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    reached = figures()
    return [
        f"{name}: {reached[name]} is under the floor of {floor} by more than {MARGIN}"
        for name, floor in floors.items()
        if not name.endswith("digest")
        and reached.get(f"{name} digest", floors.get(f"{name} digest")) == floors.get(f"{name} digest")
        and float(reached[name]) < float(floor) - MARGIN
    ]


if __name__ == "__main__":
    FLOORS.write_text(json.dumps(figures(), indent=2) + "\n", encoding="utf-8")
    print(FLOORS.read_text(encoding="utf-8"))
