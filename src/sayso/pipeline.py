"""The journey composed: acquire → clean → dedupe → extract → group → match → reconcile → Brief.

`acquire`, `clean` and `extract` work on one article at a time and are spread over the cores; `match` and `reconcile` on one
story at a time; only `dedupe` and `group` look across the pile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from sayso import __version__
from sayso.acquire import acquire
from sayso.clean import clean as clean_one
from sayso.clean.guard import clean_all
from sayso.compare.passage import MOST_WORDS, Named, Passage, Word
from sayso.dedupe import dedupe
from sayso.errors import InputError, UsageError
from sayso.extract import extract as extract_one
from sayso.extract.parse import parse
from sayso.extract.tokens import split
from sayso.group import group
from sayso.reconcile.sentences import relate_sentences, told_as
from sayso.records import Article, Copy, Placement, Problem, RawArticle, Reading, Related, Story, digest
from sayso.report import Brief
from sayso.settings import DEFAULT, Settings
from sayso.spread import ONE_CORE, Cores, Matter, Read
from sayso.weights import load_encoder

Progress = Callable[[str, int, int | None], None]


def brief(
    inputs: Sequence[str | os.PathLike[str]], *, settings: Settings = DEFAULT, progress: Progress | None = None
) -> Brief:
    """Everything: the brief of whatever is named, the same bytes for any order of the inputs.

    `progress` is told (stage, done, total or None). What cannot be read is in `Brief.problems`, never an exception;
    `sayso.errors.UsageError` where nothing is named, `ModelError` where a shipped model is missing.
    """
    if not inputs:
        raise UsageError("name at least one article, file or folder")
    say = progress or (lambda stage, done, total: None)
    with ThreadPoolExecutor(1) as ahead:
        if not settings.one_story:
            ahead.submit(load_encoder)  # group will want it; what goes wrong here, goes wrong again there
        articles, problems = _sorted_out(clean(inputs, settings=settings, progress=say))
    readable = [a for a in articles if a.language in (None, *settings.languages)]
    problems += [_unread(a) for a in articles if a.language not in (None, *settings.languages)]
    copies = dedupe(articles)
    found: dict[str, Read] = {}
    with Cores(settings.jobs, len(readable)) as cores:
        for read in _readings(readable, cores, say):
            if isinstance(read, Problem):
                problems.append(read)
            else:
                found[read.reading.id] = read
        readable = [a for a in readable if a.id in found]
        placements = (
            [Placement(id=a.id, event_id=a.id, story_id="all") for a in readable]
            if settings.one_story
            else group(readable, [read.reading for read in found.values()])
        )
        stories = list(_stories(readable, found, copies, placements, say, cores))
    return Brief(
        version=__version__,
        articles=tuple(articles),
        stories=tuple(sorted(stories, key=lambda s: (-len(s.article_ids), s.first or "", s.id))),
        problems=tuple(sorted(problems, key=lambda p: (p.article or "", p.stage, p.code, p.detail))),
    )


def clean(
    inputs: Sequence[str | os.PathLike[str]], *, settings: Settings = DEFAULT, progress: Progress | None = None
) -> Iterator[Article | Problem]:
    """Acquire and clean: one `Article` or `Problem` for each article that the inputs hold, as they come."""
    for done, one in enumerate(_cleaned(acquire([os.fspath(i) for i in inputs], settings=settings), settings), 1):
        if progress:
            progress("clean", done, None)
        yield one


def _cleaned(found: Iterable[RawArticle | Problem], settings: Settings) -> Iterator[Article | Problem]:
    """Clean what is raw and pass problems on."""
    problems: list[Problem] = []

    def raws() -> Iterator[RawArticle]:
        for one in found:
            if isinstance(one, Problem):
                problems.append(one)
            else:
                yield one

    for cleaned in clean_all(raws(), settings):
        yield from problems
        problems.clear()
        yield cleaned
    yield from problems


def read_articles(path: str) -> Iterator[Article | Problem]:
    """The articles of one JSONL file (`-` for standard input), their text taken as clean."""
    for one in acquire([path]) if path != "-" else _stdin_articles():
        if isinstance(one, Problem):
            yield one
            continue
        try:
            yield clean_one(one)
        except InputError as error:
            yield Problem(stage="clean", article=one.input, code=error.code, detail=error.detail)


def _stdin_articles() -> Iterator[RawArticle | Problem]:
    import sys

    from sayso.acquire.jsonl import articles

    return articles(sys.stdin.buffer, "-", DEFAULT.max_input_bytes)


def extract(
    articles: Iterable[Article], *, settings: Settings = DEFAULT, progress: Progress | None = None
) -> Iterator[Reading | Problem]:
    """One Reading an article, in order; a Problem in place of an article that cannot be read. Spread over the cores."""
    listed = list(articles)
    with Cores(settings.jobs, len(listed)) as cores:
        for read in _readings(listed, cores, progress):
            yield read if isinstance(read, Problem) else read.reading


def _readings(articles: Sequence[Article], cores: Cores, progress: Progress | None) -> Iterator[Read | Problem]:
    for done, read in enumerate(cores.read(articles), 1):
        if progress:
            progress("extract", done, len(articles))
        yield read


def relate(pairs: Iterable[tuple[str, str]]) -> Iterator[Related]:
    """How the two sentences of each pair stand to each other, in order."""
    for left, right in pairs:
        sides = [_ended(text) for text in (left, right)]
        readings = [extract_one(Article(id="text", input="text", text=text, language="en")) for text in sides]
        one, other = (laid_out(*side) for side in zip((left, right), sides, readings, strict=True))
        found = relate_sentences(one, other, _likeness(left, right))
        yield Related(
            kind=found.kind or "unrelated",
            basis=found.basis,
            reason=found.reason,
            score=round(found.score, 4),
            left_status=told_as(one, readings[0].claims),
            right_status=told_as(other, readings[1].claims),
        )


def _ended(text: str) -> str:
    """A text with a full stop where it has no mark at its end, as headlines have none: a heading puts nothing forward."""
    return f"{text.rstrip()}." if text.rstrip()[-1:].isalnum() else text


def _likeness(left: str, right: str) -> float:
    """Cosine of two texts' vectors."""
    one, other = load_encoder().vectors([left, right])
    return float(one @ other)


