"""Names in a text: which spans name somebody or something, of what type, before anybody asks whether two are the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.compare.names import PLACES
from sayso.extract.gazetteer import is_demonym, is_lowered_place, is_place, known
from sayso.extract.kinds import FIRM_ENDS
from sayso.extract.lexicon import HONORIFICS, ROLES
from sayso.extract.tree import Tree
from sayso.records import EntityType

# A model name: capital letters and digits in one token ("ZX7", "A320neo"), but no quarter, year, currency or plain number.
MODEL = re.compile(r"^(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])(?:[A-Z][^\W_]*|i[A-Z][^\W_]*|[a-z][A-Z0-9]\w*|\d+[A-Z]\w*)$")
NOT_MODEL = re.compile(
    r"(?i)^(?:q[1-4]|h[12]|fy\d+|\d+(?:st|nd|rd|th|s|am|pm|k|m|b|bn|mn|tn|km|kg|mw|gw|kwh|gb|tb|x|g|cm|mm|ft|hp|mph)|covid\d*|g7|g20)$"
)
_CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues "
        "wed thu thurs fri sat sun am pm a.m. p.m. et est edt pst pdt gmt utc"
    ).split()
)
_COUNTED = frozenset(
    (
        "no nos chapter section page article room flight route highway interstate act part phase group level title team order version"
    ).split()
)
_KIN = frozenset("sens. reps. govs. messrs. drs. profs. sens reps aunt uncle cousin grandpa grandma".split())
_TOWNS = frozenset("city town village state province district port island".split())
# First words of names that go on after "of": "Gulf of Mexico", "Bank of Japan", "City of Leeds".
_OF = frozenset(
    "gulf bay isle cape strait straits republic kingdom university ministry department bank bureau institute office offices court "
    "superior authority board council church academy college house city state board federation society association union chamber "
    "museum tower port duchy sea lake mount center centre island diocese school commission committee".split()
)
_LEGAL = frozenset("inc corp corporation co ltd llc plc gmbh ag".split())
_NOBLE = frozenset(
    "duke duchess earl count countess baron baroness prince princess lord lady king queen marquess viscount archbishop bishop pope saint "
    "st emperor empress sultan emir".split()
)
_STAY_WHOLE = frozenset(
    "south north east west northern southern eastern western central new baja upstate greater of old great little upper lower inner outer".split()
)
_TITLED = ROLES | HONORIFICS
_ADDRESS = re.compile(r"@|^https?:|^www\.|\.(?:com|org|net|edu|gov|pdf|docx?|xlsx?|html?|jpe?g|png|txt)\b")
_DIRECTIONS = frozenset({"North", "South", "East", "West"})
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")  # the reader knows no other script
_MINTS = frozenset("US U.S. C CA A AU NZ HK S SG NT R".split())
_VARIANTS = frozenset("pro max plus ultra mini air lite premium sport turbo gt xl se".split())


class Name(NamedTuple):
    """A named span: sentence index, first and last token (last excluded), type."""

    sentence: int
    first: int
    last: int
    type: EntityType


def names(trees: list[Tree]) -> list[Name]:
    """The names of a text in order, not overlapping; titles and possessive marks are not part of a name."""
    found: list[Name] = []
    for s, tree in enumerate(trees):
        taken: set[int] = set()
        tagged = [part for name in _joined(tree, _tagged(s, tree)) for part in _split_origin(tree, name)]
        people, careless = {name.last for name in tagged if name.type == "PER"}, _careless(tree)
        degrees = {i for i in people if _degree(tree, i)}
        for name in (*_models(s, tree), *(name for name in tagged if name.first - 1 not in degrees)):
            for part in (piece for whole in _trim(tree, name, careless) for piece in _split_state(tree, whole)):
                if not taken.intersection(range(part.first, part.last)):
                    taken.update(range(part.first, part.last))
                    found.append(part)
        found += _proper(s, tree, taken | {i + 1 for i in degrees})
        found += _small(s, tree, taken)
    return sorted(found)


def _tagged(s: int, tree: Tree) -> list[Name]:
    """Runs of the tagger's BIO tags."""
    runs: list[Name] = []
    for i, token in enumerate(tree.tokens):
        if token.ner == "O":
            continue
        prefix, _, kind = token.ner.partition("-")
        if prefix == "I" and runs and runs[-1].last == i and runs[-1].type == kind:
            runs[-1] = runs[-1]._replace(last=i + 1)
        else:
            runs.append(Name(s, i, i + 1, kind))  # type: ignore[arg-type]
    return runs


