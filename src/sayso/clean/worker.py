"""The process that cleans risky pages for `guard.py`: raw articles in on stdin, articles or problems out on stdout.

Each message is its length in eight bytes, then msgpack; an answer starts with A (article) or P (problem). One byte says
that the process is ready.
"""

from __future__ import annotations

import sys

import msgspec

from sayso.records import Article, RawArticle

_MEMORY_BYTES = 3 << 30  # of address space, of which numpy and lxml take half a gigabyte before any page


def main() -> None:
    """Answer until stdin ends."""
    from sayso.clean import page  # noqa: F401  now, so that no page pays for the import
    from sayso.clean.guard import cleaned

    _limit_memory()
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(b"+")
    answers.flush()
    while len(head := questions.read(8)) == 8:
        raw = msgspec.msgpack.decode(questions.read(int.from_bytes(head, "big")), type=RawArticle)
        found = cleaned(raw)
        answer = (b"A" if isinstance(found, Article) else b"P") + msgspec.msgpack.encode(found)
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


if __name__ == "__main__":
    main()
