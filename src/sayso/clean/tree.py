"""A page as a tree of elements: parsed once, controls and hidden text taken out, and looked at by everybody after that."""

from __future__ import annotations

import re

from lxml.etree import ElementDefaultClassLookup, ParserError, XPath, strip_elements
from lxml.html import HtmlComment, HtmlElement, HTMLParser, HtmlProcessingInstruction, document_fromstring

_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 12, 13}))  # HTML's white space stays
_FORM_FEED = bytes.maketrans(b"\x0c", b" ")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_HEAD = 4096  # characters in which doctype and <html> stand
_DOCTYPE = re.compile(r"<!doctype[^>]*>", re.IGNORECASE)  # libxml2 stumbles over some, and needs none
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)  # what follows the first would be lost, and browsers go on
_CLOSED_ROOT = re.compile(r"(<html[^<>]*)/>", re.IGNORECASE)  # <html/> would end the page where it begins

_LINKED_DATA = XPath(".//script[contains(@type, 'ld+json')]")
_STYLED = XPath(".//*[@style or @hidden]")
_STRING = XPath("string()", smart_strings=False)
_LENGTH = XPath("string-length(normalize-space(.))")
_SCRIPTS = XPath(".//script")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(255, ?255, ?255\))", re.IGNORECASE)
_ON_WHITE = re.compile(r"background(?:-color)?\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(255, ?255, ?255\))", re.IGNORECASE)
_QUOTATIONS = XPath(
    ".//figure[.//blockquote[not(contains(@class, 'tweet') or contains(@class, 'media') or contains(@class, 'embed'))]]"
    "[not(contains(@class, 'embed') or contains(@class, 'pull'))]"
)
_START = 60  # characters by which a quotation is found in the text that it was pulled from
_BLOCKS = ("p", "div", "section", "article", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
# lxml's own lookup asks Python for the class of every element, which is a tenth of the time that a page takes; it would tell
# forms and inputs apart, which nobody here asks about.
_CLASSES = ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction)
_STREAMED = re.compile(r"[SB]:[0-9a-f]{1,4}")  # ids of the pieces that a page built with React puts in place itself
# Of a page's characters in one hidden element; stories wait hidden for their scripts on 1 development page in 40.
_MOST_HIDDEN = 0.3


def parsed(content: str) -> HtmlElement | None:
    r"""The tree of a page's HTML, however damaged, without scripts, comments and hidden text; None where nothing is left.

    >>> parsed("<p>Rain<!-- no --> fell\x00.<i hidden> No.</i></p>").text_content().strip()
    'Rain fell.'
    """
    head = _CLOSED_ROOT.sub(r"\1>", _DOCTYPE.sub("", content[:_HEAD]))
    data = _END.sub("", head + content[_HEAD:]).encode("utf-8", "ignore").translate(_FORM_FEED, _CONTROLS)
    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
        parser.set_element_class_lookup(_CLASSES)
        tree = document_fromstring(data, parser=parser)
    except (ParserError, ValueError):
        return None
    _drop_scripts(tree)
    _drop_hidden(tree)
    _keep_quotations(tree)
    _even_out(tree)
    return tree


def readable(text: str) -> str:
    """Text without the characters that a reader does not see: soft hyphens, marks of direction, joiners of no width."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def words_in(element: HtmlElement) -> str:
    """An element's text with single spaces, as a browser shows it on one line."""
    return " ".join(_STRING(element).split())


def _keep_quotations(tree: HtmlElement) -> None:
    """Make figures of quotations plain blocks, as trafilatura leaves figures out; but not those that repeat or embed."""
    figures = _QUOTATIONS(tree)
    text = words_in(tree) if figures else ""
    for figure in figures:
        if text.count(words_in(figure.find(".//blockquote"))[:_START]) == 1:
            figure.tag = "div"


def _drop_scripts(tree: HtmlElement) -> None:
    """Take out scripts, styles and drawings, which are most of a page, and leave JSON-LD, which tells about it."""
    kept = _LINKED_DATA(tree)
    for element in kept:
        element.tag = "linked-data"
    strip_elements(tree, "script", "style", "svg", with_tail=False)
    for element in kept:
        element.tag = "script"


def _even_out(tree: HtmlElement) -> None:
    """Put one line end between blocks, however many stand there: trafilatura counts them, and readers do not see them."""
    for element in tree.iter(*_BLOCKS):
        before = element.getprevious()
        if before is not None and before.tag not in _BLOCKS and _is_blank(before.tail):
            before.tail = "\n"
        if _is_blank(element.tail):
            element.tail = "\n"
        if len(element) and _is_blank(element.text):
            element.text = "\n"


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _drop_hidden(tree: HtmlElement) -> None:
    """Take out what a reader does not see; but a wrapper that holds much of the page is shown once its scripts have run."""
    hidden = [*tree.iter("template", "noscript"), *(e for e in _STYLED(tree) if _is_hidden(e))]
    if hidden:
        most = _MOST_HIDDEN * _length(tree)
        for element in hidden:
            if element.getparent() is not None:
                if _opens(element) or _length(element) > most:
                    element.attrib.pop("style", None)  # or trafilatura leaves it out
                else:
                    element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    if element.tag in ("body", "html") or _STREAMED.fullmatch(element.get("id") or ""):
        return False
    return (
        element.get("hidden") not in (None, "until-found")
        or _HIDDEN.search(style) is not None
        or (_WHITE.search(style) is not None and _ON_WHITE.search(style) is not None)
    )


def _opens(element: HtmlElement) -> bool:
    """Whether an element is the panel of an accordion, as https://www.w3.org/WAI/ARIA/apg/patterns/accordion marks them."""
    return any(one.get("role") == "region" and one.get("aria-labelledby") for one in (element, *element[:1]))


def _length(element: HtmlElement) -> int:
    """Characters of text in an element, runs of white space as one, JSON-LD left out."""
    return int(_LENGTH(element) - sum(_LENGTH(script) for script in _SCRIPTS(element)))
