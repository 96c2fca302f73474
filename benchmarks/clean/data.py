"""The development pages: saved HTML and the same pages rendered as text, with their gold body, title, authors and date."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.settings import data_dir

SETS = ("fundus", "wcxb")


class Page(msgspec.Struct, frozen=True):
    """One page: its input (HTML bytes, or pasted text) and what should be found in it."""

    id: str
    url: str | None
    content: bytes
    body: str
    title: str | None
    authors: tuple[str, ...] | None
    date: str | None


def saved(data_set: str, step: int = 1) -> Iterator[Page]:
    """Saved pages, every `step`-th."""
    folder = data_dir() / "clean_pages" / data_set
    with (folder / "gold.jsonl").open(encoding="utf-8") as rows:
        for number, row in enumerate(rows):
            if number % step == 0:
                gold = json.loads(row)
                yield _page(gold, gzip.decompress((folder / gold["html_path"]).read_bytes()), gold["body"])


def pasted(data_set: str, step: int = 1, flat: bool = False) -> Iterator[Page]:
    """Pages rendered as text, every `step`-th; `flat` takes out the line breaks."""
    with gzip.open(data_dir() / "clean_dumps" / f"{data_set}.jsonl.gz") as rows:
        for number, row in enumerate(rows):
            if number % step == 0:
                gold = json.loads(row)
                text = " ".join(gold["text_dump"].split()) if flat else gold["text_dump"]
                yield _page(gold, text.encode("utf-8"), gold["article_body"])


def _page(gold: dict[str, Any], content: bytes, body: str) -> Page:
    authors = gold.get("authors")
    return Page(
        id=gold["id"],
        url=gold.get("url"),
        content=content,
        body=body,
        title=gold.get("title"),
        authors=tuple(authors) if authors is not None else None,
        date=(gold.get("date") or "")[:10] or None,
    )


def digest(pages: list[Page]) -> str:
    """What identifies the inputs of a figure."""
    state = hashlib.blake2b(digest_size=8)
    for page in pages:
        state.update(page.id.encode() + page.content + page.body.encode())
    return state.hexdigest()
