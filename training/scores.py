"""Scores of parses against a gold standard, in percent: tags, trees, names. Shared with the benchmark of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.weights.reader import Parse
from training import corpora
from training.prepare import read_examples

SCORED_KINDS = ("PER", "ORG", "LOC")
"""The types that all corpora of names share."""


def read_gold(path: Path) -> list[corpora.Example]:
    """The sentences of a file to score."""
    if path.suffix == ".jsonl":
        return read_examples(path)
    if path.suffix == ".conllu":
        return [example for _, example, _ in corpora.treebank(path)]
    return [
        corpora.Example(words=words, entities=corpora.begin_names(tags)) for _, words, tags in corpora.entity_rows(path)
    ]


def parsing_scores(gold: Sequence[corpora.Example], parses: Sequence[Parse]) -> dict[str, float]:
    """Percentages of words with the right tags, head, and head with relation."""
    right = dict.fromkeys(("UPOS", "XPOS", "UAS", "LAS", "LAS+subtype"), 0)
    words = 0
    for example, parse in zip(gold, parses, strict=True):
        if not example.heads:
            continue
        words += len(example.words)
        heads = [head + 1 for head in parse.heads]
        for place in range(len(example.words)):
            attached = heads[place] == example.heads[place]
            relation, expected = parse.deprels[place], example.deprels[place]
            right["UPOS"] += parse.upos[place] == example.upos[place]
            right["XPOS"] += parse.xpos[place] == example.xpos[place]
            right["UAS"] += attached
            right["LAS"] += attached and relation.split(":")[0] == expected.split(":")[0]
            right["LAS+subtype"] += attached and relation == expected
    return {name: 100 * count / words for name, count in right.items()} if words else {}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names of a row of BIO tags as (first word, word after the last, type)."""
    found = set()
    start = 0
    for place, tag in enumerate([*tags, "O"]):
        if place and tags[place - 1] != "O" and (tag == "O" or tag[0] == "B" or tag[2:] != tags[place - 1][2:]):
            found.add((start, place, tags[place - 1][2:]))
        if tag[0] == "B":
            start = place
    return found


def name_scores(gold: Sequence[corpora.Example], parses: Sequence[Parse]) -> dict[str, float]:
    """Strict precision, recall and F1 over ``SCORED_KINDS``, and the F1 of each, in percent."""
    counts = {kind: np.zeros(3) for kind in SCORED_KINDS}  # right, found, expected
    for example, parse in zip(gold, parses, strict=True):
        expected, found = spans(example.entities) if example.entities else set(), spans(parse.ner)
        found = {span for span in found if span in expected or not _is_open(example.entities[span[0] : span[1]])}
        if example.entities:
            for kind, count in counts.items():
                of_kind = ({span for span in some if span[2] == kind} for some in (found & expected, found, expected))
                count += [len(some) for some in of_kind]
    total = np.sum(list(counts.values()), axis=0)
    if not total[2]:
        return {}
    scores = {"P": 100 * total[0] / max(total[1], 1), "R": 100 * total[0] / total[2], "F1": _f1(total)}
    return scores | {f"F1 {kind}": _f1(count) for kind, count in counts.items()}


def _is_open(patterns: Sequence[str]) -> bool:
    """Whether a corpus leaves open what these words are, so that a name found there is neither right nor wrong."""
    return any(pattern == corpora.ANY or "/" in pattern for pattern in patterns)


def _f1(count: np.ndarray) -> float:
    return float(200 * count[0] / max(count[1] + count[2], 1))
