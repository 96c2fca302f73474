"""The words an article is about, weighted: what its pile has few of counts most (TF-IDF, Salton and Buckley 1988)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from sayso.records import Article
from sayso.spans import words

Weights = dict[int, float]  # term number → weight; the squares of one article's weights sum to 1

# Words that stand in any text and tell nothing of what it is about; reporting words and forms of address belong to news.
COMMON = frozenset(
    """
    a about above according across after again against all almost alone along already also although always am among an and
    another any anyone anything are around as ask asked at away back be became because become been before began behind being
    below between both but by call called came can cannot come comes could did do does doing done down during each either else
    even ever every everyone everything few first for former found from further gave get gets getting give given go goes going
    gone got had has have having he her here hers herself him himself his how however i if in including indeed instead into is
    it its itself just keep kept know known last later least less let like likely made make makes making many may maybe me
    might more most mr mrs ms much must my myself need never new next no nobody none nor not nothing now of off often old on
    once one only onto or other others our ours out over own part per perhaps put rather said same saw say saying says second
    see seem seemed seems seen several she should show since so some someone something soon still such take taken tell than
    that the their theirs them themselves then there therefore these they thing things think this those though three through
    thus time to today together told too took toward towards two under until up upon us use used very via want wanted was way
    we well went were what whatever when where whether which while who whole whom whose why will with within without would yet
    you your yours year years day days week weeks month months people don't didn't doesn't won't isn't wasn't can't it's he's
    she's that's there's they're i'm i've we're we've you're
    """.split()
)


def weigh(articles: Sequence[Article]) -> list[Weights]:
    """The weighted terms of each article: headline and body, counts damped by square root, rare terms of the pile raised."""
    counts = [Counter(_terms(article)) for article in articles]
    carriers = Counter(term for count in counts for term in count)
    number = {term: at for at, term in enumerate(sorted(carriers))}
    rarity = {term: 1 + log((len(articles) + 1) / (carried + 1)) for term, carried in carriers.items()}
    return [_normed({number[t]: (1 + log(n)) * rarity[t] for t, n in sorted(count.items())}) for count in counts]


def _normed(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else weights


def _terms(article: Article) -> Iterable[str]:
    for text in (article.headline or "", article.text):
        for _, _, word in words(text):
            if word not in COMMON:
                yield stem(word)


def stem(word: str) -> str:
    """The word without its commonest English endings, so that "sells", "selling" and "sell" meet.

    >>> [stem(w) for w in ["acme’s", "denies", "denied", "plans", "talking"]]
    ['acme', 'deny', 'deny', 'plan', 'talk']
    """
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) <= 4:
        return word
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return (word[: -len(ending)] + instead).removesuffix("e")
    return word.removesuffix("e")
