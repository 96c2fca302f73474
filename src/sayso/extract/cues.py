"""Cues in a parsed sentence, each with its source and the complements that are its content: candidates for attributions.

The conventions are those of PolNeAR (Newell et al. 2018): a cue is one unbroken stretch, with its auxiliaries, adverbs, negation
and the preposition that leads to its content; a relative pronoun is a source or content by itself, never what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.extract import frames as fr
from sayso.extract.frames import Frame
from sayso.extract.lexicon import ROLES
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
    content, linking = _complements(tree, i, frame, passive)
    content = _without_afterthought(tree, _explained(tree, content))
    last = _reach(tree, i, last, linking)
    content.difference_update(range(first, last + 1))
    if not content and "q" not in frame.takes:
        return None
    if subject is None and "q" in frame.takes and not passive:
        subject = _beside(tree, i, first, last)
    source = [] if subject is None else source_tokens(tree, subject, i)
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


def _complements(tree: Tree, i: int, frame: Frame, passive: bool) -> tuple[set[int], int | None]:
    """The content tokens among the verb's dependents, and the preposition that leads to them, if one does."""
    takes, content, linking = frame.takes, set[int](), None
    thing = (tree.kid(i, "nsubj:pass") or _demoted(tree, i)) if passive else tree.kid(i, "obj", "iobj")
    main: list[int] = []
    more: list[int] = []
    for k in tree.kids(i):
        relation, case = tree.rel(k), _case(tree, k)
        if k > i and _clause_counts(tree, k, takes, thing is not None):
            main.append(k)
        elif relation in {"obl", "nmod", "advcl"} and k > i and case is not None:
            word = tree[case].lemma
            if word in frame.preps and not (word == "by" or _timely(tree, k)):
                main.append(k)
                linking = case if linking is None else linking
            elif word in frame.also and thing is not None:
                more.append(k)
                linking = case if passive else linking
        elif relation == "parataxis" and k > i and "c" in takes and tree[_first(tree, k) - 1].text == ":":
            main.append(k)
    opened = any(
        k > i and not (tree.rel(k) == "ccomp" and any(tree[m].lemma == "that" for m in tree.kids(k, "mark")))
        for k in main
    )
    if thing is not None and _thing_counts(tree, i, thing, takes, bool(main), bool(more), passive, opened):
        main.append(thing)
    elif (
        thing is None
        and not main
        and "o" in takes
        and tree[i].deprel == "acl:relcl"
        and tree.kids(i, "nsubj")
        and tree[i].head >= 0
    ):
        return set(tree.subtree(tree[i].head, frozenset([i]))), None  # "everything he said"
    if takes & set("p") and tree[i].lemma in {"show", "find", "see"} and thing in main:
        main += [
            k
            for k in tree.kids(i, "advcl", "obl", "acl")
            if k > thing and k not in main and tree[_first(tree, k)].text != ","
        ]
    if "s" in takes:
        subject = tree.kid(i, "nsubj")
        main = [*main, subject] if main and subject is not None and tree[subject].lemma not in fr.EMPTY else main
    for k in [*main, *(more if thing in main else [])]:
        content.update(_clean(tree, k))
    return _adjuncts(tree, i, content, main), linking


def _demoted(tree: Tree, i: int) -> int | None:
    """The subject of a passive that the parse takes for an active one."""
    return tree.kid(i, "nsubj") if tree.kids(i, "aux:pass") else None


# Openings of clauses at a content's end that are rather the writer's: of PolNeAR's contents 88 end before one, 35 include it.
_AFTERTHOUGHTS = frozenset({"which", "who", "where", "although", "though", "despite", "but"})


def _without_afterthought(tree: Tree, content: set[int]) -> set[int]:
    """The content without a relative or concessive clause that closes it behind a comma: its writer's rather than its source's."""
    if not content:
        return content
    last = max(content)
    for k in sorted(content):
        if tree.rel(k) not in {"acl", "advcl", "conj"} or tree[k].head not in content:
            continue
        below = tree.subtree(k)
        first = below[0] + (tree[below[0]].text == ",")
        if (
            below[-1] < last
            or first < 2
            or tree[first - 1].text != ","
            or tree[first].text.lower() not in _AFTERTHOUGHTS
        ):
            continue
        marked = any(tree[m].text in _MARKS for m in content)
        kept = {m for m in content if m < first - 1}
        if kept and not marked and tree[first + 1].lemma not in {"that", "also"}:
            return kept
    return content


