"""Sayso's quantities beside quantulum3 and Recognizers-Text on NewsQuant: strict F1 with its interval, sentences/s.

    python benchmarks/quantities/run.py     (the peers of benchmarks/requirements.txt beside Sayso in one environment)

A peer that is not installed is left out, and said. Times are CPU time of one process after one warm-up pass.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from newsquant import MEASURES, Found, load, ours, score
from peers import PEERS

from sayso.settings import data_dir

RESAMPLES, SEED = 500, 4


def main() -> None:
    rows = load(data_dir() / "quantities_newsquant" / "dev.json")
    count = sum(len(gold) for _, gold in rows)
    print(f"NewsQuant, {len(rows)} sentences, {count} quantities; strict one-to-one F1 [95 %]")
    for name, make in {"sayso": lambda: ours, **PEERS}.items():
        try:
            system = make()
        except ImportError as problem:
            print(f"{name:18} not installed ({problem.name})")
            continue
        print(f"{name:18} {measure(system, rows)}")


def measure(system: Callable[[str], list[Found]], rows: list[tuple[str, list[Found]]]) -> str:
    """One line of the table."""
    answers = [system(text) for text, _ in rows]
    began = time.process_time()
    for text, _ in rows:
        system(text)
    rate = len(rows) / (time.process_time() - began)
    pairs = [(gold, answer) for (_, gold), answer in zip(rows, answers, strict=True)]
    scores = score(pairs)
    chance = random.Random(SEED)
    samples = [score(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES)]
    cells = []
    for name in MEASURES:
        spread = sorted(sample[name].f1 for sample in samples)
        cells.append(f"{name} {scores[name].f1:.3f} [{spread[RESAMPLES // 40]:.3f}, {spread[-RESAMPLES // 40]:.3f}]")
    return "  ".join(cells) + f"  {rate:,.0f} sentences/s"


if __name__ == "__main__":
    main()
