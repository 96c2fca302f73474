"""A hand-made brief of our own: six pieces about a made-up shipbuilder, with every status, relation and kind of chain.

Claims are found in their article by their text, so that every offset is true by construction.
"""

from __future__ import annotations

import pytest

from sayso.records import (
    Article,
    Claim,
    Cut,
    Entity,
    Event,
    Finding,
    Period,
    Problem,
    Published,
    Quantity,
    Relation,
    Role,
    Story,
    TimelineEntry,
    Timex,
    digest,
)
from sayso.report import Brief

TEXTS = {
    "a1": (
        "Norvik Ferries founder Ada Lindqvist said on Tuesday that the company has no plans to enter the Great Lakes "
        "market, after photographs showed a Skua 40 moored in Duluth with local test numbers.\n\n"
        "“We have no plans to enter the Great Lakes market,” Lindqvist told reporters in Bergen. The vessel was "
        "probably bought by a competitor for comparison, she said.\n\n"
        "Norvik delivered more than 4,100 cabins in 2025, according to its annual report. It aims to deliver 5,500 in "
        "2026.\n\n"
        "The company expects to open its Rotterdam yard in 2027."
    ),
    "a2": (
        "Ada Lindqvist, who founded Norvik Ferries, has denied that the shipbuilder is about to enter the Great Lakes "
        "market. A Tern 25 was seen moored in Duluth last week, sparking talk on several forums.\n\n"
        "Norvik handed over 4,112 cabins in 2025 and has set a target of 5,500 for this year. Ferries built abroad "
        "face a duty of 50 percent in the United States."
    ),
    "a3": (
        "Baltic Motors has held early talks with Norvik Ferries about a joint yard in Duluth, people familiar with the "
        "matter said. Baltic Motors called the report “completely false”.\n\n"
        "The two would each own half of the venture, the people said. A duty of 50 percent applies to foreign-built "
        "ferries."
    ),
    "a4": (
        "Baltic Motors denied a report by Nordwire that it had held talks with Norvik Ferries about a yard in Duluth. "
        "“The story is completely false,” a spokesman for Baltic Motors said.\n\n"
        "Nordwire had reported, citing people familiar with the matter, that the two companies discussed a joint yard."
        "\n\n"
        "Norvik delivered about 4,100 cabins in 2025. Its shares rose 3.2 percent on Monday."
    ),
    "a5": (
        "Norvik Ferries will open a yard in Rotterdam before 2030, Lindqvist said at an event in Oslo in 2024. She "
        "founded the company in a boathouse in 1998 with two friends and a borrowed crane.\n\n"
        "The first ferry, the Petrel, entered service in March 2001."
    ),
    "a6": (
        "Norvik Ferries founder Ada Lindqvist said on Tuesday that the company has no plans to enter the Great Lakes "
        "market, after photographs showed a Skua 40 moored in Duluth with local test numbers.\n\n"
        "Analysts at Fjordbank expect Norvik to earn 1.2 billion kroner in 2026 if the yard opens on time."
    ),
}

ARTICLES = (
    Article(
        id="a1",
        input="norvik/harbour.txt",
        outlet="Harbour Post",
        url="https://harbourpost.example/norvik",
        headline="Norvik denies Great Lakes plans after ferry is seen in Duluth",
        authors=("Ola Brandt",),
        published=Published(earliest="2026-02-10", latest="2026-02-10", basis="meta"),
        language="en",
        text=TEXTS["a1"],
        cuts=(
            Cut(start=0, end=31, text="Home  Ships  Yards  Subscribe\n\n", reason="navigation"),
            Cut(
                start=240,
                end=292,
                text="Advertisement – the story continues below this box\n\n",
                reason="advertisement",
            ),
        ),
    ),
    Article(
        id="a2",
        input="norvik/fjord.html",
        outlet="The Fjord Ledger",
        headline="Lindqvist: no, we are not coming to the Lakes",
        published=Published(earliest="2026-02-12T08:30:00+01:00", latest="2026-02-12T08:30:00+01:00", basis="text"),
        language="en",
        text=TEXTS["a2"],
        cuts=(Cut(start=None, end=None, text="Read more: Ten ferries to watch", reason="related headlines"),),
    ),
    Article(
        id="a3",
        input="norvik/nordwire.jsonl",
        outlet="Nordwire",
        headline="Baltic Motors in talks with Norvik over Duluth yard",
        published=Published(earliest="2026-02-01", latest="2026-02-01", basis="given"),
        language="en",
        text=TEXTS["a3"],
    ),
    Article(
        id="a4",
        input="norvik/quay.txt",
        outlet="Quayside",
        headline="Baltic Motors denies talks with Norvik",
        published=Published(earliest="2026-02-02", basis="inferred"),
        language="en",
        text=TEXTS["a4"],
    ),
    Article(
        id="a5",
        input="norvik/old-portrait.txt",
        headline="The boathouse that became Norvik Ferries",
        published=Published(earliest="2024-06-28", latest="2024-11-30", basis="inferred"),
        language="en",
        text=TEXTS["a5"],
    ),
    Article(id="a6", input="norvik/parish-site.txt", text=TEXTS["a6"], language="en"),
)

