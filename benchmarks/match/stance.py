"""Headlines for, against or only observing a claim (Emergent), through `relate`; cross-checked on the Fake News Challenge.

    python benchmarks/match/stance.py [--most N] [--show]      Emergent
    python benchmarks/match/stance.py --fnc [--most N]         a sample of FNC-1 train, seeded

The mapping, with the claim on the left and the headline on the right: deny and conflict → against; agree and refine of a
headline that asserts it → for; everything else (unrelated, or a headline that asks, or reports it as hearsay, as planned
or as possible) → observing. Rules and thresholds only: nothing is trained on either set.

FNC-1 asks what a body says of a headline. Of the body, the sentence most like the headline is taken (by their vectors); under
`RELATED` they have nothing to do with each other, else the mapping is the same: agree, disagree, discuss. Its own score gives a
quarter for related or not, three quarters more for the stance of a related one, over what a perfect answer gives.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.extract.tokens import split
from sayso.pipeline import relate
from sayso.records import Related
from sayso.settings import data_dir
from sayso.weights import load_encoder

STANCES = ("for", "against", "observing")
FNC = ("agree", "disagree", "discuss", "unrelated")
WAYS = {"for": "agree", "against": "disagree", "observing": "discuss"}
SEED = 7
SENTENCES = 20  # of a body that are looked at
RELATED = 0.5  # cosine of a headline and the body's sentence most like it


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


class Told(NamedTuple):
    """What a body says of a headline: the sentence most like it, how alike, and the stance that was judged."""

    headline: str
    sentence: str
    cosine: float
    stance: str


def fnc(most: int) -> Iterator[Told]:
    """A sample of headlines and bodies."""
    root = data_dir() / "stance_fnc1"
    with (root / "train_bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(file)}
    with (root / "train_stances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    encoder = load_encoder()
    for row in random.Random(SEED).sample(rows, min(most, len(rows))):
        body = bodies[row["Body ID"]]
        sentences = [body[s.start : s.end] for s in split(body)[:SENTENCES]] or [body]
        vectors = encoder.vectors([row["Headline"], *sentences])
        likeness = vectors[1:] @ vectors[0]
        best = int(likeness.argmax())
        yield Told(row["Headline"], sentences[best], float(likeness[best]), row["Stance"])


def challenge(most: int) -> None:
    """FNC-1's own score and the F1 of each stance, beside the floor that calls everything unrelated."""
    told = list(fnc(most))
    answers = relate([(t.headline, t.sentence) for t in told])
    said = [WAYS[stance(a)] if t.cosine >= RELATED else "unrelated" for t, a in zip(told, answers, strict=True)]
    gold = [t.stance for t in told]
    f1 = "  ".join(f"{s} {value:.3f}" for s, value in score(gold, said, FNC).items())
    print(f"{len(told)} pairs  FNC-1 score {weighted(gold, said):.3f}  {f1}")
    print(f"all unrelated: {weighted(gold, ['unrelated'] * len(gold)):.3f}")
    for (g, s), n in sorted(Counter(zip(gold, said, strict=True)).items()):
        print(f"   {g:10} came out {s:10} {n}")


def weighted(gold: Sequence[str], said: Sequence[str]) -> float:
    """The challenge's score, 1 for a perfect answer.

    >>> weighted(["agree", "unrelated"], ["discuss", "unrelated"])
    0.4
    """

    def worth(a: str, b: str) -> float:
        return 0.25 * ((a == "unrelated") == (b == "unrelated")) + 0.75 * (a == b != "unrelated")

    return sum(map(worth, gold, said)) / sum(map(worth, gold, gold))


def score(gold: Sequence[str], said: Sequence[str], stances: Sequence[str] = STANCES) -> dict[str, float]:
    """F1 of each stance, their mean, and accuracy."""
    f1 = {
        s: 2
        * sum(g == x == s for g, x in zip(gold, said, strict=True))
        / max(1, list(gold).count(s) + list(said).count(s))
        for s in stances
    }
    right = sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)
    return {**f1, "macro": sum(f1.values()) / len(f1), "accuracy": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fnc", action="store_true")
    options = parser.parse_args()
    if options.fnc:
        challenge(options.most)
        return
    rows = emergent()
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
