"""Attributions: source, cue and content against PolNeAR's, through the same code as `sayso extract`.

    python benchmarks/attribution/run.py                     the 84 articles of dev
    python benchmarks/attribution/run.py --split train --every 7
    python benchmarks/attribution/run.py --misses 40         and what went wrong, in classes, with examples

Strict span F1 over all roles is the measure of record. PolNeAR annotates what is attributed at the outermost level
only, no attribution inside another's content; ours are scored as they are written, nothing is mapped.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import data
import score

from sayso.extract import extract
from sayso.records import Article, Reading
from sayso.settings import data_dir


def as_found(reading: Reading) -> list[data.Gold]:
    """Turn the attributions of a reading into what is scored."""
    return [
        data.Gold(**{role: tuple((s.start, s.end) for s in getattr(a, role)) for role in data.ROLES})
        for a in reading.attributions
    ]


def ours(documents: Sequence[data.Document]) -> tuple[score.Score, list[list[data.Gold]], float]:
    """Read and score the documents; give the score, what was found in each, and the seconds of processor time."""
    total, found, begin = score.Score(), [], time.process_time()
    for document in documents:
        article = Article(id=document.name, input=document.name, text=document.text, language="en")
        found.append(as_found(extract(article)))
    seconds = time.process_time() - begin
    for document, each in zip(documents, found, strict=True):
        score.add(total, document.text, each, document.gold)
    return total, found, seconds


def table(total: score.Score) -> str:
    """Lay out precision, recall and F1 by role and measure."""
    low, high = total.interval()
    lines = [f"strict span F1, all roles: {total.f1('strict'):.3f} [{low:.3f}, {high:.3f}]", ""]
    lines.append(f"{'':10} {'strict P':>9} {'R':>6} {'F1':>6} {'whole F1':>9} {'token P':>9} {'R':>6} {'F1':>6}")
    for role in data.ROLES:
        lines.append(
            f"{role:10} {total.precision('strict', role):9.3f} {total.recall('strict', role):6.3f} "
            f"{total.f1('strict', role):6.3f} {total.f1('whole', role):9.3f} {total.precision('token', role):9.3f} "
            f"{total.recall('token', role):6.3f} {total.f1('token', role):6.3f}"
        )
    return "\n".join(lines)


def misses(document: data.Document, found: Sequence[data.Gold]) -> Iterator[tuple[str, str]]:
    """Sort what went wrong into classes, each with its place: whole attributions first, then spans of those met."""
    met: set[int] = set()
    for gold in document.gold:
        near = [i for i, f in enumerate(found) if _touch(f.cue, gold.cue)]
        if not near:
            inside = any(_touch(f.content, gold.cue) for f in found)
            yield ("missed, inside another content" if inside else "missed"), _show(document.text, gold)
            continue
        met.update(near)
        best = max(near, key=lambda i: sum(getattr(found[i], r) == getattr(gold, r) for r in data.ROLES))
        for role in data.ROLES:
            if getattr(found[best], role) != getattr(gold, role):
                kind = "no" if not getattr(found[best], role) else "needless" if not getattr(gold, role) else "other"
                yield (
                    f"{kind} {role}",
                    f"{_show(document.text, gold)}\n      ours: {_show(document.text, found[best])}",
                )
    for i, f in enumerate(found):
        if i not in met:
            inside = any(_touch(g.content, f.cue) for g in document.gold)
            yield ("extra, inside a gold content" if inside else "extra"), _show(document.text, f)


def _touch(left: Sequence[data.Run], right: Sequence[data.Run]) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)


def _show(text: str, each: data.Gold) -> str:
    parts = [" … ".join(_short(text[a:b]) for a, b in getattr(each, role)) for role in data.ROLES]
    return " | ".join(f"[{part}]" for part in parts)


def _short(words: str) -> str:
    flat = words.replace("\n", " ")
    return flat if len(flat) < 120 else f"{flat[:60]} ~ {flat[-55:]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--every", type=int, default=1, help="take every so manyth article")
    parser.add_argument("--first", type=int, default=0, help="where to begin with that")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N examples of each class of miss")
    options = parser.parse_args()
    documents = list(data.polnear(data_dir(), options.split, options.every, options.first))
    total, found, seconds = ours(documents)
    gold = sum(len(d.gold) for d in documents)
    print(f"{len(documents)} articles, {gold} attributions; {len(documents) / seconds:.2f} articles a CPU second\n")
    print(table(total))
    wrong = [miss for document, each in zip(documents, found, strict=True) for miss in misses(document, each)]
    print("\n" + "\n".join(f"{n:6} {kind}" for kind, n in Counter(kind for kind, _ in wrong).most_common()))
    for kind in sorted({kind for kind, _ in wrong}) if options.misses else ():
        shown = [text for each, text in wrong if each == kind]
        step = max(1, len(shown) // options.misses)
        print(f"\n── {kind} ({len(shown)})")
        print("\n".join(f"    {text}" for text in shown[::step][: options.misses]))


if __name__ == "__main__":
    main()