DAY_OF_DENIAL = Period(earliest="2026-02-10", latest="2026-02-10")
YEAR_2025 = Period(earliest="2025-01-01", latest="2025-12-31")
YEAR_2026 = Period(earliest="2026-01-01", latest="2026-12-31")


def span(article: str, text: str) -> tuple[int, int]:
    start = TEXTS[article].index(text)
    return start, start + len(text)


def quantity(
    article: str, within: str, text: str, low: float | None, high: float | None, unit: str, **more: object
) -> Quantity:
    start = span(article, within)[0] + within.index(text)
    value = low if low is not None else high
    fields = {"value": value, "low": low, "high": high, "unit": unit, "text": text, **more}
    return Quantity(start=start, end=start + len(text), **fields)  # type: ignore[arg-type]


def role(article: str, within: str, name: str, text: str) -> Role:
    start = span(article, within)[0] + within.index(text)
    return Role(name=name, start=start, end=start + len(text), text=text, head=text.split()[-1].lower())


def timex(article: str, within: str, text: str, earliest: str | None, latest: str | None) -> Timex:
    start = span(article, within)[0] + within.index(text)
    value = (earliest or latest or "")[:4]
    return Timex(
        start=start, end=start + len(text), text=text, type="DATE", value=value, earliest=earliest, latest=latest
    )


def claim(
    article: str, text: str, *chain: str, origin: str | None = None, status: str = "asserted", **more: object
) -> Claim:
    start, end = span(article, text)
    outlet = next(a.outlet or a.id for a in ARTICLES if a.id == article)
    fields = {"polarity": "positive", "origin": origin or (chain[-1] if chain else outlet), "status": status, **more}
    return Claim(
        id=digest("claim", article, start, end, chain, status),
        article_id=article,
        start=start,
        end=end,
        text=text,
        chain=chain,
        sentence=TEXTS[article][:start].count(". ") + TEXTS[article][:start].count("\n\n"),
        **fields,  # type: ignore[arg-type]
    )


def relation(kind: str, left: Claim, right: Claim, basis: str, reason: str) -> Relation:
    return Relation(kind=kind, left=left.id, right=right.id, basis=basis, reason=reason)  # type: ignore[arg-type]


def finding(
    kind: str, status: str, claims: tuple[Claim, ...], relations: tuple[Relation, ...] = (), gist: str | None = None
) -> Finding:
    denials = [c for c in claims if c.status == "denied"]
    outlets = {a.id: a.outlet or a.id for a in ARTICLES}
    return Finding(
        id=digest("finding", *(c.id for c in claims)),
        kind=kind,  # type: ignore[arg-type]
        gist=gist or claims[0].text,
        status=status,  # type: ignore[arg-type]
        reported_by=tuple(sorted({outlets[c.article_id] for c in claims})),
        origins=tuple(sorted({c.origin for c in claims if c not in denials})),
        denied_by=tuple(sorted({c.origin for c in denials})),
        claims=claims,
        relations=relations,
    )


def denial_of_entry() -> Finding:
    one = "the company has no plans to enter the Great Lakes market"
    first = claim("a1", one, "Ada Lindqvist", status="denied", polarity="negative", said=DAY_OF_DENIAL)
    second = claim("a2", "the shipbuilder is about to enter the Great Lakes market", "Ada Lindqvist", status="denied")
    third = claim("a6", one, "Ada Lindqvist", status="denied", polarity="negative", said=DAY_OF_DENIAL)
    why = "the same denial by Ada Lindqvist in a1, a2 and a6"
    return finding(
        "event",
        "denied",
        (first, second, third),
        (relation("agree", first, second, "wording", why), relation("agree", first, third, "wording", why)),
        gist=TEXTS["a1"].split("\n")[0],
    )


