"""What a saved page tells about itself: ours against the gold, and against each single place that it could be read from.

    PYTHONPATH=src:. python -m benchmarks.clean.metadata [--step N]

Headline, authors and day must be exactly the gold's. The Fundus gold counts agencies, desks and outlets among the authors;
Sayso does not, so that its authors are also scored against the people of the gold (`authors, people`), and on the pages whose
gold names people alone.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable

from benchmarks.clean import data
from benchmarks.clean.run import ours

from sayso.acquire.encoding import decode
from sayso.clean.facts import Facts, facts
from sayso.clean.headline import shown, without_site
from sayso.clean.tree import parsed

# Names in the Fundus gold that are no person's, written down from it without looking at what Sayso makes of them.
_HOUSES = re.compile(
    r"\b(?:ap|afp|dpa|reuters|associated press|presse-agentur|ajansı|news|staff|redaktion|ntv|bbc|euronews|mdr|srf|kesm"
    r"|der spiegel|t-online|le monde|les echos)\b|新聞|\.(?:de|at|com)",
    re.IGNORECASE,
)


def outcomes(pages: Iterable[data.Page]) -> dict[str, list[bool]]:
    """Whether each page is exactly right, by what is asked of it; a page without the gold's answer is not asked."""
    right: dict[str, list[bool]] = {}
    for page in pages:
        article = ours(page, "html")
        named, found = frozenset(page.authors or ()), frozenset(article.authors if article else ())
        asked: list[tuple[str, object, object]] = [
            ("headline", shown(page.title or ""), shown(article.headline or "") if article else ""),
            ("authors", named, found),
            ("authors, people", people(named), people(found)),
            ("day", page.date, (article.published.earliest or "")[:10] if article else ""),
        ]
        if named == people(named):
            asked.append(("authors, where the gold names people alone", named, found))
        for name, gold, ours_is in asked:
            if gold is not None:
                right.setdefault(name, []).append(gold == ours_is)
    return right


def scores(pages: Iterable[data.Page]) -> dict[str, float]:
    """Shares of pages that are exactly right, by what is asked of them."""
    return {name: round(sum(right) / len(right), 4) for name, right in outcomes(pages).items()}


def interval(right: list[bool], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % bootstrap interval of a share of pages."""
    chance = random.Random(7)
    shares = sorted(sum(chance.choices(right, k=len(right))) / len(right) for _ in range(rounds))
    return shares[int(0.025 * rounds)], shares[int(0.975 * rounds)]


def people(authors: Iterable[str]) -> frozenset[str]:
    """The authors that are people."""
    return frozenset(name for name in authors if not _HOUSES.search(name))


def single_places(pages: Iterable[data.Page]) -> dict[str, float]:
    """Shares of pages whose headline is exactly that of one place alone."""
    right: Counter[str] = Counter()
    count = 0
    for page in pages:
        tree = parsed(decode(page.content)[0])
        told = facts(tree) if tree is not None else Facts()
        count += 1
        for name, title in _titles(told).items():
            right[name] += title == shown(page.title or "")
    return {name: round(number / count, 4) for name, number in right.items()}


def _titles(told: Facts) -> dict[str, str]:
    linked = next((node["headline"] for node in told.articles if isinstance(node.get("headline"), str)), "")
    return {
        "first h1": shown(next(iter(told.headings), "")),
        "JSON-LD": shown(linked),
        "og:title": shown(next(iter(told.meta.get("og:title", ())), "")),
        "og:title without site": without_site(shown(next(iter(told.meta.get("og:title", ())), "")), told),
        "title without site": without_site(shown(told.title or ""), told),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--step", type=int, default=1, help="every so many pages")
    options = parser.parse_args()
    for data_set in data.SETS:
        pages = list(data.saved(data_set, options.step))
        for name, right in outcomes(pages).items():
            low, high = interval(right)
            print(
                f"{data_set:8}{len(right):4} pages  {name:42} {sum(right) / len(right):.4f} [{low:.3f}, {high:.3f}]",
                flush=True,
            )
        print(f"        headline from one place {single_places(pages)}", flush=True)


if __name__ == "__main__":
    main()
