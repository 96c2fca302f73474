"""A saved page: its main text by trafilatura, what is left of furniture taken off, and what its head tells.

Trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) leads on every news set that we measured.
"""

from __future__ import annotations

from trafilatura import bare_extraction

from sayso.clean import cues
from sayso.errors import InputError
from sayso.records import Article, Cut, Published, RawArticle


def page(raw: RawArticle) -> Article:
    """The article of a saved page; its cuts carry text and reason alone. Raises InputError where the page holds none."""
    found = bare_extraction(raw.content, url=raw.given.url, with_metadata=True, include_comments=False)
    text = (found.text if found else "") or ""
    lines = [line for line in text.split("\n") if line.strip()]
    reasons = [cues.furniture(line.strip()) for line in lines]
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    if found is None or not kept:
        raise InputError("not-an-article", f"{raw.input}: no story found on this page.")
    return Article(
        id="",
        input=raw.input,
        text="\n".join(kept),
        url=found.url,
        outlet=found.sitename,
        headline=found.title,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=Published(earliest=found.date, latest=found.date, basis="meta") if found.date else Published(),
        cuts=tuple(
            Cut(start=None, end=None, text=line, reason=reason)
            for line, reason in zip(lines, reasons, strict=True)
            if reason
        ),
    )
