"""Who says what, for claims to stand on: the passages of a text that report, with whom they add to a claim's chain.

In the terms of the attribution corpora PARC (Pareti 2016) and PolNeAR (Newell 2018). A `Saying` is one act of reporting; several
may hold one clause, the outermost first. What is only thought, wanted or supported is an attribution, but no saying.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.compare.names import same_name
from sayso.extract import lexicon as lex
from sayso.extract.cited import passive_at, source_of
from sayso.extract.cues import declined, puts_it, unknown_report
from sayso.extract.entities import MINDED, Entities
from sayso.extract.polarity import called_false
from sayso.extract.sources import Sources
from sayso.extract.speech import Passage
from sayso.extract.tree import Tree
from sayso.records import Attribution, Mode, Span

_REFUSALS = frozenset({"reject", "dismiss"})
# What documents and data do to say something; a picture that shows something says nothing.
_SHOWN = frozenset("show indicate find reveal suggest".split())
_IDEAS = frozenset({"idea", "notion", "suggestion"})
_PLEDGES = frozenset({"pledge", "promise", "vow", "propose", "threaten"})

_MINDED = MINDED | {"expect"}
_HOLDS = frozenset({"set", "have"})


@dataclass
class Saying:
    """One act of reporting in sentence `sentence`; token indices, but `beyond` lists (sentence, tokens) elsewhere."""

    sentence: int
    cue: list[int]
    source: list[int]
    content: list[int]
    path: list[str]  # whom it adds to the chain, the one nearest to the outlet first
    force: str = "say"  # say deny predict plan rumour doubt decline, and intend: has it in mind
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


def sayings(trees: list[Tree], entities: Entities, found: list[Passage], outlet: str = "") -> list[Saying]:
    """The acts of reporting among the attributions of a text, the inner ones too, in order of their cues.

    The outlet itself is nobody whom it cites ("sources told this newspaper").
    """
    sources = Sources(trees, entities)
    starts = [tree.sentence.start for tree in trees]
    cited: dict[tuple[int, int], Passage] = {(p.cue.sentence, p.cue.head): p for p in _all(found)}
    made: list[Saying] = []
    for (s, i), passage in sorted(cited.items(), key=lambda item: item[1].at):
        sources.reports.read_to(s, i, sources.path)
        saying = _saying(trees[s], i, passage, sources)
        if saying is None:
            continue
        _place(trees, starts, passage, saying)
        if trees[s][i].upos == "NOUN":  # "reports of talks, which Acme denied": the clause behind is not told
            beyond = {m for k in saying.content if trees[s][k].deprel == "acl:relcl" for m in trees[s].subtree(k)}
            saying.content = sorted({i, *saying.content} - beyond)
        if not (saying.beyond or saying.quoted or saying.force == "decline" or _says_so(trees[s], i, saying)):
            continue
        if saying.path and {trees[s][k].lemma for k in [*saying.cue, *saying.source]} & {"report", "story", "article"}:
            sources.reports.told(s, i, saying.path[0])
        if passage.cue.source_head is not None:
            sources.before.heard(s, sources.antecedent(s, passage.cue.source_head), saying.path)
        if not (saying.force == "rumour" and trees[s][i].upos == "NOUN" and _answered(made, s, i)):
            made.append(saying)
    for s, tree in enumerate(trees):
        reported = {x.cue[0] for x in made if x.sentence == s}
        made += _citing(s, tree, sources, reported)
        made += _intentions(s, tree, sources)
    sources.reports.doubt(lambda s, i: any(x.path and x.covers(s, i) for x in made))
    for saying in made:
        if saying.force == "say" and sources.reports.untrue.intersection(saying.path[:1]):
            saying.force = "rumour"
        saying.path = [name for name in saying.path if not (outlet and same_name(name, outlet))]
    return sorted(made, key=lambda x: (x.sentence, x.cue[0]))


def _answered(made: Iterable[Saying], s: int, i: int) -> bool:
    """Whether a token stands in what somebody denies: then the denier is the last of the chain."""
    return any(x.force == "deny" and x.covers(s, i) for x in made)


def _all(found: Iterable[Passage]) -> Iterator[Passage]:
    for passage in found:
        yield passage
        yield from _all(passage.inner)


def enclosing(found: list[Saying], sentence: int, token: int) -> list[Saying]:
    """The sayings that hold a token, outermost first."""
    holding = [x for x in found if x.covers(sentence, token)]
    return sorted(holding, key=lambda x: (x.nested, -len(x.content), x.cue[0]))


# ── what a passage reports ───────────────────────────────────────────────────────────────────────────────────────────
def _saying(tree: Tree, i: int, passage: Passage, sources: Sources) -> Saying | None:
    """The passage as an act of reporting, or None where it reports nothing; its content is placed later."""
    cue, s, lemma = passage.cue, passage.cue.sentence, tree[i].lemma
    subject = cue.source_head
    if declined(tree, i):
        path = [] if subject is None or lemma == "respond" else sources.path(s, subject)
        name = None if subject is None else sources.speaker(s, subject)
        return Saying(s, [i], list(cue.source), [], path, "decline", name)
    if lemma in {"accord", "according", "per", ":", "—", "–", "-"}:
        path = [] if subject is None else sources.path(s, subject)
        words = list(range(cue.first, cue.last + 1))
        return Saying(s, words, list(cue.source), [], path, "say", path[-1]) if path else None
    if tree[i].upos == "NOUN":
        return _hearsay(tree, i, passage, sources)
    shown = lemma in _SHOWN and _documented(tree, subject)
    called = called_false(tree, i) is not None
    if tree[i].upos != "VERB" or not (
        shown or called or lemma in lex.REPORTING or unknown_report(tree, i) or puts_it(tree, i)
    ):
        return None
    if _reports_nothing(tree, i, passage, sources):
        return None
    person = None if subject is None else sources.antecedent(s, subject)
    path = [] if person is None else sources.path(s, person)
    path = list(dict.fromkeys([*sources.carriers(s, i), *path, *sources.cited_by(s, i)]))
    passive = bool(tree.kids(i, "nsubj:pass", "aux:pass"))
    force = "deny" if called else _force(lemma, passive and not path)
    return Saying(
        s,
        [i],
        list(cue.source),
        [],
        path,
        force,
        path[-1] if path else None,
        quoted=passage.quoted,
        negated=_negated(tree, i),
    )


def _hearsay(tree: Tree, i: int, passage: Passage, sources: Sources) -> Saying | None:
    """Rumours and reports of which no author is named, as the noun has it: "rumours on the Internet that …"."""
    plural = tree[i].text.endswith("s")
    if not (tree[i].lemma in lex.RUMOUR_NOUNS or (tree[i].lemma == "report" and plural)):
        return None
    cue, s = passage.cue, passage.cue.sentence
    if cue.source_head is not None:
        path = sources.path(s, cue.source_head)
    else:
        name = sources.phrase(s, i, frozenset(cue.content))
        path = [" ".join([name, *_right_behind(tree, i)])] if name else []
    return Saying(s, [i], list(cue.source), [], path, "rumour", None) if path else None


def _right_behind(tree: Tree, i: int) -> list[str]:
    """The words of a phrase right behind a noun that the parse hung on the verb ("there were rumours on the internet")."""
    for k in tree.kids(tree[i].head, "obl") if tree[i].head >= 0 else ():
        below = tree.subtree(k)
        if below[0] == i + 1 and len(below) <= _SHORT and tree[k].upos in {"NOUN", "PROPN"}:
            return [tree[m].text for m in below]
    return []


_SHORT = 4  # tokens of such a phrase


def _documented(tree: Tree, subject: int | None) -> bool:
    """Whether a subject is a document or a set of data."""
    return subject is not None and tree[subject].lemma in lex.SPEECH_NOUNS


def _reports_nothing(tree: Tree, i: int, passage: Passage, sources: Sources) -> bool:
    """Whether a cue verb reports nothing here: "was denied a raise", "the move suggests", "rejected a compromise"."""
    lemma, subject, s = tree[i].lemma, passage.cue.source_head, passage.cue.sentence
    if lemma in lex.DENY and tree.kids(i, "aux:pass") and tree.kids(i, "obj"):
        return True
    if lemma == "bet" and any(tree[k].lemma == "what" for k in tree.subtree(i) if k > i):
        return True  # money was put on something
    if lemma in lex.WEAK and subject is not None and not sources.speaks(s, subject):
        return True
    things = tree.kids(i, "obj", "nsubj:pass")
    if lemma == "deny" and (tree.kids(i, "iobj") or any(tree[k].lemma in lex.GRANTED for k in things)):
        return True
    return lemma in _REFUSALS and bool(things) and not any(_put_forward(tree, k) for k in things)


def _put_forward(tree: Tree, k: int) -> bool:
    """Whether a noun stands for what somebody says is so: "the report", "the idea that …", but not "the idea of a sale"."""
    if tree[k].lemma in _IDEAS:
        return any(tree[m].lemma == "that" for c in tree.kids(k, "acl") for m in tree.kids(c, "mark"))
    return tree[k].lemma in lex.REPORT_NOUNS | lex.RUMOUR_NOUNS


def _says_so(tree: Tree, i: int, saying: Saying) -> bool:
    """Whether something is said that can be so: a clause, or a thing after a word that takes one ("denied the claim")."""
    if (
        saying.force == "deny"
        or tree[i].lemma in lex.TAKES_NOUN
        or tree[i].upos == "NOUN"
        or tree[i].lemma in {"—", "–", "-"}
    ):
        return True
    if tree[i].lemma in _SHOWN and any(_documented(tree, k) for k in tree.kids(i, "nsubj")):
        return True
    return any(tree[k].upos in {"VERB", "AUX"} for k in saying.content)


def _force(lemma: str, anonymous: bool) -> str:
    """What the cue does to its content."""
    for force, words in (("deny", lex.DENY), ("doubt", lex.DOUBT), ("rumour", lex.RUMOUR), ("predict", lex.PREDICT)):
        if lemma in words:
            return force
    if lemma in _PLEDGES:
        return "plan"
    return "rumour" if anonymous and lemma in {"say", "believe", "think", "report"} else "say"


def _negated(tree: Tree, i: int) -> bool:
    """Whether the verb itself is negated."""
    return any(tree[k].lemma in lex.NEGATIONS for k in tree.kids(i, "advmod", "det", "cc"))


def _place(trees: list[Tree], starts: list[int], passage: Passage, saying: Saying) -> None:
    """Give the saying the tokens of the passage's content, those of other sentences apart."""
    for a, b in passage.content:
        s = max(0, bisect_right(starts, a) - 1)
        while s < len(trees) and starts[s] < b:
            inside = [k for k, t in enumerate(trees[s].tokens) if a <= t.start and t.end <= b]
            if s == saying.sentence:
                saying.content = sorted({*saying.content, *inside})
            elif inside:
                saying.beyond.append((s, inside))
            s += 1


