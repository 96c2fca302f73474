"""The copies of a pile: pairs that may share a passage, who of them is the original, and what is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.dedupe.alignment import index
from sayso.dedupe.fingerprints import Words, candidates
from sayso.dedupe.originals import likeliest, ranks
from sayso.dedupe.quotations import quoted
from sayso.dedupe.repetition import Repetition, Text, kind, repetitions
from sayso.records import Article, CopiedSpan, Copy


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """What `sayso.dedupe.dedupe` promises."""
    known: dict[str, int] = {}
    words = [Words(article.text, known) for article in articles]
    pairs = candidates(words, likeliest(articles))
    ranked = ranks(articles, pairs)

    @lru_cache(maxsize=256)
    def text(at: int) -> Text:
        return Text(words[at].hashes, quoted(articles[at].text, words[at].starts), index(words[at].hashes))

    originals: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        original, copy = sorted(pair, key=ranked.__getitem__)
        originals[copy].append(original)
    return tuple(
        _copy(articles[at], words[at], articles[found.original], words[found.original], found)
        for at in sorted(originals, key=lambda at: articles[at].id)
        for found in repetitions(text(at), sorted(originals[at], key=ranked.__getitem__), text)
    )


def _copy(article: Article, words: Words, original: Article, original_words: Words, found: Repetition) -> Copy:
    spans = tuple(
        CopiedSpan(
            start=words.starts[passage.start],
            end=words.ends[passage.end - 1],
            original_start=original_words.starts[passage.original_start],
            original_end=original_words.ends[passage.original_end - 1],
        )
        for passage in found.passages
    )
    share = found.words / len(words)
    return Copy(
        article_id=article.id,
        original_id=original.id,
        kind=kind(article, original, share, min(1.0, found.words / len(original_words))),
        spans=spans,
        similarity=round(share, 4),
    )
