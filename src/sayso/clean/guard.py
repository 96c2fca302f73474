"""Cleaning with limits set from outside: a page that takes too long or too much memory costs itself, not its neighbours.

A page can hold its parser for minutes where no signal reaches it (100,000 attributes in one tag do). So pages that could do
that are cleaned by worker processes of our own (`worker.py`), which are killed when their time is up. What cannot hurt,
pastes and small plain pages, is cleaned in this process: starting a worker takes longer than cleaning ten of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue

import msgspec

from sayso.clean import clean
from sayso.errors import InputError
from sayso.records import Article, Problem, RawArticle
from sayso.settings import DEFAULT, Settings

_HARMLESS_CHARACTERS = 3_000_000  # a plain page of that size is read within three seconds
_HARMLESS_TAG = 20_000  # characters in one tag; inlined pictures are longer, and a worker reads them as well
_HARMLESS_DEPTH = 400  # nested elements; the deepest of 328 development pages has 285
_HARMLESS_TAGS = (
    20_000  # the most of 921 development pages has 9,770; 100,000 paragraphs of a letter hold trafilatura for minutes
)
_PAGES_HERE = 6  # so many pages are cleaned in this process before workers are worth their start
_AHEAD = 4  # articles a worker in flight before the first result is waited for; bounds memory
_START_SECONDS = 60.0  # a worker that has not come up by then never will
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "option",
        "dt",
        "dd",
    ]
)


def clean_all(raws: Iterable[RawArticle], settings: Settings = DEFAULT) -> Iterator[Article | Problem]:
    """An `Article` or a `Problem` for each raw article, in order, whatever the page does to its parser.

    An article of which a paywall shows only a part is followed by a `Problem` that says so.

    At most `settings.page_seconds` a page. Workers start when the first risky page comes, or the seventh page of any kind;
    they stop when the iterator is closed.

    >>> [type(one).__name__ for one in clean_all([RawArticle(input="a", form="text", content="Rain fell."),
    ...                                           RawArticle(input="b", form="text", content=" ")])]
    ['Article', 'Problem']
    """
    workers = settings.jobs or os.cpu_count() or 1
    waiting: deque[Future[Article | Problem] | Article | Problem] = deque()
    pages = 0
    with _Workers(workers, settings.page_seconds) as pool:
        for raw in raws:
            pages += raw.form == "page"
            if raw.form == "page" and (pages > _PAGES_HERE or is_risky(raw.content)):
                waiting.append(pool.submit(raw))
            else:
                waiting.append(cleaned(raw))
            while waiting and (
                len(waiting) > _AHEAD * workers or not isinstance(waiting[0], Future) or waiting[0].done()
            ):
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())


def _results(one: Future[Article | Problem] | Article | Problem) -> Iterator[Article | Problem]:
    found = one.result() if isinstance(one, Future) else one
    yield found
    if isinstance(found, Article) and any(cut.reason == "paywall" for cut in found.cuts):
        detail = f"{found.input}: asks for a subscription; only the part before that is read."
        yield Problem(stage="clean", article=found.input, code="partial", detail=detail)


def cleaned(raw: RawArticle) -> Article | Problem:
    """The article, or the problem in its place; no exception for anything a text can be."""
    try:
        return clean(raw)
    except InputError as error:
        return Problem(stage="clean", article=raw.input, code=error.code, detail=error.detail)
    except (MemoryError, RecursionError):
        return _gave_up(raw, "too-large", "is built in a way that takes more memory than one page may have")


def is_risky(page: str) -> bool:
    """Whether a page could hold its parser: it is large, nested deeply, or has a very long tag or very many.

    >>> is_risky("<p>Rain fell.</p>"), is_risky("<p " + "a " * 50_000 + ">Rain fell.")
    (False, True)
    """
    if len(page) > _HARMLESS_CHARACTERS or page.count("<") > _HARMLESS_TAGS:
        return True
    if any(len(piece) > _HARMLESS_TAG and ">" not in piece[:_HARMLESS_TAG] for piece in page.split("<")):
        return True
    depth = deepest = 0
    for close, name, self_closed in _TAG.findall(page):
        if not self_closed and name.lower() not in _VOID:
            depth += -1 if close else 1
            deepest = max(deepest, depth)
    return deepest > _HARMLESS_DEPTH


def _gave_up(raw: RawArticle, code: str, why: str) -> Problem:
    return Problem(stage="clean", article=raw.input, code=code, detail=f"{raw.input}: {why}.")


class _Workers:
    """Threads that each hold a worker process, started on demand and killed with the last page."""

    def __init__(self, count: int, page_seconds: float) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="sayso-clean")
        self._idle: SimpleQueue[subprocess.Popen[bytes] | None] = SimpleQueue()
        self._page_seconds = page_seconds
        for _ in range(count):
            self._idle.put(None)
        self._count = count

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        for _worker in range(self._count):
            _stop(self._idle.get())

    def submit(self, raw: RawArticle) -> Future[Article | Problem]:
        """Clean in a worker process; the future gives an article or a problem, and raises nothing."""
        return self._threads.submit(self._clean, raw)

    def _clean(self, raw: RawArticle) -> Article | Problem:
        worker = self._idle.get()
        if worker is None or worker.poll() is not None:
            worker = _start()
        answer = _ask(worker, msgspec.msgpack.encode(raw), self._page_seconds) if worker else None
        if answer is None:
            _stop(worker)
            worker = None
        self._idle.put(worker)
        if answer is None:
            return _gave_up(
                raw, "timeout", f"took more than {self._page_seconds:g} seconds or too much memory to clean"
            )
        kind: type[Article] | type[Problem] = Article if answer[:1] == b"A" else Problem
        return msgspec.msgpack.decode(answer[1:], type=kind)


def _start() -> subprocess.Popen[bytes] | None:
    """A worker that has said it is ready."""
    paths = os.pathsep.join(path for path in sys.path if path)
    worker = subprocess.Popen(
        [sys.executable, "-m", "sayso.clean.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )
    with _deadline(worker, _START_SECONDS):
        ready = _read(worker, 1)
    if ready is None:
        _stop(worker)
        return None
    return worker


def _ask(worker: subprocess.Popen[bytes], question: bytes, seconds: float) -> bytes | None:
    """The worker's answer; None if it died or had to be killed."""
    assert worker.stdin is not None
    try:
        with _deadline(worker, seconds):
            worker.stdin.write(len(question).to_bytes(8, "big") + question)
            worker.stdin.flush()
            head = _read(worker, 8)
            return _read(worker, int.from_bytes(head, "big")) if head else None
    except OSError:
        return None


@contextmanager
def _deadline(worker: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    """Kill the worker if the block takes longer than that."""
    killer = threading.Timer(seconds, worker.kill)
    killer.daemon = True
    killer.start()
    try:
        yield
    finally:
        killer.cancel()


def _read(worker: subprocess.Popen[bytes], count: int) -> bytes | None:
    assert worker.stdout is not None
    data = worker.stdout.read(count)
    return data if len(data) == count else None


def _stop(worker: subprocess.Popen[bytes] | None) -> None:
    if worker is not None:
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes of a page that was given up
                    continue
