"""extract: Article → Reading: sentences, entities, attributions, quantities, time expressions, claims.

The text is taken as it is; every offset is a code point into `Article.text`.
"""

from __future__ import annotations

from sayso.records import Article, Reading, Span


def extract(article: Article) -> Reading:
    """Read one article. Deterministic, and independent of any other article.

    Raises `sayso.errors.ModelError` where the shipped reader is missing or altered; bad text raises nothing: what cannot
    be read as a sentence yields no claims.
    """
    from sayso.extract.attribution import attributions, sayings
    from sayso.extract.claims import Claims
    from sayso.extract.entities import Entities
    from sayso.extract.parse import parse
    from sayso.extract.passages import passages
    from sayso.extract.quantities import quantities
    from sayso.extract.timex import timexes
    from sayso.extract.tokens import split
    from sayso.extract.tree import Tree

    sentences = parse(split(article.text))
    trees = [Tree(s) for s in sentences]
    entities = Entities(trees)
    numbers = quantities(article.text, sentences)
    times = timexes(article.text, article.published, sentences)
    cited = passages(article.text, trees)
    found = sayings(trees, entities, cited, article.outlet or "")
    return Reading(
        id=article.id,
        sentences=tuple(Span(start=s.start, end=s.end) for s in sentences),
        entities=entities.records(),
        attributions=attributions(article.text, trees, entities, cited),
        quantities=numbers,
        timexes=times,
        claims=Claims(article, trees, entities, found, numbers, times).all(),
    )
