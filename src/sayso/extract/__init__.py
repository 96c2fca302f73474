"""extract: Article → Reading: sentences, entities, attributions, quantities, time expressions, claims.

The text is taken as it is; every offset is a code point into `Article.text`.
"""

from __future__ import annotations

from sayso.records import Article, Reading


def extract(article: Article) -> Reading:
    """Read one article. Deterministic, and independent of any other article.

    Raises `sayso.errors.ModelError` where the shipped reader is missing or altered; bad text raises nothing: what cannot
    be read as a sentence yields no claims.
    """
    from sayso.extract.reading import read

    return read(article)[0]
