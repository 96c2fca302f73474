"""Who says what: sources, cues and contents, in the terms of the attribution corpora PARC (Pareti 2016) and PolNeAR (Newell 2018).

Rules over the parse for cue verbs, "according to", "citing" and headings; over quotation marks for what stands between them.
A `Saying` is one act of reporting; several may hold one clause, the outermost first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.extract import lexicon as lex
from sayso.extract.clauses import complement
from sayso.extract.cues import declined
from sayso.extract.entities import Entities
from sayso.extract.passages import Passage, passages
from sayso.extract.sources import Sources
from sayso.extract.tree import Tree
from sayso.records import Attribution, Mode, Span

_REFUSALS = frozenset({"reject", "dismiss"})
CLAUSAL = ("ccomp", "xcomp", "csubj")


@dataclass
class Saying:
    """One act of reporting in sentence `sentence`; token indices, but `beyond` lists (sentence, tokens) elsewhere."""

    sentence: int
    cue: list[int]
    source: list[int]
    content: list[int]
    path: list[str]  # whom it adds to the chain, the one nearest to the outlet first
    force: str = "say"  # say deny predict plan rumour doubt decline
    speaker: str | None = None
    beyond: list[tuple[int, list[int]]] = field(default_factory=list)
    quoted: bool = False
    negated: bool = False
    nested: bool = False  # "citing …": stands below whoever else is cited for the same words

    def covers(self, sentence: int, token: int) -> bool:
        """Whether the token is part of what is reported."""
        if sentence == self.sentence:
            return token in self.content
        return any(s == sentence and token in tokens for s, tokens in self.beyond)


def sayings(trees: list[Tree], entities: Entities, quotes: list[tuple[int, int]]) -> list[Saying]:
    """Every act of reporting in the text, in order of its cue."""
    sources = Sources(trees, entities)
    found: list[Saying] = []
    for s, tree in enumerate(trees):
        here = [*_verbs(s, tree, sources), *_according(s, tree, sources), *_heading(s, tree, sources)]
        for saying in sorted(here, key=lambda x: (x.cue[0], x.content[:1])):
            if saying.path and {tree[k].lemma for k in [*saying.cue, *saying.source]} & {"report", "story", "article"}:
                sources.cited = saying.path[:1]  # what "the report" means from here on
            found.append(saying)
    _quotations(trees, quotes, found)
    return sorted(found, key=lambda x: (x.sentence, x.cue[0]))


def enclosing(found: list[Saying], sentence: int, token: int) -> list[Saying]:
    """The sayings that hold a token, outermost first."""
    holding = [x for x in found if x.covers(sentence, token)]
    return sorted(holding, key=lambda x: (x.nested, -len(x.content), x.cue[0]))


# ── verbs ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _verbs(s: int, tree: Tree, sources: Sources) -> Iterator[Saying]:
    for i, token in enumerate(tree.tokens):
        if token.upos != "VERB":
            continue
        if token.lemma in lex.DECLINE and _declines(tree, i):
            subject = _subject(tree, i)
            if subject is not None:
                yield Saying(
                    s,
                    [i],
                    tree.subtree(subject),
                    tree.subtree(i),
                    sources.path(s, subject),
                    "decline",
                    sources.name(s, subject),
                )
        elif token.lemma == "respond" and _negated(tree, i) and (subject := _subject(tree, i)) is not None:
            yield Saying(s, [i], tree.subtree(subject), tree.subtree(i), [], "decline", sources.name(s, subject))
        elif token.lemma in {"cite", "quote"} and token.xpos == "VBG" and tree.kids(i, "obj"):
            yield from _citing(s, tree, i, sources)
        elif token.lemma in lex.REPORTING:
            saying = _verb(s, tree, i, sources)
            if saying:
                yield saying


def _citing(s: int, tree: Tree, i: int, sources: Sources) -> Iterator[Saying]:
    """Who is cited by whoever speaks in the clause above ("…, citing people"), where no cue verb takes care of it."""
    above, head = tree[i].head, tree.kids(i, "obj")[0]
    if above < 0 or (tree[above].lemma in lex.REPORTING and _content(tree, above)):
        return
    below = set(tree.subtree(i))
    scope = [k for k in tree.subtree(above) if k not in below]
    path = sources.path(s, head)
    if scope and path:
        yield Saying(s, [i], tree.subtree(head), scope, path, "say", path[-1], nested=True)


def _declines(tree: Tree, i: int) -> bool:
    """Whether a refusal is a refusal to speak."""
    return any(
        tree[k].lemma in {"comment", "say", "answer", "respond", "discuss", "elaborate", "confirm", "identify"}
        for k in tree.kids(i, "xcomp")
    )


def _verb(s: int, tree: Tree, i: int, sources: Sources) -> Saying | None:
    """The saying of one cue verb, or None where it reports nothing."""
    lemma, content = tree[i].lemma, _content(tree, i)
    if not content:
        return None
    subject = _subject(tree, i)
    passive = subject is not None and tree[subject].deprel.endswith(":pass")
    if passive or (subject is None and tree.kids(i, "aux:pass")):
        subject = tree.kid(i, "obl:agent") or _by(tree, i)
    if lemma in lex.DENY and (passive or tree.kids(i, "aux:pass")) and tree.kids(i, "obj"):
        return None  # "was denied a raise": refused, not disputed
    if lemma in lex.WEAK and subject is not None and not sources.speaks(s, subject):
        return None
    things = tree.kids(i, "obj", "nsubj:pass")
    if lemma in _REFUSALS and things and not any(tree[k].lemma in lex.REPORT_NOUNS | lex.RUMOUR_NOUNS for k in things):
        return None  # "rejected a compromise": refused, not disputed
    source = [] if subject is None else [k for k in tree.subtree(subject) if k not in content]
    path = [] if subject is None else sources.path(s, subject)
    path = [*sources.carriers(s, i), *path, *sources.cited_by(s, i)]
    return Saying(
        s,
        [i],
        source,
        sorted(content),
        list(dict.fromkeys(path)),
        _force(lemma, passive and not path),
        path[-1] if path else None,
        negated=_negated(tree, i),
    )


def _force(lemma: str, anonymous: bool) -> str:
    """What the cue does to its content."""
    for force, words in (("deny", lex.DENY), ("doubt", lex.DOUBT), ("rumour", lex.RUMOUR), ("predict", lex.PREDICT)):
        if lemma in words:
            return force
    if lemma in {"pledge", "promise", "vow", "propose", "threaten"}:
        return "plan"
    return "rumour" if anonymous and lemma in {"say", "believe", "think", "report"} else "say"


def _subject(tree: Tree, i: int) -> int | None:
    """Who does it: the verb's subject, or for coordinated, participial and infinitive verbs that of the verb above."""
    for _ in range(4):
        subject = tree.kid(i, "nsubj", "nsubj:pass")
        if subject is not None:
            if tree[subject].lemma in {"who", "which", "that"} and tree.rel(i) == "acl":
                return tree[i].head
            return subject
        if tree.rel(i) in {"conj", "xcomp", "advcl"} and tree[i].head >= 0:
            i = tree[i].head
        else:
            return None
    return None


