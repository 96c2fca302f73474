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


def test_what_is_quoted_from_the_program_is_what_it_prints(root):
    done = subprocess.run([sys.executable, "docs/refresh.py", "--check"], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_readme_shows_real_output(root):
    for body in blocks(root, "README.md", "console"):
        output = [line for line in body.splitlines() if not line.startswith("$ ")]
        assert len("".join(output)) > 60


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
