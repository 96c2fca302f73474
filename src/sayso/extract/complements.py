"""The content of a cue verb: which of its dependents say what is reported, thought or wanted, by the verb's frame.

On Universal Dependencies, with some slack where parsers often stray: an object that is a clause, a clause hung on the addressee.
"""

from __future__ import annotations

from sayso.extract import frames as fr
from sayso.extract.frames import Frame
from sayso.extract.tokens import Token
from sayso.extract.tree import Tree

MARKS = frozenset({"“", "”", '"', "''", "``"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR = DAYS | frozenset(
    (
        "january february march april june july august september october november december day week month year night morning afternoon evening "
        "today yesterday tomorrow twitter facebook air tv television radio floor stage show"
    ).split()
)
_DAYTIMES = frozenset({"on", "night", "morning", "afternoon", "evening"})
# Openings of clauses at a content's end that are rather the writer's: of PolNeAR's contents 88 end before one, 35 include it.
_AFTERTHOUGHTS = frozenset({"which", "who", "where", "although", "though", "despite", "but", "after"})
QUESTIONS = frozenset("what which who whom whose how why when where whether if".split())
_PERCEIVED = frozenset({"show", "find", "see"})


def complements(tree: Tree, i: int, frame: Frame, passive: bool) -> tuple[set[int], int | None]:
    """The content tokens among a verb's dependents, and the preposition that leads to them, if one does."""
    thing = _thing(tree, i, passive)
    main, more, linking = _clauses_and_phrases(tree, i, frame, passive, thing)
    if thing is not None and (whole := _its_predicate(tree, i, thing, main)) is not None:
        main = [*main, thing]
        thing = whole
    elif thing is not None and _thing_counts(tree, i, thing, frame, passive, main, more):
        main = [*main, thing, *more]
    elif thing is None and not main and "o" in frame.takes and tree[i].deprel == "acl:relcl" and tree.kids(i, "nsubj"):
        return set(tree.subtree(tree[i].head, frozenset([i]))), None  # "everything he said"
    if not main and thing is not None and (hung := _hung(tree, i, thing, frame)):
        return set(hung), None
    if tree[i].lemma in _PERCEIVED and thing in main:  # "polls show Roe ahead in the north"
        main += [
            k for k in tree.kids(i, "advcl", "obl", "acl") if k > i and k not in main and first_of(tree, k).text != ","
        ]
    if (
        "s" in frame.takes
        and main
        and (subject := tree.kid(i, "nsubj")) is not None
        and tree[subject].lemma not in fr.EMPTY
    ):
        main.append(subject)
    content = {m for k in main for m in clean(tree, k)}
    if "n" in frame.takes and thing is not None and content:
        content = _named(tree, content)
    content = _with_adjuncts(tree, i, content, main)
    return _without_afterthought(tree, _explained(tree, content)), linking


def _its_predicate(tree: Tree, i: int, thing: int, main: list[int]) -> int | None:
    """The object, where it is rather the subject of the clause behind it: "said the report that it sank was wrong"."""
    finite = any(
        tree.rel(k) == "ccomp" and k > thing > i and tree.kids(k, "cop", "aux") and not tree.kids(k, "nsubj", "mark")
        for k in main
    )
    return thing if finite else None


def _thing(tree: Tree, i: int, passive: bool) -> int | None:
    """The object, or the subject of a passive, also one that the parse takes for an active subject."""
    if not passive:
        return tree.kid(i, "obj", "iobj")
    subject = tree.kid(i, "nsubj:pass")
    return tree.kid(i, "nsubj") if subject is None and tree.kids(i, "aux:pass") else subject


def _clauses_and_phrases(
    tree: Tree, i: int, frame: Frame, passive: bool, thing: int | None
) -> tuple[list[int], list[int], int | None]:
    """The dependents that are content by themselves, those that go with an object, and the linking preposition."""
    main: list[int] = []
    more: list[int] = []
    linking: int | None = None
    for k in tree.kids(i):
        relation, case = tree.rel(k), case_of(tree, k)
        word = "" if case is None else tree[case].lemma
        if k < i:
            continue
        if (
            word in frame.preps
            and relation in {"obl", "nmod", "advcl", "xcomp", "ccomp", "acl"}
            and word not in {"by", "that"}
            and not timely(tree, k)
        ):
            main.append(k)
            linking = case if linking is None else linking
        elif _clause_counts(tree, k, frame.takes, thing is not None):
            main.append(k)
        elif relation in {"obl", "nmod", "advcl"} and word in frame.also and thing is not None:
            more.append(k)
            linking = case if passive or thing < i else linking
        elif relation == "parataxis" and "c" in frame.takes and tree[tree.subtree(k)[0] - 1].text == ":":
            main.append(k)
    return main, more, linking


def first_of(tree: Tree, k: int) -> Token:
    """The first token of a subtree."""
    return tree[tree.subtree(k)[0]]


def case_of(tree: Tree, k: int) -> int | None:
    """The preposition of a phrase or gerund."""
    return next((c for c in tree.kids(k, "case", "mark") if tree[c].upos in {"ADP", "SCONJ"} and c < k), None)


def timely(tree: Tree, k: int) -> bool:
    """Whether a phrase says when, or on which medium: a weekday, a month, "on Twitter"."""
    return tree[k].deprel == "obl:tmod" or tree[k].lemma in CALENDAR


def _clause_counts(tree: Tree, k: int, takes: frozenset[str], has_object: bool) -> bool:
    """Whether a clause below a cue is content."""
    relation = tree.rel(k)
    if relation == "ccomp":
        return bool(takes & set("cpn"))
    if relation == "xcomp":
        return _open_counts(tree, k, takes, has_object)
    return relation == "advcl" and "c" in takes and _embedded(tree, k)


def _embedded(tree: Tree, k: int) -> bool:
    """Whether an adverbial clause is rather an indirect question ("asked if he would go")."""
    above = tree[tree[k].head].lemma
    asks = above in {"ask", "wonder", "question", "inquire", "know", "see", "say"}
    return asks and any(tree[m].lemma in {"if", "whether"} for m in tree.kids(k, "mark"))


def _open_counts(tree: Tree, k: int, takes: frozenset[str], has_object: bool) -> bool:
    """Whether an open complement is content: an infinitive, a gerund, or what is said of the object."""
    if any(tree[m].lemma == "to" for m in tree.kids(k, "mark")):
        return "i" in takes or ("p" in takes and has_object)
    gerund = tree[k].xpos == "VBG" or any(tree[c].xpos == "VBG" for c in tree.kids(k, "aux"))
    if gerund and not has_object:
        return bool(takes & set("gs"))
    as_such = "o" in takes and has_object and any(tree[c].lemma == "as" for c in tree.kids(k, "case", "mark"))
    return bool(takes & set("psn")) or as_such


def _thing_counts(
    tree: Tree, i: int, thing: int, frame: Frame, passive: bool, main: list[int], more: list[int]
) -> bool:
    """Whether the object, or the subject of a passive, is content."""
    takes = frame.takes
    if tree[thing].lemma in fr.EMPTY and passive and main:
        return False
    if "n" in takes:
        return bool(main) or len(tree.kids(i, "obj", "iobj")) > 1 or _quoted_after(tree, thing)
    if "p" in takes and any(not _that(tree, k) for k in main):
        return True
    if "x" in takes or "o" not in takes:
        return (bool(more) and "x" not in takes) or ("c" in takes and "x" not in takes and _questioning(tree, thing))
    if passive and tree.rel(i) in {"acl", "amod"}:
        return False
    if "i" in takes and passive and main:
        return True
    return tree[thing].xpos != "PRP$" and not tree[thing].lemma.endswith("self")


def _that(tree: Tree, k: int) -> bool:
    return tree.rel(k) == "ccomp" and any(tree[m].lemma == "that" for m in tree.kids(k, "mark"))


def _quoted_after(tree: Tree, thing: int) -> bool:
    """Whether a quotation follows an object in its sentence ("called the plan “a farce”")."""
    return any(t.text in MARKS for t in tree.tokens[thing + 1 :])


def _questioning(tree: Tree, thing: int) -> bool:
    """Whether an object is a free relative or an answer: "would not say what it cost", "said no"."""
    return tree[tree.subtree(thing)[0]].lemma in QUESTIONS | {"yes", "no"}


def _hung(tree: Tree, i: int, thing: int, frame: Frame) -> list[int]:
    """A clause that the parse hangs on the addressee: "told the workers (that) the yard would close", "asked them who …"."""
    if not frame.takes & set("x") and tree[i].lemma != "ask":
        return []
    for k in tree.kids(thing, "acl"):
        subject = tree.kid(k, "nsubj", "nsubj:pass")
        that = any(tree[m].lemma == "that" for m in tree.kids(k, "mark"))
        below = tree.subtree(k)
        asked = tree[i].lemma == "ask" and tree[below[0]].lemma in QUESTIONS
        if below[0] > thing and (
            that or asked or (subject is not None and tree[subject].lemma not in {"who", "which", "that"})
        ):
            return below
    return []


def _named(tree: Tree, content: set[int]) -> set[int]:
    """The content of a naming verb with the quotation that follows it ("called the plan “a farce”")."""
    end = max(content) + 1
    if end < len(tree) and tree[end].text in MARKS:
        close = next((k for k in range(end + 1, len(tree)) if tree[k].text in MARKS), None)
        return content | set(range(end, close + 1)) if close is not None else content
    return content


def clean(tree: Tree, k: int) -> list[int]:
    """A complement's tokens, without what follows a semicolon or dash and is a clause by itself, and without a time before it."""
    cut = frozenset(
        c
        for c in tree.kids(k, "parataxis")
        if c > k and tree[tree.subtree(c)[0] - 1].text in {";", "—", "–", "-", "--"}
    )
    kept = tree.subtree(k, cut)
    if tree.rel(k) != "ccomp":
        return kept
    that = next((m for m in tree.kids(k, "mark") if tree[m].lemma == "that"), None)
    if that is not None:
        return [m for m in kept if m >= that]
    while len(kept) > 2 and tree[kept[0]].lemma in DAYS | _DAYTIMES:
        if tree[kept[0]].lemma == "on" and tree[kept[1]].lemma not in DAYS:
            break
        kept.pop(0)
    return kept


def _with_adjuncts(tree: Tree, i: int, content: set[int], main: list[int]) -> set[int]:
    """The content with what follows it without a comma.

    Of a clause its adjuncts ("said he would go if asked"), of a noun phrase only an infinitive or "as" ("called on Roe to go").
    """
    whole = any(tree.rel(k) in {"ccomp", "xcomp"} and k > i for k in main)
    followers = tree.kids(i, "advcl", "obl", "advmod") if whole else tree.kids(i, "advcl", "xcomp", "obl", "acl")
    for k in followers:
        below = tree.subtree(k)
        if not content or below[0] != max(content) + 1 or tree[below[0]].text in {",", "—", "("}:
            continue
        if whole or tree[below[0]].lemma in {"to", "as"}:
            content.update(below)
    return content


def _without_afterthought(tree: Tree, content: set[int]) -> set[int]:
    """The content without a relative or concessive clause that closes it behind a comma: its writer's rather than its source's."""
    if not content or any(tree[m].text in MARKS for m in content):
        return content
    last = max(content)
    for k in sorted(content):
        if tree.rel(k) not in {"acl", "advcl", "conj"} or tree[k].head not in content:
            continue
        below = tree.subtree(k)
        first = below[0] + (tree[below[0]].text == ",")
        opens = first >= 2 and tree[first - 1].text == "," and tree[first].text.lower() in _AFTERTHOUGHTS
        kept = {m for m in content if m < first - 1}
        if opens and below[-1] >= last and kept and tree[first + 1].lemma not in {"that", "also"}:
            return kept
    return content


def _explained(tree: Tree, content: set[int]) -> set[int]:
    """The content with what a colon adds to it ("one thing: …")."""
    end = max(content, default=len(tree))
    if end + 2 < len(tree) and tree[end + 1].text == ":" and tree[end + 2].text not in MARKS:
        return content | set(range(end + 1, len(tree)))
    return content
