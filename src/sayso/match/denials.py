"""Denials of one matter brought together: what one source rejects in several articles, in words that are alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.compare.connected import connected
from sayso.compare.life import alive, dead
from sayso.compare.times import apart
from sayso.match.pairs import rejects
from sayso.match.slots import Slots
from sayso.records import Period

_NEAR = 12  # claims of one sentence stand within so many of each other
REPORTED_WITHIN = 14  # days
BRIDGE = 0.14  # likeness of two rejections by one source; as for groups, but two such claims are enough


def bridged(
    groups: Sequence[list[int]], items: Sequence[Slots], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The groups, those joined in which one source rejects alike things in different articles.

    The thing denied is put in many ways ("entry rumours", "no plans to enter", "not planning a foray"), the denier and the
    denial are the same; so one alike pair of rejections joins their groups. Joined are also those of which one says that
    somebody is alive, the other that the same one is dead.
    """
    home = {i: g for g, group in enumerate(groups) for i in group}
    edges = [
        (home[i], home[j]) for (i, j), value in scores.items() if value >= BRIDGE and _one_denial(items[i], items[j])
    ]
    edges += [(home[i], home[j]) for i, j in _alive_and_dead(items)]
    return sorted(sorted(i for g in joined for i in groups[g]) for joined in connected(len(groups), edges))


def _alive_and_dead(items: Sequence[Slots]) -> Iterator[tuple[int, int]]:
    """Claims of different articles of which one says that somebody is alive, the other that the same one is dead."""
    living = [i for i, x in enumerate(items) if x.who in x.names and alive(x.claim)]
    gone = [i for i, x in enumerate(items) if dead(x.claim)] if living else []
    for i in living:
        for j in gone:
            a, b = items[i], items[j]
            apart_told = a.claim.article_id != b.claim.article_id or b.claim.status == "rumoured"
            if apart_told and i != j and a.who == (b.who if b.who in b.names else a.who) in b.names:
                yield min(i, j), max(i, j)


def folded(groups: Sequence[list[int]], items: Sequence[Slots]) -> list[list[int]]:
    """The groups with an utterance that no other reports put beside what is uttered in it: one thing is told once."""
    home = {i: g for g, group in enumerate(groups) for i in group}
    moved = [list(group) for group in groups]
    for group in groups:
        i = group[0]
        if len(group) > 1 or items[i].claim.kind != "statement" or items[i].denial:
            continue
        inner = next(
            (j for j in range(max(0, i - _NEAR), min(len(items), i + _NEAR)) if _uttered(items[j], items[i])), None
        )
        if inner is not None:
            moved[home[inner]].append(i)
            moved[home[i]].remove(i)
    return sorted(sorted(group) for group in moved if group)


def _uttered(inner: Slots, outer: Slots) -> bool:
    """Whether one claim is the main part of what the other, an utterance, says."""
    a, b = inner.claim, outer.claim
    if a.kind == "statement" or a.article_id != b.article_id or a.chain != b.chain:
        return False
    return b.start <= a.start and a.end <= b.end and 2 * (a.end - a.start) >= b.end - b.start


def _one_denial(a: Slots, b: Slots) -> bool:
    """Whether both are rejections by the same source, in different articles of one time, and of one sort (both utterances, or both contents)."""
    if a.claim.article_id == b.claim.article_id or a.denial != b.denial or _long_after(a.claim.said, b.claim.said):
        return False
    voice = a.claim.chain[-1:]
    return bool(voice) and voice == b.claim.chain[-1:] and (a.denial or (rejects(a) and rejects(b)))


def _long_after(left: Period, right: Period) -> bool:
    """Whether two utterances lie further apart than an outlet takes to report one; undated ones bear their article's day."""
    if not apart(left, right):
        return False
    first, last = sorted((left, right), key=lambda period: period.earliest or "")
    return (_day(last.earliest) - _day(first.latest)).days > REPORTED_WITHIN


def _day(moment: str | None) -> date:
    return date.fromisoformat((moment or "")[:10])
