"""Event coreference on ECB+ with gold mentions, through the matcher: CoNLL F1 beside the same lemma, in one run.

    python benchmarks/match/ecb.py [--topics 1-35]

The setting: gold event mentions, all documents in one pile (`whole corpus`) or each subtopic by itself (`gold subtopic`). The
floor takes mentions of one stemmed head lemma for one event. Ours first lets `sayso group` tell the stories of the pile
apart (or takes the gold subtopics), then asks the matcher within each.

A mention becomes a claim by the tree around it: its own words are the claim, its head the predicate, what depends on it the
roles (who, what, where). `match` is the package's function as it stands: it gathers what speaks of one matter, "the crash"
with "three people died", which ECB+ tells apart. `match, mentions` asks its parts the finer question, whether two mentions name
one event: whether their heads are one word counts as a slot, and the threshold is higher (chosen on topics 1-35).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent))

import ecb_mentions
from conll import Conll, clusters, conll
from ecb_mentions import Document, Mention

from sayso.compare.wording import stem
from sayso.extract.clauses import subject_of
from sayso.extract.parse import parse
from sayso.extract.reading import read as read_article
from sayso.extract.tokens import split
from sayso.extract.tree import Tree
from sayso.group import group
from sayso.match import match
from sayso.match.cluster import gather
from sayso.match.likeness import alike
from sayso.match.pairs import scored
from sayso.match.slots import slots
from sayso.match.texts import Texts
from sayso.match.unify import unify
from sayso.match.vectors import pooled
from sayso.records import Article, Claim, Reading, Role
from sayso.settings import data_dir
from sayso.weights.vectors import Words

ONE_WORD, OTHER_WORDS = 0.5, -0.3  # what the heads add to the likeness of two mentions; .3 and -.2 score 2 points less
THRESHOLD, ANCHOR = 0.3, 0.36  # of the mean, and of the best pair, of a group of mentions; from .2 to .4 within a point
_OBJECTS, _PLACES = {"obj", "nsubj:pass"}, {"obl", "nmod"}

Labels = dict[Hashable, Hashable]
Read = tuple[Article, Reading, Words]
Matcher = Callable[[Sequence[Read]], Iterator[Sequence[str]]]


def read(document: Document) -> Read:
    """The document as it is read, its mentions in place of its claims."""
    found, words = read_article(document.article)
    trees = [Tree(sentence) for sentence in parse(split(document.article.text))]
    claims = [_claim(document.article, found, trees, at, mention) for at, mention in enumerate(document.mentions)]
    return document.article, msgspec.structs.replace(found, claims=tuple(claims)), words


def _claim(article: Article, reading: Reading, trees: Sequence[Tree], at: int, mention: Mention) -> Claim:
    number, tokens = next(
        (n, inside)
        for n, tree in enumerate(trees)
        if (inside := [i for i, t in enumerate(tree.tokens) if t.start < mention.end and mention.start < t.end])
    )
    tree = trees[number]
    head = next((i for i in tokens if tree[i].head not in tokens), tokens[0])
    return Claim(
        id=f"{article.id} {at}",
        article_id=article.id,
        start=mention.start,
        end=mention.end,
        text=article.text[mention.start : mention.end],
        status="asserted",
        polarity="positive",
        chain=(),
        origin=article.id,
        sentence=number,
        predicate=tree[head].lemma,
        roles=tuple(_roles(article, reading, tree, head)),
    )


def _roles(article: Article, reading: Reading, tree: Tree, head: int) -> Iterator[Role]:
    subject = subject_of(tree, head) if tree[head].upos == "VERB" else None
    parts = [] if subject is None else [("who", subject)]
    parts += [("what", i) for i in tree.kids(head) if tree[i].deprel in _OBJECTS]
    parts += [("where", i) for i in tree.kids(head) if tree.rel(i) in _PLACES]
    for name, i in parts:
        start, end = tree.span(tree.subtree(i, frozenset(tree.kids(i, "acl", "appos", "conj", "case"))))
        entity = next((e.id for e in reading.entities for m in e.mentions if m.start <= tree[i].start < m.end), None)
        yield Role(name=name, start=start, end=end, text=article.text[start:end], head=tree[i].lemma, entity=entity)


def as_it_stands(told: Sequence[Read]) -> Iterator[Sequence[str]]:
    """The groups of `sayso.match.match`, as claim ids."""
    articles, readings, words = zip(*told, strict=True)
    _, groups = match(articles, readings, {a.id: one for a, one in zip(articles, words, strict=True)})
    for found in groups:
        yield [c.id for c in found.claims]


def mentions(told: Sequence[Read]) -> Iterator[Sequence[str]]:
    """The groups of the matcher's parts, the heads of the mentions a slot beside the others."""
    readings = sorted((r for _, r, _ in told), key=lambda r: r.id)
    articles = [a for a, *_ in told]
    entities, claims = unify(readings)
    claims.sort(key=lambda c: (c.article_id, c.start, c.end, c.id))
    texts = Texts(articles, readings)
    items = slots(claims, texts, entities)
    vectors = pooled(claims, texts, articles, readings, {a.id: words for a, _, words in told})
    found = scored(items, alike(items, vectors))
    heads = [head(c) for c in claims]
    scores = {(i, j): v + (ONE_WORD if heads[i] == heads[j] else OTHER_WORDS) for (i, j), v in found.scores.items()}
    kept = {pair: value for pair, value in scores.items() if value > 0}
    for members in gather(len(claims), kept, THRESHOLD, found.neutral, found.forbidden, ANCHOR):
        yield [claims[i].id for i in members]


