"""Who is cited, as words of the text: which noun phrase a cue has as its source, and how far it runs.

PolNeAR's conventions (Newell et al. 2018): appositions and relative clauses belong to the source, a relative pronoun is one by
itself. Where the parse tears a noun phrase apart, what stands unbroken between it and the cue is put back.
"""

from __future__ import annotations

from sayso.extract import frames as fr
from sayso.extract.complements import CALENDAR, DAYS
from sayso.extract.lexicon import ROLES
from sayso.extract.tree import Tree

_TIMES = frozenset("in at on during after before since until by amid throughout within last this next".split())
CONNECTIVES = frozenset("though however meanwhile instead therefore thus moreover furthermore too as so but".split())
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_MOST_STEPS = 5  # verbs above that lend a coordinate or participial cue their subject
# Adverbs that belong to a source ("nearly half", "even some").
_DEGREES = frozenset("about nearly almost more less roughly only just even most over at".split())


def passive_at(tree: Tree, i: int) -> bool:
    """Whether the verb is a passive, a bare participle after a noun included."""
    if tree.kids(i, "aux:pass") or tree.kids(i, "nsubj:pass"):
        return True
    bare = tree.rel(i) in {"acl", "advcl", "amod"} and not tree.kids(i, "nsubj", "aux")
    return bare and (tree[i].xpos == "VBN" or (tree[i].xpos == "VBD" and tree[i].lemma == "ask"))


def source_of(tree: Tree, i: int, passive: bool) -> int | None:
    """The head of who speaks: the agent of a passive, else the subject, if need be that of the verb above; None where none is."""
    if passive:
        agents = [k for k in tree.kids(i, "obl") if any(tree[c].lemma == "by" for c in tree.kids(k, "case"))]
        return agents[0] if agents else None
    at = i
    for _ in range(_MOST_STEPS):
        subject = min(tree.kids(at, "nsubj"), key=lambda k: abs(k - at), default=None)
        if subject is not None:
            return None if tree[subject].lemma in fr.EMPTY and _expletive(tree, at, subject) else subject
        if tree.kids(at, "nsubj:pass", "expl"):
            return tree.kid(at, "nsubj:pass") if at != i else None
        if tree.rel(at) == "acl" and tree[at].deprel != "acl:relcl" and tree[at].head >= 0:
            return tree[at].head
        if tree.rel(at) not in {"conj", "xcomp", "advcl", "parataxis", "ccomp"} or tree[at].head < 0:
            return None
        if tree.rel(at) == "xcomp" and (person := tree.kid(tree[at].head, "obj", "iobj")) is not None and person < at:
            return person
        if tree.rel(at) == "ccomp" and at == i and tree[at].xpos != "VBG":
            return None
        at = tree[at].head
    return None


def beside(tree: Tree, i: int, first: int, last: int) -> int | None:
    """The noun phrase that stands right before a finite cue, or behind it after a quotation, where the parse has no subject."""
    if tree[i].xpos not in {"VBD", "VBZ", "VBP"} or tree.kids(i, "nsubj:pass", "expl"):
        return None
    if first > 0 and tree[first - 1].upos in {"NOUN", "PROPN", "PRON", "NUM"}:
        at = first - 1
        while 0 <= tree[at].head < first and tree.rel(at) in {
            "nmod",
            "flat",
            "compound",
            "nummod",
            "appos",
            "acl",
            "case",
            "amod",
        }:
            at = tree[at].head
        return at if tree[at].upos in {"NOUN", "PROPN", "PRON", "NUM"} else None
    if first > 0 and tree[first - 1].text in {"”", '"', "''", ","} and last + 1 < len(tree):
        return phrase_head(tree, last + 1)
    return None


def behind(tree: Tree, i: int, first: int, last: int) -> int | None:
    """The head of the noun phrase that closes a sentence behind its cue, wherever the parse hung it: "…, said a spokeswoman, Roe"."""
    if tree[i].xpos not in {"VBD", "VBZ"} or first < _LEAST_SAID or last + 1 >= len(tree) or first != i or last != i:
        return None
    if tree[first - 1].text not in _ENDS_SAID or tree.kids(i, "nsubj", "nsubj:pass", "expl", "aux"):
        return None
    opening = tree[last + 1]
    if opening.upos not in _NOMINAL or opening.lemma in CALENDAR or opening.lemma in _RELATIVES:
        return None
    relative = next((k for k in range(last + 1, len(tree)) if tree[k].lemma in _RELATIVES), len(tree))
    later = tree.tokens[last + 1 : relative]
    if any(t.upos in {"VERB", "AUX"} and t.xpos in {"VBD", "VBZ", "VBP", "MD"} for t in later):
        return None  # a clause of its own
    for k in range(last + 1, min(relative, len(tree) - 1)):  # "Norvik (NV) spokesman Carl Lind"
        if tree[k].lemma in ROLES and tree[k + 1].upos == "PROPN":
            return k
        if tree[k].text == ",":
            break
    return phrase_head(tree, last + 1)


