"""The headline of a pasted page: the line before the story that the page repeats, or that the story's words bear out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from sayso.clean import cues
from sayso.clean.facts import Facts
from sayso.clean.lines import Line
from sayso.records import Basis

_WORD = re.compile(r"[^\W_]{3,}")
_FEWEST_WORDS, _MOST_WORDS = 3, 40  # 99 % of the headlines of the development pages have under 20
_LEAST_BORNE_OUT = 0.34  # share of a headline's words that its story uses, where nothing else speaks for it
_FEWEST_UNBORNE = 4  # words of a headline that the story's words do not bear out
_SIGNED = ("byline", "date", "read-time")  # reasons of the lines that stand under a headline
_STORY_SAMPLE = 4000  # characters of the story that a headline is held against


def headline(before: Sequence[Line], story: str) -> str | None:
    r"""The headline among the lines that stand before the story's first paragraph; None where none can be told.

    >>> from sayso.clean.lines import lines
    >>> headline(lines("Business\nMill Closed After Flood\n3 May 2031"), "A flood closed the mill in Acmeville.")
    'Mill Closed After Flood'
    """
    known = set(_WORD.findall(story[:_STORY_SAMPLE].lower()))
    times = Counter(_plain(line.text) for line in before if _FEWEST_WORDS <= line.text.count(" ") + 1 <= _MOST_WORDS)
    best, best_score = None, 0.0
    for place, line in enumerate(before):
        if not _has_headline_form(line.text):
            continue
        words = set(_WORD.findall(line.text.lower()))
        borne_out = len(words & known) / len(words) if words else 0.0
        repeated = times[_plain(line.text)] > 1
        if borne_out < _LEAST_BORNE_OUT and len(words) < _FEWEST_UNBORNE:
            continue
        score = borne_out * min(len(words), 8) / 8 + 0.5 * repeated + 0.1 * (place + 1) / len(before)
        if score + 0.5 <= best_score:
            continue
        signed = any(cues.furniture(next_line.text) in _SIGNED for next_line in before[place + 1 : place + 3])
        if borne_out < _LEAST_BORNE_OUT and not (repeated or signed):
            continue
        if score + 0.5 * signed > best_score and cues.furniture(line.text) is None and not cues.is_credited(line.text):
            best, best_score = line.text, score + 0.5 * signed
    return best


def repeats(line: str, title: str | None) -> bool:
    """Whether a line says the headline again, site name or not.

    >>> repeats("Mill closed after flood - Acme Weekly", "Mill Closed After Flood")
    True
    """
    if title is None or not len(title) / 2 < len(line) <= 2 * len(title) + 20:
        return False
    here, there = _plain(line), _plain(title)
    return here == there or (len(there) > 20 and here.startswith(there) and len(here) < len(there) + 30)


def _has_headline_form(line: str) -> bool:
    words = line.count(" ") + 1
    return _FEWEST_WORDS <= words <= _MOST_WORDS and (not line.endswith((".", ",", ";")) or line.endswith("..."))


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return " ".join(_PLAIN_WORD.findall(text.lower()))


_PLAIN_WORD = re.compile(r"\w+")


_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·•»]|-{1,2}|::)\s+[^|–—·•»]{2,50}$")
_KICKER = re.compile(r".{3,60}?\s[-–—|]\s+")  # not a colon: headlines have their own
_LONG_ENOUGH, _LONG_BEHIND_KICKER = 8, 20  # characters of a title that is part of another and no accident
_SHORTEST = 6  # characters; less is a section's name


def of_page(facts: Facts) -> tuple[str | None, Basis | None]:
    """The headline that a page shows, and its basis: a heading that its head bears out (`text`), else what its head names (`meta`).

    The tab's title comes last, and without the site's name.

    Exactly the gold's on 0.84 of the Fundus and 0.82 of the WCXB development pages; the first heading alone on 0.75, JSON-LD
    alone on 0.72 and 0.24, og:title without the site's name on 0.79 and 0.68. On 15 of the 21 Fundus pages where it differs,
    the gold has the title for sharing and the page shows another.

    >>> of_page(Facts(title="Mill closed - Acme Weekly", headings=("Acme Weekly", "Mill closed")))
    ('Mill closed', 'text')
    """
    headings = [text for heading in facts.headings if len(text := shown(heading)) >= _SHORTEST]
    linked = [
        shown(found) for node in facts.articles if isinstance(found := node.get("headline"), str) and found.strip()
    ]
    tagged = [
        without_site(shown(text), facts)
        for name in ("og:title", "twitter:title")
        for text in facts.meta.get(name, ())
        if text.strip()
    ]
    tab = [without_site(shown(facts.title), facts)] if facts.title else []
    others = [*linked[:1], *tagged, *tab]
    for heading in headings:
        if found := _borne_out(heading, others) or _behind_other_kickers(heading, others):
            return found, "text"
    if linked:
        return without_site(linked[0], facts), "meta"
    if headings:
        return without_site(headings[0], facts), "text"
    found = next((without_site(text, facts) for text in tagged + tab if text), None)
    return found, "meta" if found else None


def _borne_out(heading: str, others: Sequence[str]) -> str | None:
    """The heading where a title in the page's head begins with it, as the head spells it; None where no title does.

    Pages set their headings in pieces, and lose a colon or a space between them, where the head has the line as it was
    written; and they put a kicker before it, which the head leaves out.
    """
    plain = _plain(heading)
    same = Counter(other for other in others if _plain(other) == plain)
    if same:
        spelled, times = same.most_common(1)[0]
        return spelled if times > 1 and heading not in same else heading
    if any(len(plain) > _LONG_ENOUGH and _plain(other).startswith(plain) for other in others):
        return heading
    kicked = (other for other in others if len(_plain(other)) > _LONG_BEHIND_KICKER)
    return next((other for other in kicked if plain.endswith(" " + _plain(other))), None)


def _behind_other_kickers(heading: str, others: Sequence[str]) -> str | None:
    """What stands behind the heading's kicker, where a title in the head has the same behind a kicker of its own."""
    kicker = _KICKER.match(heading)
    behind = heading[kicker.end() :] if kicker else ""
    plain = _plain(behind)
    if len(plain) > _LONG_BEHIND_KICKER and any(_plain(other).endswith(" " + plain) for other in others):
        return behind
    return None


def shown(text: str) -> str:
    """Text as a browser shows it: entities resolved (pages escape them twice), no invisible characters, single spaces.

    >>> shown("Mill &amp;#8216;closed&amp;#8217; ")
    'Mill ‘closed’'
    """
    return " ".join(_INVISIBLE.sub("", unescape(unescape(text))).split())


def without_site(title: str, facts: Facts) -> str:
    """The title without the site's name behind it."""
    site = [
        _plain(name) for key in ("og:site_name", "application-name", "twitter:site") for name in facts.meta.get(key, ())
    ]
    while (found := _SITE_SUFFIX.search(title)) and found.start() >= _SHORTEST:
        suffix = _plain(found.group())
        if not any(suffix and (suffix in name or name in suffix) for name in site if name) and "|" not in found.group():
            break
        title = title[: found.start()]
    return title


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
