"""A parsed sentence as a tree: children, subtrees and the questions that rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.tokens import Sentence, Token


class Tree:
    """The dependency tree of one sentence; every index is a token's place in `sentence.tokens`."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.relations = [token.deprel.partition(":")[0] for token in self.tokens]
        self.children: list[list[int]] = [[] for _ in self.tokens]
        self.roots: list[int] = []
        self._kinds: list[set[str]] = [set() for _ in self.tokens]  # of each token's children, with and without subtype
        self._below: dict[int, list[int]] = {}
        for i, (token, relation) in enumerate(zip(self.tokens, self.relations, strict=True)):
            if token.head >= 0:
                self.children[token.head].append(i)
                self._kinds[token.head].update((relation, token.deprel))
            else:
                self.roots.append(i)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __len__(self) -> int:
        return len(self.tokens)

    def rel(self, i: int) -> str:
        """The relation to the head, without its subtype."""
        return self.relations[i]

    def kids(self, i: int, *relations: str) -> list[int]:
        """The children of `i` whose relation is one of those (subtypes included where none is named)."""
        if not relations:
            return self.children[i]
        if self._kinds[i].isdisjoint(relations):
            return []  # as for most questions that are asked
        tokens, plain = self.tokens, self.relations
        return [k for k in self.children[i] if plain[k] in relations or tokens[k].deprel in relations]

    def kid(self, i: int, *relations: str) -> int | None:
        """The first such child, or None."""
        found = self.kids(i, *relations)
        return found[0] if found else None

    def subtree(self, i: int, without: frozenset[int] = frozenset()) -> list[int]:
        """All tokens below and including `i`, in order; subtrees of `without` are left out."""
        below = self._all_below(i)
        if not without:
            return list(below)
        gone = {j for k in below if k in without and k != i for j in self._all_below(k)}
        return [k for k in below if k not in gone] if gone else list(below)

    def _all_below(self, i: int) -> list[int]:
        found = self._below.get(i)
        if found is None:
            found, stack = [i], [i]
            while stack:
                below = self.children[stack.pop()]
                found += below
                stack += below
            found.sort()
            self._below[i] = found
        return found

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        at = self.tokens[i].head
        while at >= 0:
            yield at
            at = self.tokens[at].head

    def span(self, indices: list[int]) -> tuple[int, int]:
        """Text offsets from the first to the last of the tokens, marks at the ends left out."""
        kept = list(indices)
        while kept and self.tokens[kept[0]].upos == "PUNCT" and self.tokens[kept[0]].text not in "\"“‘'([":
            kept.pop(0)
        while kept and self.tokens[kept[-1]].upos == "PUNCT" and self.tokens[kept[-1]].text not in "\"”’')]%":
            kept.pop()
        kept = kept or indices
        return self.tokens[kept[0]].start, self.tokens[kept[-1]].end

    def lemmas(self, indices: list[int]) -> list[str]:
        """The lemmas of the tokens."""
        return [self.tokens[i].lemma for i in indices]
