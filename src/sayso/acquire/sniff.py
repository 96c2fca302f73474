"""What a file is: by its first bytes where these tell, by its name where they do not."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from sayso.errors import InputError

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
PASTE_SUFFIXES = (".txt", ".text", ".md", ".markdown", "")

_READ = "pasted text (.txt), saved pages (.html) and articles a line (.jsonl) are read"

# First bytes of what is not text, and what to do instead. https://www.garykessler.net/library/file_sigs.html
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "save the story as a page, or paste its text into a .txt file"),
    (b"PK\x03\x04", "a Word document or a zip archive", "unpack it, or paste its text into a .txt file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document", "paste its text into a .txt file"),
    (b"{\\rtf", "a rich text document", "paste its text into a .txt file"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!", "a rar archive", "unpack it first"),
    (b"WARC/", "a web archive", "save its pages as .html files"),
    (b"\x89PNG", "an image", "paste the text that it shows into a .txt file"),
    (b"\xff\xd8\xff", "an image", "paste the text that it shows into a .txt file"),
    (b"GIF8", "an image", "paste the text that it shows into a .txt file"),
    (b"RIFF", "an image, sound or film", "paste its text into a .txt file"),
    (b"SQLite format 3", "a database", "write its articles as .jsonl, one a line"),
    (b"\x7fELF", "a program", "name the articles alone"),
)  # fmt: skip
# Kinds told by name where their bytes look like text, or that should be told even when they are damaged.
_BY_SUFFIX = {
    ".pdf": ("a PDF", "save the story as a page, or paste its text into a .txt file"),
    ".doc": ("a Word document", "paste its text into a .txt file"),
    ".docx": ("a Word document", "paste its text into a .txt file"),
    ".odt": ("a text document", "paste its text into a .txt file"),
    ".rtf": ("a rich text document", "paste its text into a .txt file"),
    ".zip": ("an archive", "unpack it first"),
    ".gz": ("an archive by its name", "unpack it first, or name it for what it is"),
    ".warc": ("a web archive", "save its pages as .html files"),
    ".mhtml": ("a web archive", "save the page as .html"),
    ".mht": ("a web archive", "save the page as .html"),
    ".eml": ("an e-mail", "paste its text into a .txt file"),
    ".csv": ("a table", "write its articles as .jsonl, one a line"),
    ".tsv": ("a table", "write its articles as .jsonl, one a line"),
    ".xlsx": ("a table", "write its articles as .jsonl, one a line"),
    ".json": ("a .json without a page of the same name beside it", "write articles as .jsonl, one a line"),
    ".xml": ("an XML file", "save each story as a page"),
    ".rss": ("a feed", "save each story as a page"),
    ".atom": ("a feed", "save each story as a page"),
}
_OWN_PAGE = re.compile(rb'<meta name="generator" content="Sayso ')
# The head of a brief in Markdown, as report/markdown.py writes it: the story's headline, then its tally in bold.
_OWN_MARKDOWN = re.compile(rb"(?:\xef\xbb\xbf)?# [^\n]{1,600}\n\n\*\*[^\n]{1,300}\*\* \xc2\xb7 [\d,]{1,12} findings?\b")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HTML_START = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(
    r"</?(?:p|div|a|span|h[1-6]|article|section|ul|li|table|img|br|script|body|html)\b[^<>]{0,2000}>", re.IGNORECASE
)
# A pasted text may quote a tag or two; a page without a doctype that is named .txt has more in its first 4,000 characters.
_TAGS_OF_A_PAGE = 5
# C0 controls other than white space and escape, as share of the first 8,192 bytes; text has none, or a stray few.
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_BINARY_SHARE = 0.02


def refuse(data: bytes, name: str) -> None:
    """Raise InputError for a file that is no text, or text of a kind that is not read."""
    for magic, kind, instead in _MAGIC:
        if data.startswith(magic):
            raise InputError("unsupported", f"{name}: is {kind}; {instead}. Only {_READ}.")
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_SUFFIX:
        kind, instead = _BY_SUFFIX[suffix]
        raise InputError("unsupported", f"{name}: is {kind}; {instead}. Only {_READ}.")
    head = data[:8192]
    if _OWN_PAGE.search(head[:2048]) or _OWN_MARKDOWN.match(head):
        raise InputError("own-brief", f"{name}: is a brief that Sayso wrote, not an article; keep it elsewhere.")
    if _FEED.search(head[:1024]):
        raise InputError("unsupported", f"{name}: is a feed or a site map; save each story as a page. Only {_READ}.")
    if is_utf16(head) is None and len(head) - len(head.translate(None, _CONTROL)) > _BINARY_SHARE * len(head):
        raise InputError("binary", f"{name}: holds binary data, not text. Only {_READ}.")


def is_utf16(head: bytes) -> str | None:
    """The kind of UTF-16 or UTF-32, told by its mark or by where its zero bytes stand; None where it is neither.

    >>> is_utf16("plain text".encode("utf-16-le"))
    'utf-16-le'
    """
    for mark, codec in ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32")):
        if head.startswith(mark):
            return codec
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = head[: len(head) // 2 * 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 8 and max(even, odd) > 0.2 * (len(head) / 2) and min(even, odd) < 0.02 * len(head):
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def is_jsonl(data: bytes) -> bool:
    """Whether standard input holds articles a line: its first line is a JSON object, or tries to be."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return re.match(rb'\{\s*"', start) is not None


def form(text: str, name: str) -> Literal["paste", "page"]:
    """Whether decoded text is a page (HTML) or a paste; its content decides, whatever its name says.

    >>> form("<p>One</p><p>Two</p><p>Three</p>", "a.txt"), form("One. Two. Three.", "a.html")
    ('page', 'paste')
    """
    if _HTML_START.match(text[:4000]):
        return "page"
    tags = len(_HTML_TAG.findall(text[:4000]))
    named = PurePath(name).suffix.lower() in PAGE_SUFFIXES
    return "page" if tags >= (1 if named else _TAGS_OF_A_PAGE) else "paste"
