"""Saved pages changed at random: harmless changes must leave the text as it is, damage must raise nothing.

    PYTHONPATH=src:. python -m benchmarks.clean.mutations [--pages N]

Every development page once or more, with a fixed seed, until N (1,000) are reached; half are changed harmlessly (white space,
comments, the order of attributes), half are damaged (bytes flipped, tags dropped or doubled, the tail cut).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, cycle, islice

from benchmarks.clean import data

from sayso.acquire.encoding import decode
from sayso.clean.guard import cleaned
from sayso.records import Article, Problem, RawArticle

# Tags whose neighbours may have white space and comments put between them without a reader seeing it.
_BLOCK = re.compile(r"(</(?:p|div|section|article|ul|ol|h[1-6])>)\s*(?=<(?:p|div|section|article|ul|ol|h[1-6])\b)")
_ATTRIBUTES = re.compile(r"<(p|div|span|a|li|h[1-6]|section|article)((?:\s+[a-zA-Z-]+=\"[^\"<>]*\"){2,})\s*>")
_ATTRIBUTE = re.compile(r"[a-zA-Z-]+=\"[^\"<>]*\"")
_TAG = re.compile(rb"<[^<>]{1,300}>")


def harmless(html: str, chance: random.Random) -> str:
    """The page with white space and comments between its blocks, or the attributes of its elements in another order."""
    if chance.random() < 0.5:
        between = ["\n", "  \n\t", "<!-- note -->", "\n<!-- <p>no</p> -->\n"]
        return _outside_scripts(html, lambda part: _BLOCK.sub(lambda tag: tag[1] + chance.choice(between), part))

    def shuffled(tag: re.Match[str]) -> str:
        attributes = _ATTRIBUTE.findall(tag[2])
        names = [attribute.split("=")[0].lower() for attribute in attributes]
        if len(set(names)) == len(names):  # of two of one name, the first counts
            chance.shuffle(attributes)
        return f"<{tag[1]} {' '.join(attributes)}>"

    return _outside_scripts(html, lambda part: _ATTRIBUTES.sub(shuffled, part))


def _outside_scripts(html: str, change) -> str:  # type: ignore[no-untyped-def]
    parts = re.split(
        r"(?is)(<(?:script|style|pre|textarea|template|noscript)\b.*?</(?:script|style|pre|textarea|template|noscript)>|<!--.*?-->)",
        html,
    )
    return "".join(change(part) if number % 2 == 0 else part for number, part in enumerate(parts))


def damaged(html: bytes, chance: random.Random) -> bytes:
    """The page with bytes flipped, its tail cut, or one tag in twenty dropped or doubled."""
    kind = chance.randrange(4)
    if kind == 0:
        changed = bytearray(html)
        for _ in range(200):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    if kind == 1:
        return html[: chance.randrange(len(html))]
    return _TAG.sub(lambda tag: tag[0] if chance.random() > 0.05 else b"" if kind == 2 else tag[0] * 2, html)


def read(page: data.Page, html: str) -> Article | Problem:
    return cleaned(RawArticle(input=page.id, form="page", content=html))


def outcomes(pages: Iterator[data.Page], seed: int = 7) -> Iterator[tuple[str, str]]:
    """The page and what came of it: `same`, `changed`, `read`, `refused`, or the name of an exception."""
    for number, page in enumerate(pages):
        chance = random.Random(seed * 100_003 + number)
        try:
            if number % 2:
                found = read(page, decode(damaged(page.content, chance))[0])
                if isinstance(found, Article):
                    found.text.encode("utf-8")
                yield page.id, "read" if isinstance(found, Article) else "refused"
            else:
                html = decode(page.content)[0]
                one, other = read(page, html), read(page, harmless(html, chance))
                is_same = (
                    one.text == other.text if isinstance(one, Article) and isinstance(other, Article) else one == other
                )
                yield page.id, "same" if is_same else "changed"
        except Exception as error:
            yield page.id, type(error).__name__


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    pages = chain.from_iterable(chain.from_iterable(data.saved(name) for name in data.SETS) for _ in cycle([0]))
    for page, outcome in outcomes(islice(pages, options.pages)):
        counts[outcome] += 1
        if outcome not in ("same", "read", "refused"):
            print(page, outcome, flush=True)
    print(dict(counts))


if __name__ == "__main__":
    main()
