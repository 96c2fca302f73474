"""Passages of our own about made-up people and firms, marked by hand with who is meant and who speaks.

`{Ann Roe=1}` is a mention of somebody numbered 1, `[words=1]` what 1 is reported as saying. A mention is right where it
stands in one entity with the first mention of its number; a saying where the attribution that holds its words names
that entity. First mentions are not counted, as they are right by definition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract import extract
from sayso.records import Article, Reading

PASSAGES = """
{Ann Roe=1} runs {Norvik=2}, a ferry company. {She=1} told reporters that [sales would rise=1].
{Norvik=2} chief executive {Ann Roe=1} resigned on Monday. {Roe=1} said [the board had lost its way=1].
The minister, {Carl Lind=1}, met workers in Oslo. "[We will not close the yard=1]," {he=1} said.
{Mayor Ida Berg=1} opened the bridge. "[It took nine years=1]," {Berg=1} said. "[I am glad it is over=1]."
{Ferro Motors=1} will cut 400 jobs. {The company=1} said [the plant in Turin would close=1].
{Ferro Motors=1} and {Norvik=2} signed the deal in May. {Ferro=1} will pay 40 million dollars.
{Peter Holm=1}, a lawyer for {Norvik=2}, rejected the claim. "[There was no fraud=1]," {Holm=1} said.
{Dr. Lena Moe=1} examined the patients. {She=1} said [the vaccine was safe=1].
{President Otto Vale=1} spoke on Friday. {The president=1} said [taxes would fall=1].
The {International Whaling Board=1} (IWB) meets in June. The {IWB=1} said [quotas would stay=1].
"[The ferry was late=1]," said {Tom Haug=1}, the captain. "[We lost an engine=1]."
According to {Nina Dahl=1}, an analyst at {Brem Bank=2}, [prices will rise=1]. {Dahl=1} expects no change until 2032.
{Ivar Sund=1} joined {Norvik=2} in 2019. {His=1} sister, {Kari Sund=3}, owns a shipyard. {She=3} built 12 ferries.
{Senator Ruth Kane=1} voted against the bill. [The law goes too far=1], {Kane=1} said in a statement.
{Police Chief Dan Voss=1} said [two men were arrested=1]. {Voss=1} gave no names.
The {Harbour Times=1} reported that [the yard was for sale=1]. The {newspaper=1} cited two people.
{Maria Falk=1} founded {Tern Air=2} in 2015. {The airline=2} flies to 40 cities. {Falk=1} left {it=2} last year.
{Erik Ness=1} blamed {Olga Wirth=2}. "[She lied to us=1]," {Ness=1} said. {Wirth=2} denied it.
{Judge Paul Amis=1} dismissed the case. {He=1} wrote that [the evidence was thin=1].
{Brem Bank=1} reported a loss. {The bank=1} blamed higher rates, and {its=1} shares fell.
{Sara Lund=1} and {Mark Teo=2} run the studio. {Lund=1} said [the film would open in May=1]. {Teo=2} declined to comment.
"[It was chaos=1]," {Joan Pike=1} told the {Daily Anchor=2}. "[Nobody knew what to do=1]."
{Hugo Brandt=1}, {Norvik=2}'s chairman, will step down. {Brandt=1}, 61, has led the board since 2020.
Spokeswoman {Eva Krol=1} said [the firm would appeal=1]. {Krol=1} would not say when.
{Adam Frey=1} won the race. {The driver=1}, who is 24, said [the car was perfect=1].
{Union leader Bea Cole=1} called the offer an insult. [Workers will strike=1], {she=1} warned.
{Lars Bakke=1} died on Sunday. {He=1} was 81. {His=1} widow, {Anna Bakke=2}, confirmed the death.
{Foreign Minister Jan Ruud=1} flew to Vienna. {Ruud=1} hopes that [talks will resume=1], {he=1} told a radio station.
{Kestrel Energy=1} named {Liv Aas=2} as chief executive. {She=2} replaces {Per Moen=3}. {Moen=3} retires in May.
The {Ministry of Fisheries=1} raised quotas. {The ministry=1} said [stocks had recovered=1].
"[No one was hurt=1]," {fire chief Ron Abel=1} said. {He=1} praised the crew.
{Ann Roe=1} praised {Carl Lind=2}. {Lind=2} thanked {her=1}.
{Gov. Helen Marsh=1} signed the bill. {The governor=1} said [schools would reopen=1].
{Tern Air=1} said on Tuesday that [it would buy 12 planes=1]. {The carrier=1} did not name a price.
{Professor Ole Strand=1} led the study. "[The ice is thinner than we thought=1]," {Strand=1} said.
{Emil Kraft=1} sued {Ferro Motors=2}. {Kraft=1}'s lawyer, {Ines Roth=3}, said [the brakes had failed=3].
{Vera Nyström=1} leads the {Centre Party=2}. {The party=2} won nine seats. {Nyström=1} said [she would talk to everybody=1].
"[I never signed it=1]," {Kane=1} said. {Ruth Kane=1} has been a senator since 2022.
In a letter, {bishop Tor Hagen=1} wrote that [the church must change=1]. {Hagen=1} retires soon.
{Nadia Ilic=1} was asked about the yard. "[We are still talking=1]," {she=1} said.
{Orla Byrne=1}, a nurse, saw the fire. "[The roof fell in=1]," {Byrne=1} said.
{Coach Max Fiedler=1} praised the team. "[They never gave up=1]," {the coach=1} said.
{Quill Labs=1} sells software. {The startup=1} was founded by {Mia Tan=2}. {Tan=2} owns half of {it=1}.
{Commissioner Luc Petit=1} said [the fine was fair=1]. {Petit=1} added that [others may follow=1].
{Gus Olin=1} called {Vera Nyström=2} on Monday. {Olin=1} offered {her=2} a seat.
{The Oslo-based company Norvik=1} sells ferries. {Norvik=1} was founded in 1911.
"[We found the wreck=1]," {diver Sam Reef=1} said. "[It lies at 40 metres=1]," {he=1} added.
{Prime Minister Edda Moss=1} resigned. {Moss=1} had lost a vote. [The time has come=1], {she=1} said.
{Ferro Motors=1} hired {Kim Sato=2} from {Tern Air=3}. {Sato=2} starts in June.
The {Central Bank of Norland=1} held rates. {The bank=1} expects prices to fall.
{Greta Holt=1} told {Radio Nord=2} that [the strike would end=1]. {Holt=1} leads the union.
{Theo Marsh=1} and his wife {Dina Marsh=2} own the hotel. {Dina Marsh=2} said [guests were safe=2].
{Sheriff Walt Gray=1} found the boat. [It was empty=1], {Gray=1} said.
{Ida Berg=1}, the mayor, refused. {The mayor=1} said [the plan was too costly=1].
{Norland=1} closed its border. {The country=1} has 4 million people.
{Colonel Yan Reza=1} was shot. {Reza=1}, who led the guard, died later.
{Lena Moe=1} studies bees. "[They are disappearing=1]," says {Moe=1}, a biologist.
{Zeno Bank=1} bought {Brem Bank=2}. {Brem Bank=2} was founded in 1904.
{Actor Neil Stroud=1} returned to the stage. {He=1} last played there in 2011, {his=1} agent said.
{Ivo Kern=1} said [the engine failed=1]. Asked why, {Kern=1} blamed the fuel.
{Clara Weiss=1} will head {Kestrel Energy=2}. "[I look forward to it=1]," {Weiss=1} said in a statement.
{Otto Vale=1} has ruled since 2011. Critics say {Vale=1} jailed rivals. {He=1} denies it.
{Deputy Minister Rosa Lim=1} warned that [floods would return=1]. {Lim=1} urged people to leave.
{Per Moen=1} met {Liv Aas=2} in May. "[He was kind=2]," {Aas=2} recalled.
"""


class Marked(NamedTuple):
    """A passage without its marks, mentions and sayings as (start, end, number)."""

    text: str
    mentions: list[tuple[int, int, str]]
    sayings: list[tuple[int, int, str]]


class Result(NamedTuple):
    """One judgement: what was judged, the words, and whether it was right."""

    what: str
    words: str
    passage: str
    right: bool


_MARK = re.compile(r"[{\[]([^{}\[\]=]+)=(\d)[}\]]")


def unmarked(line: str) -> Marked:
    """A passage as plain text with its marks as offsets."""
    text, at, mentions, sayings = "", 0, list[tuple[int, int, str]](), list[tuple[int, int, str]]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        span = (len(text), len(text) + len(mark[1]), mark[2])
        (mentions if mark[0][0] == "{" else sayings).append(span)
        text, at = text + mark[1], mark.end()
    return Marked(text + line[at:], mentions, sayings)


def judged() -> Iterator[Result]:
    """Every mention but the first of each number, and every saying."""
    for line in filter(None, PASSAGES.splitlines()):
        passage = unmarked(line)
        reading = extract(Article(id="a", input="", text=passage.text, outlet="Harbour Times"))
        home = dict[str, str | None]()
        for start, end, number in passage.mentions:
            entity = _entity(reading, start, end)
            if number in home:
                right = entity is not None and entity == home[number]
                yield Result(_sort(passage.text[start:end]), passage.text[start:end], passage.text, right)
            else:
                home[number] = entity
        names = {e.id: {e.name, *e.aliases} for e in reading.entities}
        for start, end, number in passage.sayings:
            known = names.get(home.get(number) or "", set())
            right = bool(known & _speakers(reading, (start + end) // 2))
            yield Result("speaker", passage.text[start:end], passage.text, right)


def _sort(words: str) -> str:
    if words.lower() in {"he", "she", "it", "his", "her", "its", "him"}:
        return "pronoun"
    return "nominal" if words[0].islower() or words.startswith("The ") else "name"


def _entity(reading: Reading, start: int, end: int) -> str | None:
    """The entity with a mention that ends where the marked one does, or lies in it: titles may stand outside."""
    for entity in reading.entities:
        if any(start <= m.start and m.end <= end for m in entity.mentions):
            return entity.id
    return None


def _speakers(reading: Reading, place: int) -> set[str]:
    return {a.speaker for a in reading.attributions for s in a.content if a.speaker and s.start <= place < s.end}


def figures() -> dict[str, float]:
    """The share that is right, of each sort."""
    right, told = Counter[str](), Counter[str]()
    for result in judged():
        told[result.what] += 1
        right[result.what] += result.right
    return {what: right[what] / told[what] for what in sorted(told)}


def report() -> Iterator[str]:
    """The figures, and a line for each judgement that was wrong."""
    results = list(judged())
    for what, share in figures().items():
        yield f"{what:8} {share:.3f} of {sum(r.what == what for r in results)}"
    yield from (f"wrong {r.what:8} [{r.words}] in: {r.passage}" for r in results if not r.right)
