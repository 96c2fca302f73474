"""The documentation, held to what it says: its commands and its Python are run, its links followed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import get_args

import pytest

from sayso import records

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAGES = ("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md", "docs/cli.md", "examples/README.md")


def blocks(root, page, language):
    return [body for kind, body in BLOCK.findall((root / page).read_text(encoding="utf-8")) if kind == language]


@pytest.fixture(scope="module")
def shell(root, tmp_path_factory):
    """Runs a shell command in the repository with this checkout's `sayso` on the path."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "sayso"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sayso "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"

    def run(command):
        surroundings = {**os.environ, "PATH": path, "PYTHONPATH": str(root / "src")}
        return subprocess.run(["bash", "-c", command], cwd=root, env=surroundings, capture_output=True, check=False)

    return run


def shown(body):
    """A console block as (command, expected output) pairs."""
    parts = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def as_pattern(expected):
    """The expected output with a line of `...` standing for any lines."""
    return re.escape(expected).replace(re.escape("...\n"), "(?s:.*)")


def test_the_readme_shows_what_the_commands_print(root, shell):
    for body in blocks(root, "README.md", "console"):
        for command, expected in shown(body):
            done = shell(command)
            assert done.returncode == 0, done.stderr.decode()
            assert re.fullmatch(as_pattern(expected), done.stdout.decode()), done.stdout.decode()


def test_the_readme_shows_real_output(root):
    for body in blocks(root, "README.md", "console"):
        for _, expected in shown(body):
            assert len(expected.replace("...\n", "")) > 60


def test_the_readme_python_runs(root):
    for body in blocks(root, "README.md", "python"):
        surroundings = {**os.environ, "PYTHONPATH": str(root / "src")}
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", body], cwd=root, env=surroundings, capture_output=True
        )
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_make_targets_named_are_there(root, page):
    for body in blocks(root, page, "sh"):
        for target in re.findall(r"^make (\w+)", body, re.MULTILINE):
            done = subprocess.run(["make", "--dry-run", target], cwd=root, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()


def test_the_command_reference_is_what_the_commands_say(root):
    surroundings = {**os.environ, "PYTHONPATH": str(root / "src")}
    command = [sys.executable, "docs/make_cli.py", "--check"]
    done = subprocess.run(command, cwd=root, env=surroundings, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_every_command_is_in_the_reference(root):
    from sayso.cli import app

    reference = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^## sayso (\w+)$", reference, re.MULTILINE))
    assert documented == {command.name for command in app.registered_commands}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(root, page):
    for link in LINK.findall((root / page).read_text(encoding="utf-8")):
        if "://" not in link and not link.startswith("#"):
            assert ((root / page).parent / link.split("#")[0]).exists(), f"{page}: {link}"


def test_every_word_of_the_records_is_in_the_glossary(root):
    glossary = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    vocabularies = (
        records.Status,
        records.Kind,
        records.RelationKind,
        records.FindingStatus,
        records.CopyKind,
        records.Basis,
    )
    words = {word for vocabulary in vocabularies for word in get_args(vocabulary)}
    assert {word for word in words if f"`{word}`" not in glossary} == set()


def test_the_picture_is_a_picture_and_small(root):
    picture = (root / "docs" / "brief.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