def _citing(s: int, tree: Tree, sources: Sources, reported: set[int]) -> Iterator[Saying]:
    """Who is cited by whoever speaks in the clause above ("…, citing people"), where no cue verb takes care of it."""
    for i, token in enumerate(tree.tokens):
        if token.lemma not in {"cite", "quote"} or token.xpos != "VBG" or not tree.kids(i, "obj"):
            continue
        above, head = token.head, tree.kids(i, "obj")[0]
        if above < 0 or above in reported:
            continue
        below = set(tree.subtree(i))
        scope = [k for k in tree.subtree(above) if k not in below]
        path = sources.path(s, head)
        if scope and path:
            yield Saying(s, [i], tree.subtree(head), scope, path, "say", path[-1], nested=True)


def _intentions(s: int, tree: Tree, sources: Sources) -> Iterator[Saying]:
    """Who has in mind to do something or has it as a target: "Norvik aims to sell 500", "it has a target of 500"."""
    for i, token in enumerate(tree.tokens):
        if token.upos == "NOUN" and token.lemma in lex.PLAN_NOUNS:
            found = _owned(tree, i)
        elif token.upos == "VERB" and not passive_at(tree, i) and not _negated(tree, i):
            done = _intended(tree, i)
            subject = source_of(tree, i, passive=False) if done else None
            spoken = subject is not None and sources.speaks(s, subject)
            found = (subject, [i, *(m for k in done for m in tree.subtree(k))]) if spoken else (None, [])
        else:
            continue
        path = [] if found[0] is None else sources.planner(s, found[0])
        if path:
            yield Saying(s, [i], [], sorted(found[1]), path, "intend", path[-1])


