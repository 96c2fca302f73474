"""Clauses: the pieces of a sentence that can be true or false by themselves, as token indices.

After the clause inventory of ClausIE (Del Corro and Gemulla 2013), on Universal Dependencies: main, coordinate, complement,
adverbial, relative and participial clauses, titles and appositions of people,
and noun phrases that name something as rumoured or reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract import lexicon as lex
from sayso.extract.tree import Tree

_SPLIT = frozenset({"ccomp", "advcl", "acl", "conj", "parataxis", "csubj"})
# Nouns for what binds or decides somebody to do what their infinitive says ("a contract to supply", "the decision to sell").
_BINDING = frozenset(
    "contract agreement deal order option decision bid offer commitment pact accord move pledge promise vow effort".split()
)
_CONTRACTS = frozenset("contract agreement deal order option pact accord".split())
_FREE = frozenset({"what", "whatever", "whoever"})
_NAMING = frozenset({"on", "about", "of", "for", "from", "to", "towards", "in", "against"})
MIN_TOKENS = 3  # a shorter clause says nothing that can be compared


@dataclass(frozen=True)
class Clause:
    """A clause: its head token, the tokens that are its own, the subject it has or inherits, and what sort it is."""

    head: int
    own: tuple[int, ...]
    subject: int | None
    sort: str = "clause"  # clause, share (a figure of several in a row), rumour or plan (noun phrases), title


def clauses(tree: Tree) -> list[Clause]:
    """The clauses of a sentence, outermost first; their own tokens do not overlap, but for rumours and titles."""
    heads = [i for i in range(len(tree)) if _is_head(tree, i)]
    cut = frozenset(heads)
    found: list[Clause] = []
    for i in heads:
        own = complement(tree, i, tree.subtree(i, cut))
        wordy = [k for k in own if tree[k].upos not in {"PUNCT", "CCONJ", "SCONJ"}]
        if len(wordy) >= MIN_TOKENS or (len(wordy) >= 2 and tree[i].upos == "VERB" and tree.rel(i) != "acl"):
            found.append(Clause(i, tuple(own), subject_of(tree, i)))
    return [*found, *_rumours(tree), *_plans(tree), *_undertakings(tree)]


def antecedent(tree: Tree, clause: Clause) -> list[int]:
    """What a relative or participial clause hangs on, where it stands right before: "a sedan" of "a sedan that was seen".

    The noun with what belongs to it, but no circumstances: of "a sighting on a highway, which was much discussed" nothing.
    """
    noun = tree[clause.head].head
    opening = first = next((k for k in clause.own if tree[k].upos != "PUNCT"), clause.head)
    relative = tree[clause.head].deprel == "acl:relcl" and tree[first].upos in {"PRON", "DET"}
    if noun < 0 or not (relative or (tree.rel(clause.head) == "acl" and first == clause.head)):
        return []
    while first > 0 and tree[first - 1].text == ",":
        first -= 1
    for k in (noun, *tree.kids(noun, "appos")):  # "the vessel, a Tern 40 that was seen": a Tern 40
        kept = _phrase(tree, k)
        if kept[-1] == first - 1 and tree[k].upos in _NOUNS:
            begin = first - 1
            while begin - 1 in kept:
                begin -= 1
            return list(range(begin, opening))
    return []


def _phrase(tree: Tree, noun: int) -> list[int]:
    """A noun with its articles, adjectives, numbers and names, and what it is one or some of ("one of 12 ferries")."""
    parts = tree.kids(noun, "det", "amod", "compound", "nummod", "nmod:poss", "flat", "goeswith")
    parts += [
        k for k in tree.kids(noun, "nmod") if k > noun and any(tree[c].lemma == "of" for c in tree.kids(k, "case"))
    ]
    return sorted({noun, *(m for k in parts for m in tree.subtree(k, frozenset(tree.kids(k, "acl", "appos"))))})


_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


def complement(tree: Tree, head: int, tokens: list[int]) -> list[int]:
    """The tokens without what stands before the clause's "that": in "said on Monday that it works" Monday is when it was said."""
    that = next((k for k in tree.kids(head, "mark") if tree[k].lemma == "that"), None)
    return tokens if that is None or tree.rel(head) not in {"ccomp", "csubj"} else [k for k in tokens if k > that]


def predicative(tree: Tree, i: int) -> bool:
    """Whether a token is a verb, or another word made a predicate by a copula."""
    return (
        tree[i].upos == "VERB"
        or bool(tree.kids(i, "cop", "aux"))
        or bool(tree.kids(i, "nsubj") and tree.rel(i) != "conj")
    )


def _is_head(tree: Tree, i: int) -> bool:
    relation = tree.rel(i)
    if relation == "root":
        return predicative(tree, i) or len(tree.kids(i)) > 2
    if relation not in _SPLIT or not predicative(tree, i):
        return False
    if relation in {"ccomp", "csubj"} and any(tree[k].lemma in _FREE for k in tree.kids(i, "nsubj", "obj")):
        return False  # "bet what was left": names a thing and says nothing of it
    if (
        relation in {"acl", "advcl"}
        and tree[i].xpos == "VB"
        and any(tree[k].lemma == "to" for k in tree.kids(i, "mark"))
    ):
        return False  # "plans to enter the market", "called to ask": says nothing by itself
    if (
        relation in {"acl", "advcl"}
        and tree[i].xpos == "VBG"
        and any(tree[k].lemma in _NAMING for k in tree.kids(i, "mark", "case"))
    ):
        return False  # "its stance on entering the market" names it and says nothing about it
    if relation == "acl" and tree[i].deprel == "acl":
        return len(tree.subtree(i)) > MIN_TOKENS
    if relation == "conj":
        return _clausal_chain(tree, tree[i].head)
    return not _seen_doing(tree, i)


