"""How a sentence presents one of its predicates: negated or not, done, planned, possible, told as hearsay.

Read off the grammar along the way from the predicate up to the top of the sentence (the ideas of FactBank, Saurí and
Pustejovsky 2009): each negation and each word that takes back what it governs ("failed to", "denied that") turns it round.
"""

from __future__ import annotations

from typing import Literal

from sayso.compare.passage import Passage

Mode = Literal["done", "ahead", "possible", "duty", "hearsay", "conditional"]

NEGATORS = frozenset(
    "not never no neither nor none nobody nothing nowhere n't hardly barely scarcely seldom rarely".split()
)
_TAKES_BACK = frozenset(
    (
        "deny refute reject dismiss dispute debunk disprove rebut fail refuse decline avoid prevent stop forget neglect refrain cease doubt "
        "abandon cancel scrap rule disavow contradict block forbid lack unable powerless miss"
    ).split()
)
UNTRUE = frozenset(
    (
        "false untrue fake hoax myth lie fabricated fabrication baseless unfounded groundless bogus fictitious incorrect inaccurate "
        "wrong satire prank nonsense fiction impossible debunk fabricate unlikely misleading"
    ).split()
)
SAYING = frozenset("say tell announce report add note state claim write accord according".split())
TRUE = frozenset("true case real correct accurate so".split())
_CONTENT = frozenset(
    {
        "ccomp",
        "xcomp",
        "csubj",
        "obj",
        "nsubj",
        "acl",
        "nmod",
        "appos",
        "compound",
        "amod",
        "conj",
        "obl",
        "nummod",
        "parataxis",
    }
)
_THAT_NOUNS = frozenset(
    "report claim story rumour rumor allegation suggestion idea news notion assertion belief speculation statement theory fact accusation".split()
)
_AHEAD_MODALS = frozenset({"will", "shall"})
_POSSIBLE_MODALS, _DUTY = frozenset({"may", "might", "could", "would", "can"}), frozenset({"must", "should", "ought"})
_AHEAD = frozenset(
    (
        "plan aim intend hope want expect seek wish prepare vow pledge promise propose schedule set due slate poise threaten plot "
        "predict forecast project anticipate decide agree consider mull eye target scheduled likely going"
    ).split()
)
_AHEAD_NOUNS = frozenset(
    "plan target goal aim intention ambition proposal promise vow pledge hope forecast prediction".split()
)
_HEARSAY = frozenset(
    (
        "reportedly allegedly purportedly supposedly rumoured rumored apparently ostensibly alleged purported rumour rumor "
        "speculation allegation possibly perhaps maybe probably"
    ).split()
)  # fmt: skip


def negations(passage: Passage, i: int) -> int:
    """How often what a word says is turned round, by negations and by what governs it."""
    count, at = _own(passage, i), i
    for above in passage.above(i)[1:]:
        relation = passage.rel(at)
        if relation not in _CONTENT or _stands_alone(passage, at) or _relative(passage, at, above):
            break
        count += _governed(passage, at, above)
        at = above
    return count


def turns(passage: Passage) -> int:
    """How many words of a passage turn something round."""
    following = [*(w.lemma for w in passage.words[1:]), ""]
    return sum(
        w.lemma in NEGATORS | _TAKES_BACK | UNTRUE or (w.lemma == "yet" and after == "to")
        for w, after in zip(passage.words, following, strict=True)
    )


def barred(passage: Passage, i: int) -> int:
    """Whether there is none of what a noun names: "no workers", "none of them"."""
    head = passage.words[i].head
    none = head >= 0 and passage.rel(i) == "nmod" and passage.words[head].lemma in {"none", "neither"}
    return none or any(
        passage.words[k].lemma in {"no", "neither"} and passage.rel(k) in {"det", "cc"} for k in passage.kids[i]
    )


def _own(passage: Passage, i: int) -> int:
    """Negations of the word itself, of its determiner, and of its subject and object ("no workers", "none of them")."""
    found = sum(_negates(passage, k) for k in passage.kids[i])
    for k in passage.below(i, "nsubj", "obj", "obl"):
        found += passage.words[k].lemma in NEGATORS or any(
            passage.words[m].lemma in {"no", "neither"} and passage.rel(m) in {"det", "cc"} for m in passage.kids[k]
        )
    return found + barred(passage, i)


