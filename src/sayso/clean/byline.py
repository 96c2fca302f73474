"""Who wrote it and who publishes it, from the lines around a pasted page's headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean.furniture import has_any

# What stands behind an outlet's name where no person is named: "Example Times Staff".
_DESK = re.compile(
    r"^(?:by |from )?(.{2,40}?)(?:['’]s?)? (?:staff(?: (?:writer|reporter)s?)?|news ?desk|web ?desk"
    r"|newsroom|editorial (?:team|staff|board)|editors?|team|desk|correspondents?)$",
    re.IGNORECASE,
)
_DESK_WORDS = ("staff", "desk", "newsroom", "editor", "team", "correspondent")  # the pattern needs one of them
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
        found = _DESK.match(line) if has_any(line.lower(), _DESK_WORDS) else None
        if found and found[1].lower() not in {"our", "the", "news", "web", "guest", "senior"}:
            return found[1]
    for line in zone:
        if " " not in line and (_DOMAIN.match(line) or _HANDLE.match(line)):
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
