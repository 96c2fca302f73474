"""What a quantity measures: the counted noun with its modifiers, and the event or attribute it belongs to.

"Acme delivered 900 electric vans": electric vans delivered. "A sales target of 550,000 units": units, sales target.
"A 25 % tariff on steel": tariff on steel. "Shares fell 5 percent": shares. From the parse where there is one; else
from the words beside the number, which find less and never guess across a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.extract.inflection import participle_of
from sayso.extract.quantities import nouns
from sayso.extract.quantities.numerals import SMALL
from sayso.extract.quantities.phrases import LONGEST_PHRASE, Phrase
from sayso.extract.quantities.units import FORMS
from sayso.extract.tree import Tree

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence, Token

_LIGHT_WORDS = """
be have do say tell report announce add note claim estimate expect predict believe think show see give take make get
include set put plan aim want hope seem appear remain become reach hit total number stand come go need use rise fall
increase grow climb drop decline decrease jump surge plunge slip gain lose soar tumble range vary cost pay worth
exceed top pass near account amount average equal represent follow according
"""
# Verbs that say nothing of what is measured: the noun stands alone.
_LIGHT = frozenset(_LIGHT_WORDS.split())
_UNDER = ("nmod", "compound", "nummod", "amod", "obl")
_CORE = ("obj", "nsubj", "obl", "iobj", "ccomp", "xcomp")
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod:unmarked", "nmod:desc", "flat", "nmod")


class Parses:
    """The parsed sentences of a text, and where a number stands in them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = [s for s in sentences if s.tokens and any(t.deprel for t in s.tokens)]
        self.starts = [s.start for s in self.sentences]
        self.trees: dict[int, Tree] = {}

    def number(self, phrase: Phrase) -> tuple[Tree | None, int]:
        """The tree that holds the number, and the index of the number's last token."""
        at = bisect_right(self.starts, phrase.numeral.start) - 1
        if at < 0 or phrase.numeral.end > self.sentences[at].end:
            return None, -1
        if at not in self.trees:
            self.trees[at] = Tree(self.sentences[at])
        tree = self.trees[at]
        tokens = self.sentences[at].tokens
        inside = [i for i, t in enumerate(tokens) if t.start < phrase.numeral.end and t.end > phrase.numeral.start]
        return (tree, inside[-1]) if inside else (None, -1)


def measured(text: str, phrase: Phrase, parses: Parses) -> str | None:
    """What the phrase measures, in the text's own words, or None; a count's noun is taken from the parse on the way."""
    tree, at = parses.number(phrase)
    if tree is None:
        return _from_words(text, phrase)
    return _from_tree(text, tree, at, phrase) or _from_words(text, phrase)


def counted_noun(tree: Tree, number: int) -> int | None:
    """The noun that a number modifies in the tree, if any."""
    token = tree[number]
    if tree.rel(number) == "compound" and token.head >= 0 and tree[token.head].upos == "NUM":
        token = tree[token.head]  # "1.5 million people": the head of the number itself
    if token.deprel.split(":")[0] in ("nummod", "conj") and token.head >= 0:
        head = tree[token.head]
        if head.upos == "NUM" and head.head >= 0 and head.deprel.startswith("nummod"):
            return head.head
        return token.head if head.upos in ("NOUN", "PROPN") else None
    return None


def refine_count(phrase: Phrase, parses: Parses, limit: int) -> None:
    """Give the phrase the counted noun of the parse: where words alone found none, or only a guess ("one ...").

    The span takes the noun in where that stands before `limit`, the start of the next quantity.
    """
    _drop_verb(phrase, parses)
    asked = (phrase.unit is None or phrase.value == 1) and phrase.dimension in (None, "count")
    tree, number = parses.number(phrase) if asked and phrase.numeral.kind != "fraction" else (None, -1)
    noun = counted_noun(tree, number) if tree is not None else None
    if tree is None or noun is None:
        return
    token = tree[noun]
    if not phrase.numeral.end <= token.start < limit or not token.text[:1].isalpha():
        return
    if phrase.value == 1 or nouns.is_plural(token.text):
        phrase.unit, phrase.dimension = nouns.singular(token.text), "count"
        if token.end <= phrase.numeral.end + LONGEST_PHRASE:
            phrase.end = max(phrase.end, token.end)


