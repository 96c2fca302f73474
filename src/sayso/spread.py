"""What is done to one article and to one story, and how that is spread over the cores.

A worker process imports this module and what it does, nothing else of the journey: it has to be up soon.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from sayso.errors import SaysoError
from sayso.records import Article, Copy, Placement, Problem, Reading, Story
from sayso.weights import load_reader

if TYPE_CHECKING:
    from sayso.weights.vectors import Words

T = TypeVar("T")
R = TypeVar("R")
_WORTH_WORKERS = 24  # articles; for fewer, loading the reader in every worker takes longer than reading them here


class Read(NamedTuple):
    """What extract finds in one article, and what its words say there."""

    reading: Reading
    words: Words


def read(article: Article) -> Read | Problem:
    """One article; whatever goes wrong in it costs that article alone."""
    from sayso.extract.reading import read as read_one

    try:
        return Read(*read_one(article))
    except SaysoError:
        raise  # a missing model is nobody's article
    except Exception as error:  # hostile text must never take its neighbours along
        detail = f"could not be read for claims ({type(error).__name__}: {error})"
        return Problem(stage="extract", article=article.input, code="unread", detail=detail)


class Matter(NamedTuple):
    """What belongs to one story: where its articles are placed, these, as they were read, and which of them are copies."""

    members: list[Placement]
    articles: list[Article]
    read: list[Read]
    copies: list[Copy]


def compare(matter: Matter) -> Story:
    """match, reconcile and tell: one story."""
    from sayso.match import match
    from sayso.reconcile import reconcile
    from sayso.reconcile.story import tell

    words = {one.reading.id: one.words for one in matter.read}
    entities, groups = match(matter.articles, [one.reading for one in matter.read], words, matter.copies)
    return tell(matter.members, matter.articles, entities, reconcile(groups, matter.articles, matter.copies, entities))


class Cores:
    """Workers for a pile of so many articles: processes where that is worth loading the models in each, else threads.

    To be entered and left; results come in order. `jobs` 0 is a worker a core.
    """

    def __init__(self, jobs: int, articles: int) -> None:
        self._workers = min(jobs or os.cpu_count() or 1, max(1, articles))
        self._worth_processes = self._workers > 1 and articles >= _WORTH_WORKERS
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)  # after a failure nobody waits for what was not begun

    def read(self, articles: Sequence[Article]) -> Iterator[Read | Problem]:
        """Each article, read: the models run outside Python's lock, so that threads share the cores too."""
        if not self._worth_processes and articles:
            _prepare()  # once, before the threads ask for it
        if self._workers == 1:
            return map(read, articles)
        return self._map(read, articles, 4 if self._worth_processes else 1)

    def compare(self, matters: Sequence[Matter]) -> Iterator[Story]:
        """Each story, in worker processes or here.

        One that is most of the pile is compared here: the others would be long done before it.
        """
        largest = max((len(matter.articles) for matter in matters), default=0)
        if not self._worth_processes or 2 * largest > sum(len(matter.articles) for matter in matters):
            return map(compare, matters)
        return self._map(compare, matters, 1)

    def _map(self, do: Callable[[T], R], each: Sequence[T], size: int) -> Iterator[R]:
        if self._pool is None:
            self._pool = self._made()
        with _interrupts_left_here():
            return self._pool.map(do, each, chunksize=size)

    def _made(self) -> Executor:
        if not self._worth_processes:
            return ThreadPoolExecutor(self._workers)
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))


def _prepare() -> None:
    """Load the reader, and meanwhile what reads beside it: a model loads outside Python's lock."""
    with ThreadPoolExecutor(1) as ahead:
        loading = ahead.submit(load_reader)
        for part in ("claims", "quantities", "timex"):
            import_module(f"sayso.extract.{part}")
        loading.result()


ONE_CORE = Cores(1, 0)


@contextmanager
def _interrupts_left_here() -> Iterator[None]:
    """Workers started inside take no notice of Ctrl-C: the process that started them answers it, in one line.

    Held back rather than ignored meanwhile: one that comes while they start is answered when they have.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, handler)
