"""Entities of one article: names that mean the same gathered under one id, with the nominals and pronouns that are clear.

Rules in the spirit of the precise passes of Lee et al. (2013), "Deterministic coreference resolution": exact names first, then
shorter forms, then titles, then the nearest fitting subject for "he", "she" and "the company"; whatever is unclear is left alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.compare.names import key_of, tokens_of
from sayso.extract.gazetteer import is_demonym, is_place, known
from sayso.extract.kinds import FIRM_ENDS, MADE_OF, beside, made_of
from sayso.extract.lexicon import FIRM_NOUNS, PLAN_NOUNS, REPORTING, ROLES
from sayso.extract.names import Name, names
from sayso.extract.tokens import Token
from sayso.extract.tree import Tree
from sayso.records import Entity, EntityType, Mention, digest

# Salience kept from sentence to sentence, and what is too little to refer to: about six sentences back.
_FADE, _FAINT = 0.6, 0.05
_NEAR = 3  # sentences back that the doer of a plan may be named
_FORGOTTEN = 0.001  # salience that is not kept at all, so that a long text with many names takes no longer a sentence
Votes = defaultdict[EntityType, float]
_READER = 1.0  # what one tag of the reader weighs beside the votes of `kinds`
_BODIES = FIRM_NOUNS | frozenset(
    "newspaper magazine paper daily tabloid carrier newsroom startup utility charity council committee team".split()
)
_COUNTRIES = frozenset("country nation city town island province kingdom republic".split())
_TITLES = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "pres": "president",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
}
_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_PRONOUNS = _MALE | _FEMALE | {"it", "its"}
_GENDERED_ROLES = {
    "wife": "f", "daughter": "f", "mother": "f", "sister": "f", "widow": "f", "actress": "f", "spokeswoman": "f", "chairwoman": "f", "queen": "f",
    "congresswoman": "f", "businesswoman": "f", "husband": "m", "son": "m", "father": "m", "brother": "m", "spokesman": "m", "king": "m",
    "congressman": "m", "businessman": "m", "prince": "m", "princess": "f",
}  # fmt: skip
# What organisations do as subjects, beside speaking.
_BODY_VERBS = REPORTING | frozenset(
    "plan buy sell acquire launch build make deliver employ operate own open close cut hire expect post earn lose produce recall sign "
    "invest publish run fly offer".split()
)
# What somebody has in mind to do, a country as well as a firm ("it aims to", "it has set a target").
MINDED = frozenset("plan aim intend hope want aspire target seek pledge promise vow strive set".split())
_HONORIFIC_GENDER = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f", "lord": "m", "lady": "f"}


@dataclass
class Cluster:
    """One entity in the making."""

    type: EntityType
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str | None = None

    def name(self) -> str:
        """The form to show: a person's longest, anything else's most frequent."""
        if self.type == "PER":
            return min(self.forms, key=lambda f: (-len(tokens_of(f)), -self.forms[f], f))
        return min(self.forms, key=lambda f: (-self.forms[f], len(f), f))


class Entities:
    """The entities of one article, and which token stands for which."""

    def __init__(self, trees: list[Tree]) -> None:
        self.trees = trees
        self.clusters: list[Cluster] = []
        self.at: dict[tuple[int, int], int] = {}  # (sentence, token) → cluster
        self._clues: dict[str, list[int]] = {}  # key, first and last word, initials → clusters that may be meant by it
        found = names(trees)
        self._settle(found)
        for name in found:
            self._add_roles(name)
        self._holders: dict[str, list[int]] = {}  # role → the people who have it
        for c, cluster in enumerate(self.clusters):
            for role in cluster.roles if cluster.type == "PER" else ():
                self._holders.setdefault(role, []).append(c)
        self._bodies: dict[str, list[int]] = {}  # first and last words of organisations' names → those organisations
        for c, cluster in enumerate(self.clusters):
            words = tokens_of(cluster.name()) if cluster.type == "ORG" else []
            for word in {*words[:1], *words[-1:]} if len(words) > 1 else ():
                self._bodies.setdefault(word, []).append(c)
        self._resolve()
        self.ids = [digest("entity", c.type, key_of(c.name(), c.type)) for c in self.clusters]

    # ── names ──
    def _text(self, name: Name) -> str:
        tokens = self.trees[name.sentence].tokens[name.first : name.last]
        joined = tokens[0].text
        for before, token in pairwise(tokens):
            joined += (" " if token.start > before.end else "") + token.text
        return joined

    def _settle(self, found: list[Name]) -> None:
        """Gather names under clusters, longest first, so that a short form joins the one long form it fits."""
        kinds = self._kinds(found)
        home: dict[str, int] = {}
        texts = sorted({self._text(n) for n in found}, key=lambda t: (-len(tokens_of(t)), t))
        for text in texts:
            home[text] = self._home(text, kinds[text.lower()])
        for name in found:
            text = self._text(name)
            cluster = self.clusters[home[text]]
            cluster.forms[text] += 1
            tokens = self.trees[name.sentence].tokens
            cluster.mentions.append(Mention(start=tokens[name.first].start, end=tokens[name.last - 1].end, form="name"))
            for i in range(name.first, name.last):
                self.at[name.sentence, i] = home[text]

    def _kinds(self, found: list[Name]) -> dict[str, EntityType]:
        """The type of each name (lower-cased), by the votes of all its mentions and of the names it is one with."""
        votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
        for name in found:
            text, tree = self._text(name), self.trees[name.sentence]
            cast = votes[text.lower()]
            cast[name.type] += _READER
            for kind, weight in (*made_of(text, name.type), *beside(tree, name.first, name.last, name.type)):
                cast[kind] += weight
        for short, long in self._expansions(found):  # "International Whaling Board (IWB)"
            both: Votes = defaultdict(float)
            for kind, weight in (*votes[short].items(), *votes[long].items()):
                both[kind] += weight
            votes[short], votes[long] = both, both
        kinds = {text: max(sorted(c), key=lambda k: (c[k], k != "MISC")) for text, c in votes.items()}
        self._people(votes, kinds)
        return kinds

    def _expansions(self, found: list[Name]) -> Iterator[tuple[str, str]]:
        """Pairs of a short form in brackets and the name right before it whose initials it is."""
        for before, name in pairwise(found):
            tree = self.trees[name.sentence]
            bracketed = (
                before.sentence == name.sentence and before.last + 1 == name.first and tree[before.last].text == "("
            )
            short, long = self._text(name).lower(), self._text(before).lower()
            if bracketed and short != long and _stands_for(short.replace(".", ""), tokens_of(long)):
                yield short, long

    def _people(self, votes: dict[str, Votes], kinds: dict[str, EntityType]) -> None:
        """A single name that is the last one of a person named in full is that person, if the reader was not sure otherwise."""
        last = {tokens_of(text)[-1] for text, kind in kinds.items() if kind == "PER" and len(tokens_of(text)) > 1}
        for text, cast in votes.items():
            if (
                text in last
                and kinds[text] in {"ORG", "LOC", "MISC", "PRODUCT", "EVENT"}
                and cast[kinds[text]] < MADE_OF
            ):
                kinds[text] = "PER"

    def _home(self, text: str, kind: EntityType) -> int:
        """The cluster of a name: one with the same key, the only one whose longer name holds it, or a new one."""
        key, parts = key_of(text, kind), tokens_of(text)
        fits = []
        for i in sorted({i for clue in (key, *parts) for i in self._clues.get(clue, ())}):
            cluster = self.clusters[i]
            form = next(iter(cluster.forms))
            if key == key_of(form, cluster.type) and (
                cluster.type == kind or "MISC" in (cluster.type, kind) or len(parts) > 1
            ):
                return i
            if _short_form(parts, tokens_of(form), cluster.type, kind):
                fits.append(i)
        if len(fits) == 1 or (fits and kind == "PER"):
            return fits[0]
        self.clusters.append(Cluster(kind, Counter({text: 0})))
        for clue in {key, *parts[:1], *parts[-1:], _initials(parts)}:
            self._clues.setdefault(clue, []).append(len(self.clusters) - 1)
        return len(self.clusters) - 1

    def _add_roles(self, name: Name) -> None:
        """Titles before a person's name, and appositions after it, tell the person's roles and sometimes the gender."""
        tree, cluster = self.trees[name.sentence], self.clusters[self.at[name.sentence, name.first]]
        if cluster.type != "PER":
            return
        for i in range(name.first - 1, max(name.first - 6, -1), -1):
            word = tree[i].text.lower().rstrip(".")
            cluster.gender = cluster.gender or _HONORIFIC_GENDER.get(word)
            if word in ROLES or word in _TITLES:
                cluster.roles.add(_TITLES.get(word, word))
            elif tree[i].upos not in {"NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT"} or tree[i].text in {".", ";"}:
                break
        for i in range(name.first, name.last):
            for kid in tree.kids(i, "appos"):
                cluster.roles |= {tree[k].text.lower() for k in [kid, *tree.kids(kid, "conj", "compound")]} & ROLES
        given = tree[name.first].text
        if cluster.gender is None and name.last - name.first > 1:
            cluster.gender = "f" if given in known("women") else "m" if given in known("men") else None
        cluster.gender = cluster.gender or next(
            (_GENDERED_ROLES[r] for r in sorted(cluster.roles) if r in _GENDERED_ROLES), None
        )

    # ── nominals and pronouns ──
    def _resolve(self) -> None:
        """One pass in reading order: a pronoun or nominal takes the fitting entity that stands out most at that point."""
        salience: dict[int, float] = {}
        for s, tree in enumerate(self.trees):
            subjects: list[int] = []
            for i, token in enumerate(tree.tokens):
                cluster = self.at.get((s, i))
                if cluster is None:
                    if not _noun(token) and token.text.lower() not in _PRONOUNS:
                        continue  # most tokens refer to nothing
                    cluster = self._referent(tree, s, i, salience)
                    if cluster is None:
                        continue
                    pronoun = token.upos == "PRON"
                    start = token.start if pronoun else _nominal_start(tree, i)
                    self.clusters[cluster].mentions.append(
                        Mention(start=start, end=token.end, form="pronoun" if pronoun else "nominal")
                    )
                    self.at[s, i] = cluster
                elif self.at.get((s, i - 1)) == cluster:
                    continue
                salience[cluster] = salience.get(cluster, 0.0) + 1.0
                if tree.rel(i) == "nsubj" and not self._only_reports(tree, s, i):
                    subjects.append(cluster)
            faded = ((c, v * _FADE + (1.0 if c in subjects else 0.0)) for c, v in salience.items())
            salience = {c: v for c, v in faded if v > _FORGOTTEN}

    def _only_reports(self, tree: Tree, s: int, i: int) -> bool:
        """Whether a subject stands aside for that of what it reports: "The Courier reported that Norvik had sold it"."""
        told = tree.kids(tree[i].head, "ccomp") if tree[tree[i].head].lemma == "report" else []
        return any((s, k) in self.at for c in told for k in tree.kids(c, "nsubj"))

    def _referent(self, tree: Tree, s: int, i: int, salience: dict[int, float]) -> int | None:
        """The cluster that a pronoun or a definite nominal stands for, or None where it is not clear."""
        word = tree[i].text.lower()
        if word in _MALE or word in _FEMALE:
            return self._person(tree, s, i, salience, "m" if word in _MALE else "f")
        if word in {"it", "its"}:
            return self._body(tree, s, i, salience)
        if not _noun(tree[i]) or not _definite(tree, i) or tree.kids(i, "appos", "flat"):
            return None
        if word in ROLES:
            owner = self._owner(tree, s, i)
            fitting = self._holders.get(word, [])
            return fitting[0] if len(fitting) == 1 and (owner is None or self.clusters[owner].type == "ORG") else None
        if tree.kids(i, "nmod:poss", "acl:relcl", "nmod", "amod", "compound"):
            return None
        alike = self._bodies.get(word, [])
        if len(alike) == 1:
            return alike[0]  # "the ministry" where one ministry is named
        if word in _BODIES:
            return self._foremost(salience, lambda c: c.type == "ORG")
        return self._foremost(salience, lambda c: c.type == "LOC") if word in _COUNTRIES else None

    def _person(self, tree: Tree, s: int, i: int, salience: dict[int, float], gender: str) -> int | None:
        """The person that "he" or "her" stands for: never the subject of the clause that it is an object in."""
        verb = tree[i].head if tree.rel(i) in {"obj", "iobj", "obl"} else -1
        others = (
            {self.at.get((s, k)) for k in tree.kids(verb, "nsubj")}
            if verb >= 0 and "sel" not in tree[i].text
            else set()
        )
        found = self._foremost(
            {c: v for c, v in salience.items() if c not in others},
            lambda c: c.type == "PER" and c.gender in (None, gender),
        )
        if found is not None:
            self.clusters[found].gender = gender
        return found

    def _body(self, tree: Tree, s: int, i: int, salience: dict[int, float]) -> int | None:
        """The organisation that "it" or "its" stands for: where it says or does what only such can, or was the subject."""
        foremost = self._foremost(salience, lambda c: c.type not in {"PER", "MISC"})
        if foremost is None or self.clusters[foremost].type not in {"ORG", "LOC"}:
            return None
        verb = tree[i].head
        minded = tree.rel(i) == "nsubj" and verb >= 0 and tree[verb].lemma in MINDED
        owned = tree.rel(i) == "nmod" and tree[verb].lemma in PLAN_NOUNS
        if (minded or owned) and foremost in self._subjects(tree, s, i):
            return foremost
        if self.clusters[foremost].type != "ORG":
            return None
        if tree.rel(i) == "nsubj" and verb >= 0:
            return foremost if tree[verb].lemma in _BODY_VERBS else None
        subjects = [self.at.get((s, k)) for k in range(i) if tree.rel(k) == "nsubj"]
        return foremost if tree.rel(i) == "nmod" and foremost in subjects else None

    def _subjects(self, tree: Tree, s: int, i: int) -> set[int]:
        """Who did something before a token, in its sentence, else in the sentences before until somebody did."""
        here = {self.at[s, k] for k in range(i) if tree.rel(k) == "nsubj" and (s, k) in self.at}
        for at in range(s - 1, max(s - _NEAR, 0) - 1, -1):
            if here:
                break
            here = {
                self.at[at, k] for k, r in enumerate(self.trees[at].relations) if r == "nsubj" and (at, k) in self.at
            }
        return here

    def _foremost(self, salience: dict[int, float], fits: Callable[[Cluster], bool]) -> int | None:
        """The fitting entity that stands out, here and in the whole text; None where none does."""
        fitting = sorted(
            (-value * (1 + math.log(sum(self.clusters[c].forms.values()))), c)
            for c, value in salience.items()
            if fits(self.clusters[c]) and value > _FAINT
        )
        return fitting[0][1] if fitting else None

    def _owner(self, tree: Tree, s: int, i: int) -> int | None:
        """The entity that possesses the noun ("Acme's CEO")."""
        poss = tree.kid(i, "nmod:poss")
        return None if poss is None else self.at.get((s, poss))

    # ── what other files ask ──
    def of(self, s: int, indices: list[int]) -> list[int]:
        """The clusters mentioned by those tokens, in order, each once."""
        return list(dict.fromkeys(self.at[s, i] for i in indices if (s, i) in self.at))

    def records(self) -> tuple[Entity, ...]:
        """The entities as records; clusters of one id (one key and type) are one entity."""
        merged: dict[str, tuple[Counter[str], list[Mention], Cluster]] = {}
        for entity, cluster in zip(self.ids, self.clusters, strict=True):
            forms, mentions, _ = merged.setdefault(entity, (Counter(), [], cluster))
            forms.update(cluster.forms)
            mentions.extend(cluster.mentions)
        return tuple(
            Entity(
                id=entity,
                name=cluster.name(),
                type=cluster.type,
                aliases=tuple(sorted(set(forms) - {cluster.name()})),
                mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
            )
            for entity, (forms, mentions, cluster) in merged.items()
        )


def _short_form(short: list[str], long: list[str], long_type: EntityType, kind: EntityType) -> bool:
    """Whether a name may be a shorter form of another: a person's first or last name, a firm's first words, an acronym."""
    if not short or len(short) >= len(long):
        return len(short) == 1 and len(short[0]) > 1 and _acronym(short[0], long) and kind == long_type
    if long_type == "PER" and kind in ("PER", "MISC", "ORG"):
        return len(short) == 1 and short[0] in (long[0], long[-1])
    if long_type == "ORG" and kind in ("PER", "LOC", "PRODUCT", "EVENT") and len(short) == 1 and short[0] == long[0]:
        # "Acme" where "Acme Motors" is named too
        return all(word in FIRM_ENDS for word in long[1:]) and not is_place(short[0].title()) and len(short[0]) > 3
    if is_demonym(short[0].capitalize()):
        return False  # "Norwegian" is not short for "Norwegian Whaling Board"
    if long_type == "ORG" and kind in ("ORG", "MISC"):
        return (long[: len(short)] == short and len(short[0]) > 3) or (len(short) == 1 and _acronym(short[0], long))
    return False


def _acronym(short: str, long: list[str]) -> bool:
    """Whether the letters are the initials of the words ("wto", "world trade organization")."""
    return len(short) > 1 and short == _initials(long)


def _stands_for(short: str, long: list[str]) -> bool:
    """Whether letters in brackets stand for the name before: its initials, in order, with others between ("norair", "nor")."""
    letters, initials = iter(short), _initials(long)
    whole = short[:1] == initials[:1] and all(i in letters for i in initials)
    return len(initials) > 1 and whole and len(short) <= 2 * len(initials)


def _initials(words: list[str]) -> str:
    """The first letters of the words of a name, small words left out."""
    return "".join(w[0] for w in words if w not in {"of", "the", "and", "for", "in", "on"})


def _noun(token: Token) -> bool:
    """Whether a token is a common noun, also where the parse takes one in small letters for a name."""
    return token.upos == "NOUN" or (token.upos == "PROPN" and token.text.islower())


def _definite(tree: Tree, i: int) -> bool:
    """Whether a noun has a definite article or a possessor."""
    return any(
        tree[k].text.lower() in {"the", "this", "its", "his", "her", "their"} for k in tree.kids(i, "det", "nmod:poss")
    ) or bool(tree.kids(i, "nmod:poss"))


def _nominal_start(tree: Tree, i: int) -> int:
    """Where the noun phrase before its head begins."""
    return min([tree[k].start for k in tree.subtree(i) if k <= i] or [tree[i].start])
