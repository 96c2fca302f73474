"""Whether a clause says that something is so or that it is not.

The negation of the clause's own predicate and of its core arguments counts, as in FactBank (Saurí and Pustejovsky 2009);
"not only", "no fewer than", "not until" and contrasts ("not in May but in June") negate nothing.
"""

from __future__ import annotations

from sayso.extract import lexicon as lex
from sayso.extract.clauses import Clause
from sayso.extract.tree import Tree
from sayso.records import Polarity

_FAKE = frozenset("fake false hoax bogus fabricated debunked untrue fictitious satirical discredited baseless".split())
_ADVERBS = frozenset("not never hardly barely scarcely neither nor nowhere".split())
_CALLED = frozenset("call brand label deem dub describe".split())
_NOBODY = frozenset("nobody nothing none neither no-one".split())
# What makes a negation before it none: "not only", "no fewer than", "no later than", "no doubt", "not least".
_UNDOING = frozenset("only just merely simply fewer less later more sooner doubt least surprisingly".split())
_UNDONE = frozenset("fail refuse decline neglect cease stop avoid".split())  # with what was not done as complement


def polarity(tree: Tree, clause: Clause) -> Polarity:
    """Negative where the clause's predicate or one of its core arguments is negated; a second negation undoes the first.

    "did not sell", "sold nothing", "no ferry sank", "failed to deliver", "is false" are negative; "did not fail to
    deliver" and "is not false" are positive.
    """
    head = clause.head
    negative = denied_predicate(tree, head) or any(_nothing(tree, k) for k in _arguments(tree, clause))
    undone = tree[head].lemma in _UNDONE and any(k in clause.own for k in tree.kids(head, "xcomp"))
    ruled_out = tree[head].lemma == "rule" and any(tree[k].lemma == "out" for k in tree.kids(head, "compound:prt"))
    return "negative" if negative != (undone or ruled_out or untrue(tree, head)) else "positive"


def denied_predicate(tree: Tree, i: int) -> bool:
    """Whether a predicate itself is negated: "did not go", "is no hero", "can no longer go"; not "did not go until May"."""
    negations = [
        k
        for k in tree.kids(i, "advmod", "cc", "det")
        if _negates(tree, k) or (_no_longer(tree, k) and not _undone(tree, k))
    ]
    return bool(negations) and not _until(tree, i)


def untrue(tree: Tree, i: int) -> bool:
    """Whether a predicate is a word for what is not so ("is false", "was a hoax"); a negation is not looked at."""
    noun = tree[i].upos == "NOUN" and tree[i].lemma in {"lie", "myth"}  # the interests lie elsewhere
    word = noun or tree[i].lemma in lex.NOT_SO or tree[i].text.lower() in lex.NOT_SO
    return word and bool(tree.kids(i, "cop", "nsubj", "aux:pass") or tree.rel(i) == "xcomp")


def not_so(tree: Tree, i: int) -> bool:
    """Whether the predicate calls something untrue: "is false", "is a hoax", "are not true", "has no truth to it"."""
    negated = denied_predicate(tree, i)
    if untrue(tree, i):
        return not negated
    if tree[i].lemma in lex.SO:
        return negated and bool(tree.kids(i, "cop", "nsubj"))
    subjects = [k for k in tree.kids(i, "nsubj", "obj") if tree[k].lemma in {"truth", "basis", "substance"}]
    return tree[i].lemma in {"be", "have"} and any(_nothing(tree, k) for k in subjects)


def _negates(tree: Tree, k: int) -> bool:
    return (tree[k].lemma in _ADVERBS or (tree[k].lemma == "no" and tree.rel(k) == "det")) and not _undone(tree, k)


def _no_longer(tree: Tree, k: int) -> bool:
    return tree[k].text.lower() == "longer" and any(tree[m].lemma == "no" for m in tree.kids(k))


def _undone(tree: Tree, k: int) -> bool:
    """Whether the word after a negation makes it none ("not only"), or the ones before do ("whether or not")."""
    following = tree[k + 1].text.lower() if k + 1 < len(tree) else ""
    before = tree[k - 1].text.lower() if k else ""
    return following in _UNDOING or (before == "or" and tree[k].lemma == "not")


def _until(tree: Tree, i: int) -> bool:
    """Whether it is only a matter of when: "did not arrive until Monday"."""
    marks = [m for k in tree.kids(i, "obl", "advcl", "nmod") for m in tree.kids(k, "case", "mark")]
    return any(tree[m].lemma in {"until", "till"} for m in marks)


def _arguments(tree: Tree, clause: Clause) -> list[int]:
    """The core arguments of a clause: subject, objects, and obliques but for circumstances ("with no delay")."""
    arguments = tree.kids(clause.head, "nsubj", "obj", "iobj", "obl")
    arguments += [k for v in tree.kids(clause.head, "xcomp") for k in tree.kids(v, "obj") if v in clause.own]
    return [
        k
        for k in arguments
        if k in clause.own and not any(tree[m].lemma in {"with", "without"} for m in tree.kids(k, "case"))
    ]


def _nothing(tree: Tree, k: int) -> bool:
    """Whether a noun phrase is negated as a whole ("no ferry", "none of them", "neither yard"), without a "but" to it."""
    but = any(tree[m].lemma in {"but", "rather"} for c in tree.kids(k, "conj") for m in tree.kids(c, "cc", "advmod"))
    words = [*tree.kids(k, "det", "cc", "cc:preconj"), *([k] if tree[k].lemma in _NOBODY else [])]
    none = any(tree[m].lemma in _NOBODY or (tree[m].lemma == "no" and not _undone(tree, m)) for m in words)
    return none and not but


def called_false(tree: Tree, i: int) -> int | None:
    """What a predicate rejects by a name: the object of "called the report false"; None where it does nothing of the kind."""
    if tree[i].lemma not in _CALLED or denied_predicate(tree, i):
        return None
    names = tree.kids(i, "xcomp", "obl")
    things = tree.kids(i, "obj", "nsubj:pass")
    named = any(untrue(tree, k) or tree[k].lemma in lex.NOT_SO for k in names)
    return things[0] if things and (named or _closed_by_untrue(tree, things[0])) else None


def _closed_by_untrue(tree: Tree, thing: int) -> bool:
    """Whether a word for what is not so closes a noun phrase, where it can only be told of it: "called the report of a sale false"."""
    last = tree.subtree(thing)[-1]
    return last > thing and tree[last].upos == "ADJ" and tree[last].lemma in lex.NOT_SO and 0 <= tree[last].head < last


def fake(tree: Tree, i: int) -> bool:
    """Whether a noun is called fake where it stands: "a fake report", "the hoax story"."""
    return tree[i].lemma == "hoax" or any(tree[k].text.lower() in _FAKE for k in tree.kids(i, "amod", "compound"))