def talks() -> Finding:
    rumour = "Baltic Motors has held early talks with Norvik Ferries about a joint yard in Duluth"
    echo = "that the two companies discussed a joint yard"
    no = "Baltic Motors denied a report by Nordwire that it had held talks with Norvik Ferries about a yard in Duluth"
    first = claim("a3", rumour, "people familiar with the matter", origin="Nordwire", status="rumoured")
    denied = claim("a4", no, "Baltic Motors", status="denied")
    second = claim("a4", echo, "Nordwire", "people familiar with the matter", origin="Nordwire", status="rumoured")
    return finding(
        "event",
        "denied",
        (first, denied, second),
        (
            relation("deny", first, denied, "polarity", "Baltic Motors denies in a4 what Nordwire reports in a3"),
            relation("agree", first, second, "wording", "both go back to Nordwire"),
            relation("deny", second, denied, "polarity", "Baltic Motors denies in a4 what Nordwire reports in a3"),
        ),
    )


def which_ferry() -> Finding:
    one = "photographs showed a Skua 40 moored in Duluth with local test numbers"
    other = "A Tern 25 was seen moored in Duluth last week"
    first = claim("a1", one, roles=(role("a1", one, "what", "a Skua 40"),))
    second = claim("a2", other, roles=(role("a2", other, "what", "A Tern 25"),))
    third = claim("a6", one, origin="Harbour Post", roles=(role("a6", one, "what", "a Skua 40"),))
    why = "Skua 40 in a1 and a6, Tern 25 in a2; everything else agrees"
    return finding(
        "attribute",
        "conflicting",
        (first, second, third),
        (
            relation("conflict", first, second, "name", why),
            relation("conflict", second, third, "name", why),
            relation("agree", first, third, "wording", "the same words"),
        ),
    )


def cabins() -> Finding:
    one = "Norvik delivered more than 4,100 cabins in 2025"
    two = "Norvik handed over 4,112 cabins in 2025"
    three = "Norvik delivered about 4,100 cabins in 2025"
    deliveries = {"happened": YEAR_2025, "kind": "number"}
    q1 = quantity("a1", one, "more than 4,100", 4100, None, "cabin", modifier="more than")
    q2 = quantity("a2", two, "4,112", 4112, 4112, "cabin")
    q3 = quantity("a4", three, "about 4,100", 4050, 4150, "cabin", modifier="about", value=4100)
    first = claim("a1", one, "annual report", quantities=(q1,), **deliveries)
    second = claim("a2", two, quantities=(q2,), **deliveries)
    third = claim("a4", three, quantities=(q3,), **deliveries)
    return finding(
        "number",
        "corroborated",
        (first, second, third),
        (
            relation("refine", first, second, "quantity", "4,112 lies within more than 4,100"),
            relation("agree", first, third, "quantity", "more than 4,100 and about 4,100 are compatible"),
            relation("refine", second, third, "quantity", "4,112 lies within about 4,100"),
        ),
    )


def target() -> Finding:
    one, two = "It aims to deliver 5,500 in 2026", "has set a target of 5,500 for this year"
    plan = {"status": "planned", "happened": YEAR_2026, "kind": "number"}
    first = claim("a1", one, quantities=(quantity("a1", one, "5,500", 5500, 5500, "cabin"),), **plan)
    second = claim("a2", two, quantities=(quantity("a2", two, "5,500", 5500, 5500, "cabin"),), **plan)
    both = relation("agree", first, second, "quantity", "the same number for the same year")
    return finding("number", "corroborated", (first, second), (both,))


def yard() -> Finding:
    new, old = (
        "The company expects to open its Rotterdam yard in 2027",
        "Norvik Ferries will open a yard in Rotterdam before 2030",
    )
    later = claim(
        "a1",
        new,
        status="planned",
        timexes=(timex("a1", new, "2027", "2027-01-01", "2027-12-31"),),
        happened=Period(earliest="2027-01-01", latest="2027-12-31"),
    )
    earlier = claim(
        "a5",
        old,
        "Ada Lindqvist",
        status="planned",
        timexes=(timex("a5", old, "before 2030", None, "2029-12-31"),),
        happened=Period(latest="2029-12-31"),
        said=Period(earliest="2024-01-01", latest="2024-12-31"),
    )
    why = "before 2030 when a5 was written, 2027 in a1, which is later"
    return finding("event", "updated", (later, earlier), (relation("update", earlier, later, "time", why),))


