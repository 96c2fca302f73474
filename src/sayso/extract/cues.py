"""Cues in a parsed sentence, each with its source and the complements that are its content: candidates for attributions.

The conventions are those of PolNeAR (Newell et al. 2018): a cue is one unbroken stretch, with its auxiliaries, adverbs, negation
and the preposition that leads to its content; a relative pronoun is a source or content by itself, never what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.extract import frames as fr
from sayso.extract.complements import CALENDAR, DAYS, case_of, clean, complements, timely
from sayso.extract.frames import Frame
from sayso.extract.lexicon import ROLES, SPEECH_NOUNS
from sayso.extract.tree import Tree

_TIMES = frozenset("in at on during after before since until by amid throughout within last this next".split())
_CONNECTIVES = frozenset("though however meanwhile instead therefore thus moreover furthermore too as so but".split())
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_MOST_STEPS = 5  # verbs above that lend a coordinate or participial cue their subject


@dataclass
class Cue:
    """A cue: its head, its first and last token, its source and content tokens, and whether it may take a quotation."""

    sentence: int
    head: int
    first: int
    last: int
    source: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    source_head: int | None = None
    quotable: bool = False
    clausal: bool = False  # its content is a clause after it, not a noun phrase

    @property
    def start(self) -> int:
        """The first token of cue and source."""
        return min([self.first, *self.source])

    @property
    def end(self) -> int:
        """The last token of cue and source."""
        return max([self.last, *self.source])


def cues(s: int, tree: Tree) -> list[Cue]:
    """The cues of a sentence in order; those that may take a quotation can still be without content."""
    found: list[Cue] = []
    for i, token in enumerate(tree.tokens):
        made = None
        if token.upos == "VERB" or (token.lemma in fr.VERBS and token.xpos in {"VBG", "VBN", "VBD"}):
            made = _verb(s, tree, i)
        elif token.upos == "ADJ" and token.lemma in fr.ADJECTIVES:
            made = _adjective(s, tree, i)
        elif token.upos == "NOUN" and token.lemma in fr.NOUNS:
            made = _noun(s, tree, i)
        if made is not None:
            found.append(made)
    return found


# ── verbs ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _verb(s: int, tree: Tree, i: int) -> Cue | None:
    frame = _frame(tree, i)
    if frame is None:
        return _adjective(s, tree, i) if tree[i].text.lower() in fr.ADJECTIVES else None
    passive = _passive(tree, i)
    subject = source_of(tree, i, passive)
    first, last = group(tree, i)
    if "e" in frame.takes and not passive and tree.kids(i, "obj"):
        return _felt(s, tree, i)
    content, linking = complements(tree, i, frame, passive)
    last = _reach(tree, i, last, linking)
    content.difference_update(range(first, last + 1))
    if not content and "q" not in frame.takes:
        return None
    if subject is None and "q" in frame.takes and not passive:
        subject = _beside(tree, i, first, last)
    lender = _lender(tree, i)
    if lender is not None:
        subject, first = source_of(tree, lender, passive=False), group(tree, lender)[0]
    source = [] if subject is None else source_tokens(tree, subject, first if first <= i and subject < first else i)
    source = [k for k in source if k not in content and not first <= k <= last]
    clausal = any(tree.rel(k) == "ccomp" and k > i and k in content for k in tree.kids(i))
    return Cue(
        s,
        i,
        first,
        last,
        source,
        sorted(content),
        subject,
        "q" in frame.takes and (not passive or tree[i].lemma == "ask"),
        clausal,
    )


def _felt(s: int, tree: Tree, i: int) -> Cue | None:
    """A verb whose object thinks or feels what its subject and clause say: "the plan worries investors"."""
    whom, what = tree.kid(i, "obj"), tree.kid(i, "nsubj", "csubj")
    if whom is None or what is None or tree[whom].upos not in {"NOUN", "PROPN", "PRON"} or tree[i].xpos == "VBG":
        return None
    first, last = group(tree, i)
    content = set() if tree[what].lemma in fr.EMPTY else set(tree.subtree(what))
    content.update(m for k in tree.kids(i, "ccomp", "xcomp") for m in clean(tree, k))
    source = [k for k in source_tokens(tree, whom, i) if k not in content]
    return Cue(s, i, first, last, source, sorted(content), whom) if content and source else None


def _lender(tree: Tree, i: int) -> int | None:
    """The verb that puts out the document in which a participle says something: "issued a statement saying …"."""
    document = tree[i].head
    if tree[i].xpos != "VBG" or tree[i].deprel != "acl" or document < 0 or tree.rel(document) != "obj":
        return None
    verb = tree[document].head
    near = 0 < i - verb <= _STATED and tree[document].lemma in SPEECH_NOUNS | {
        "claim",
        "ad",
        "order",
        "law",
        "bill",
        "resolution",
    }
    return (
        verb
        if near and tree[verb].lemma in fr.LIGHT | _PUTS_OUT and source_of(tree, verb, passive=False) is not None
        else None
    )


_STATED = 7  # tokens from "issued" to "saying"
_PUTS_OUT = frozenset(
    "issue release send write deliver publish post run sign file make give put have circulate".split()
)


def _frame(tree: Tree, i: int) -> Frame | None:
    lemma = tree[i].lemma
    particles = {tree[k].lemma for k in tree.kids(i, "compound:prt")}
    following = tree[i + 1].lemma if i + 1 < len(tree) else ""
    wanted = fr.PARTICLES.get(lemma, "").split()
    if (
        wanted
        and lemma in fr.PHRASAL
        and (particles & set(wanted) or (following in wanted and tree[i + 1].upos in {"ADP", "ADV"}))
    ):
        return fr.PHRASAL[lemma]
    return fr.VERBS.get(lemma)


def _passive(tree: Tree, i: int) -> bool:
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


def _beside(tree: Tree, i: int, first: int, last: int) -> int | None:
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


def _expletive(tree: Tree, i: int, subject: int) -> bool:
    return tree.rel(subject) == "expl" or (tree[subject].lemma == "there")


def group(tree: Tree, i: int) -> tuple[int, int]:
    """First and last token of the verb group: auxiliaries, negation and adverbs before it, particles after it."""
    first, heads = i, {i}
    while first > 0:
        k = first - 1
        relation, lowered = tree.rel(k), tree[k].text.lower()
        if lowered in fr.HEARSAY:
            break
        if tree[k].head in heads and (
            relation in {"aux", "cop"} or _manner(tree, k) or (lowered == "to" and relation == "mark")
        ):
            first = k
        elif _colours(tree, k, heads):
            first = k
            heads.add(k)
        else:
            break
    while first < i and tree[first].lemma in {"also", "then", "just"} and tree[first].text[0].isupper():
        first += 1
    last = i
    while last + 1 < len(tree) and tree[last + 1].deprel == "compound:prt" and tree[last + 1].head == i:
        last += 1
    return first, last


def _manner(tree: Tree, k: int) -> bool:
    """Whether an adverb belongs to the verb group."""
    return tree.rel(k) == "advmod" and tree[k].lemma not in _CONNECTIVES and tree[k].xpos not in {"WRB"}


def _colours(tree: Tree, k: int, heads: set[int]) -> bool:
    """Whether the verb at `k` only colours the cue that follows it ("went on to say"): it is no cue with a content of its own."""
    if tree[k].lemma == "on" and k and tree[k - 1].lemma == "go":
        return True
    if tree[k].upos not in {"VERB", "AUX"}:
        return False
    if tree[k].lemma == "go" and tree[k + 1].lemma == "on":
        return True
    colouring = any(tree[h].head == k and tree.rel(h) == "xcomp" for h in heads)
    return colouring and (tree[k].lemma in fr.CATENATIVE or tree[k].lemma not in fr.VERBS)


def _reach(tree: Tree, i: int, last: int, linking: int | None) -> int:
    """Where the cue ends: with the adverb and the preposition that lead to its content, and with a colon."""
    at = last
    while (
        at + 1 < len(tree)
        and tree[at + 1].upos == "ADV"
        and tree[at + 1].head == i
        and tree[at + 1].text.lower().endswith("ly")
    ):
        at += 1
    if linking is not None and linking == at + 1:
        return linking
    last = at if at + 1 < len(tree) and tree[at + 1].text in {":", ",", ".", "that"} else last
    if tree[i].lemma in {"say", "write"} and [t.text.lower() for t in tree.tokens[last + 1 : last + 4]] == [
        "in",
        "a",
        "statement",
    ]:
        last += 3
    return last + 1 if last + 1 < len(tree) and tree[last + 1].text == ":" else last


def declined(tree: Tree, i: int) -> bool:
    """Whether a cue is a refusal to speak: "declined to comment", "did not respond"."""
    if tree[i].lemma in {"decline", "refuse"}:
        return any(tree[k].lemma in fr.COMMENTING for k in tree.kids(i, "xcomp"))
    return tree[i].lemma in {"respond", "comment", "reply"} and any(
        tree[k].lemma in {"not", "n't", "never"} for k in tree.kids(i, "advmod")
    )


# ── sources ──────────────────────────────────────────────────────────────────────────────────────────────────────────
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
    if not words or len(gap) > _GAP or words[0].lemma in _TIMES | _CONNECTIVES:
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
    return tree.rel(k) != "advmod" or tree[k].lemma not in {
        "about",
        "nearly",
        "almost",
        "more",
        "less",
        "roughly",
        "only",
        "just",
        "even",
        "most",
        "over",
        "at",
    }


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


# ── adjectives ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _adjective(s: int, tree: Tree, i: int) -> Cue | None:
    frame = fr.ADJECTIVES.get(tree[i].text.lower())
    if frame is None:
        return None
    content, linking = _adjective_content(tree, i, frame)
    subject = source_of(tree, i, passive=False)
    if subject is None:
        subject = tree.kid(i, "nsubj:pass")
    if not content or subject is None or tree[subject].lemma in fr.EMPTY:
        return None
    first, last = group(tree, i)
    last = linking if linking is not None and linking <= last + 2 else last
    content.difference_update(range(first, last + 1))
    source = [k for k in source_tokens(tree, subject, i) if k not in content and not first <= k <= last]
    return Cue(s, i, first, last, source, sorted(content), subject)


def _adjective_content(tree: Tree, i: int, frame: Frame) -> tuple[set[int], int | None]:
    content, linking = set[int](), None
    for k in tree.kids(i):
        if k < i:
            continue
        case = case_of(tree, k)
        word = tree[case].lemma if case is not None else ""
        clause = tree.rel(k) in {"ccomp", "advcl", "xcomp"} and (
            ("c" in frame.takes and (word == "that" or tree.rel(k) == "ccomp"))
            or ("i" in frame.takes and any(tree[m].lemma == "to" for m in tree.kids(k, "mark")))
        )
        if clause or (word in frame.preps and not timely(tree, k)):
            content.update(clean(tree, k))
            if not clause and linking is None:
                linking = case
    return content, linking


# ── nouns ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _noun(s: int, tree: Tree, i: int) -> Cue | None:
    """A noun of saying or thinking with its content: "her claim that …", "expressed concern about …", "the plan is to …"."""
    frame = fr.NOUNS[tree[i].lemma]
    first, last = i, i
    owner = tree.kid(i, "nmod:poss")
    content, linking = _noun_content(tree, i, frame)
    if not content:
        return None
    while (
        first > 0
        and tree[first - 1].head == i
        and tree.rel(first - 1) in {"amod", "det", "compound", "advmod"}
        and first - 1 != owner
    ):
        first -= 1
    above = tree[i].head
    subject: int | None = None
    if above >= 0 and tree.rel(i) == "obj" and tree[above].lemma in fr.LIGHT and above < i and owner is None:
        subject = source_of(tree, above, _passive(tree, above))
        start, _ = group(tree, above)
        if all(k in range(start, i) for k in range(above, i)) and first == above + 1:
            first = start
    elif owner is not None:
        subject = owner
    else:
        among = [
            k
            for k in tree.kids(i, "nmod")
            if case_of(tree, k) is not None and tree[case_of(tree, k) or 0].lemma in {"by", "among", "from"}
        ]
        subject = among[0] if among else None
    if subject is None and owner is None and tree.kids(i, "det", "amod") and tree[i].lemma not in _BARE:
        return None
    last = linking if linking == i + 1 else i
    source = [] if subject is None else [k for k in source_tokens(tree, subject, i) if k not in content]
    source = [k for k in source if not first <= k <= last] if subject != owner else _possessor(tree, owner)
    content.difference_update(range(first, last + 1), source)
    return Cue(s, i, first, last, source, sorted(content), subject) if content else None


_BARE = frozenset(
    "allegation accusation speculation rumor rumour concern fear hope belief claim opposition support criticism report call".split()
)


def _possessor(tree: Tree, owner: int | None) -> list[int]:
    return [] if owner is None else [k for k in tree.subtree(owner) if k <= owner or tree.rel(k) == "case" or k > owner]


def _noun_content(tree: Tree, i: int, frame: Frame) -> tuple[set[int], int | None]:
    content, linking = set[int](), None
    for k in tree.kids(i, "acl", "ccomp", "nmod", "advcl"):
        if k < i or tree[k].deprel in {"nmod:poss", "acl:relcl"}:
            continue
        case = case_of(tree, k)
        word = tree[case].lemma if case is not None else ""
        infinitive = any(tree[m].lemma == "to" for m in tree.kids(k, "mark"))
        clause = ("c" in frame.takes and word == "that") or ("i" in frame.takes and infinitive)
        if clause or (word in frame.preps and tree.rel(k) in {"nmod", "acl", "advcl"}):
            content.update(clean(tree, k))
            if not clause and linking is None:
                linking = case
    return content, linking


# ── fixed phrases ────────────────────────────────────────────────────────────────────────────────────────────────────
def according(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "according to" and "per": the cue and its source; the content is what is left of the sentence."""
    words = [t.text.lower() for t in tree.tokens]
    for i, word in enumerate(words):
        if word == "according" and words[i + 1 : i + 2] == ["to"] and i + 2 < len(tree):
            last = i + 1
        elif word == "per" and i + 1 < len(tree) and (i == 0 or words[i - 1] == ",") and tree[i + 1].text[0].isupper():
            last = i
        else:
            continue
        head = phrase_head(tree, last + 1)
        if head is None:
            continue
        source = [k for k in source_tokens(tree, head, i) if k > last]
        if source:
            yield Cue(s, i, i, last, source, _rest(tree, i, source), head)


