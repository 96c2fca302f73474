"""What has not happened yet: an actor's own plan, target or schedule, and somebody's forecast."""

from __future__ import annotations

from sayso.extract import lexicon as lex
from sayso.extract.clauses import Clause
from sayso.extract.modals import courteous, modals
from sayso.extract.polarity import denied_predicate
from sayso.extract.tree import Tree
from sayso.extract.unsure import first_of, supposed_to
from sayso.records import Status

_ANIMATE = frozenset({"PER", "ORG"})
_FORECAST = frozenset("expect forecast predict project anticipate estimate likely unlikely".split())
# Things that happen as somebody set them to: what will do so is a schedule, not a forecast.
_SCHEDULED = frozenset(
    "open close begin start end launch run arrive depart leave land sail return visit meet host attend sign feature include "
    "air premiere debut ship deliver receive hold release publish announce vote build replace move join retire resign "
    "expire enter roll pay sell buy cost offer introduce expand cut lay hire appoint elect own merge operate fly serve".split()
)
# What is done to a plan that puts it forward; "rejected the proposal" and "missed its target" tell what happened.
_PUTS_FORWARD = frozenset(
    "have be set announce make unveil outline present publish draw lay reveal raise lower cut reduce increase keep maintain reaffirm "
    "confirm include adopt submit develop disclose give state detail describe share tell know discuss pursue eye mean explain".split()
)
_RESOLVED = frozenset(
    "committed determined intent bent about poised ready".split()
)  # "is committed to building", "is about to close"
_COURSE = frozenset({"track", "course", "schedule"})  # "is on track to deliver"
_DATED = frozenset("date day deadline launch opening start end premiere release election trial hearing wedding".split())
_IN_FORCE = frozenset("available effective open present host due".split())


# ── planned ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def planned(tree: Tree, clause: Clause, governing: list[int], actor: str | None, ahead: bool, told: bool) -> bool:
    """Whether a clause is an actor's own intention, target or schedule.

    `governing` are its head and the predicates above it, `actor` the type of its subject's entity; `ahead` tells that the
    times in it lie after the article, `told` that somebody is reported as saying it, so that tenses may be shifted back.
    """
    for i in governing:
        if _intends(tree, i, clause.head) or (tree[i].upos == "NOUN" and tree[i].lemma in lex.PLAN_NOUNS):
            return True
        if _will(tree, i) and _own_doing(tree, i, actor, ahead):
            return True
        if _is_to(tree, i) or (ahead and i == clause.head and _present(tree, i, told)):
            return True
        plans = [k for k in tree.kids(i, "obj", "nsubj") if tree[k].lemma in lex.PLAN_NOUNS]
        plans = plans if tree[i].lemma in _PUTS_FORWARD or tree.kids(i, "cop") else []
        if any(tree[k].lemma == "no" for p in plans for k in tree.kids(p, "det")) or _not_now(tree, i):
            return False  # "has no plans" is asserted, and negative
        if plans and not (modals(tree, i) & {"could", "may", "might"}):
            return True
    above = tree[clause.head].head
    return tree.rel(clause.head) == "acl" and above >= 0 and tree[above].lemma in lex.PLAN_NOUNS


def _intends(tree: Tree, i: int, head: int) -> bool:
    """Whether a predicate is an actor's intention or a schedule: "plans to", "agreed to", "is set to", "is going to"."""
    lemma = tree[i].lemma
    complements = [k for k in tree.kids(i, "xcomp", "ccomp") if tree.rel(k) == "xcomp" or _infinitive(tree, k)]
    if _not_now(tree, i) or courteous(tree, i):
        return False
    if lemma in lex.INTEND - {"expect"} and (complements or (i == head and lemma in {"plan", "target", "propose"})):
        return not any(_known(tree, k) for k in complements)
    if lemma == "aim" and i == head and _for(tree, i):
        return True
    if supposed_to(tree, i) or (lemma == "prepare" and tree[i].xpos == "VBG" and _for(tree, i)):
        return True
    if tree.kids(i, "compound:prt"):
        return False  # "set up to", "set out to"
    if tree[i].text.lower() in _RESOLVED and tree.kids(i, "xcomp", "ccomp", "advcl", "obl"):
        return bool(tree.kids(i, "cop", "aux:pass")) or i != head
    if lemma in _COURSE and tree.kids(i, "cop") and tree.kids(i, "acl", "xcomp", "advcl"):
        return any(tree[k].lemma == "on" for k in tree.kids(i, "case"))
    if lemma in {"set", "due", "slate", "schedule", "poise"} and (
        tree.kids(i, "xcomp", "advcl") or tree.kids(i, "obl")
    ):
        return bool(tree.kids(i, "aux:pass", "cop")) or lemma in {"slate", "schedule"}
    return lemma == "go" and tree[i].xpos == "VBG" and bool(complements)


def _known(tree: Tree, k: int) -> bool:
    """Whether what is wanted is to know of something that is so: "wants to know what happened"."""
    return tree[k].lemma in {"know", "understand", "see"} and bool(tree.kids(k, "ccomp"))


