"""What a passage leaves open: hearsay, unnamed sources, hedges, what is asked or not known."""

from __future__ import annotations

from sayso.extract import lexicon as lex
from sayso.extract.attribution import Saying
from sayso.extract.clauses import Clause
from sayso.extract.modals import modals
from sayso.extract.polarity import denied_predicate
from sayso.extract.sources import vouches
from sayso.extract.tree import Tree

_PERHAPS = frozenset("perhaps possibly maybe probably presumably conceivably".split())
_HELD = frozenset("say think believe understand rumour rumor report allege suspect fear claim suppose presume".split())
_CERTIFY = frozenset("confirm deny verify corroborate prove".split())  # negated, they leave open what they are about
_SEEM = frozenset({"appear", "seem"})
_PROOF = frozenset("evidence proof indication sign confirmation suggestion".split())
# Nouns that put what follows "that" forward as no more than heard or thought ("there is talk that").
_TALK = lex.RUMOUR_NOUNS | frozenset(
    "talk chatter chance possibility likelihood probability suspicion theory whisper".split()
)
_MAYBE = frozenset("possible probable likely conceivable plausible unconfirmed unclear uncertain doubtful".split())
# Verbs whose "if" asks a question; after any other word it is a condition.
_ASKING = frozenset(
    "ask wonder know see say tell doubt clarify determine decide check confirm question inquire enquire learn find remember care test "
    "examine investigate consider unsure".split()
)
_SURE = frozenset("clear sure certain".split())  # negated: "it is not clear if"
_QUESTIONS = frozenset("what who whom whose which when where why how".split())


def rumoured(tree: Tree, clause: Clause, governing: list[int], holding: list[Saying], forces: set[str]) -> bool:
    """Whether a passage puts a clause forward as unconfirmed; `governing` are its head and the predicates above it."""
    if clause.sort == "rumour" or forces & {"rumour", "doubt"}:
        return True
    if any(x.negated and x.force in {"deny", "say"} and _certifies(x, tree) for x in holding):
        return True
    own = [tree[i] for i in clause.own]
    if any(t.lemma in lex.HEARSAY and t.upos in {"ADV", "ADJ"} and t.lemma != "apparent" for t in own):
        return True
    if any(x.path and not vouches(x.path[-1]) and _unnamed_source(x.path[-1]) for x in holding if x.force == "say"):
        return True
    if _open(tree, first_of(tree, clause.head)) or _asked(tree, clause.head):
        return True
    return any(_unsure(tree, i) or _held(tree, i, clause.head) for i in governing)


def _certifies(saying: Saying, tree: Tree) -> bool:
    """Whether a negated cue leaves its content open: "could not confirm", "did not deny", "cannot rule out"."""
    return any(c < len(tree) and tree[c].lemma in _CERTIFY for c in saying.cue)


def _unnamed_source(name: str) -> bool:
    """Whether a nameless source makes hearsay: sources, people, rumours and reports do; experts and witnesses speak for themselves."""
    words = {w.lower().rstrip("s") for w in name.split()}
    return bool(words & {"source", "people", "person", "rumour", "rumor", "report", "insider", "speculation"})


def first_of(tree: Tree, i: int) -> int:
    """The first of the predicates that a predicate without a subject of its own is coordinated with."""
    while tree.rel(i) == "conj" and not tree.kids(i, "nsubj", "csubj", "expl"):
        i = tree[i].head
    return i


# ── what stands above the clause ─────────────────────────────────────────────────────────────────────────────────────
def _open(tree: Tree, i: int) -> bool:
    """Whether a clause is what is only rumoured, asked or unproved: "talk that", "unclear whether", "no evidence that"."""
    above, relation = tree[i].head, tree.rel(i)
    marks = {tree[k].text.lower() for k in tree.kids(i, "mark") if k < i}
    if above < 0:
        return _chances(tree, i)
    if relation not in {"acl", "ccomp", "csubj", "advcl"}:
        return False
    if relation in {"acl", "ccomp"} and _talked_of(tree, i, above):
        return True
    if tree[above].lemma in _PROOF and any(tree[k].lemma == "no" for k in tree.kids(above, "det")):
        return True
    if relation == "ccomp" and tree[above].lemma in _CERTIFY and denied_predicate(tree, above):
        return True
    if relation in {"ccomp", "csubj"} and "that" in marks and _thought(tree, i, above):
        return True
    asking = tree[above].lemma in _ASKING or (tree[above].lemma in _MAYBE | _SURE and relation in {"ccomp", "csubj"})
    return "whether" in marks or ("if" in marks and relation in {"ccomp", "csubj"} and asking)


def _talked_of(tree: Tree, i: int, above: int) -> bool:
    """Whether a clause is what a word for talk stands for: "rumours that", "there are reports that", "rumour has it that"."""
    word = tree[above]
    if word.lemma in _TALK and (
        word.lemma in lex.RUMOUR_NOUNS or any(tree[k].lemma == "that" for k in tree.kids(i, "mark"))
    ):
        return True
    if word.lemma == "report" and word.xpos == "NNS" and not tree.kids(above, "nmod:poss", "compound"):
        return tree[i].head == above and tree.rel(i) == "acl"
    return word.lemma == "have" and any(tree[k].lemma in {"rumour", "rumor", "word"} for k in tree.kids(above, "nsubj"))


def _thought(tree: Tree, i: int, above: int) -> bool:
    """Whether nobody vouches for what "it" announces: "it is thought that", "it is possible that", "it appears that"."""
    expletive = any(tree[k].text.lower() == "it" for k in tree.kids(above, "expl", "nsubj"))
    nobody = bool(tree.kids(above, "aux:pass")) and not tree.kids(above, "obl")
    if tree[above].lemma in _HELD and nobody:
        return True
    certain = denied_predicate(tree, above) or modals(tree, i) & {"will", "would", "could", "may", "might", "shall"}
    return (
        expletive
        and not certain
        and (tree[above].lemma in _SEEM or (tree[above].lemma in _MAYBE and bool(tree.kids(above, "cop"))))
    )


def _chances(tree: Tree, i: int) -> bool:
    """Whether a sentence is headed by "Chances are (that) …"."""
    return any(tree[k].lemma == "chance" for k in tree.kids(i, "nsubj") if tree[k].deprel == "nsubj:outer")


def _asked(tree: Tree, i: int) -> bool:
    """Whether a clause is asked and not told: "Will Roe resign?"; "Why did Roe resign?" takes for granted that she did."""
    while tree.rel(i) in {"conj", "parataxis"}:
        i = tree[i].head
    if tree[i].head >= 0 or not any(t.text == "?" for t in tree.tokens[-2:]):
        return False
    subjects = tree.kids(i, "nsubj", "csubj", "expl")
    verbs = [k for k in tree.kids(i, "aux", "aux:pass", "cop") if subjects and k < subjects[0]]
    return bool(verbs) and not any(t.lemma in _QUESTIONS for t in tree.tokens[: verbs[0]])


# ── what stands in the clause ────────────────────────────────────────────────────────────────────────────────────────
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
    return nobody and tree[i].lemma in _HELD and (i != head or bool(tree.kids(i, "xcomp"))) and not supposed_to(tree, i)


def supposed_to(tree: Tree, i: int) -> bool:
    """Whether something is due and not only thought to be so: "was supposed to sail", not "is supposed to be rich"."""
    below = tree.kids(i, "xcomp")
    return (
        tree[i].lemma == "suppose"
        and bool(below)
        and not any(tree.kids(k, "cop") or "have" in modals(tree, k) for k in below)
    )
