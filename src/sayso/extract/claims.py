"""Claims: each clause of a text, and each utterance as such, with status, polarity, chain, origin, numbers, times and slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract import lexicon as lex
from sayso.extract.attribution import Saying, enclosing
from sayso.extract.clauses import Clause, clauses
from sayso.extract.entities import Entities
from sayso.extract.sources import vouches
from sayso.extract.status import polarity, status
from sayso.extract.tree import Tree
from sayso.records import Article, Claim, Kind, Period, Quantity, Role, Status, Timex, digest

_HEADING_WORDS = 16  # a line without a final mark and no longer than this is a heading: it puts nothing forward by itself
_PLACE_CASES = frozenset({"in", "at", "near", "on", "into", "to", "from", "across", "outside", "off", "inside"})
_UNIT_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "quarter", "year of age"})


@dataclass(frozen=True)
class Draft:
    """A claim in the making: which tokens it spans and what was decided about it."""

    clause: Clause
    indices: tuple[int, ...]
    status: Status
    holding: tuple[Saying, ...]
    kind: Kind | None = None
    rejects: bool = False  # denies something that it names without saying it ("the report")


class Claims:
    """Makes the claims of one article out of its trees, sayings, quantities and times."""

    def __init__(
        self, article: Article, trees: list[Tree], entities: Entities, found: list[Saying], quantities: Sequence[Quantity], timexes: Sequence[Timex]
    ) -> None:
        self.article, self.trees, self.entities, self.found = article, trees, entities, found
        self.quantities, self.timexes = quantities, timexes
        self.outlet = article.outlet or article.id

    def all(self) -> tuple[Claim, ...]:
        """The claims in order of appearance; the outer before the inner."""
        made: list[Claim] = []
        seen: set[str] = set()
        for s, tree in enumerate(self.trees):
            if self._heading(s):
                continue
            for draft in [*self._drafts(s, tree), *self._titles(s, tree)]:
                claim = self._claim(s, tree, draft, made)
                if claim is not None and claim.id not in seen:
                    seen.add(claim.id)
                    made.append(claim)
        return tuple(made)

    def _heading(self, s: int) -> bool:
        """Whether the sentence is a heading between paragraphs."""
        sentence = self.trees[s].sentence
        if sentence.tokens[-1].text in {".", "!", "?", "”", '"', "’", "'", ":", ")", ";", "…"}:
            return False
        alone = self.article.text[sentence.end : sentence.end + 1] in {"\n", ""}
        return len(sentence.tokens) <= _HEADING_WORDS and (alone or len(sentence.tokens) < 4)

    # ── drafts ──
    def _drafts(self, s: int, tree: Tree) -> Iterator[Draft]:
        cues = {x.cue[0]: x for x in self.found if x.sentence == s}
        for clause in clauses(tree):
            holding = tuple(enclosing(self.found, s, clause.head))
            saying = cues.get(clause.head) if clause.sort == "clause" else None
            if saying is not None and saying.content:
                yield from self._utterance(s, tree, clause, saying, holding)
            else:
                yield Draft(clause, clause.own, status(tree, clause, list(holding), self._actor(s, clause)), holding)

    def _utterance(self, s: int, tree: Tree, clause: Clause, saying: Saying, holding: tuple[Saying, ...]) -> Iterator[Draft]:
        """The claims of a cue's clause: that it was said, and, where a noun phrase is what was said, that too."""
        tokens = tuple(sorted({*clause.own, *saying.content} - self._apart(tree, clause)))
        around = (*holding, saying)
        clausal = any(tree[i].upos in {"VERB", "AUX"} and tree.rel(i) in {"ccomp", "xcomp", "root", "parataxis", "conj"} for i in saying.content)
        if saying.force == "decline":
            yield Draft(clause, tokens, "asserted", around, "statement")
            return
        outer: Status = status(tree, clause, list(holding), None) if holding else "asserted"
        numbered = not clausal and bool(self._inside(self.quantities, tree.span(list(tokens))))
        if saying.path and not numbered:
            yield Draft(clause, tokens, "asserted" if outer == "denied" else outer, around, "statement")
        if clausal:
            return
        if saying.force == "deny" and not saying.negated:
            yield Draft(clause, tokens, "denied", around, "event", rejects=True)
        elif numbered:
            planned = any(tree[i].lemma in lex.PLAN_NOUNS for i in saying.content)
            forecast = any(tree[i].lemma in lex.FORECAST_NOUNS for i in saying.content)
            yield Draft(clause, tokens, "planned" if planned else "predicted" if forecast else status(tree, clause, list(holding), None), around)

    def _apart(self, tree: Tree, clause: Clause) -> set[int]:
        """Tokens of clauses below that stand by themselves beside an utterance ("…, though Acme denied it")."""
        apart: set[int] = set()
        for k in tree.kids(clause.head, "advcl", "conj", "acl:relcl"):
            if {tree[m].lemma for m in tree.kids(k, "mark", "cc")} & {"though", "although", "while", "but", "and", "after", "before", "as"}:
                apart.update(tree.subtree(k))
        return apart

    def _titles(self, s: int, tree: Tree) -> Iterator[Draft]:
        """What a person is called to be: "Acme CEO Ann Roe", "Ann Roe, a researcher at Acme"."""
        for i, token in enumerate(tree.tokens):
            cluster = self.entities.at.get((s, i))
            if cluster is None or self.entities.clusters[cluster].type != "PER" or self.entities.at.get((s, i - 1)) == cluster:
                continue
            first = i
            while first > 0 and (tree[first - 1].lemma in lex.ROLES or tree[first - 1].text.lower() in lex.ROLES or self._filler(s, tree, first, i)):
                first -= 1
            last = i
            while last + 1 < len(tree) and self.entities.at.get((s, last + 1)) == cluster:
                last += 1
            roles = [k for k in range(first, i) if tree[k].text.lower() in lex.ROLES]
            appositions = [k for k in tree.kids(i, "appos") if tree[k].text.lower() in lex.ROLES or tree[k].lemma in lex.ROLES]
            if appositions:
                last = max(last, *tree.subtree(appositions[0], frozenset(tree.kids(appositions[0], "acl:relcl"))))
            if roles or appositions:
                yield Draft(Clause(i, tuple(range(first, last + 1)), i, "title"), tuple(range(first, last + 1)), "asserted", (), "attribute")

    def _filler(self, s: int, tree: Tree, first: int, name: int) -> bool:
        """Whether the token before belongs to a title that begins further left ("Acme's founder and chairman, Ann Roe")."""
        token = tree[first - 1]
        if token.text in {",", "and", "’s", "'s", "-"} or (self.entities.at.get((s, first - 1)) is not None and self._is_firm(s, first - 1)):
            ahead = range(max(0, first - 8), first - 1) if token.text in {",", "and"} else range(first, name)
            return any(tree[k].text.lower() in lex.ROLES for k in ahead)
        return token.upos in {"ADJ", "NOUN", "PROPN"} and any(tree[k].text.lower() in lex.ROLES for k in range(first, name))

    def _is_firm(self, s: int, i: int) -> bool:
        return self.entities.clusters[self.entities.at[s, i]].type in {"ORG", "LOC"}

    # ── records ──
    def _claim(self, s: int, tree: Tree, draft: Draft, made: list[Claim]) -> Claim | None:
        start, end = tree.span(self._core(tree, draft))
        if end - start < 8:
            return None
        numbers, times = self._inside(self.quantities, (start, end)), self._inside(self.timexes, (start, end))
        chain = tuple(dict.fromkeys(name for x in draft.holding for name in x.path))
        kind = draft.kind or self._kind(tree, draft.clause, numbers)
        own = self.article.text[start:end]
        return Claim(
            id=digest(self.article.id, start, end, kind, draft.status),
            article_id=self.article.id,
            start=start,
            end=end,
            text=own,
            status=draft.status,
            polarity=polarity(tree, draft.clause),
            chain=chain,
            origin=self._origin(chain),
            entities=tuple(dict.fromkeys(self.entities.ids[c] for c in self.entities.of(s, self._reach(draft)))),
            quantities=numbers,
            timexes=times,
            happened=self._happened(tree, draft, times),
            said=self._said(tree, draft),
            kind=kind,
            sentence=s,
            predicate=self._predicate(tree, draft),
            roles=tuple(self._roles(s, tree, draft)),
            refers_to=self._antecedent(draft, made) if draft.rejects else None,
        )

    def _core(self, tree: Tree, draft: Draft) -> list[int]:
        """The tokens that the claim's span runs over: leading conjunctions and markers stay out."""
        kept = list(draft.indices)
        while len(kept) > 1 and (tree[kept[0]].upos in {"CCONJ", "SCONJ", "PUNCT"} and tree[kept[0]].text not in "“\"‘'" and tree[kept[0]].lemma not in {"if", "unless"}):
            kept.pop(0)
        return kept

    def _reach(self, draft: Draft) -> list[int]:
        """The claim's tokens and its inherited subject."""
        return sorted({*draft.indices, *([draft.clause.subject] if draft.clause.subject is not None else [])})

    def _inside(self, things: Sequence[Quantity] | Sequence[Timex], span: tuple[int, int]) -> tuple:  # type: ignore[type-arg]
        return tuple(x for x in things if span[0] <= x.start and x.end <= span[1])

    def _origin(self, chain: tuple[str, ...]) -> str:
        """The last of the chain that can vouch; unnamed sources count as whoever cites them, in the end this outlet."""
        return next((name for name in reversed(chain) if vouches(name)), self.outlet)

    def _kind(self, tree: Tree, clause: Clause, numbers: tuple[Quantity, ...]) -> Kind:
        if clause.sort == "rumour":
            return "event"
        if any(q.unit not in _UNIT_DURATIONS for q in numbers):
            return "number"
        nominal = tree[clause.head].upos in {"NOUN", "ADJ", "PROPN", "NUM"} and bool(tree.kids(clause.head, "cop"))
        return "attribute" if nominal or tree[clause.head].lemma in {"be", "remain", "have", "include", "contain"} else "event"

    def _happened(self, tree: Tree, draft: Draft, times: tuple[Timex, ...]) -> Period:
        cues = {x.cue[0] for x in draft.holding}
        dated = [t for t in times if t.type in {"DATE", "TIME"} and (t.earliest or t.latest)]
        if draft.kind == "statement" or not dated:
            return Period()
        del cues
        best = min(dated, key=lambda t: (t.latest is None, t.earliest is None, t.start))
        return Period(earliest=best.earliest, latest=best.latest)

    def _said(self, tree: Tree, draft: Draft) -> Period:
        """When it was said: a time beside the cue, else when the article was published."""
        for saying in reversed(draft.holding):
            held = self.trees[saying.sentence]
            inside = set(saying.content)
            for t in self.timexes:
                tokens = [i for i, token in enumerate(held.tokens) if t.start <= token.start < t.end]
                if tokens and t.type in {"DATE", "TIME"} and t.earliest and not inside.intersection(tokens):
                    return Period(earliest=t.earliest, latest=t.latest)
        return Period(earliest=self.article.published.earliest, latest=self.article.published.latest)

    def _predicate(self, tree: Tree, draft: Draft) -> str:
        """The lemma of what happens: the head verb with its particle, the lexical verb under "have", "be able to" and the like."""
        i = draft.clause.head
        if draft.clause.sort == "title":
            return "be"
        for _ in range(3):
            below = tree.kid(i, "xcomp")
            if below is None or tree[i].lemma not in lex.INTEND | {"begin", "start", "continue", "set", "go", "be", "able", "appear", "seem", "need", "use"}:
                break
            i = below
        particle = tree.kid(i, "compound:prt")
        return tree[i].lemma + (f" {tree[particle].lemma}" if particle is not None else "")

    def _roles(self, s: int, tree: Tree, draft: Draft) -> Iterator[Role]:
        clause = draft.clause
        if clause.subject is not None:
            yield self._role(s, tree, "who", clause.subject)
        heads = [clause.head, *(k for k in tree.kids(clause.head, "xcomp") if k in draft.indices)]
        for head in heads:
            for k in tree.kids(head, "obj", "obl", "nmod", "xcomp", "iobj"):
                if k not in draft.indices or k in heads[1:]:
                    continue
                case = next((tree[c].lemma for c in tree.kids(k, "case")), "")
                if case in {"accord", "according"}:
                    continue
                place = case in _PLACE_CASES and self._type(s, k) == "LOC"
                yield self._role(s, tree, "where" if place else "what" if tree.rel(k) in {"obj", "xcomp"} else f"by {case}".strip(), k)
        if tree.kids(clause.head, "cop"):
            yield self._role(s, tree, "is", clause.head)

    def _role(self, s: int, tree: Tree, name: str, head: int) -> Role:
        apart = frozenset(k for k in tree.kids(head) if tree.rel(k) in {"acl", "parataxis", "cop", "nsubj", "case", "punct", "advcl", "aux", "mark", "advmod", "obl"})
        below = tree.subtree(head, apart)
        start, end = tree.span(below)
        cluster = next((self.entities.at[s, k] for k in [head, *below] if (s, k) in self.entities.at), None)
        if cluster is not None and (s, head) not in self.entities.at and tree[head].upos not in {"PROPN", "NOUN"}:
            cluster = None
        entity = None if cluster is None or (s, head) not in self.entities.at else self.entities.ids[cluster]
        return Role(name=name, start=start, end=end, text=self.article.text[start:end], head=tree[head].lemma, entity=entity)

    def _type(self, s: int, i: int) -> str | None:
        cluster = self.entities.at.get((s, i))
        return None if cluster is None else self.entities.clusters[cluster].type

    def _actor(self, s: int, clause: Clause) -> str | None:
        """The type of the entity that a clause's subject is; a firm or person noun counts as one."""
        if clause.subject is None:
            return None
        kind = self._type(s, clause.subject)
        token = self.trees[s][clause.subject]
        if kind is None and token.lemma in lex.FIRM_NOUNS | {"he", "she", "they", "we", "i"}:
            return "ORG"
        if kind is None and token.lemma in lex.ROLES:
            return "PER"
        return kind

    def _antecedent(self, draft: Draft, made: list[Claim]) -> str | None:
        """What a denial without words of its own rejects: the nearest claim before it that somebody else puts forward."""
        denier = draft.holding[-1].path[-1:] if draft.holding else []
        for claim in reversed(made[-40:]):
            if claim.status == "rumoured" and claim.chain[-1:] != tuple(denier):
                return claim.id
        for claim in reversed(made[-12:]):
            if claim.chain and claim.kind != "statement" and claim.chain[-1:] != tuple(denier) and claim.status != "denied":
                return claim.id
        return None