def _joined(tree: Tree, runs: list[Name]) -> list[Name]:
    """Runs that "of" makes one name: "Gulf" of "Mexico", "Housing Authority" of "New Orleans"."""
    joined: list[Name] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before is not None and before.type != "PER" and run.type != "PRODUCT" and _of_between(tree, before, run):
            kind = "ORG" if before.type == "MISC" else before.type
            joined[-1] = before._replace(last=run.last, type=kind)
        elif before is not None and _one_place(tree, before, run):
            joined[-1] = before._replace(last=run.last, type="LOC")
        elif before is not None and (_turned(tree, before, run) or _one_body(tree, before, run)):
            joined[-1] = before._replace(last=run.last)
        else:
            joined.append(run)
    return joined


def _of_between(tree: Tree, before: Name, run: Name) -> bool:
    """Whether two names stand on both sides of "of" or "of the", and the first is one that goes on."""
    between = [tree[i].text.lower() for i in range(before.last, run.first)]
    return between in (["of"], ["of", "the"]) and tree[before.last - 1].text.lower() in _OF


def _one_place(tree: Tree, before: Name, run: Name) -> bool:
    """Whether two names and what stands between them are one known place ("Bosnia and Herzegovina")."""
    if run.first - before.last > 1:
        return False
    return " ".join(tree[i].text for i in range(before.first, run.last)) in known("places")


def _one_body(tree: Tree, before: Name, run: Name) -> bool:
    """Whether a word of a people or party opens the name of a body: "Republican" and "National Committee"."""
    beside = before.last == run.first and before.last - before.first == 1 and before.type == run.type == "ORG"
    return beside and tree[before.first].upos == "ADJ" and tree[run.last - 1].text.lower() in FIRM_ENDS


def _turned(tree: Tree, before: Name, run: Name) -> bool:
    """Whether a last and a first name stand turned round as in an address: '"Roe, Ann" <…>'."""
    if not before.type == run.type == "PER" or before.first == 0 or run.last >= len(tree):
        return False
    between = [t.text for t in tree.tokens[before.first + 1 : run.first]]
    return between == [","] and tree[before.first - 1].text == tree[run.last].text == '"'


def _split_state(tree: Tree, name: Name) -> list[Name]:
    """A town and its state as two names where no comma stands between ("Fjordby Oregon", "Ferndale CA")."""
    last = tree[name.last - 1].text
    if (
        name.type != "LOC"
        or name.last - name.first < 2
        or (last not in known("states") and last not in known("places"))
    ):
        return [name]
    whole = " ".join(tree[i].text for i in range(name.first, name.last))
    parts = [tree[i].text for i in range(name.first, name.last - 1)]
    if is_place(whole) or any(part.lower() in _STAY_WHOLE or is_demonym(part) for part in parts):
        return [name]
    return [name._replace(last=name.last - 1), name._replace(first=name.last - 1)]


def _split_origin(tree: Tree, name: Name) -> list[Name]:
    """Somebody and where they are from as two names ("Ann Roe of Fjordby", "Acme, Inc. of Fjordby"); a title's "of" is its own."""
    of = next((i for i in range(name.first, name.last) if tree[i].text.lower() == "of"), None)
    if of is None or of - name.first < 2 or of + 1 >= name.last:
        return [name]
    firm = name.type == "ORG" and tree[of - 1].text.lower().rstrip(".") in _LEGAL
    words = [tree[i].text.lower() for i in range(name.first, of)]
    person = name.type == "PER" and not any(w in _NOBLE or not w[0].isalpha() for w in words)
    if not (firm or person):
        return [name]
    return [name._replace(last=of), name._replace(first=of + 1, type="LOC")]


def _degree(tree: Tree, comma: int) -> bool:
    """Whether what follows a person's name and a comma is a degree and no state: "Ann Roe, MD, …"."""
    marks = [t.text for t in tree.tokens[comma : comma + 3]]
    return len(marks) == 3 and marks[0] == "," and marks[1] in known("states") and not marks[2][0].isalnum()


