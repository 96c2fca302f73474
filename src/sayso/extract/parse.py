"""Sentences with their grammar: the shipped reader's tags, tree and names laid over the tokens."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.lemma import lemma
from sayso.extract.tokens import Sentence, Token
from sayso.weights import load_reader


def parse(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The same sentences with `lemma`, `upos`, `xpos`, `head`, `deprel`, `ner`, `marks` and `vectors` filled in."""
    parses = load_reader().parse([[t.text for t in s.tokens] for s in sentences])
    return [
        Sentence(
            s.start,
            s.end,
            tuple(
                [
                    Token(t.start, t.end, t.text, lemma(t.text, upos), upos, xpos, head, deprel, ner, marks)
                    for t, upos, xpos, head, deprel, ner, marks in zip(
                        s.tokens, p.upos, p.xpos, p.heads, p.deprels, p.ner, p.marks, strict=True
                    )
                ]
            ),
            p.vectors,
        )
        for s, p in zip(sentences, parses, strict=True)
    ]