def _owned(tree: Tree, i: int) -> tuple[int | None, list[int]]:
    """Whose a plan is, and what is told of it: "Norvik's target is 500", "its goal of 500"."""
    owner = tree.kid(i, "nmod:poss")
    above = tree[i].head
    told = above >= 0 and tree.rel(i) == "nsubj" and tree.kids(above, "cop")
    return owner, tree.subtree(above if told else i)


def _intended(tree: Tree, i: int) -> list[int]:
    """What a predicate says that its subject has in mind: an infinitive, what it aims at, or a plan with what it is about."""
    lemma = tree[i].lemma
    if lemma in _MINDED:
        below = [k for k in tree.kids(i, "xcomp") if any(tree[m].lemma == "to" for m in tree.kids(k, "mark"))]
        aims = tree.kids(i, "obj") if lemma in {"target", "plan"} else []
        for k in tree.kids(i, "obl", "advcl") if lemma == "aim" else ():
            aims += [k for c in tree.kids(k, "case", "mark") if tree[c].lemma in {"at", "for"}]
        if below or aims:
            return [*below, *aims]
    plans = [k for k in tree.kids(i, "obj") if tree[k].lemma in lex.PLAN_NOUNS and tree.kids(k, "nmod", "acl")]
    none = any(tree[m].lemma == "no" for k in plans for m in tree.kids(k))
    return plans if lemma in _HOLDS and not none else []


# ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def attributions(text: str, trees: list[Tree], entities: Entities, found: list[Passage]) -> tuple[Attribution, ...]:
    """Every attribution of a text as a record: who is cited, by which words, for what; those inside another in its `inner`.

    Wider than the sayings that claims stand on: what somebody thinks, wants, plans, supports or decides is attributed too.
    """
    sources = Sources(trees, entities)
    by_cue = {(p.cue.sentence, p.cue.head): p for p in _all(found)}
    return tuple(_record(text, trees, sources, by_cue, p) for p in found)


def _record(
    text: str, trees: list[Tree], sources: Sources, by_cue: dict[tuple[int, int], Passage], p: Passage
) -> Attribution:
    content = tuple(Span(start=a, end=b) for a, b in p.content)
    inner = [_record(text, trees, sources, by_cue, q) for q in sorted(p.inner, key=lambda q: q.at)]
    return Attribution(
        source=() if p.source is None else (Span(start=p.source[0], end=p.source[1]),),
        cue=(Span(start=p.at[0], end=p.at[1]),),
        content=content,
        mode=_mode(text, trees, p),
        speaker=None if p.cue.source_head is None else sources.speaker(p.cue.sentence, p.cue.source_head),
        inner=(*_cited(trees, sources, by_cue, p), *inner),
    )


def _cited(
    trees: list[Tree], sources: Sources, by_cue: dict[tuple[int, int], Passage], p: Passage
) -> Iterator[Attribution]:
    """Whom the source of a passage cites for the same words: "the Courier reported, citing people familiar, that …"."""
    s, tree = p.cue.sentence, trees[p.cue.sentence]
    for k in tree.kids(p.cue.head, "advcl", "xcomp", "conj", "acl"):
        citing = by_cue.get((s, k))
        things = tree.kids(k, "obj")
        if citing is None or tree[k].lemma not in {"cite", "quote"} or not things:
            continue
        yield Attribution(
            source=tuple(Span(start=a, end=b) for a, b in citing.content),
            cue=(Span(start=citing.at[0], end=citing.at[1]),),
            content=tuple(Span(start=a, end=b) for a, b in p.content),
            mode="indirect",
            speaker=sources.speaker(s, things[0]),
        )


def _mode(text: str, trees: list[Tree], passage: Passage) -> Mode:
    if declined(trees[passage.cue.sentence], passage.cue.head):
        return "declined"
    if all(text[a] in "“\"‘'«`" for a, b in passage.content):
        closed = all(text[b - 1] in "”\"’'»" or text[b : b + 1] in {"\n", ""} for a, b in passage.content)
        return "direct" if closed else "mixed"
    return "mixed" if any(mark in text[a:b] for a, b in passage.content for mark in '“"«') else "indirect"
