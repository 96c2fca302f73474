"""Headlines for, against or only observing a claim (Emergent), through `relate`; cross-checked on the Fake News Challenge.

    python benchmarks/match/stance.py [--most N] [--show] [--fnc]

The mapping, with the claim on the left and the headline on the right: deny and conflict → against; agree and refine of a
headline that asserts it → for; everything else (unrelated, or a headline that asks, or reports it as hearsay, as planned
or as possible) → observing. Rules and thresholds only: nothing is trained on either set.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Sequence

from sayso.pipeline import relate
from sayso.records import Related
from sayso.settings import data_dir

STANCES = ("for", "against", "observing")
SEED = 7


def stance(found: Related) -> str:
    """The stance of a headline (right) towards a claim (left)."""
    if found.kind in {"deny", "conflict"}:
        return "against"
    if found.kind in {"agree", "refine"} and found.right_status not in {"rumoured", "conditional"}:
        return "for"
    return "observing"


def emergent() -> list[tuple[str, str, str]]:
    """Claim, headline, stance."""
    with (data_dir() / "stance_emergent/train.csv").open(encoding="utf-8", newline="") as file:
        return [(row["claim"], row["headline"], row["stance"]) for row in csv.DictReader(file)]


def fnc() -> list[tuple[str, str, str]]:
    """The first sentences of a body, a headline, and its stance; related ones only."""
    root = data_dir() / "stance_fnc1"
    with (root / "train_bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(file)}
    ways = {"agree": "for", "disagree": "against", "discuss": "observing"}
    with (root / "train_stances.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["Headline"], " ".join(bodies[row["Body ID"]].split())[:300], ways[row["Stance"]])
            for row in csv.DictReader(file)
            if row["Stance"] in ways
        ]


def score(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """F1 of each stance, their mean, and accuracy."""
    f1 = {
        s: 2
        * sum(g == x == s for g, x in zip(gold, said, strict=True))
        / max(1, list(gold).count(s) + list(said).count(s))
        for s in STANCES
    }
    right = sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)
    return {**f1, "macro": sum(f1.values()) / 3, "accuracy": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fnc", action="store_true")
    options = parser.parse_args()
    rows = fnc() if options.fnc else emergent()
    random.Random(SEED).shuffle(rows)
    rows = rows[: options.most]
    answers = list(relate([(a, b) for a, b, _ in rows]))
    gold, said = [s for _, _, s in rows], [stance(a) for a in answers]
    print(f"{len(rows)} pairs", " ".join(f"{k} {v:.3f}" for k, v in score(gold, said).items()))
    for (g, s), n in sorted(Counter(zip(gold, said, strict=True)).items()):
        print(f"   {g:10} came out {s:10} {n}")
    if options.show:
        for (a, b, g), r, s in zip(rows, answers, said, strict=True):
            if g != s:
                print(f"{g:9} {s:9} {r.kind} {r.right_status} {r.score} | {r.reason}\n     {a}\n     {b}")


if __name__ == "__main__":
    main()
