"""Reports that an article speaks of: who put each out, which one "the story" is, and which the article itself calls untrue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.extract import lexicon as lex
from sayso.extract.cited import passive_at, source_of
from sayso.extract.polarity import fake, not_so
from sayso.extract.tree import Tree

_PUBLISHES = frozenset("publish post run carry print air release issue circulate put give write".split())
_PIECES = frozenset("report story article post piece item column headline dispatch".split())
_DEFINITE = frozenset({"the", "this", "that", "entire", "whole"})
_FAR = 12  # sentences on which "the story" still means the one spoken of last


def publisher(tree: Tree, piece: int) -> int | None:
    """The head of who put out a piece: "Anchor" of "Anchor published a story", "a story put out by Anchor"; None for nobody."""
    for verb in tree.kids(piece, "acl"):
        if tree[verb].lemma in _PUBLISHES:
            for k in tree.kids(verb, "obl"):
                if any(tree[c].lemma in {"by", "from"} for c in tree.kids(k, "case")):
                    return k
    verb = tree[piece].head
    if verb < 0 or tree.rel(piece) != "obj" or tree[verb].lemma not in _PUBLISHES or passive_at(tree, verb):
        return None
    return source_of(tree, verb, passive=False)


def _meant(tree: Tree, i: int) -> bool:
    """Whether a noun speaks of a piece that is known already: "the story", "this report"."""
    return tree[i].lemma in lex.REPORT_NOUNS | _PIECES and any(
        tree[k].lemma in _DEFINITE for k in tree.kids(i, "det", "amod")
    )


class Reports:
    """The pieces of one article in order: who is known to have put out what, up to each place."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.trees = trees
        self._pieces = [
            (s, i, who)
            for s, tree in enumerate(trees)
            for i, token in enumerate(tree.tokens)
            if token.lemma in _PIECES and (who := publisher(tree, i)) is not None
        ]
        self._next = 0
        self._known: list[tuple[int, int, str]] = []
        self.untrue: set[str] = set()

    def read_to(self, s: int, i: int, named: Callable[[int, int], list[str]]) -> None:
        """Take up the pieces that are put out before a place; `named` tells whom a source stands for."""
        while self._next < len(self._pieces) and self._pieces[self._next][:2] < (s, i):
            at, piece, who = self._pieces[self._next]
            self._next += 1
            path = named(at, who)
            if path:
                self.told(at, piece, path[0])
                if fake(self.trees[at], who) or fake(self.trees[at], piece):
                    self.untrue.add(path[0])

    def told(self, s: int, i: int, name: str) -> None:
        """Remember whose report is spoken of from a place on."""
        self._known.append((s, i, name))

    def last(self, s: int, i: int) -> str | None:
        """Whose report "the story" at a place is."""
        for at, piece, name in reversed(self._known):
            if (at, piece) < (s, i):
                return name if s - at <= _FAR else None
        return None

    def doubt(self, told: Callable[[int, int], bool]) -> None:
        """Note whose reports the article calls untrue in its own voice; `told` tells where somebody else speaks."""
        for s, i in self._called_untrue():
            name = None if told(s, i) else self.last(s, i)
            if name is not None:
                self.untrue.add(name)

    def _called_untrue(self) -> Iterator[tuple[int, int]]:
        """Where a known piece is called untrue: "the entire story is fabricated", "this fake story"."""
        for s, tree in enumerate(self.trees):
            for i in range(len(tree)):
                if not _meant(tree, i):
                    continue
                above = tree[i].head
                if fake(tree, i) or (above >= 0 and tree.rel(i) == "nsubj" and not_so(tree, above)):
                    yield s, i
