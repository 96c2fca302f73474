"""Texts that are all but the same: taken together before anything is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from sayso.group.linkage import Cluster, Fade

TWINS = 0.9  # likeness of two articles, 1 being the same; a thousand reprints then cost no more than one article


def twins(
    leaves: Sequence[Cluster], pairs: Iterable[tuple[int, int]], fade: Fade
) -> tuple[list[Cluster], list[tuple[int, int]]]:
    """The leaves with twins joined, and the pairs of those that had a pair.

    So near-copies neither set what likeness is usual around an article, nor make the work grow with the square of them.
    """
    pairs = list(pairs)
    root = list(range(len(leaves)))
    for left, right in pairs:
        passed = leaves[left].days.joined(leaves[right].days).passed()
        if leaves[left].likeness(leaves[right]) * fade(passed) >= TWINS:
            first, second = sorted((_root(root, left), _root(root, right)))
            root[second] = first
    found: dict[int, list[Cluster]] = {}
    for at, leaf in enumerate(leaves):
        found.setdefault(_root(root, at), []).append(leaf)
    number = {first: at for at, first in enumerate(found)}
    home = [number[_root(root, at)] for at in range(len(leaves))]
    between = {(home[left], home[right]) for left, right in pairs}
    joined = [reduce(Cluster.joined, together) for together in found.values()]
    return joined, sorted({(min(pair), max(pair)) for pair in between if pair[0] != pair[1]})


def _root(root: list[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at
