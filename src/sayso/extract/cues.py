"""Cues in a parsed sentence, each with its source and its content: candidates for attributions.

The conventions are those of PolNeAR (Newell et al. 2018): a cue is one unbroken stretch, with its auxiliaries, adverbs, negation
and the preposition that leads to its content; a relative pronoun is a source or content by itself, never what it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.extract import frames as fr
from sayso.extract.cited import (
    CONNECTIVES,
    behind,
    beside,
    closing_source,
    passive_at,
    phrase_head,
    source_of,
    source_tokens,
)
from sayso.extract.complements import QUESTIONS, case_of, clean, complements, first_of, timely
from sayso.extract.frames import Frame
from sayso.extract.lexicon import SPEECH_NOUNS
from sayso.extract.tree import Tree


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
    passive = passive_at(tree, i)
    subject = source_of(tree, i, passive)
    first, last = group(tree, i)
    last += puts_it(tree, i)
    if "e" in frame.takes and not passive and tree.kids(i, "obj"):
        return _felt(s, tree, i)
    content, linking = complements(tree, i, frame, passive)
    if not content and not passive and "c" in frame.takes:
        content = _told_that(tree, i)
    last = _reach(tree, i, last, linking)
    content.difference_update(range(first, last + 1))
    if not content and "q" not in frame.takes:
        return None
    if "q" in frame.takes and not passive:
        closing = behind(tree, i, first, last)
        if closing is not None:
            subject, content = closing, set()
        elif subject is None:
            subject = beside(tree, i, first, last)
    if "q" in frame.takes and not passive and (phrase := closing_source(tree, first, last)) is not None:
        inside = subject in phrase and tree[subject or 0].lemma not in {"who", "which", "that"}
        subject = subject if inside else phrase_head(tree, phrase[0])
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


def _told_that(tree: Tree, i: int) -> set[int]:
    """What follows "that" behind a cue and whom it addresses ("told Acme that …"), where the parse hung it elsewhere."""
    for k in range(i + 1, min(i + _ADDRESSED, len(tree))):
        if tree[k].text == "that" and tree[k].upos == "SCONJ":
            return {m for m in range(k, len(tree)) if m < len(tree) - 1 or tree[m].upos != "PUNCT"}
        if tree[k].upos not in {"PROPN", "NOUN", "DET", "PRON", "ADJ", "PART"}:
            break
    return set()


_ADDRESSED = 6  # tokens from a cue to "that", with whoever is told in between


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
    frame = fr.VERBS["say"] if puts_it(tree, i) else fr.VERBS.get(lemma)
    return fr.UNKNOWN if frame is None and unknown_report(tree, i) else frame


def puts_it(tree: Tree, i: int) -> bool:
    """Whether a verb is that of "as Roe put it": words follow it or go before, not a place where something was put."""
    if tree[i].lemma != "put" or i + 1 >= len(tree) or tree[i + 1].lemma != "it":
        return False
    if i + 2 >= len(tree) or tree[i + 2].upos == "PUNCT":
        return True
    following = [t.text.lower() for t in tree.tokens[i + 2 : i + 4]]
    commented = any(tree[k].text.lower() == "as" for k in tree.kids(i, "mark", "advmod", "case"))
    return following == ["this", "way"] or (commented and following[0] in {"in", "to", "on"})


def unknown_report(tree: Tree, i: int) -> bool:
    """Whether the reader takes a verb that no list has for one of reporting: "Roe harrumphed that …"."""
    token = tree[i]
    unlisted = token.lemma not in fr.VERBS and token.lemma not in fr.PHRASAL and token.lemma not in fr.SILENT
    return unlisted and token.upos == "VERB" and "reporting" in token.marks and bool(tree.kids(i, "nsubj"))


# ── verb groups ──────────────────────────────────────────────────────────────────────────────────────────────────────
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
    return tree.rel(k) == "advmod" and tree[k].lemma not in CONNECTIVES and tree[k].xpos not in {"WRB"}


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
    if tree[i].lemma in {"say", "disclose", "reveal", "specify", "tell", "confirm"} and _withheld(tree, i):
        return True
    return tree[i].lemma in {"respond", "comment", "reply"} and _negated(tree, i)


def _negated(tree: Tree, i: int) -> bool:
    return any(tree[k].lemma in {"not", "n't", "never"} for k in tree.kids(i, "advmod"))


def _withheld(tree: Tree, i: int) -> bool:
    """Whether a question is left unanswered: "did not say whether it would close", "would not say what it paid"."""
    return _negated(tree, i) and any(
        first_of(tree, k).lemma in QUESTIONS for k in tree.kids(i, "ccomp", "advcl") if k > i
    )


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
        subject = source_of(tree, above, passive_at(tree, above))
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