def _by(tree: Tree, i: int) -> int | None:
    """The agent of a passive: an oblique with "by"."""
    return next((k for k in tree.kids(i, "obl") if any(tree[c].lemma == "by" for c in tree.kids(k, "case"))), None)


def _content(tree: Tree, i: int) -> set[int]:
    """The tokens of what the verb reports; empty where it reports nothing."""
    lemma = tree[i].lemma
    clausal = [k for k in tree.kids(i, *CLAUSAL) if tree[k].start > tree[i].start or tree.rel(k) == "ccomp"]
    if lemma not in {
        "say",
        "claim",
        "promise",
        "pledge",
        "vow",
        "threaten",
        "propose",
        "expect",
        "forecast",
        "predict",
        "project",
        "anticipate",
        "hope",
        "warn",
    }:
        clausal = [
            k
            for k in clausal
            if tree.rel(k) != "xcomp"
            or (
                tree[k].upos in {"VERB", "NOUN", "ADJ"}
                and lemma in lex.DENY | {"describe", "call", "consider", "report", "estimate", "believe", "say"}
            )
        ]
    found: set[int] = set()
    for k in clausal:
        found.update(complement(tree, k, tree.subtree(k)))
    if found:
        return found
    for k in tree.kids(i, "parataxis"):  # “It works,” he said: some parses hang the quotation below the cue
        if tree[k].upos in {"VERB", "ADJ", "NOUN"}:
            found.update(tree.subtree(k))
    if not found and tree.rel(i) == "parataxis" and tree[i].head >= 0:
        below = set(tree.subtree(i))
        found.update(k for k in tree.subtree(tree[i].head) if k not in below)
    if not found:
        found.update(_before_aside(tree, i))
    if not found and lemma in lex.TAKES_NOUN:
        for k in tree.kids(i, "obj", "nsubj:pass"):
            found.update(_antecedent(tree, i, k))
    if not found and lemma in {"attribute", "speak", "comment"} and (thing := tree.kid(i, "obj")) is not None:
        found.update(tree.subtree(thing))
    return found


