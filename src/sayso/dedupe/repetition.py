"""What one article repeats of those it may be copied from, and what kind of copy that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sayso.dedupe.alignment import Passage, passages
from sayso.dedupe.credit import agency, names_outlet, same_outlet
from sayso.records import Article, CopyKind

# Words of a passage, outside quotation marks, that must match for it to count. Of pairs of articles of different outlets on
# the same event (stories_basil) that share 8 to 13 words, nearly all are titles, laws and set phrases (a committee with the
# office that somebody holds in it); from 14, all but block quotations are copied text.
PASSAGE = 14
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
    found = [(at, passages(copy.hashes, text(at).hashes, text(at).places)) for at in originals]
    explained: set[int] = set()
    result: list[Repetition] = []
    while found:
        left = [(at, counted) for at, repeated in found if (counted := _counted(copy, repeated, explained))]
        if not left:
            break
        gains = [len(_fresh(counted, explained)) for _, counted in left]
        best = next(at for at, gain in enumerate(gains) if gain >= NEARLY * max(gains))
        original, counted = left.pop(best)
        result.append(Repetition(original, tuple(counted), gains[best]))
        explained |= _fresh(counted, explained)
        found = left
    return result


def kind(copy: Article, original: Article, share: float, original_share: float) -> CopyKind:
    """What the copy is to the original, `share` of whose words it repeats (`original_share` of the original's)."""
    if share < MOST:
        return "rewrite"
    if same_outlet(copy, original):
        return "duplicate" if _same(copy, original) else "revision"
    if copy.outlet and original.outlet:
        return "reprint"
    if _same(copy, original):
        return "duplicate"
    if agency(copy) or names_outlet(copy, original):
        return "reprint"
    return "duplicate" if share >= SAME and original_share >= MOST else "rewrite"


def _same(copy: Article, original: Article) -> bool:
    return copy.text.split() == original.text.split()


def _counted(copy: Text, repeated: Sequence[Passage], explained: set[int]) -> list[Passage]:
    """The passages that are copied, as far as no other original explains them.

    All of them where most of the text is the other's; else those with enough words outside quotation marks.
    """
    if len(_fresh(repeated, explained)) >= MOST * len(copy.hashes):
        return [passage for passage in repeated if _fresh([passage], explained)]
    return [p for p in repeated if sum(not copy.quoted[word] for word in _fresh([p], explained)) >= PASSAGE]


def _fresh(repeated: Iterable[Passage], explained: set[int]) -> set[int]:
    """The matched words of the passages that are not explained yet."""
    return {word for passage in repeated for word in passage.matched} - explained
