"""One article read: its Reading, and what its words say, which matching needs beside it."""

from __future__ import annotations

import numpy as np

from sayso.extract.attribution import attributions, sayings
from sayso.extract.claims import Claims
from sayso.extract.entities import Entities
from sayso.extract.parse import parse
from sayso.extract.passages import passages
from sayso.extract.quantities import quantities
from sayso.extract.timex import timexes
from sayso.extract.tokens import split
from sayso.extract.tree import Tree
from sayso.records import Article, Reading, Span
from sayso.weights.vectors import Words


def read(article: Article) -> tuple[Reading, Words]:
    """The article's Reading, as `sayso.extract.extract` gives it, and its words with their vectors."""
    sentences = parse(split(article.text))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    words = Words(
        np.array([token.start for token in tokens], np.int32),
        np.array([token.end for token in tokens], np.int32),
        b"".join(sentence.vectors for sentence in sentences),
    )
    trees = [Tree(s) for s in sentences]
    entities = Entities(trees)
    numbers = quantities(article.text, sentences)
    times = timexes(article.text, article.published, sentences)
    cited = passages(article.text, trees)
    found = sayings(trees, entities, cited, article.outlet or "")
    reading = Reading(
        id=article.id,
        sentences=tuple(Span(start=s.start, end=s.end) for s in sentences),
        entities=entities.records(),
        attributions=attributions(article.text, trees, entities, cited),
        quantities=numbers,
        timexes=times,
        claims=Claims(article, trees, entities, found, numbers, times).all(),
    )
    return reading, words
