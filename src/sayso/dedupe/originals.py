"""Which of two texts that share a passage is the original, whatever the order of the input."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sayso.dedupe.credit import names_outlet
from sayso.records import Article


def likeliest(articles: Sequence[Article]) -> list[int]:
    """Indices of the articles, the likeliest originals first: by time, then the longest, then by id."""
    return sorted(range(len(articles)), key=lambda at: _key(articles[at]))


def ranks(articles: Sequence[Article], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The rank of every article that has a pair; of two that share a passage, the lower ranked is the original.

    Of each pair the original is the earlier published where that is known, else the one that the other credits, else
    the longer, else the one that stands first in order of text, outlet, headline and id. Pairs may disagree in a circle
    (dates are known for some only); the circle is then cut at its likeliest original.
    """
    copies: dict[int, set[int]] = defaultdict(set)
    waits: dict[int, int] = defaultdict(int)
    for pair in pairs:
        first, second = sorted(pair, key=lambda at: _key(articles[at]))
        original, copy = (first, second) if _is_original(articles[first], articles[second]) else (second, first)
        copies[original].add(copy)
        waits[copy] += 1
        waits[original] += 0
    return _order(articles, copies, waits)


def _order(articles: Sequence[Article], copies: dict[int, set[int]], waits: dict[int, int]) -> dict[int, int]:
    """Kahn's topological order, the likeliest original first among those that are free, or among all in a circle."""
    everyone = [(_key(articles[at]), at) for at in sorted(waits, key=lambda at: _key(articles[at]))]
    free = [(key, at) for key, at in everyone if not waits[at]]
    ranked: dict[int, int] = {}
    rest = iter(everyone)
    while len(ranked) < len(waits):
        _, at = heapq.heappop(free) if free else next(entry for entry in rest if entry[1] not in ranked)
        if at in ranked:
            continue
        ranked[at] = len(ranked)
        for copy in copies[at]:
            waits[copy] -= 1
            if waits[copy] == 0 and copy not in ranked:
                heapq.heappush(free, (_key(articles[copy]), copy))
    return ranked


def _is_original(first: Article, second: Article) -> bool:
    before, after = _earlier(first, second), _earlier(second, first)
    if before != after:
        return before
    credited, crediting = names_outlet(second, first), names_outlet(first, second)
    if credited != crediting:
        return credited
    return _longest(first) <= _longest(second)


def _earlier(left: Article, right: Article) -> bool:
    """Whether the left one was surely published before the right one."""
    latest, earliest = moment(left.published.latest, last=True), moment(right.published.earliest, last=False)
    return latest is not None and earliest is not None and latest < earliest


def _key(article: Article) -> tuple[float, int, str, str, str, str]:
    published = moment(article.published.earliest, last=False)
    return (published.timestamp() if published else float("inf"), *_longest(article))


def _longest(article: Article) -> tuple[int, str, str, str, str]:
    """The longest first; of equals what an article says of itself decides, and its id only where all else is the same."""
    return (-len(article.text), article.text, article.outlet or "", article.headline or "", article.id)


def moment(written: str | None, *, last: bool) -> datetime | None:
    """The first or last second of a date, a month, a year or a date-time in ISO 8601; None where it is unknown.

    >>> moment("2024-02", last=True)
    datetime.datetime(2024, 2, 29, 23, 59, 59, tzinfo=datetime.timezone.utc)
    """
    text = (written or "").strip()
    try:
        if len(text) > 10:
            found = datetime.fromisoformat(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        first = datetime.fromisoformat(text + "-01-01"[max(len(text) - 4, 0) :]).replace(tzinfo=UTC)
        return first if not last else _next(first, len(text)) - timedelta(seconds=1)
    except (ValueError, OverflowError):
        return None


def _next(first: datetime, length: int) -> datetime:
    if length == 4:
        return first.replace(year=first.year + 1)
    if length == 7:
        return (first + timedelta(days=31)).replace(day=1)
    return first + timedelta(days=1)
