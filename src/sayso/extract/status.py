"""How a passage presents a clause: one of design's six statuses.

The first that fits of denied, conditional, rumoured, planned, predicted, asserted; cues are read from the clause's own
auxiliaries, adverbs and complements, from the clauses above it, and from the sayings that hold it (the ideas of FactBank,
Saurí and Pustejovsky 2009, reduced to what a reader of news needs). A plain negation is asserted, with negative polarity;
denied is what somebody put forward and somebody rejects.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract import lexicon as lex
from sayso.extract.ahead import planned, planned_or_predicted, predicted, taken_for_future
from sayso.extract.attribution import Saying
from sayso.extract.clauses import Clause
from sayso.extract.modals import courteous, modals
from sayso.extract.polarity import called_false, denied_predicate, fake, not_so
from sayso.extract.tree import Tree
from sayso.extract.unsure import rumoured
from sayso.records import Status

_POSSIBLE = frozenset({"possible", "conceivable"})
_IMPOSSIBLE = frozenset({"impossible", "inconceivable"})
_FALSELY = frozenset("falsely wrongly mistakenly erroneously incorrectly untruthfully".split())
_HYPOTHETICAL = frozenset({"such", "any"})  # "such a move would …"
_AHEAD = frozenset("will would shall should may might could can".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONDITION_REACH = 40  # tokens back that a condition may begin: 95 % of the sentences of EWT have at most 34
_DEPENDENT = frozenset({"subject", "conditional", "contingent", "dependent"})  # "is subject to approval"


def status(
    tree: Tree, clause: Clause, holding: list[Saying], actor: str | None, *, ahead: bool = False, doubted: bool = False
) -> Status:
    """The status of a clause.

    `holding` are the sayings around it, `actor` the type of its subject's entity, if any; `ahead` tells that the times
    in it lie after the article, `doubted` that one of the sayings is called fake where it stands.
    """
    forces = {x.force for x in holding if not x.negated}
    governing = list(_governors(tree, clause))
    if doubted or _denied(tree, clause, holding):
        return "denied"
    if _conditional(tree, governing, bool(holding)):
        return "conditional"
    if rumoured(tree, clause, governing, holding, forces):
        return "rumoured"
    if _modifier(tree, clause.head):
        forces -= {"plan", "predict"}
    if "plan" in forces or planned(tree, clause, governing, actor, ahead, bool(holding)):
        return "planned"
    if "predict" in forces or predicted(tree, clause, governing, ahead):
        return "predicted"
    if not holding and taken_for_future(tree, clause.head):
        return planned_or_predicted(tree, clause.head, actor, ahead)
    return "asserted"


def _modifier(tree: Tree, i: int) -> bool:
    """Whether a clause hangs on a noun and tells what is so already: "expects to cut jobs that were created in 2020"."""
    return tree.rel(i) == "acl" and tree[i].xpos in {"VBD", "VBN"} and not modals(tree, i) & _AHEAD


def _governors(tree: Tree, clause: Clause) -> Iterator[int]:
    """The clause's head and the predicates it complements, up to the clause they stand in."""
    i = clause.head
    yield i
    for _ in range(4):
        above = tree[i].head
        if above < 0 or tree.rel(i) not in {"xcomp", "conj", "ccomp"}:
            return
        if tree.rel(i) == "conj" and tree.kids(i, "nsubj", "aux"):
            return  # a coordinate clause with a subject or auxiliary of its own stands by itself
        if tree.rel(i) == "conj" and tree[i].xpos in _FINITE:
            return  # "was expected to fall but rose"
        if tree.rel(i) == "ccomp" and tree[above].lemma in lex.REPORTING:
            return
        yield above
        i = above


# ── denied ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _denied(tree: Tree, clause: Clause, holding: list[Saying]) -> bool:
    nearest = next((x for x in reversed(holding) if not x.nested), None)
    if nearest is not None and nearest.force == "deny" and not nearest.negated:
        return True
    if nearest is not None and any(_denied_saying(tree, x, nearest) for x in holding):
        return True
    return not_so(tree, clause.head) or _named_false(tree, clause.head) or _said_untrue(tree, clause.head)


