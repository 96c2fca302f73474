"""Who wrote a saved page, from what the page tells about itself and shows.

Authors are people. An agency, a desk or the outlet itself is whom a story comes from, and no author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.clean import cues, signed
from sayso.clean.facts import Facts, names
from sayso.clean.outlet import site_names
from sayso.clean.people import ADDRESS, is_author, people_in, plain
from sayso.records import Basis

_META_AUTHORS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "citation_author",
)  # fmt: skip
_MOST_AUTHORS = 12
_ROLES = frozenset(["admin", "administrator", "webmaster", "newsroom", "editor", "staff", "wordpress"])


class Shown(NamedTuple):
    """What a page shows of its writers, each looked at only where the one before names nobody, or not all."""

    marked: Callable[[], Iterable[str]] = tuple  # texts of elements marked as author or byline
    above: Callable[[], Sequence[str]] = tuple  # visible lines above the story
    everywhere: Callable[[], Sequence[str]] = tuple  # all visible lines
    to_the_right: Callable[[], Sequence[str]] = tuple  # a name alone, set to the right


_NOTHING = Shown()


def of_page(facts: Facts, shown: Shown = _NOTHING) -> tuple[tuple[str, ...], Basis | None]:
    """The people that a page names as its writers, and whether its head (`meta`) or its visible text (`text`) names them.

    In this order, which is that of how often they are the gold's people on the development pages that have them: JSON-LD, meta
    elements, what is marked as byline, a byline above the story, a label ("Written by"), a name set to the right.

    >>> of_page(Facts(meta={"author": ("By Ann Lee and Bo Chan, Senior Editor",)}))
    (('Ann Lee', 'Bo Chan'), 'meta')
    """
    sites = [plain(name) for name in site_names(facts)]
    head = _persons(_linked(facts), sites) or _persons(_tagged(facts), sites)
    if not head:
        found = next((people for names in _shown(shown) if (people := _persons(names, sites))), ())
        return found, "text" if found else None
    joint = _persons(signed.joint(head, list(shown.marked())), sites)
    return joint, "meta" if joint == head else "text"


def _shown(shown: Shown) -> Iterator[list[str]]:
    yield _first_named(shown.marked())
    yield signed.beside_headline(shown.above())
    yield signed.labelled(shown.everywhere())
    yield list(shown.to_the_right())


def _persons(names: Iterable[str], sites: Sequence[str]) -> tuple[str, ...]:
    """The names that are people's, each once; the site's own name is none."""
    found: dict[str, str] = {}
    for name in names:
        if is_author(name) and not _is_site(name, sites) and cues.furniture(name) is None:
            found.setdefault(plain(name), name)
    return tuple(found.values())[:_MOST_AUTHORS]


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
    cards = (content for label, content in _cards(facts) if signed.is_writers_label(label))
    for content in (*(content for key in _META_AUTHORS for content in facts.meta.get(key, ())), *cards):
        if not ADDRESS.search(content):
            yield from people_in(content)


def _cards(facts: Facts) -> Iterator[tuple[str, str]]:
    """Label and content of the lines that a page puts into the card shown where it is shared ("Written by", "Ann Lee")."""
    for name, contents in facts.meta.items():
        if name.startswith("twitter:label"):
            data = facts.meta.get(name.replace("label", "data"), ())
            yield from zip(contents, data, strict=False)
        elif name.startswith("twitter:misc:"):
            yield from ((name.rpartition(":")[2], content) for content in contents)


def _first_named(texts: Iterable[str]) -> list[str]:
    """The names of the first byline that names a person."""
    found = ([name for name in people_in(text) if is_author(name)] for text in texts)
    return next((people for people in found if people), [])


def _is_site(name: str, sites: Iterable[str]) -> bool:
    """Whether a name is that of the site, begins with it, or is its first word and an initial."""
    words = plain(name)
    first, _, rest = words.partition(" ")
    return any(
        words == site
        or words.startswith(site + " ")
        or site == f"the {words}"
        or (len(rest) <= 1 and first == site.split(" ")[0])
        for site in sites
        if site
    )