def laid_out(written: str, text: str, reading: Reading) -> Passage:
    """A text, as it was written and as it was read, laid out for comparison with another."""
    words: list[Word] = []
    for sentence in parse(split(text)):
        first = len(words)
        if first + len(sentence.tokens) > MOST_WORDS:
            break
        words += [
            Word(
                start=t.start, end=t.end, text=t.text, lemma=t.lemma, upos=t.upos, xpos=t.xpos, deprel=t.deprel,
                head=t.head + first if t.head >= 0 else -1,
            )
            for t in sentence.tokens
        ]  # fmt: skip
    named = sorted(
        (
            Named(start=m.start, end=m.end, type=e.type, names=(e.name, *e.aliases))
            for e in reading.entities
            for m in e.mentions
            if m.form == "name"
        ),
        key=lambda n: (n.start, -n.end),
    )
    return Passage(written, tuple(words), reading.quantities, reading.timexes, tuple(named))


def _stories(
    articles: Sequence[Article],
    read: Mapping[str, Read],
    copies: Sequence[Copy],
    placements: Sequence[Placement],
    say: Progress,
    cores: Cores = ONE_CORE,
) -> Iterator[Story]:
    """match, reconcile and tell: the stories, the largest first so that the cores are done at about one time."""
    matters = {p.story_id: Matter([], [], [], []) for p in placements}
    of = {p.id: matters[p.story_id] for p in placements}
    for placement in sorted(placements, key=lambda p: p.id):
        of[placement.id].members.append(placement)
    for article in articles:
        of[article.id].articles.append(article)
        of[article.id].read.append(read[article.id])
    for copy in copies:
        if copy.article_id in of:
            of[copy.article_id].copies.append(copy)
    largest_first = sorted(matters.values(), key=lambda matter: -len(matter.articles))
    for done, story in enumerate(cores.compare(largest_first), 1):
        yield story
        say("match", done, len(matters))


def _sorted_out(found: Iterable[Article | Problem]) -> tuple[list[Article], list[Problem]]:
    """Articles by id, each id once (identical copies stay separate articles), and the problems."""
    articles, problems = [], []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            articles.append(one)
    articles.sort(key=lambda a: (a.id, a.input))
    seen: dict[str, int] = {}
    for i, article in enumerate(articles):
        seen[article.id] = count = seen.get(article.id, 0) + 1
        if count > 1:
            articles[i] = msgspec.structs.replace(
                article,
                id=f"{article.id}-{count}" if f"{article.id}-{count}" not in seen else digest(article.id, count),
            )
    return articles, problems


def _unread(article: Article) -> Problem:
    return Problem(
        stage="extract",
        article=article.input,
        code="language",
        detail=f"is written in a language that is not read yet ({article.language}); its claims are not in the brief",
    )