def _told_of(tree: Tree, noun: int) -> int | None:
    """What is told of a noun: its predicate, also where the parse takes it for the object of what stands above both."""
    above = tree[noun].head
    if above < 0 or tree.rel(noun) == "nsubj":
        return None if above < 0 else above
    below = (k for k in tree.kids(above, "ccomp", "xcomp") if k > noun and not tree.kids(k, "nsubj"))
    return next(below, None) if tree.rel(noun) == "obj" else None


def _denied_saying(tree: Tree, outer: Saying, inner: Saying) -> bool:
    """Whether somebody denies having said it: "denied telling reporters that …"."""
    below = outer.sentence == inner.sentence and inner.cue[0] < len(tree) and tree[inner.cue[0]].head == outer.cue[0]
    return below and outer.force == "deny" and not outer.negated and tree.rel(inner.cue[0]) == "xcomp"


def _said_untrue(tree: Tree, i: int) -> bool:
    """Whether the passage rejects the clause: "it is not true that …", "the report that … was wrong", "called … false"."""
    above = tree[i].head
    that = any(tree[m].lemma == "that" for m in tree.kids(i, "mark"))
    if that and above >= 0 and tree.rel(i) in {"csubj", "ccomp"} and (not_so(tree, above) or _ruled_out(tree, above)):
        return True
    if that and above >= 0 and tree.rel(i) == "acl" and tree[above].lemma in lex.REPORT_NOUNS | lex.RUMOUR_NOUNS:
        over = _told_of(tree, above)
        wrong = over is not None and tree[over].lemma == "wrong" and not denied_predicate(tree, over)
        return over is not None and (wrong or not_so(tree, over))
    return called_false(tree, i) is not None


def _ruled_out(tree: Tree, i: int) -> bool:
    """Whether a predicate says that it cannot be: "is not possible", "is impossible"."""
    return tree[i].lemma in _IMPOSSIBLE or (tree[i].lemma in _POSSIBLE and denied_predicate(tree, i))


def _named_false(tree: Tree, i: int) -> bool:
    """Whether the clause is what a word for an untruth stands for: "the myth that …", "a false claim that …"."""
    above = tree[i].head
    if (
        above < 0
        or tree.rel(i) not in {"acl", "ccomp"}
        or not any(tree[m].lemma == "that" for m in tree.kids(i, "mark"))
    ):
        return False
    return tree[above].lemma in {"myth", "lie", "hoax", "falsehood"} or fake(tree, above)


def said_falsely(tree: Tree, saying: Saying) -> bool:
    """Whether a saying of this sentence is called untrue by the passage: "falsely claimed", "a fake report says"."""
    adverbs = (k for c in saying.cue for k in tree.kids(c, "advmod"))
    if any(tree[k].text.lower() in _FALSELY for k in adverbs):
        return True
    sources = [k for k in saying.source if tree[k].head not in saying.source]
    return any(tree[k].upos == "NOUN" and fake(tree, k) for k in sources)


# ── conditional ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _conditional(tree: Tree, governing: list[int], held: bool) -> bool:
    for i in governing:
        if _if_clause(tree, i) or any(
            _if_clause(tree, k) for j in (i, *tree.kids(i, "xcomp")) for k in tree.kids(j, "advcl")
        ):
            return True
        if _depends(tree, i):
            return True
        if _as_long_as(tree, i):
            return True
        words = modals(tree, i)
        if "would" in words and ("have" in words or _supposed(tree, i) or (not held and _any_such(tree, i))):
            return True
        if words & {"would", "could", "might"} and any(_without(tree, k) for k in tree.kids(i, "obl", "advcl")):
            return True
        if any(_in_the_event(tree, k) for k in tree.kids(i, "obl")) or _were_it(tree, i) or _hung_higher(tree, i):
            return True
    return False


def _if_clause(tree: Tree, i: int) -> bool:
    """Whether a clause is a condition: "if sales fall", "should sales fall", "provided that"; not "if compared", "asked if"."""
    if tree.rel(i) not in {"advcl", "root", "parataxis"} and not _given(tree, i):
        return False
    marks = {tree[k].text.lower() for k in tree.kids(i, "mark", "advmod", "case") if k < i}
    marks |= _given(tree, i)
    finite = (
        bool(tree.kids(i, "nsubj", "csubj", "expl")) or tree[i].lemma == "necessary" or tree[i].xpos in {"VBZ", "VBP"}
    )
    if marks & {"if", "unless", "provided", "providing", "assuming", "lest"}:
        return (finite or tree[i].xpos in {"VBN", "JJ"} or bool(tree.kids(i, "ccomp"))) and tree[i].lemma not in {
            "compare",
            "any",
            "possible",
        }
    first = tree.subtree(i)[0]  # "Should sales fall, …", "Were it to fall, …", "Had it fallen, …"
    inverted = tree[first].text.lower() in {"should", "were", "had"} and tree[first].upos in {"AUX", "VERB"}
    return inverted and tree.rel(i) == "advcl" and bool(tree.kids(i, "nsubj"))


