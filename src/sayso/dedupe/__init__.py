"""dedupe: which articles, or passages of them, repeat another of the pile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.records import Article, CopiedSpan, Copy

__all__ = ["dedupe"]


def dedupe(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Every article that repeats another one, whole or in passages, with what it repeats; copies only.

    In: cleaned articles in any order; the result does not depend on it. Out: one `Copy` for each copy and original, by
    article id, the original that explains most first. `spans` are code points of the copy's text and of the original's,
    ends excluded, each a passage of matching words with short gaps; `similarity` is the share of the copy's words that
    are repeated. The original is the earlier published where that is known, else the one the other credits, else the
    longer. What stands in quotation marks counts only where words outside repeat too: two outlets that heard the same
    sentence did not copy each other. No errors: an empty text is no copy.

    Near-linear in the number of articles: winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003) find the pairs,
    alignment word by word settles them.

    >>> text = "The plant in Turin will close in May, and its 400 workers will move to the new site in Lyon by the summer."
    >>> first = Article(id="a", input="a", text=text, outlet="Daily Gear")
    >>> second = Article(id="b", input="b", text="It is over. " + text, outlet="Motor Post")
    >>> [(c.article_id, c.original_id, c.kind, round(c.similarity, 2)) for c in dedupe([first, second])]
    [('a', 'b', 'reprint', 1.0)]
    """
    from sayso.dedupe.alignment import index
    from sayso.dedupe.fingerprints import Words, candidates
    from sayso.dedupe.originals import likeliest, ranks
    from sayso.dedupe.quotations import quoted
    from sayso.dedupe.repetition import Text, repetitions

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
    copies = []
    for at in sorted(originals, key=lambda at: articles[at].id):
        for repetition in repetitions(text(at), sorted(originals[at], key=ranked.__getitem__), text):
            copies.append(_copy(articles, words, at, repetition))
    return tuple(copies)


def _copy(articles, words, at, repetition):  # type: ignore
    from sayso.dedupe.repetition import kind

    copy, original = words[at], words[repetition.original]
    spans = tuple(
        CopiedSpan(
            start=copy.starts[p.start],
            end=copy.ends[p.end - 1],
            original_start=original.starts[p.original_start],
            original_end=original.ends[p.original_end - 1],
        )
        for p in repetition.passages
    )
    share = repetition.words / len(copy)
    return Copy(
        article_id=articles[at].id,
        original_id=articles[repetition.original].id,
        kind=kind(articles[at], articles[repetition.original], share, min(1.0, repetition.words / len(original))),
        spans=spans,
        similarity=round(share, 4),
    )