def _before_aside(tree: Tree, i: int) -> range:
    """What stands before a closing ", the Harbour Times reported": all of it, whatever the parse hangs the aside on."""
    subject = tree.kid(i, "nsubj")
    if (
        subject is None
        or subject > i
        or tree.kids(i, "obj", "ccomp", "aux")
        or tree[subject].lemma in {"which", "who", "that"}
    ):
        return range(0)
    first = min(tree.subtree(subject))
    aside = (
        first > 4
        and tree[first - 1].text in {",", "”", '"', "’"}
        and (i + 1 == len(tree) or tree[i + 1].upos in {"PUNCT", "ADP", "PROPN"})
    )
    return range(first - 1) if aside else range(0)


def _antecedent(tree: Tree, i: int, k: int) -> list[int]:
    """The object's tokens; for a relative pronoun, those of the noun it stands for, the relative clause left out."""
    if tree[k].lemma in {"which", "that", "who", "whom"} and tree.rel(i) == "acl" and tree[i].head >= 0:
        return tree.subtree(tree[i].head, frozenset([i]))
    return tree.subtree(k)


def _negated(tree: Tree, i: int) -> bool:
    """Whether the verb itself is negated."""
    return any(tree[k].lemma in lex.NEGATIONS for k in tree.kids(i, "advmod", "det", "cc"))


# ── according to, per, headings ──────────────────────────────────────────────────────────────────────────────────────
def _according(s: int, tree: Tree, sources: Sources) -> Iterator[Saying]:
    for i, token in enumerate(tree.tokens):
        low = token.text.lower()
        if low == "according" and i + 2 < len(tree) and tree[i + 1].text.lower() == "to":
            cue = [i, i + 1]
        elif low == "per" and i + 1 < len(tree) and (i == 0 or tree[i - 1].text == ",") and sources.named(s, i + 1):
            cue = [i]
        else:
            continue
        head = _phrase_head(tree, cue[-1] + 1)
        source = [k for k in tree.subtree(head) if k > cue[-1]] if head is not None else []
        path = sources.path(s, head) if head is not None else []
        scope = _scope(tree, cue, source)
        if scope and path:
            yield Saying(s, cue, source, scope, path, "say", path[-1])


def _phrase_head(tree: Tree, first: int) -> int | None:
    """The head of the noun phrase that begins at a token: the one whose own head stands outside it."""
    last = first
    while last < len(tree) and tree[last].upos not in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"}:
        last += 1
    inside = range(first, last)
    heads = [
        k for k in inside if tree[k].head not in inside and tree[k].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    ]
    return heads[0] if heads else (first if inside else None)


def _scope(tree: Tree, cue: list[int], source: list[int]) -> list[int]:
    """What an "according to" covers: its sentence, without coordinate and concessive clauses on the far side of it."""
    without = {*cue, *source}
    for k in range(len(tree)):
        marks = {tree[m].lemma for m in tree.kids(k, "mark", "cc")}
        contrast = tree.rel(k) in {"advcl", "parataxis"} and marks & {"though", "although", "while", "but"}
        other = tree.rel(k) == "conj" and marks & {"but", "and"} and tree.kids(k, "nsubj", "nsubj:pass")
        if contrast or other:
            below = tree.subtree(k)
            if cue[0] not in below and (below[0] > cue[0]):
                without.update(below)
    return [k for k in range(len(tree)) if k not in without]


