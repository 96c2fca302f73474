"""The counted noun after a number, found without a parse: "17 first-team players" counts players."""

from __future__ import annotations

import re

import msgspec

from sayso.extract.quantities.numerals import SMALL

_WORD = re.compile(
    r"(?P<gap>[ \u00a0]|-(?=[a-z])|(?<=[a-z])-)(?P<word>(?:[A-Z]\.){2,}|[^\W\d_](?:[\w’']|[-‑&/](?=\w)){0,40}\.?)"
)
_STOP_WORDS = """
of in on at to for from by with without within into onto over under above below between against among through during
before after since until about around near as than or and but nor so yet if when while where because although that
which who whom whose what how why the a an this that these those his her its their our my your is are was were be been
being am has have had do does did will would can could may might shall should must not n't it he she they we i you
them him us me there here also only just even still already yet then now ago later earlier away each per every apiece
total altogether respectively said says told according including such because up down off out across behind along
toward towards via despite plus minus worldwide overall today yesterday tomorrow monday tuesday wednesday thursday
friday saturday sunday like versus vs both all any some most many few more less again once never ever too very really
roughly nearly almost compared annually daily weekly monthly yearly
"""
STOP = frozenset(_STOP_WORDS.split())
# A plural is recognised by its form; these have another.
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "wives": "wife", "lives": "life", "knives": "knife", "wolves": "wolf",
    "leaves": "leaf", "halves": "half", "shelves": "shelf", "thieves": "thief", "calves": "calf", "loaves": "loaf",
    "selves": "self", "elves": "elf", "scarves": "scarf", "criteria": "criterion", "phenomena": "phenomenon",
    "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus", "cacti": "cactus", "stimuli": "stimulus",
    "bacteria": "bacterium", "media": "medium", "analyses": "analysis", "crises": "crisis", "theses": "thesis",
    "bases": "base", "diagnoses": "diagnosis", "hypotheses": "hypothesis", "oxen": "ox", "dice": "die",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "pies": "pie", "lies": "lie", "shoes": "shoe",
    "toes": "toe", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "vetoes": "veto",
    "torpedoes": "torpedo", "volcanoes": "volcano", "echoes": "echo", "buses": "bus", "gases": "gas",
    "viruses": "virus", "campuses": "campus", "bonuses": "bonus", "statuses": "status", "censuses": "census",
    "businessmen": "businessman", "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman",
    "crewmen": "crewman", "servicemen": "serviceman", "congressmen": "congressman", "fishermen": "fisherman",
    "businesswomen": "businesswoman", "grandchildren": "grandchild", "congresswomen": "congresswoman", "axes": "axe",
    "caches": "cache", "headaches": "headache", "zombies": "zombie", "calories": "calorie", "rookies": "rookie",
    "selfies": "selfie", "indices": "index", "vertices": "vertex", "matrices": "matrix", "aliases": "alias",
    "atlases": "atlas", "lenses": "lens", "corpses": "corpse",
}  # fmt: skip
_UNCHANGED_WORDS = """
aircraft spacecraft hovercraft sheep fish deer series species police personnel staff crew cattle swine offspring data
headquarters means works barracks crossroads cod salmon trout shrimp yen won yuan baht rand
"""
_UNCHANGED = frozenset(_UNCHANGED_WORDS.split())
_SINGULAR_S_WORDS = """
us ss is news always perhaps series species physics politics economics mathematics athletics lens gas bus plus bias
chaos
"""
_SINGULAR_S = frozenset(_SINGULAR_S_WORDS.split())
_ADJECTIVES_WORDS = """
local national federal political social legal medical typical annual potential logical final
recent false longtime notable remaining particular important latest previous prior average fewer nearby leading rare
more other new big small large major minor single big different additional further extra separate main key final last
next first second third former current young old local foreign senior junior top early late full half good bad high
low long short little great real whole entire straight consecutive such lucky brave lone sole unnamed unidentified
armed male female white black red blue green hot cold simple proposed possible
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
_LEFTOVERS_WORDS = """
left died came went took made lost won fled voted attended survived remain remained live lived work worked
"""
_LEFTOVERS = frozenset(_LEFTOVERS_WORDS.split())


_OF = re.compile(
    r"[ ]of[ ](?:the|his|her|its|their|these|those|our|my|your|all|[A-Z][\w.-]{1,24}(?:[ ][A-Z][\w.-]{1,24})?['’]s?)[ ]"
)


# What may stand between a number and the noun it counts: "three more people", "300 “living magnets”".
_ACRONYMS = re.compile(r"[A-Z]{2,5}s")  # "78 RBIs"
_ACRONYM = re.compile(r"[A-Z]{2,5}s?")  # "0.5 WAR", "2 TDs"
_OPENING = re.compile(r" (?:more|additional|further) (?=[a-z])")


class Counted(msgspec.Struct, frozen=True):
    """The counted noun: its singular, the phrase it heads, and where head and phrase end."""

    unit: str
    phrase: str
    start: int
    end: int


def singular(noun: str) -> str:
    """The singular of a plural noun by its form; a noun that is singular already comes back as it is.

    >>> [singular(w) for w in ("vehicles", "countries", "women", "buses", "glass", "wishes", "series")]
    ['vehicle', 'country', 'woman', 'bus', 'glass', 'wish', 'series']
    """
    word = noun.rstrip(".")
    lowered = word.lower()
    if lowered in _PLURALS:
        return _PLURALS[lowered]
    if lowered in _UNCHANGED or not is_plural(word):
        return word
    if lowered.endswith("ies") and len(lowered) > 4:
        return word[:-3] + "y"
    if lowered.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(noun: str) -> bool:
    """Whether the noun has the form of a plural."""
    lowered = noun.lower().rstrip(".")
    if "." in lowered:
        return False  # "U.S."
    if lowered in _PLURALS or lowered in _UNCHANGED:
        return True
    if _ACRONYMS.fullmatch(noun):
        return True
    if lowered.endswith("is") and noun[:1].isupper() and len(noun) > 4:
        return True  # "Iraqis", "Saudis"
    return (
        len(lowered) > 2
        and lowered.endswith("s")
        and not lowered.endswith(("ss", "us", "is", "'s", "’s", "ous"))
        and lowered not in _SINGULAR_S
    )


def counted(text: str, end: int, one: bool) -> Counted | None:
    """The noun counted by the number that ends at `end`; `one` where the number is one and the noun singular.

    Without a parse: the first word in plural form within six words, before a word that cannot stand in a noun phrase;
    a run of plurals counts the last ("four sales offices" counts offices).

    >>> counted("17 first-team players over 21", 2, False).unit, counted("5 to 7", 1, False)
    ('player', None)
    """
    if of := _OF.match(text, end):
        end = of.end() - 1
        one = False
    if opening := _OPENING.match(text, end):
        end = opening.end() - 1
    words = _following(text, end)
    if not words:
        return None
    if one or text[end : end + 1] == "-":
        return _single(text, words, hyphened=text[end : end + 1] == "-")
    for at, (start, stop, word) in enumerate(words):
        if is_plural(word) and word.lower() not in _VAGUE and not word.lower().endswith(("'s", "’s", "s'", "s’")):
            if at + 1 < len(words) and is_plural(words[at + 1][2]) and words[at + 1][2].lower() not in _LEFTOVERS:
                start, stop, word = words[at + 1]
            return Counted(
                _cased(singular(word)),
                text[words[0][0] : stop].rstrip("."),
                start,
                start + len(word.rstrip(".")),
            )
    start, stop, word = words[0]
    if len(words) == 1 and _ACRONYM.fullmatch(word):
        return Counted(word, word, start, stop)
    return None


def _cased(word: str) -> str:
    """As written after the number, where capitals belong to the word ("EV", "German")."""
    return word if any(c.isupper() for c in word) else word.lower()


def _single(text: str, words: list[tuple[int, int, str]], hyphened: bool) -> Counted | None:
    """As in "one proposal", "a five-door hatchback": the first word that is not an adjective."""
    if hyphened:
        start, stop, word = words[0]
        head = word.split("-")[0]
        if not head.islower() or head in STOP or head in _NOT_COUNTED:
            return None
        return Counted(singular(head), head, start, start + len(head))
    for at, (start, stop, word) in enumerate(words[:4]):
        bare = word.rstrip(".")
        last = at + 1 == len(words) or word.endswith(".")
        if bare.lower() in _ADJECTIVES or (bare.endswith(("ous", "ful", "less")) and not last):
            continue
        if bare.endswith(_NO_NOUN) or is_plural(bare) or bare in _SAYING or not bare[0].islower():
            return None
        return Counted(bare, text[words[0][0] : stop].rstrip("."), start, start + len(bare))
    return None


_NO_NOUN = ("ly", "ing", "ed", "able", "ible")


# Participles that stand for people after a number ("eight killed"): no noun follows that the number counts.
_CASUALTIES = frozenset(["killed", "dead", "injured", "wounded", "missing", "hurt", "arrested", "detained"])
_VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"])
_SAYING = frozenset(
    [
        "wrote",
        "told",
        "said",
        "says",
        "soon",
        "built",
        "asked",
        "added",
        "read",
        "reads",
        "went",
        "came",
        "took",
        "made",
        "got",
        "saw",
        "knew",
        "thought",
        "felt",
    ]
)
_NOT_COUNTED_WORDS = """
fold old plus something odd ish strong time-out
"""
_NOT_COUNTED = frozenset(_NOT_COUNTED_WORDS.split())


def _following(text: str, end: int) -> list[tuple[int, int, str]]:
    """The words that may belong to the noun phrase after the number, at most six."""
    words: list[tuple[int, int, str]] = []
    at = end
    while len(words) < 6:
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match["word"]
        lowered = word.lower().rstrip(".")
        if lowered.split("-")[0] in SMALL or lowered in _CASUALTIES:
            break
        if (lowered == "and" and words and not is_plural(words[-1][2])) or (lowered == "most" and not words):
            pass
        elif (lowered in STOP and not (word.isupper() and len(word) > 1)) or (
            lowered.endswith(("n't", "n’t")) and len(lowered) < 8
        ):
            break
        words.append((match.start("word"), match.end("word"), word))
        at = match.end()
        if word.endswith(".") and len(word) > 3 and "." not in word[:-1]:
            break
    while words and words[-1][2].lower() == "and":
        words.pop()
    return words
