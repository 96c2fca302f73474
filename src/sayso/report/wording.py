"""Our own words about a finding: who reports it, on whose say-so, and why its passages agree or differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.records import Claim, Finding
from sayso.report.dates import period, point, published
from sayso.report.sections import counted
from sayso.report.sources import Sources
from sayso.report.visible import one_line

RELATIONS = {
    "conflict": ("≠", "Conflict"),
    "deny": ("×", "Denial"),
    "update": ("→", "Update"),
    "refine": ("≈", "More precise"),
    "agree": ("=", "Agreement"),
}
KINDS = {"number": "number", "event": "event", "attribute": "detail", "statement": "statement"}


class Reason(NamedTuple):
    """Why passages agree or differ: the relation, what it rests on, the reason, and for how many pairs of claims."""

    kind: str
    glyph: str
    title: str
    basis: str
    reason: str
    pairs: int


def reasons(finding: Finding, sources: Sources) -> list[Reason]:
    """The distinct reasons of a finding, what a reader must know first standing first; agreement in wording is one."""
    counts = Counter((r.kind, r.basis, one_line(sources.in_words(r.reason))) for r in finding.relations)
    worded = {reason: pairs for reason, pairs in counts.items() if reason[:2] == ("agree", "wording")}
    if worded:
        counts = Counter({reason: pairs for reason, pairs in counts.items() if reason not in worded})
        counts[max(worded, key=lambda reason: worded[reason])] = sum(worded.values())
    order = list(RELATIONS)
    ranked = sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1]))
    return [Reason(kind, *RELATIONS[kind], basis, why, pairs) for (kind, basis, why), pairs in ranked]


def leading(finding: Finding, sources: Sources) -> Reason | None:
    """The reason that the first screen gives: what a contested or updated finding turns on."""
    found = reasons(finding, sources)
    return found[0] if found and found[0].kind in ("conflict", "deny", "update") and found[0].reason else None


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a row, the surplus counted.

    >>> listed(["A", "B", "C"]), listed(["A", "B", "C", "D"], most=2)
    ('A, B, C', 'A, B and 2 more')
    """
    if len(names) <= most + (most > 1):  # one name more is no longer than "and 1 more"
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def named(names: Iterable[str], sources: Sources) -> list[str]:
    """The names as they are shown, each once."""
    return [sources.name(name) for name in sources.distinct(names)]


def reported(finding: Finding, sources: Sources, most: int = 4) -> str:
    """As "Reported by 3: A, B, C"."""
    names = named(finding.reported_by, sources)
    return f"Reported by {len(names)}: {listed(names, most)}" if names else ""


def origins(finding: Finding, sources: Sources, most: int = 4) -> str:
    """As "2 origins: X, Y"; for an utterance that several report, "one speaker: X"."""
    names = named(finding.origins, sources)
    if not names:
        return ""
    if finding.kind == "statement" and len(names) == 1:
        return f"one speaker: {names[0]}"
    return f"{counted(len(names), 'origin')}: {listed(names, most)}"


def denied_by(finding: Finding, sources: Sources, most: int = 4) -> str:
    """As "denied by X"."""
    names = named(finding.denied_by, sources)
    return f"denied by {listed(names, most)}" if names else ""


def say_so(finding: Finding, sources: Sources, most: int = 3) -> str:
    """On whose say-so, in one line: who denies it, how many report it, and from whom it comes."""
    outlets = named(finding.reported_by, sources)
    by = outlets[0] if len(outlets) == 1 else counted(len(outlets), "outlet") if outlets else ""
    own = outlets == named(finding.origins, sources) and len(outlets) == 1
    from_whom = "its own report" if own else origins(finding, sources, most)
    return " · ".join(part for part in (denied_by(finding, sources, most), by, from_whom) if part)


def chain(claim: Claim, sources: Sources) -> list[str]:
    """The outlet and whom it cites, the one who vouches last standing last."""
    return [sources.outlet(claim.article_id), *map(one_line, claim.chain)]


def chain_line(claim: Claim, sources: Sources) -> str:
    """The chain on one line: "Harbour Post ← Nordwire ← people familiar with the matter"."""
    links = chain(claim, sources)
    return " ← ".join(links) if len(links) > 1 else f"{links[0]}, in its own voice"


def origin_note(claim: Claim, sources: Sources) -> str:
    """Whose say-so it is in the end, where the chain alone does not tell: copied passages and unnamed sources."""
    origin = sources.name(claim.origin)
    return "" if origin == chain(claim, sources)[-1] or claim.origin == claim.article_id else f"origin: {origin}"


def dates_line(claim: Claim, sources: Sources) -> str:
    """When it was published, when it was said, and when it happened or is set to happen, as far as known."""
    article = sources.article(claim.article_id)
    printed, said, happened = point(article.published), point(claim.said), period(claim.happened)
    parts = [published(article.published)]
    if claim.chain and said and said != printed:
        parts.append(f"said {said}")
    elif claim.chain and said and printed[0].isdigit():
        parts.append("said the same day")
    parts += [f"when: {happened}"] if happened else []
    return " · ".join(parts)
