"""What type a name has: votes from the words it is made of and the words beside it, to be counted over a whole article.

The reader sees one sentence; a name that stands six times in an article is one thing, and what a writer puts beside it
once ("the Oslo-based company Acme", "Acme shares", "Acme Corp") tells what it is everywhere. The kinds of evidence are
those of Collins and Singer (1999), "Unsupervised models for named entity classification": spelling and context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.gazetteer import is_demonym, is_place, known
from sayso.extract.lexicon import FIRM_NOUNS, HONORIFICS, REPORTING, ROLES
from sayso.extract.tree import Tree
from sayso.records import EntityType

# A vote of the reader weighs 1. On EWT dev the reader's type is right in 19 of 20 names where it found the span, so that
# context must be plain to outweigh it (2), and what a name is made of plainer still (3).
CONTEXT, MADE_OF = 2.0, 3.0

FIRM_ENDS = frozenset(
    "inc inc. corp corp. ltd ltd. llc llc. llp plc co co. company corporation gmbh ag sa s.a. nv n.v. spa holdings group groups bank bancorp "
    "university college institute ministry department agency commission committee council party association union federation "
    "foundation society court authority bureau times post journal herald tribune gazette news airlines airways motors energy "
    "industries partners capital records pictures studios technologies systems electronics pharmaceuticals congress parliament "
    "senate assembly administration alliance coalition organization organisation network league fund trust ventures securities "
    "insurance media press broadcasting communications solutions services consulting associates laboratories labs pharma "
    "biotech brewery brewing books transport futures roadways enterprises "
    "airline railways railway police army navy guard corps brigade front movement tv radio".split()
)
_FIRM_STARTS = frozenset(
    "university ministry department institute bureau bank board council committee association federation".split()
)
_PLACE_ENDS = frozenset(
    "river island islands peninsula ocean sea lake province county street avenue road boulevard desert mountains valley bay airport "
    "canyon highway coast strait".split()
)
_PLACE_STARTS = frozenset("mount mt mt. lake gulf cape strait isle republic fort".split())
_EVENT_ENDS = frozenset(
    "conference cup olympics games festival awards summit war championship championships bowl prix expo olympiad tournament marathon "
    "election elections revolution primary caucus crisis pandemic".split()
)
_PAPER_ENDS = frozenset(
    "act bill amendment agreement treaty accord accords protocol constitution prize award code doctrine convention".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western latin central".split())
_NAMELESS = frozenset("internet web bible koran quran god christmas easter ramadan thanksgiving congressman".split())
_DEVICE = re.compile(r"^(?:i[A-Z][a-z]+)\b")  # the way that names of devices are written
_STORMS = frozenset("hurricane typhoon cyclone tropical".split())
# What a firm has and a person or place has not: "Acme shares".
_FIRMS_OWN = frozenset(
    "employees employee spokesman spokeswoman spokesperson shares share stock executives executive staff shareholders shareholder "
    "subsidiary headquarters factory ceo chairman chairwoman cfo stores dealership dealers unit division lawyers customers".split()
)
# Roles that follow a firm's name ("Acme president"), without those that also follow a person's; a place has a mayor too.
_AFTER_FIRMS = ROLES - {"judge", "king", "queen", "prince", "star", "model", "captain", "general", "head"}
_OF_PLACES = frozenset(
    "sheriff mayor governor president minister premier chancellor senator representative congressman congresswoman ambassador envoy "
    "prime vice deputy police prosecutor attorney detective resident bishop commissioner".split()
)
_MEMBERSHIP = frozenset(
    "subsidiary ceo chairman chairwoman cfo spokesman spokeswoman spokesperson share shareholder stock stake takeover unit division "
    "employee".split()
)
# What of all that have something only a firm has: "Acme's shares", "Its revenue".
_FIRM_PROPERTY = frozenset(
    "share shareholder stock revenue profit earnings turnover subsidiary headquarters customer ceo cfo factory dealership".split()
)
# What a firm is told to do where "it" takes up who speaks: "Acme said it would close the yard".
_ITS_DOINGS = frozenset(
    "acquire buy build close cut deliver employ expand hire invest launch lose make manufacture merge open operate own plan post produce "
    "recall release sell ship supply".split()
)
_FIRMS_DO = frozenset(
    "acquire manufacture launch merge sell unveil recall announce hire sue release develop market operate publish".split()
)
_FIRM_WORDS = frozenset(
    "company firm carmaker automaker planemaker chipmaker drugmaker shipbuilder homebuilder maker manufacturer startup start-up retailer "
    "brand conglomerate subsidiary newspaper tabloid broadcaster magazine airline bank agency insurer lender".split()
)
_TOWN_WORDS = frozenset(
    "city town village suburb province district capital island port state region country nation county".split()
)
_INTO = frozenset({"in", "near", "throughout", "across"})
_TRUST = frozenset("believe trust confide interest faith confidence belief invest".split())


def made_of(text: str, kind: EntityType) -> Iterator[tuple[EntityType, float]]:
    """Votes from a name itself; `kind` is the reader's type."""
    words = text.split()
    first, last = words[0].lower(), words[-1].lower()
    person = kind == "PER" and text in known("ambiguous")
    named_firm = len(words) > 1 and (last in FIRM_ENDS or (first in _FIRM_STARTS and words[1] == "of"))
    state = text in known("states") or text + "." in known("states")
    if len(words) == 2 and first in _DIRECTIONS and is_demonym(words[-1]) and kind != "LOC":
        yield "MISC", MADE_OF  # "North Korean", "South Koreans"
    elif not person and (text in known("places") or ((state or text in known("cities")) and kind != "ORG")):
        yield "LOC", MADE_OF
    elif named_firm or text in known("bodies"):
        yield "ORG", MADE_OF
    elif len(words) > 1 and (last in _PLACE_ENDS or first in _PLACE_STARTS) and kind != "ORG":
        yield "LOC", CONTEXT
    elif len(words) > 1 and last in _EVENT_ENDS:
        yield "EVENT", MADE_OF
    elif (len(words) > 1 and last in _PAPER_ENDS) or (first in _NAMELESS and len(words) == 1):
        yield "MISC", MADE_OF
    elif _DEVICE.match(text):
        yield "PRODUCT", CONTEXT


