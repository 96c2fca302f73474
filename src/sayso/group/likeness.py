"""What grouping compares of an article: its terms, its vector, its actors and its days."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sayso.group.days import Days, days
from sayso.group.names import actors
from sayso.group.rows import Floats, Row, rows
from sayso.group.terms import rarities, term_counts
from sayso.records import Article, Reading

LEAD = 350  # characters of the body that the sentence vector sees beside the headline


class Portraits(NamedTuple):
    """The articles of a pile as grouping compares them, index by index; without vectors, those have no columns."""

    news: list[Row]  # terms, those that stand first weighing most
    topic: list[Row]  # terms, wherever they stand
    vectors: Floats
    actors: list[Row]
    days: list[Days]


def portray(articles: Sequence[Article], readings: Sequence[Reading], *, encode: bool = True) -> Portraits:
    """Terms, vectors (none if not `encode`), actors and days of each article."""
    counts = [term_counts(article) for article in articles]
    plain = [counted for _, counted in counts]
    rarity = rarities(plain)
    named = actors(articles, readings)
    return Portraits(
        rows([prominent for prominent, _ in counts], rarity),
        rows(plain, rarity),
        vectors(articles) if encode else np.zeros((len(articles), 0)),
        rows(named, rarities(named)),
        [days(article.published) for article in articles],
    )


def vectors(articles: Sequence[Article]) -> Floats:
    """The sentence vector of each headline with its lead."""
    from sayso.weights import load_encoder

    leads = [lead(article) for article in articles]
    return np.asarray(load_encoder().vectors(leads, threads=os.cpu_count() or 1), np.float64)


def lead(article: Article) -> str:
    """Headline and first sentences."""
    headline = (article.headline or "").rstrip(". ")
    return f"{headline}. {article.text[:LEAD]}" if headline else article.text[:LEAD]
