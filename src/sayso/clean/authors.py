"""Who wrote a saved page, and which outlet and section it belongs to, from what the page tells about itself.

Authors are people. An agency, a desk or the outlet itself is whom a story comes from, and no author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.clean.byline import is_person
from sayso.clean.dates import month
from sayso.clean.facts import Facts, names
from sayso.clean.headline import shown

_META_AUTHORS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "citation_author",
)  # fmt: skip
# What stands before names, in the languages of the development pages; pages lose the space behind it ("ByAnn Lee").
_LEADING = re.compile(
    r"^(?:(?i:(?:written|posted|reported|words|story|reporting|text|author) by|authors?|by|autor(?:in|es|a)?|auteurs?|von|por|par"
    r"|av|af|door|di|da|text|foto|kirjoittaja|yazan|penulis|scritto da|écrit par|publié par|escrito por))\s*:?\s*(?=[A-ZÀ-ÞŁŚŻČŠŽĆĐİ])"
)
_AND = re.compile(
    r"\s*(?:,|;|\||•|·|/|&|\n|\b(?:and|und|y|e|et|og|och|en|i|ve|dan|ja|with|mit|avec|con)\b)\s*", re.IGNORECASE
)
# Where the names end and something else begins: a dash, a date, a label.
_END = re.compile(
    r"\s[-–—|•]\s|\d|\b(?:published|updated|posted|last|aktualisiert|veröffentlicht|publié|mis à jour|actualizado|aggiornato|follow)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@|//|www\.|\b[\w-]+\.(?:com|org|net|de|fr|it|es|at|ch|tr|uk|co|no|se|info)\b", re.IGNORECASE)
# Words of what a person does, of a desk, and of a house that publishes; no person is called so.
_NO_PERSON = re.compile(
    r"\b(?:editor|editors|reporters?|writers?|experts?|correspondents?|columnists?|directors?|managers?|analysts?|producers?|"
    r"specialists?|consultants?|journalists?|authors?|contributors?|sponsored|advertorial|partners?|bio|profile|follow|"
    r"redaktion|redakteur(?:in)?|korrespondent(?:in)?|redazione|redacci[oó]n|redação|r[ée]daction|redaksi|redactie|redakcja|"
    r"redakce|toimitus|journaliste|periodista|giornalista|agentur(?:en)?|agence|agencia|agenzia|agência|ajansı|haber|"
    r"nachrichten|noticias|notizie|nyheter|zeitung|zeitschrift|tagblatt|dagblad|rundfunk|welle|digital|print|internet|"
    r"written by|the author|full|deutsche|xinhua|tass|ansa|efe|pti|ani|ians|kyodo|yonhap|ritzau|ntb|apa|sda|keystone|belga|anp)\b",
    re.IGNORECASE,
)
_META_SECTIONS = ("article:section", "parsely-section", "section", "cxenseparse:section", "og:section")
_LONGEST_SECTION = 60
_LONGEST_NAME = 60
_MOST_AUTHORS = 12
_ROLES = frozenset(["admin", "administrator", "webmaster", "newsroom", "editor", "staff", "wordpress"])


def of_page(facts: Facts, marked: Callable[[], Iterable[str]] = tuple) -> tuple[str, ...]:
    """The people that a page names as its writers: in JSON-LD, else in meta elements, else in what is marked as byline.

    `marked` gives the texts of elements marked as byline, and is asked only if the page's head names nobody.

    >>> of_page(Facts(meta={"author": ("By Ann Lee and Bo Chan, Senior Editor",)}))
    ('Ann Lee', 'Bo Chan')
    """
    sites = [_plain(name) for name in _site_names(facts)]
    for candidates in (lambda: _linked(facts), lambda: _tagged(facts), lambda: _first_named(marked())):
        found: dict[str, str] = {}
        for name in candidates():
            if is_author(name) and not _is_site(name, sites):
                found.setdefault(_plain(name), name)
        if found:
            return tuple(found.values())[:_MOST_AUTHORS]
    return ()


def _linked(facts: Facts) -> Iterator[str]:
    """The names in the JSON-LD of the first article that has an author, references to other objects followed."""
    by_id = {node["@id"]: node for node in (*facts.nodes, *facts.articles) if isinstance(node.get("@id"), str)}
    for node in facts.articles:
        people = [_resolved(one, by_id) for one in _listed(node.get("author")) + _listed(node.get("creator"))]
        people = [one for one in people if not _is_organisation(one) and not _is_role(one)]
        if any(names(one) for one in people):
            yield from (name for one in people for text in names(one) for name in people_in(text))
            return


def _resolved(author: Any, by_id: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(author, dict) and not author.get("name"):
        return by_id.get(str(author.get("@id")), author)
    return author


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_organisation(author: Any) -> bool:
    return isinstance(author, dict) and any("Organization" in kind for kind in names(author.get("@type")))


def _is_role(author: Any) -> bool:
    """Whether an author's address is that of an account that several people use."""
    if not isinstance(author, dict):
        return False
    addresses = [value for key in ("@id", "url") if isinstance(value := author.get(key), str)]
    return any(address.rstrip("/").rsplit("/", 1)[-1].lower() in _ROLES for address in addresses)


