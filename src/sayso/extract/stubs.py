"""Where a claim ends before what only leads to words that are left out."""

from __future__ import annotations

from sayso.extract.tree import Tree

_OF_A_NOUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV"})
_LAPSES = frozenset("minute hour day week month year decade".split())
_LONGEST_STUB = 5  # tokens: ", only two days"


def without_stub(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens without what at their end only leads to what is left out: "…, a day after it sank", "…, a claim that he denied"."""
    last = next((k for k in reversed(kept) if tree[k].upos != "PUNCT"), kept[-1])
    following = tree[last + 1].lemma if last + 1 < len(tree) else ""
    lapse = tree[last].lemma in _LAPSES and following in {"after", "before"}
    cut = [k for k in tree.kids(last, "acl") if k not in kept and tree.subtree(k)[0] == last + 1]
    comma = next((k for k in range(last - 1, max(kept[0], last - _LONGEST_STUB), -1) if tree[k].text == ","), None)
    if comma is None or not (lapse or cut) or any(tree[k].upos not in _OF_A_NOUN for k in range(comma + 1, last + 1)):
        return kept
    return [k for k in kept if k < comma] or kept