def _seen_doing(tree: Tree, i: int) -> bool:
    """Whether a predicate without a subject says what its head's object does: one clause, "showing a van leaving the yard"."""
    above = tree[i].head
    return (
        tree.rel(i) == "ccomp"
        and tree[i].xpos in {"VBG", "VBN", "VB"}
        and not tree.kids(i, "nsubj", "csubj", "mark")
        and any(k < i for k in tree.kids(above, "obj"))
    )


def _clausal_chain(tree: Tree, i: int) -> bool:
    """Whether the first member of a coordination is a clause or an infinitive, not a word in a phrase."""
    return tree.rel(i) in _SPLIT | {"root", "xcomp"} and predicative(tree, i)


def subject_of(tree: Tree, i: int) -> int | None:
    """The subject of a clause; a coordinate, participial or infinitive clause takes that of the clause above it."""
    for _ in range(5):
        subject = tree.kid(i, "nsubj", "csubj")
        if subject is not None and not (tree.rel(i) == "acl" and tree[subject].lemma in {"who", "which", "that"}):
            return subject
        above = tree[i].head
        if above < 0:
            return None
        if tree.rel(i) == "acl":
            return above
        if tree.rel(i) not in {"conj", "advcl", "xcomp", "parataxis", "ccomp"}:
            return None
        i = above
    return None


def _rumours(tree: Tree) -> Iterator[Clause]:
    """Noun phrases that put something forward as rumoured or reported: "speculation about a sale", "reported talks with Acme"."""
    for i, token in enumerate(tree.tokens):
        if token.upos != "NOUN":
            continue
        below = tree.kids(i, "nmod", "acl", "compound")
        hearsay = any(tree[k].lemma in lex.HEARSAY for k in tree.kids(i, "amod"))
        if (token.lemma in lex.RUMOUR_NOUNS or (token.lemma == "report" and token.xpos == "NNS") or hearsay) and below:
            own = tree.subtree(i, frozenset(tree.kids(i, "acl:relcl", "conj", "cc")))
            if len([k for k in own if tree[k].upos not in {"PUNCT", "DET", "ADP"}]) >= MIN_TOKENS:
                yield Clause(i, tuple(own), None, "rumour")


def _plans(tree: Tree) -> Iterator[Clause]:
    """Noun phrases that put a plan forward beside the clause they stand in: "with an original target of 500 by 2030"."""
    for i, token in enumerate(tree.tokens):
        if (
            token.lemma not in lex.PLAN_NOUNS
            or token.upos != "NOUN"
            or tree.rel(i) not in {"obl", "nmod", "appos", "conj"}
        ):
            continue
        own = tree.subtree(i, frozenset(tree.kids(i, "acl:relcl", "conj", "cc", "case")))
        if any(tree[k].upos in {"NUM", "VERB"} for k in own) and not any(
            tree[k].lemma == "no" for k in tree.kids(i, "det")
        ):
            above = next((k for k in tree.ancestors(i) if predicative(tree, k)), None)
            yield Clause(i, tuple(own), None if above is None else subject_of(tree, above), "plan")


def _undertakings(tree: Tree) -> Iterator[Clause]:
    """What a noun says that somebody has undertaken to do: "a contract to supply 12 ferries", "the decision to close"."""
    for i, token in enumerate(tree.tokens):
        noun = _bound_by(tree, i) if token.upos == "VERB" and token.xpos == "VB" else None
        if noun is None or not any(tree[k].lemma == "to" for k in tree.kids(i, "mark")):
            continue
        own = tree.subtree(i, frozenset(tree.kids(i, "advcl")))
        refused = any(tree[k].lemma == "no" for k in tree.kids(noun, "det"))
        if (
            len([k for k in own if tree[k].upos not in {"PUNCT", "DET", "ADP", "PART"}]) >= MIN_TOKENS - 1
            and not refused
        ):
            above = next((k for k in tree.ancestors(i) if predicative(tree, k)), None)
            yield Clause(i, tuple(own), None if above is None else subject_of(tree, above), "plan")


def _bound_by(tree: Tree, i: int) -> int | None:
    """The noun that binds somebody to an infinitive: its head, or the object before it ("signed a contract with us to sell")."""
    above = tree[i].head
    if above < 0:
        return None
    if tree.rel(i) == "acl":
        return above if tree[above].lemma in _BINDING else None
    raised = tree[above].lemma in lex.INTEND | lex.PREDICT  # "expects orders to rise": who is to do it
    things = tree.kids(above, "obj") if tree.rel(i) in {"advcl", "xcomp"} and not raised else []
    return next((k for k in things if k < i and tree[k].lemma in _CONTRACTS), None)
