"""reconcile: ClaimGroup → Finding: how the claims stand to each other, what that makes of the thing, and on whose say-so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.records import Article, ClaimGroup, Copy, Entity, Finding


def reconcile(
    groups: Sequence[ClaimGroup],
    articles: Sequence[Article],
    copies: Sequence[Copy] = (),
    entities: Mapping[str, Entity] | None = None,
) -> tuple[Finding, ...]:
    """A finding for each group, what a reader needs first standing first.

    `articles` are those of the story (their text gives the gist), `copies` tells which passages repeat another article's.
    Pure comparison: no model is asked anything here.
    """
    from sayso.reconcile.findings import Findings

    return Findings(articles, copies, entities or {}, groups).all()
