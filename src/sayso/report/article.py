"""A whole article with the place of every claim marked, so that a link from a finding lands on it, highlighted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from sayso.records import Claim
from sayso.report.sections import Heading
from sayso.report.visible import visible

# Anchors are digests and numbers are numbers, so the text alone is to be escaped.
_OPEN = '<span class="place {}" id="{}">'
_BACK = '<a class="back {}" href="#{}" aria-label="{} finding {}">{}{}</a>'
_CLOSE = "</span>"


class Back(NamedTuple):
    """A way from a place in an article back to a finding: its heading, its anchor and its number."""

    heading: Heading
    anchor: str
    number: int

    @property
    def link(self) -> str:
        """A small number with the heading's mark; the many single-origin findings go without one."""
        key, title, glyph, _ = self.heading
        shown = "" if key == "single" else glyph
        return _BACK.format(key, self.anchor, title, self.number, shown, self.number)


Cited = tuple[str, Claim, Sequence[Back]]  # the anchor, the claim, and its findings


def marked_up(text: str, cited: Sequence[Cited]) -> Markup:
    """The article's text with an element around every claim and links back to the findings.

    Elements nest, so a claim that begins inside another and ends outside it is marked up to the other's end. Claims
    whose offsets do not lie in the text are left out: nothing is marked that is not there.
    """
    held = [item for item in cited if 0 <= item[1].start < item[1].end <= len(text)]
    held.sort(key=lambda item: (item[1].start, -item[1].end, item[0]))
    out: list[str] = []
    open_: list[tuple[int, Sequence[Back]]] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        while open_ and open_[-1][0] <= to:
            end, backs = open_.pop()
            out.extend((escape(visible(text[at:end])), _CLOSE, *(back.link for back in backs)))
            at = end
        out.append(escape(visible(text[at:to])))
        at = to

    for anchor, claim, backs in held:
        advance(claim.start)
        end = min(claim.end, open_[-1][0]) if open_ else claim.end
        out.append(_OPEN.format(backs[0].heading.key if backs else "single", anchor))
        open_.append((end, backs))
    advance(len(text))
    return Markup("".join(out))
