"""What a caller tells about an article, from the keys of a JSONL line or of the `.json` beside a page."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, cast, get_args

from sayso.errors import InputError
from sayso.records import Basis, Given, Problem, Published

_SIDECAR_BYTES = 1_000_000  # a longer one tells about no single page


def given(keys: Mapping[str, Any], where: str) -> tuple[Given, tuple[Problem, ...]]:
    """The record of what is told; null is absent, other keys are ignored. A wrong type is an InputError naming `where`.

    A `published` that cannot be understood is a Problem; the article keeps an unknown time.
    """
    problems: tuple[Problem, ...] = ()
    try:
        when = published(keys.get("published"))
    except ValueError:
        detail = f"{where}: published {str(keys['published'])[:60]!r} is no ISO date or date-time; taken as unknown."
        problems, when = (Problem(stage="acquire", article=where, code="published", detail=detail),), None
    told = Given(
        id=_text(keys, "id", where),
        url=_text(keys, "url", where),
        outlet=_text(keys, "outlet", where),
        headline=_text(keys, "headline", where),
        authors=_authors(keys.get("authors"), where),
        published=when,
    )
    return told, problems


def sidecar(page: Path) -> tuple[Given, tuple[Problem, ...]]:
    """What the `.json` of the same stem tells about a page; nothing where there is none."""
    beside = page.with_suffix(".json")
    if beside == page or not beside.is_file():
        return Given(), ()
    try:
        if beside.stat().st_size > _SIDECAR_BYTES:
            raise ValueError("too large")
        keys = json.loads(beside.read_text(encoding="utf-8-sig"))
        if not isinstance(keys, dict):
            raise ValueError("no object")
        return given(keys, str(beside))
    except (ValueError, RecursionError, InputError) as error:
        why = error.detail if isinstance(error, InputError) else f"{beside}: is not a JSON object"
        detail = f"{why.rstrip('.')}; {page.name} is read without it."
        return Given(), (Problem(stage="acquire", article=str(beside), code="bad-sidecar", detail=detail),)


def published(value: object) -> Published | None:
    """A date, a month, a year, a date-time, or the object that `clean` writes; ValueError for anything else.

    >>> published("2026-02"), published("2026-02-19T10:00Z").earliest
    (Published(earliest='2026-02-01', latest='2026-02-28', basis='given'), '2026-02-19T10:00:00+00:00')
    """
    if value is None:
        return None
    if isinstance(value, str):
        earliest, latest = _bounds(value.strip())
        return Published(earliest=earliest, latest=latest, basis="given")
    if isinstance(value, Mapping):
        first = _bounds(str(value["earliest"]))[0] if value.get("earliest") else None
        last = _bounds(str(value["latest"]))[1] if value.get("latest") else None
        basis = value.get("basis")
        known = cast(Basis, basis) if basis in get_args(Basis) else "given"
        return Published(earliest=first, latest=last, basis=known if first or last else None)
    raise ValueError(value)


def _bounds(text: str) -> tuple[str, str]:
    """First and last moment of an ISO 8601 (or RFC 2822) expression, as ISO 8601."""
    match [part for part in text.split("-") if part.isdecimal()]:
        case [year] if text == year and len(year) == 4:
            return f"{date(int(year), 1, 1)}", f"{date(int(year), 12, 31)}"
        case [year, month] if text == f"{year}-{month}" and len(year) == 4:
            last = monthrange(int(year), int(month))[1] if 1 <= int(month) <= 12 else 0
            return f"{date(int(year), int(month), 1)}", f"{date(int(year), int(month), last)}"
    try:
        moment = date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        moment = parsedate_to_datetime(text)
    return moment.isoformat(), moment.isoformat()


def _text(keys: Mapping[str, Any], key: str, where: str) -> str | None:
    value = keys.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise InputError("bad-line", f"{where}: {key} is not text.")
    return sound(value).strip() or None if value else None


def _authors(value: object, where: str) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value if value is not None else []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise InputError("bad-line", f"{where}: authors is not a list of names.")
    return tuple(name for name in (sound(name).strip() for name in names) if name)


def sound(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 can hold, as U+FFFD; every other character stays in its place."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
