"""The command line as its users meet it: every test runs the real program in a process of its own."""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

PIECE = (
    "Brenholt Marine delivered 31 ferries in 2025, the company said on Thursday. Its chief executive, Marit Ekeland,"
    " said that the yard in Bergen was running close to its limits.\n\nAldane Shipyards denied that it had held talks"
    " with Brenholt about building ferries on the Clyde. Shares in Brenholt closed 3% lower in Oslo."
)
ARTICLE = {"id": "a1", "outlet": "Harbour Wire", "published": "2026-01-29", "text": PIECE}
OTHER = {"id": "a2", "outlet": "FerryWatch", "published": "2026-01-30", "text": PIECE.replace("31", "more than 30")}
LINES = "".join(json.dumps(one) + "\n" for one in (ARTICLE, OTHER)).encode()


@pytest.fixture
def pile(tmp_path):
    """A folder with one readable article, for bad neighbours to be laid beside it."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "good.jsonl").write_bytes(LINES)
    return folder


def read(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


# ── help, version, usage ─────────────────────────────────────────────────────────────────────────────────────────────


def test_help_is_instant_because_nothing_heavy_is_imported(sayso, root):
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert sayso("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.3  # seconds of CPU, so that a busy machine does not fail it
    listing = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sayso", "--help"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        check=True,
    ).stderr
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in listing.splitlines()}
    assert "typer" in imported
    assert not imported & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "jinja2", "msgspec", "rich"}


def test_version(sayso):
    from sayso import __version__

    assert sayso("--version").stdout == f"sayso {__version__}\n".encode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brief"], "INPUT"),
        (["brief", "x", "--format", "pdf"], "pdf"),
        (["brief", "x", "--jobs", "-1"], "--jobs"),
        (["brief", "x", "--no-such-option"], "--no-such-option"),
        (["nosuchcommand"], "nosuchcommand"),
        (["relate", "no-such-file.jsonl"], "no-such-file.jsonl"),
        (["extract", "no-such-file.jsonl"], "no-such-file.jsonl"),
        (["brief", "no such page.txt"], "no such page.txt"),
        (["clean", "no such page.txt"], "no such page.txt"),
    ],
)
def test_wrong_usage_is_exit_2_with_a_message_and_no_traceback(sayso, arguments, said):
    done = sayso(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


# ── the commands ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_brief_has_the_four_formats(sayso, pile):
    made = {name: sayso("brief", pile, "--format", name) for name in ("text", "json", "md", "html")}
    assert {name: (done.returncode, done.stderr) for name, done in made.items()} == dict.fromkeys(made, (0, b""))
    brief = json.loads(made["json"].stdout)
    assert set(brief) >= {"version", "articles", "stories", "problems"}
    assert [article["id"] for article in brief["articles"]] == ["a1", "a2"]
    assert made["html"].stdout.lstrip().lower().startswith(b"<!doctype html>")
    assert b"\x1b[" not in made["text"].stdout  # no colour where no person watches


def test_brief_reads_a_paste_from_standard_input(sayso):
    done = sayso("brief", "-", "--format", "json", stdin=f"Ferry maker doubles output\n\n{PIECE}\n".encode())
    assert done.returncode == 0, done.stderr
    assert "delivered 31 ferries" in json.loads(done.stdout)["articles"][0]["text"]


def test_one_story_takes_the_pile_as_one(sayso, tmp_path):
    weather = {
        "id": "w",
        "outlet": "Fell Post",
        "text": "Snow closed the pass on Sunday. Two hikers were found unhurt.",
    }
    pile = tmp_path / "two.jsonl"
    pile.write_bytes(LINES + json.dumps(weather).encode())
    assert len(json.loads(sayso("brief", pile, "--format", "json").stdout)["stories"]) == 2
    assert len(json.loads(sayso("brief", pile, "--format", "json", "--one-story").stdout)["stories"]) == 1


def test_the_number_of_jobs_changes_no_byte(sayso, tmp_path):
    pile = tmp_path / "thirty.jsonl"  # enough articles for workers to be worth it
    lines = ({**ARTICLE, "id": f"a{number}", "text": PIECE.replace("31", str(number))} for number in range(30))
    pile.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    one, three = (sayso("brief", pile, "--format", "json", "--jobs", jobs) for jobs in ("1", "3"))
    assert one.returncode == three.returncode == 0
    assert one.stdout == three.stdout


def test_clean_writes_an_article_a_line_that_the_other_commands_read(sayso, ferry):
    cleaned = sayso("clean", ferry)
    assert cleaned.returncode == 0, cleaned.stderr
    articles = read(cleaned)
    assert len(articles) == 8
    readings = read(sayso("extract", "-", stdin=cleaned.stdout))
    assert [reading["id"] for reading in readings] == [article["id"] for article in articles]
    placed = read(sayso("group", stdin=cleaned.stdout))
    assert {place["id"] for place in placed} == {article["id"] for article in articles}
    assert all(set(place) >= {"id", "event_id", "story_id"} for place in placed)
    copies = read(sayso("dedupe", stdin=cleaned.stdout))
    assert any(copy["kind"] == "reprint" for copy in copies)


def test_extract_takes_the_text_as_it_is(sayso):
    text = "  Ekeland said: “We sold 31.”\n\nAdvertisement\n\n🚢 It was \u200btrue.  "
    reading = read(sayso("extract", stdin=json.dumps({"id": "x", "text": text}).encode()))[0]
    assert reading["id"] == "x"
    assert next(text[s["start"] : s["end"]] for s in reading["sentences"]) == "Ekeland said: “We sold 31.”"
    assert all(text[q["start"] : q["end"]] == q["text"] for q in reading["quantities"])


def test_a_given_id_is_kept_and_identical_copies_stay_separate(sayso):
    twice = "".join(json.dumps({**ARTICLE, "id": name}) + "\n" for name in ("one", "two")).encode()
    assert [copy["kind"] for copy in read(sayso("dedupe", stdin=twice))] == ["duplicate"]
    assert {place["id"] for place in read(sayso("group", stdin=twice))} == {"one", "two"}


def test_relate_answers_each_line_in_its_place(sayso):
    pairs = [
        {"left": "Brenholt delivered 31 ferries in 2025.", "right": "Brenholt delivered 28 ferries in 2025."},
        {"left": "It rained."},
        {"left": "Brenholt delivered 31 ferries in 2025.", "right": "Snow fell in the Alps on Sunday."},
    ]
    done = sayso("relate", stdin="\n".join(json.dumps(pair) for pair in pairs).encode())
    assert done.returncode == 3
    assert b"line 2" in done.stderr
    answers = read(done)
    assert [answer["kind"] for answer in answers] == ["conflict", None, "unrelated"]
    assert all(set(a) >= {"kind", "basis", "reason", "score", "left_status", "right_status"} for a in answers)


def test_schema_describes_the_brief_and_every_record(sayso):
    schema = json.loads(sayso("schema").stdout)
    assert set(schema["properties"]) == {"version", "articles", "stories", "problems"}
    names = {"Article", "Reading", "Entity", "Quantity", "Timex", "Claim", "Finding", "Story", "Copy", "Problem"}
    assert names <= set(schema["$defs"])
    assert "earliest" in json.dumps(schema["$defs"]["Published"])


# ── bad input ────────────────────────────────────────────────────────────────────────────────────────────────────────

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "photo.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "pages.zip": b"PK\x03\x04" + b"\x00" * 100,
    "login.html": b"<html><body><form>User <input> Password <input type=password></form></body></html>",
    "huge.html": b"<html><body>" + b"<p>The ferry left the quay at noon.</p>\n" * 550_000 + b"</body></html>",
}


@pytest.fixture(scope="module")
def among_neighbours(sayso, tmp_path_factory):
    """One run over a folder of everything bad with one good file in it."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "good.jsonl").write_bytes(LINES)
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    return sayso("brief", folder, "--format", "json")