_ENDS_SAID = frozenset({",", "”", '"', "''", "’"})


def closing_source(tree: Tree, first: int, last: int) -> list[int] | None:
    """The noun phrase between what is said and a cue at the end of a sentence, by the surface.

    “…,” Acme's chief, Roe, said in May: None where the cue does not close the sentence, or no such phrase stands before it.
    """
    rest = tree.tokens[last + 1 : last + 2 + _CLOSING]
    behind = [t for t in rest if t.text not in {"”", '"', "''", "’"}]
    adjunct = not behind or behind[0].text in {".", "!", "?", ","} or behind[0].upos in _ADJUNCTS
    if not adjunct or last + 1 + len(rest) < len(tree) or first < _LEAST_SAID:
        return None
    if any(t.upos in {"VERB", "AUX"} or t.text in {"“", '"', "''"} for t in rest):
        return None
    near = range(max(1, first - _CLOSING - 2), first)
    marks = [k for k in near if tree[k].text in {"”", '"', "''"}]
    quoted = bool(marks) and tree[marks[-1] - 1].text in {",", "?", "!", "."} and first - marks[-1] <= _CLOSING
    commas = [k for k in near if k < first - 1 and tree[k].text == ","]
    start = marks[-1] + 1 if quoted else commas[-1] + 1 if commas else first
    inside = [k for k in range(start, first) if not (k == first - 1 and tree[k].text == ",")]
    if not inside or len(inside) > _CLOSING or tree[inside[0]].upos not in _NOMINAL - {"NUM"}:
        return None
    if tree[inside[0]].lemma in _RELATIVES or tree[inside[-1]].lemma in _RELATIVES or tree[inside[-1]].upos == "ADV":
        return None
    verbs = [k for k in inside if tree[k].upos in {"VERB", "AUX"} and tree[k].xpos in {"VBD", "VBZ", "VBP", "MD"}]
    opened = next((k for k in inside if tree[k].lemma in _RELATIVES), len(tree))
    if any(k < opened for k in verbs) or not any(
        t.upos in {"VERB", "AUX"} for t in tree.tokens[max(0, start - 3 * _CLOSING) : start]
    ):
        return None
    return inside


_CLOSING = 16  # tokens of such a phrase, titles and a relative clause included, and of what may stand behind the cue
_LEAST_SAID = 3  # tokens before it
_ADJUNCTS = frozenset({"ADP", "ADV", "DET", "PROPN", "NOUN"})  # "said in a statement", "said Monday"


def _expletive(tree: Tree, i: int, subject: int) -> bool:
    return tree.rel(subject) == "expl" or (tree[subject].lemma == "there")


def source_tokens(tree: Tree, head: int, cue: int) -> list[int]:
    """The source's tokens: the noun phrase with its appositions and relative clauses, the cue's own clause left out."""
    if tree[head].lemma in _RELATIVES and tree[head].upos in {"PRON", "DET", "SCONJ"}:
        return [head]
    leave = {
        cue,
        *(
            k
            for k in tree.kids(head)
            if tree.rel(k) in {"case", "cc", "parataxis", "punct", "mark", "cop", "nsubj", "aux", "advmod"}
            and _outer(tree, head, k)
        ),
    }
    kept = tree.subtree(head, frozenset(leave))
    side = [k for k in kept if (k < cue) == (head < cue)]
    return _trimmed(tree, _named(tree, _undated(tree, head, _around(tree, side, head)), cue))


def _undated(tree: Tree, head: int, tokens: list[int]) -> list[int]:
    """The source without a closing "on Monday" that the parse hung on it."""
    for k in reversed(tokens):
        if k > head and tree[k].lemma in DAYS and tree[k].head in tokens:
            first = tree.subtree(k)[0]
            if head < first and tree.subtree(k)[-1] == tokens[-1]:
                return [t for t in tokens if t < first]
    return tokens


def _named(tree: Tree, tokens: list[int], cue: int) -> list[int]:
    """The source with what the parse tore off it: titles before a name, and what stands between it and the cue."""
    if not tokens:
        return tokens
    if tree[tokens[0]].upos == "PROPN" and tokens[0] > 0 and tree[tokens[0] - 1].lemma in ROLES:
        first = tokens[0]
        while first > 0 and tree[first - 1].upos in {"NOUN", "ADJ", "PROPN", "PART"}:
            first -= 1
        tokens = [*range(first, tokens[0]), *tokens]
    if tokens[0] > cue:
        return _run_on(tree, tokens)
    tokens = [*_before(tree, tokens[0]), *tokens]
    gap = list(range(tokens[-1] + 1, cue))
    while gap and (tree[gap[-1]].upos in {"AUX", "ADV", "PART"} and tree[gap[-1]].text not in {"’s", "'s"}):
        gap.pop()
    return [*tokens, *gap] if gap and _belongs(tree, gap, cue) else tokens


