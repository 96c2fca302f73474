"""Status and polarity of claims against events marked with certainty, polarity and time, through `extract`.

    python benchmarks/status/run.py              macro-F1 and each word's F1
    python benchmarks/status/run.py --misses     what came out otherwise, an event a paragraph

The set is MEANTIME's airbus and apple (gm and stock are kept elsewhere). An event is judged by the claim with the fewest
characters that covers it; an event in no claim counts as told as so. Claims have six words and MEANTIME three marks;
both are brought to four (README.md): so, not so, unsure, to come. As a forecast is MEANTIME's "possible" as
often as its "future", two figures are given: `strict` takes predicted for to come, `either` lets it stand for both.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import data

from sayso.extract import extract
from sayso.records import Article, Claim, Published
from sayso.settings import data_dir

_WORDS = {"asserted": "so", "planned": "to come", "predicted": "to come", "rumoured": "unsure", "conditional": "unsure"}
Judged = tuple[str, str]


def covering(claims: Sequence[Claim], event: data.Event) -> Claim | None:
    """The claim with the fewest characters that covers an event."""
    holding = [c for c in claims if c.start <= event.start and event.end <= c.end]
    holding = holding or [c for c in claims if c.start < event.end and event.start < c.end]
    return min(holding, key=lambda c: (c.end - c.start, c.kind == "statement", c.id), default=None)


def word_of(claim: Claim | None, gold: str, either: bool) -> str:
    """A claim's word of the four."""
    if claim is None:
        return "so"
    if claim.polarity == "negative" or claim.status == "denied":
        return "not so"
    if either and claim.status == "predicted" and gold in {"unsure", "to come"}:
        return gold
    return _WORDS[claim.status]


def judged(documents: Sequence[data.Document]) -> Iterator[tuple[data.Document, data.Event, Claim | None]]:
    """Every event that the set has a word for, with the claim it is judged by."""
    for document in documents:
        day = Published(earliest=document.published, latest=document.published)
        claims = extract(Article(id=document.name, input="", text=document.text, published=day)).claims
        yield from ((document, event, covering(claims, event)) for event in document.events if event.word)


def f1(pairs: Sequence[Judged]) -> dict[str, float]:
    """F1 of each gold word, and their mean as `macro`."""
    found: dict[str, float] = {}
    for word in sorted({gold for gold, _ in pairs}):
        right = sum(gold == word == got for gold, got in pairs)
        told = sum(got == word for _, got in pairs) + sum(gold == word for gold, _ in pairs)
        found[word] = 2 * right / told if told else 0.0
    return {"macro": sum(found.values()) / len(found), **found}


def figures(documents: Sequence[data.Document]) -> dict[str, dict[str, float]]:
    """Both readings of the figures, and polarity alone."""
    rows = list(judged(documents))
    told = {e: ("negative" if e.polarity == "NEG" else "positive") for _, e, _ in rows}
    return {
        "strict": f1([(e.word or "", word_of(c, e.word or "", either=False)) for _, e, c in rows]),
        "either": f1([(e.word or "", word_of(c, e.word or "", either=True)) for _, e, c in rows]),
        "polarity": f1([(told[e], c.polarity if c else "positive") for _, e, c in rows]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what came out otherwise")
    options = parser.parse_args()
    documents = list(data.meantime(data_dir()))
    if options.misses:
        for document, event, claim in judged(documents):
            got = word_of(claim, event.word or "", either=False)
            if got != event.word:
                text = document.text[max(0, event.start - 90) : event.start], document.text[event.start : event.end]
                print(f"{event.word} → {got}: {text[0]}[{text[1]}]\n    {claim.text if claim else None}")
        return
    print(f"{len(documents)} documents, {sum(bool(e.word) for d in documents for e in d.events)} events")
    for name, each in figures(documents).items():
        print(f"{name:9}", "  ".join(f"{word} {value:.3f}" for word, value in each.items()))


if __name__ == "__main__":
    main()
