from sayso.extract import extract
from sayso.reconcile import reconcile
from sayso.records import Article, ClaimGroup
from sayso.report.sections import HEADINGS, by_heading, checks, tally, tally_line
from sayso.report.sources import Sources
from sayso.report.wording import denied_by, leading, origins, reported, say_so


def test_every_finding_stands_under_one_heading(norvik):
    found = by_heading(norvik.findings)
    assert {key: len(of) for key, of in found.items()} == {
        "agreed": 3,
        "conflicting": 1,
        "denied": 2,
        "rumoured": 1,
        "updated": 1,
        "single": 6,
        "people": 0,
    }
    assert list(found) == [heading.key for heading in HEADINGS]
    assert len({heading.glyph for heading in HEADINGS}) == len(HEADINGS)


def test_who_somebody_is_stands_apart_from_what_happened():
    article = Article(id="a", input="a", text="Ann Roe, 44, sold the yard.", outlet="Courier", language="en")
    claims = extract(article).claims
    groups = [ClaimGroup(id=c.id, kind=c.kind, claims=(c,)) for c in claims]
    found = by_heading(reconcile(groups, [article]))
    assert [finding.gist for finding in found["people"]] == ["Ann Roe, 44"]
    assert len(found["single"]) == 1


def test_the_tally_counts_unnamed_outlets_apart(norvik):
    counts = tally(norvik.stories[0], Sources(norvik.articles))
    assert tally_line(counts) == "6 articles, 6 outlets (2 unnamed), 9 origins"


def test_what_to_check_next(norvik):
    found = checks(norvik.stories[0], Sources(norvik.articles))
    assert [(check.brief, len(check.findings) + len(check.articles)) for check in found] == [
        ("open conflict", 1),
        ("denied", 2),
        ("repeated from one", 1),
        ("rumour", 1),
        ("updated", 1),
        ("one origin", 6),
        ("date unknown", 1),
        ("date inferred", 2),
    ]


def test_on_whose_say_so(norvik):
    sources = Sources(norvik.articles)
    which_ferry, denial, talks, cabins, *_ = norvik.findings
    assert reported(cabins, sources) == "Reported by 3: Harbour Post, Quayside, The Fjord Ledger"
    assert origins(cabins, sources, most=1) == "3 origins: Quayside and 2 more"
    assert denied_by(talks, sources) == "denied by Baltic Motors"
    assert say_so(talks, sources) == "denied by Baltic Motors · 2 outlets · 1 origin: Nordwire"
    assert say_so(denial, sources) == "denied by Ada Lindqvist · 3 outlets"
    quoted = next(finding for finding in norvik.findings if finding.kind == "statement")
    assert say_so(quoted, sources) == "Harbour Post · one speaker: Ada Lindqvist"
    why = leading(which_ferry, sources)
    assert why is not None
    assert why.reason == "Skua 40 in Harbour Post and parish-site, Tern 25 in The Fjord Ledger; everything else agrees"
