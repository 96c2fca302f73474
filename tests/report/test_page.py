"""The page: complete in itself, verbatim, safe against what stands in articles, and readable by everybody."""

import re
import time
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from sayso.records import Article, Cut, Finding, Problem, Published, Story
from sayso.report import Brief

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script src=//evil.example/x.js></script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "<!-- --><iframe srcdoc='<script>'>",
    "\x1b]0;title\x07\x9b2J",
    "abc\u202etxt.exe\u2066",
    "]]><![CDATA[",
    "&lt;b&gt;&amp;",
)


@pytest.fixture(scope="module")
def tree(norvik):
    return html.document_fromstring(norvik.to_html())


def flat(text):
    return " ".join(text.split())


def told(brief):
    return html.document_fromstring(brief.to_html())


# ── complete in itself ───────────────────────────────────────────────────────────────────────────────────────────────


def harmless(tree):
    """Nothing runs, nothing loads, nothing leads out of the page."""
    assert not tree.xpath("//script|//iframe|//object|//embed|//link|//base|//form|//img|//audio|//video|//use|//image")
    for node in tree.iter("*"):
        for name, value in node.attrib.items():
            assert not name.lower().startswith("on"), name
            assert name.lower() not in ("style", "src", "srcset", "srcdoc", "action", "data", "xlink:href"), name
            if name.lower() == "href":
                assert re.fullmatch(r"#[a-z]+(-[a-z0-9]+)*", value), value
            if name.lower() == "id":
                assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", value), value


def test_nothing_runs_nothing_loads_nothing_leads_out(tree):
    harmless(tree)