def _given(tree: Tree, i: int) -> frozenset[str]:
    """The participle that makes a condition, where the parse takes it for a clause: "provided that …", "assuming (that) …"."""
    that = next((k for k in tree.kids(i, "mark") if tree[k].lemma == "that"), None)
    words = [tree[that - 1].text.lower()] if that else []
    above = tree[i].head
    if above >= 0 and tree.rel(i) == "ccomp" and tree.rel(above) == "advcl":
        words.append(tree[above].text.lower())
    if tree.kids(i, "ccomp") and not tree.kids(i, "nsubj"):
        words.append(tree[i].text.lower())
    return _GIVEN.intersection(words)


_GIVEN = frozenset({"provided", "providing", "assuming"})


def _depends(tree: Tree, i: int) -> bool:
    """Whether it hangs on something else: "depends on approval", "is subject to approval"."""
    if tree[i].lemma in {"depend", "hinge"}:
        return any(tree[c].lemma in {"on", "upon"} for k in tree.kids(i, "obl") for c in tree.kids(k, "case"))
    return tree[i].lemma in _DEPENDENT and bool(tree.kids(i, "cop")) and bool(tree.kids(i, "obl"))


def _in_the_event(tree: Tree, k: int) -> bool:
    """Whether an adjunct is a case that may come: "in the event of a strike", "in case of fire"."""
    inside = any(tree[c].lemma == "in" for c in tree.kids(k, "case"))
    return inside and tree[k].lemma in {"event", "case"} and bool(tree.kids(k, "nmod", "acl")) and k < tree[k].head


def _were_it(tree: Tree, i: int) -> bool:
    """Whether a sentence opens with a case that is not so, wherever the parse hangs it: "Were Norvik to close, …"."""
    first = tree[0]
    opens = first.text in {"Were", "Had", "Should"} and first.upos == "AUX" and tree[-1].text != "?"
    return opens and bool(modals(tree, i) & {"would", "could", "might", "will"})


def _hung_higher(tree: Tree, i: int) -> bool:
    """Whether a condition before "would" hangs on the word of saying above both: "I said if it came to that, I would go"."""
    if not modals(tree, i) & {"would", "could", "might"}:
        return False
    for k in range(max(0, i - _CONDITION_REACH), i):
        clause = tree[k].head
        if tree[k].lemma == "if" and tree.rel(k) == "mark" and k < clause < i and tree.rel(clause) == "advcl":
            return tree[tree[clause].head].lemma in lex.REPORTING and tree[clause].head < k
    return False


def _as_long_as(tree: Tree, i: int) -> bool:
    long = [k for k in tree.kids(i, "advmod") if tree[k].text.lower() == "long" and k + 1 < len(tree)]
    return any(tree[k + 1].lemma == "as" and tree[k - 1].lemma == "as" for k in long)


def _supposed(tree: Tree, i: int) -> bool:
    """Whether the subject of "would" is itself only supposed: "such a move", "any ban", "a sale", "to sell now"."""
    for k in tree.kids(i, "nsubj", "csubj"):
        if tree.rel(k) == "csubj" or (tree[k].xpos == "VBG" and tree[k].upos == "VERB"):
            return True
        words = {tree[m].lemma for m in tree.kids(k, "det", "amod", "det:predet")}
        if words & _HYPOTHETICAL:
            return True
    return False


def _any_such(tree: Tree, i: int) -> bool:
    """Whether "would" is told of something that is not there yet: "a strike would cost millions"; not "a lawyer would not say"."""
    new = any(tree[m].lemma == "a" for k in tree.kids(i, "nsubj") for m in tree.kids(k, "det"))
    return new and tree.rel(i) == "root" and not courteous(tree, i)


def _without(tree: Tree, k: int) -> bool:
    return any(tree[m].lemma in {"without", "absent"} for m in tree.kids(k, "case", "mark"))