def _models(s: int, tree: Tree) -> list[Name]:
    """Model names, with the variant that follows: "ZX7 Ultra", "a Tern 40"."""
    runs = []
    for i, token in enumerate(tree.tokens):
        if token.text.isalpha() and not (i + 1 < len(tree) and tree[i + 1].text.isdigit()):
            continue  # most tokens: neither has such a number in it nor after it
        if _numbered(tree, i):
            runs.append(Name(s, i, _variant(tree, i + 2, len(tree)), "PRODUCT"))
        elif MODEL.match(token.text) and not NOT_MODEL.match(token.text) and token.upos not in {"NUM", "VERB"}:
            runs.append(Name(s, i, _variant(tree, i + 1, len(tree)), "PRODUCT"))
    return runs


def _numbered(tree: Tree, i: int) -> bool:
    """Whether a capitalised word and the number after it are a model ("a Tern 40"): the number counts nothing."""
    word = tree[i]
    if i + 1 >= len(tree) or word.upos not in {"PROPN", "NOUN"} or not word.text[0].isupper() or word.text.isupper():
        return False
    number = tree[i + 1]
    if not (number.text.isdigit() and len(number.text) < 4) or word.text.lower().rstrip(".") in _CALENDAR | _COUNTED:
        return False
    after = tree[i + 2] if i + 2 < len(tree) else None
    counts = after is not None and (
        after.upos in {"NOUN", "PROPN", "SYM", "ADJ", "NUM"} or after.text in {"%", "-", ":", ","}
    )
    return not counts or number.head == i


def _variant(tree: Tree, i: int, stop: int) -> int:
    """Where the variant words after a model name end."""
    while i < stop and tree[i].text.lower() in _VARIANTS and tree[i].text[0].isupper():
        i += 1
    return i


def _careless(tree: Tree) -> bool:
    """Whether a sentence is written without capitals: its first word, or "i" for "I", is in small letters."""
    wordy = next((t for t in tree.tokens if t.text[0].isalpha()), None)
    return (wordy is not None and wordy.text.islower()) or any(t.text == "i" and t.upos == "PRON" for t in tree.tokens)


def _trim(tree: Tree, name: Name, careless: bool) -> list[Name]:
    """The name without marks, titles and possessives at its ends; a maker and its model come apart."""
    s, first, last, kind = name
    shop, own_article = _shop(tree, name), _own_article(tree, name)
    while first < last and (
        (_loose(tree, first) and not own_article)
        or tree[first].text.lower() in HONORIFICS
        or _role(tree, first, kind)
        or _ministry(tree, name, first)
        or _lead(tree, first, last)
    ):
        first += 1
    while last > first and _loose(tree, last - 1) and not shop:
        last -= 1
    if (
        first >= last
        or all(tree[i].text.lower().rstrip(".") in _CALENDAR for i in range(first, last))
        or not _nameful(tree, first, last, careless)
        or _ADDRESS.search(tree[first].text)
        or (last - first == 1 and _priced(tree, first))
    ):
        return []
    if last - first == 1 and is_demonym(tree[first].text):
        return [Name(s, first, last, "MISC")]
    model = next(
        (i for i in range(first, last) if MODEL.match(tree[i].text) and not NOT_MODEL.match(tree[i].text)), None
    )
    if model is None:
        return [Name(s, first, last, kind)]
    maker = [Name(s, first, model, "ORG" if kind != "PER" else kind)] if model > first else []
    return [*maker, Name(s, model, _variant(tree, model + 1, len(tree)), "PRODUCT")]


def _loose(tree: Tree, i: int) -> bool:
    """Whether the token at the edge of a name is no part of it."""
    token = tree[i]
    article = token.text.lower() in {"the", "a", "an"} and token.upos != "PROPN"  # "A. S. Roe" begins with a name
    return token.upos in {"PUNCT", "DET", "PART", "ADP", "PRON", "CCONJ"} or token.text in {"'s", "’s"} or article


def _lead(tree: Tree, i: int, last: int) -> bool:
    """Whether a word leads up to a name without being part of it: "Aunt", "city of"."""
    if tree[i].text.lower() in _KIN and i + 1 < last:
        return True
    return tree[i].text in _TOWNS and i + 2 < last and tree[i + 1].text == "of"


