"""How much of the known copying was found, and how much of what was found is copying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data import Copied

from sayso.records import Article, Copy


class Figures(NamedTuple):
    """Recall and precision over pairs, and over characters of the copies where the method tells spans."""

    recall: float
    precision: float
    word_recall: float | None
    word_precision: float | None

    def __str__(self) -> str:
        pairs = f"recall {self.recall:.3f} precision {self.precision:.3f}"
        if self.word_recall is None or self.word_precision is None:
            return f"{pairs}   {'-':14s}"
        return f"{pairs}   {self.word_recall:.3f} {self.word_precision:.3f}   "


def figures(
    found: Sequence[Copy] | set[frozenset[str]], copied: Sequence[Copied], articles: Sequence[Article]
) -> Figures:
    """Sure pairs that are not named are misses; named pairs that are no copies at all, not even unsure ones, are errors.

    A pair of two copies of one original is right too, and a sure pair counts as found where both are named as copies of
    one third: of a cluster of copies each needs to be named once.
    """
    known = {frozenset((one.copy, one.original)) for one in copied}
    named = found if isinstance(found, set) else {frozenset((one.article_id, one.original_id)) for one in found}
    origin = _origins(named)
    sure = [one for one in copied if one.sure]
    recalled = sum(origin.get(one.copy, one.copy) == origin.get(one.original, one.original) for one in sure)
    right = sum(pair in known for pair in named)
    words = _words(found, copied, articles) if not isinstance(found, set) else (None, None)
    return Figures(recalled / max(1, len(sure)), right / max(1, len(named)), *words)


def _origins(named: set[frozenset[str]]) -> dict[str, str]:
    """For each article the least id of those it hangs together with."""
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while root.get(name, name) != name:
            name = root[name]
        return name

    for pair in sorted(sorted(pair) for pair in named):
        first, second = sorted(map(top, pair))
        root[second] = first
    return {name: top(name) for pair in named for name in pair}


def _words(
    found: Sequence[Copy], copied: Sequence[Copied], articles: Sequence[Article]
) -> tuple[float | None, float | None]:
    """Characters of the known passages that a span of the pair covers, and of the spans that lie in known passages."""
    if any(one.spans is None for one in copied):
        return None, None
    spans = {(one.article_id, one.original_id): one.spans for one in found}
    covered = wanted = told = 0
    for one in copied:
        known = {at for start, end in one.spans or () for at in range(start, end)}
        seen = {at for span in spans.get((one.copy, one.original), ()) for at in range(span.start, span.end)}
        reverse = spans.get((one.original, one.copy), ())
        seen |= {at for span in reverse for at in range(span.original_start, span.original_end)}
        covered += len(known & seen)
        wanted += len(known)
        told += len(seen)
    return covered / max(1, wanted), covered / max(1, told)
