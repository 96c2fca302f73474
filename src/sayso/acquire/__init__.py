r"""Acquire: whatever is named on the command line becomes raw articles, decoded and told apart by form.

In: files, folders (walked whole, sorted by path), `-` for standard input. Out, one at a time as they are read:
`RawArticle` for what can be cleaned, `Problem` for what cannot be read or was read only in part. Nothing is fetched from
a network. Offsets play no part yet: `RawArticle.content` is the decoded text with line ends as `\n`, and what `clean` cuts
is counted in it.

    walk.py       inputs to single files
    sniff.py      what a file is, by its first bytes and its name
    encoding.py   bytes to text
    jsonl.py      an article a line
    given.py      what a caller tells about an article: keys of a JSONL line, or the `.json` beside a page
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.acquire import encoding, jsonl, sniff, walk
from sayso.acquire.given import sidecar
from sayso.errors import InputError
from sayso.records import Given, Problem, RawArticle
from sayso.settings import DEFAULT, Settings

__all__ = ["acquire"]


def acquire(inputs: Sequence[str], *, settings: Settings = DEFAULT) -> Iterator[RawArticle | Problem]:
    """Read the named inputs one after the other; every one gives at least one raw article or problem.

    `inputs` are paths as given by the user, or `-`. No exception is raised for an input that is missing, empty, binary,
    too large or of a kind that is not read: it becomes a `Problem` that says so.

    >>> [problem.code for problem in acquire(["no such file.txt", "https://example.org/story"])]
    ['missing', 'not-fetched']
    """
    for name in walk.files(inputs):
        if isinstance(name, Problem):
            yield name
        else:
            try:
                yield from _read(name, settings)
            except InputError as error:
                yield Problem(stage="acquire", article=name, code=error.code, detail=error.detail)
            except OSError as error:
                detail = f"{name}: cannot be read ({error.strerror or type(error).__name__})."
                yield Problem(stage="acquire", article=name, code="unreadable", detail=detail)


def _read(name: str, settings: Settings) -> Iterator[RawArticle | Problem]:
    """Everything one file, or standard input, holds."""
    if name != "-" and Path(name).suffix.lower() in jsonl.SUFFIXES:
        with Path(name).open("rb") as lines:
            yield from jsonl.articles(lines, name, settings.max_input_bytes)
        return
    data = _bytes(name, settings.max_input_bytes)
    if name == "-" and sniff.is_jsonl(data):
        yield from jsonl.articles(data.splitlines(keepends=True), name, settings.max_input_bytes)
        return
    sniff.refuse(data, name)
    text, damage = encoding.decode(data)
    if not text.strip():
        raise InputError("empty", f"{name}: holds nothing but white space.")
    given, problems = (Given(), ()) if name == "-" else sidecar(Path(name))
    yield from problems
    if damage:
        detail = (
            f"{name}: {damage} damaged place{'s' * (damage != 1)} in its UTF-8, shown as \N{REPLACEMENT CHARACTER}."
        )
        yield Problem(stage="acquire", article=name, code="encoding", detail=detail)
    yield RawArticle(input=name, form=sniff.form(text, name), content=text, given=given)


def _bytes(name: str, limit: int) -> bytes:
    """The input's bytes, or an error if there are none or more than `limit`."""
    if name == "-":
        data = sys.stdin.buffer.read(limit + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise InputError("too-large", f"{name}: larger than {limit:,} bytes, the most that is read as one article.")
    if not data:
        raise InputError("empty", f"{name}: is empty.")
    return data
