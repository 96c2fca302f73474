"""Time expressions: ours and the peers' quality and speed, in one run.

    python benchmarks/times/run.py                             ours alone
    python benchmarks/times/run.py --peers PYTHON [--set ...]  with the peers that PYTHON has (see
    benchmarks/requirements.txt)
    python benchmarks/times/run.py --misses meantime           what ours got wrong

Value F1 is the measure of record: strict one-to-one matching of overlapping expressions, and the same TIMEX3 value.
MEANTIME is its airbus and apple clusters (gm and stock are kept elsewhere), WikiWars its training documents, where a
stretch such as "1914–18", which is one expression to us, is mapped to the two that the set marks. Sentences are counted
a second of processor time, so that a busy machine does not matter.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import data
import score

from sayso.extract.timex import timexes
from sayso.extract.tokens import split
from sayso.records import Published, Timex
from sayso.settings import data_dir

SETS = {"meantime": data.meantime, "wikiwars": data.wikiwars}


def as_found(timex: Timex) -> list[score.Found]:
    """Map one of our expressions to what the sets mark: a stretch is its two ends."""
    if timex.type != "DATE" or not timex.value or "/" not in timex.value:
        return [(timex.start, timex.end, timex.type, timex.value)]
    cut = max(timex.text.rfind("-"), timex.text.rfind("–"), 1)
    first, _, last = timex.value.partition("/")
    return [
        (timex.start, timex.start + cut, timex.type, first),
        (timex.start + cut + 1, timex.end, timex.type, last),
    ]


def ours(documents: Sequence[data.Document]) -> tuple[score.Score, float]:
    """Score our own reading of the documents, and time it."""
    total = score.Score()
    found = []
    timexes("Warm-up on 3 May 2011.")
    begin = time.process_time()
    for document in documents:
        published = Published(earliest=document.published, latest=document.published)
        found.append(timexes(document.text, published))
    seconds = time.process_time() - begin
    for document, each in zip(documents, found, strict=True):
        pairs = [pair for timex in each for pair in as_found(timex)]
        score.add(total, document.text, pairs, document.gold, document.name[:16])
    return total, seconds


def peer(name: str, python: str, documents: Sequence[data.Document]) -> tuple[score.Score, float]:
    """Score and time a peer, which runs in its own Python."""
    lines = "\n".join(json.dumps({"text": d.text, "published": d.published}) for d in documents)
    script = str(Path(__file__).resolve().with_name("peers.py"))
    with tempfile.TemporaryDirectory() as folder:  # HeidelTime writes its settings to where it runs
        done = subprocess.run(
            [python, script, name], input=lines, capture_output=True, text=True, check=False, cwd=folder
        )
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(answers) not in (len(documents), 1):
        raise SystemExit(f"{name} did not run: {done.stderr[-500:]}")
    total = score.Score()
    for document, answer in zip(documents, answers, strict=False):
        score.add(total, document.text, [tuple(f) for f in answer["found"]], document.gold)
    return total, sum(answer["seconds"] for answer in answers)


def row(name: str, total: score.Score, seconds: float, sentences: int) -> str:
    rate = f"{sentences / seconds:10,.1f}" if seconds else " " * 10
    if not total.found:
        return f"{name:24} {'':36} {rate}"
    low, high = total.interval()
    value = f"{total.f1('value'):.3f} [{low:.3f}, {high:.3f}]"
    return f"{name:24} {value}  {total.f1('overlap'):.3f}  {total.f1('span'):.3f}  {rate}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has the peers")
    parser.add_argument("--set", action="append", choices=SETS, help="which sets (default: all)")
    parser.add_argument("--only", action="append", help="which peers (default: all)")
    parser.add_argument("--misses", choices=SETS, help="print what ours got wrong on a set")
    options = parser.parse_args()
    if options.misses:
        print("\n".join(sorted(ours(list(SETS[options.misses](data_dir())))[0].misses)))
        return
    for name in options.set or SETS:
        documents = list(SETS[name](data_dir()))
        sentences = sum(len(split(document.text)) for document in documents)
        print(
            f"\n{name}: {len(documents)} documents, {sentences} sentences, "
            f"{sum(len(d.gold) for d in documents)} expressions"
        )
        print(f"{'':24} {'value':21} over.  span   sentences/s")
        print(row("sayso", *ours(documents), sentences))
        if not options.peers:
            continue
        genre = "heideltime-narrative" if name == "wikiwars" else "heideltime"
        for other in options.only or ("dateparser", "recognizers-text", genre, "heideltime-throughput"):
            print(row(other, *peer(other, options.peers, documents), sentences), flush=True)


if __name__ == "__main__":
    main()
