"""Words that give furniture away: what a page has around its story, each kind with a reason.

Two strengths. `furniture` names a line that is furniture whatever stands around it; its patterns match whole short lines.
`hint` only names the likely reason once something else has decided that a line is not the story's.
"""

from __future__ import annotations

import re

from sayso.clean.furniture import has_any, listing

_LONGEST = 420  # characters; the longest notice of the list, on what an embedded picture may load, has some 60 words
_MARKS = " .:!…»›>→*"
_TAG_RUN = re.compile(r"[A-Z]{12,60}")  # a run of tags that lost its spaces; no acronym is that long


def furniture(line: str) -> str | None:
    """The reason why a line (without white space at its ends) is furniture, or None.

    >>> furniture("Advertisement – Continue scrolling for more"), furniture("4 min read"), furniture("A mill closed.")
    ('advertisement', 'read-time', None)
    """
    return listed_reason(line, is_prose(line))


def listed_reason(line: str, prose: bool) -> str | None:
    """The same where it is known whether the line is prose."""
    if len(line) > _LONGEST:
        return None
    listed = listing()
    plain = line.lower().rstrip(_MARKS)
    if reason := listed.phrases.get(plain):
        return reason
    reason = (listed.prose if prose else listed.short).reason(plain)
    if reason is None and _TAG_RUN.fullmatch(line):
        return "tag"
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
    plain = line.lower()
    if not has_any(plain, _GLUED_WORDS):
        return []
    return [match.span() for match in _GLUED.finditer(line)]


_GLUED_WORDS = ("advert", " continues ", "sign up ", "scroll down to ")


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
    r"(?: © ?[^©.!?]{2,60}|[=＝](?:ＡＰ|AP|AFP|共同|ロイター|時事)|\[사진[^=\]]{0,6}= ?[^\]]{1,40}\]"
    r"|\b(?:Photo|Image|Picture|Credit|Photograph|Foto|Bild)s?(?: (?:by|credit|courtesy of))?:? ?[:/|] ?.{2,50}"
    r"|\b(?:Getty Images|Shutterstock|AFP|AP Photo|iStock)(?:\s?/\s?.{2,40})?)$"
)
_SENTENCE_ENDS, _CLOSING = frozenset(".!?…。！？"), '"”’»)]'  # of closing marks at most three stand behind the end
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
    if (")" in line[-4:] or "]" in line[-4:]) and _CREDIT_IN_BRACKETS.search(line) is not None:
        return True
    return has_any(line, _CREDIT_WORDS) and _CREDIT_AT_END.search(line) is not None


_CREDIT_WORDS = ("Photo", "Image", "Picture", "Credit", "Foto", "Bild", "AFP", "iStock", "Shutterstock", "©", "=", "＝")


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
    return line[-4:].rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS
