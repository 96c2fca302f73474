"""How a passage presents a clause: one of design's six statuses.

The first that fits of denied, conditional, rumoured, planned, predicted, asserted; cues are read from the clause's own
auxiliaries, adverbs and complements, from the clauses above it, and from the sayings that hold it (the ideas of FactBank,
Saurí and Pustejovsky 2009, reduced to what a reader of news needs). A plain negation is asserted, with negative polarity;
denied is what somebody put forward and somebody rejects.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract import lexicon as lex
from sayso.extract.attribution import Saying
from sayso.extract.clauses import Clause
from sayso.extract.polarity import denied_predicate, not_so
from sayso.extract.sources import vouches
from sayso.extract.tree import Tree
from sayso.records import Status

_ANIMATE = frozenset({"PER", "ORG"})
_MODALS = {"’d": "would", "'d": "would", "’ll": "will", "'ll": "will", "wo": "will", "ca": "can", "'s": "", "’s": ""}
_FALSELY = frozenset("falsely wrongly mistakenly erroneously incorrectly untruthfully".split())
_FAKE = frozenset("fake false hoax bogus fabricated debunked untrue fictitious satirical discredited baseless".split())
_PERHAPS = frozenset("perhaps possibly maybe probably presumably conceivably".split())
_HELD = frozenset("say think believe understand rumour rumor report allege suspect fear claim suppose presume".split())
_FORECAST = frozenset("expect forecast predict project anticipate estimate likely unlikely".split())
_CERTIFY = frozenset("confirm deny verify corroborate prove".split())  # negated, they leave open what they are about
_SEEM = frozenset({"appear", "seem"})
_PROOF = frozenset("evidence proof indication sign confirmation suggestion".split())
# Things that happen as somebody set them to: what will do so is a schedule, not a forecast.
_SCHEDULED = frozenset(
    "open close begin start end launch run arrive depart leave land sail return visit meet host attend sign feature include "
    "air premiere debut ship deliver receive hold release publish announce vote build replace move join retire resign "
    "expire enter roll pay sell buy cost offer introduce expand cut lay hire appoint elect own merge operate fly serve".split()
)
# What is done to a plan that puts it forward; "rejected the proposal" and "missed its target" tell what happened.
_PUTS_FORWARD = frozenset(
    "have be set announce make unveil outline present publish draw lay reveal raise lower cut reduce increase keep maintain reaffirm "
    "confirm include adopt submit develop disclose give state detail describe share tell know discuss pursue eye mean".split()
)
_RESOLVED = frozenset("committed determined intent bent".split())  # "is committed to building"
_HYPOTHETICAL = frozenset({"such", "any"})  # "such a move would …"


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
    if _rumoured(tree, clause, governing, holding, forces):
        return "rumoured"
    if "plan" in forces or _planned(tree, clause, governing, actor, ahead):
        return "planned"
    if "predict" in forces or _predicted(tree, clause, governing, ahead):
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


def modals(tree: Tree, i: int) -> set[str]:
    """The auxiliaries of a predicate as written, short forms in full: the lemma of "would" is "will"."""
    words = (tree[k].text.lower() for k in tree.kids(i, "aux"))
    return {_MODALS.get(word, word) for word in words}


# ── denied ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _denied(tree: Tree, clause: Clause, holding: list[Saying]) -> bool:
    nearest = next((x for x in reversed(holding) if not x.nested), None)
    if nearest is not None and nearest.force == "deny" and not nearest.negated:
        return True
    return not_so(tree, clause.head) or _named_false(tree, clause.head)


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


def fake(tree: Tree, i: int) -> bool:
    """Whether a noun is called fake where it stands: "a fake report", "the hoax story"."""
    return tree[i].lemma == "hoax" or any(tree[k].text.lower() in _FAKE for k in tree.kids(i, "amod", "compound"))


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
        if _if_clause(tree, i) or any(_if_clause(tree, k) for k in tree.kids(i, "advcl")):
            return True
        if _as_long_as(tree, i):
            return True
        words = modals(tree, i)
        if "would" in words and ("have" in words or _supposed(tree, i)):
            return True
        if words & {"would", "could", "might"} and any(_without(tree, k) for k in tree.kids(i, "obl", "advcl")):
            return True
    return False


def _if_clause(tree: Tree, i: int) -> bool:
    """Whether a clause is a condition: "if sales fall", "should sales fall", "provided that"; not "if compared", "asked if"."""
    if tree.rel(i) not in {"advcl", "root", "parataxis"}:
        return False
    marks = {tree[k].text.lower() for k in tree.kids(i, "mark", "advmod", "case") if k < i}
    finite = (
        bool(tree.kids(i, "nsubj", "csubj", "expl")) or tree[i].lemma == "necessary" or tree[i].xpos in {"VBZ", "VBP"}
    )
    if marks & {"if", "unless", "provided", "providing", "assuming", "lest"}:
        return (finite or tree[i].xpos in {"VBN", "JJ"}) and tree[i].lemma not in {"compare", "any", "possible"}
    first = tree.subtree(i)[0]  # "Should sales fall, …", "Were it to fall, …", "Had it fallen, …"
    inverted = tree[first].text.lower() in {"should", "were", "had"} and tree[first].upos in {"AUX", "VERB"}
    return inverted and tree.rel(i) == "advcl" and bool(tree.kids(i, "nsubj"))


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


def _without(tree: Tree, k: int) -> bool:
    return any(tree[m].lemma in {"without", "absent"} for m in tree.kids(k, "case", "mark"))


# ── rumoured ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _rumoured(tree: Tree, clause: Clause, governing: list[int], holding: list[Saying], forces: set[str]) -> bool:
    if clause.sort == "rumour" or forces & {"rumour", "doubt"}:
        return True
    if any(x.negated and x.force in {"deny", "say"} and _certifies(x, tree) for x in holding):
        return True
    own = [tree[i] for i in clause.own]
    if any(t.lemma in lex.HEARSAY and t.upos in {"ADV", "ADJ"} and t.lemma != "apparent" for t in own):
        return True
    if any(x.path and not vouches(x.path[-1]) and _unnamed_source(x.path[-1]) for x in holding if x.force == "say"):
        return True
    return _open(tree, clause.head) or any(_unsure(tree, i) or _held(tree, i, clause.head) for i in governing)


def _certifies(saying: Saying, tree: Tree) -> bool:
    """Whether a negated cue leaves its content open: "could not confirm", "did not deny", "cannot rule out"."""
    return any(c < len(tree) and tree[c].lemma in _CERTIFY for c in saying.cue)


def _unnamed_source(name: str) -> bool:
    """Whether a nameless source makes hearsay: sources, people, rumours and reports do; experts and witnesses speak for themselves."""
    words = {w.lower().rstrip("s") for w in name.split()}
    return bool(words & {"source", "people", "person", "rumour", "rumor", "report", "insider", "speculation"})


def _open(tree: Tree, i: int) -> bool:
    """Whether a clause is what is only rumoured, asked or unproved: "talk that", "unclear whether", "no evidence that"."""
    above = tree[i].head
    if above < 0 or tree.rel(i) not in {"acl", "ccomp", "csubj", "advcl"}:
        return False
    if tree.rel(i) != "csubj" and tree.rel(i) != "advcl" and tree[above].lemma in lex.RUMOUR_NOUNS:
        return True
    if tree[above].lemma in _PROOF and any(tree[k].lemma == "no" for k in tree.kids(above, "det")):
        return True
    if tree.rel(i) == "ccomp" and tree[above].lemma in _CERTIFY and denied_predicate(tree, above):
        return True
    if (
        tree.rel(i) == "ccomp"
        and tree[above].lemma in _HELD
        and tree.kids(above, "aux:pass")
        and not tree.kids(above, "obl")
    ):
        return True
    marks = {tree[k].text.lower() for k in tree.kids(i, "mark") if k < i}
    return "whether" in marks or ("if" in marks and tree.rel(i) == "ccomp")


def _unsure(tree: Tree, i: int) -> bool:
    """Whether a predicate about what is or was is hedged: "may have sold", "could be a fault", "perhaps sold", "appears to"."""
    words = modals(tree, i)
    if words & {"may", "might", "could", "must"} and "have" in words and not denied_predicate(tree, i):
        return True
    # "could be delayed" is to come, "could be a fault" and "may be leaking" are now
    if words & {"may", "might", "could"} and (tree.kids(i, "cop") or (tree[i].xpos == "VBG" and "be" in words)):
        return True
    if any(tree[k].text.lower() in _PERHAPS for k in tree.kids(i, "advmod")) and not words & {
        "will",
        "would",
        "may",
        "might",
    }:
        return True
    return tree[i].lemma in _SEEM and bool(tree.kids(i, "xcomp")) and not denied_predicate(tree, i)


def _held(tree: Tree, i: int, head: int) -> bool:
    """Whether nobody in particular is said to hold it: "is believed to", "it is thought that", "was said to have"."""
    nobody = bool(tree.kids(i, "aux:pass")) and not tree.kids(i, "obl:agent")
    return nobody and tree[i].lemma in _HELD and (i != head or bool(tree.kids(i, "xcomp")))


# ── planned, predicted ───────────────────────────────────────────────────────────────────────────────────────────────
def _planned(tree: Tree, clause: Clause, governing: list[int], actor: str | None, ahead: bool) -> bool:
    for i in governing:
        if _intends(tree, i, clause.head) or (tree[i].upos == "NOUN" and tree[i].lemma in lex.PLAN_NOUNS):
            return True
        if _will(tree, i) and _own_doing(tree, i, actor, ahead):
            return True
        if _is_to(tree, i) or (ahead and _present(tree, i)):
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
    lemma, complements = tree[i].lemma, tree.kids(i, "xcomp", "ccomp")
    if _not_now(tree, i):
        return False
    if _courteous(tree, i):
        return False
    if lemma in lex.INTEND - {"expect"} and (complements or i != head or lemma in {"plan", "target", "propose"}):
        return True
    if tree.kids(i, "compound:prt"):
        return False  # "set up to", "set out to"
    if tree[i].text.lower() in _RESOLVED and tree.kids(i, "xcomp", "ccomp", "advcl", "obl"):
        return True
    if lemma in {"set", "due", "slate", "schedule", "poise"} and (
        tree.kids(i, "xcomp", "advcl") or tree.kids(i, "obl")
    ):
        return bool(tree.kids(i, "aux:pass", "cop")) or lemma in {"slate", "schedule"}
    return lemma == "go" and tree[i].xpos == "VBG" and bool(complements)


def _will(tree: Tree, i: int) -> bool:
    words = modals(tree, i)
    future = bool(words & {"will", "would", "shall"}) and not words & {"could", "may", "might", "have"}
    return future and not _courteous(tree, i)


def _own_doing(tree: Tree, i: int, actor: str | None, ahead: bool) -> bool:
    """Whether what will be is somebody's doing: an actor does it, it is done to something, or it is set for a time."""
    if tree[i].lemma == "go" and tree.kids(i, "xcomp"):
        return True
    if tree[i].lemma in _FORECAST or tree.kids(i, "cop"):
        return ahead and tree[i].lemma in {"available", "effective", "open", "present", "host"}
    return actor in _ANIMATE or bool(tree.kids(i, "aux:pass")) or tree[i].lemma in _SCHEDULED


