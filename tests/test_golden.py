"""The brief of the example story, as a careful reader would draw it up.

Each row of a table is a thing that the eight articles tell: words of the passages that must stand side by side in one
finding, and the finding's status. What the brief gets wrong today is a strict `xfail` with its reason.
"""

from __future__ import annotations

import json

import pytest

COURIER, DISPATCH, COASTAL = "clyde-courier", "bergen-dispatch", "coastal-times"
WATERS, WATCH, BUSINESS, WIRE = "electric-waters", "ferrywatch", "north-sea-business", "harbour-wire"


CLUTTER = (
    "Advertisement",
    "scrolling",
    "Sign up",
    "Subscribe",
    "READ MORE",
    "Read next",
    "Storm Edda",
    "light rail",
    "IMG_",
    "\N{BLACK HEART SUIT}",
    "Picture:",
    "Image:",
    "Buy me a coffee",
    "tips line",
    "Fjordbanken",
    "Family notices",
    "McPhee",
    "Comments",
    "All rights reserved",
)


class Told:
    """The example's brief, and the look-ups that the tables need."""

    def __init__(self, written: bytes) -> None:
        self.brief = json.loads(written)
        self.articles = {article["id"]: article for article in self.brief["articles"]}
        self.findings = [finding for story in self.brief["stories"] for finding in story["findings"]]

    def file(self, article_id):
        return self.articles[article_id]["input"].rsplit("/", 1)[-1].split(".")[0]

    def holds(self, finding, passages):
        """Whether every (file, words) has a claim of its own in the finding."""
        return all(
            any(self.file(claim["article_id"]) == file and words in claim["text"] for claim in finding["claims"])
            for file, words in passages
        )

    def side_by_side(self, *passages):
        return [finding for finding in self.findings if self.holds(finding, passages)]

    def claims(self, file, words):
        return [
            claim
            for finding in self.findings
            for claim in finding["claims"]
            if self.file(claim["article_id"]) == file and words in claim["text"]
        ]


