"""Whom a text names as where it comes from: an agency in its dateline or byline, or another outlet."""

from __future__ import annotations

import re

from sayso.records import Article

# The news agencies whose text other outlets print, by the names they go by in datelines and bylines.
AGENCIES = (
    r"Reuters|Associated Press|AP|Agence France[- ]Presse|AFP|Bloomberg(?: News)?|Xinhua|United Press International|"
    r"UPI|PA Media|Press Association|dpa|Deutsche Presse-Agentur|EFE|ANSA|TASS|Interfax|Kyodo(?: News)?|Yonhap|"
    r"Press Trust of India|PTI|IANS|ANI|Canadian Press|Australian Associated Press|AAP|Anadolu(?: Agency)?|Bernama|"
    r"Antara|Dow Jones(?: Newswires)?"
)
DATELINE = re.compile(rf"^[^\n]{{0,80}}\((?:The )?(?:{AGENCIES})\)")
SIGNATURE = re.compile(
    rf"(?:^|[\n(—–-])\s*(?:By |Source: |With |Additional reporting by )?(?:The )?(?:{AGENCIES})\)?\s*\.?\s*$"
)
BYLINE = re.compile(rf"^(?:By |The )*(?:{AGENCIES})$|[/,(]\s*(?:The )?(?:{AGENCIES})\)?$")


def agency(article: Article) -> bool:
    """Whether the article says that it is an agency's text: dateline, last line or byline.

    >>> agency(Article(id="a", input="a", text="TURIN, May 3 (Reuters) - Brightwell said it would close."))
    True
    >>> agency(Article(id="b", input="b", text="Brightwell told Reuters that it would close."))
    False
    """
    text = article.text.strip()
    if DATELINE.search(text[:120]) or SIGNATURE.search(text[-80:]):
        return True
    return any(BYLINE.search(author) for author in article.authors)


def names_outlet(article: Article, other: Article) -> bool:
    """Whether the article names the other's outlet, in its text or among its authors."""
    name = (other.outlet or "").strip()
    if len(name) < 2 or same_outlet(article, other):
        return False
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(pattern.search(place) for place in (article.text, *article.authors))


def same_outlet(left: Article, right: Article) -> bool:
    """Whether both outlets are known and the same."""
    return bool(left.outlet and right.outlet) and _name(left.outlet) == _name(right.outlet)


def _name(outlet: str | None) -> str:
    return re.sub(r"^the |\W", "", (outlet or "").casefold())
