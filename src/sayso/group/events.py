"""Events: articles that cover the same happening, within a few days."""

from __future__ import annotations

from sayso.group.days import apart
from sayso.group.likeness import Portraits
from sayso.group.linkage import Cluster, link
from sayso.group.neighbours import nearest

TERMS = 0.5
LEAST = 0.42
LEAST_WITHOUT = 0.20

Indices = tuple[int, ...]


def events(portraits: Portraits) -> list[Indices]:
    """The events, each as the indices of its articles, in order of their first article."""
    encoded = portraits.vectors.shape[1] > 0
    share = TERMS if encoded else 1.0
    leaves = [
        Cluster((at,), {t: w * share**0.5 for t, w in terms.items()}, portraits.vectors[at] * (1 - share) ** 0.5)
        for at, terms in enumerate(portraits.terms)
    ]

    def factor(left: Indices, right: Indices) -> float:
        gap = apart(portraits.days[at] for at in left + right)
        return 1.0 if gap <= 3 else max(0.2, 1.0 - 0.05 * (gap - 3))

    found = link(leaves, nearest(portraits.terms), LEAST if encoded else LEAST_WITHOUT, factor)
    return [cluster.members for cluster in found]