def _negates(passage: Passage, k: int) -> bool:
    word = passage.words[k]
    if word.lemma not in NEGATORS or passage.rel(k) not in {
        "advmod",
        "det",
        "cc",
        "aux",
        "discourse",
        "dep",
        "neg",
        "case",
    }:
        return False
    following = passage.words[k + 1].lemma if k + 1 < len(passage.words) else ""
    if passage.rel(k) == "discourse" and following == ",":
        return False  # "No, it did not" is one negation
    return following not in {"only", "just", "merely", "few", "fewer", "less", "later", "more", "sooner", "doubt"} or (
        word.lemma == "no" and following == "longer"
    )


def _stands_alone(passage: Passage, i: int) -> bool:
    """Whether a coordinate or loosely joined clause has a subject of its own, so that no negation above reaches it."""
    return passage.rel(i) in {"conj", "parataxis"} and bool(
        passage.below(i, "nsubj", "aux") or passage.rel(i) == "parataxis"
    )


def _relative(passage: Passage, at: int, above: int) -> bool:
    """Whether a clause tells more of a noun, not what the noun is about ("the report that …")."""
    return passage.words[at].deprel == "acl:relcl" and passage.words[above].lemma not in _THAT_NOUNS


def _governed(passage: Passage, at: int, above: int) -> int:
    """How often a governing word turns round what depends on it."""
    word, relation = passage.words[above], passage.rel(at)
    count = _plain(passage, above) if relation in {"ccomp", "xcomp", "csubj", "acl", "nsubj", "obj"} else 0
    if relation in {"ccomp", "xcomp", "obj", "acl", "nmod", "compound", "obl", "nsubj"} and word.lemma in _TAKES_BACK:
        passive = any(passage.words[k].deprel.endswith(":pass") for k in passage.kids[above])
        count += relation != "nsubj" or passive
    if (
        word.lemma in {"have", "be"}
        and relation == "xcomp"
        and any(passage.words[k].lemma == "yet" for k in passage.kids[above])
    ):
        count += 1  # "has yet to open"
    if word.lemma in UNTRUE and relation in {"nsubj", "csubj", "acl", "ccomp", "amod", "compound", "nmod"}:
        count += 1
    return count


def _plain(passage: Passage, i: int) -> int:
    """Negations of a governing word itself: "is not true that", "did not say that"."""
    return sum(_negates(passage, k) for k in passage.kids[i])


def mode(passage: Passage, i: int) -> Mode:
    """Whether what a predicate says is told as done, as ahead, as possible, as hearsay, as a condition, or asked."""
    at = i
    for step in passage.above(i):
        if step != i:
            if passage.rel(at) not in {"xcomp", "ccomp", "acl", "nsubj", "obj", "csubj", "conj"} or _stands_alone(
                passage, at
            ):
                break
            lemma = passage.words[step].lemma
            if lemma in _AHEAD and passage.rel(at) in {"xcomp", "ccomp", "acl"}:
                return "ahead"
            if lemma in _AHEAD_NOUNS and passage.rel(at) == "acl":
                return "ahead"
            if lemma in _HEARSAY:
                return "hearsay"
            if lemma in {"seem", "appear"} and passage.rel(at) in {"xcomp", "ccomp"}:
                return "possible"
        found = _by_kids(passage, step)
        if found is not None:
            return found
        at = step
    return "done"


def _by_kids(passage: Passage, i: int) -> Mode | None:
    kids = [(passage.words[k], passage.rel(k)) for k in passage.kids[i]]
    auxiliaries = {w.lemma for w, rel in kids if rel == "aux"}
    if any(w.lemma in {"if", "unless", "whether"} and rel in {"mark", "advmod"} for w, rel in kids):
        return "conditional"
    if any(w.lemma in _HEARSAY and rel in {"advmod", "amod", "discourse"} for w, rel in kids):
        return "hearsay"
    if auxiliaries & _AHEAD_MODALS:
        return "ahead"
    if auxiliaries & _DUTY:
        return "duty"
    if auxiliaries & _POSSIBLE_MODALS:
        return "possible"
    return None
