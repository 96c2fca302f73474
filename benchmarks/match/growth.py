"""How the work of a brief grows with the pile: CPU seconds of each stage, for more and more articles.

    python benchmarks/match/growth.py --readings FILE [--sizes 100 250 500 1000] [--one-story 25 50 100 200 400]
    python benchmarks/match/growth.py --made --readings FILE --sizes 1250 2500 5000

The pile is the articles of stories_basil and bodies of stance_fnc1, shuffled with a fixed seed. They are read once and kept in
FILE (articles that are missing there are read and added; that takes most of the time), so that matching can be measured alone.
Reading goes article by article and is timed on one in `TIMED`; the other stages run as a brief runs them, the stories told apart
by `group`. `--one-story` takes so many articles as one story: the hardest pile for matching. `--made` takes articles of our own
sentences (`made.py`) instead, as many as are wanted, of four sentences each. CPU seconds of one process, as a busy
machine changes them least; a brief spreads reading over the cores.
"""

from __future__ import annotations

import argparse
import csv
import pickle
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "group"))

import data
import made

from sayso.dedupe import dedupe
from sayso.extract import extract
from sayso.extract.reading import read
from sayso.group import group
from sayso.match import match
from sayso.reconcile import reconcile
from sayso.records import Article, Copy, Reading
from sayso.settings import data_dir
from sayso.weights.vectors import Words

SEED, TIMED = 7, 25
STAGES = ("read", "dedupe", "group", "match", "reconcile")
Read = tuple[Article, Reading, Words]
T = TypeVar("T")


def articles(root: Path, most: int) -> list[Article]:
    """So many articles, those of stories_basil first taken, in an order that mixes both sets."""
    with (root / "stance_fnc1/train_bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = [
            Article(id=f"fnc-{row['Body ID']}", input="fnc", text=row["articleBody"], language="en")
            for row in csv.DictReader(file)
        ]
    random.Random(SEED).shuffle(bodies)
    pile = [*data.basil(root).articles, *bodies][:most]
    random.Random(SEED).shuffle(pile)
    return pile


def readings(pile: Sequence[Article], kept: Path) -> list[Read]:
    """Each article, read, from the file as far as it goes."""
    known: dict[str, Read] = {}
    if kept.exists():
        with kept.open("rb") as file:
            while file.peek(1):
                told = pickle.load(file)
                known[told[0].id] = told
    with kept.open("ab") as file:
        for article in pile:
            if article.id not in known:
                known[article.id] = (article, *read(article))
                pickle.dump(known[article.id], file)
    return [known[article.id] for article in pile]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and its CPU seconds."""
    began = time.process_time()
    return work(), time.process_time() - began


def reading(told: Sequence[Read]) -> float:
    """CPU seconds of reading all of these, by one in so many."""
    some = told[::TIMED]
    _, seconds = timed(lambda: [extract(article) for article, *_ in some])
    return seconds * len(told) / len(some)


def told_apart(told: Sequence[Read], seconds: dict[str, float]) -> tuple[list[list[Read]], Sequence[Copy]]:
    """The stories of a pile, and its copies."""
    own = [article for article, *_ in told]
    copies, seconds["dedupe"] = timed(lambda: dedupe(own))
    placed, seconds["group"] = timed(lambda: group(own, [r for _, r, _ in told]))
    story = {p.id: p.story_id for p in placed}
    members: dict[str, list[Read]] = defaultdict(list)
    for one in told:
        members[story[one[0].id]].append(one)
    return list(members.values()), copies


def matched(stories: Sequence[Sequence[Read]], copies: Sequence[Copy], seconds: dict[str, float]) -> tuple[int, int]:
    """Match and reconcile each story; give how many claims and findings there are."""
    claims = findings = 0
    seconds |= {"match": 0.0, "reconcile": 0.0}
    for story in stories:
        own, found_in, words = map(list, zip(*story, strict=True))
        said = {article.id: one for article, one in zip(own, words, strict=True)}
        copied = [c for c in copies if c.article_id in said]
        (entities, groups), spent = timed(lambda: match(own, found_in, said, copied))  # noqa: B023
        seconds["match"] += spent
        found, spent = timed(lambda: reconcile(groups, own, copied, entities))  # noqa: B023
        seconds["reconcile"] += spent
        claims += sum(len(g.claims) for g in groups)
        findings += len(found)
    return claims, findings


def row(size: int, stories: int, largest: int, counted: tuple[int, int], seconds: dict[str, float]) -> None:
    total = sum(seconds.values())
    parts = "".join(f"{seconds.get(stage, 0.0):10.1f}" for stage in STAGES)
    share = (seconds["match"] + seconds["reconcile"]) / total
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:8d}{stories:8d}{largest:8d}{counted[0]:9d}{counted[1]:9d}{parts}{1000 * total / size:10.0f}{share:9.0%}{memory:8.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, required=True, help="where readings are kept from run to run")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 250, 500, 1000])
    parser.add_argument("--one-story", type=int, nargs="*", default=[])
    parser.add_argument("--made", action="store_true", help="articles of our own sentences")
    chosen = parser.parse_args()
    most = max([*chosen.sizes, *chosen.one_story])
    if not chosen.made and not ((data_dir() / "stories_basil").is_dir() and (data_dir() / "stance_fnc1").is_dir()):
        raise SystemExit(f"no stories_basil and stance_fnc1 at {data_dir()}: set SAYSO_DATA")
    told = readings(made.articles(most) if chosen.made else articles(data_dir(), most), chosen.readings)
    matched([told[:2]], (), {})  # loads what is loaded once
    print(f"{'articles':>8}{'stories':>8}{'largest':>8}{'claims':>9}{'findings':>9}", end="")
    print("".join(f"{stage + ' s':>10}" for stage in STAGES) + f"{'ms each':>10}{'m+r':>9}{'MB':>8}")
    for size in chosen.sizes:
        seconds = {"read": reading(told[:size])}
        stories, copies = told_apart(told[:size], seconds)
        row(size, len(stories), max(map(len, stories)), matched(stories, copies, seconds), seconds)
    for size in chosen.one_story:
        seconds = {"read": reading(told[:size])}
        copies, seconds["dedupe"] = timed(lambda: dedupe([a for a, *_ in told[:size]]))  # noqa: B023
        row(size, 1, size, matched([told[:size]], copies, seconds), seconds)


if __name__ == "__main__":
    main()
