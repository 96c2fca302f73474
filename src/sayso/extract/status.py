"""How a passage presents a clause: one of design's six statuses, and its polarity.

The first that fits of denied, conditional, rumoured, planned, predicted, asserted; cues are read from the clause's own
auxiliaries, adverbs and complements, from the clauses above it, and from the sayings that hold it (the ideas of FactBank,
Saurí and Pustejovsky 2009, reduced to what a reader of news needs).
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract import lexicon as lex
from sayso.extract.attribution import Saying
from sayso.extract.clauses import Clause
from sayso.extract.sources import vouches
from sayso.extract.tree import Tree
from sayso.records import Polarity, Status

_ANIMATE = frozenset({"PER", "ORG"})


def polarity(tree: Tree, clause: Clause) -> Polarity:
    """Negative where the clause's own predicate, its subject or its object is negated an odd number of times."""
    count = 0
    for i in clause.own:
        token = tree[i]
        if token.lemma in lex.NEGATIONS and not _not_only(tree, i):
            count += token.head == clause.head or (
                tree.rel(i) in {"advmod", "det", "nsubj", "obj", "cc", "advcl"} and _near(tree, i, clause.head)
            )
        elif (
            token.lemma in lex.FAIL_VERBS and (token.head == clause.head or i == clause.head) and tree.kids(i, "xcomp")
        ):
            count += 1
    if not_so(tree, clause.head):
        count += 1
    return "negative" if count % 2 else "positive"


def _near(tree: Tree, i: int, head: int) -> bool:
    """Whether a negation's head is the clause's head or one of its core arguments."""
    above = tree[i].head
    return above == head or (
        above >= 0 and tree[above].head == head and tree.rel(above) in {"obj", "nsubj", "xcomp", "obl", "advcl"}
    )


def _not_only(tree: Tree, i: int) -> bool:
    """Whether a "not" or "no" belongs to "not only", "no fewer than", "no later than" and the like."""
    following = tree[i + 1].text.lower() if i + 1 < len(tree) else ""
    return following in {
        "only",
        "just",
        "merely",
        "fewer",
        "less",
        "later",
        "more",
        "sooner",
        "doubt",
        "longer",
    } and not (tree[i].lemma == "no" and following == "longer")


def not_so(tree: Tree, i: int) -> bool:
    """Whether the predicate itself calls something untrue: "is false", "is a hoax", "are not true", "was fabricated"."""
    negated = any(tree[k].lemma in lex.NEGATIONS for k in tree.kids(i, "advmod"))
    if tree[i].lemma in lex.NOT_SO or tree[i].text.lower() in lex.NOT_SO:
        return not negated and bool(tree.kids(i, "cop", "nsubj", "nsubj:pass"))
    return negated and tree[i].lemma in lex.SO


def status(tree: Tree, clause: Clause, holding: list[Saying], actor: str | None) -> Status:
    """The status of a clause; `holding` are the sayings around it, `actor` the type of its subject's entity, if any."""
    forces = {x.force for x in holding if not x.negated}
    governing = list(_governors(tree, clause))
    nearest = next((x for x in reversed(holding) if not x.nested), None)
    if (nearest is not None and nearest.force == "deny" and not nearest.negated) or not_so(tree, clause.head):
        return "denied"
    if _conditional(tree, clause, governing):
        return "conditional"
    if _rumoured(tree, clause, holding, forces):
        return "rumoured"
    if "plan" in forces or _planned(tree, clause, governing, actor):
        return "planned"
    if "predict" in forces or _predicted(tree, clause, governing):
        return "predicted"
    return "asserted"


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
        if tree.rel(i) == "ccomp" and tree[above].lemma in lex.REPORTING:
            return
        yield above
        i = above


def _modal(tree: Tree, i: int) -> set[str]:
    return {tree[k].lemma for k in tree.kids(i, "aux")}


