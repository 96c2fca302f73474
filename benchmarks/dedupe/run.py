"""Copied texts and passages: recall, precision and time beside MinHash and n-gram containment, in one run.

    python benchmarks/dedupe/run.py           all of it
    python benchmarks/dedupe/run.py --ours    without datasketch

Two sets. `pasted`: open texts (the documents of UD English-EWT and GUM) as articles; into half of them goes a passage, or
the whole text, of another one, with 0 to 30 % of its words replaced (seeded). A pair counts as found if the method names
it; a character of a passage if a span covers it. `bodies`: the bodies of stance_fnc1; pairs that share 8-word shingles
outside quotation marks are copies, those that share a tenth of the shorter one's must be found. What two outlets quote
alike is no copy. Reading what is counted against us there shows copied sentences with a word changed in each eight.

Peers name pairs only, so they have no words: datasketch MinHash LSH (128 permutations, 5-word shingles), at the threshold
of Jaccard that suits the set best; containment of 8-word shingles above 0.02 over an inverted index of all shingles.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from data import Copied, bodies, edited, pasted
from score import Figures, figures

from sayso.dedupe import dedupe
from sayso.records import Article
from sayso.settings import data_dir

Pairs = set[frozenset[str]]
SHINGLE = 8


def main() -> None:
    if not (data_dir() / "treebank_ewt").is_dir():
        raise SystemExit(f"no data at {data_dir()}: set SAYSO_DATA")
    print(f"{'pasted passages, words replaced':44s}{'pairs':34s}{'words (recall, precision)'}")
    for share in (0.0, 0.1, 0.2, 0.3):
        articles, copied = pasted(data_dir(), share)
        show(f"{share:.0%}", articles, copied)
    articles, copied = bodies(data_dir())
    show("bodies of stance_fnc1", articles, copied)
    print("quotations that two outlets share, nothing else: pairs named", len(dedupe(edited(data_dir()))))


def show(name: str, articles: Sequence[Article], copied: Sequence[Copied]) -> None:
    """One row a method."""
    methods: dict[str, Callable[[Sequence[Article]], Figures]] = {
        "sayso": lambda pile: figures(dedupe(pile), copied, pile),
        f"containment of {SHINGLE}-grams": lambda pile: figures(containment(pile), copied, pile),
    }
    if "--ours" not in sys.argv:
        methods |= {
            f"MinHash LSH, Jaccard {least}": lambda pile, least=least: figures(minhash(pile, least), copied, pile)
            for least in (0.5, 0.2, 0.05)
        }
    for method, measure in methods.items():
        began = time.process_time()
        found = measure(articles)
        spent = (time.process_time() - began) / len(articles) * 1000
        print(f"  {name:22s}{method:22s}{found}  {spent:.1f} ms an article", flush=True)


def shingles(text: str, size: int) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def containment(articles: Sequence[Article], least: float = 0.02) -> Pairs:
    """Pairs where one's shingles lie in the other's, more than `least` of the smaller."""
    carried: dict[tuple[str, ...], list[int]] = {}
    sets = [shingles(article.text, SHINGLE) for article in articles]
    shared: dict[tuple[int, int], int] = {}
    for at, own in enumerate(sets):
        for shingle in own:
            others = carried.setdefault(shingle, [])
            for other in others:
                shared[other, at] = shared.get((other, at), 0) + 1
            others.append(at)
    return {
        frozenset((articles[a].id, articles[b].id))
        for (a, b), count in shared.items()
        if count > least * min(len(sets[a]), len(sets[b]))
    }


def minhash(articles: Sequence[Article], least: float) -> Pairs:
    """Pairs that datasketch's LSH names, checked by the estimated Jaccard."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=least, num_perm=128)
    made = {}
    for article in articles:
        sketch = MinHash(num_perm=128, seed=7)
        sketch.update_batch([" ".join(shingle).encode() for shingle in shingles(article.text, 5)])
        made[article.id] = sketch
        index.insert(article.id, sketch)
    return {
        frozenset((name, other))
        for name, sketch in made.items()
        for other in index.query(sketch)
        if other != name and sketch.jaccard(made[other]) >= least
    }


if __name__ == "__main__":
    main()
