"""What must hold of any brief: on small stories about firms that do not exist, made up anew for each example."""

from __future__ import annotations

import json
from collections import Counter

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sayso.pipeline import brief
from sayso.reconcile.relate import relate
from sayso.reconcile.sides import side

# Each line one matter, told in ways that agree, refine, contradict, deny or come later.
MATTERS = (
    (
        "Norvik delivered 31 ferries in 2030.",
        "In 2030 Norvik delivered more than 30 ferries, according to its annual report.",
        "Norvik delivered 28 ferries in 2030, the shipyard said in its annual report.",
    ),
    (
        "Norvik has no plans to enter the Scottish market, chief executive Ann Roe said on Tuesday.",
        "Norvik may soon enter the Scottish market, according to people familiar with the matter.",
        "Norvik will enter the Scottish market next year, the Oban Courier reported.",
    ),
    (
        "Photographs showed a Tern 40 in the port of Oban on Monday.",
        "A Skarv 60 was photographed in the port of Oban on Monday.",
        "The ferry that was seen in the port of Oban on Monday was a Tern 40.",
    ),
    (
        "Norvik plans to open a yard in Hamburg in 2033.",
        "The yard in Hamburg will open in 2035, Roe said.",
        "Norvik said that it would open its yard in Hamburg before 2034.",
    ),
    (
        "Ferro denied that it had held talks with Norvik about a merger.",
        "Ferro and Norvik held talks about a merger in January, two bankers said.",
        "There were no talks about a merger with Norvik, said Tomas Lind, a spokesman for Ferro.",
    ),
    (
        "Shares in Norvik rose 4 percent to 52 euros in Oslo.",
        "In Oslo, Norvik shares closed 4 percent higher.",
        "Norvik shares fell 2 percent in Oslo.",
    ),
)
OUTLETS = ("Clyde Courier", "Harbour Wire", "North Sea Business", "Electric Waters")
DAY = "2031-03-05"  # of all: another day is another "Tuesday"
# Without shrinking: a brief takes a fifth of a second, and a failing one is small already.
FEW = settings(max_examples=6, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))


@st.composite
def stories(draw, least=2):
    """A few articles of a few matters each, an outlet and a length apiece."""
    told = []
    for at in range(draw(st.integers(least, 3))):
        matters = draw(st.permutations(MATTERS))[: draw(st.integers(3, 5))]
        text = " ".join(draw(st.sampled_from(matter)) for matter in matters)
        told.append({"id": f"a{at}", "outlet": OUTLETS[at], "published": DAY, "text": text})
    return told


def told_of(articles, folder):
    file = folder / "pile.jsonl"
    file.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return brief([file])


def findings(made, names=None, without=()):
    """Each finding without its ids: what it says, of whom, and how its claims stand to each other; counted."""
    named = names or {}
    shown = []
    for finding in made.findings:
        kept = {c.id: (named.get(c.article_id, c.article_id), c.start, c.text, c.kind, c.status) for c in finding.claims
                if c.article_id not in without}  # fmt: skip
        relations = sorted(
            (r.kind, r.basis, *sorted((kept[r.left], kept[r.right])))
            for r in finding.relations
            if r.left in kept and r.right in kept
        )
        if kept:
            said = (finding.kind, finding.status, finding.gist, finding.origins, finding.denied_by)
            shown.append((said, tuple(sorted(kept.values())), tuple(relations)))
    return Counter(shown)


@given(stories(), st.booleans())
@FEW
def test_relations_are_symmetric(tmp_path_factory, articles, surely):
    made = told_of(articles, tmp_path_factory.mktemp("pile"))
    entities = {e.id: e for story in made.stories for e in story.entities}
    known = {c.id: c for finding in made.findings for c in finding.claims}
    sides = [side(c, known) for c in known.values()]
    for left in sides:
        for right in sides:
            one, other = relate(left, right, entities, surely), relate(right, left, entities, surely)
            assert (one and one[:2]) == (other and other[:2]), (left.claim.text, right.claim.text)


@given(stories(), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_the_articles_changes_nothing(tmp_path_factory, articles, chance):
    folder = tmp_path_factory.mktemp("pile")
    one = told_of(articles, folder)
    assert told_of(chance.sample(articles, len(articles)), folder).to_json() == one.to_json()


@given(stories(), st.integers(0, 2), st.sampled_from(("", " More soon.", "\n\nReporting by Daily Reprint")))
@FEW
def test_a_near_copy_changes_no_finding_but_its_report_count(tmp_path_factory, articles, at, more):
    folder = tmp_path_factory.mktemp("pile")
    before = told_of(articles, folder)
    original = articles[at % len(articles)]
    copy = {
        **original,
        "id": "copy",
        "outlet": "Daily Reprint",
        "published": "2031-03-06",
        "text": original["text"] + more,
    }
    after = told_of([*articles, copy], folder)
    assert findings(after, without={"copy"}) == findings(before)


@given(stories(), st.permutations(["x1", "x2", "x3"]))
@FEW
def test_renaming_the_articles_changes_only_names(tmp_path_factory, articles, names):
    folder = tmp_path_factory.mktemp("pile")
    renamed = [{**article, "id": name} for article, name in zip(articles, names, strict=False)]
    back = {new["id"]: old["id"] for new, old in zip(renamed, articles, strict=True)}
    assert findings(told_of(renamed, folder), names=back) == findings(told_of(articles, folder))
