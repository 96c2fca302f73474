"""The attributions of an article: cues joined with the quotations beside them, the outermost kept, as spans of the text.

Quotations follow the surface (marks, commas, paragraphs) rather than the parse, as in O'Keefe et al. (2012), "A sequence
labelling approach to quote attribution"; nesting and span conventions are PolNeAR's (Newell et al. 2018).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.cues import Cue, cues, puts_it
from sayso.extract.frames import VERBS
from sayso.extract.phrases import according, heading, hearsay, posted, within
from sayso.extract.quotes import Quotation, inside, marked, paragraphs
from sayso.extract.speech import Passage, Run, join
from sayso.extract.tree import Tree

_WORD = re.compile(r"\w")
# Participles that report what the speaker of the clause before says further, wherever the parse hangs them.
_FURTHER = frozenset(
    "add say note cite call refer describe accuse praise criticize criticise blame suggest urge compare argue insist claim warn tell explain "
    "point stress emphasize quip joke promise vow predict declare acknowledge conclude mock dismiss question recall write ask assert contend".split()
)


def passages(text: str, trees: Sequence[Tree]) -> list[Passage]:
    """The attributions of a text in order of their cues; those inside the content of another stand in its `inner`."""
    quotes = marked(text)
    found: list[Passage] = []
    lines = {a for a, _ in paragraphs(text)}
    for s, tree in enumerate(trees):
        here = [*cues(s, tree), *according(s, tree), *within(s, tree), *hearsay(s, tree)]
        here += heading(s, tree) if tree.sentence.start in lines else ()
        found += [_passage(tree, cue) for cue in here]
        if (post := posted(s, tree)) is not None and (above := _above(text, tree.sentence.start)) is not None:
            found.append(replace(_passage(tree, post), content=[above]))
    found.sort(key=lambda p: p.at)
    found = _told_apart(text, found)
    _split_further(trees, found, quotes)
    join(text, found, quotes)
    for passage in found:
        passage.content = _settled(text, passage, quotes)
    return _outermost([p for p in found if p.content], quotes)


def _above(text: str, at: int) -> Run | None:
    """What stands on the line before a place that begins or ends a line."""
    end = len(text[:at].rstrip())
    start = text.rfind("\n", 0, end) + 1
    return (start, end) if 0 < end - start <= _POST else None


_POST = 600  # characters of a quoted post; a longer paragraph is the article's own


def _passage(tree: Tree, cue: Cue) -> Passage:
    content = _aside(tree, cue) if cue.quotable and not cue.clausal else None
    at = (tree[cue.first].start, tree[cue.last].end)
    source = (tree[cue.source[0]].start, tree[cue.source[-1]].end) if cue.source else None
    if source is not None and _closes(tree, cue):
        source = (source[0], tree[cue.source[-1] + 1].end)
    return Passage(cue, at, source, _runs(tree, cue.content if content is None else content))


def _closes(tree: Tree, cue: Cue) -> bool:
    """Whether the comma between source and cue closes an apposition, and so belongs to the source."""
    behind = cue.source[-1] + 1
    return behind < cue.first and tree[behind].text == "," and any(tree[k].text == "," for k in cue.source)


def _runs(tree: Tree, tokens: Sequence[int]) -> list[Run]:
    """Unbroken stretches of tokens as text spans."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return [(tree[a].start, tree[b].end) for a, b in runs]


def _aside(tree: Tree, cue: Cue) -> list[int] | None:
    """What stands before (and behind) a cue that is put in between: "X, Roe said", "X, Roe said, Y"; None where it is none."""
    start, end = cue.start, cue.end
    if not cue.content and (around := _commented(tree, cue)):
        return around
    if not cue.source or start < 2 or tree[start - 1].text not in _ASIDE_MARKS or any(k > end for k in cue.content):
        return None
    before = list(range(start - 1))
    wordy = any(tree[k].upos in {"VERB", "AUX"} for k in before)
    if all(t.upos == "PUNCT" for t in tree.tokens[end + 1 :]) and start > _ASIDE_LEAST:
        return before if wordy else None
    after = next((k for k in range(end + 1, min(end + _ASIDE_ADJUNCT, len(tree) - 1)) if tree[k].text == ","), None)
    rest = [] if after is None else list(range(after + 1, len(tree)))
    if (
        rest
        and tree.rel(cue.head) in {"parataxis", "acl", "advcl", "dep"}
        and tree[rest[0]].xpos not in {"VBG", "WP", "WDT", "RB", "IN"}
    ):
        below = set(tree.subtree(cue.head))
        if not any(k in below for k in rest if tree[k].upos != "PUNCT"):
            return before + rest
    tops = {tree.rel(k) for k in before if not 0 <= tree[k].head < start and tree[k].upos != "PUNCT"}
    return before if wordy and tops & _ASIDE_TOPS and start > _ASIDE_LEAST else None


