"""Findings: the relations inside a group of claims, the status that follows from them, and the order they are shown in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.compare.connected import connected
from sayso.compare.copied import repeated
from sayso.compare.facts import FACTS
from sayso.reconcile.aim import aimed
from sayso.reconcile.denial import denies_alone, negates, rejects
from sayso.reconcile.gist import gist
from sayso.reconcile.origins import distinct, settle
from sayso.reconcile.parts import Part, parts
from sayso.reconcile.sides import Verdict, shares
from sayso.records import Article, Claim, ClaimGroup, Copy, Entity, Finding, FindingStatus, Kind, Relation, digest

_RANK: dict[FindingStatus, int] = {"conflicting": 0, "denied": 1, "updated": 2, "corroborated": 3, "single-origin": 4}
_ENOUGH = 4  # outlets; more do not make a finding more telling


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
        claims = [c for g in groups for c in g.claims]
        self.origin = settle(claims, copies, {a.id: a.outlet or a.id for a in articles})
        self.repeats = repeated(claims, copies)
        self.entities, self.groups = entities, aimed(groups, self.repeats)
        self.copied = {c.article_id for c in copies if c.kind != "rewrite"}

    def all(self) -> tuple[Finding, ...]:
        """The findings in the order a reader needs them."""
        groups = [
            msgspec.structs.replace(
                g, claims=tuple(msgspec.structs.replace(c, origin=self.origin[c.id]) for c in g.claims)
            )
            for g in self.groups
        ]
        made = [(self._finding(part), part.cohesion) for part in parts(groups, self.entities, self.repeats)]
        return tuple(self._with_gists(finding for finding, _ in sorted(made, key=lambda one: self._order(*one))))

    def _with_gists(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, each with its gist; a sentence that stands for an earlier one is taken again only for want of another."""
        taken: set[str] = set()
        for finding in findings:
            told, against = self._told(finding.claims, finding.relations)
            denied = finding.status == "denied"  # then a sentence that tells what is denied, or one that denies it
            deniers = finding.denied_by if denied else ()  # who put nothing forward that they deny
            support = [c for c in told if c not in against and not (denied and negates(c)) and c.origin not in deniers]
            chosen = gist(support or against or told, self.articles, taken)
            taken.add(chosen)
            yield msgspec.structs.replace(finding, gist=chosen)

    def _finding(self, part: Part) -> Finding:
        claims, relations = part.claims, tuple(_relations(part))
        told, against = self._told(claims, relations)
        support = [c for c in told if c not in against]
        core = _core(part, support)
        origins = distinct(self._vouching(core))
        kind = _kind(told)
        return Finding(
            id=digest("finding", *(c.id for c in claims)),
            kind=kind,
            gist="",  # chosen when all stand in order
            status=self._status(kind, told, core, relations, origins),
            reported_by=tuple(sorted({self._outlet(c) for c in claims})),
            origins=origins,
            denied_by=distinct(c.origin for c in against),
            claims=claims,
            relations=relations,
        )

    def _told(self, claims: Sequence[Claim], relations: Sequence[Relation]) -> tuple[list[Claim], list[Claim]]:
        """The claims of a finding without what a reprint repeats, which says nothing new; and those of them that reject."""
        told = [c for c in claims if c.id not in self.repeats] or list(claims)
        return told, [c for c in told if self._against(c, relations)]

    def _against(self, claim: Claim, relations: Sequence[Relation]) -> bool:
        """Whether a claim rejects what others of its finding put forward."""
        return claim.status == "denied" or (
            rejects(claim) and any(r.kind == "deny" and claim.id in (r.left, r.right) for r in relations)
        )

    def _denied_alone(self, claims: Sequence[Claim]) -> bool:
        """Whether nobody here says but that it is not so, and one names what is denied."""
        return all(negates(c) or c.kind == "statement" for c in claims) and any(denies_alone(c) for c in claims)

    def _status(
        self,
        kind: Kind,
        claims: Sequence[Claim],
        core: Sequence[Claim],
        relations: Sequence[Relation],
        origins: Sequence[str],
    ) -> FindingStatus:
        kinds = {r.kind for r in relations}
        if "deny" in kinds or self._denied_alone(claims):
            return "denied"
        if "conflict" in kinds:
            return "conflicting"
        if "update" in kinds:
            return "updated"
        if kind == "statement":
            return (
                "corroborated"
                if len({self._outlet(c) for c in core if c.article_id not in self.copied}) > 1
                else "single-origin"
            )
        return "corroborated" if len(origins) > 1 else "single-origin"

    def _vouching(self, support: Sequence[Claim]) -> Iterator[str]:
        """The origins of what is so: an outlet that cites somebody for it vouches for it no second time in its own voice."""
        citing = {self._outlet(c) for c in support if c.origin != self._outlet(c)}
        for c in support:
            if c.origin != self._outlet(c) or c.origin not in citing:
                yield c.origin

    def _outlet(self, claim: Claim) -> str:
        return self.articles[claim.article_id].outlet or claim.article_id

    def _order(self, finding: Finding, cohesion: float) -> tuple[bool, int, float, int, str, int, str]:
        """Contested before agreed before single; then what several outlets tell and what surely belongs together."""
        first = finding.claims[0]
        alone = len({c.article_id for c in finding.claims}) < 2 and finding.status in {"corroborated", "single-origin"}
        person = all(c.predicate in FACTS for c in finding.claims)
        surely = 0.0 if person else -min(len(finding.reported_by), _ENOUGH) * cohesion
        return (alone, _RANK[finding.status], surely, -len(finding.claims), first.article_id, first.start, finding.id)


def _kind(claims: Sequence[Claim]) -> Kind:
    """The kind of most claims; of as many, the first of the alphabet."""
    kinds = [c.kind for c in claims]
    return max(sorted(set(kinds)), key=kinds.count)


def _relations(part: Part) -> Iterator[Relation]:
    """A relation for each pair of which it can be told, but for pairs inside one article that plainly agree."""
    for i, j in combinations(range(len(part.claims)), 2):
        a, b = part.claims[i], part.claims[j]
        verdict = part.verdicts.get((i, j)) or _beside(a, b)
        if verdict and (a.article_id != b.article_id or verdict.kind != "agree"):
            yield Relation(kind=verdict.kind, left=a.id, right=b.id, basis=verdict.basis, reason=verdict.reason)


def _beside(a: Claim, b: Claim) -> Verdict | None:
    """What stands between two claims of one finding that nothing tells apart and nothing surely joins."""
    if a.article_id == b.article_id or negates(a) != negates(b):
        return None
    return Verdict("agree", "wording", "both tell of it")


def _core(part: Part, support: Sequence[Claim]) -> list[Claim]:
    """The supporting claims that bear each other out, the largest such circle: what stands beside them vouches for nothing."""
    places = [n for n, c in enumerate(part.claims) if c in support]
    at = {n: k for k, n in enumerate(places)}
    edges = [
        (at[i], at[j])
        for (i, j), v in part.verdicts.items()
        if i in at and j in at and (v.basis != "wording" or shares(part.claims[i], part.claims[j]))
    ]
    circles = [[part.claims[places[k]] for k in circle] for circle in connected(len(places), edges)]
    # Of equals the one whose words come first: not by its place, which follows from ids that articles may be given.
    circles.sort(key=lambda circle: sorted((c.text, c.origin) for c in circle))
    return max(circles, key=lambda circle: (len({c.article_id for c in circle}), len(circle)), default=[])
