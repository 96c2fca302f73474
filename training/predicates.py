"""Corpora of predicates: how sure, whether so and whether to come they are, and which of them report.

Each reader gives sentences with marks on some words; a word without a mark teaches nothing.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from training.corpora import gum_splits, treebank

PROPERTIES = ("unsure", "negated", "future", "reporting")
"""What a predicate may be, each by itself: a mark says of each ``True``, ``False`` or nothing."""

Mark = dict[str, bool]


class Marked(msgspec.Struct, frozen=True):
    """One sentence: the marks of its words by their places, and which part of its corpus it is from."""

    words: list[str]
    marks: dict[int, Mark]
    part: str


# --- MEANTIME ----------------------------------------------------------------------------------------------------


def meantime(data: Path) -> Iterator[Marked]:
    """Wikinews about Airbus and Apple: certainty, polarity and time of each event, and which events report another."""
    for path in sorted((data / "time_meantime" / "intra_cross-doc_annotation").rglob("*.xml")):
        document = ElementTree.parse(path).getroot()
        tokens = {token.get("t_id"): token for token in document.iter("token")}
        sentences: dict[str, list[str | None]] = {}
        for name, token in tokens.items():
            sentences.setdefault(token.get("sentence", ""), []).append(name)
        reporting = {source.get("m_id") for link in document.iter("SLINK") for source in link.findall("source")}
        marks: dict[str, dict[int, Mark]] = {}
        for event in document.iter("EVENT_MENTION"):
            anchors = [anchor.get("t_id") for anchor in event.findall("token_anchor")]
            if not event.get("certainty") or not anchors:
                continue
            sentence = tokens[anchors[-1]].get("sentence", "")
            place = sentences[sentence].index(anchors[-1])
            marks.setdefault(sentence, {})[place] = _event(event) | {"reporting": event.get("m_id") in reporting}
        for sentence, found in marks.items():
            yield Marked([tokens[name].text or "" for name in sentences[sentence]], found, path.parent.name)


def _event(event: ElementTree.Element) -> Mark:
    """What MEANTIME says of an event; a condition and what hangs on it are unsure."""
    certainty, polarity, time = (event.get(name, "") for name in ("certainty", "polarity", "time"))
    mark = {}
    if certainty in {"CERTAIN", "POSSIBLE", "PROBABLE"}:
        mark["unsure"] = certainty != "CERTAIN"
    if event.get("special_cases", "").startswith("COND"):
        mark["unsure"] = True
    if polarity in {"POS", "NEG"}:
        mark["negated"] = polarity == "NEG"
    if time in {"FUTURE", "NON_FUTURE"}:
        mark["future"] = time == "FUTURE"
    return mark


# --- PropBank ----------------------------------------------------------------------------------------------------

# Senses that are no saying, thinking or asking, among the rolesets of the reporting file.
_NO_REPORT = frozenset({"know.01", "refuse.01", "respond.01", "agree.01"})
_OPEN, _TO_COME, _PLAIN = (
    frozenset({"may", "might"}),
    frozenset({"will", "'ll", "’ll", "shall", "wo"}),
    frozenset({"VBD"}),
)


def propbank(data: Path, split: str) -> Iterator[Marked]:
    """PropBank on EWT: reporting predicates with their content, negations, and what a modal says of certainty and time."""
    reporting = {
        msgspec.json.decode(line)["roleset"]
        for line in (data / "propbank_ewt" / "ewt_reporting.jsonl").read_bytes().splitlines()
    } - _NO_REPORT
    tags = {
        comments["sent_id"]: example.xpos
        for comments, example, _ in treebank(data / "treebank_ewt" / f"{split}.conllu")
    }
    sentences: dict[str, Marked] = {}
    with gzip.open(data / "propbank_ewt" / "ewt_srl_all.jsonl.gz") as lines:
        for line in lines:
            row = msgspec.json.decode(line)
            if row["split"] != split or len(row["args"]["V"]) != 1:
                continue
            place = row["args"]["V"][0][0]
            xpos = tags.get(row["sent"], [])
            if len(xpos) != len(row["tokens"]) or not xpos[place].startswith("VB"):
                continue
            home = sentences.setdefault(row["sent"], Marked(row["tokens"], {}, "propbank"))
            home.marks[place] = _roles(row, xpos[place], reporting)
    yield from sentences.values()


def _roles(row: dict, xpos: str, reporting: set[str]) -> Mark:  # type: ignore[type-arg]
    args = row["args"]
    negated = "ARGM-NEG" in args
    modals = {row["tokens"][a].lower() for a, _ in args.get("ARGM-MOD", [])}
    mark = {"negated": negated}
    if row["roleset"] in reporting:
        mark["reporting"] = "ARG1" in args
    elif row["roleset"] not in _NO_REPORT:
        mark["reporting"] = False
    if modals & _OPEN or modals & _TO_COME or (xpos in _PLAIN and not modals):
        mark["unsure"], mark["future"] = bool(modals & _OPEN), bool(modals & _TO_COME)
    return mark


# --- GUM ---------------------------------------------------------------------------------------------------------


def gum(data: Path, split: str) -> Iterator[Marked]:
    """GUM: verbs that head the unit in which something is attributed to somebody, and those of conditions."""
    splits = gum_splits(data)
    for path in sorted((data / "gum" / "dep").glob("*.conllu")):
        if splits.get(path.stem) != split or "_court_" in path.name:
            continue
        for _, example, misc in treebank(path):
            marks = dict(_units(example.heads, example.upos, misc))
            if marks:
                yield Marked(example.words, marks, "gum")


def _units(heads: list[int], upos: list[str], misc: list[str]) -> Iterator[tuple[int, Mark]]:
    starts = [place for place, note in enumerate(misc) if "Discourse=" in note]
    for first, last in zip(starts, [*starts[1:], len(heads)], strict=True):
        kind = misc[first].partition("Discourse=")[2].partition(":")[0]
        tops = [place for place in range(first, last) if not first < heads[place] <= last and upos[place] == "VERB"]
        for place in tops[:1]:
            if kind.startswith("attribution"):
                yield place, {"reporting": True}
            elif kind == "contingency-condition":
                yield place, {"unsure": True, "reporting": False}
            else:
                yield place, {"reporting": False}
