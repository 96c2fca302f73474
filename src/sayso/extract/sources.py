"""Whom a passage cites: the noun phrase of a source turned into the names that stand in a chain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract import lexicon as lex
from sayso.extract.before import Before
from sayso.extract.entities import Entities
from sayso.extract.reports import Reports, publisher
from sayso.extract.tokens import Token
from sayso.extract.tree import Tree

_CARRY = frozenset("carry publish quote report cite release post obtain see review broadcast air relay".split())
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ant")  # endings of words for people who do something
_AFTER_HEADS = frozenset("of with from in at for on by who close familiar briefed involved speaking".split())
_TAKEN = frozenset({"amod", "compound", "flat", "nmod"})
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_KNOWN = frozenset({"the", "this", "that"})
_OUTLETS = frozenset("site website outlet blog page".split())
_WEB = re.compile(r"\b(?:[A-Za-z0-9-]{2,}\.){1,3}[A-Za-z]{2,6}\b")
_BEHIND = 10  # tokens from a title to whoever bears it
_MAX_WORDS = 9  # a longer source is shown without its tail; of PolNeAR's sources half have 2 words, 90 % at most 7


class Sources:
    """Resolves the sources of one article; `reports` knows whose report "the report" is."""

    def __init__(self, trees: list[Tree], entities: Entities) -> None:
        self.trees, self.entities = trees, entities
        self.reports = Reports(trees)
        self.before = Before(trees, entities)

    def speaks(self, s: int, head: int) -> bool:
        """Whether a subject can say something: somebody named, a pronoun, a person's or body's noun, a document."""
        tree = self.trees[s]
        known = lex.ROLES | lex.UNNAMED | lex.FIRM_NOUNS | lex.SPEECH_NOUNS | lex.REPORT_NOUNS | lex.MEDIA
        named = self._entity(s, head) is not None
        return named or tree[head].upos == "PRON" or tree[head].lemma in known or tree[head].lemma.endswith(_DOERS)

    def name(self, s: int, head: int) -> str | None:
        """The name of one source: the entity it resolves to, else its own words."""
        path = self.path(s, head)
        return path[-1] if path else None

    def speaker(self, s: int, head: int) -> str | None:
        """The name of a source; a relative pronoun stands for the noun that its clause hangs on."""
        return self.name(s, self.antecedent(s, head))

    def antecedent(self, s: int, head: int) -> int:
        """The noun that a relative pronoun stands for; any other head itself."""
        tree = self.trees[s]
        if tree[head].lemma not in {"who", "which", "that", "whom"}:
            return head
        clause = next((k for k in tree.ancestors(head) if tree.rel(k) == "acl"), None)
        return tree[clause].head if clause is not None and tree[clause].head >= 0 else head

    def path(self, s: int, head: int) -> list[str]:
        """What a source adds to the chain: [who], or [carrier, who] for a document that somebody else put out."""
        tree = self.trees[s]
        direct = self._entity(s, head)
        if direct is not None:
            return [direct]
        if tree[head].upos == "PRON":
            return self.before.stood_for(s, tree[head].lemma) or self._it(s, head)
        if tree[head].lemma in lex.SPEECH_NOUNS | lex.REPORT_NOUNS:
            return self._document(s, head)
        if (again := self.before.again(s, head)) is not None:
            return again
        if tree[head].lemma not in lex.ROLES | lex.UNNAMED and (owner := self._put_out_by(s, head)) is not None:
            return [owner]
        if tree[head].lemma in _OUTLETS and (outlet := self._definite(s, head)) is not None:
            return [outlet]
        joint = [self._entity(s, k) for k in tree.kids(head, "conj")]
        words = self._address(tree, head) or self._office(s, head) or self.phrase(s, head)
        return [" and ".join([words, *(j for j in joint if j)])] if words else []

    def planner(self, s: int, head: int) -> list[str]:
        """Whose a plan is: as `path`, but what a report is about plans, not the report, and "they" are two who were named as one."""
        head = self.antecedent(s, head)
        word = self.trees[s][head].lemma
        if self._entity(s, head) is None and word in {"it", "its", "they", "their"}:
            about = self.before.subject(s, head) if word in {"it", "its"} else self._both(s, head)
            return [about] if about else []
        return self.path(s, head)

    def _both(self, s: int, head: int) -> str | None:
        """The two or more named together as the subject that "they" takes up, in this sentence or the one before."""
        for at, before in ((s, head), (s - 1, None)):
            for k, relation in enumerate(self.trees[at].relations[:before] if at >= 0 else ()):
                names = self._entity(at, k) if relation == "nsubj" else None
                if names is not None and " and " in names:
                    return names
        return None

    def _put_out_by(self, s: int, head: int) -> str | None:
        """Who put out what speaks: "a toll released by Acme", "information received from Acme"."""
        tree = self.trees[s]
        for v in tree.kids(head, "acl"):
            for k in tree.kids(v, "obl", "obl:agent"):
                if any(tree[c].lemma in {"by", "from"} for c in tree.kids(k, "case")):
                    return self._entity(s, k)
        return None

    def _entity(self, s: int, head: int) -> str | None:
        """The entity that the noun phrase names: a person in it before the firm in the title; joint names are one entry."""
        tree = self.trees[s]
        core = self._core(tree, head)
        titled = any(tree[k].lemma in lex.ROLES for k in core)
        people = [k for k in core if self._is(s, k, "PER")]
        proper = [k for k in core if (s, k) in self.entities.at] if titled or tree[head].upos == "PROPN" else []
        named = people[:1] if titled and people else [head] if (s, head) in self.entities.at else proper[:1]
        named = named or [k for k in self._included(tree, head) if (s, k) in self.entities.at][:1]
        if not people and (bearer := self._borne_by(s, head)) is not None:
            named = [bearer]
        if not named:
            return None
        cluster = self.entities.at[s, named[0]]
        others = [self.entities.at.get((s, k)) for k in tree.kids(head, "conj")]
        joint = [
            o
            for o in others
            if o is not None and o != cluster and self.entities.clusters[o].type == self.entities.clusters[cluster].type
        ]
        both = [*self._swallowed(s, named[0]), cluster, *joint]
        return " and ".join(self.entities.clusters[c].name() for c in dict.fromkeys(both))

    def _swallowed(self, s: int, k: int) -> list[int]:
        """The name before "and" and a name, where the parse took both for one: "Norvik Marine and Aldane Shipyards"."""
        tree, at = self.trees[s], self.entities.at
        first = k
        while (s, first - 1) in at and at[s, first - 1] == at[s, k]:
            first -= 1
        before = first - 2
        joined = before >= 0 and tree[first - 1].lemma == "and" and (s, before) in at
        return [at[s, before]] if joined and tree[before].head == k and tree.rel(before) in _TAKEN else []

    def _borne_by(self, s: int, head: int) -> int | None:
        """The person named right behind a title or set off behind its phrase: "a spokeswoman for Norvik, Ann Roe"."""
        tree = self.trees[s]
        if tree[head].lemma not in lex.ROLES:
            return None
        below = set(tree.subtree(head))
        if head + 1 < len(tree) and self._is(s, head + 1, "PER") and tree[head + 1].upos == "PROPN":
            return head + 1
        for k in range(head + 2, min(head + _BEHIND, len(tree))):
            if tree[k - 1].text == "," and k in below and self._is(s, k, "PER"):
                return k
            if tree[k].upos in {"VERB", "AUX", "PRON"}:
                break
        return None

    def _is(self, s: int, k: int, kind: str) -> bool:
        return (s, k) in self.entities.at and self.entities.clusters[self.entities.at[s, k]].type == kind

    def _core(self, tree: Tree, head: int) -> list[int]:
        """The head with its titles, name parts, appositions and coordinate titles, in order."""
        found, stack = [], [head]
        while stack:
            at = stack.pop()
            found.append(at)
            stack += [k for k in tree.kids(at, "compound", "flat", "appos", "amod") if k not in found]
            if tree[at].lemma in lex.ROLES:
                stack += [k for k in tree.kids(at, "conj") if k not in found]
        return sorted(found)

    def _included(self, tree: Tree, head: int) -> list[int]:
        """Those named as examples: "experts, including Ann Roe"."""
        return [
            k
            for k in tree.kids(head, "nmod", "acl", "obl")
            if any(tree[c].lemma in {"include", "including"} for c in tree.kids(k, "case"))
        ]

    def _document(self, s: int, head: int) -> list[str]:
        """A report, letter or set of data: who put it out, else the document cited before, else its own words."""
        tree = self.trees[s]
        for k in [
            *tree.kids(head, "nmod:poss", "nmod", "compound"),
            *(o for v in tree.kids(head, "acl") for o in tree.kids(v, "obl", "obl:agent")),
        ]:
            owner = self._entity(s, k)
            cases = {tree[c].lemma for c in tree.kids(k, "case")}
            if owner is not None and cases <= {"'s", "’s", "by", "from", "in", "of", "on", "’"}:
                if tree[head].lemma in {"letter", "memo", "book", "lawsuit", "filing", "complaint"}:
                    return [f"{owner}’s {tree[head].text}"]
                return [owner]
        who = publisher(tree, head)
        if who is not None and who != head and (path := self.path(s, who)):
            return path
        if tree.kids(head, "acl") and self._within(s, head):
            return [*self._within(s, head), self.phrase(s, head)]
        if (
            tree[head].lemma == "statement"
            and (issuer := self.before.firm(s, head)) is not None
            and not tree.kids(head, "nmod")
        ):
            return [issuer]
        if tree[head].lemma in {"report", "story", "article"} and (known := self._definite(s, head)) is not None:
            return [known]
        words = self.phrase(s, head)
        return [*self._within(s, head), words] if words else []

    def _within(self, s: int, head: int) -> list[str]:
        """The report that a document is cited in ("data cited in the report")."""
        tree = self.trees[s]
        holders = [o for v in tree.kids(head, "acl") if tree[v].lemma in _CARRY for o in tree.kids(v, "obl")]
        known = self.reports.last(s, head)
        return [known] if known and any(tree[o].lemma in lex.REPORT_NOUNS for o in holders) else []

    def _definite(self, s: int, head: int) -> str | None:
        """Whose the report or outlet is that is known already ("the story", "the site"); None for any other."""
        tree = self.trees[s]
        known = any(tree[k].lemma in _KNOWN for k in tree.kids(head, "det"))
        return self.reports.last(s, head) if known else None

    def _it(self, s: int, head: int) -> list[str]:
        """Who or what "it" is: a report spoken of in the sentence or the one before, else the organisation that was its subject."""
        if self.trees[s][head].lemma != "it":
            return []
        known = self.reports.last(s, head)
        if known and self.reports.last(s - 1, 0) != known:
            return [known]
        about = self.before.subject(s, head)
        return [about] if about else []

    def _address(self, tree: Tree, head: int) -> str | None:
        """The web address that names a source: "a site called norvik-news.com"."""
        found = _WEB.search(_joined([tree[k] for k in tree.subtree(head)]))
        return found.group() if found else None

    def _office(self, s: int, head: int) -> str | None:
        """A title with its firm's name where the firm is a pronoun: "Norvik chief executive" for "its chief executive"."""
        tree = self.trees[s]
        owner = tree.kid(head, "nmod:poss")
        if owner is None or tree[owner].upos != "PRON" or tree[head].lemma not in lex.ROLES:
            return None
        firm = self._entity(s, owner)
        title = self.phrase(s, head, frozenset({owner}))
        return f"{firm} {title}" if firm and title else None

    def phrase(self, s: int, head: int, without: frozenset[int] = frozenset()) -> str:
        """The source's own words, without leading article, long tails left out."""
        tree = self.trees[s]
        cut = frozenset(
            k
            for k in tree.kids(head)
            if tree[k].deprel == "acl:relcl" or tree.rel(k) in {"appos", "parataxis", "case", "punct"}
        )
        torn = max((k for k in tree.kids(head) if 0 < k < head and _a_verb(tree, k)), default=-1)
        cut |= without | {
            k for k in tree.kids(head) if k <= torn
        }  # "his deputy shocked officials": a verb that was read as an adjective
        kept = tree.subtree(head, cut)
        if len(kept) > _MAX_WORDS:
            kept = tree.subtree(head, cut | frozenset(tree.kids(head, "nmod", "acl", "conj")))
        runs = [k for k in kept if kept[0] <= k <= kept[-1]]
        while runs and (tree[runs[0]].lemma in {"the", "a", "an", "as", "well"} or tree[runs[0]].upos == "CCONJ"):
            runs.pop(0)
        words = [tree[k] for k in runs if tree[k].upos != "PUNCT" or tree[k].text in {"-", "."}]
        return _joined(words)

    def carriers(self, s: int, cue: int) -> list[str]:
        """Outlets through which the words came: whom a speaker told, in whose interview, "comments carried by …"."""
        tree, found = self.trees[s], []
        if tree[cue].lemma in {"tell", "inform"}:
            found += [self._outlet(s, k) for k in tree.kids(cue, "obj", "iobj")]
        for k in tree.kids(cue, "obl"):
            if tree[k].lemma in lex.SPEECH_NOUNS:
                found += [
                    self._outlet(s, m)
                    for m in tree.kids(k, "nmod")
                    if any(tree[c].lemma in {"with", "to"} for c in tree.kids(m, "case"))
                ]
                for v in tree.kids(k, "acl"):
                    if tree[v].lemma in _CARRY:
                        found += [self._outlet(s, m) for m in tree.kids(v, "obl", "obl:agent")]
            elif any(tree[c].lemma == "to" for c in tree.kids(k, "case")) and tree[cue].lemma in {
                "say",
                "confirm",
                "reveal",
                "disclose",
            }:
                found.append(self._outlet(s, k))
        return [f for f in found if f]

    def _outlet(self, s: int, k: int) -> str | None:
        """The name of an outlet, or its words ("Chinese media"); None for anybody else."""
        tree = self.trees[s]
        cluster = self.entities.at.get((s, k))
        if cluster is not None and self.entities.clusters[cluster].type in {"ORG", "MISC"}:
            return self.entities.clusters[cluster].name()
        if tree[k].lemma in {"media", "outlet", "newspaper", "broadcaster", "paper", "magazine", "agency"}:
            return self.phrase(s, k)
        return None

    def cited_by(self, s: int, cue: int) -> list[str]:
        """Whom the cited one cites in turn: "…, citing people familiar with the matter"."""
        tree, found = self.trees[s], []
        for k in tree.kids(cue, "advcl", "xcomp", "conj", "acl"):
            if tree[k].lemma in {"cite", "quote"} and tree[k].xpos == "VBG":
                for o in tree.kids(k, "obj"):
                    found += self.path(s, o)
        return found


