"""What stands behind a story's end and reads like one: who its writers are, and what the text does not answer for."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINES = 6  # of a text's end in which its writers are introduced, with whatever follows
_LAST_LINES = 3  # in which the outlet says what its text is not
_SHORTEST = 40  # characters
_BEFORE_NAME = re.compile(r"^[-*•–\s]*(?:About (?:the author:? )?)?", re.IGNORECASE)
_INTRODUCES = re.compile(r"[,\w\s.()]{0,40}?\b(?:is|was|has|covers|writes|works|joined)\b")
_DISCLAIMS = re.compile(
    r"\bfor (?:general )?(?:informational|information|educational)(?: and educational)? purposes\b"
    r"|\b(?:is|are) not (?:legal|financial|medical|tax|investment|professional)\b[^.]{0,60}\badvice\b"
    r"|\b(?:not|nor) (?:constitute|intended (?:as|to be|to provide|to constitute)|be construed as)\b[^.]{0,80}\badvice\b"
    r"|\bcontributed to this (?:report|article|story)\b",
    re.IGNORECASE,
)


def behind_story(lines: Sequence[str], reasons: Sequence[str | None], writers: Sequence[str]) -> list[str | None]:
    """The reasons, with those of the last lines from the one on that introduces a writer, or says what the text is not.

    Of nine development pages that end so, the gold leaves it out on eight, and seven are better for it.

    >>> lines = ["A flood closed the mill.", "Ann Lee is a reporter at Acme Weekly and lives in Acmeville."]
    >>> behind_story(lines, [None, None], ["Ann Lee"])
    [None, 'byline']
    """
    out = list(reasons)
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    for place, number in enumerate(kept):
        left = len(kept) - place
        reason = _reason(lines[number], left, writers) if place else None
        if reason:
            return [old if at < number else old or reason for at, old in enumerate(out)]
    return out


def _reason(line: str, left: int, writers: Sequence[str]) -> str | None:
    """Why a line with so many lines left is no part of the story; None where it is."""
    if left <= _LINES and len(line) > _SHORTEST:
        begin = _BEFORE_NAME.match(line)
        text = line[begin.end() :] if begin else line
        if any(text.startswith(name) and _INTRODUCES.match(text, len(name)) for name in writers):
            return "byline"
    return "promo" if left <= _LAST_LINES and _DISCLAIMS.search(line) else None