def test_bad_inputs_leave_their_neighbours_unharmed(among_neighbours):
    assert among_neighbours.returncode == 3
    brief = json.loads(among_neighbours.stdout)
    assert [article["id"] for article in brief["articles"]] == ["a1", "a2"]
    assert brief["stories"][0]["findings"]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_problem_said_in_one_line(among_neighbours, name):
    problems = json.loads(among_neighbours.stdout)["problems"]
    (problem,) = (one for one in problems if Path(one["article"]).name == name)
    (line,) = (line for line in among_neighbours.stderr.decode().splitlines() if name in line)
    assert line.startswith(problem["stage"] + ": ")
    assert problem["code"]
    assert len(problem["detail"]) > 20


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_alone_is_exit_2_and_writes_nothing(sayso, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    done = sayso("brief", tmp_path / name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "nothing readable" in done.stderr.decode()


def test_an_empty_folder(sayso, pile, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    alone = sayso("brief", empty)
    assert (alone.returncode, alone.stdout) == (2, b"")
    assert "empty" in alone.stderr.decode()
    assert sayso("brief", empty, pile).returncode == 3


def test_an_address_is_not_fetched(sayso):
    done = sayso("brief", "https://ferrywatch.example/scotland")
    assert done.returncode == 2
    assert "ferrywatch.example" in done.stderr.decode()


def test_a_bad_line_in_a_jsonl_is_said_with_its_number(sayso, tmp_path):
    pile = tmp_path / "pile.jsonl"
    pile.write_bytes(
        LINES + b'{"id": "broken", "text": \n' + b"[1, 2]\n" + json.dumps({"id": "no text"}).encode() + b"\n"
    )
    for command in ("brief", "clean", "extract", "group", "dedupe"):
        done = sayso(command, pile)
        assert done.returncode == 3, command
        said = done.stderr.decode().splitlines()
        assert [any(str(number) in line.split("pile.jsonl", 1)[1] for line in said) for number in (3, 4, 5)] == [
            True
        ] * 3


def test_broken_utf8_is_read_with_the_damage_marked(sayso, tmp_path):
    page = tmp_path / "broken.txt"
    page.write_bytes(f"Ferry maker’s “record” year\n\n{PIECE} “Ekeland” – „Oslo“\n".encode() + b"It \xe2\x80 ended.\n")
    done = sayso("clean", page)
    assert done.returncode == 3
    assert "UTF-8" in done.stderr.decode()
    assert "delivered 31 ferries" in read(done)[0]["text"]


def test_a_language_that_is_not_read_is_said(sayso, pile):
    german = (
        "Die Werft in Bergen hat im vergangenen Jahr 31 Fähren ausgeliefert, wie das Unternehmen mitteilte. Die"
        " Vorstandsvorsitzende sagte, dass die Werft an ihre Grenzen stoße. Der Kurs der Aktie fiel um drei Prozent.\n"
    )
    (pile / "german.txt").write_text("Werft verdoppelt Auslieferungen\n\n" + german * 3, encoding="utf-8")
    done = sayso("brief", pile, "--format", "json")
    brief = json.loads(done.stdout)
    assert done.returncode == 3
    assert any("german.txt" in problem["article"] or "german.txt" in problem["detail"] for problem in brief["problems"])
    claims = [claim for story in brief["stories"] for finding in story["findings"] for claim in finding["claims"]]
    assert {claim["article_id"] for claim in claims} == {"a1", "a2"}


def test_markup_in_a_text_is_shown_as_text(sayso, tmp_path):
    attack = f"{PIECE} Ekeland said the code was <script>alert('x')</script><img src=x onerror=alert(1)> on Friday."
    pile = tmp_path / "pile.jsonl"
    named = {"outlet": "<b>Bold</b>", "headline": "</title><script>alert(2)</script>"}
    pile.write_text(json.dumps({**ARTICLE, **named, "text": attack}), encoding="utf-8")
    page = sayso("brief", pile, "--format", "html").stdout
    assert b"<script>alert" not in page
    assert b"<img src=x" not in page
    assert b"<b>Bold</b>" not in page
    assert b"&lt;script&gt;alert(" in page


def test_terminal_codes_in_names_and_texts_do_not_reach_the_terminal(sayso, tmp_path):
    (tmp_path / "bad\x1b[31m\nname.txt").write_bytes(b"")
    pile = tmp_path / "pile.jsonl"
    pile.write_text(json.dumps({**ARTICLE, "text": PIECE + " \x1b]0;owned\x07 Then it ended."}), encoding="utf-8")
    done = sayso("brief", tmp_path)
    assert done.returncode == 3
    assert b"\x1b" not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_locale_without_utf8_changes_no_output(sayso, tmp_path):
    pile = tmp_path / "pile.jsonl"
    pile.write_text(json.dumps({**ARTICLE, "outlet": "Ålesund Blad"}, ensure_ascii=False), encoding="utf-8")
    for wanted in ("text", "json", "md", "html"):
        assert "Ålesund Blad" in sayso("brief", pile, "--format", wanted).stdout.decode()


# ── -o ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_output_goes_to_the_file_and_its_ending_tells_the_format(sayso, pile, tmp_path):
    for name, start in (("b.json", b'{"version"'), ("b.html", b"<!"), ("b.md", b"#")):
        done = sayso("brief", pile, "-o", tmp_path / name)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert (tmp_path / name).read_bytes().lower().startswith(start)
    assert sayso("brief", pile, "-o", tmp_path / "b.html", "--format", "json").returncode == 0
    assert json.loads((tmp_path / "b.html").read_bytes())["articles"]


def test_a_brief_written_into_the_pile_is_not_taken_for_an_article(sayso, pile):
    assert sayso("brief", pile, "-o", pile / "brief.html").returncode == 0
    again = sayso("brief", pile, "--format", "json")
    assert again.returncode == 3
    assert [article["id"] for article in json.loads(again.stdout)["articles"]] == ["a1", "a2"]
    assert "brief.html" in again.stderr.decode()


def test_a_failed_run_leaves_the_old_file(sayso, tmp_path):
    old = tmp_path / "brief.html"
    old.write_text("the old brief", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    assert sayso("brief", tmp_path / "empty.txt", "-o", old).returncode == 2
    assert old.read_text(encoding="utf-8") == "the old brief"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.html", "empty.txt"]


def test_a_partly_read_pile_still_replaces_the_file(sayso, pile, tmp_path):
    (pile / "empty.txt").touch()
    target = tmp_path / "brief.json"
    target.write_text("the old brief", encoding="utf-8")
    assert sayso("brief", pile, "-o", target).returncode == 3
    assert json.loads(target.read_bytes())["problems"]


def test_output_keeps_permissions_and_links(sayso, pile, tmp_path):
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.touch(mode=0o640)
    target.chmod(0o640)
    link.symlink_to(target)
    assert sayso("brief", pile, "-o", link).returncode == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_bytes())["articles"]


@pytest.mark.parametrize("target", ["no such folder/brief.html", "."])
def test_an_output_that_cannot_be_written_is_said_before_the_work(sayso, pile, tmp_path, target):
    done = sayso("brief", pile, "-o", tmp_path / target)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "cannot write" in done.stderr.decode()
    assert not (tmp_path / "no such folder").exists()


def test_a_device_can_be_written_to_and_a_full_one_is_said(sayso, pile):
    assert sayso("brief", pile, "-o", "/dev/null").returncode == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    full = sayso("brief", pile, "-o", "/dev/full")
    assert full.returncode == 2
    assert "No space left" in full.stderr.decode()


# ── pipes, terminals, interrupts ─────────────────────────────────────────────────────────────────────────────────────


def test_a_reader_that_goes_away_is_no_traceback(root):
    command = f"{sys.executable} -m sayso schema | head -c 10; exit ${{PIPESTATUS[0]}}"
    surroundings = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=surroundings, check=False)
    assert done.returncode in (0, 141)  # 0 where the pipe took all of it before it closed
    assert done.stderr == b""


def test_progress_is_shown_on_a_terminal_alone(root, ferry):
    watcher, terminal = pty.openpty()
    surroundings = {**os.environ, "PYTHONPATH": str(root / "src"), "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "sayso", "brief", str(ferry), "-o", "/dev/null"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=terminal, env=surroundings) as process:
        os.close(terminal)
        shown = b""
        try:
            while part := os.read(watcher, 65536):
                shown += part
        except OSError:  # the terminal is gone when the program ends
            pass
    os.close(watcher)
    assert process.returncode == 0
    assert b"extract" in shown


def _heeding() -> None:
    """Have a process take notice of Ctrl-C, even where these tests run in the background, with it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_is_one_line_and_leaves_no_file(root, tmp_path):
    pile, target = tmp_path / "long.jsonl", tmp_path / "brief.json"
    with pile.open("w", encoding="utf-8") as lines:
        for number in range(400):
            lines.write(
                json.dumps({**ARTICLE, "id": f"a{number}", "text": PIECE.replace("31", str(number)) * 5}) + "\n"
            )
    command = [sys.executable, "-m", "sayso", "brief", str(pile), "-o", str(target)]
    surroundings = {**os.environ, "PYTHONPATH": str(root / "src")}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, env=surroundings, start_new_session=True, preexec_fn=_heeding
    ) as process:
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().strip() == "sayso: interrupted"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["long.jsonl"]


def test_an_interrupt_that_something_swallows_is_answered_at_the_next_article(root, tmp_path):
    swallow = tmp_path / "swallow.py"
    swallow.write_text(
        "import os, signal, sys\n"
        "from sayso import pipeline\n"
        "extract = pipeline.extract\n"
        "def interrupted(*args, **named):\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    except KeyboardInterrupt:\n"
        "        pass\n"
        "    return extract(*args, **named)\n"
        "pipeline.extract = interrupted\n"
        "from sayso.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, str(swallow), "extract", "-"]
    surroundings = {**os.environ, "PYTHONPATH": str(root / "src")}
    article = json.dumps({**ARTICLE, "text": PIECE}).encode()
    done = subprocess.run(
        command, input=article, capture_output=True, env=surroundings, check=False, preexec_fn=_heeding
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"sayso: interrupted\n")


def test_the_same_pile_gives_the_same_bytes(root, ferry):
    """Python orders sets of strings otherwise in every process: nothing may follow from that."""
    told = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "sayso", "brief", str(ferry), "--format", "json"]
        surroundings = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": seed}
        told.add(subprocess.run(command, capture_output=True, env=surroundings, check=True).stdout)
    assert len(told) == 1