def beside(tree: Tree, first: int, last: int, kind: EntityType) -> Iterator[tuple[EntityType, float]]:
    """Votes from the words around a name, the tokens `first` to `last` (excluded) of a sentence."""
    if last - first == 1 and is_demonym(tree[first].text):
        return  # "the Norwegian minister": no firm's minister
    before = tree[first - 1].text.lower() if first else ""
    after = tree[last].text.lower() if last < len(tree) else ""
    if before in _STORMS:
        yield "EVENT", 2 * MADE_OF  # the storm's name alone reads as a person's
    elif (before in ROLES and before not in {"king", "queen", "model", "star"}) or before in HONORIFICS:
        if kind not in {"ORG", "LOC"} and after not in _FIRMS_OWN:
            yield "PER", CONTEXT
    elif before in _FIRM_WORDS and kind in {"PER", "LOC", "MISC"}:
        yield "ORG", CONTEXT
    if kind != "ORG":
        yield from _as_firm(tree, first, last, kind, after)
    if kind != "LOC" and _town_in(tree, last) and (last - first == 1 or kind in {"MISC", "PRODUCT", "EVENT"}):
        yield "LOC", MADE_OF
    yield from _apposed(tree, first, last)
    if kind == "PER" and last - first == 1 and before in _INTO and _stands_in(tree, first, after):
        yield "LOC", CONTEXT


def _stands_in(tree: Tree, i: int, after: str) -> bool:
    """Whether "in" leads to where something is: neither "in Roe's files" nor "believed in Roe"."""
    above = tree[i].head
    return after not in {"'s", "’s"} and (above < 0 or tree[above].lemma not in _TRUST)


def _as_firm(tree: Tree, first: int, last: int, kind: EntityType, after: str) -> Iterator[tuple[EntityType, float]]:
    """Votes for a firm: what it has ("Acme shares"), whose it is ("chairman of Acme"), what it does ("Acme recalled …")."""
    text = " ".join(tree[i].text for i in range(first, last))
    if is_place(text):
        return
    signed = kind == "PER" and last - first > 1 and tree[first].text in known("men") | known("women")
    if not signed and (after in _FIRMS_OWN or after in _AFTER_FIRMS - (_OF_PLACES if kind == "LOC" else set())):
        yield "ORG", CONTEXT
    head = next((i for i in range(first, last) if not first <= tree[i].head < last), first)
    above = tree[head].head
    if above < 0:
        return
    owned = tree.rel(head) == "nmod" and tree[head].deprel == "nmod:poss" and tree[above].lemma in _FIRM_PROPERTY
    if not signed and (owned or _says_it_does(tree, head, above)):
        yield "ORG", CONTEXT
    case = {tree[k].lemma for k in tree.kids(head, "case")}
    belongs = tree.rel(head) == "nmod" and tree[above].lemma in _MEMBERSHIP and case & {"of", "for", "at", "in"}
    does = kind == "LOC" and tree.rel(head) == "nsubj" and tree[above].lemma in _FIRMS_DO
    if belongs or does or ("like" in case and tree[above].lemma in _FIRM_WORDS):
        yield "ORG", CONTEXT


def _says_it_does(tree: Tree, head: int, verb: int) -> bool:
    """Whether who speaks is "it" in what is said, and does there what firms do: "Acme said it would close the yard"."""
    if tree.rel(head) != "nsubj" or tree[verb].lemma not in REPORTING:
        return False
    told = [k for k in tree.kids(verb, "ccomp") if k > verb and tree[k].lemma in _ITS_DOINGS and tree.kids(k, "obj")]
    return any(tree[m].lemma == "it" for k in told for m in tree.kids(k, "nsubj"))


def _town_in(tree: Tree, last: int) -> bool:
    """Whether a comma and a known state or country follow ("Springfield, Oregon")."""
    if last + 1 >= len(tree) or tree[last].text != ",":
        return False
    name = tree[last + 1].text
    two = f"{name} {tree[last + 2].text}" if last + 2 < len(tree) else ""
    return (
        name in known("states")
        or (name in known("places") and name not in known("ambiguous"))
        or two in known("places")
    )


def _apposed(tree: Tree, first: int, last: int) -> Iterator[tuple[EntityType, float]]:
    """Votes from an apposition: "Acme, a shipping company", "Ann Roe, a lawyer", "Fjordby, a town in the north"."""
    for i in range(first, last):
        for k in tree.kids(i, "appos"):
            lemma = tree[k].lemma
            if tree[k].upos != "NOUN" or k < last:
                continue
            if lemma in _TOWN_WORDS:
                yield "LOC", CONTEXT
            elif lemma in ROLES:
                yield "PER", CONTEXT
            elif lemma in FIRM_NOUNS:
                yield "ORG", CONTEXT