def _drop_verb(phrase: Phrase, parses: Parses) -> None:
    """Take back a counted noun that is a verb in the parse: "the village of 300 lies to the north"."""
    if phrase.dimension != "count" or phrase.ranged or phrase.end <= phrase.numeral.end:
        return
    tree, number = parses.number(phrase)
    if tree is None:
        return
    last = next((i for i in range(number + 1, len(tree)) if tree[i].end >= phrase.end), None)
    if last is not None and tree[last].end == phrase.end and tree[last].upos in ("VERB", "AUX") and last == number + 1:
        phrase.unit, phrase.dimension, phrase.noun, phrase.end = None, None, "", phrase.numeral.end


def _from_tree(text: str, tree: Tree, number: int, phrase: Phrase) -> str | None:
    anchor = counted_noun(tree, number)
    if phrase.dimension == "count" and anchor is not None:
        noun = _noun_phrase(tree, anchor, without=number)
        event = _event(tree, anchor)
        return _joined(noun, _attribute(tree, anchor) or (None if event else _of_before(text, phrase)), event)
    unit = _unit_token(tree, number, phrase)
    if phrase.dimension in ("time", "age"):
        return _attribute(tree, unit)
    return _attribute(tree, unit) or _share(tree, unit) or _subject(tree, unit)


def _unit_token(tree: Tree, number: int, phrase: Phrase) -> int:
    """The token that stands for the whole quantity in the tree: the topmost of those inside its span."""
    at = number
    while tree[at].head >= 0 and phrase.start <= tree[tree[at].head].start and tree[tree[at].head].end <= phrase.end:
        at = tree[at].head
    return at


def _noun_phrase(tree: Tree, noun: int, without: int = -1) -> str:
    """A noun with the adjectives and compounds before it, and an "of" phrase of one noun."""
    indices = [noun]
    for kid in tree.kids(noun, *_MODIFIERS):
        if (
            kid < noun
            and kid != without
            and tree[kid].upos in ("ADJ", "NOUN", "PROPN", "VERB")
            and tree[kid].lemma not in ("much", "many", "few")
        ):
            indices += [k for k in tree.subtree(kid) if k < noun and tree[k].upos not in ("PUNCT", "ADP", "DET", "NUM")]
    return " ".join(tree[i].text for i in sorted(set(indices))).replace(" 's", "'s").replace(" ’s", "’s")


def _attribute(tree: Tree, anchor: int) -> str | None:
    """As in "A target of 550,000 units", "a 25 % tariff": the noun that the quantity stands under."""
    token = tree[anchor]
    if token.head < 0:
        return None
    head = tree[token.head]
    if head.upos not in ("NOUN", "PROPN") or tree.rel(anchor) not in _UNDER:
        return None
    if (
        tree.rel(anchor) == "nmod"
        and not any(tree[k].lemma in ("of", "at", "between", "from", "to") for k in tree.kids(anchor, "case"))
        and token.head < anchor
    ):
        return None
    return _noun_phrase(tree, token.head, without=anchor)


def _event(tree: Tree, anchor: int) -> str | None:
    """The verb that the counted noun is subject or object of, as its past participle: delivered, sold, killed."""
    token = tree[anchor]
    for kid in tree.kids(anchor, "acl"):
        if tree[kid].upos == "VERB" and tree[kid].xpos in ("VBN", "VBD") and tree[kid].lemma not in _LIGHT:
            return _participle(tree[kid])
    if token.head >= 0 and tree.rel(anchor) in ("obj", "nsubj", "obl") and tree[token.head].upos == "VERB":
        case = tree.kids(anchor, "case")
        lemma = tree[token.head].lemma
        if lemma not in _LIGHT and not (tree.rel(anchor) == "obl" and case):
            return _participle(tree[token.head])
    return None


def _share(tree: Tree, anchor: int) -> str | None:
    """As in "Half of the voters", "5 percent of sales": what the share is of."""
    for kid in tree.kids(anchor, "nmod", "obl"):
        if any(tree[k].lemma == "of" for k in tree.kids(kid, "case")):
            return _noun_phrase(tree, kid)
    return None


