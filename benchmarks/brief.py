"""`sayso brief` as a user meets it: cold start, memory, rate, growth.

    brief.py INPUT... [--runs 5]        wall time and memory of the brief of these inputs, each run a new process
    brief.py --basil [--growth]         articles a second over the 291 articles of stories_basil (SAYSO_DATA)
    brief.py INPUT... --max-seconds 3 --max-megabytes 700       exit 1 where one is over its limit

Wall time is of runs of their own, unsampled; CPU seconds beside it tell a busy machine from a slow program. Memory is
the largest sum of proportional set sizes (shared pages counted once) over the process and all its children, sampled
every 20 ms in one more run; Linux only. Standard library only.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SAYSO = [sys.executable, "-m", "sayso"]


def timed(command: list[str]) -> tuple[float, float, bytes]:
    """Seconds from start to exit, CPU seconds of all its processes, and what it wrote; a failure ends the benchmark."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.decode()[-500:]}")
    return seconds, cpu, done.stdout


def family(pid: int) -> Iterator[int]:
    """The process and all its descendants."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from family(int(child))


def proportional_bytes(pid: int) -> int:
    total = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024
    return total


def peak_megabytes(command: list[str]) -> float:
    """The most memory that the command and its children held together."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                peak = max(peak, proportional_bytes(process.pid))
            except OSError:  # a member ended while it was looked at
                continue
            time.sleep(0.02)
    return peak / 1e6


def row(name: str, values: list[float], unit: str) -> None:
    low, middle, high = min(values), statistics.median(values), max(values)
    print(f"{name:28} {middle:8.2f} {unit:10} (min {low:.2f}, max {high:.2f}, {len(values)} runs)")


def brief(inputs: list[str], runs: int) -> tuple[float, float]:
    """Median seconds and peak megabytes of the brief of these inputs, printed with its spread and its rate."""
    command = [*SAYSO, "brief", *inputs, "--format", "json"]
    timed(command)  # the first run reads the files of the package from disk and compiles them
    walls, cpus, count = [], [], 0
    for _ in range(runs):
        wall, cpu, written = timed(command)
        walls.append(wall)
        cpus.append(cpu)
        count = len(json.loads(written)["articles"])
    megabytes = peak_megabytes(command)
    row(f"brief of {count} articles", walls, "s")
    row("  CPU of all processes", cpus, "s")
    print(f"{'rate':28} {count / statistics.median(walls):8.2f} articles/s")
    print(f"{'peak memory':28} {megabytes:8.0f} MB")
    return statistics.median(walls), megabytes


def help_time(runs: int) -> None:
    row("sayso --help", [timed([*SAYSO, "--help"])[0] for _ in range(runs)], "s")


def basil(target: Path, limit: int | None = None) -> int:
    """Write the articles of stories_basil, one a line, sorted by file name; return how many."""
    folder = Path(os.environ.get("SAYSO_DATA", "../shared/data")) / "stories_basil" / "data" / "articles"
    if not folder.is_dir():
        raise SystemExit(f"{folder} is missing: set SAYSO_DATA to the folder of the shared data sets")
    files = sorted(folder.rglob("*.json"))[:limit]
    with target.open("w", encoding="utf-8") as lines:
        for file in files:
            told = json.loads(file.read_text(encoding="utf-8"))
            text = "\n\n".join(" ".join(paragraph) for paragraph in told["body-paragraphs"])
            keys = {"id": file.stem, "outlet": told["source"], "headline": told["title"], "published": told["date"]}
            lines.write(json.dumps({**keys, "text": text}) + "\n")
    return len(files)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--basil", action="store_true", help="the articles of stories_basil")
    parser.add_argument(
        "--growth", action="store_true", help="with --basil: an eighth, a quarter, half and all of them"
    )
    parser.add_argument("--max-seconds", type=float)
    parser.add_argument("--max-megabytes", type=float)
    chosen = parser.parse_args()
    if not chosen.inputs and not chosen.basil:
        parser.error("name inputs, or --basil")
    help_time(chosen.runs)
    over = False
    if chosen.inputs:
        seconds, megabytes = brief(chosen.inputs, chosen.runs)
        over = seconds > (chosen.max_seconds or seconds) or megabytes > (chosen.max_megabytes or megabytes)
    if chosen.basil:
        with tempfile.TemporaryDirectory() as folder:
            pile = Path(folder) / "basil.jsonl"
            total = basil(pile)
            for share in (8, 4, 2, 1) if chosen.growth else (1,):
                basil(pile, total // share)
                brief([str(pile)], runs=1)
    sys.exit(over)


if __name__ == "__main__":
    main()
