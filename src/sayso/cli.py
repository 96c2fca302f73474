"""The command line: reads what is named, writes to stdout, says progress and problems on stderr.

Exit codes: 0 every input was read · 3 some were not, each said on stderr · 2 wrong usage, or nothing readable was
named · 130 interrupted · 141 the reader of our output went away. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from tempfile import mkstemp
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from sayso import __version__
from sayso.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from sayso.records import Article, Problem, Reading
    from sayso.report import Brief

# A second thread of the linear algebra library spins while it waits and gains nothing on matrices as small as ours: it cost
# seven times the reader's own part of the time. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

NOTHING_READ, SOME_UNREAD, INTERRUPTED, BROKEN_PIPE = 2, 3, 130, 141

# Rich's help panels and tracebacks are off: they cost 0.1 s of start-up and hide the plain message.
app = typer.Typer(
    name="sayso",
    help="What the articles about a running story agree on, where they conflict, and on whose say-so.",
    epilog="Exit code: 0 all inputs were read; 3 some were not, each said on stderr; 2 none was, or wrong usage.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Format(StrEnum):
    """What `sayso brief` can write."""

    text = "text"
    json = "json"
    md = "md"
    html = "html"


class _Pair(TypedDict):
    """A line that `sayso relate` reads."""

    left: str
    right: str


NO_RELATION = dict.fromkeys(("kind", "basis", "reason", "score", "left_status", "right_status"))

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="A folder (read with all its subfolders), a page pasted as text (.txt), a saved page (.html), "
        "articles one a line (.jsonl), or - for stdin.",
    ),
]
Articles = Annotated[str, typer.Argument(metavar="FILE|-", help="Articles, one JSON object a line; - is stdin.")]
Pairs = Annotated[
    str, typer.Argument(metavar="FILE|-", help='Pairs, one {"left": ..., "right": ...} a line; - is stdin.')
]


def _print_version(wanted: bool) -> None:
    if wanted:
        _write(f"sayso {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def _sayso(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


# ── the commands ─────────────────────────────────────────────────────────────────────────────────────────────────────


@app.command("brief")
def brief_command(
    inputs: Inputs,
    format: Annotated[  # noqa: A002 - the option's name is a fixed point
        Format | None, typer.Option("--format", help="What to write; without it, by OUTPUT's ending, else text.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all, instead of to stdout."),
    ] = None,
    one_story: Annotated[bool, typer.Option("--one-story", help="Take the whole pile as one running story.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=0, metavar="N", help="Worker processes; 0 is one a core.")] = 0,
) -> None:
    """Brief on a pile of articles, with the sentence behind every line."""
    with _guarded() as run:
        _check_target(output)
        from sayso import pipeline
        from sayso.settings import Settings

        with _progress(run) as progress:
            brief = pipeline.brief(inputs, settings=Settings(jobs=jobs, one_story=one_story), progress=progress)
        run.read = len(brief.articles)
        run.say(brief.problems)
        run.heed()
        if run.read:
            _deliver(_rendered(brief, format or _format_of(output), output), output)
        run.settle(inputs)


@app.command("clean")
def clean_command(inputs: Inputs) -> None:
    """Cut inputs down to the article in them; one Article a line.

    Every cut is kept with its reason. Inputs are those of `sayso brief`.
    """
    with _guarded() as run:
        from sayso import pipeline

        _emit(run.readable(pipeline.clean(inputs)))
        run.settle(inputs)


@app.command("extract")
def extract_command(file: Articles = "-") -> None:
    """Read articles closely; one Reading a line.

    A Reading has sentences, entities, attributions, quantities, time expressions and claims. Texts are taken as is.
    """
    with _guarded() as run:
        from sayso import pipeline

        _emit(run.unbroken(pipeline.extract(run.readable(pipeline.read_articles(file)))))
        run.settle([file])


@app.command("dedupe")
def dedupe_command(file: Articles = "-") -> None:
    """Find copies among articles; one Copy a line.

    Duplicates, reprints of agency text, rewrites, revisions, and passages copied from one article into another.
    """
    with _guarded() as run:
        from sayso import pipeline
        from sayso.dedupe import dedupe

        _emit(dedupe(list(run.readable(pipeline.read_articles(file)))))
        run.settle([file])


@app.command("group")
def group_command(file: Articles = "-") -> None:
    """Sort articles into events and running stories; one line each.

    A line is {"id", "event_id", "story_id"}.
    """
    with _guarded() as run:
        from sayso import pipeline
        from sayso.group import group

        articles = list(run.readable(pipeline.read_articles(file)))
        _emit(group(articles, list(run.unbroken(pipeline.extract(articles)))))
        run.settle([file])


@app.command("relate")
def relate_command(file: Pairs = "-") -> None:
    """Say how two sentences stand to each other; one pair a line.

    A line is {"kind", "basis", "reason", "score", "left_status", "right_status"}, in the order of the pairs; kind is
    agree, refine, conflict, deny, update or unrelated. A line that is no pair gives null throughout.
    """
    with _guarded() as run:
        from sayso import pipeline

        pairs = list(_pairs(file, run))
        related = iter(pipeline.relate([pair for pair in pairs if pair is not None]))
        _emit(next(related) if pair is not None else NO_RELATION for pair in pairs)
        run.settle([file])


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a brief and of all records."""
    with _guarded():
        import msgspec

        _write(msgspec.json.format(msgspec.json.encode(_schema()), indent=2) + b"\n")


