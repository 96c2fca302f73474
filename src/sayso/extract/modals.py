"""Auxiliaries as a clause has them: what tells "will" from "would" and a forecast from a way of speaking."""

from __future__ import annotations

from sayso.extract.polarity import denied_predicate
from sayso.extract.tree import Tree

_WHOLE = {"’d": "would", "'d": "would", "’ll": "will", "'ll": "will", "wo": "will", "ca": "can", "'s": "", "’s": ""}


def modals(tree: Tree, i: int) -> set[str]:
    """The auxiliaries of a predicate as written, short forms in full: the lemma of "would" is "will"."""
    words = {tree[k].text.lower() for k in tree.kids(i, "aux")}
    had = {"'d", "’d"} if _over(tree, i, words) else set[str]()  # "he'd sold it", "he'd been ill"
    return {"had" if word in had else _WHOLE.get(word, word) for word in words}


def _over(tree: Tree, i: int, words: set[str]) -> bool:
    """Whether a predicate has a form that "had" takes and "would" does not."""
    been = any(tree[k].text.lower() == "been" for k in tree.kids(i, "aux", "aux:pass", "cop"))
    be = any(tree[k].text.lower() == "be" for k in tree.kids(i, "aux", "aux:pass", "cop"))
    return been or (tree[i].xpos in {"VBN", "VBD"} and not be and "have" not in words)


_OFTEN = frozenset("often usually sometimes regularly frequently always rarely occasionally".split())


def courteous(tree: Tree, i: int) -> bool:
    """Whether "would" is a way of speaking or a habit: "would like to thank", "would not say", "would often walk"."""
    return "would" in modals(tree, i) and (
        tree[i].lemma in {"like", "love"}
        or any(tree[k].lemma in _OFTEN for k in tree.kids(i, "advmod"))
        or (denied_predicate(tree, i) and tree[i].lemma in {"say", "comment", "discuss"})
    )