def _joined(tokens: Sequence[Token]) -> str:
    """The tokens as text, a space wherever there is one between them."""
    text = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        text += (" " if before is not None and token.start > before.end else "") + token.text
    return text


def _a_verb(tree: Tree, k: int) -> bool:
    """Whether what stands as an adjective before a noun is its clause's verb: a past form right behind a person's noun."""
    return tree[k].xpos == "VBD" or (tree[k].text.endswith("ed") and tree[k - 1].lemma in lex.ROLES)


def vouches(name: str) -> bool:
    """Whether a chain entry is somebody who can vouch: a name, an institution or a document, not "people familiar".

    >>> vouches("Ann Roe"), vouches("people familiar with the matter"), vouches("two Defense Department officials")
    (True, False, False)
    >>> vouches("government spokeswoman"), vouches("spokeswoman"), vouches("Norvik chief executive")
    (True, False, True)
    """
    words = name.replace("’s", " ’s").split()
    last_nouns = [w.lower().strip(",.") for w in words]
    if not words:
        return False
    before_of = last_nouns[
        : next(
            (i for i, w in enumerate(last_nouns) if w in _AFTER_HEADS),
            len(last_nouns),
        )
    ]
    head = (before_of or last_nouns)[-1]
    singular = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
    if last_nouns[-2:] == ["chief", "executive"]:
        return any(w[:1].isupper() for w in words[:-2])
    if {head, singular} & (lex.UNNAMED | {"people", "media"}):
        return False
    bodies = lex.FIRM_NOUNS | {"police", "court", "authorities"}
    known = bodies | (lex.SPEECH_NOUNS if len(before_of) > 1 else set())
    if head in _SPEAKERS and bodies & {*before_of, *last_nouns[len(before_of) :]}:
        return True  # "the government spokeswoman" speaks for the government
    return any(w[:1].isupper() or w.lower() in known for w in words)
