"""What a saved page tells about itself: ours against the gold, and against each single place that it could be read from.

    PYTHONPATH=src:. python -m benchmarks.clean.metadata [--step N]

Headline, authors and day must be exactly the gold's. The Fundus gold counts agencies, desks and outlets among the authors;
Sayso does not, so that its authors are also scored against the people of the gold (`authors, people`).
"""

from __future__ import annotations

import argparse
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


def scores(pages: Iterable[data.Page]) -> dict[str, float]:
    """Shares of pages that are exactly right, by what is asked of them; a page without the gold's answer is not asked."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for page in pages:
        article = ours(page, "html")
        for name, gold, found in (
            ("headline", shown(page.title or ""), shown(article.headline or "") if article else ""),
            ("authors", frozenset(page.authors or ()), frozenset(article.authors if article else ())),
            ("authors, people", people(page.authors or ()), people(article.authors if article else ())),
            ("day", page.date, (article.published.earliest or "")[:10] if article else ""),
        ):
            asked[name] += gold is not None
            right[name] += gold is not None and found == gold
    return {name: round(right[name] / count, 4) for name, count in asked.items() if count}


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
        print(f"{data_set} {len(pages)} pages  sayso {scores(pages)}", flush=True)
        print(f"        headline from one place {single_places(pages)}", flush=True)


if __name__ == "__main__":
    main()
