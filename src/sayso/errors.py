"""The errors Sayso raises, as a tree.

    SaysoError
    ├── UsageError      the call itself is wrong: no input named, an unknown format (exit 2)
    ├── InputError      one input could not be read; becomes a Problem, its neighbours go on
    └── ModelError      a shipped model file is missing or altered

A bad article is never an exception for the caller: stages raise InputError, the pipeline turns it into a Problem.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of everything Sayso raises on purpose; its text is a sentence for the user."""


class UsageError(SaysoError):
    """The call is wrong in itself: nothing readable named, an unknown format, an option out of range."""


class InputError(SaysoError):
    """One input cannot be read, or not as an article.

    `code` is a short stable word (`empty`, `binary`, `too-large`, `not-an-article`, …); the message says what and where.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.code, self.detail)


class ModelError(SaysoError):
    """A model file shipped with the package is missing, or its digest is not the pinned one."""