def _commented(tree: Tree, cue: Cue) -> list[int]:
    """What "as Roe said" comments on: the sentence around it; nothing where the cue's clause is no such comment."""
    above = tree[cue.head].head
    frame = VERBS["say"] if puts_it(tree, cue.head) else VERBS.get(tree[cue.head].lemma)
    if tree.rel(cue.head) != "advcl" or above < 0 or frame is None or "c" not in frame.takes:
        return []
    below = tree.subtree(cue.head)
    if tree[below[0]].text.lower() != "as":
        return []
    return [k for k in range(len(tree)) if k < below[0] or k > below[-1]]


_ASIDE_MARKS = frozenset({",", "”", '"', "''", "’", "'"})
_ASIDE_TOPS = frozenset({"root", "ccomp", "parataxis", "dep", "obj", "xcomp", "conj", "csubj"})
_ASIDE_LEAST, _ASIDE_ADJUNCT = 2, 9  # tokens before a closing aside, and after one in between until its comma


def _place(passage: Passage) -> int:
    return passage.at[0]


def _told_apart(text: str, found: list[Passage]) -> list[Passage]:
    """In "Roe, who backed the plan, said …" the source is Roe alone; in "those who backed the plan said …" only one is attributed."""
    swallowed: set[int] = set()
    for outer in found:
        if outer.source is None:
            continue
        a, b = outer.source
        for other in found[bisect_right(found, a, key=_place) : bisect_left(found, b, key=_place)]:
            if other is outer or not other.content:
                continue
            if text[a : other.start].rstrip().endswith(",") and other.source is not None and other.start > a:
                outer.source = (a, a + len(text[a : other.start].rstrip(" ,")))
                a, b = outer.source
            elif outer.content or outer.cue.quotable:
                swallowed.add(id(other))
    return [p for p in found if id(p) not in swallowed]


# ── participles that go on reporting ─────────────────────────────────────────────────────────────────────────────────
def _split_further(trees: Sequence[Tree], found: list[Passage], quotes: Sequence[Quotation]) -> None:
    """In "Roe said it would sink, adding that …" the second cue has the first one's source, and ends its content."""
    by_sentence: dict[int, list[Passage]] = {}
    for passage in found:
        by_sentence.setdefault(passage.cue.sentence, []).append(passage)
    for s, here in by_sentence.items():
        tree = trees[s]
        for later in here:
            head = later.cue.head
            if tree[head].lemma not in _FURTHER or later.cue.first < 2 or inside(later.at[0], quotes):
                continue
            if not _goes_on(tree, later.cue):
                continue
            before = [p for p in here if p.at[1] <= later.at[0] and p.cue.quotable and p.source is not None]
            before = [p for p in before if not inside(p.at[0], quotes) and tree[p.cue.head].xpos != "VBG"]
            if not before:
                continue
            outer = next(p for p in reversed(before) if p is before[0] or not _held(p, before))
            covered = any(a <= later.at[0] < b for a, b in outer.content)
            if covered:
                outer.content = [(a, min(b, later.at[0])) for a, b in outer.content if a < later.at[0]]
            if covered or later.source is None or any(a <= later.source[0] < b for a, b in outer.content):
                later.source, later.cue.source_head = outer.source, outer.cue.source_head


def _held(passage: Passage, others: Sequence[Passage]) -> bool:
    """Whether a cue stands in the content of another."""
    return any(a <= passage.at[0] < b for p in others if p is not passage for a, b in p.content)


def _goes_on(tree: Tree, cue: Cue) -> bool:
    """Whether a cue goes on from the one before it: ", adding that", "but added"."""
    before = tree[cue.first - 1]
    if tree[cue.head].xpos == "VBG":
        return before.text in {",", "”", '"', "''"}
    return tree[cue.head].xpos in {"VBD", "VBZ"} and before.lemma in {"and", "but"} and not tree.kids(cue.head, "nsubj")


