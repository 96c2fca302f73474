"""Denials of one matter brought together: what one source rejects in several articles, in words that are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.match.exclusions import apart
from sayso.match.pairs import rejects
from sayso.match.slots import Slots

BRIDGE = 0.20  # likeness of two rejections by one source; as for groups, but two such claims are enough


def bridged(groups: Sequence[list[int]], items: Sequence[Slots], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The groups, those joined in which one source rejects alike things in different articles.

    The thing denied is put in many ways ("entry rumours", "no plans to enter", "not planning a foray"), the denier and the
    denial are the same; so one alike pair of rejections joins their groups.
    """
    home = {i: g for g, group in enumerate(groups) for i in group}
    parent = list(range(len(groups)))

    def root(g: int) -> int:
        while parent[g] != g:
            parent[g] = parent[parent[g]]
            g = parent[g]
        return g

    for (i, j), value in sorted(scores.items()):
        if value >= BRIDGE and _one_denial(items[i], items[j]):
            low, high = sorted((root(home[i]), root(home[j])))
            parent[high] = low
    joined: dict[int, list[int]] = {}
    for g, group in enumerate(groups):
        joined.setdefault(root(g), []).extend(group)
    return sorted(sorted(group) for group in joined.values())


def _one_denial(a: Slots, b: Slots) -> bool:
    """Whether both are rejections by the same source, in different articles of one time, and of one sort (both utterances, or both contents)."""
    if a.claim.article_id == b.claim.article_id or a.denial != b.denial or apart(a.claim.said, b.claim.said):
        return False
    voice = a.claim.chain[-1:]
    return bool(voice) and voice == b.claim.chain[-1:] and (a.denial or (rejects(a) and rejects(b)))