_MARKS = frozenset({"“", "”", '"', "''", "``"})


def _explained(tree: Tree, content: set[int]) -> set[int]:
    """The content with what a colon adds to it ("one thing: …")."""
    end = max(content, default=len(tree))
    if end + 2 < len(tree) and tree[end + 1].text == ":" and tree[end + 2].text not in _MARKS:
        return content | set(range(end + 1, len(tree)))
    return content


def _clause_counts(tree: Tree, k: int, takes: frozenset[str], has_object: bool) -> bool:
    """Whether a clause below a cue is content."""
    relation = tree.rel(k)
    if relation == "ccomp":
        return bool(takes & set("cp"))
    if relation == "xcomp":
        return _takes_open(tree, k, takes, has_object)
    return relation == "advcl" and "c" in takes and _embedded(tree, k)


def _first(tree: Tree, k: int) -> int:
    return tree.subtree(k)[0]


def _case(tree: Tree, k: int) -> int | None:
    """The preposition of a phrase or gerund."""
    return next((c for c in tree.kids(k, "case", "mark") if tree[c].upos in {"ADP", "SCONJ"} and c < k), None)


def _embedded(tree: Tree, k: int) -> bool:
    """Whether an adverbial clause is rather an indirect question ("asked if he would go")."""
    above = tree[tree[k].head].lemma
    return above in {"ask", "wonder", "question", "inquire", "know", "see", "say"} and any(
        tree[m].lemma in {"if", "whether"} for m in tree.kids(k, "mark")
    )


def _timely(tree: Tree, k: int) -> bool:
    """Whether a phrase says when: a weekday, month or span of time."""
    return tree[k].deprel == "obl:tmod" or tree[k].lemma in _CALENDAR


_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "day week month year night morning afternoon evening today yesterday tomorrow twitter facebook air tv television radio floor stage show".split()
)


def _takes_open(tree: Tree, k: int, takes: frozenset[str], has_object: bool) -> bool:
    """Whether an open complement is content: an infinitive, a gerund, or what is said of the object."""
    if any(tree[m].lemma == "to" for m in tree.kids(k, "mark")):
        return "i" in takes or ("p" in takes and has_object)
    gerund = tree[k].xpos == "VBG" or any(tree[c].xpos == "VBG" for c in tree.kids(k, "aux"))
    if gerund and not has_object:
        return bool(takes & set("gs"))
    return bool(takes & set("ps")) or (
        "o" in takes and has_object and any(tree[c].lemma == "as" for c in tree.kids(k, "case", "mark"))
    )


def _thing_counts(
    tree: Tree, i: int, thing: int, takes: frozenset[str], main: bool, more: bool, passive: bool, opened: bool
) -> bool:
    """Whether the object, or the subject of a passive, is content."""
    if tree[thing].lemma in fr.EMPTY and passive and main:
        return False
    if "p" in takes and opened:
        return True
    if "x" in takes or not takes & set("o"):
        return more and bool(takes & set("op"))
    if passive and tree.rel(i) in {"acl", "amod"}:
        return False
    if "i" in takes and passive and main:
        return True
    return tree[thing].xpos != "PRP$" and not tree[thing].lemma.endswith("self")


def _clean(tree: Tree, k: int) -> list[int]:
    """A complement's tokens, without what follows a semicolon or dash and is a clause by itself."""
    cut = frozenset(
        c for c in tree.kids(k, "parataxis") if c > k and tree[_first(tree, c) - 1].text in {";", "—", "–", "-", "--"}
    )
    kept = tree.subtree(k, cut)
    that = next((m for m in tree.kids(k, "mark") if tree[m].lemma == "that"), None)
    if that is not None and tree.rel(k) == "ccomp":
        return [m for m in kept if m >= that]
    while (
        len(kept) > 2
        and tree.rel(k) == "ccomp"
        and tree[kept[0]].lemma in _DAYS | {"on", "night", "morning", "afternoon", "evening"}
    ):
        if tree[kept[0]].lemma == "on" and tree[kept[1]].lemma not in _DAYS:
            break
        kept.pop(0)
    return kept


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _adjuncts(tree: Tree, i: int, content: set[int], main: list[int]) -> set[int]:
    """The content with adjuncts that follow a clause without a comma ("said he would go if asked")."""
    clauses = [k for k in main if tree.rel(k) in {"ccomp", "xcomp"} and k > i]
    if not clauses:
        return _asked(tree, i, content)
    end = max(content)
    for k in sorted(k for k in tree.kids(i, "advcl", "obl", "advmod") if k > end):
        below = tree.subtree(k)
        if below[0] == max(content) + 1 and tree[below[0]].text not in {",", "—", "("}:
            content.update(below)
    return content