# ── spans ────────────────────────────────────────────────────────────────────────────────────────────────────────────
_LEADING, _TRAILING = " ,.;:?!—–-…\u00a0\t)]”’", " ,.;:—–-\u00a0\t([“‘"


def _settled(text: str, passage: Passage, quotes: Sequence[Quotation]) -> list[Run]:
    """The content's spans: whole quotations where most of one is in, cue and source out, bare marks at the edges out."""
    grown: list[Run] = []
    for run in passage.content:
        grown.append(_grown(text, run, passage, quotes))
    taken = [passage.at, *([passage.source] if passage.source else [])]
    pieces: list[Run] = []
    for a, b in _merged(text, grown):
        for c, d in _without(a, b, taken):
            *inner, last = _lines(text, c, d) or [(c, c)]
            pieces += [(e, e + len(text[e:f].rstrip())) for e, f in inner] + [_trim(text, *last)]
    pieces = [r for r in pieces if _WORD.search(text, *r)]
    return [] if len(pieces) == 1 and text[slice(*pieces[0])].lower() in {"to", "so"} else pieces


def _grown(text: str, run: Run, passage: Passage, quotes: Sequence[Quotation]) -> Run:
    a, b = run
    k = max(0, bisect_right(quotes, (a, 0, 0, 0)) - 1)
    while k < len(quotes) and quotes[k].start < b:
        q = quotes[k]
        shared = min(b, q.end) - max(a, q.start)
        alone = not (q.start < passage.at[1] and passage.at[0] < q.end)
        if shared > 0 and alone and shared * 2 > q.end - q.start:
            a, b = min(a, q.start), max(b, q.end)
        k += 1
    return a, b


def _merged(text: str, runs: Sequence[Run]) -> list[Run]:
    """Spans in order, those that touch or overlap made one."""
    merged: list[Run] = []
    for a, b in sorted(runs):
        if merged and (a <= merged[-1][1] or not text[merged[-1][1] : a].strip()):
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _without(a: int, b: int, taken: Sequence[Run]) -> list[Run]:
    pieces = [(a, b)]
    for c, d in taken:
        pieces = [part for x, y in pieces for part in ((x, min(y, c)), (max(x, d), y)) if part[0] < part[1]]
    return sorted(set(pieces))


def _lines(text: str, a: int, b: int) -> list[Run]:
    runs = []
    while a < b:
        cut = text.find("\n", a, b)
        cut = b if cut < 0 else cut
        if cut > a:
            runs.append((a, cut))
        a = cut + 1
    return runs


def _trim(text: str, a: int, b: int) -> Run:
    while a < b and text[a] in _LEADING:
        a += 1
    while a < b and text[b - 1] in _TRAILING and not text.endswith(("a.m.", "p.m.", "Jr.", "Sr."), a, b):
        b -= 1
    return a, b


# ── nesting ──────────────────────────────────────────────────────────────────────────────────────────────────────────
_DEEPEST = 8  # nobody reports who reported who reported … any deeper; a text made to would nest without end


def _outermost(found: list[Passage], quotes: Sequence[Quotation]) -> list[Passage]:
    """The attributions that stand in no other's content; the others under the innermost that holds them."""
    order = sorted(found, key=lambda p: (not p.quoted, -sum(b - a for a, b in p.content), p.at))
    kept: list[Passage] = []
    covered: list[tuple[int, int, Passage]] = []
    for passage in order:
        holder = next((p for a, b, p in covered if a <= passage.at[0] < b), None)
        for _ in range(_DEEPEST):
            deeper = None if holder is None else _holding(holder.inner, passage)
            if deeper is None:
                break
            holder = deeper
        if holder is not None:
            holder.inner.append(passage)
            continue
        kept.append(passage)
        covered += [(a, b, passage) for a, b in passage.content]
    return sorted(kept, key=lambda p: p.at)


def _holding(passages: Sequence[Passage], inner: Passage) -> Passage | None:
    """The first of the passages in whose content a cue stands."""
    return next((p for p in passages if any(a <= inner.at[0] < b for a, b in p.content)), None)
