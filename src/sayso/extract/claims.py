"""Claims: each clause of a text, and each utterance as such, with status, polarity, chain, origin, numbers, times and slots."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from sayso.compare.facts import AGE, FACTS, TITLE
from sayso.compare.quantities import DURATIONS
from sayso.extract import lexicon as lex
from sayso.extract.attribution import Saying, enclosing
from sayso.extract.clauses import Clause, antecedent, clauses
from sayso.extract.disputed import opened_up, tells
from sayso.extract.entities import Entities
from sayso.extract.polarity import called_false, polarity
from sayso.extract.series import series
from sayso.extract.sources import vouches
from sayso.extract.status import said_falsely, status
from sayso.extract.stubs import without_stub
from sayso.extract.tree import Tree
from sayso.records import Article, Claim, Kind, Period, Quantity, Role, Status, Timex, digest

_HEADING_WORDS = (
    16  # a line without a final mark and no longer than this is a heading: it puts nothing forward by itself
)
_REACH = 6  # sentences back that "the report" may refer to
# Telling words a clause needs, with a subject of its own and without; shorter ones mostly stood in wrong findings.
_LEAST_WHOLE, _LEAST_PART = 2, 3
_PLACE_CASES = frozenset({"in", "at", "near", "on", "into", "to", "from", "across", "outside", "off", "inside"})
_UNIT_DURATIONS = DURATIONS | {"year of age"}


_GAP = 4  # words that the parse hangs elsewhere though they stand inside the claim's text
_AGED = frozenset("be a an aged age who now then the year old".split())
_PARTICLES = frozenset({"down", "up", "out", "off", "away", "over"})
_AGE_REACH = 6  # tokens between a person's name and the age


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
        self,
        article: Article,
        trees: list[Tree],
        entities: Entities,
        found: list[Saying],
        quantities: Sequence[Quantity],
        timexes: Sequence[Timex],
    ) -> None:
        self.article, self.trees, self.entities = article, trees, entities
        self.quantities, self.timexes = quantities, timexes
        self.outlet = article.outlet or article.id
        self._last: tuple[Tree | None, list[Clause]] = (None, [])
        self._starts = {id(quantities): [q.start for q in quantities], id(timexes): [t.start for t in timexes]}
        self._holding: dict[int, list[Saying]] = {}  # by sentence: the sayings with content in it
        self._minds: dict[int, list[Saying]] = {}  # and what somebody intends
        for x in found:
            for sentence in {x.sentence, *(s for s, _ in x.beyond)}:
                (self._minds if x.force == "intend" else self._holding).setdefault(sentence, []).append(x)

    def all(self) -> tuple[Claim, ...]:
        """The claims in order of appearance; the outer before the inner."""
        made: list[Claim] = []
        seen: set[str] = set()
        rejecting: dict[str, tuple[int, Draft]] = {}
        for s, tree in enumerate(self.trees):
            if self._heading(s):
                continue
            for draft in [*self._drafts(s, tree), *self._titles(s, tree), *self._ages(s, tree)]:
                claim = self._claim(s, tree, draft)
                if claim is not None and claim.id not in seen:
                    seen.add(claim.id)
                    made.append(claim)
                    if draft.rejects:
                        rejecting[claim.id] = (s, draft)
        meant = {
            c.id: self._antecedent(c, self.trees[s], draft, made)
            for c in made
            if c.id in rejecting
            for s, draft in [rejecting[c.id]]
        }
        disputed = [m for i, m in meant.items() if m is not None and self._reported(m, rejecting[i][0])]
        opened = {c.id: opened_up(c) for c in made if any(c.id == m.id or tells(c, m) for m in disputed)}
        opened = {i: c for i, c in opened.items() if c.id not in seen}
        told = (opened.get(c.id, c) for c in made)
        return tuple(
            msgspec.structs.replace(c, refers_to=opened.get(m.id, m).id) if (m := meant.get(c.id)) else c for c in told
        )

    def _reported(self, claim: Claim, s: int) -> bool:
        """Whether what a denial in a sentence rejects is somebody's report next to it, told as so."""
        return (
            claim.status == "asserted" and bool(claim.chain) and claim.kind != "statement" and s - claim.sentence <= 1
        )

    def _heading(self, s: int) -> bool:
        """Whether the sentence is a heading between paragraphs."""
        sentence = self.trees[s].sentence
        last = sentence.tokens[-1].text
        if last in {"!", "?", "”", '"', "’", "'", ":", ")", ";", "…"} or last.endswith("."):  # "at 5 a.m."
            return False
        alone = self.article.text[sentence.end : sentence.end + 1] in {"\n", ""}
        return len(sentence.tokens) <= _HEADING_WORDS and (alone or len(sentence.tokens) < 4)

    # ── drafts ──
    def _drafts(self, s: int, tree: Tree) -> Iterator[Draft]:
        cues = {x.cue[0]: x for x in self._holding.get(s, ()) if x.sentence == s}
        for clause in [*self._clauses_of(tree), *self._figures(tree)]:
            holding = tuple(enclosing(self._holding.get(s, []), s, clause.head))
            if clause.sort == "rumour":  # what is denied is still what was rumoured; the denial has a claim of its own
                yield Draft(clause, clause.own, "rumoured", tuple(x for x in holding if x.force != "deny"), "event")
                continue
            if clause.sort == "plan":
                yield Draft(clause, clause.own, "planned", holding)
                continue
            saying = cues.get(clause.head) if clause.sort == "clause" else None
            if saying is not None and saying.content:
                yield from self._utterance(s, tree, clause, saying, holding)
            else:
                found = self._status(s, tree, clause, holding)
                yield Draft(
                    clause,
                    tuple(sorted({*antecedent(tree, clause), *clause.own})),
                    found,
                    holding,
                    rejects=found == "denied"
                    and not any(x.force == "deny" for x in holding)  # what a denial denies has words of its own
                    and self._empty(tree, clause, saying=None),
                )

    def _figures(self, tree: Tree) -> Iterator[Clause]:
        """The figures that a clause tells in a row, each by itself."""
        inside = self._inside(self.quantities, (tree[0].start, tree[len(tree) - 1].end))
        for member in series(tree, inside) if len(inside) > 1 else ():
            home = [c for c in self._clauses_of(tree) if c.sort == "clause" and member[0] in c.own]
            if home:
                yield Clause(home[-1].head, member, home[-1].subject, "share")

    def _clauses_of(self, tree: Tree) -> list[Clause]:
        """The clauses of a sentence, worked out once: each of its sayings asks for them."""
        if self._last[0] is not tree:
            self._last = (tree, clauses(tree))
        return self._last[1]

    def _utterance(
        self, s: int, tree: Tree, clause: Clause, saying: Saying, holding: tuple[Saying, ...]
    ) -> Iterator[Draft]:
        """The claims of a cue's clause: that it was said, and, where a noun phrase is what was said, that too."""
        hung_on = antecedent(tree, clause)
        tokens = tuple(sorted({*hung_on, *clause.own, *saying.content} - self._apart(tree, clause)))
        around = (*holding, saying)
        if saying.force == "decline":
            yield Draft(clause, tokens, "asserted", around, "statement")
            return
        top = self._top(tree, clause, saying)
        said = self._said_as(s, tree, clause, holding, top if top or saying.force != "rumour" else clause, around)
        numbered = top is None and bool(self._inside(self.quantities, tree.span(list(tokens))))
        if saying.path and not numbered:
            yield Draft(clause, tokens, said, around, "statement")
        elif not numbered:  # nobody is named who said it: "the deal was announced in May"
            yield Draft(clause, clause.own, self._said_as(s, tree, clause, holding), holding)
        if saying.force == "deny" and not saying.negated and self._empty(tree, clause, saying):
            yield Draft(clause, tokens, "denied", around, "event", rejects=True)
        elif numbered:
            planned = any(tree[i].lemma in lex.PLAN_NOUNS for i in saying.content)
            forecast = any(tree[i].lemma in lex.FORECAST_NOUNS for i in saying.content)
            yield Draft(
                clause,
                tokens,
                "planned" if planned else "predicted" if forecast else self._status(s, tree, clause, holding),
                around,
            )

    def _top(self, tree: Tree, clause: Clause, saying: Saying) -> Clause | None:
        """The main clause of what is said, or None where a noun phrase is."""
        inside = set(saying.content)
        heads = [c for c in self._clauses_of(tree) if c.sort == "clause" and c.head in inside and c.head != clause.head]
        return next(
            (
                c
                for c in heads
                if tree.rel(c.head) in {"ccomp", "xcomp", "root", "parataxis"} or tree[c.head].head not in inside
            ),
            None,
        )

    def _status(self, s: int, tree: Tree, clause: Clause, holding: tuple[Saying, ...]) -> Status:
        """The status of a clause among the sayings that hold it."""
        return status(
            tree,
            clause,
            list(holding),
            self._actor(s, clause),
            ahead=self._ahead(tree, clause),
            doubted=any(said_falsely(self.trees[x.sentence], x) for x in holding if not x.negated),
        )

    def _ahead(self, tree: Tree, clause: Clause) -> bool:
        """Whether the dates in a clause lie after the article."""
        now = self.article.published.latest
        times = self._inside(self.timexes, tree.span(list(clause.own))) if now else ()
        bounds = [t.earliest or t.latest for t in times if t.type in {"DATE", "TIME"}]  # "by June" has an end alone
        dates = [bound[:10] for bound in bounds if bound]
        return bool(dates) and now is not None and min(dates) > now[:10]

    def _said_as(
        self,
        s: int,
        tree: Tree,
        clause: Clause,
        holding: tuple[Saying, ...],
        content: Clause | None = None,
        around: tuple[Saying, ...] = (),
    ) -> Status:
        """The status of an utterance, that it was said: not denied because it denies something, but open where `content` is."""
        found = self._status(s, tree, clause, holding)
        if found in {"asserted", "denied"}:
            inner = "asserted" if content is None else self._status(s, tree, content, around)
            found = inner if inner in {"rumoured", "conditional"} else "asserted"
        return found

    def _empty(self, tree: Tree, clause: Clause, saying: Saying | None) -> bool:
        """Whether a denial has no words of its own for what it denies: "denied the report", "they are not true"."""
        if saying is None:
            called = called_false(tree, clause.head)
            subject = clause.subject if called is None else called
            return subject is not None and (tree[subject].lemma in lex.ANAPHORS | lex.REPORT_NOUNS | lex.RUMOUR_NOUNS)
        words = [
            i
            for i in saying.content
            if tree[i].upos in {"NOUN", "PROPN", "VERB", "NUM", "ADJ"} and tree[i].lemma not in {"have", "say", "do"}
        ]
        return (
            all(tree[i].lemma in lex.REPORT_NOUNS | lex.RUMOUR_NOUNS | lex.ANAPHORS for i in words)
            or self._top(tree, clause, saying) is None
        )

    def _apart(self, tree: Tree, clause: Clause) -> set[int]:
        """Tokens of clauses below that stand by themselves beside an utterance ("…, though Acme denied it")."""
        apart: set[int] = set()
        for k in tree.kids(clause.head, "advcl", "conj", "acl:relcl"):
            if {tree[m].lemma for m in tree.kids(k, "mark", "cc")} & {
                "though",
                "although",
                "while",
                "but",
                "and",
                "after",
                "before",
                "as",
            }:
                apart.update(tree.subtree(k))
        return apart

    def _titles(self, s: int, tree: Tree) -> Iterator[Draft]:
        """What a person is called to be: "Acme CEO Ann Roe", "Ann Roe, a researcher at Acme"."""
        for i in range(len(tree)):
            cluster = self.entities.at.get((s, i))
            if (
                cluster is None
                or self.entities.clusters[cluster].type != "PER"
                or self.entities.at.get((s, i - 1)) == cluster
            ):
                continue
            first = i
            while first > 0 and (
                tree[first - 1].lemma in lex.ROLES
                or tree[first - 1].text.lower() in lex.ROLES
                or self._filler(s, tree, first, i)
            ):
                first -= 1
            last = i
            while last + 1 < len(tree) and self.entities.at.get((s, last + 1)) == cluster:
                last += 1
            roles = [k for k in range(first, i) if tree[k].text.lower() in lex.ROLES]
            appositions = [
                k for k in tree.kids(i, "appos") if tree[k].text.lower() in lex.ROLES or tree[k].lemma in lex.ROLES
            ]
            if appositions:
                last = max(last, *tree.subtree(appositions[0], frozenset(tree.kids(appositions[0], "acl:relcl"))))
            if roles or appositions:
                yield Draft(
                    Clause(i, tuple(range(first, last + 1)), i, TITLE),
                    tuple(range(first, last + 1)),
                    "asserted",
                    (),
                    "attribute",
                )

    def _ages(self, s: int, tree: Tree) -> Iterator[Draft]:
        """How old a person is said to be: "Ann Roe, 44," and "the 44-year-old Ann Roe"."""
        for age in self._inside(self.quantities, (tree[0].start, tree[len(tree) - 1].end)):
            if age.unit != "year of age":
                continue
            tokens = [i for i, t in enumerate(tree.tokens) if age.start <= t.start and t.end <= age.end]
            if not tokens:
                continue
            people = [
                i
                for i in range(len(tree))
                if self._type(s, i) == "PER"
                and tree[i].upos != "PRON"
                and -_AGE_REACH <= i - tokens[0] <= _AGE_REACH + len(tokens)
            ]
            subject = next(
                (k for k in people if tree[k].head in tokens or any(tree[t].head == k for t in tokens)), None
            )
            near = [k for k in people if _beside(tree, k, tokens)]
            subject = subject if subject is not None else min(near, key=lambda k: (abs(k - tokens[0]), k), default=None)
            if subject is None:
                continue
            name = [
                k for k in people if self.entities.at[s, k] == self.entities.at[s, subject] and abs(k - subject) < 4
            ]
            span = tuple(range(min(*name, *tokens), max(*name, *tokens) + 1))
            yield Draft(
                Clause(subject, span, subject, AGE),
                span,
                "asserted",
                tuple(enclosing(self._holding.get(s, []), s, subject)),
                "number",
            )

    def _filler(self, s: int, tree: Tree, first: int, name: int) -> bool:
        """Whether the token before belongs to a title that begins further left ("Acme's founder and chairman, Ann Roe")."""
        token = tree[first - 1]
        if token.text in {",", "and", "’s", "'s", "-"} or (
            self.entities.at.get((s, first - 1)) is not None and self._is_firm(s, first - 1)
        ):
            ahead = range(max(0, first - 8), first - 1) if token.text in {",", "and"} else range(first, name)
            return any(tree[k].text.lower() in lex.ROLES for k in ahead)
        return token.upos in {"ADJ", "NOUN", "PROPN"} and any(
            tree[k].text.lower() in lex.ROLES for k in range(first, name)
        )

    def _is_firm(self, s: int, i: int) -> bool:
        return self.entities.clusters[self.entities.at[s, i]].type in {"ORG", "LOC"}

    # ── records ──
    def _claim(self, s: int, tree: Tree, draft: Draft) -> Claim | None:
        start, end = tree.span(self._core(tree, draft))
        if self._slight(tree, draft):
            return None
        numbers, times = self._inside(self.quantities, (start, end)), self._inside(self.timexes, (start, end))
        chain = self._chain(s, draft)
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
            entities=tuple(dict.fromkeys(self.entities.ids[c] for c in self.entities.of(s, self._reach(tree, draft)))),
            quantities=numbers,
            timexes=times,
            happened=self._happened(tree, draft, times),
            said=self._said(tree, draft),
            kind=kind,
            sentence=s,
            predicate=self._predicate(tree, draft),
            roles=tuple(self._roles(s, tree, draft)),
        )

    def _chain(self, s: int, draft: Draft) -> tuple[str, ...]:
        """Whom the passage cites; for a plan that nobody else is cited for, whose plan it is."""
        vouching = (x for x in draft.holding if x.cue[0] == draft.clause.head or not self._passed(draft, x))
        chain = tuple(dict.fromkeys(name for x in vouching for name in x.path))
        if chain or draft.status not in {"planned", "predicted"}:
            return chain
        return tuple(name for x in enclosing(self._minds.get(s, []), s, draft.clause.head)[:1] for name in x.path)

    def _passed(self, draft: Draft, saying: Saying) -> bool:
        """Whether a saying's source stands for nothing of what it holds: one who declines to speak, or who speaks falsely."""
        falsely = draft.status == "denied" and not saying.negated and said_falsely(self.trees[saying.sentence], saying)
        return falsely or saying.force == "decline"

    def _slight(self, tree: Tree, draft: Draft) -> bool:
        """Whether too little is said to be compared with anything: "often spoke", "already written", "he is dead"."""
        aside = set(antecedent(tree, draft.clause))  # what a clause hangs on is not told by it
        own = [i for i in draft.indices if i not in aside]
        telling = [
            i
            for i in own
            if tree[i].upos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} and tree[i].lemma not in {"be", "have", "do"}
        ]
        if draft.clause.sort in FACTS:
            return False
        if any(tree[i].upos == "NUM" for i in own):
            return len(own) < 3
        full = draft.clause.subject in own or tree.rel(draft.clause.head) == "root"
        return len(telling) < (_LEAST_WHOLE if full else _LEAST_PART)

    def _core(self, tree: Tree, draft: Draft) -> list[int]:
        """The tokens that the claim's span runs over: leading conjunctions and markers stay out."""
        kept = list(draft.indices)
        while len(kept) > 1 and (
            tree[kept[0]].upos in {"CCONJ", "SCONJ", "PUNCT"}
            and tree[kept[0]].text not in "“\"‘'"
            and tree[kept[0]].lemma not in {"if", "unless"}
        ):
            kept.pop(0)
        return without_stub(tree, kept)

    def _reach(self, tree: Tree, draft: Draft) -> list[int]:
        """The claim's tokens, small gaps between them, and the names in the subject it inherits ("the vessel, a Tern 40")."""
        own = sorted(draft.indices)
        gaps = {k for i, j in pairwise(own) if j - i <= _GAP for k in range(i, j)}
        subject = draft.clause.subject
        if subject is not None:
            gaps.update(tree.subtree(subject, frozenset(tree.kids(subject, "acl", "nmod", "conj"))))
        return sorted(gaps.union(own))

    def _inside(self, things: Sequence[Quantity] | Sequence[Timex], span: tuple[int, int]) -> tuple:  # type: ignore[type-arg]
        starts = self._starts[id(things)]
        near = things[bisect_left(starts, span[0]) : bisect_right(starts, span[1])]
        return tuple(x for x in near if x.end <= span[1])

    def _origin(self, chain: tuple[str, ...]) -> str:
        """The last of the chain that can vouch; unnamed sources count as whoever cites them, in the end this outlet."""
        return next((name for name in reversed(chain) if vouches(name)), self.outlet)

    def _kind(self, tree: Tree, clause: Clause, numbers: tuple[Quantity, ...]) -> Kind:
        if clause.sort == "rumour":
            return "event"
        if any(q.unit not in _UNIT_DURATIONS for q in numbers):
            return "number"
        nominal = tree[clause.head].upos in {"NOUN", "ADJ", "PROPN", "NUM"} and bool(tree.kids(clause.head, "cop"))
        return (
            "attribute"
            if nominal or tree[clause.head].lemma in {"be", "remain", "have", "include", "contain"}
            else "event"
        )

    def _happened(self, tree: Tree, draft: Draft, times: tuple[Timex, ...]) -> Period:
        dated = [t for t in times if t.type in {"DATE", "TIME"} and (t.earliest or t.latest)]
        own = (x for x in draft.holding if self.trees[x.sentence] is tree)  # what holds it may stand a sentence before
        cue = next((x for x in own if x.cue[0] == draft.clause.head), None)
        if cue is not None:  # the time of what is said, not of the saying
            inside = set(cue.content)
            dated = [t for t in dated if any(t.start <= tree[i].start < t.end for i in inside)]
        if not dated:
            return Period()
        best = min(dated, key=lambda t: (t.value == "PRESENT_REF", t.latest is None, t.earliest is None, t.start))
        return Period(earliest=best.earliest, latest=best.latest)

    def _said(self, tree: Tree, draft: Draft) -> Period:
        """When it was said: a time beside the cue, else when the article was published."""
        for saying in reversed(draft.holding):
            held = self.trees[saying.sentence]
            inside = set(saying.content)
            for t in self._inside(self.timexes, (held[0].start, held[len(held) - 1].end)):
                tokens = [i for i, token in enumerate(held.tokens) if t.start <= token.start < t.end]
                if tokens and t.type in {"DATE", "TIME"} and t.earliest and not inside.intersection(tokens):
                    return Period(earliest=t.earliest, latest=t.latest)
        return Period(earliest=self.article.published.earliest, latest=self.article.published.latest)

    def _predicate(self, tree: Tree, draft: Draft) -> str:
        """The lemma of what happens: the head verb with its particle, the lexical verb under "have", "be able to" and the like."""
        i = draft.clause.head
        if draft.clause.sort in FACTS:
            return draft.clause.sort
        for _ in range(3):
            below = tree.kid(i, "xcomp")
            if below is None or tree[i].lemma not in lex.INTEND | {
                "begin",
                "start",
                "continue",
                "set",
                "go",
                "be",
                "able",
                "appear",
                "seem",
                "need",
                "use",
            }:
                break
            i = below
        particle = tree.kid(i, "compound:prt")
        if particle is None and i + 1 < len(tree) and tree[i + 1].head == i and tree[i + 1].lemma in _PARTICLES:
            particle = i + 1  # "is stepping down", which the parse takes for a direction
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
                yield self._role(
                    s,
                    tree,
                    "where" if place else "what" if tree.rel(k) in {"obj", "xcomp"} else f"by {case}".strip(),
                    k,
                )
        if tree.kids(clause.head, "cop"):
            yield self._role(s, tree, "is", clause.head)

    def _role(self, s: int, tree: Tree, name: str, head: int) -> Role:
        apart = frozenset(
            k
            for k in tree.kids(head)
            if tree.rel(k)
            in {"acl", "parataxis", "cop", "nsubj", "case", "punct", "advcl", "aux", "mark", "advmod", "obl"}
        )
        below = tree.subtree(head, apart)
        start, end = tree.span(below)
        cluster = next((self.entities.at[s, k] for k in [head, *below] if (s, k) in self.entities.at), None)
        if cluster is not None and (s, head) not in self.entities.at and tree[head].upos not in {"PROPN", "NOUN"}:
            cluster = None
        entity = None if cluster is None or (s, head) not in self.entities.at else self.entities.ids[cluster]
        return Role(
            name=name, start=start, end=end, text=self.article.text[start:end], head=tree[head].lemma, entity=entity
        )

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

    def _antecedent(self, claim: Claim, tree: Tree, draft: Draft, made: list[Claim]) -> Claim | None:
        """What a denial without words of its own rejects: what its own words name, else the nearest claim before it that fits."""
        denier = claim.chain[-1:]
        words = {tree[i].lemma for i in draft.indices}
        inside = [c for c in made if c.status == "rumoured" and claim.start <= c.start and c.end <= claim.end]
        before = [
            c
            for c in reversed(made)
            if c.start < claim.start and c.id != claim.id and not (c.status == "denied" and c.chain[-1:] == denier)
        ]
        near = [c for c in before if c.sentence >= claim.sentence - _REACH]
        fitting = inside + [
            c for c in near if c.status == "rumoured" and c.start <= claim.start and claim.start < c.end
        ]
        if words & lex.RUMOUR_NOUNS:
            fitting += [
                c
                for c in before
                if c.status == "rumoured" and any(stem in c.text.lower() for stem in ("rumo", "speculat", "conjectur"))
            ]
            fitting += [c for c in before if c.status == "rumoured" and not c.chain]
        elif "say" in words and denier:
            fitting += [c for c in near if c.kind == "statement" and c.chain[-1:] == denier]
        fitting += [c for c in near if c.status == "rumoured" and c.chain[-1:] != denier]
        fitting += [c for c in near if c.kind != "statement" and c.chain and c.chain[-1:] != denier]
        return fitting[0] if fitting else None


def _beside(tree: Tree, name: int, age: list[int]) -> bool:
    """Whether nothing but marks and "is a", "aged", "who is" stands between a name and an age: whose age it is."""
    between = range(name + 1, age[0]) if name < age[0] else range(age[-1] + 1, name)
    return all(tree[k].lemma in _AGED or tree[k].upos in {"PUNCT", "PROPN"} for k in between)
