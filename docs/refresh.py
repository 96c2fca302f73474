"""What the documentation quotes from the program: docs/cli.md, and the output under each `$` line of the README.

`make docs` writes both anew; `python docs/refresh.py --check` only compares, and exits 1 where they differ.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("brief", "clean", "extract", "dedupe", "group", "relate", "schema")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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


def printed(command: str) -> str:
    """What a shell prints for the command, in the repository, with this checkout's `sayso`, on 100 columns."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "sayso")
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sayso "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        plain = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONPATH": str(ROOT / "src")}
        surroundings = {**os.environ, **plain, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=surroundings, capture_output=True, check=False)
    if done.stderr:
        raise SystemExit(f"{command}: {done.stderr.decode()}")
    return done.stdout.decode()


def reference() -> str:
    """docs/cli.md."""
    parts = [INTRODUCTION, f"```text\n{printed('sayso --help')}```\n"]
    parts += [f"## sayso {name}\n\n```text\n{printed(f'sayso {name} --help')}```\n" for name in COMMANDS]
    return "\n".join(parts)


def replayed(page: str) -> str:
    """The page with the output of each command in its console blocks as it is now."""

    def replay(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block.group(1), re.MULTILINE)
        return "```console\n" + "".join(f"$ {command}\n{printed(command)}" for command in commands) + "```"

    return CONSOLE.sub(replay, page)


def main() -> None:
    """Write, or with `--check` compare."""
    readme = ROOT / "README.md"
    made = {ROOT / "docs" / "cli.md": reference(), readme: replayed(readme.read_text(encoding="utf-8"))}
    stale = [file for file, text in made.items() if file.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        sys.exit(f"out of date, run `make docs`: {', '.join(file.name for file in stale)}" if stale else None)
    for file in stale:
        file.write_text(made[file], encoding="utf-8")


if __name__ == "__main__":
    main()