def _role(tree: Tree, i: int, kind: str) -> bool:
    """Whether a token that opens a person's name is a title ("President", "CEO")."""
    return kind == "PER" and tree[i].text.lower() in ROLES


def _ministry(tree: Tree, name: Name, i: int) -> bool:
    """Whether the word that opens a person's name is what somebody is secretary of: "Secretary of State Ann Roe"."""
    person = name.type == "PER" and name.last - i > 2 and i > 1
    return (
        person and tree[i - 1].text == "of" and tree[i - 2].text.lower() in {"secretary", "undersecretary", "minister"}
    )


def _nameful(tree: Tree, first: int, last: int, careless: bool) -> bool:
    """Whether there is more than one letter in it, and a capital, unless its sentence does without them."""
    text = "".join(tree[i].text for i in range(first, last))
    return (
        len(text) > 1
        and _LATIN.search(text) is not None
        and (any(c.isupper() for c in text) or (careless and tree[first].upos == "PROPN"))
    )


def _priced(tree: Tree, i: int) -> bool:
    """Whether a token says whose dollars they are: "US$40", "US dollars"."""
    following = tree[i + 1].text.lower() if i + 1 < len(tree) else ""
    return tree[i].text in _MINTS and following in {"$", "dollar", "dollars"}


def _shop(tree: Tree, name: Name) -> bool:
    """Whether a name ends in a possessive that owns nothing: "we met at Roe's", as the reader has it too."""
    last = name.last - 1
    if name.type == "PER" or last <= name.first or tree[last].text.lower() not in {"'s", "’s", "s"}:
        return False
    return name.last == len(tree) or tree[name.last].upos not in {"NOUN", "ADJ", "PROPN", "NUM", "VERB"}


def _own_article(tree: Tree, name: Name) -> bool:
    """Whether "The" is the name's own: with a capital inside a sentence ("told The Anchor"), as the reader has it too."""
    inside = name.first > 1 and tree[name.first - 1].upos != "PUNCT"
    return tree[name.first].text == "The" and name.last - name.first > 1 and inside


def _proper(s: int, tree: Tree, taken: set[int]) -> list[Name]:
    """Runs of proper nouns that the tagger left out; all-capital and title-case lines are left alone."""
    wordy = [t for t in tree.tokens if t.text[:1].isalpha()]
    if not wordy or sum(t.text[0].isupper() for t in wordy) > 0.6 * len(wordy):
        return []
    runs: list[Name] = []
    for i, token in enumerate(tree.tokens):
        if (
            token.upos != "PROPN"
            or i in taken
            or not token.text[0].isupper()
            or len(token.text) < 2
            or _priced(tree, i)
            or _ADDRESS.search(token.text)
            or not _LATIN.search(token.text)
        ):
            continue
        if token.text.lower().rstrip(".") in _CALENDAR or token.text.lower() in _TITLED:
            continue
        place = token.text.lower().rstrip(".") in PLACES or is_place(token.text)
        kind: EntityType = "LOC" if place else "ORG" if token.text in known("bodies") else "MISC"
        if kind == "MISC" and token.text in known("men") | known("women") and token.text not in known("ambiguous"):
            kind = "PER"
        if runs and i < runs[-1].last:
            continue
        if runs and runs[-1].last == i:
            runs[-1] = runs[-1]._replace(last=i + 1)
        elif token.text in _DIRECTIONS and i + 1 < len(tree) and is_demonym(tree[i + 1].text) and i + 1 not in taken:
            runs.append(Name(s, i, i + 2, "MISC"))  # "the North Korean leader"
        else:
            runs.append(Name(s, i, i + 1, kind))
    return runs


def _small(s: int, tree: Tree, taken: set[int]) -> list[Name]:
    """Known places written in small letters ("san francisco", "malaysia"), where the tagger saw nothing."""
    found: list[Name] = []
    for i, token in enumerate(tree.tokens):
        if (
            i in taken
            or (found and i < found[-1].last)
            or not token.text.islower()
            or token.upos not in {"NOUN", "PROPN"}
        ):
            continue
        pair = f"{token.text} {tree[i + 1].text}" if i + 1 < len(tree) and i + 1 not in taken else ""
        if is_lowered_place(pair):
            found.append(Name(s, i, i + 2, "LOC"))
        elif is_lowered_place(token.text):
            found.append(Name(s, i, i + 1, "LOC"))
    return found
