"""Words that give furniture away: what a page has around its story, each kind with a reason.

Two strengths. `furniture` names a line that is furniture whatever stands around it; its patterns match whole short lines.
`hint` only names the likely reason once something else has decided that a line is not the story's.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_LONGEST = 260  # characters; the longest fixed phrase of the list, a consent notice, has some 40 words
_MARKS = " .:!…»›>→*"
_ANYTHING = (".{", "(?:.{")
_LATE = re.compile(
    r"staff|desk|newsroom|team|correspondent|reporter|editor|writer|contributor|getty|afp|reuters|shutter|istock|ap photo|"
    r"associated|dpa|imago|bloomberg|epa|unsplash|pexels|alamy|wikimedia|reserved|logo|icon|avatar|thumbnail"
)
_TAG_RUN = re.compile(r"[A-Z]{12,60}")  # a run of tags that lost its spaces; no acronym is that long


class _Furniture(NamedTuple):
    """The list of furniture.txt: phrases looked up, patterns tried; `prose` ones hold for sentences too."""

    phrases: dict[str, str]
    short: tuple[tuple[str, re.Pattern[str]], ...]
    prose: tuple[tuple[str, re.Pattern[str]], ...]
    any_short: re.Pattern[str]
    any_prose: re.Pattern[str]
    late: re.Pattern[str]  # patterns that begin with anything, tried only on lines with one of their words


@cache
def _furniture() -> _Furniture:
    """The list, read and compiled once."""
    phrases: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    prose: dict[str, list[str]] = {}
    defined: list[tuple[str, str]] = []
    reason = ""
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"(\{[A-Z]+\}) = (.*)", line):
            defined.append((found[1], found[2]))
        elif found := re.fullmatch(r"\[([a-z-]+)\]", line):
            reason = found[1]
        elif line.lstrip("!").startswith("~"):
            pattern = line.lstrip("!~")
            for name, definition in defined:
                pattern = pattern.replace(name, definition)
            short.setdefault(reason, []).append(pattern)
            if line.startswith("!"):
                prose.setdefault(reason, []).append(pattern)
        elif line and not line.startswith("#"):
            phrases[line] = reason
    early, late = _parted(short)
    return _Furniture(phrases, _compiled(short), _compiled(prose), _one(early), _one(prose), _one(late))


def _parted(patterns: dict[str, list[str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Patterns that begin with a word of their own, and those that begin with anything, which are slow to try."""
    late = {reason: [one for one in ones if one.startswith(_ANYTHING)] for reason, ones in patterns.items()}
    early = {reason: [one for one in ones if not one.startswith(_ANYTHING)] for reason, ones in patterns.items()}
    return early, late


def _compiled(patterns: dict[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile("|".join(ones))) for reason, ones in patterns.items())


def _one(patterns: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(one for ones in patterns.values() for one in ones))


def furniture(line: str) -> str | None:
    """The reason why a line (without white space at its ends) is furniture, or None.

    >>> furniture("Advertisement – Continue scrolling for more"), furniture("4 min read"), furniture("A mill closed.")
    ('advertisement', 'read-time', None)
    """
    if len(line) > _LONGEST:
        return None
    known = _furniture()
    plain = line.lower().rstrip(_MARKS)
    if reason := known.phrases.get(plain):
        return reason
    prose = is_prose(line)
    fits = (known.any_prose if prose else known.any_short).fullmatch(plain)
    if not fits and not prose and _LATE.search(plain):
        fits = known.late.fullmatch(plain)
    if not fits:
        return "tag" if _TAG_RUN.fullmatch(line) else None
    reason = next(
        (reason for reason, pattern in (known.prose if prose else known.short) if pattern.fullmatch(plain)), None
    )
    return None if reason == "byline" and not _names_somebody(line) else reason


def _names_somebody(line: str) -> bool:
    """Whether what follows a byline's first word is written as a name."""
    return _AFTER_BY.match(line) is not None or not _BY.match(line)


_BY = re.compile(r"(?:\w+ )?(?:by|von|por|par)\b|(?:authors?|autor|auteur)\b", re.IGNORECASE)
_AFTER_BY = re.compile(r"(?:\w+ )?\w+ ?:? [A-ZÀ-Þ]")


# Phrases that a paste glues to the story's own words when line breaks are lost; too fixed to be anybody's prose.
_GLUED = re.compile(
    r"(?i:advertisement ?[–—:-]{1,2} ?(?:continue )?scroll(?:ing)?(?: down)? (?:for more|to continue(?: reading)?)"
    r"|(?:article|story) continues (?:below|after) (?:this |the )?(?:ad\b|advert\b|advertisement)"
    r"|sign up (?:for|to) (?:our|the|my) (?:\w+ ){0,4}newsletters?\b"
    r"|advertisement ?[–—:-]{1,2} ?keep scrolling to read on"
    r"|scroll down to continue)|ADVERTISEMENT"
)