def _asked(tree: Tree, i: int, content: set[int]) -> set[int]:
    """The content with the infinitive or "as" that follows its noun phrase ("called on Roe to go", "referred to it as …")."""
    for k in sorted(tree.kids(i, "advcl", "xcomp", "obl", "acl")):
        below = tree.subtree(k)
        if (
            content
            and below[0] == max(content) + 1
            and tree[below[0]].lemma in {"to", "as"}
            and tree[below[0]].upos != "PUNCT"
        ):
            content.update(below)
    return content


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
        if k > head and tree[k].lemma in _DAYS and tree[k].head in tokens:
            first = tree.subtree(k)[0]
            if head < first and tree.subtree(k)[-1] == tokens[-1]:
                return [t for t in tokens if t < first]
    return tokens


def _named(tree: Tree, tokens: list[int], cue: int) -> list[int]:
    """The source with the rest of a name that the parse tore off: all that stands between it and the cue is proper."""
    if tokens and tree[tokens[0]].upos == "PROPN" and tokens[0] > 0 and tree[tokens[0] - 1].lemma in ROLES:
        first = tokens[0]
        while first > 0 and tree[first - 1].upos in {"NOUN", "ADJ", "PROPN", "PART"}:
            first -= 1
        tokens = [*range(first, tokens[0]), *tokens]
    if not tokens or tokens[-1] > cue:
        return tokens
    gap = range(tokens[-1] + 1, cue)
    if 0 < len(gap) < 8 and all(
        tree[k].upos in {"PROPN", "PUNCT"} and tree[k].text not in {",", ":", ";", "—"} for k in gap
    ):
        return [*tokens, *gap]
    return tokens


def _outer(tree: Tree, head: int, k: int) -> bool:
    """Whether a dependent of a source's head stands outside the noun phrase: prepositions before it, marks at its edges."""
    if tree.rel(k) == "case":
        return k < head
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
        case = _case(tree, k)
        word = tree[case].lemma if case is not None else ""
        clause = tree.rel(k) in {"ccomp", "advcl", "xcomp"} and (
            ("c" in frame.takes and (word == "that" or tree.rel(k) == "ccomp"))
            or ("i" in frame.takes and any(tree[m].lemma == "to" for m in tree.kids(k, "mark")))
        )
        if clause or (word in frame.preps and not _timely(tree, k)):
            content.update(_clean(tree, k))
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
            if _case(tree, k) is not None and tree[_case(tree, k) or 0].lemma in {"by", "among", "from"}
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
        case = _case(tree, k)
        word = tree[case].lemma if case is not None else ""
        infinitive = any(tree[m].lemma == "to" for m in tree.kids(k, "mark"))
        clause = ("c" in frame.takes and word == "that") or ("i" in frame.takes and infinitive)
        if clause or (word in frame.preps and tree.rel(k) in {"nmod", "acl", "advcl"}):
            content.update(_clean(tree, k))
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


def heading(s: int, tree: Tree) -> Iterator[Cue]:
    """Find a headline's colon: "Anchor: Norvik to close yard", "Norvik to close yard: Anchor"; the side with the name is the source."""
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), None)
    if colon is None or tree[len(tree) - 1].text in {".", "!", "?"} or len(tree) > _HEADING_TOKENS:
        return
    before, after = list(range(colon)), list(range(colon + 1, len(tree)))
    for source, content in ((before, after), (after, before)):
        if 0 < len(source) <= _HEADING_SOURCE and len(content) > 2 and _nameable(tree, source):
            yield Cue(s, colon, colon, colon, source, content, source[-1])
            return


_HEADING_TOKENS, _HEADING_SOURCE = (
    25,
    4,
)  # a longer line is a sentence of the text, a longer name before a colon a phrase


def _nameable(tree: Tree, tokens: list[int]) -> bool:
    """Whether tokens can be a source before a headline's colon: a name, or a document or body that speaks."""
    if any(tree[k].upos in {"VERB", "AUX", "PUNCT", "NUM"} for k in tokens):
        return False
    named = all(tree[k].ner != "O" or tree[k].upos == "PROPN" for k in tokens) and any(
        tree[k].ner[2:] in {"PER", "ORG"} for k in tokens
    )
    return named or tree[tokens[-1]].lemma in _SPEAKING


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