def test_the_policy_allows_one_stylesheet_and_nothing_else(norvik):
    text = norvik.to_html()
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = html.document_fromstring(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_lands_on_one_element(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href")} <= set(ids)


# ── verbatim ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def numberless(brief):
    """The page without the small numbers that lead from an article back to the findings."""
    return html.document_fromstring(re.sub(r'<a class="back .*?</a>', "", brief.to_html()))


def test_whole_articles_stand_word_for_word(norvik):
    shown = [node.text_content() for node in numberless(norvik).xpath("//div[@class='text']")]
    assert shown == [article.text for article in norvik.articles]


def test_every_claim_has_its_place_in_its_article_and_every_quotation_leads_there(norvik, tree):
    places = {
        node.get("id"): node.text_content() for node in numberless(norvik).xpath("//span[starts-with(@class, 'place')]")
    }
    claims = {claim.id: claim for finding in norvik.findings for claim in finding.claims}
    assert sorted(places.values()) == sorted(claim.text for claim in claims.values())
    links = {href[1:] for href in tree.xpath("//p[@class='outlet']/a/@href")}
    assert links == set(places)
    assert ".place:target" in norvik.to_html()


def test_lines_in_the_type_of_the_sources_are_words_of_the_sources(norvik, tree):
    pile = flat(" ".join(f"{a.text} {a.headline} {a.input} {a.outlet}" for a in norvik.articles))
    ours = "What is set like this stands word for word in an article."
    quoted = tree.xpath("//blockquote|//*[contains(concat(' ', @class, ' '), ' verbatim ')]")
    assert len(quoted) > 40
    for node in quoted:
        assert flat(node.text_content()) in pile or flat(node.text_content()) == ours


def test_what_differs_is_marked(tree):
    marked = [node.text_content() for node in tree.xpath("//mark")]
    assert marked == [
        "more than 4,100",
        "4,112",
        "about 4,100",
        "Skua 40",
        "Tern 25",
        "no",
        "denied",
        "denied",
        "2027",
        "before 2030",
    ]


# ── what an editor looks for ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_screen(tree):
    assert flat(tree.xpath("//h1")[0].text_content()) == "Norvik denies Great Lakes plans after ferry is seen in Duluth"
    assert flat(tree.xpath("//p[@class='counts']")[0].text_content()).startswith(
        "6 articles, 6 outlets (2 unnamed), 9 origins"
    )
    boxes = [flat(node.text_content()) for node in tree.xpath("//section[contains(@class, 'box')]/h3")]
    counts = ("Agreed 3", "Conflicting 1", "Denied 2", "Rumoured 1", "Updated 1", "Single-origin 6")
    assert [box[1:] for box in boxes] == list(counts)


def test_a_passage_says_who_when_and_from_whom(tree):
    sources = [flat(node.text_content()) for node in tree.xpath("//div[@class='source']")]
    assert any(
        "Quayside" in s and "Quayside ← Nordwire ← people familiar with the matter (origin: Nordwire)" in s
        for s in sources
    )
    assert any("rumoured" in s and "published not before 2 Feb 2026 (inferred)" in s for s in sources)
    assert any(
        "published 10 Feb 2026 · said the same day" in s and "Harbour Post ← Ada Lindqvist" in s for s in sources
    )


def test_reasons_stand_in_words(tree):
    reasons = [flat(node.text_content()) for node in tree.xpath("//ul[@class='reasons']/li")]
    why = "Skua 40 in Harbour Post and parish-site, Tern 25 in The Fjord Ledger; everything else agrees"
    assert f"≠ Conflict name {why} (2 pairs)" in reasons


def test_cut_away_text_is_there_on_demand(tree):
    cuts = tree.xpath("//details[contains(@class, 'cuts')]")
    assert len(cuts) == 2
    assert not any("open" in node.attrib for node in cuts)
    assert flat(cuts[0].xpath(".//dt")[0].text_content()) == "navigation"
    assert "Advertisement – the story continues below this box" in cuts[0].text_content()


def test_charts_lists_and_problems_are_there(tree):
    assert len(tree.xpath("//*[local-name()='svg'][contains(@class, 'timeline')]")) == 1
    assert len(tree.xpath("//*[local-name()='svg'][contains(@class, 'citations')]")) == 1
    assert len(tree.xpath("//*[local-name()='svg'][contains(@class, 'intervals')]")) == 1
    headings = [flat(node.text_content()) for node in tree.xpath("//h2|//h3")]
    for wanted in ("What to check next", "Timeline", "Who said what", "Who cites whom", "The articles", "Problems 1"):
        assert any(heading.startswith(wanted) for heading in headings), wanted
    assert "norvik/report.pdf is a PDF" in tree.xpath("//ul[@class='problems']")[0].text_content()


# ── for everybody ────────────────────────────────────────────────────────────────────────────────────────────────────


def heading_levels(tree):
    return [int(node.tag[1]) for node in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def test_landmarks_headings_and_names_for_screen_readers(tree):
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == len(tree.xpath("/html/body/header")) == 1
    assert tree.xpath("//body/a[1]/@href") == ["#main"]
    levels = heading_levels(tree)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = set(tree.xpath("//@id"))
    assert set(tree.xpath("//@aria-labelledby")) <= ids
    assert all(nav.get("aria-label") for nav in tree.xpath("//nav"))
    for chart in tree.xpath("//*[local-name()='svg'][@role='img']"):
        assert chart.xpath("./*[local-name()='title']")


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ink", ["ink", "soft", "agreed", "conflicting", "denied", "rumoured", "updated", "single"])
def test_contrast_is_at_least_aa_by_day_and_by_night(norvik, scheme, ink):
    blocks = re.findall(r":root \{(.*?)\}", norvik.to_html(), re.DOTALL)
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", blocks[scheme]))
    assert contrast(colours[ink], colours["paper"]) >= 4.5
    if ink in ("ink", "soft"):
        assert contrast(colours[ink], colours["mark"]) >= 4.5
        assert contrast(colours[ink], colours["target"]) >= 4.5


# ── hostile and large ────────────────────────────────────────────────────────────────────────────────────────────────


def poisoned(brief, poison):
    """The brief with the poison in every place that an input reaches; claims keep their offsets."""
    articles = tuple(
        replace(
            a,
            id=a.id + poison,
            input=poison,
            outlet=poison if a.outlet else None,
            headline=poison,
            url=poison,
            authors=(poison,),
            text=a.text + poison,
            cuts=(Cut(start=None, end=None, text=poison, reason=poison),),
        )
        for a in brief.articles
    )

    def claim(c):
        chain = tuple(poison for _ in c.chain)
        return replace(c, id=c.id + poison, article_id=c.article_id + poison, chain=chain, origin=poison)

    def finding(f):
        relations = tuple(replace(r, left=r.left + poison, right=r.right + poison, reason=poison) for r in f.relations)
        names = (poison,)
        return replace(
            f,
            id=f.id + poison,
            gist=poison,
            claims=tuple(claim(c) for c in f.claims),
            relations=relations,
            reported_by=names,
            origins=names,
            denied_by=names,
        )

    stories = tuple(
        replace(
            s,
            id=s.id + poison,
            headline=poison,
            article_ids=tuple(id_ + poison for id_ in s.article_ids),
            findings=tuple(finding(f) for f in s.findings),
            timeline=tuple(replace(e, text=poison, finding_id=e.finding_id + poison) for e in s.timeline),
        )
        for s in brief.stories
    )
    problem = Problem(stage="clean", article=poison, code=poison, detail=poison)
    return Brief(version=poison, articles=articles, stories=stories, problems=(problem,))


@pytest.mark.parametrize("poison", HOSTILE)
def test_whatever_stands_in_an_article_is_shown_as_text(norvik, poison):
    page = poisoned(norvik, poison).to_html()
    tree = html.document_fromstring(page)
    harmless(tree)
    assert len(tree.xpath("//style")) == len(tree.xpath("//title[not(ancestor::*[local-name()='svg'])]")) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    if poison.isprintable():
        assert tree.xpath("//div[@class='text']")[0].text_content().endswith(poison)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_page(text):
    brief = Brief(version="1", articles=(Article(id="x", input="x", text=text, headline=text, outlet=text, url=text),))
    harmless(told(brief))


def grown(brief, times):
    story = brief.stories[0]
    findings = tuple(replace(f, id=f"{f.id}{n}") for n in range(times) for f in story.findings)
    return replace(brief, stories=(replace(story, findings=findings),))


def test_thousands_of_findings_stay_readable(norvik):
    tree = told(grown(norvik, 200))
    rows = tree.xpath("//article[contains(@class, 'finding')]")
    assert len(rows) == 200 * len(norvik.findings)
    unfolded = [row for row in rows if not any(node.tag == "details" for node in row.iterancestors())]
    assert len(unfolded) < 120
    assert len(tree.xpath("//section[contains(@class, 'box')]//li")) <= 12


def test_many_stories_are_listed_first_and_the_later_ones_folded(norvik):
    story = norvik.stories[0]
    stories = tuple(
        Story(id=f"s{n}", headline=f"Headline {n}", article_ids=story.article_ids, events=(), first=None, last=None)
        for n in range(9)
    )
    tree = told(replace(norvik, stories=stories))
    assert len(tree.xpath("//nav[@class='index']//li")) == 9
    assert len(tree.xpath("//section[@class='story']/details")) == 6
    levels = heading_levels(tree)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_of_a_hundred_findings_is_quick(norvik):
    big = grown(norvik, 7)
    big.to_html()
    started = time.perf_counter()
    big.to_html()
    assert time.perf_counter() - started < 0.8  # measured: under 0.1 s on an idle core; the margin is for a busy one


def test_a_finding_whose_article_is_missing_is_still_shown(norvik):
    tree = told(replace(norvik, articles=()))
    assert len(tree.xpath("//article[contains(@class, 'finding')]")) == len(norvik.findings)


def test_unknown_everything_is_called_unknown():
    bare = Article(id="0123456789ab", input="", text="Nothing is known.", published=Published())
    finding = Finding(
        id="f",
        kind="event",
        gist="Nothing is known.",
        status="single-origin",
        reported_by=(),
        origins=(),
        denied_by=(),
        claims=(),
    )
    story = Story(id="s", headline=None, article_ids=(bare.id,), events=(), first=None, last=None, findings=(finding,))
    text = told(Brief(version="1", articles=(bare,), stories=(story,))).text_content()
    assert "publication date unknown" in text
    assert "None" not in text