def _tagged(facts: Facts) -> Iterator[str]:
    for key in _META_AUTHORS:
        for content in facts.meta.get(key, ()):
            if not _ADDRESS.search(content):
                yield from people_in(content)


def _first_named(texts: Iterable[str]) -> list[str]:
    """The names of the first byline that names a person."""
    found = ([name for name in people_in(text) if is_author(name)] for text in texts)
    return next((people for people in found if people), [])


def people_in(text: str) -> list[str]:
    """The names in a byline, without what stands before, between and behind them.

    >>> people_in("Written by Ann Lee (aml), Dr. Bo Chan and Cy Day - 3 May 2031")
    ['Ann Lee', 'Dr. Bo Chan', 'Cy Day']
    """
    text = _LEADING.sub("", shown(text)[:400])
    text = re.sub(r"\s*\([^()]{0,80}\)", "", text)
    if end := _END.search(text):
        words = text[: end.start()].split()
        is_dated = len(words) > 2 and end[0].isdecimal() and month(words[-1].strip(",.")) is not None
        text = " ".join(words[:-1] if is_dated else words)
    parts = (_LEADING.sub("", part).strip(" .-–,:") for part in _AND.split(text))
    return [part for part in parts if part]


def is_author(name: str) -> bool:
    """Whether a name given as author can be a person's; scripts without capitals are taken at their word."""
    if (
        len(name) > _LONGEST_NAME
        or _ADDRESS.search(name)
        or any(sign in name for sign in ":_/")
        or _NO_PERSON.search(name)
    ):
        return False
    if not name.isascii() and not any(map(str.isupper, name)):
        return 2 <= len(name) <= 30
    return is_person(name)


def _is_site(name: str, sites: Iterable[str]) -> bool:
    """Whether a name is that of the site, begins with it, or is its first word and an initial."""
    plain = _plain(name)
    first, _, rest = plain.partition(" ")
    return any(
        plain == site
        or plain.startswith(site + " ")
        or site == f"the {plain}"
        or (len(rest) <= 1 and first == site.split(" ")[0])
        for site in sites
        if site
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def outlet_of_page(facts: Facts) -> str | None:
    """The outlet: the site's name as its head gives it, else the publisher in JSON-LD.

    >>> outlet_of_page(Facts(meta={"og:site_name": ("Acme Weekly",)}))
    'Acme Weekly'
    """
    return next(iter(_site_names(facts)), None)


def section_of_page(facts: Facts) -> str | None:
    """The section that the page says it stands in (the first that it names); None where it says none.

    >>> section_of_page(Facts(meta={"article:section": ("Business",)}))
    'Business'
    """
    linked = [name for node in facts.articles for name in names(node.get("articleSection"))]
    tagged = [name for key in _META_SECTIONS for name in facts.meta.get(key, ())]
    found = (shown(name) for name in linked + tagged)
    return next((name for name in found if name and len(name) <= _LONGEST_SECTION and not _ADDRESS.search(name)), None)


def _site_names(facts: Facts) -> list[str]:
    publishers = [name for node in facts.articles for name in names(node.get("publisher"))]
    sites = [name for key in ("og:site_name", "application-name") for name in facts.meta.get(key, ())]
    websites = [name for node in facts.nodes if "WebSite" in names(node.get("@type")) for name in names(node)]
    return [text for name in sites + publishers + websites if (text := shown(name)) and len(text) < 80]
