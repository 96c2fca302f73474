"""Whether a claim says of somebody that they are alive, or dead: the one state that rumours are most often about."""

from __future__ import annotations

from itertools import pairwise

from sayso.compare.vocabulary import exclusive
from sayso.records import Claim
from sayso.spans import words

_THEN = frozenset("when until before while if whether last".split())  # "was alive when they came" says nothing of today
_EVEN_SO = frozenset({"still", "very", "well", "kicking"})  # "was very much alive" answers who said otherwise
_DEAD = frozenset({"dead", "died", "dies", "death"})
_FOUND = frozenset("found pronounced declared presumed believed".split())
_GONE = frozenset(
    {("passed", "away"), ("passing", "away"), ("has", "died"), ("had", "died"), ("is", "dead"), ("was", "dead")}
)
_NEWS = frozenset("rumor rumour rumors rumours hoax report reports news".split())


def alive(claim: Claim) -> bool:
    """Whether a claim says that somebody is alive.

    >>> def claim(text, predicate):
    ...     return Claim(id="c", article_id="a", start=0, end=len(text), text=text, status="asserted", polarity="positive",
    ...                  chain=(), origin="a", predicate=predicate)
    >>> alive(claim("Ann Roe is alive and well", "alive")), alive(claim("Roe was alive when help came", "alive"))
    (True, False)
    >>> dead(claim("Ann Roe was found dead", "find")), dead(claim("Roe sold the dead fish", "sell"))
    (True, False)
    """
    if claim.status != "denied" and (claim.polarity != "positive" or not exclusive(claim.predicate, "dead")):
        return False  # nearly always, and told without its words
    told = {w for _, _, w in words(claim.text)}
    if claim.status == "denied":  # "denied reports that he is dead"
        return bool(told & _DEAD) and claim.polarity == "positive"
    if told & {"was", "were"} and not told & _EVEN_SO:
        return False
    return not told & _THEN


def dead(claim: Claim) -> bool:
    """Whether a claim says that somebody is dead, has died or was found dead."""
    if claim.polarity != "positive" or alive(claim):
        return False
    if exclusive(claim.predicate, "alive"):
        return True
    told = [w for _, _, w in words(claim.text)]
    found_so = any((verb in _FOUND and state in _DEAD) or (verb, state) in _GONE for verb, state in pairwise(told))
    return found_so or bool(_DEAD & set(told) and _NEWS & set(told))
