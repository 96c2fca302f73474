"""The peers, each as its authors document it: HTML in, main text out; an exception is an empty text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Peer = Callable[[bytes], str]


def trafilatura() -> Peer:
    """In its default mode, without comments."""
    from trafilatura import extract

    return lambda html: extract(html, include_comments=False) or ""


def newspaper4k() -> Peer:
    """Parsing what is given, fetching nothing."""
    from newspaper import Article

    def found(html: bytes) -> str:
        article: Any = Article("https://example.org/")
        article.download(input_html=html.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return found


def readability() -> Peer:
    """readability-lxml, its summary as text."""
    from lxml.html import fromstring
    from readability import Document

    return lambda html: str(fromstring(Document(html.decode("utf-8", "replace")).summary()).text_content())


def resiliparse() -> Peer:
    """With main content only."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda html: str(extract_plain_text(bytes_to_str(html, detect_encoding(html)), main_content=True))


PEERS = {
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
}