def _heading(s: int, tree: Tree, sources: Sources) -> Iterator[Saying]:
    """A headline's colon: "Reuters: Acme to close plant" or "Acme to close plant: Reuters"."""
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), None)
    if colon is None or tree[len(tree) - 1].text in {".", "!", "?"} or len(tree) > 25:
        return
    before, after = list(range(colon)), list(range(colon + 1, len(tree)))
    for source, content in ((before, after), (after, before)):
        if 0 < len(source) <= 3 and len(content) > 2 and all((s, k) in sources.entities.at for k in source):
            path = sources.path(s, source[-1])
            yield Saying(s, [colon], source, content, path, "say", path[-1] if path else None)
            return


# ── quotations ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _quotations(trees: list[Tree], quotes: list[tuple[int, int]], found: list[Saying]) -> None:
    """Give each quotation to the saying beside it, else to the last speaker; sentences inside it follow their speaker."""
    last: Saying | None = None
    for a, b in quotes:
        inside = [
            (s, [i for i, t in enumerate(tree.tokens) if a <= t.start and t.end <= b])
            for s, tree in _between(trees, a, b)
        ]
        inside = [(s, tokens) for s, tokens in inside if tokens]
        if not inside:
            continue
        whole = any(
            any(trees[s][i].upos in {"VERB", "AUX"} for i in tokens) and len(tokens) > 3 for s, tokens in inside
        )
        near = _speaker_near(trees, found, inside, last)
        if near is None:
            continue
        last = near
        if not whole:
            near.quoted = near.quoted or any(near.covers(s, i) for s, tokens in inside for i in tokens)
            continue
        near.quoted = True
        for s, tokens in inside:
            if s == near.sentence:
                near.content = sorted(
                    {*near.content, *(i for i in tokens if i not in near.cue and i not in near.source)}
                )
            else:
                near.beyond.append((s, tokens))


def _between(trees: list[Tree], a: int, b: int) -> list[tuple[int, Tree]]:
    """The sentences that a span touches."""
    return [(s, tree) for s, tree in enumerate(trees) if tree.sentence.start < b and a < tree.sentence.end]


def _speaker_near(
    trees: list[Tree], found: list[Saying], inside: list[tuple[int, list[int]]], last: Saying | None
) -> Saying | None:
    """The saying whose cue stands outside the quotation in a sentence it touches, else the last one nearby."""
    taken = {(s, i) for s, tokens in inside for i in tokens}
    touched = {s for s, _ in inside}
    beside = [
        x
        for x in found
        if x.sentence in touched and (x.sentence, x.cue[0]) not in taken and x.force not in {"decline"} and x.path
    ]
    if beside:
        return beside[0]
    first = min(touched)
    near = [x for x in found if x.sentence in (first - 1, first - 2) and x.path and x.force != "decline"]
    if last is not None and (
        last.sentence in (first - 1, first - 2) or any(s in (first - 1, first - 2) for s, _ in last.beyond)
    ):
        return last
    return near[-1] if near and near[-1].sentence == first - 1 else None


# ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def attributions(text: str, trees: list[Tree], entities: Entities) -> tuple[Attribution, ...]:
    """Every attribution of a text as a record, the outermost only: who is cited, by which words, for what.

    Wider than the sayings that claims stand on: what somebody thinks, wants, plans, supports or decides is attributed too.
    """
    sources = Sources(trees, entities)
    return tuple(
        Attribution(
            source=() if p.source is None else (Span(start=p.source[0], end=p.source[1]),),
            cue=(Span(start=p.at[0], end=p.at[1]),),
            content=tuple(Span(start=a, end=b) for a, b in p.content),
            mode=_mode(text, trees, p),
            speaker=None if p.cue.source_head is None else sources.speaker(p.cue.sentence, p.cue.source_head),
        )
        for p in passages(text, trees)
    )


def _mode(text: str, trees: list[Tree], passage: Passage) -> Mode:
    if declined(trees[passage.cue.sentence], passage.cue.head):
        return "declined"
    if all(text[a] in "“\"‘'«`" for a, b in passage.content):
        closed = all(text[b - 1] in "”\"’'»" or text[b : b + 1] in {"\n", ""} for a, b in passage.content)
        return "direct" if closed else "mixed"
    return "mixed" if any(mark in text[a:b] for a, b in passage.content for mark in '“"«') else "indirect"
