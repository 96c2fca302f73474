"""What grouping compares of an article: its terms, its vector, its actors and its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from sayso.group.days import Days, days
from sayso.group.names import actors
from sayso.group.terms import Weights, _normed, weigh
from sayso.records import Article, Reading

LEAD = 600  # characters of the body that the sentence vector sees beside the headline, some 130 word pieces


class Portraits:
    """The articles of a pile as grouping compares them, index by index."""

    def __init__(
        self,
        terms: list[Weights],
        vectors: NDArray[np.float64],
        actors: list[Weights],
        days: list[Days],
    ) -> None:
        self.terms = terms
        self.vectors = vectors
        self.actors = actors
        self.days = days


def portray(articles: Sequence[Article], readings: Sequence[Reading], *, encode: bool = True) -> Portraits:
    """Terms, vectors (none if not `encode`), actors and days of each article."""
    return Portraits(
        weigh(articles),
        vectors(articles) if encode else np.zeros((len(articles), 0)),
        _weigh_actors(actors(articles, readings)),
        [days(article.published) for article in articles],
    )


def vectors(articles: Sequence[Article]) -> NDArray[np.float64]:
    """The sentence vector of each headline with its lead."""
    from sayso.weights import load_encoder

    return np.asarray(load_encoder().vectors([lead(article) for article in articles]), np.float64)


def lead(article: Article) -> str:
    """Headline and first sentences."""
    return ((article.headline or "").rstrip(". ") + ". " if article.headline else "") + article.text[:LEAD]


def _weigh_actors(found: list[dict[str, float]]) -> list[Weights]:
    carriers = Counter(name for counts in found for name in counts)
    number = {name: at for at, name in enumerate(sorted(carriers))}
    rarity = {name: 1 + log((len(found) + 1) / (carried + 1)) for name, carried in carriers.items()}
    return [_normed({number[n]: (1 + log(c)) * rarity[n] for n, c in sorted(counts.items())}) for counts in found]
