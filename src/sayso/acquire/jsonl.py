"""Articles a line (JSON Lines, https://jsonlines.org/): each line an object with `text`, taken as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.acquire.given import given, sound
from sayso.errors import InputError
from sayso.records import Problem, RawArticle

SUFFIXES = (".jsonl", ".ndjson")


def articles(lines: Iterable[bytes], name: str, limit: int) -> Iterator[RawArticle | Problem]:
    """One raw article of form `text` a line; a bad line is a Problem that names it, and the rest go on.

    >>> [type(a).__name__ for a in articles([b'{"text": "Rain fell."}', b"{", b""], "a.jsonl", 1000)]
    ['RawArticle', 'Problem']
    """
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            continue
        found = True
        where = f"{name}:{number}"
        try:
            yield from _article(line, name, where, limit)
        except InputError as error:
            yield Problem(stage="acquire", article=where, code=error.code, detail=error.detail)
    if not found:
        yield Problem(stage="acquire", article=name, code="empty", detail=f"{name}: holds no article.")


def _article(line: bytes, name: str, where: str, limit: int) -> Iterator[RawArticle | Problem]:
    if len(line) > limit:
        raise InputError(
            "too-large", f"{where}: a line of more than {limit:,} bytes, the most that is read as one article."
        )
    try:
        keys = json.loads(
            line.decode("utf-8-sig")
        )  # the standard library's, because it tells where and takes lone surrogates
    except UnicodeDecodeError:
        raise InputError("bad-line", f"{where}: is not valid UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise InputError("bad-line", f"{where}: is not valid JSON ({error}).") from None
    if not isinstance(keys, dict) or not isinstance(keys.get("text"), str):
        raise InputError("bad-line", f"{where}: is not an object with a text.")
    told, problems = given(keys, where)
    yield from problems
    yield RawArticle(input=name, form="text", content=sound(keys["text"]), given=told)