def within(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "in a poll" and "in Roe's view": the cue is "in"; the content is what is left of the sentence."""
    for i, token in enumerate(tree.tokens):
        if token.text.lower() != "in" or not 0 <= token.head < len(tree) or tree.rel(i) != "case":
            continue
        head = token.head
        owned = tree[head].lemma in fr.VIEWS and bool(tree.kids(head, "nmod:poss"))
        if not (owned or tree[head].lemma in fr.POLLS) or tree.rel(head) not in {"obl", "nmod"}:
            continue
        if i and tree[i - 1].text != ",":
            continue  # "leads in the polls": nobody is cited
        source = [k for k in source_tokens(tree, head, i) if k > i]
        content = _rest(tree, i, source)
        if source and any(tree[k].upos in {"VERB", "AUX"} for k in content):
            yield Cue(s, i, i, i, source, content, head)


def hearsay(s: int, tree: Tree) -> Iterator[Cue]:
    """Find "reportedly" and its like: attributed to nobody; the content is the clause around it."""
    for i, token in enumerate(tree.tokens):
        above = token.head
        if token.text.lower() not in fr.HEARSAY or tree.rel(i) != "advmod" or above < 0:
            continue
        cut = frozenset(k for k in tree.kids(above, "conj", "parataxis") if tree.kids(k, "nsubj", "nsubj:pass"))
        content = [k for k in tree.subtree(above, cut) if k != i]
        if len(content) > 2:
            yield Cue(s, i, i, i, [], content)


def heading(s: int, tree: Tree) -> Iterator[Cue]:
    """Find a heading's colon: "Anchor: Norvik to close yard", "Norvik to close yard: Anchor"; the side with the name is the source.

    The sentence must open a paragraph; with the name in front, the content is what follows to the end of the sentence.
    """
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), None)
    if colon is None:
        return
    before, after = list(range(colon)), list(range(colon + 1, len(tree)))
    closed = tree[len(tree) - 1].text in {".", "!", "?"} or len(tree) > _HEADING_TOKENS
    for source, content in ((before, after), (after, [] if closed else before)):
        if 0 < len(source) <= _HEADING_SOURCE and len(content) > 2 and _nameable(tree, source):
            yield Cue(s, colon, colon, colon, source, content, source[-1])
            return


_HEADING_TOKENS, _HEADING_SOURCE = (
    25,
    4,
)  # a longer line is a sentence of the text, a longer name before a colon a phrase


def _nameable(tree: Tree, tokens: list[int]) -> bool:
    """Whether tokens can be a source before a heading's colon: a name, a document or body that speaks, or an interview's Q and A."""
    if len(tokens) == 1 and tree[tokens[0]].text in {"Q", "A"}:
        return True
    if any(tree[k].upos in {"VERB", "AUX", "PUNCT", "NUM"} for k in tokens):
        return False
    named = all(tree[k].ner != "O" or tree[k].upos == "PROPN" for k in tokens)
    return (named and any(tree[k].ner[2:] in {"PER", "ORG"} for k in tokens)) or tree[tokens[-1]].lemma in _SPEAKING


_SPEAKING = frozenset(
    "poll study report survey police source official analyst expert data research court ministry government".split()
)


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


def _rest(tree: Tree, cue: int, source: Iterable[int]) -> list[int]:
    """The clause that "according to" stands in: the sentence, without coordinate clauses on the far side."""
    without = {cue, cue + 1, *source}
    for k in range(len(tree)):
        marks = {tree[m].lemma for m in tree.kids(k, "mark", "cc")}
        contrast = tree.rel(k) in {"advcl", "parataxis"} and marks & {"though", "although", "while", "but"}
        other = tree.rel(k) == "conj" and marks & {"but", "and"} and tree.kids(k, "nsubj", "nsubj:pass")
        if contrast or other:
            below = tree.subtree(k)
            if cue not in below and below[0] > cue:
                without.update(below)
    return [k for k in range(len(tree)) if k not in without]
