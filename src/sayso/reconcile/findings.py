"""Findings: the relations inside a group of claims, the status that follows from them, and the order they are shown in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.compare.facts import FACTS
from sayso.reconcile.origins import distinct, settle
from sayso.reconcile.relate import rejects, relate
from sayso.records import Article, Claim, ClaimGroup, Copy, Entity, Finding, FindingStatus, Relation, digest

_RANK: dict[FindingStatus, int] = {"conflicting": 0, "denied": 1, "updated": 2, "corroborated": 3, "single-origin": 4}
# what extract calls who somebody is and how old: never the news itself
_ENOUGH = 4  # outlets; more do not make a finding more telling
_ENDS = ".!?…\n"


class Findings:
    """Turns the groups of one story into findings."""

    def __init__(
        self,
        articles: Sequence[Article],
        copies: Sequence[Copy],
        entities: Mapping[str, Entity],
        groups: Sequence[ClaimGroup],
    ) -> None:
        self.articles = {a.id: a for a in articles}
        self.entities, self.groups = entities, groups
        claims = [c for g in groups for c in g.claims]
        self.origin = settle(claims, copies, {a.id: a.outlet or a.id for a in articles})
        self.copied = {c.article_id for c in copies if c.kind != "rewrite"}

    def all(self) -> tuple[Finding, ...]:
        """The findings in the order a reader needs them."""
        made = [(self._finding(group), group.cohesion) for group in self.groups]
        return tuple(finding for finding, _ in sorted(made, key=lambda one: self._order(*one)))

    def _finding(self, group: ClaimGroup) -> Finding:
        claims = tuple(msgspec.structs.replace(c, origin=self.origin[c.id]) for c in group.claims)
        relations = tuple(self._relations(claims))
        against = [c for c in claims if self._against(c, relations)]
        support = [c for c in claims if c not in against]
        origins = distinct(c.origin for c in support)
        return Finding(
            id=digest("finding", *(c.id for c in claims)),
            kind=group.kind,
            gist=self._gist(support or list(claims)),
            status=self._status(group, claims, relations, origins),
            reported_by=tuple(sorted({self._outlet(c) for c in claims})),
            origins=origins,
            denied_by=distinct(c.origin for c in against),
            claims=claims,
            relations=relations,
        )

    def _relations(self, claims: Sequence[Claim]) -> Iterator[Relation]:
        """A relation for every pair from different articles, and for pairs inside one article that do not plainly agree."""
        for a, b in combinations(claims, 2):
            verdict = relate(a, b, self.entities)
            if verdict and (a.article_id != b.article_id or verdict.kind != "agree"):
                yield Relation(kind=verdict.kind, left=a.id, right=b.id, basis=verdict.basis, reason=verdict.reason)

    def _against(self, claim: Claim, relations: Sequence[Relation]) -> bool:
        """Whether a claim rejects what others of its finding put forward."""
        return claim.status == "denied" or (
            rejects(claim) and any(r.kind == "deny" and claim.id in (r.left, r.right) for r in relations)
        )

    def _denies(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Whether a claim denies something that is told: what others of its finding say, or what it names itself."""
        return claim.status == "denied" and (len(claims) > 1 or bool(claim.chain and claim.polarity == "positive"))

    def _status(
        self, group: ClaimGroup, claims: Sequence[Claim], relations: Sequence[Relation], origins: Sequence[str]
    ) -> FindingStatus:
        kinds = {r.kind for r in relations}
        if "deny" in kinds or any(self._denies(c, claims) for c in claims):
            return "denied"
        if "conflict" in kinds:
            return "conflicting"
        if "update" in kinds:
            return "updated"
        if group.kind == "statement":
            return (
                "corroborated"
                if len({self._outlet(c) for c in claims if c.article_id not in self.copied}) > 1
                else "single-origin"
            )
        return "corroborated" if len(origins) > 1 else "single-origin"

    def _outlet(self, claim: Claim) -> str:
        return self.articles[claim.article_id].outlet or claim.article_id

    def _gist(self, claims: Sequence[Claim]) -> str:
        """The best source sentence: of a claim that names its subject, neither a fragment nor a page, from the fullest voice."""
        if all(c.predicate in FACTS for c in claims):  # "Acme CEO Ann Roe" stands in sentences about other things
            return max(claims, key=lambda c: (len(c.text), c.article_id, c.start)).text

        def merit(c: Claim) -> tuple[bool, bool, int, str, int]:
            whole = self._sentence(c)
            return (not whole[:1].isupper(), not 40 <= len(whole) <= 260, -len(c.entities), c.article_id, c.start)

        return self._sentence(min(claims, key=merit))

    def _sentence(self, claim: Claim) -> str:
        """The sentence a claim stands in, word for word."""
        text = self.articles[claim.article_id].text
        start, end = claim.start, claim.end
        while start > 0 and not (
            text[start - 1] == "\n" or (text[start - 1].isspace() and text[start - 2 : start - 1] in set('.!?”"'))
        ):
            start -= 1
        while end < len(text) and text[end - 1] not in _ENDS:
            end += 1
        return text[start:end].strip()

    def _order(self, finding: Finding, cohesion: float) -> tuple[bool, int, float, int, str, int, str]:
        """Contested before agreed before single; then what several outlets tell and what surely belongs together."""
        first = finding.claims[0]
        alone = len({c.article_id for c in finding.claims}) < 2 and finding.status in {"corroborated", "single-origin"}
        person = all(c.predicate in FACTS for c in finding.claims)
        surely = 0.0 if person else -min(len(finding.reported_by), _ENOUGH) * cohesion
        return (alone, _RANK[finding.status], surely, -len(finding.claims), first.article_id, first.start, finding.id)
