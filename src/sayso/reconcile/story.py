"""A story told: its findings, people and events put together, and its dated happenings in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.records import Article, Claim, Entity, Event, Finding, Placement, Story, TimelineEntry


def tell(
    placements: Sequence[Placement],
    articles: Sequence[Article],
    entities: Mapping[str, Entity],
    findings: Sequence[Finding],
) -> Story:
    """The story record of one story's placements; articles without a date leave `first` and `last` to the others."""
    members = {p.id for p in placements}
    own = [a for a in articles if a.id in members]
    events: dict[str, list[str]] = {}
    for p in placements:
        events.setdefault(p.event_id, []).append(p.id)
    dates = sorted(d for a in own for d in (a.published.earliest, a.published.latest) if d)
    named = {e for f in findings for c in f.claims for e in c.entities}
    return Story(
        id=placements[0].story_id,
        headline=_headline(own, findings),
        article_ids=tuple(sorted(members)),
        events=tuple(Event(id=e, article_ids=tuple(sorted(ids))) for e, ids in sorted(events.items())),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        entities=tuple(sorted((entities[e] for e in named if e in entities), key=lambda e: (e.type, e.name, e.id))),
        findings=tuple(findings),
        timeline=_timeline(findings),
    )


def _headline(articles: Sequence[Article], findings: Sequence[Finding]) -> str | None:
    """The headline of the article that shares most findings with others."""
    shared = {
        a.id: sum(any(c.article_id == a.id for c in f.claims) for f in findings if len(f.reported_by) > 1)
        for a in articles
    }
    titled = [a for a in articles if a.headline]
    return max(titled, key=lambda a: (shared[a.id], a.id)).headline if titled else None


def _timeline(findings: Sequence[Finding]) -> tuple[TimelineEntry, ...]:
    """One entry a finding: its most closely dated claim."""
    entries = []
    for f in findings:
        dated = [c for c in f.claims if c.happened.earliest and c.happened.latest and c.status != "denied"]
        if dated:
            best = min(dated, key=lambda c: (_days(c), c.article_id, c.start))
            entries.append(
                TimelineEntry(
                    earliest=best.happened.earliest,
                    latest=best.happened.latest,
                    text=best.text,
                    finding_id=f.id,
                    claim_id=best.id,
                )
            )
    return tuple(sorted(entries, key=lambda e: (e.earliest or "", e.latest or "", e.finding_id)))


def _days(claim: Claim) -> int:
    """How wide a claim's time is, in days, for choosing the closest."""
    try:
        return (
            date.fromisoformat((claim.happened.latest or "")[:10])
            - date.fromisoformat((claim.happened.earliest or "")[:10])
        ).days
    except ValueError:
        return 10**6