@pytest.fixture(scope="module")
def written(sayso, ferry):
    done = sayso("brief", ferry, "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.fixture(scope="module")
def told(written):
    return Told(written)


# ── what stands side by side ─────────────────────────────────────────────────────────────────────────────────────────

FINDINGS = {
    "the chief executive's denial, whoever reports it": (
        "denied",
        [(WATCH, "no plans to sell ferries in Scotland"), (WIRE, "no plans to sell ferries in Scotland")],
    ),
    "the same denial in other words": (
        "denied",
        [(WATERS, "plans to enter the Scottish market"), (WIRE, "plan to enter the Scottish market")],
    ),
    "the talks, reported by one and denied by the other side": (
        "denied",
        [(COURIER, "has held talks with Aldane"), (WIRE, "held talks with Brenholt")],
    ),
    "which model was photographed": (
        "conflicting",
        [(WATERS, "Skarv 60 was photographed in Oban"), (WATCH, "Tern 40")],
    ),
    "the same model, named by the agency in passing": (
        "conflicting",
        [(WATERS, "Skarv 60 was photographed in Oban"), (WIRE, "Tern 40")],
    ),
    "where she spoke to reporters": (
        "conflicting",
        [(WATERS, "in Oslo"), (WATCH, "told reporters in Bergen")],
    ),
    "last year's deliveries, told three ways": (
        "corroborated",
        [
            (BUSINESS, "31 ferries in 2025"),
            (WATCH, "more than 30 ferries in 2025"),
            (COURIER, "around 30 ferries last year"),
        ],
    ),
    "this year's target": (
        None,
        [(BUSINESS, "45 deliveries in 2026"), (WIRE, "45 in 2026"), (COURIER, "45 in 2026")],
    ),
    "the Hamburg yard, brought forward": (
        "updated",
        [(WATCH, "Hamburg before 2030"), (WATCH, "2027")],
    ),
    "the first year's target, missed or not, is not in conflict with what was delivered": (
        None,
        [(DISPATCH, "12 ferries this year")],
    ),
    "what the grant pays": (
        None,
        [(COURIER, "40%"), (WATERS, "40%")],
    ),
}
WRONG_TODAY = {
    "where she spoke to reporters": 'the place of a participle ("speaking in Oslo") is no slot of the denial beside it',
}


@pytest.mark.parametrize("name", FINDINGS)
def test_what_belongs_together_stands_together(told, name, request):
    if name in WRONG_TODAY:
        request.applymarker(pytest.mark.xfail(reason=WRONG_TODAY[name], strict=True))
    status, passages = FINDINGS[name]
    found = told.side_by_side(*passages)
    assert found, passages
    if status:
        assert status in {finding["status"] for finding in found}


APART = {
    "delivered and aimed at": ((BUSINESS, "31 ferries in 2025"), (BUSINESS, "45 deliveries in 2026")),
    "one year's deliveries and another's": ((BUSINESS, "31 ferries in 2025"), (WATCH, "14 in 2024")),
    "the target of one year and of another": ((DISPATCH, "12 ferries this year"), (BUSINESS, "45 deliveries in 2026")),
    "what shares did on two days": ((BUSINESS, "3% lower"), (WIRE, "rose 6%")),
    "employees of two yards": ((WIRE, "200 people"), (BUSINESS, "350 people")),
}


APART_WRONG_TODAY: dict[str, str] = {}


@pytest.mark.parametrize("name", APART)
def test_what_does_not_belong_together_is_apart(told, name, request):
    if name in APART_WRONG_TODAY:
        request.applymarker(pytest.mark.xfail(reason=APART_WRONG_TODAY[name], strict=True))
    assert told.side_by_side(*APART[name]) == []


# ── how each passage puts it ─────────────────────────────────────────────────────────────────────────────────────────

CLAIMS = [
    # file, words of the claim, its status, the last of its chain
    (COURIER, "has held talks with Aldane Shipyards", "rumoured", "people familiar with the matter"),
    (WIRE, "it had held talks with Brenholt Marine", "denied", "Aldane Shipyards"),
    (BUSINESS, "a target of 45 deliveries in 2026", "planned", None),
    (BUSINESS, "expects Brenholt to miss its target", "predicted", "Priya Nandakumar"),
    (WATCH, "delivered more than 30 ferries in 2025", "asserted", "Marit Ekeland"),
    (DISPATCH, "aims to deliver 12 ferries this year", "planned", None),
]
CLAIMS_WRONG_TODAY: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize(("file", "words", "status", "voucher"), CLAIMS)
def test_how_a_passage_puts_it(told, file, words, status, voucher, request):
    if (file, words) in CLAIMS_WRONG_TODAY:
        request.applymarker(pytest.mark.xfail(reason=CLAIMS_WRONG_TODAY[file, words], strict=True))
    claims = told.claims(file, words)
    assert status in {claim["status"] for claim in claims}
    if voucher:
        assert voucher in {claim["chain"][-1] for claim in claims if claim["chain"]}


# ── on whose say-so ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reprint_has_the_origin_of_its_original(told):
    for finding in told.side_by_side((COASTAL, "left under tow"), (WIRE, "left under tow")):
        assert len(finding["origins"]) == 1
        assert finding["status"] == "single-origin"


def test_a_copied_passage_has_the_origin_of_its_original(told):
    found = told.side_by_side((WATERS, "9.4 billion kroner"), (BUSINESS, "9.4 billion kroner"))
    assert found
    assert {tuple(finding["origins"]) for finding in found} == {("North Sea Business",)}


def test_a_denial_has_one_origin_however_many_report_it(told):
    names = [WATCH, WIRE, COASTAL]
    found = told.side_by_side(*((name, "no plans to sell ferries in Scotland") for name in names))
    assert found
    assert any(finding["denied_by"] == ["Marit Ekeland"] for finding in found)


# ── what cleaning leaves ─────────────────────────────────────────────────────────────────────────────────────────────

CLEANED = [
    # file, headline, first words, last words
    (COURIER, "Norwegian e-ferry maker in talks to build on the Clyde", "Norwegian ferry maker", "40% of the price."),
    (
        DISPATCH,
        "How a lost contract turned a fish-farm supplier into a ferry builder",
        "Marit Ekeland still",
        "outside Norway.",
    ),
    (
        WATCH,
        "Brenholt boss rules out Scotland after Tern 40 turns up in Oban",
        "Brenholt Marine chief",
        "open in 2027.",
    ),
    (WATERS, "Was that a Skarv 60 in Oban? Brenholt says: nothing to see here", "So much for", "made in Britain."),
    (COASTAL, 'Ferry boss: "No plans" for Scotland', "BERGEN (Harbour Wire)", "45 in 2026."),
    (BUSINESS, "Brenholt doubles deliveries and sets sights on Germany", "", "lower in Oslo."),
]
CLEANED_WRONG_TODAY: dict[str, str] = {}


@pytest.mark.parametrize(("file", "headline", "first", "last"), CLEANED)
def test_the_article_is_what_was_written_and_nothing_else(told, file, headline, first, last, request):
    if file in CLEANED_WRONG_TODAY:
        request.applymarker(pytest.mark.xfail(reason=CLEANED_WRONG_TODAY[file], strict=True))
    (article,) = (one for name, one in told.articles.items() if told.file(name) == file)
    assert article["headline"] == headline
    assert article["text"].strip().startswith(first)
    assert article["text"].strip().endswith(last)
    assert [word for word in CLUTTER if word in article["text"]] == []


# ── what always holds ────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_in_the_brief_comes_from_what_stood_around_the_articles(told):
    claims = [claim["text"] for finding in told.findings for claim in finding["claims"]]
    assert [(word, text) for word in CLUTTER for text in claims if word in text] == []


def test_every_quotation_is_the_exact_text_at_its_place(told):
    for finding in told.findings:
        for claim in finding["claims"]:
            text = told.articles[claim["article_id"]]["text"]
            assert text[claim["start"] : claim["end"]] == claim["text"]
            for part in (*claim["quantities"], *claim["timexes"]):
                assert text[part["start"] : part["end"]] == part["text"]


def test_what_is_corroborated_is_what_two_articles_agree_in(told):
    for finding in told.findings:
        home = {claim["id"]: claim["article_id"] for claim in finding["claims"]}
        agreed = [one for one in finding["relations"] if one["kind"] in {"agree", "refine"}]
        across = [one for one in agreed if home[one["left"]] != home[one["right"]]]
        assert across or finding["status"] != "corroborated"


def test_the_gist_is_a_sentence_of_a_source(told):
    texts = [article["text"] for article in told.articles.values()]
    assert [finding["gist"] for finding in told.findings if not any(finding["gist"] in text for text in texts)] == []


PUBLISHED = {
    COURIER: ("2026-01-12", "2026-01-12", "text"),
    BUSINESS: ("2026-01-29", "2026-01-29", "meta"),
    COASTAL: ("2026-03-05", "2026-03-05", "given"),
}


def test_when_each_was_published_and_how_we_know(told):
    found = {told.file(name): article["published"] for name, article in told.articles.items()}
    for file, (earliest, latest, basis) in PUBLISHED.items():
        assert (found[file]["earliest"][:10], found[file]["latest"][:10], found[file]["basis"]) == (
            earliest,
            latest,
            basis,
        )
    assert found[WATCH]["earliest"] >= "2026-03-04"
    assert found[WATCH]["basis"] in ("inferred", "relative")
    assert found[DISPATCH]["basis"] in (None, "inferred")
    assert (found[DISPATCH]["latest"] or "") < "2026"  # whatever the headlines around it say


def test_it_is_one_story_of_several_events(told):
    (story,) = told.brief["stories"]
    assert len(story["article_ids"]) == 8
    assert len(story["events"]) >= 3


def test_any_order_of_the_inputs_gives_the_same_bytes_in_every_format(ferry):
    import sayso

    files = sorted(path for path in ferry.iterdir() if path.suffix != ".json")
    forwards, backwards = sayso.brief(files), sayso.brief(files[::-1])
    for form in ("to_json", "to_html", "to_markdown", "to_text"):
        assert getattr(forwards, form)() == getattr(backwards, form)()


def test_a_rerun_in_another_process_gives_the_same_bytes(sayso, ferry, written):
    assert sayso("brief", ferry, "--format", "json").stdout == written
