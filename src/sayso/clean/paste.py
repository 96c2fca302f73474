"""A page pasted as plain text: which of its lines are the story, and what the others tell about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.clean import byline, cues, published, refuse
from sayso.clean.headline import headline, repeats
from sayso.clean.judge import judge
from sayso.clean.lines import Line, has_invisible, has_lost_breaks, keep, lines, seen, sentences
from sayso.errors import InputError
from sayso.records import Article, RawArticle

_FEWEST_WORDS = 8  # of a story; less is a heading or a notice


def paste(raw: RawArticle) -> Article:
    r"""The article of a pasted page; its cuts index `raw.content`. Raises InputError where no line is a story's.

    >>> text = "Mill Closed After Flood\n\nExample Times Staff\n\nA flood closed the old mill in Acmeville on Monday."
    >>> article = paste(RawArticle(input="a.txt", form="paste", content=text))
    >>> article.headline, article.outlet, article.text
    ('Mill Closed After Flood', 'Example Times', 'A flood closed the old mill in Acmeville on Monday.')
    """
    whole = lines(raw.content)
    is_flat = has_lost_breaks(whole)
    pasted = [piece for line in whole for piece in sentences(line)] if is_flat else whole
    page = seen(pasted) if has_invisible(raw.content) else pasted
    gaps = _gaps(raw.content, page)
    reasons = judge([line.text for line in page], gaps, sentences=is_flat)
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    if not kept:
        raise InputError("not-an-article", f"{raw.input}: no story found among its {len(page)} lines.")
    first = next((number for number in kept if cues.is_prose(page[number].text)), kept[0])
    story = "\n".join(page[number].text for number in kept if number >= first)
    title = headline(page[:first], story)
    standfirst = _standfirst(page, reasons, first, title)
    if standfirst is not None:
        reasons[standfirst], first = None, standfirst
    for number in range(min(first + 4, len(page))):
        if repeats(page[number].text, title):
            reasons[number] = "headline"
        elif number < first and reasons[number] is None and not cues.is_prose(page[number].text):
            reasons[number] = "navigation"  # what stands before the first paragraph and is no prose is furniture
    zone = list(_zone(page, first, title, reasons))
    text, cuts = keep(raw.content, pasted, _bylines(page, zone, reasons))
    if text.count(" ") + 1 < _FEWEST_WORDS and not cues.is_prose(text):
        raise InputError("not-an-article", f"{raw.input}: no story found among its {len(page)} lines.")
    if why := refuse.why_not(text, title, text.split("\n")):
        raise InputError("not-an-article", f"{raw.input}: {why}.")
    names = [page[number].text for number in zone]
    around = [page[number].text for number in _dated(page, reasons)]
    return Article(
        id="",
        input=raw.input,
        text=text,
        headline=title,
        authors=byline.authors(names),
        outlet=byline.outlet(names),
        published=published.of_paste(names, around, text),
        cuts=cuts,
    )


def _standfirst(page: Sequence[Line], reasons: Sequence[str | None], first: int, title: str | None) -> int | None:
    """The paragraph under the headline, where it was cut: it is told in the outlet's voice like the rest, and so stays."""
    heads = [number for number in range(first - 1) if repeats(page[number].text, title)]
    if heads and reasons[heads[-1] + 1] == "navigation":
        under = page[heads[-1] + 1].text
        return heads[-1] + 1 if cues.is_prose(under) and not cues.invites(under) else None
    return None


def _dated(page: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[int]:
    """Lines outside the byline that may date the story: above it, in it, and below it up to the first other story."""
    last = max(number for number, reason in enumerate(reasons) if reason is None)
    for number, reason in enumerate(reasons):
        if number > last and (reason == "related" or cues.ends_story(page[number].text)):
            return
        if reason in ("date", "byline", "read-time"):
            yield number


def _gaps(raw: str, page: Sequence[Line]) -> list[int]:
    """Line ends between each line and the one before."""
    starts = [0, *(line.end for line in page)]
    return [raw.count("\n", at, line.start) for at, line in zip(starts, page, strict=False)]


def _zone(page: Sequence[Line], first: int, title: str | None, reasons: Sequence[str | None]) -> list[int]:
    """The lines of the byline: short ones around headline and standfirst, up to the story's second paragraph."""
    heads = [number for number in range(first) if repeats(page[number].text, title)]
    begin = heads[0] if heads else max(0, first - 6)
    end = min(len(page), first + 8)
    prose_seen = 0
    zone = []
    for number in range(begin, end):
        prose_seen += reasons[number] is None
        if prose_seen > 1:
            break
        if reasons[number] not in (None, "headline") and len(page[number].text) <= 120:
            zone.append(number)
    return zone


def _bylines(page: Sequence[Line], zone: Sequence[int], reasons: Sequence[str | None]) -> list[str | None]:
    """The reasons, with what names writer or outlet called a byline."""
    out = list(reasons)
    for number in zone:
        if out[number] in ("navigation", "heading") and (
            byline.outlet([page[number].text]) or byline.authors([page[number].text])
        ):
            out[number] = "byline"
    return out
