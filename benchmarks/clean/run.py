"""Clean beside its peers, in one run: body F1 of 4-word shingles with its 95 % interval, metadata, pages per CPU-second.

Each peer is also compared with ours page by page: on how many pages ours is better, and by how much F1 differs.

    PYTHONPATH=src:. python -m benchmarks.clean.run [--step N] [html|pasted|flat ...]

Saved pages: ours, trafilatura, newspaper4k, readability-lxml, resiliparse (those that are installed). Pasted pages, with and
without line breaks: ours, and all lines kept; no peer reads them. The line model has been trained on these pages; what it
does on sites that it has not seen is printed by `python -m training.clean.train --evaluate`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from benchmarks.clean import data
from benchmarks.clean.peers import PEERS
from benchmarks.clean.shingles import f1, overlap

from sayso.acquire.encoding import decode
from sayso.clean import clean
from sayso.clean.headline import shown
from sayso.errors import InputError
from sayso.records import Article, Given, RawArticle

Reader = Callable[[data.Page], str]


def ours(page: data.Page, form: str) -> Article | None:
    """The article, or None where it is refused."""
    text = decode(page.content)[0]
    raw = RawArticle(input=page.id, form="page" if form == "html" else "paste", content=text, given=Given(url=page.url))
    try:
        return clean(raw)
    except InputError:
        return None


def measure(pages: Iterable[data.Page], reader: Reader) -> tuple[list[tuple[float, float, float]], float]:
    """The overlap of each page, and pages per CPU-second; a crash is an empty text."""
    overlaps, seconds = [], 0.0
    pages = list(pages)
    for page in pages[:3]:  # models and tables are loaded on first use; what a page costs is measured after that
        with suppress(Exception):
            reader(page)
    for page in pages:
        start = time.process_time()
        try:
            text = reader(page)
        except Exception:
            text = ""
        seconds += time.process_time() - start
        overlaps.append(overlap(page.body, text))
    return overlaps, len(overlaps) / seconds


def interval(overlaps: list[tuple[float, float, float]], rounds: int = 500) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1 over pages."""
    chance = random.Random(7)
    scores = sorted(f1(chance.choices(overlaps, k=len(overlaps))) for _ in range(rounds))
    return scores[int(0.025 * rounds)], scores[int(0.975 * rounds)]


def beside(own: list[tuple[float, float, float]], peer: list[tuple[float, float, float]], rounds: int = 500) -> str:
    """Ours beside a peer, page by page: on how many ours is better, and worse, and the 95 % interval of what F1 differs by.

    >>> beside([(0.9, 0.0, 0.1)] * 9, [(0.5, 0.5, 0.0)] * 9)
    '9 better, 0 worse, F1 +0.2807 [+0.2807, +0.2807]'
    """
    pairs = list(zip(own, peer, strict=True))
    better = sum(f1([one]) > f1([other]) for one, other in pairs)
    worse = sum(f1([one]) < f1([other]) for one, other in pairs)
    chance = random.Random(7)

    def apart(some: list[tuple[tuple[float, float, float], tuple[float, float, float]]]) -> float:
        return f1([one for one, _ in some]) - f1([other for _, other in some])

    drawn = sorted(apart(chance.choices(pairs, k=len(pairs))) for _ in range(rounds))
    low, high = drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds)]
    return f"{better} better, {worse} worse, F1 {apart(pairs):+.4f} [{low:+.4f}, {high:+.4f}]"


def metadata(pages: Iterable[data.Page]) -> dict[str, float]:
    """Shares of pages whose headline, set of authors, and day of publication are exactly the gold's."""
    right, all_of = {"headline": 0, "authors": 0, "date": 0}, {"headline": 0, "authors": 0, "date": 0}
    for page in pages:
        article = ours(page, "html")
        checks = {
            "headline": (page.title, bool(article) and shown(article.headline or "") == shown(page.title or "")),
            "authors": (page.authors, bool(article) and set(article.authors) == set(page.authors or ())),
            "date": (page.date, bool(article) and (article.published.earliest or "")[:10] == page.date),
        }
        for name, (gold, correct) in checks.items():
            all_of[name] += gold is not None
            right[name] += gold is not None and correct
    return {name: right[name] / max(all_of[name], 1) for name in right}


def readers(form: str) -> dict[str, Reader]:
    """Ours and the peers for one form of input."""

    def mine(page: data.Page) -> str:
        article = ours(page, form)
        return article.text if article else ""

    found: dict[str, Reader] = {"sayso": mine}
    if form != "html":
        return found | {"all lines": lambda page: decode(page.content)[0]}
    for name, make in PEERS.items():
        try:
            peer = make()
        except ImportError:
            print(f"{name}: not installed")
            continue
        found[name] = lambda page, peer=peer: peer(page.content)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms", nargs="*", default=["html", "pasted", "flat"])
    parser.add_argument("--step", type=int, default=1, help="every so many pages")
    options = parser.parse_args()
    for form in options.forms:
        for data_set in data.SETS:
            some = (
                data.saved(data_set, options.step)
                if form == "html"
                else data.pasted(data_set, options.step, form == "flat")
            )
            pages = list(some)
            mine: list[tuple[float, float, float]] = []
            for name, reader in readers(form).items():
                overlaps, rate = measure(pages, reader)
                mine = mine or overlaps
                low, high = interval(overlaps)
                line = (
                    f"{form:7}{data_set:8}{len(pages):4} pages  {name:18}F1 {f1(overlaps):.4f} [{low:.4f}, {high:.4f}]"
                )
                print(f"{line}  {rate:7.1f} pages/CPU-s", flush=True)
                if overlaps is not mine:
                    print(f"{'':23}sayso beside it, page by page: {beside(mine, overlaps)}", flush=True)
            if form == "html":
                print(
                    f"        {data_set}",
                    {name: round(share, 4) for name, share in metadata(pages).items()},
                    flush=True,
                )


if __name__ == "__main__":
    main()