# An invitation to the reader at the head of a sentence: no reporter addresses the reader like that in the story's own voice.
_INVITATION = re.compile(
    r"(?:^|[.!?]\s+)(?:Explore|Browse|Check out|Visit|Discover|Shop|Follow|Subscribe|Sign up|Download|Join|Click|Get|Read|Find|See|Support|"
    r"Stay|Listen to|Watch|Contact|Email|Register|Become|Send|Tell|Write to|Buy|Donate|Try|Grab"
    r"|Save)\b[^.!?]{0,60}?\b(?:our|us|here|newsletters?|app|podcasts?|website|listings)\b"
)
_MOST_INVITING_WORDS = 70


def glued(line: str) -> list[tuple[int, int]]:
    """Spans of advertisement and sign-up phrases inside a line.

    >>> glued("Advertisement – Continue scrolling for moreThe mill closed.")
    [(0, 43)]
    """
    return [match.span() for match in _GLUED.finditer(line)]


def invites(line: str) -> bool:
    """Whether a line of prose invites its reader to something of the outlet's own.

    >>> invites("Acme Weekly covers mills. Explore our listings today."), invites("“Join us,” she said.")
    (True, False)
    """
    return line.count(" ") < _MOST_INVITING_WORDS and _INVITATION.search(line) is not None


# Headings of what comes after a story: from here on, other stories.
_AFTER = re.compile(
    r"(?:read (?:these|this|it) next|read next|up next|related(?: (?:articles?|stories|posts?|news|content|coverage|reading))?|"
    r"(?:more|other|latest|trending|popular|top|recommended|recent|similar|further)(?: (?:articles?"
    r"|stories|posts?|news|reads?|for you|from .{1,40}|in .{1,30}|on .{1,40}))+|"
    r"recommend(?:ed|ations)?|you (?:may|might) (?:also )?(?:like|enjoy).{0,20}|most (?:read"
    r"|popular|viewed)|trending(?: now)?|editor['’]?s['’]? (?:picks?|choice)|"
    r"comments?(?: ?\(?\d+\)?)?|leave a (?:reply|comment)|about the authors?|tags?|share this(?: (?:article|story|post))?|"
    r"mehr zum thema|das könnte sie auch interessieren|lire aussi|à lire aussi|sur le même sujet"
    r"|te puede interesar|leggi anche|read more|around the web|from our partners?)\W*",
    re.IGNORECASE,
)


def ends_story(line: str) -> bool:
    """Whether a line is the heading of what follows a story: related stories, comments, tags."""
    return len(line) < 80 and _AFTER.fullmatch(line) is not None


_CREDIT_IN_BRACKETS = re.compile(
    r"[\[(](?:image|photo|picture|photograph|credit|source|via|pic|illustration|video|foto|bild"
    r"|ap photo|reuters|afp|getty|courtesy)\b[^()\[\]]{0,80}[\])]\W{0,3}$",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?: © ?[^©.!?]{2,60}|[=＝](?:ＡＰ|AP|AFP|共同|ロイター|時事)|\[사진 ?= ?[^\]]{1,30}\]"
    r"|\b(?:Photo|Image|Picture|Credit|Photograph|Foto|Bild)s?(?: (?:by|credit|courtesy of))?:? ?[:/|] ?.{2,50}"
    r"|\b(?:Getty Images|Shutterstock|AFP|AP Photo|iStock)(?:\s?/\s?.{2,40})?)$"
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_PROSE_WORDS = 6  # the shortest sentence that stands as a paragraph of its own often enough
_PROSE_CHARACTERS = 60  # or so long, where few spaces part its words
_EASTERN_END = "。！？"  # scripts that part no words
_LONG_WORDS = 28  # so long a line is prose, whatever it ends in
_LONG_CHARACTERS = 240


def is_credited(line: str) -> bool:
    """Whether a line ends in a picture's credit, and so is its caption.

    >>> is_credited("The old mill (Image: Acme)"), is_credited("The mill (built in 1901) closed.")
    (True, False)
    """
    return _CREDIT_IN_BRACKETS.search(line) is not None or _CREDIT_AT_END.search(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does, or is long.

    >>> is_prose("A flood closed the old mill on Monday."), is_prose("Mill Closed After Flood")
    (True, False)
    """
    length, words = len(line), line.count(" ") + 1
    if words >= _LONG_WORDS or length >= _LONG_CHARACTERS:
        return True
    if words < _PROSE_WORDS and length <= _PROSE_CHARACTERS and line[-1:] not in _EASTERN_END:
        return False
    return _SENTENCE_END.search(line, max(0, length - 5)) is not None
