"""Which outlet and section a saved page belongs to, from what it tells about itself and from its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sayso.clean.facts import Facts, names
from sayso.clean.headline import shown
from sayso.clean.people import ADDRESS
from sayso.records import Basis

_META_SECTIONS = ("article:section", "parsely-section", "section", "cxenseparse:section", "og:section")
_LONGEST_SECTION = 60  # characters
_LONGEST_NAME, _LONGEST_SUFFIX = 80, 40
_SUFFIX = re.compile(r"\s(?:[|–—·•»]|-{1,2}|::)\s+([^|–—·•»]{2,40})$")
_NO_LETTERS = re.compile(r"[\W_]+")
_SHORTEST = 3  # letters that name and host must share


def of_page(facts: Facts, url: str | None) -> tuple[str | None, Basis | None]:
    """The outlet's name and its basis: what the head calls the site (`meta`), else the host of its address (`inferred`).

    On the Fundus pages that have them, og:site_name and the publisher in JSON-LD are the outlet on all but two and none;
    application-name is sometimes a slogan or the headline, and comes after them.

    >>> of_page(Facts(meta={"og:site_name": ("Acme Weekly",)}), None)
    ('Acme Weekly', 'meta')
    >>> of_page(Facts(title="Mill closed - Acme Weekly"), "https://www.acmeweekly.example/mill")
    ('Acme Weekly', 'meta')
    >>> of_page(Facts(), "https://www.acmeweekly.example/mill")
    ('acmeweekly.example', 'inferred')
    """
    host = host_of(url)
    named = next(iter(site_names(facts)), None) or _behind_title(facts, host)
    if named:
        return named, "meta"
    return (host, "inferred") if host else (None, None)


def section_of_page(facts: Facts) -> tuple[str | None, Basis | None]:
    """The section that the page says it stands in (the first that it names) and its basis; None where it says none.

    >>> section_of_page(Facts(meta={"article:section": ("Business",)}))
    ('Business', 'meta')
    """
    linked = [name for node in facts.articles for name in names(node.get("articleSection"))]
    tagged = [name for key in _META_SECTIONS for name in facts.meta.get(key, ())]
    found = (shown(name) for name in linked + tagged)
    section = next(
        (name for name in found if name and len(name) <= _LONGEST_SECTION and not ADDRESS.search(name)), None
    )
    return section, "meta" if section else None


def site_names(facts: Facts) -> list[str]:
    """What a page's head calls its site and its publisher, the most trusted first."""
    publishers = [name for node in facts.articles for name in names(node.get("publisher"))]
    websites = [name for node in facts.nodes if "WebSite" in names(node.get("@type")) for name in names(node)]
    sites = (*facts.meta.get("og:site_name", ()), *publishers, *websites, *facts.meta.get("application-name", ()))
    return [text for name in sites if (text := shown(name)) and len(text) < _LONGEST_NAME]


def _behind_title(facts: Facts, host: str | None) -> str | None:
    """What stands behind the title's last dash or bar, where the address bears it out."""
    suffix = _SUFFIX.search(shown(facts.title or ""))
    if suffix is None or host is None:
        return None
    name, address = (_NO_LETTERS.sub("", text.lower()) for text in (suffix[1], host))
    return suffix[1] if len(name) >= _SHORTEST and name in address else None


def host_of(url: str | None) -> str | None:
    """The host of an address, its "www." left out; None where it has no public one."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # "http://[": no host
        return None
    return host.removeprefix("www.") if host and "." in host else None
