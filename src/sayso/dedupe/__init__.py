"""dedupe: which articles, or passages of them, repeat another of the pile."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Article, Copy

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

    >>> text = "The plant in Turin will close in May, and its 400 workers will move to the new site in Lyon by summer."
    >>> first = Article(id="a", input="a", text=text, outlet="Daily Gear")
    >>> second = Article(id="b", input="b", text="It is over. " + text, outlet="Motor Post")
    >>> [(c.article_id, c.original_id, c.kind, round(c.similarity, 2)) for c in dedupe([first, second])]
    [('a', 'b', 'reprint', 1.0)]
    """
    from sayso.dedupe.copies import copies  # late, as it brings numpy with it

    return copies(articles)
