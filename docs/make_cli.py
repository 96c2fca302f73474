"""docs/cli.md from the commands' own `--help`; `--check` only compares, and exits 1 where they differ."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("cli.md")
COMMANDS = ("brief", "clean", "extract", "dedupe", "group", "relate", "schema")
INTRODUCTION = """\
# The command line

Made by `make docs` from each command's `--help`; do not edit.

Commands read what is named, or standard input (`-`), and write to standard output. Progress and problems go to standard
error, a problem a line: `stage: article: what is wrong`. Exit codes:

| code | meaning |
|---|---|
| 0 | every input was read |
| 3 | some inputs were not read, or only in part; each is said on standard error |
| 2 | wrong usage, or nothing readable was named |
| 130 | interrupted |
| 141 | the reader of the output went away |
"""


def help_of(*command: str) -> str:
    """What the command says of itself, on 100 columns, without colour."""
    plain = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *command, "--help"], env=plain, capture_output=True, text=True, check=True
    )
    return done.stdout.rstrip()


def reference() -> str:
    """The whole page."""
    parts = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    parts += [f"## sayso {command}\n\n```text\n{help_of(command)}\n```\n" for command in COMMANDS]
    return "\n".join(parts)


if __name__ == "__main__":
    made = reference()
    if "--check" in sys.argv:
        sys.exit(None if TARGET.read_text(encoding="utf-8") == made else f"{TARGET} is out of date: run `make docs`")
    TARGET.write_text(made, encoding="utf-8")
