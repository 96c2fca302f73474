"""`relate` on pairs of sentences that others judged, three ways: against, the same, nothing follows.

    python benchmarks/match/relate_sets.py [--most N] [--show SET]

FEVER-Symmetric dev and Fool-Me-Twice dev (a claim and its evidence: supports, refutes), Breaking_NLI and MED (entailment,
contradiction, neutral). deny and conflict count as against, agree, refine and update as the same, unrelated as neither;
nothing is fitted to any of the sets. Beside it a lexical floor: the same where most words are shared, against where one
side has a negation more. Of long sets every n-th pair is taken.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from sayso.compare.wording import shared, stems
from sayso.pipeline import relate
from sayso.settings import data_dir

T = TypeVar("T")
WAYS = ("same", "against", "neither")
WAY = {
    "agree": "same", "refine": "same", "update": "same", "deny": "against", "conflict": "against", "unrelated": "neither",
    "SUPPORTS": "same", "REFUTES": "against", "entailment": "same", "contradiction": "against", "neutral": "neither",
}  # fmt: skip
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|nothing|none|without)\b|n't", re.IGNORECASE)


class Judged(NamedTuple):
    """A pair and what was judged of it; `sort` is the part of the set."""

    left: str
    right: str
    way: str
    sort: str


def fever() -> Iterator[Judged]:
    for line in (
        (data_dir() / "pairs/fever_symmetric/fever_symmetric_dev.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        row = json.loads(line)
        evidence = re.sub(r"-[LR][RS]B-", "", row["evidence"])
        yield Judged(evidence, row["claim"], WAY[row["gold_label"]], row["gold_label"])


def fm2() -> Iterator[Judged]:
    for line in (data_dir() / "pairs/fm2/dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Judged(" ".join(e["text"] for e in row["gold_evidence"]), row["text"], WAY[row["label"]], row["label"])


def breaking() -> Iterator[Judged]:
    for line in (data_dir() / "pairs/breaking_nli/dataset.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Judged(row["sentence1"], row["sentence2"], WAY[row["gold_label"]], row["category"])


def med() -> Iterator[Judged]:
    with (data_dir() / "pairs/med/MED.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Judged(row["sentence1"], row["sentence2"], WAY[row["gold_label"]], row["gold_label"])


SETS: dict[str, Callable[[], Iterator[Judged]]] = {"fever": fever, "fm2": fm2, "breaking_nli": breaking, "med": med}


def floor(pairs: Sequence[Judged]) -> list[str]:
    """What shared words and a count of negations say."""
    found = []
    for p in pairs:
        likeness = shared(stems(p.left), stems(p.right))
        turned = (len(_NEGATION.findall(p.left)) - len(_NEGATION.findall(p.right))) % 2
        found.append("neither" if likeness < 0.3 else "against" if turned else "same")
    return found


def score(gold: Sequence[str], said: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Accuracy, and F1 of each way that the set has."""
    f1 = {}
    for way in WAYS:
        if way in gold:
            right = sum(g == s == way for g, s in zip(gold, said, strict=True))
            f1[way] = 2 * right / max(1, gold.count(way) + list(said).count(way))
    return sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold), f1


def taken(pairs: Sequence[T], most: int) -> list[T]:
    """At most so many, spread over the set."""
    step = max(1, -(-len(pairs) // most))
    return list(pairs[::step])


def _told(name: str, gold: Sequence[str], said: Sequence[str]) -> None:
    accuracy, f1 = score(gold, said)
    parts = "  ".join(f"{way} {value:.3f}" for way, value in f1.items())
    print(f"{name:22} accuracy {accuracy:.3f}  macro-F1 {sum(f1.values()) / len(f1):.3f}  {parts}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=500)
    parser.add_argument("--show", default="")
    parser.add_argument("--only", default=",".join(SETS))
    options = parser.parse_args()
    for name in options.only.split(","):
        pairs = taken(list(SETS[name]()), options.most)
        answers = list(relate([(p.left, p.right) for p in pairs]))
        said = [WAY[a.kind] for a in answers]
        gold = [p.way for p in pairs]
        _told(name, gold, said)
        _told("  shared words", gold, floor(pairs))
        if name == "breaking_nli":
            right = Counter(p.sort for p, s in zip(pairs, said, strict=True) if p.way == s)
            print(
                "  "
                + "  ".join(f"{k} {right[k] / n:.2f} of {n}" for k, n in Counter(p.sort for p in pairs).most_common())
            )
        if options.show == name:
            for p, a in zip(pairs, answers, strict=True):
                if p.way != WAY[a.kind]:
                    print(f"{p.way:8} {a.kind:9} {a.reason}\n     {p.left}\n     {p.right}")


if __name__ == "__main__":
    main()
