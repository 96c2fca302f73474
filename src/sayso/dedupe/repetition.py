"""What one article repeats of those it may be copied from, and what kind of copy that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sayso.dedupe.alignment import Passage, passages
from sayso.dedupe.credit import agency, credits, same_outlet
from sayso.records import Article, CopyKind

PASSAGE = 12  # words of a passage outside quotation marks that must match for it to count
MOST = 0.5  # share of a text that makes it another's text
SAME = 0.8  # share, on both sides, that makes two texts the same text
NEARLY = 0.9  # of the longest repetition; among originals that explain nearly as much, the earliest is the origin


class Text(NamedTuple):
    """One article as dedupe reads it: its words' hashes, which stand in quotation marks, and its index of seeds."""

    hashes: Sequence[int]
    quoted: Sequence[bool]
    places: dict[tuple[int, ...], list[int]]


class Repetition(NamedTuple):
    """The passages that a copy repeats of the article at `original`, and how many of its words those are."""

    original: int
    passages: tuple[Passage, ...]
    words: int


def repetitions(copy: Text, originals: Iterable[int], text: Callable[[int], Text]) -> list[Repetition]:
    """What the copy repeats of each original (given in rank order), each passage counted once.

    Greedy cover: the original that explains most of what is left comes first, so that the copy of a rewrite is one copy
    of the rewrite, not two of its sources.
    """
    found = [(at, _counted(copy, passages(copy.hashes, text(at).hashes, text(at).places))) for at in originals]
    taken: set[int] = set()
    result: list[Repetition] = []
    while found:
        left = [
            (at, fresh)
            for at, all_ in found
            if (fresh := [p for p in all_ if _own(copy, p, taken) >= PASSAGE or _whole(copy, p, taken)])
        ]
        if not left:
            break
        gains = [sum(len(set(p.matched) - taken) for p in fresh) for _, fresh in left]
        best = next(at for at, gain in enumerate(gains) if gain >= NEARLY * max(gains))
        original, fresh = left[best]
        result.append(Repetition(original, tuple(fresh), gains[best]))
        taken.update(word for p in fresh for word in p.matched)
        found = [entry for at, entry in enumerate(left) if at != best]
    return result


def kind(copy: Article, original: Article, share: float, original_share: float) -> CopyKind:
    """What the copy is to the original, `share` of whose words it repeats (`original_share` of the original's)."""
    if share < MOST:
        return "rewrite"
    if same_outlet(copy, original):
        return "duplicate" if copy.text.split() == original.text.split() else "revision"
    if (copy.outlet and original.outlet) or agency(copy) or credits(copy, original):
        return "reprint"
    return "duplicate" if min(share, original_share) >= SAME else "rewrite"


def _counted(copy: Text, found: Sequence[Passage]) -> list[Passage]:
    """The passages that are copied: enough of their words stand outside quotation marks, or most of the text is the other's."""
    if sum(len(p.matched) for p in found) >= MOST * len(copy.hashes):
        return list(found)
    return [p for p in found if _own(copy, p, frozenset()) >= PASSAGE]


def _own(copy: Text, passage: Passage, taken: set[int] | frozenset[int]) -> int:
    """How many matched words of the passage are the outlet's own (in no quotation), and not yet explained."""
    return sum(1 for word in passage.matched if not copy.quoted[word] and word not in taken)


def _whole(copy: Text, passage: Passage, taken: set[int]) -> bool:
    """Whether a text too short to have a counting passage is repeated as it stands."""
    return not taken and len(passage.matched) == len(copy.hashes)
