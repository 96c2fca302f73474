"""From inputs as given to single files: folders are walked whole and sorted, side cars left to the page they belong to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.acquire.sniff import PAGE_SUFFIXES, PASTE_SUFFIXES
from sayso.records import Problem

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

_ABOUT_THE_FOLDER = frozenset(["readme", "license", "licence", "changelog"])


def files(inputs: Sequence[str]) -> Iterator[str | Problem]:
    """Names of files to read, each once however often it was named; a `Problem` for what leads to none.

    Files of a folder whose name begins with a dot are passed over, as everywhere, and so are those that tell about the folder
    itself (README, LICENSE, CHANGELOG); named by themselves they are read. A `.json` beside a page or a paste of the same stem
    tells about that page and is no input of its own.
    """
    seen: set[str] = set()
    for given in inputs:
        for name in _expand(given):
            if isinstance(name, Problem):
                yield name
                continue
            place = name if name == "-" else os.path.realpath(name)
            if place not in seen:
                seen.add(place)
                yield name


def _expand(given: str) -> Iterator[str | Problem]:
    """The files that one input names."""
    if given == "-":
        yield given
    elif _ADDRESS.match(given):
        detail = (
            f"{given}: nothing is fetched from the network. Save the page (HTML) or paste its text into a .txt file."
        )
        yield Problem(stage="acquire", article=given, code="not-fetched", detail=detail)
    elif os.path.isdir(given):
        yield from _folder(given)
    elif not os.path.exists(given):
        yield Problem(
            stage="acquire", article=given, code="missing", detail=f"{given}: there is no such file or folder."
        )
    elif not os.path.isfile(given):
        detail = f"{given}: is neither a file nor a folder."
        yield Problem(stage="acquire", article=given, code="unreadable", detail=detail)
    elif not _is_sidecar(given):
        yield given


def _folder(folder: str) -> Iterator[str | Problem]:
    """All files under a folder, sorted by path, one folder's names in memory at a time."""
    found = False
    failed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)
            if not _is_passed_over(name) and os.path.isfile(path) and not _is_sidecar(path):
                found = True
                yield path
    for error in failed:
        detail = f"{error.filename}: cannot be read ({error.strerror})."
        yield Problem(stage="acquire", article=str(error.filename), code="unreadable", detail=detail)
    if not found and not failed:
        yield Problem(stage="acquire", article=folder, code="empty-folder", detail=f"{folder}: no file in this folder.")


def _is_passed_over(name: str) -> bool:
    """Whether a file's name says that it is no article: hidden, or about the folder that it stands in."""
    return name.startswith(".") or os.path.splitext(name)[0].lower() in _ABOUT_THE_FOLDER


def _is_sidecar(path: str) -> bool:
    """Whether a `.json` has a page or a paste of the same stem beside it."""
    stem, suffix = os.path.splitext(path)
    return suffix.lower() == ".json" and any(Path(stem + page).exists() for page in PAGE_SUFFIXES + PASTE_SUFFIXES)
