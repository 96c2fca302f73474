"""Whom a source without a name stands for: "she", "the spokeswoman", "its chief executive", "the carmaker".

Where the article's entities leave it open, by who spoke before, who bears the title, and which firm the sentence is about.
"""

from __future__ import annotations

from sayso.extract import lexicon as lex
from sayso.extract.entities import Entities
from sayso.extract.tree import Tree

# Roles of one who no longer bears it, or not yet.
_NOT_NOW = frozenset("former ex then late elect outgoing incoming future previous".split())
# Endings of nouns that stand for a firm.
_MADE = ("maker", "builder", "carrier", "operator", "company", "giant", "group")
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})
_NEAR = 4  # sentences back that "she" and "the firm" may refer to


class Before:
    """Who has spoken in an article so far, and who bears which title in it."""

    def __init__(self, trees: list[Tree], entities: Entities) -> None:
        self.trees, self.entities = trees, entities
        self.voices: list[tuple[int, str, list[str]]] = []  # sentence, head noun and path of whoever spoke, in order
        self._titled: list[tuple[int, int, tuple[str, ...], str]] | None = None

    def heard(self, s: int, head: int, path: list[str]) -> None:
        """Remember who spoke, for "she" and "the spokeswoman" to come."""
        noun = self.trees[s][head].lemma
        if path and self.trees[s][head].upos == "PRON":  # who is meant goes on speaking
            noun = next((known for _, known, whom in reversed(self.voices) if whom == path), "")
        if path and noun:
            self.voices.append((s, noun, path))

    def stood_for(self, s: int, pronoun: str) -> list[str]:
        """Whom a pronoun without a name stands for: the person who spoke last, nearby and of that sex as far as the noun tells."""
        for sentence, noun, path in reversed(self.voices):
            if sentence < s - _NEAR:
                break
            sex = "she" if noun.endswith("woman") else "he" if noun.endswith("man") else pronoun
            if pronoun in {"he", "she"} and noun in lex.ROLES | lex.UNNAMED and sex == pronoun:
                return path
        return []

    def again(self, s: int, head: int) -> list[str] | None:
        """Who a definite noun speaks of: the bearer of the title, whoever spoke under that noun before, the firm in question."""
        tree = self.trees[s]
        definite = any(tree[k].lemma in _DEFINITE for k in tree.kids(head, "det", "nmod:poss"))
        told = [k for k in tree.kids(head, "nmod", "acl") if not _aside(tree, head, k)]
        if not definite or told or any(tree[k].upos == "PROPN" for k in tree.kids(head)):
            return None
        if tree[head].lemma in lex.ROLES:
            bearer = self._bearer(s, head)
            if bearer is not None:
                return [bearer]
            before = [path for at, noun, path in self.voices if noun == tree[head].lemma and at < s]
            return before[-1] if before else None
        if tree[head].lemma in lex.FIRM_NOUNS or tree[head].lemma.endswith(_MADE):
            firm = self.firm(s, head)
            return None if firm is None else [firm]
        return None

    def _bearer(self, s: int, head: int) -> str | None:
        """The person who bears a title, mentioned with it last, or else next."""
        wanted = self._title(self.trees[s], head)
        known = [x for x in self._titles() if x[2][-len(wanted) :] == wanted]
        before = [name for at, _, _, name in known if at < s]
        return before[-1] if before else next((name for _, _, _, name in known), None)

    def _title(self, tree: Tree, head: int) -> tuple[str, ...]:
        """The lemmas of a title that ends at a noun ("chief executive")."""
        first = head
        while first > 0 and tree[first - 1].upos in {"NOUN", "ADJ", "PROPN"} and tree[first - 1].head in {head, first}:
            first -= 1
        return tuple(tree[k].lemma.lower() for k in range(first, head + 1))

    def _titles(self) -> list[tuple[int, int, tuple[str, ...], str]]:
        """Every place where a person is named with a title in front: sentence, token, title, name."""
        if self._titled is None:
            self._titled = []
            for s, tree in enumerate(self.trees):
                for i in range(1, len(tree)):
                    if (
                        tree[i - 1].text.lower() in lex.ROLES
                        and self._is(s, i, "PER")
                        and not self._is(s, i - 1, "PER")
                    ):
                        title = self._title_before(tree, i)
                        if title and not set(title) & _NOT_NOW and tree[i - 1].text[-1] != "s":
                            name = self.entities.clusters[self.entities.at[s, i]].name()
                            self._titled.append((s, i, title, name))
        return self._titled

    def _title_before(self, tree: Tree, i: int) -> tuple[str, ...]:
        first = i
        while (
            first > 0
            and tree[first - 1].upos in {"NOUN", "ADJ", "PROPN", "PUNCT"}
            and tree[first - 1].text not in {",", "”", '"'}
        ):
            first -= 1
        return tuple(tree[k].text.lower() for k in range(first, i))

    def firm(self, s: int, head: int) -> str | None:
        """The firm that a sentence or the one before is about, where "the company" speaks of itself; else the one that spoke last."""
        about = self.subject(s, head)
        if about is not None:
            return about
        orgs = {c.name() for c in self.entities.clusters if c.type == "ORG"}
        return next((path[-1] for at, _, path in reversed(self.voices) if at >= s - _NEAR and path[-1] in orgs), None)

    def subject(self, s: int, head: int) -> str | None:
        """The organisation that is the subject before a token of a sentence, else that of the sentence before."""
        for at, before in ((s, head), (s - 1, None)):
            for k, relation in enumerate(self.trees[at].relations[:before] if at >= 0 else ()):
                if relation == "nsubj" and self._is(at, k, "ORG"):
                    return self.entities.clusters[self.entities.at[at, k]].name()
        return None

    def _is(self, s: int, k: int, kind: str) -> bool:
        return (s, k) in self.entities.at and self.entities.clusters[self.entities.at[s, k]].type == kind


def _aside(tree: Tree, head: int, k: int) -> bool:
    """Whether a relative clause only adds to a noun, set off by a comma: "the company, which is based in Oslo,"."""
    return tree[k].deprel == "acl:relcl" and any(tree[m].text == "," for m in range(head + 1, tree.subtree(k)[0] + 1))
