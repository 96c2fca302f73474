"""Peers for grouping, each at the threshold that suits the set best: flattering, as ours has one for all sets.

Needs scikit-learn and scipy (benchmarks/requirements.txt). The vectors are our encoder's, i.e. of all-MiniLM-L6-v2.
"""

from __future__ import annotations

import numpy as np
from data import Pile
from numpy.typing import NDArray
from score import Score, bcubed

THRESHOLDS = [round(0.04 + 0.02 * step, 2) for step in range(40)]


def tfidf(pile: Pile) -> NDArray[np.float64]:
    """Cosine of TF-IDF of headline and text."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{article.headline or ''}. {article.text}" for article in pile.articles]
    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    return np.asarray((rows @ rows.T).toarray())


def average_link(likeness: NDArray[np.float64], pile: Pile) -> tuple[Score, float]:
    """Average link over all pairs; the best score over thresholds, and its threshold."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = np.clip(1 - (likeness + likeness.T) / 2, 0, 2)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return max((bcubed(fcluster(tree, 1 - least, "distance").tolist(), pile.events), least) for least in THRESHOLDS)
