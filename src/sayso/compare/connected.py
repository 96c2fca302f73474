"""What hangs together: the connected parts of a graph, by union-find with path halving (Tarjan and van Leeuwen 1984)."""

from __future__ import annotations

from collections.abc import Iterable


def connected(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The parts of 0..count-1 that edges hold together, each in order, the parts by their first.

    >>> connected(4, [(0, 2), (2, 3)])
    [[0, 2, 3], [1]]
    """
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in edges:
        low, high = sorted((root(i), root(j)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for i in range(count):
        found.setdefault(root(i), []).append(i)
    return list(found.values())