def _subject(tree: Tree, anchor: int) -> str | None:
    """As in "The price is $5", "shares fell 5 percent": the subject of the clause that the quantity closes."""
    at = anchor
    for _ in range(3):
        subject = tree.kid(at, "nsubj")
        if subject is not None and subject != anchor:
            return _noun_phrase(tree, subject) if tree[subject].upos in ("NOUN", "PROPN") else None
        if (
            tree.rel(at) not in _CORE and tree.rel(at) not in ("conj", "advmod", "advcl", "parataxis", "appos")
        ) or tree[at].head < 0:
            return None
        at = tree[at].head
    return None


def _joined(noun: str, attribute: str | None, event: str | None) -> str:
    """As "units, sales target" for an attribute, "vans delivered" for an event."""
    if attribute is not None:
        return f"{noun}, {attribute}"
    return f"{noun} {event}" if event is not None else noun


def _participle(verb: Token) -> str:
    """The past participle; most verbs of a report stand in it already, or in the past tense that looks the same."""
    word = verb.text.lower()
    return word if verb.xpos == "VBN" or (verb.xpos == "VBD" and word.endswith("ed")) else _inflected(verb.lemma)


@lru_cache(maxsize=5_000)
def _inflected(lemma: str) -> str:
    return (participle_of(lemma) if lemma.isascii() else None) or lemma


_OF_BEFORE = re.compile(r"(?:^|[^\w-])((?:[a-z][a-z-]{2,20} )?[a-z][a-z-]{2,20}) of $")
_AFTER_MEASURE = re.compile(
    r"[ -]((?:[a-z][a-z-]{1,20} ){0,2}[a-z][a-z-]{2,20})\b(?=[.,;:)!?”\"]|$|[ ](?:on|of|in|for|to|by|from|at|with|and"
    r"|or|against|after|since|that|which|was|were|is|are|has|had|have|will|would)\b)"
)
_SHARE_AFTER = re.compile(r"[ ]of (?:the |its |their |his |her |all |our )?((?:[\w’'-]{2,24} ){0,2}?[a-z]{2,20})\b")
_DONE_AFTER = re.compile(
    r"[ ](?:(?:were|was|are|have been|had been|has been|being) )?"
    r"([a-z]{2,14}ed|sold|built|made|shot|lost|hurt|held|bought|sent|born)\b"
)
_DONE_BEFORE = re.compile(r"(?:^|[^\w])([a-z]{2,14}ed|sold|built|made|shot|held|bought|sent) $")


def _of_before(text: str, phrase: Phrase) -> str | None:
    """As in "A target of ...", "deliveries of ...": the noun before "of"."""
    of = _OF_BEFORE.search(text[max(0, phrase.start - 48) : phrase.start])
    return _noun_words(of[1]) if of else None


def _noun_words(words: str) -> str | None:
    """The words of a noun phrase without what cannot begin or end it; None where that leaves a unit or nothing."""
    kept = [word for word in words.split() if word not in nouns.STOP and word not in SMALL]
    if not kept or kept[-1].endswith("ly") or kept[-1] in _LINKING or kept[-1] in FORMS:
        return None
    return " ".join(kept)


def _from_words(text: str, phrase: Phrase) -> str | None:
    before = text[max(0, phrase.start - 48) : phrase.start]
    of = _of_before(text, phrase)
    if phrase.dimension == "count":
        done = _DONE_AFTER.match(text, phrase.end) or _DONE_BEFORE.search(before)
        event = done[1] if done and done[1] not in _SAID else None
        return _joined(phrase.noun or phrase.unit or "", of, event) or None
    if of:
        return of
    if phrase.dimension in ("share", "money", "size") and (after := _AFTER_MEASURE.match(text, phrase.end)):
        return _noun_words(" ".join(takewhile(lambda word: word not in nouns.STOP, after[1].split())))
    if phrase.dimension == "share" or phrase.numeral.kind == "fraction":
        share = _SHARE_AFTER.match(text, phrase.end)
        return _noun_words(share[1]) if share else None
    return None


_LINKING = frozenset(
    ["depending", "including", "excluding", "compared", "according", "regarding", "starting", "ranging"]
)
_SAID_WORDS = """
said added reported noted used based needed included estimated expected
"""
_SAID = frozenset(_SAID_WORDS.split())