_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})


def _before(tree: Tree, first: int) -> list[int]:
    """What stands between the beginning of a sentence or quotation's end and a source, where it can only be part of it."""
    start = first
    while start > 0 and tree[start - 1].upos not in {"PUNCT", "VERB", "AUX", "SCONJ", "ADV", "INTJ"}:
        start -= 1
    while start < first and tree[start].upos in {"CCONJ", "PART"}:
        start += 1
    opens = start == 0 or tree[start - 1].text in {"”", '"', "''"} or tree[start - 1].upos == "CCONJ"
    if start == first or not opens or tree[start].upos not in _NOMINAL:
        return []
    if any(
        tree[k].lemma in CALENDAR or tree[k].lemma in _RELATIVES or tree.rel(k) in {"obj", "iobj"}
        for k in range(start, first)
    ):
        return []
    return list(range(start, first))


def _belongs(tree: Tree, gap: list[int], cue: int) -> bool:
    """Whether the words between a source and its cue go with the source: no verb, time or mark of another clause among them."""
    words = [tree[k] for k in gap if tree[k].upos != "PUNCT"]
    if not words or len(gap) > _GAP or words[0].lemma in _TIMES | CONNECTIVES:
        return False
    if any(t.upos in {"VERB", "AUX", "SCONJ"} and t.xpos not in {"VBN", "VBG"} for t in words) or any(
        t.lemma in CALENDAR for t in words
    ):
        return False
    if any(tree[k].text in {":", ";", "“", "”", '"', "''"} for k in gap) or words[0].upos in {
        "ADV",
        "ADP",
        "CCONJ",
        "PRON",
    }:
        return words[0].lemma in {"of", "and"} and words[-1].upos in {"NOUN", "PROPN"}
    commas = [k for k in gap if tree[k].text == ","]
    return not commas or (gap[0] in commas and (gap[-1] in commas or len(commas) > 1))


_GAP = 14  # tokens; longer stretches between a source and its cue mostly hold a clause of their own


def _run_on(tree: Tree, tokens: list[int]) -> list[int]:
    """A source behind its cue, with the apposition that goes on to the end of the sentence (", said Roe, chief of the yard …")."""
    at = tokens[-1] + 1
    end = len(tree) - 1 if tree[len(tree) - 1].text in {".", "!", "?"} else len(tree)
    if at >= end or tree[at].text not in {","} or at + 1 >= end:
        return tokens
    opening = tree[at + 1]
    if opening.upos not in {"DET", "NOUN", "PROPN", "ADJ"} and opening.text != "who":
        return tokens
    stop = at + 1
    while stop < end and tree[stop].text not in {"“", '"', "''", ":", ";", "—", "–"}:
        following = tree[stop + 1] if stop + 1 < end else None
        if (
            tree[stop].text == ","
            and following is not None
            and (following.xpos == "VBG" or following.upos in {"SCONJ", "ADV", "ADP", "CCONJ"})
        ):
            break
        stop += 1
    return [*tokens, *range(at, stop)] if stop == end or tree[stop].text == "," else tokens


def _outer(tree: Tree, head: int, k: int) -> bool:
    """Whether a dependent of a source's head stands outside the noun phrase: prepositions before it, marks at its edges."""
    if tree.rel(k) == "case":
        return k < head
    if tree.rel(k) == "cc":
        return tree[k].lemma != "both"
    if tree.rel(k) == "punct":
        return False
    return tree.rel(k) != "advmod" or tree[k].lemma not in _DEGREES


def _around(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """The unbroken run of tokens around a head, marks between included."""
    inside = set(tokens)
    first = last = head
    while first > 0 and (first - 1 in inside or (tree[first - 1].upos == "PUNCT" and first - 2 in inside)):
        first -= 1
    while last + 1 < len(tree) and (last + 1 in inside or (tree[last + 1].upos == "PUNCT" and last + 2 in inside)):
        last += 1
    return list(range(first, last + 1))


def _trimmed(tree: Tree, tokens: list[int]) -> list[int]:
    kept = list(tokens)
    while (
        len(kept) > 1
        and (tree[kept[0]].upos in {"PUNCT", "CCONJ"} or tree[kept[0]].text.lower() == "even")
        and tree[kept[0]].text not in {"“", '"', "‘", "''"}
    ):
        kept.pop(0)
    while kept and tree[kept[-1]].upos == "PUNCT" and tree[kept[-1]].text not in {")", "”", '"', "’"}:
        kept.pop()
    return kept or list(tokens)


def phrase_head(tree: Tree, first: int) -> int | None:
    """The head of the noun phrase that begins at a token: the one whose own head stands outside it."""
    last = first
    while last < len(tree) and tree[last].upos not in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"}:
        last += 1
    inside = range(first, last)
    heads = [
        k for k in inside if tree[k].head not in inside and tree[k].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    ]
    return heads[0] if heads else (first if inside else None)