def head(claim: Claim) -> str:
    """The stemmed lemma of a mention's head."""
    return stem(claim.predicate.lower())


def within(parts: Mapping[str, str], told: Sequence[Read], matcher: Matcher) -> Labels:
    """The group of each mention, found in each part (by article id) of the pile by itself."""
    by_part: dict[str, list[Read]] = defaultdict(list)
    for one in told:
        if one[1].claims:
            by_part[parts[one[0].id]].append(one)
    return {i: (part, at) for part, some in by_part.items() for at, found in enumerate(matcher(some)) for i in found}


def lemmas(parts: Mapping[str, str], told: Sequence[Read]) -> Labels:
    """The floor: one head lemma, one event."""
    return {c.id: (parts[a.id], head(c)) for a, r, _ in told for c in r.claims}


def row(name: str, scores: Conll) -> str:
    parts = "   ".join(
        f"{label} {100 * s.f1:.1f} (P {100 * s.precision:.0f} R {100 * s.recall:.0f})"
        for label, s in zip(("MUC", "B³", "CEAFe"), scores, strict=True)
    )
    return f"{name:44} {100 * scores.f1:5.1f}   {parts}"


def topics(written: str) -> range:
    """The numbers from the first to the last, both included."""
    first, _, last = written.partition("-")
    return range(int(first), int(last or first) + 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--topics", type=topics, default=range(1, 36), help="such as 1-35")
    chosen = parser.parse_args()
    if not (data_dir() / "events_ecb.tar.xz").exists():
        raise SystemExit(f"no events_ecb.tar.xz at {data_dir()}: set SAYSO_DATA")
    documents = list(ecb_mentions.documents(data_dir(), chosen.topics))
    told = [read(d) for d in documents]
    gold = clusters({f"{d.article.id} {n}": m.chain for d in documents for n, m in enumerate(d.mentions)})
    print(f"{len(documents)} documents, {sum(map(len, gold))} mentions of {len(gold)} events; CoNLL F1")
    pile = dict.fromkeys((d.article.id for d in documents), "pile")
    subtopic = {d.article.id: d.subtopic for d in documents}
    story = {p.id: p.story_id for p in group([d.article for d in documents], [r for _, r, _ in told])}
    found = {
        "whole corpus: lemma": lemmas(pile, told),
        "whole corpus: lemma in our stories": lemmas(story, told),
        "whole corpus: match in our stories": within(story, told, as_it_stands),
        "whole corpus: match, mentions, in our stories": within(story, told, mentions),
        "gold subtopic: lemma": lemmas(subtopic, told),
        "gold subtopic: match": within(subtopic, told, as_it_stands),
        "gold subtopic: match, mentions": within(subtopic, told, mentions),
    }
    for name, labels in found.items():
        print(row(name, conll(gold, clusters(labels))), flush=True)


if __name__ == "__main__":
    main()
