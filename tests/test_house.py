"""The house itself: what the lock pins, what the stages show, and what must not stand in the source."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import sys
import tomllib

import pytest

import sayso

STAGES = ("acquire", "clean", "dedupe", "extract", "group", "match", "reconcile", "report")


def lines_of(root, *patterns):
    """Every line of the matching files, with where it stands."""
    for pattern in patterns:
        for file in sorted(root.glob(pattern)):
            if file.is_file() and not {".venv", "__pycache__", "runs"} & set(file.parts):
                for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                    yield f"{file.relative_to(root)}:{number}", line


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_said_once(project):
    assert project["project"]["version"] == sayso.__version__


def test_the_lock_pins_every_dependency_by_hash_and_names_no_host(root, project):
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([a-z0-9-]+)==\S+(?: ;[^\\]*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.M
    )
    assert len(pinned) == len(re.findall(r"^\S", lock, re.M))
    asked = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    named = {re.split(r"[^A-Za-z0-9_.-]", one)[0].lower().replace("_", "-") for one in asked}
    assert named <= {name for name, _ in pinned}
    assert "://" not in lock
    assert "index-url" not in lock


NEEDED_BY_ANOTHER = {"lxml_html_clean"}  # trafilatura imports it and does not ask for it


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(root, project):
    named = {
        re.split(r"[^A-Za-z0-9_.-]", one)[0].lower().replace("-", "_") for one in project["project"]["dependencies"]
    }
    imported = set()
    for file in (root / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                imported.add(node.module.split(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"sayso"}
    assert foreign == named - NEEDED_BY_ANOTHER


def test_the_public_names_are_there(root):
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
    assert set(sayso.__all__) <= set(dir(sayso))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = sayso.no_such_name
    assert (root / "src" / "sayso" / "py.typed").is_file()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_shows_one_function_and_tells_what_goes_in_and_out(stage):
    module = importlib.import_module(f"sayso.{stage}")
    own = [one for _, one in inspect.getmembers(module, inspect.isfunction) if one.__module__ == module.__name__]
    (shown,) = [one for one in own if not one.__name__.startswith("_")]
    assert shown.__name__ == stage
    assert len(f"{module.__doc__} {shown.__doc__}") > 200


def test_every_module_says_what_it_is_for(root):
    bare = [
        file.relative_to(root)
        for file in sorted((root / "src").rglob("*.py"))
        if not file.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert bare == []


def test_no_file_has_grown_beyond_what_a_reader_holds(root):
    long = {
        str(file.relative_to(root)): lines
        for file in sorted((root / "src").rglob("*.py"))
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert long == {}


def test_no_path_of_a_machine_stands_in_the_project(root):
    own = re.compile(r"(?<![\w.$~/-])/(?:work|home|root|Users)/")
    folders = ("src", "tests", "benchmarks", "training", "docs")
    texts = [f"{folder}/**/*.{kind}" for folder in folders for kind in ("py", "md")]
    texts += ["*.md", "*.toml", "Makefile", ".ci/*"]
    assert [(where, line) for where, line in lines_of(root, *texts) if own.search(line)] == []


def test_no_name_of_a_gold_story_stands_in_the_source(root):
    gold = root / os.environ.get("SAYSO_GOLD", "../shared/gold")
    stories = sorted(gold.glob("*.json"))
    if not stories:
        pytest.skip(f"{gold} has no stories: set SAYSO_GOLD to the folder that has")
    told = " ".join(story.read_text(encoding="utf-8") for story in stories)
    models = set(re.findall(r"\b[A-Z][A-Za-z]+\d\w*\b", told))
    people = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+\b", told)) - COMMON
    named = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(models | people))) + r")\b")
    found = [(where, hit.group()) for where, line in lines_of(root, "src/**/*.py") if (hit := named.search(line))]
    assert found == []


# Names that a gold story has and that a lexicon may have too, because they are nobody's story.
COMMON = {
    *("United States", "White House", "New York", "Los Angeles", "Hong Kong", "Associated Press", "Financial Times"),
    *("Motor Company", "Defense Department", "Today Show"),
}
