"""What reading costs: articles a second of `sayso extract`, the time to load the reader, memory.

    python benchmarks/reader/cost.py [--articles 72] [--runs 3]

The articles are full ones of BASIL (about 550 words each). `extract` is run as a user runs it, start-up included, over
all cores; beside it stand the processor seconds, which tell a busy machine from a slow program, and the same rate for one
process that is warm. Loading is a fresh process's: imports, digests, the session. Memory is the largest of any process.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from brief import SAYSO, basil, row, timed

# Run in a process of its own, which has loaded nothing: seconds to load the reader, by the clock and of the processor.
_LOAD = """
import time
clock, spent = time.perf_counter(), time.process_time()
from sayso.weights import load_reader
load_reader()
print(time.perf_counter() - clock, time.process_time() - spent)
"""
# Likewise: processor seconds of reading the articles of a file, once the reader has read some.
_READ = """
import os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from sayso.extract import extract
from sayso.pipeline import read_articles
articles = list(read_articles(sys.argv[1]))
for article in articles[:8]:
    extract(article)
spent = time.process_time()
for article in articles:
    extract(article)
print(time.process_time() - spent)
"""


def own(script: str, *arguments: str) -> list[float]:
    """The numbers that a script prints, run in a process of its own."""
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


def load_seconds(runs: int) -> list[tuple[float, float]]:
    """Seconds to load the reader, by the clock and of the processor, each in a fresh process."""
    return [(clock, spent) for clock, spent in (own(_LOAD) for _ in range(runs))]


def peak_megabytes(articles: Path) -> float:
    """The most memory that any process of `sayso extract` took, over all that this process has run."""
    timed([*SAYSO, "extract", str(articles)])
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=72)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "basil.jsonl"
        count = basil(file, options.articles)
        words = sum(len(json.loads(line)["text"].split()) for line in file.read_text(encoding="utf-8").splitlines())
        print(f"{count} articles of {words / count:.0f} words")
        told = load_seconds(options.runs)
        row("loading the reader", [clock for clock, _ in told], "s")
        row("  processor", [spent for _, spent in told], "s")
        print(f"{'memory of a process':28} {peak_megabytes(file):8.0f} MB")
        runs = [timed([*SAYSO, "extract", str(file)]) for _ in range(options.runs)]
        row("sayso extract", [count / wall for wall, _, _ in runs], "articles/s")
        row("  processor, an article", [1000 * spent / count for _, spent, _ in runs], "ms")
        warm = [1000 * own(_READ, str(file))[0] / count for _ in range(options.runs)]
        row("one warm process, an article", warm, "ms")
        print(f"{'  so, on two cores':28} {2000 / statistics.median(warm):8.2f} articles/s of processor time")


if __name__ == "__main__":
    main()
