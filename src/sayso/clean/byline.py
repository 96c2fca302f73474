"""Who wrote it and who publishes it, from the lines around a pasted page's headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.clean.facts import Facts, names
from sayso.clean.headline import shown

# What stands behind an outlet's name where no person is named: "Example Times Staff".
_DESK = re.compile(
    r"^(?:by |from )?(.{2,40}?)(?:['’]s?)? (?:staff(?: (?:writer|reporter)s?)?|news ?desk|web ?desk"
    r"|newsroom|editorial (?:team|staff|board)|editors?|team|desk|correspondents?)$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:by|written by|reported by|reporting by|author|words by|story by|posted by|von|por|par)\b:?\s+(.{3,90})$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"^(?:www\.)?[A-Za-z0-9-]{2,30}(?:\.[A-Za-z0-9-]{2,20})?\.(?:com|org|net|co\.uk|co|io|news|info|tv|eu|de|fr|in|au|ca|uk|us)$"
)
_HANDLE = re.compile(r"^@?(?=.{5,30}$)(?:[a-z]+[a-z0-9]*|[A-Z]?[a-z]+(?:[A-Z][A-Za-z]*)+)$")
_PARTICLES = frozenset("de da di du dos das do van von der den del della la le bin ibn al el ter ten zu y e".split())
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.·-]*\.?")
_SPLIT = re.compile(r"\s*(?:,|;|\||&|\band\b|\bund\b|\by\b|\bet\b)\s*")
# Words of an organisation's name, not a person's.
_ORGANISATION = re.compile(
    r"\b(?:news|times|post|press|media|staff|desk|team|agency|editors?|editorial|reuters|afp|ap|dpa|bloomberg|magazine|journal|daily|weekly|"
    r"tribune|herald|gazette|network|group|inc|ltd|llc|tv|radio|online|web|bureau|service|services|wire|report|reports|today|world|association|"
    r"institute|university|council|correspondents?|contributors?|admin|guest|newsroom)\b",
    re.IGNORECASE,
)


def authors(zone: Sequence[str]) -> tuple[str, ...]:
    """The people named as writers in the lines between headline and story; none where nobody is named as such.

    >>> authors(["By Ann Lee and Bo Chan", "3 May 2031"]), authors(["By Example Times Staff"])
    (('Ann Lee', 'Bo Chan'), ())
    """
    for line in zone:
        if found := _BY.match(line):
            names = tuple(name for name in _SPLIT.split(found[1].split(" | ")[0]) if is_person(name))
            if names:
                return tuple(dict.fromkeys(names))
    return ()


def outlet(zone: Sequence[str]) -> str | None:
    """The outlet that a byline names: a desk ("Example Times Staff"), a web address, a handle.

    >>> outlet(["Example Times Staff"]), outlet(["acmeweekly.com"]), outlet(["Ann Lee"])
    ('Example Times', 'acmeweekly.com', None)
    """
    for line in zone:
        if (found := _DESK.match(line)) and found[1].lower() not in {"our", "the", "news", "web", "guest", "senior"}:
            return found[1]
    for line in zone:
        if _DOMAIN.match(line) or _HANDLE.match(line):
            return line.lstrip("@")
    return None


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to five capitalised words, none of them an organisation's.

    >>> is_person("Ann de la Cruz"), is_person("Acme News"), is_person("ann")
    (True, False, False)
    """
    parts = name.split()
    named = [part for part in parts if part.lower() not in _PARTICLES]
    if not 2 <= len(parts) <= 6 or not named or _ORGANISATION.search(name):
        return False
    return all(_NAME_WORD.fullmatch(part) and part[0].isupper() for part in named)


_META_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
    "citation_author",
)
_LEADING_BY = re.compile(r"^(?:by|written by|von|por|par|av|di|da|door|af|text|foto)\b:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\||•|/|&|\n|\band\b|\bund\b|\by\b|\be\b|\bet\b|\bog\b|\boch\b|\ben\b|\bi\b)\s*")
_MOST_AUTHORS = 12


def of_page(facts: Facts) -> tuple[str, ...]:
    """The people that a page names as its writers: in JSON-LD, else in meta elements, else in what is marked as byline.

    Organisations are left out: an agency or a desk is an origin, not an author.

    >>> of_page(Facts(meta={"author": ("By Ann Lee and Bo Chan",)}))
    ('Ann Lee', 'Bo Chan')
    """
    sites = {name.lower() for name in _site_names(facts)}
    for candidates in (_linked(facts), _tagged(facts), _marked(facts)):
        found = dict.fromkeys(name for name in candidates if is_author(name) and name.lower() not in sites)
        if found:
            return tuple(found)[:_MOST_AUTHORS]
    return ()


def _linked(facts: Facts) -> Iterator[str]:
    for node in facts.articles:
        people = [one for one in _listed(node.get("author")) if not _is_organisation(one)]
        for name in (name for one in people for name in names(one)):
            yield from _people(name)
        if people:
            return


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_organisation(author: Any) -> bool:
    return isinstance(author, dict) and any("Organization" in kind for kind in names(author.get("@type")))


def _tagged(facts: Facts) -> Iterator[str]:
    for key in _META_AUTHORS:
        for content in facts.meta.get(key, ()):
            if "://" not in content:
                yield from _people(content)


def _marked(facts: Facts) -> Iterator[str]:
    for text, _ in facts.people:
        people = [name for name in _people(text.split(" | ")[0]) if is_author(name)]
        if people:
            yield from people
            return


def _people(text: str) -> Iterator[str]:
    """The names in a byline."""
    text = _LEADING_BY.sub("", shown(text))
    for name in _AND.split(text):
        if name := re.sub(r"\s*\(.*?\)", "", name).strip(" .-–"):
            yield name


def is_author(name: str) -> bool:
    """Whether a name given as author can be a person's; scripts without capitals are taken at their word."""
    if not name or len(name) > 60 or any(sign in name for sign in "@/:_") or any(map(str.isdecimal, name)):
        return False
    if not name.isascii() and not any(map(str.isupper, name)):
        return 2 <= len(name) <= 30
    return is_person(name)


def outlet_of_page(facts: Facts) -> str | None:
    """The outlet: the site's name as its head gives it, else the publisher in JSON-LD.

    >>> outlet_of_page(Facts(meta={"og:site_name": ("Acme Weekly",)}))
    'Acme Weekly'
    """
    return next(iter(_site_names(facts)), None)


def _site_names(facts: Facts) -> list[str]:
    publishers = [name for node in facts.articles for name in names(node.get("publisher"))]
    sites = [name for key in ("og:site_name", "application-name") for name in facts.meta.get(key, ())]
    websites = [name for node in facts.nodes if "WebSite" in names(node.get("@type")) for name in names(node)]
    return [text for name in sites + publishers + websites if (text := shown(name)) and len(text) < 80]
