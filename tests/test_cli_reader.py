"""`sayso extract` on bad text and with bad model files, as a user meets it."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.extract.tokens import MOST_TOKENS
from sayso.weights import READER

SAYSO = [sys.executable, "-m", "sayso"]
STORY = "Orlanda Motors said on Monday that it had sold 410,000 vans in Lisbon since 2021, and Tom Okafor denied it; "
PLAIN = "The firm said it sold 30 vans in May. "


def extracted(*texts: str) -> tuple[list[dict], float]:
    """The readings of texts, and the processor seconds they took."""
    lines = "\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([*SAYSO, "extract", "-"], input=lines.encode(), capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [json.loads(line) for line in done.stdout.splitlines()], spent


def assert_leads_back(reading: dict, text: str) -> None:
    """Every span is in the text, and what is quoted is what stands there."""
    spans = [*reading["sentences"], *(span for one in reading["attributions"] for span in one["content"])]
    spans += [mention for entity in reading["entities"] for mention in entity["mentions"]]
    assert all(0 <= span["start"] < span["end"] <= len(text) for span in spans)
    for found in (*reading["claims"], *reading["quantities"], *reading["timexes"]):
        assert text[found["start"] : found["end"]] == found["text"]
    ends = [0, *(span["end"] for span in reading["sentences"])]
    gaps = [text[end : span["start"]] for end, span in zip(ends, reading["sentences"], strict=False)]
    assert not any(gap.strip() for gap in gaps)
    assert not text[ends[-1] :].strip()


def long_sentence(size: int) -> str:
    """One sentence of so many characters, no stretch of which is like another."""
    count = size // len(STORY) + 1
    return "".join(STORY.replace("410,000", str(1000 + n)).replace("Lisbon", f"Port{n}") for n in range(count))[:size]


def test_a_word_of_a_million_characters_and_a_sentence_of_very_many():
    # A sentence of a million works as well, and takes ten times as long as this one.
    word, words = "a" * 1_000_000, long_sentence(50_000)
    for text, reading in zip((word, words), extracted(word, words)[0], strict=True):
        assert_leads_back(reading, text)
    assert reading["sentences"][0]["end"] < len(STORY) * MOST_TOKENS


def test_a_long_sentence_takes_linear_time():
    start_up = extracted("Rain fell.")[1]
    short, long = (extracted(long_sentence(size))[1] - start_up for size in (8_000, 32_000))
    assert long < 4 * 2 * max(short, 0.2)  # with as much again for a busy machine; quadratic would be 16 times


def test_ten_thousand_sentences_of_one_word():
    alike, unlike = "Yes. " * 10_000, " ".join(f"Word{n:x}." for n in range(2_000))
    for text, reading in zip((alike, unlike), extracted(alike, unlike)[0], strict=True):
        assert len(reading["sentences"]) == text.count(".")
        assert_leads_back(reading, text)
        assert not reading["attributions"]


UNREADABLE = {
    "Chinese": "公司周一表示，已售出三万辆汽车。" * 50,
    "Russian": "Компания сообщила в понедельник, что продала автомобили. " * 20,
    "Arabic": "قالت الشركة يوم الاثنين إنها باعت السيارات. " * 20,
    "Thai": "บริษัทกล่าวเมื่อวันจันทร์ " * 20,
    "emoji": "👩‍👩‍👧‍👦🇵🇹👍🏽 " * 100,
    "joiners": "\u200d".join(PLAIN * 10),
    "zero-width spaces": "\u200b".join(PLAIN * 10),
    "combining marks": "".join(f"{letter}\u0301\u0327" for letter in PLAIN * 10),
}


def test_what_cannot_be_read_says_nothing_about_anybody():
    readings, _ = extracted(*UNREADABLE.values())
    for (name, text), reading in zip(UNREADABLE.items(), readings, strict=True):
        assert_leads_back(reading, text)
        assert not reading["attributions"], name
        assert not reading["entities"], name


def test_emoji_and_joiners_beside_words_take_nothing_from_them():
    text = "👩‍👩‍👧 Maria Keller said 👍🏽 Orlanda Motors sold 410,000 vans 🇵🇹 in May 2021. \u200dLisbon\u200d waits."
    (reading,), _ = extracted(text)
    assert_leads_back(reading, text)
    assert "Maria Keller" in {entity["name"] for entity in reading["entities"]}
    assert [(q["text"], q["value"]) for q in reading["quantities"]] == [("410,000 vans", 410_000)]


@pytest.fixture
def copy_of_sayso(tmp_path):
    """The package, to be damaged."""
    shutil.copytree(Path(sayso.__file__).parent, tmp_path / "sayso")
    return tmp_path


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("file", "damage"),
    [("model.onnx", Path.unlink), ("model.onnx", flip), ("tokenizer.json", Path.unlink), ("labels.json", flip)],
    ids=["no model", "altered model", "no tokenizer", "altered labels"],
)
def test_without_its_model_it_reads_nothing_and_says_why(copy_of_sayso, file, damage):
    damage(copy_of_sayso / "sayso" / "weights" / READER / file)
    articles = "\n".join(json.dumps({"text": PLAIN}) for _ in range(30))  # as many as are spread over processes
    environment = {**os.environ, "PYTHONPATH": str(copy_of_sayso)}
    done = subprocess.run(
        [*SAYSO, "extract", "-"], input=articles, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"sayso: The model file {READER}/{file}" in done.stderr
    assert "Reinstall Sayso" in done.stderr
    assert len(done.stderr.splitlines()) == 1