# ── what was read, what was not, and the exit code they make ─────────────────────────────────────────────────────────


class _Run:
    """Counts what could and could not be read, each problem said on stderr as it comes; and remembers Ctrl-C.

    Python raises an interrupt once, wherever it comes: code that is being imported may swallow it.
    """

    def __init__(self) -> None:
        self.read = self.unread = 0
        self.interrupted = False

    def interrupt(self, *_: object) -> None:
        """Answer SIGINT as Python does."""
        self.interrupted = True
        raise KeyboardInterrupt

    def heed(self) -> None:
        """Raise again an interrupt that came and was swallowed."""
        if self.interrupted:
            raise KeyboardInterrupt

    def say(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.unread += 1
            detail = problem.detail.removeprefix(f"{problem.article}: ")
            _note(": ".join(part for part in (problem.stage, problem.article, detail) if part))

    def readable(self, found: Iterable[Article | Problem]) -> Iterator[Article]:
        from sayso.records import Article

        for one in found:
            self.heed()
            if isinstance(one, Article):
                self.read += 1
                yield one
            else:
                self.say([one])

    def unbroken(self, found: Iterable[Reading | Problem]) -> Iterator[Reading]:
        """The readings; each problem among them is said."""
        from sayso.records import Reading

        for one in found:
            self.heed()
            if isinstance(one, Reading):
                yield one
            else:
                self.say([one])

    def settle(self, inputs: Sequence[str]) -> None:
        """End the command with the exit code that its inputs have earned."""
        if not self.read:
            named = ", ".join(inputs[:3]) + (f" and {len(inputs) - 3} more" if len(inputs) > 3 else "")
            raise UsageError(f"nothing readable in {named}")
        if self.unread:
            raise typer.Exit(SOME_UNREAD)


@contextmanager
def _guarded() -> Iterator[_Run]:
    """Turn what may go wrong on purpose into an exit code and one line on stderr; a bug keeps its traceback."""
    run = _Run()
    try:
        with _answering(run.interrupt):
            yield run
    except SaysoError as error:
        _note(f"sayso: {error}")
        raise typer.Exit(NOTHING_READ) from None
    except KeyboardInterrupt:
        _note("sayso: interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes stdout once more at exit; that must go nowhere instead of into a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


@contextmanager
def _answering(interrupt: Callable[..., None]) -> Iterator[None]:
    """Have SIGINT answered so inside, where Python would answer it: not in a thread, nor where it is ignored."""
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _note(line: str) -> None:
    """One line on stderr; what a file name may smuggle in (line breaks, terminal codes, half characters) is escaped."""
    line = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in " ".join(line.split()))
    sys.stderr.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
    sys.stderr.buffer.flush()


def _pairs(file: str, run: _Run) -> Iterator[tuple[str, str] | None]:
    """The pairs of a JSONL file; a line that is none is said, and None keeps its place."""
    import msgspec

    from sayso.records import Problem

    try:
        lines = (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).splitlines()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pair = msgspec.json.decode(line, type=_Pair)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            detail = f"line {number} is not a pair of sentences: {error}"
            run.say([Problem(stage="acquire", article=file, code="bad-line", detail=detail)])
            yield None
        else:
            run.read += 1
            yield pair["left"], pair["right"]


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _write(data: bytes) -> None:
    """Bytes to stdout, UTF-8 whatever the locale says."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write the output: {error.strerror}") from None


def _emit(records: Iterable[object]) -> None:
    """One JSON object a line, each as soon as it is there."""
    import msgspec

    for record in records:
        _write(msgspec.json.encode(record) + b"\n")


def _format_of(output: Path | None) -> Format:
    endings = {
        ".json": Format.json,
        ".md": Format.md,
        ".markdown": Format.md,
        ".html": Format.html,
        ".htm": Format.html,
    }
    return endings.get(output.suffix.lower(), Format.text) if output else Format.text


def _rendered(brief: Brief, wanted: Format, output: Path | None) -> bytes:
    """The brief as bytes; colour and the window's width only where a person watches."""
    if wanted is Format.text:
        watched = output is None and sys.stdout.isatty()
        text = brief.to_text(width=get_terminal_size((100, 24)).columns if watched else 100, colour=watched)
    else:
        text = {Format.json: brief.to_json, Format.md: brief.to_markdown, Format.html: brief.to_html}[wanted]()
    return (text if text.endswith("\n") else text + "\n").encode()


def _check_target(output: Path | None) -> None:
    """Say that the output cannot be written before the work is done, not after."""
    if output is None:
        return
    if output.is_dir():
        raise UsageError(f"cannot write {output}: it is a folder")
    folder = output.resolve().parent
    if not folder.is_dir():
        raise UsageError(f"cannot write {output}: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"cannot write {output}: no permission to write in {folder}")


def _deliver(data: bytes, output: Path | None) -> None:
    """To stdout, or whole into the file; a device or a pipe is no file that could be replaced."""
    if output is None:
        return _write(data)
    target = output.resolve()  # a link stays a link; what it points to is replaced
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from None
    return None


def _replace(target: Path, data: bytes) -> None:
    """Write beside the file and move over it, so that it is never seen half."""
    handle, draft = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), _mode(target))
        os.replace(draft, target)
    finally:
        Path(draft).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions the file has, or those that a new file gets here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    os.umask(mask := os.umask(0))
    return 0o666 & ~mask


@contextmanager
def _progress(run: _Run) -> Iterator[Callable[[str, int, int | None], None]]:
    """A progress bar on stderr while a person watches it; interrupts are heeded in any case."""
    if not sys.stderr.isatty():
        yield lambda *_: run.heed()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        shown: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            run.heed()
            task = shown.get(stage)
            if task is None:
                task = shown[stage] = bars.add_task(stage, total=total)
            bars.update(task, completed=done, total=total)

        yield tell


def _schema() -> dict[str, object]:
    """A brief as `sayso brief --format json` writes it; its parts and the other records in `$defs`."""
    import msgspec

    from sayso import records

    kinds = [kind for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, records.Record)]
    _, parts = msgspec.json.schema_components(
        [k for k in kinds if k is not records.Record], ref_template="#/$defs/{name}"
    )
    lists = {"articles": "Article", "stories": "Story", "problems": "Problem"}
    properties = {name: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for name, kind in lists.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Brief",
        "type": "object",
        "properties": {"version": {"type": "string"}, **properties},
        "required": ["version", *lists],
        "$defs": dict(sorted(parts.items())),
    }