def _is_to(tree: Tree, i: int) -> bool:
    """Whether it is arranged: "is to be held", "the event, to be held in May"."""
    marks = [k for k in tree.kids(i, "mark") if tree[k].lemma == "to"]
    if not marks:
        return False
    be = any(tree[k].lemma == "be" and k < marks[0] for k in tree.kids(i, "aux", "aux:pass", "cop"))
    passive = tree.rel(i) == "acl" and bool(tree.kids(i, "aux:pass"))
    return (be and tree[i].upos == "VERB") or passive


def _present(tree: Tree, i: int) -> bool:
    """Whether the predicate stands in the present tense, by itself or by its auxiliary, and is no forecast."""
    if tree[i].lemma in _FORECAST:
        return False
    if tree.kids(i, "aux") or tree.kids(i, "aux:pass"):
        finite = [tree[k] for k in tree.kids(i, "aux", "aux:pass")]
        return finite[0].text.lower() in {"is", "are", "am", "'s", "’s", "'re", "’re"} and tree[i].xpos in {
            "VBG",
            "VBN",
        }
    return tree[i].xpos in {"VBZ", "VBP"}


def _not_now(tree: Tree, i: int) -> bool:
    """Whether the predicate is negated in the present or past ("is not planning"), not in the future ("will not")."""
    return denied_predicate(tree, i) and not modals(tree, i) & {"will", "would", "shall"}


def _predicted(tree: Tree, clause: Clause, governing: list[int], ahead: bool) -> bool:
    for i in governing:
        words = modals(tree, i)
        possible = words & {"may", "might"} or (
            "could" in words and not denied_predicate(tree, i)
        )  # "could not": was unable
        if (possible or words & {"will", "shall", "would"}) and "have" not in words and not _courteous(tree, i):
            return True
        if "should" in words and ahead:
            return True
        if tree[i].lemma in _FORECAST and (i != clause.head or tree.kids(i, "aux:pass", "xcomp", "ccomp")):
            return True
    return False


def _courteous(tree: Tree, i: int) -> bool:
    """Whether "would" is a way of speaking: "would like to thank", "would not comment", "would not say"."""
    return "would" in modals(tree, i) and (
        tree[i].lemma in {"like", "love"}
        or (denied_predicate(tree, i) and tree[i].lemma in {"say", "comment", "discuss"})
    )