def duty() -> Finding:
    one = "Ferries built abroad face a duty of 50 percent in the United States"
    two = "A duty of 50 percent applies to foreign-built ferries"
    first = claim("a2", one, quantities=(quantity("a2", one, "50 percent", 50, 50, "percent"),), kind="number")
    second = claim("a3", two, quantities=(quantity("a3", two, "50 percent", 50, 50, "percent"),), kind="number")
    return finding(
        "number", "corroborated", (first, second), (relation("agree", first, second, "quantity", "50 percent in both"),)
    )


def quoted() -> Finding:
    one = "“We have no plans to enter the Great Lakes market,” Lindqvist told reporters in Bergen."
    said = claim("a1", one, "reporters", "Ada Lindqvist", kind="statement", said=DAY_OF_DENIAL)
    return finding("statement", "single-origin", (said,))


def alone(article: str, text: str, *chain: str, kind: str = "event", **more: object) -> Finding:
    return finding(kind, "single-origin", (claim(article, text, *chain, **more),))  # type: ignore[arg-type]


def single() -> tuple[Finding, ...]:
    profit = "Norvik to earn 1.2 billion kroner in 2026 if the yard opens on time"
    share = "Its shares rose 3.2 percent on Monday"
    return (
        quoted(),
        alone("a1", "The vessel was probably bought by a competitor for comparison", "Ada Lindqvist"),
        alone(
            "a3",
            "The two would each own half of the venture",
            "people familiar with the matter",
            origin="Nordwire",
            status="rumoured",
        ),
        alone(
            "a4",
            share,
            kind="number",
            quantities=(quantity("a4", share, "3.2 percent", 3.2, 3.2, "percent", change="up"),),
        ),
        alone(
            "a5",
            "She founded the company in a boathouse in 1998",
            happened=Period(earliest="1998-01-01", latest="1998-12-31"),
        ),
        alone(
            "a5",
            "The first ferry, the Petrel, entered service in March 2001",
            happened=Period(earliest="2001-03-01", latest="2001-03-31"),
        ),
        alone("a6", profit, "Analysts at Fjordbank", status="conditional", kind="number"),
    )


def story() -> Story:
    findings = (which_ferry(), denial_of_entry(), talks(), cabins(), target(), yard(), duty(), *single())
    dated = [
        (c, f) for f in findings for c in f.claims[:1] if c.happened.earliest or c.happened.latest or c.said.earliest
    ]
    timeline = [
        TimelineEntry(earliest=when.earliest, latest=when.latest, text=c.text, finding_id=f.id, claim_id=c.id)
        for c, f in dated
        for when in [c.happened if c.happened.earliest or c.happened.latest else c.said]
    ]
    return Story(
        id=digest("story", "norvik"),
        headline=ARTICLES[0].headline,
        article_ids=tuple(a.id for a in ARTICLES),
        events=(
            Event(id="e1", article_ids=("a1", "a2", "a6")),
            Event(id="e2", article_ids=("a3", "a4")),
            Event(id="e3", article_ids=("a5",)),
        ),
        first="2024-06-28",
        last="2026-02-12",
        entities=(
            Entity(id="lindqvist", name="Ada Lindqvist", type="PER", aliases=("Lindqvist",)),
            Entity(id="norvik", name="Norvik Ferries", type="ORG", aliases=("Norvik",)),
            Entity(id="baltic", name="Baltic Motors", type="ORG"),
        ),
        findings=findings,
        timeline=tuple(sorted(timeline, key=lambda entry: (entry.earliest or entry.latest or "", entry.text))),
    )


def brief() -> Brief:
    scan = Problem(
        stage="acquire",
        article="norvik/report.pdf",
        code="unsupported",
        detail="norvik/report.pdf is a PDF, which is not read; save the article as HTML or paste it as text.",
    )
    return Brief(version="0.1.0", articles=ARTICLES, stories=(story(),), problems=(scan,))


@pytest.fixture(scope="session")
def norvik() -> Brief:
    return brief()