def _conditional(tree: Tree, clause: Clause, governing: list[int]) -> bool:
    for i in governing:
        marks = {tree[k].lemma for k in tree.kids(i, "mark", "advmod")}
        if marks & {"if", "unless"} and tree.rel(i) in {"advcl", "ccomp", "root"}:
            return True
        for k in tree.kids(i, "advcl"):
            if {tree[m].lemma for m in tree.kids(k, "mark")} & {"if", "unless", "provided", "assuming"}:
                return True
        if "would" in _modal(tree, i) and any(tree[k].lemma in {"if", "without", "unless"} for k in tree.subtree(i)):
            return True
    return False


def _rumoured(tree: Tree, clause: Clause, holding: list[Saying], forces: set[str]) -> bool:
    if clause.sort == "rumour" or "rumour" in forces:
        return True
    own = [tree[i] for i in clause.own]
    if any(t.lemma in lex.HEARSAY and t.upos in {"ADV", "ADJ"} and t.lemma != "apparent" for t in own):
        return True
    if any(x.path and not vouches(x.path[-1]) and _unnamed_source(x.path[-1]) for x in holding if x.force == "say"):
        return True
    above = tree[clause.head].head
    if tree.rel(clause.head) in {"acl", "ccomp"} and above >= 0 and tree[above].lemma in lex.RUMOUR_NOUNS:
        return True
    return any(tree[i].lemma == "say" and tree.kids(i, "nsubj:pass") for i in _governors(tree, clause))


def _unnamed_source(name: str) -> bool:
    """Whether a nameless source makes hearsay: sources, people, rumours and reports do; experts and witnesses speak for themselves."""
    words = {w.lower().rstrip("s") for w in name.split()}
    return bool(words & {"source", "people", "person", "rumour", "rumor", "report", "insider", "speculation"})


def _planned(tree: Tree, clause: Clause, governing: list[int], actor: str | None) -> bool:
    for i in governing:
        lemma, modal = tree[i].lemma, _modal(tree, i)
        complements = tree.kids(i, "xcomp", "ccomp")
        if (
            lemma in lex.INTEND
            and (complements or i != clause.head or lemma in {"plan", "target", "propose"})
            and lemma not in {"expect"}
        ):
            return True
        if lemma in {"set", "due", "slate", "schedule", "poise"} and complements:
            return True
        if tree[i].upos == "NOUN" and lemma in lex.PLAN_NOUNS:
            return True
        if (
            modal & {"will", "would", "shall"}
            and actor in _ANIMATE
            and not tree.kids(i, "cop")
            and not (modal & {"could", "may", "might"})
        ):
            return True
        if lemma == "go" and any(tree[k].xpos == "VBG" for k in [i]) and complements:
            return True
        plans = [k for k in tree.kids(i, "obj", "nsubj") if tree[k].lemma in lex.PLAN_NOUNS]
        if any(tree[k].lemma == "no" for p in plans for k in tree.kids(p, "det")) or _negated_head(tree, i):
            return False  # "has no plans" is asserted, and negative
        if plans and not (modal & {"could", "may", "might"}):
            return True
    above = tree[clause.head].head
    return tree.rel(clause.head) == "acl" and above >= 0 and tree[above].lemma in lex.PLAN_NOUNS


def _negated_head(tree: Tree, i: int) -> bool:
    """Whether the predicate is negated in the present or past ("is not planning"), not in the future ("will not")."""
    return any(tree[k].lemma in {"not", "never"} for k in tree.kids(i, "advmod")) and not _modal(tree, i) & {
        "will",
        "would",
        "shall",
    }


def _predicted(tree: Tree, clause: Clause, governing: list[int]) -> bool:
    for i in governing:
        modal = _modal(tree, i)
        if modal & {"will", "shall", "may", "might", "could", "would"} and not _counterfact(tree, i):
            return True
        if i != clause.head and tree[i].lemma in {"expect", "forecast", "predict", "project", "anticipate", "likely"}:
            return True
        if tree[i].lemma in {"expect", "forecast", "predict", "project"} and (
            tree.kids(i, "aux:pass") or tree.kids(i, "xcomp", "ccomp")
        ):
            return True
    return False


def _counterfact(tree: Tree, i: int) -> bool:
    """Whether "could have" or "would have" speaks of the past; or "could" of an ability then."""
    return "have" in _modal(tree, i)
