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
        for i, token in enumerate(self.tokens):
            (self.children[token.head] if token.head >= 0 else self.roots).append(i)

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
        tokens, plain = self.tokens, self.relations
        return [k for k in self.children[i] if plain[k] in relations or tokens[k].deprel in relations]

    def kid(self, i: int, *relations: str) -> int | None:
        """The first such child, or None."""
        return next(iter(self.kids(i, *relations)), None)

    def subtree(self, i: int, without: frozenset[int] = frozenset()) -> list[int]:
        """All tokens below and including `i`, in order; subtrees of `without` are left out."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack += [k for k in self.children[at] if k not in without]
        return sorted(found)

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
