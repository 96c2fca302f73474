"""What a denial of a whole report is aimed at: not what was told last, but what most others tell of what the report told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from sayso.compare.wording import stems
from sayso.reconcile.rejected import ABOUT_REPORTS, names_report
from sayso.records import Claim, ClaimGroup, digest

_BACK = 40  # claims before a denial that it may mean; a report that is taken up later is named again
_TELLING = 3  # words of a claim besides those that name a report


def aimed(groups: Sequence[ClaimGroup], repeats: Collection[str] = ()) -> list[ClaimGroup]:
    """The groups, each denial of a report as a whole put beside that claim of the report which most articles tell.

    "The entire story is fabricated" follows some detail of the story and means the story. A denial that has words of its own,
    or takes up one claim ("denied the claim"), stays where it is. Claims that repeat another's (`repeats`, by ids)
    count for nothing and are not moved: they go where that one goes.
    """
    home = {c.id: n for n, group in enumerate(groups) for c in group.claims}
    told_by = [len({c.article_id for c in group.claims if c.id not in repeats}) for group in groups]
    aims = {
        denial.id: best.id
        for denial, target, told in _denials(groups)
        if denial.id not in repeats and (best := max((target, *told), key=lambda c: told_by[home[c.id]])) is not target
    }
    if not aims:
        return list(groups)
    come: dict[int, list[Claim]] = defaultdict(list)
    for group in groups:
        for claim in group.claims:
            if claim.id in aims:
                come[home[aims[claim.id]]].append(msgspec.structs.replace(claim, refers_to=aims[claim.id]))
    made = (_moved(group, aims, come.get(n, ())) for n, group in enumerate(groups))
    return [group for group in made if group.claims]


def _denials(groups: Sequence[ClaimGroup]) -> Iterator[tuple[Claim, Claim, list[Claim]]]:
    """Each denial of a whole report, the claim it was taken to mean, and what else of that report stands before it, nearest first."""
    articles: dict[str, list[Claim]] = defaultdict(list)
    for group in groups:
        for claim in group.claims:
            articles[claim.article_id].append(claim)
    for claims in articles.values():
        claims.sort(key=lambda c: (c.start, c.end, c.id))
        known = {c.id: c for c in claims}
        for n, denial in enumerate(claims):
            target = known.get(denial.refers_to or "")
            if denial.status != "denied" or target is None or not names_report(denial):
                continue
            yield denial, target, [c for c in reversed(claims[max(0, n - _BACK) : n]) if _of_report(c, target)]


def _of_report(claim: Claim, target: Claim) -> bool:
    """Whether a claim is told by the same report as another, or as a rumour too."""
    if claim.kind == "statement" or claim.polarity == "negative" or claim.status in {"denied", "conditional"}:
        return False
    if len(stems(claim.text) - ABOUT_REPORTS) < _TELLING:
        return False  # "rumours surfaced" tells nothing that is so or not
    return claim.status == "rumoured" or (bool(target.chain) and claim.chain[:1] == target.chain[:1])


def _moved(group: ClaimGroup, aims: Mapping[str, str], come: Sequence[Claim]) -> ClaimGroup:
    """A group without the denials that mean something else, and with those that mean one of its claims; these are like none of it."""
    stay = [k for k, c in enumerate(group.claims) if c.id not in aims]
    if len(stay) == len(group.claims) and not come:
        return group
    claims = [*(group.claims[k] for k in stay), *come]
    rows = [[group.likeness[i][j] for j in stay] + [0.0] * len(come) for i in stay] if group.likeness else []
    rows += [[float(m == len(stay) + k) for m in range(len(claims))] for k in range(len(come) if group.likeness else 0)]
    order = sorted(
        range(len(claims)), key=lambda k: (claims[k].article_id, claims[k].start, claims[k].end, claims[k].id)
    )
    return msgspec.structs.replace(
        group,
        id=digest("group", *(claims[k].id for k in order)),
        claims=tuple(claims[k] for k in order),
        likeness=tuple(tuple(rows[i][j] for j in order) for i in order) if rows else (),
    )