def _infinitive(tree: Tree, k: int) -> bool:
    """Whether a complement is an infinitive: "agreed to sell", not "agreed that the pier was public"."""
    return any(tree[m].lemma in {"to", "for"} for m in tree.kids(k, "mark"))


def _for(tree: Tree, i: int) -> bool:
    """Whether what is prepared for or aimed at is named: "is preparing for its launch"."""
    return any(tree[c].lemma == "for" for k in tree.kids(i, "obl") for c in tree.kids(k, "case"))


def _will(tree: Tree, i: int) -> bool:
    words = modals(tree, i)
    future = bool(words & {"will", "would", "shall"}) and not words & {"could", "may", "might", "have"}
    return future and not courteous(tree, i)


def _own_doing(tree: Tree, i: int, actor: str | None, ahead: bool) -> bool:
    """Whether what will be is somebody's doing: an actor does it, it is done to something, or it is set for a time."""
    if tree[i].lemma == "go" and tree.kids(i, "xcomp"):
        return True
    if tree[i].lemma in _FORECAST or tree.kids(i, "cop"):
        return ahead and (tree[i].lemma in _IN_FORCE or _of_a_date(tree, i))
    return actor in _ANIMATE or bool(tree.kids(i, "aux:pass")) or tree[i].lemma in _SCHEDULED


def _of_a_date(tree: Tree, i: int) -> bool:
    """Whether the predicate says when something is set for: "the deadline is 3 June"."""
    return any(tree[k].lemma in _DATED for k in tree.kids(i, "nsubj"))


def _is_to(tree: Tree, i: int) -> bool:
    """Whether it is arranged: "is to be held", "the event, to be held in May"."""
    marks = [k for k in tree.kids(i, "mark") if tree[k].lemma == "to"]
    if not marks:
        return False
    be = any(tree[k].lemma == "be" and k < marks[0] for k in tree.kids(i, "aux", "aux:pass", "cop"))
    passive = tree.rel(i) == "acl" and bool(tree.kids(i, "aux:pass"))
    return (be and tree[i].upos == "VERB") or passive


def _present(tree: Tree, i: int, told: bool) -> bool:
    """Whether the predicate stands in the present, by itself or by its auxiliary, and is no forecast.

    What somebody said "was leaving" is leaving.
    """
    if tree[i].lemma in _FORECAST:
        return False
    if tree.kids(i, "cop"):
        return tree[i].lemma in _IN_FORCE or _of_a_date(tree, i)
    if tree.kids(i, "aux") or tree.kids(i, "aux:pass"):
        first = next(iter(tree.kids(i, "aux", "aux:pass")))
        now = tree[first].text.lower() in {"is", "are", "am", "'s", "’s", "'re", "’re"}
        shifted = told and tree[first].text.lower() in {"was", "were"} and tree[i].xpos == "VBG"
        return shifted or (now and tree[i].xpos in {"VBG", "VBN"})
    return tree[i].xpos in {"VBZ", "VBP"}


def _not_now(tree: Tree, i: int) -> bool:
    """Whether the predicate is negated in the present or past ("is not planning"), not in the future ("will not")."""
    return denied_predicate(tree, i) and not modals(tree, i) & {"will", "would", "shall"}


# ── predicted ────────────────────────────────────────────────────────────────────────────────────────────────────────
def predicted(tree: Tree, clause: Clause, governing: list[int], ahead: bool) -> bool:
    """Whether a clause is a forecast; the arguments are those of `planned`."""
    for i in governing:
        words = modals(tree, i)
        possible = words & {"may", "might"} or (
            "could" in words and not denied_predicate(tree, i)
        )  # "could not": was unable
        if (possible or words & {"will", "shall", "would"}) and "have" not in words and not courteous(tree, i):
            return True
        if "should" in words and ahead:
            return True
        if tree[i].lemma in _FORECAST and (i != clause.head or tree.kids(i, "aux:pass", "xcomp", "ccomp")):
            return True
    above = tree[clause.head].head
    seen = tree[clause.head].xpos == "VBG" and tree.rel(clause.head) in {"ccomp", "xcomp"}
    return ahead and seen and tree[above].lemma in {"see", "foresee"}


# ── by the reader's word ─────────────────────────────────────────────────────────────────────────────────────────────
def taken_for_future(tree: Tree, i: int) -> bool:
    """Whether the reader takes an infinitive for something to come, whatever word of no list stands above it.

    Of 66 predicates of EWT that its head takes so, and the rules for told as so, 17 % happened by UDS-IH2's judges; of the
    others 80 %. Commands and what one can or should do are left as they are.
    """
    first = first_of(tree, i)
    below = tree.rel(first) in {"xcomp", "acl", "advcl"}
    return "future" in tree[i].marks and tree[i].xpos == "VB" and below and not modals(tree, i)


def planned_or_predicted(tree: Tree, i: int, actor: str | None, ahead: bool) -> Status:
    """The status of what is to come: planned where it is somebody's doing."""
    return "planned" if _own_doing(tree, i, actor, ahead) else "predicted"
