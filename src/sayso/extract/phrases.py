"""Cues that are no verbs: "according to", "per", "in a poll", "reportedly", and the colon of a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract import frames as fr
from sayso.extract.cited import phrase_head, source_tokens
from sayso.extract.cues import Cue
from sayso.extract.tree import Tree

_HEADING_TOKENS, _HEADING_SOURCE = (
    25,
    4,
)  # a longer line is a sentence of the text, a longer name before a colon a phrase
_SPEAKING = frozenset(
    "poll study report survey police source official analyst expert data research court ministry government".split()
)


def according(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "according to" and "per": the cue and its source; the content is what is left of the sentence."""
    words = [t.text.lower() for t in tree.tokens]
    for i, word in enumerate(words):
        if word == "according" and words[i + 1 : i + 2] == ["to"] and i + 2 < len(tree):
            last = i + 1
        elif word == "per" and i + 1 < len(tree) and (i == 0 or words[i - 1] == ",") and tree[i + 1].text[0].isupper():
            last = i
        else:
            continue
        head = phrase_head(tree, last + 1)
        if head is None:
            continue
        source = [k for k in source_tokens(tree, head, i) if k > last]
        if source:
            yield Cue(s, i, i, last, source, _rest(tree, i, source), head)


def within(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "in a poll" and "in Roe's view": the cue is "in"; the content is what is left of the sentence."""
    for i, token in enumerate(tree.tokens):
        if token.text.lower() != "in" or not 0 <= token.head < len(tree) or tree.rel(i) != "case":
            continue
        head = token.head
        owned = tree[head].lemma in fr.VIEWS and bool(tree.kids(head, "nmod:poss"))
        if not (owned or tree[head].lemma in fr.POLLS) or tree.rel(head) not in {"obl", "nmod"}:
            continue
        if i and tree[i - 1].text != ",":
            continue  # "leads in the polls": nobody is cited
        source = [k for k in source_tokens(tree, head, i) if k > i]
        content = _rest(tree, i, source)
        if source and any(tree[k].upos in {"VERB", "AUX"} for k in content):
            yield Cue(s, i, i, i, source, content, head)


def hearsay(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "reportedly" and its like: attributed to nobody; the content is the clause around it."""
    for i, token in enumerate(tree.tokens):
        above = token.head
        if token.text.lower() not in fr.HEARSAY or tree.rel(i) != "advmod" or above < 0:
            continue
        cut = frozenset(k for k in tree.kids(above, "conj", "parataxis") if tree.kids(k, "nsubj", "nsubj:pass"))
        content = [k for k in tree.subtree(above, cut) if k != i]
        if len(content) > 2:
            yield Cue(s, i, i, i, [], content)


def heading(s: int, tree: Tree) -> Iterator[Cue]:
    """Find a heading's colon: "Anchor: Norvik to close yard", "Norvik to close yard: Anchor"; the side with the name is the source.

    The sentence must open a paragraph; with the name in front, the content is what follows to the end of the sentence.
    """
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), None)
    if colon is None:
        return
    before, after = list(range(colon)), list(range(colon + 1, len(tree)))
    closed = tree[len(tree) - 1].text in {".", "!", "?"} or len(tree) > _HEADING_TOKENS
    for source, content in ((before, after), (after, [] if closed else before)):
        if 0 < len(source) <= _HEADING_SOURCE and len(content) > 2 and _nameable(tree, source):
            yield Cue(s, colon, colon, colon, source, content, source[-1])
            return


def _nameable(tree: Tree, tokens: list[int]) -> bool:
    """Whether tokens can be a source before a heading's colon: a name, a document or body that speaks, or an interview's Q and A."""
    if len(tokens) == 1 and tree[tokens[0]].text in {"Q", "A"}:
        return True
    if any(tree[k].upos in {"VERB", "AUX", "PUNCT", "NUM"} for k in tokens):
        return False
    named = all(tree[k].ner != "O" or tree[k].upos == "PROPN" for k in tokens)
    return (named and any(tree[k].ner[2:] in {"PER", "ORG"} for k in tokens)) or tree[tokens[-1]].lemma in _SPEAKING


def _rest(tree: Tree, cue: int, source: Iterable[int]) -> list[int]:
    """The clause that "according to" stands in: the sentence, without coordinate clauses on the far side."""
    without = {cue, cue + 1, *source}
    for k in range(len(tree)):
        marks = {tree[m].lemma for m in tree.kids(k, "mark", "cc")}
        contrast = tree.rel(k) in {"advcl", "parataxis"} and marks & {"though", "although", "while", "but"}
        other = tree.rel(k) == "conj" and marks & {"but", "and"} and tree.kids(k, "nsubj", "nsubj:pass")
        if contrast or other:
            below = tree.subtree(k)
            if cue not in below and below[0] > cue:
                without.update(below)
    return [k for k in range(len(tree)) if k not in without]


def posted(s: int, tree: Tree) -> Cue | None:
    """The line under a quoted post: "— Ann Roe (@roe) May 4, 2031"; its content is the paragraph before, for the caller to find."""
    if len(tree) < _POST_LEAST or tree[0].text not in {"—", "–", "-", "--"}:
        return None
    opening = next((i for i in range(1, min(_POST_NAME, len(tree) - 1)) if tree[i].text == "("), None)
    if opening is None or opening < 2 or "@" not in "".join(t.text for t in tree.tokens[opening : opening + 3]):
        return None
    return Cue(s, 0, 0, 0, list(range(1, opening)), [], opening - 1)


_POST_LEAST, _POST_NAME = 4, 9  # tokens: dash, name, bracket, handle; and until the bracket
