"""Articles of our own sentences, as many as are wanted: stories of some seventeen articles about firms that do not exist.

For measuring how work grows, not how good it is: each story has its own firm, place, person and figures, each article tells
four of its ten facts in one of two wordings, and one article in eight has a figure of its own.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sayso.records import Article, Published

SEED, STORY, FACTS, OTHER_FIGURE = 11, 17, 4, 8
OUTLETS = [
    f"{name} {kind}" for name in ("Norland", "Westhaven", "Fjordby") for kind in ("Post", "Courier", "Wire", "Star")
]
_HEADS = "Bal Cor Den Fen Gar Hol Jas Kel Lor Mar Nor Pel Quin Ras Sol Tor Ul Vas Wen Yar".split()
_TAILS = "ado bren cliff dale esto fell gate ham iver jord kova lund mere nova ora port quay rock stead vik".split()
_WORKS = "ferries batteries turbines tractors cameras kayaks trams looms pianos kettles".split()
_PLACES = "harbour mill yard plant depot foundry workshop warehouse refinery cannery".split()
# Two wordings of each fact of a story.
_WORDINGS = (
    ("{firm} will close its {site} in {town} in {month}.", "The {site} of {firm} in {town} is to shut in {month}."),
    ("The firm said that {jobs} people would lose their jobs.", "{jobs} jobs will go, according to {firm}."),
    ("{person}, who leads {firm}, called the decision painful.", "The decision was painful, {person} said."),
    ("{firm} sold {sold} {works} last year.", "Last year {sold} {works} were sold by {firm}."),
    ("{union} denied that it had agreed to the plan.", "The plan was never agreed, {union} said."),
    ("Fire damaged the {site} on {day}, killing {dead} people.", "{dead} people died in a fire at the {site} on {day}."),
    ("{firm} plans to open a {site} near {other} by {year}.", "By {year} {firm} wants a new {site} near {other}."),
    ("Shares of {firm} fell {fall} percent on {day}.", "{firm} lost {fall} percent of its value on {day}."),
    ("{person} told reporters that talks with {buyer} had begun.", "{buyer} is in talks with {firm}, {person} said."),
    ("Police in {town} arrested {held} protesters on {day}.", "{held} people were held at a protest in {town} on {day}."),
)  # fmt: skip


def articles(count: int) -> list[Article]:
    """So many articles, the same ones each time, stories mixed."""
    draw = random.Random(SEED)
    stories = [_story(draw, number) for number in range(-(-count // STORY))]
    made = [_article(draw, stories[number // STORY], number) for number in range(count)]
    draw.shuffle(made)
    return made


def _name(draw: random.Random) -> str:
    return draw.choice(_HEADS) + draw.choice(_TAILS)


def _story(draw: random.Random, number: int) -> dict[str, str]:
    """The names, figures and days of one story."""
    day = date(2031, 1, 1) + timedelta(days=number % 300)
    return {
        "firm": f"{_name(draw)} {draw.choice(['Works', 'Group', 'Holdings'])}",
        "buyer": f"{_name(draw)} Partners",
        "union": f"the {_name(draw)} Union",
        "person": f"{draw.choice(['Ann', 'Bo', 'Cara', 'Dan', 'Eva', 'Finn'])} {_name(draw)}",
        "town": _name(draw),
        "other": _name(draw),
        "site": draw.choice(_PLACES),
        "works": draw.choice(_WORKS),
        "month": draw.choice("March May June October December".split()),
        "day": f"{day:%B} {day.day}",
        "year": str(draw.randint(2032, 2039)),
        "published": (day + timedelta(days=2)).isoformat(),
        **{figure: str(draw.randint(3, 90)) for figure in ("dead", "fall", "held")},
        **{figure: f"{draw.randint(2, 900)},{draw.randint(100, 999)}" for figure in ("jobs", "sold")},
    }


def _article(draw: random.Random, story: dict[str, str], number: int) -> Article:
    """Some facts of a story, in the words of one outlet."""
    told = dict(story)
    if not draw.randrange(OTHER_FIGURE):
        told |= {"dead": str(draw.randint(3, 90)), "jobs": f"{draw.randint(2, 900)},{draw.randint(100, 999)}"}
    facts = sorted(draw.sample(range(len(_WORDINGS)), FACTS))
    sentences = [draw.choice(_WORDINGS[fact]).format(**told) for fact in facts]
    text = " ".join(sentence[0].upper() + sentence[1:] for sentence in sentences)
    return Article(
        id=f"made-{number}",
        input="made",
        text=text,
        outlet=draw.choice(OUTLETS),
        headline=f"{story['firm']} and {story['town']}",
        published=Published(earliest=story["published"], latest=story["published"], basis="given"),
        language="en",
    )
