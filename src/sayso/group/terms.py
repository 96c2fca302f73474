"""The words an article is about, weighted: what its pile and everyday English have few of counts most.

TF-IDF (Salton and Buckley 1988), its document frequencies those of the pile added to those of a thousand open texts,
so that five articles are enough to know that "company" tells less than a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path

from sayso.records import Article
from sayso.spans import words

# Words that stand in any text and tell nothing of what it is about, those of reporting and of address in news included.
COMMON = frozenset(
    """
    a about above according across after again against all almost alone along already also although always am
    among an and another any anyone anything are around as ask asked at away back be became because become been
    before began behind being below between both but by call called came can cannot come comes could did do does
    doing done down during each either else even ever every everyone everything few first for former found from
    further gave get gets getting give given go goes going gone got had has have having he her here hers herself
    him himself his how however i if in including indeed instead into is it its itself just keep kept know known
    last later least less let like likely made make makes making many may maybe me might more most mr mrs ms
    much must my myself need never new next no nobody none nor not nothing now of off often old on once one only
    onto or other others our ours out over own part per perhaps put rather said same saw say saying says second
    see seem seemed seems seen several she should show since so some someone something soon still such take
    taken tell than that the their theirs them themselves then there therefore these they thing things think
    this those though three through thus time to today together told too took toward towards two under until up
    upon us use used very via want wanted was way we well went were what whatever when where whether which while
    who whole whom whose why will with within without would yet you your yours year years day days week weeks
    month months people don't didn't doesn't won't isn't wasn't can't it's he's she's that's there's they're i'm
    i've we're we've you're
    """.split()
)


HEADLINE = 2.0  # what a word of the headline, and the very first of the body, counts
FADE = 1500  # characters after which a word counts 1/e of that; anything from 700 to never scores within 0.003


def term_counts(article: Article) -> tuple[dict[str, float], dict[str, float]]:
    """How often each telling word, stemmed, stands in headline and body: by prominence, and plainly.

    News tells what is new first, and what it belongs to later: the former tells events apart, the latter finds stories.
    """
    prominent: dict[str, float] = defaultdict(float)
    plain: dict[str, float] = defaultdict(float)
    for _, _, word in words(article.headline or ""):
        prominent[_stem(word)] += HEADLINE
        plain[_stem(word)] += 1
    for start, _, word in words(article.text):
        prominent[_stem(word)] += HEADLINE * exp(-start / FADE)
        plain[_stem(word)] += 1
    for counts in (prominent, plain):
        counts.pop("", None)
    return prominent, plain


def rarities(counts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How rare each term is among the articles and the background texts together: one, and the log of one in how many.

    The one keeps what all of a pile shares from weighing nothing, where the whole pile is one affair.
    """
    documents, everyday = background()
    carriers = Counter(term for count in counts for term in count)
    total = len(counts) + documents + 1
    return {term: 1 + log(total / (carried + everyday.get(term, 0) + 1)) for term, carried in carriers.items()}


@cache
def background() -> tuple[int, dict[str, int]]:
    """How many background texts there are, and in how many of them each everyday word stands."""
    lines = Path(__file__).with_name("background.txt").read_text(encoding="utf-8").splitlines()
    return int(lines[0].split()[-1]), {term: int(n) for term, n in (line.split() for line in lines[1:])}


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


@cache
def _stem(word: str) -> str:
    return "" if word in COMMON else stem(word)
