"""Names of people, places and organisations, through the same rules as `sayso extract`; strict spans and types.

    python benchmarks/entities/run.py               F1 by set and type
    python benchmarks/entities/run.py --misses ewt  what came out otherwise, by class
    python benchmarks/entities/run.py --speakers    speakers and mentions of our own passages (passages.py)
    python benchmarks/entities/run.py --file F.iob2 a Universal NER file of your own, the kept splits among them

A name counts where start, end and type are those of the gold; only PER, LOC and ORG are looked at. Wikigold is part of
what the reader was trained on: it shows what the rules do, not what to expect of new text.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import data

from sayso.extract import extract
from sayso.records import Article
from sayso.settings import data_dir

SETS = {"ewt": data.ewt, "wikigold": data.wikigold}


def found_in(text: str) -> set[data.Span]:
    """The names of a text as `sayso extract` gives them."""
    entities = extract(Article(id="a", input="", text=text)).entities
    return {(m.start, m.end, e.type) for e in entities for m in e.mentions if m.form == "name" and e.type in data.TYPES}


def score(documents: Sequence[data.Document]) -> dict[str, float]:
    """F1 of all types together (`all`) and of each."""
    right, told = Counter[str](), Counter[str]()
    for document in documents:
        found, gold = found_in(document.text), set(document.gold)
        right.update(kind for _, _, kind in found & gold)
        told.update(kind for _, _, kind in [*found, *gold])
    each = {kind: 2 * right[kind] / told[kind] if told[kind] else 0.0 for kind in data.TYPES}
    return {"all": 2 * right.total() / told.total() if told else 0.0, **each}


def misses(documents: Sequence[data.Document]) -> Iterator[str]:
    """A line for each name that is wrong: its class, the types, and the words around."""
    for document in documents:
        found, gold = found_in(document.text), set(document.gold)
        for start, end, kind in sorted(gold ^ found):
            over = [x for x in (found if (start, end, kind) in gold else gold) if x[0] < end and start < x[1]]
            side = "missed" if (start, end, kind) in gold else "made up"
            if side == "made up" and over:
                continue
            how = "type" if any(x[:2] == (start, end) for x in over) else "bounds" if over else side
            around = document.text[max(0, start - 50) : start], document.text[end : end + 40]
            yield f"{how:8} {kind} {around[0]}[{document.text[start:end]}]{around[1]}".replace("\n", " / ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", choices=SETS, help="print what came out otherwise on a set")
    parser.add_argument("--speakers", action="store_true", help="score our own passages")
    parser.add_argument("--file", type=Path, help="a Universal NER file (IOB2 with # text)")
    options = parser.parse_args()
    if options.speakers:
        import passages

        print("\n".join(passages.report()))
    elif options.misses:
        print("\n".join(sorted(misses(list(SETS[options.misses](data_dir()))))))
    else:
        sets = {"file": lambda _: data.universal(options.file)} if options.file else SETS
        for name, read in sets.items():
            figures = score(list(read(data_dir())))
            print(f"{name:9}", "  ".join(f"{kind} {value:.3f}" for kind, value in figures.items()))


if __name__ == "__main__":
    main()
