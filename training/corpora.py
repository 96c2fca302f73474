"""Readers of the corpora we may train on, each a stream of ``Example``s.

A named-entity label is a *pattern* that says which BIO tags are right for a word, because no corpus annotates all six
types (see ``entity_tags``): a corpus without products must not teach that a product is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import msgspec

ENTITY_TYPES = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "MISC")
BIO_TAGS = ("O", *(f"{position}-{kind}" for kind in ENTITY_TYPES for position in "BI"))
OPEN_KINDS = ("PRODUCT", "EVENT", "MISC")
"""The types that only some corpora annotate."""

ANY = "?"
"""Entity pattern of a word about which a corpus says nothing."""
UNTYPED = "O?"
"""Entity pattern of a word that is no person, organisation or place, but may be any other name."""


class Example(msgspec.Struct, frozen=True, omit_defaults=True):
    """One sentence with whichever layers its corpus has; an absent layer is empty, a present one has an item a word."""

    words: list[str]
    upos: list[str] = []
    xpos: list[str] = []
    heads: list[int] = []  # 0 for the root, else 1-based, as in CoNLL-U
    deprels: list[str] = []
    entities: list[str] = []


def entity_tags(pattern: str) -> list[str]:
    """The BIO tags that a pattern allows.

    ``O`` and ``B-PER`` allow themselves; ``B-?`` and ``I-?`` any type of ``OPEN_KINDS``; ``O?`` also no name; ``?``
    everything; several joined by ``/`` allow each.
    """
    allowed: list[str] = []
    for part in pattern.split("/"):
        if part == ANY:
            allowed += BIO_TAGS
        elif part == UNTYPED:
            allowed += ["O", *(f"{position}-{kind}" for kind in OPEN_KINDS for position in "BI")]
        elif part.endswith("-?"):
            allowed += [f"{part[0]}-{kind}" for kind in OPEN_KINDS]
        else:
            allowed.append(part)
    return allowed


def blocks(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Sentences of a CoNLL-like file: its ``# key = value`` comments, and its tab- or space-separated rows."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            if rows:
                yield comments, rows
            comments, rows = {}, []
        elif line.startswith("# ") and not rows:
            key, _, value = line[2:].partition(" = ")
            comments[key] = value
        else:
            rows.append(line.rstrip("\n").split("\t") if "\t" in line else line.split())


def treebank(path: Path) -> Iterator[tuple[dict[str, str], Example, list[str]]]:
    """Sentences of a CoNLL-U file: comments, the parsed example, and the MISC column of its words."""
    for comments, rows in blocks(path):
        words = [row for row in rows if row[0].isdigit()]  # neither contractions (1-2) nor elided words (1.1)
        example = Example(
            words=[row[1] for row in words],
            upos=[row[3] for row in words],
            xpos=[row[4] for row in words],
            heads=[int(row[6]) for row in words],
            deprels=[row[7] for row in words],
        )
        yield comments, example, [row[9] for row in words]


def entity_rows(path: Path) -> Iterator[tuple[dict[str, str], list[str], list[str]]]:
    """Sentences of an IOB file, the tag last (or third, in UNER's five columns): comments, words, tags."""
    for comments, rows in blocks(path):
        if rows[0][0] == "-DOCSTART-":
            continue
        in_uner = rows[0][0].isdigit() and len(rows[0]) >= 3
        words = [row[1] if in_uner else row[0] for row in rows]
        yield comments, words, [row[2] if in_uner else row[-1] for row in rows]


def begin_names(tags: list[str]) -> list[str]:
    """Tags in which each name begins with ``B-`` (IOB2), from tags in which it may begin with ``I-`` (IO, IOB1)."""
    begun = []
    before = "O"
    for tag in tags:
        starts = tag.startswith("I-") and before[2:] != tag[2:]
        begun.append("B-" + tag[2:] if starts else tag)
        before = tag
    return begun


def is_capitalised(word: str) -> bool:
    """Whether a word could be part of a name by its look alone."""
    return any(character.isupper() for character in word)


# --- English Web Treebank with Universal NER ---------------------------------------------------------------------


def english_web_treebank(data: Path, split: str) -> Iterator[Example]:
    """UD English-EWT sentences, with UNER's entities where its words are the same."""
    named = {
        comments.get("sent_id", ""): (words, tags)
        for comments, words, tags in entity_rows(data / "ner_ewt" / f"{split}.iob2")
    }
    for comments, example, _ in treebank(data / "treebank_ewt" / f"{split}.conllu"):
        words, tags = named.pop(comments["sent_id"], ([], []))
        if words == example.words:
            entities = [_uner_pattern(*row) for row in zip(words, tags, example.upos, strict=True)]
            example = msgspec.structs.replace(example, entities=entities)
        yield example


def _uner_pattern(word: str, tag: str, upos: str) -> str:
    if tag in ("B-O", "I-O"):  # stray tags, on names and punctuation alike: no evidence either way
        return ANY if is_capitalised(word) else "O"
    if tag.endswith("-OTH"):
        return f"{tag[0]}-?"
    return UNTYPED if tag == "O" and upos == "PROPN" else tag


# --- GUM ---------------------------------------------------------------------------------------------------------

_GUM_KINDS = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "object": "?",
    "abstract": "?",
}
_NAME_CONNECTORS = frozenset(["of", "the", "and", "for", "de", "la", "&", "-", "/", "'", "’", "'s", "’s"])
_TITLES = frozenset(
    [
        "president",
        "vice",
        "prime",
        "minister",
        "mr.",
        "mrs.",
        "ms.",
        "mr",
        "mrs",
        "ms",
        "dr.",
        "dr",
        "sir",
        "senator",
        "sen.",
        "governor",
        "gov.",
        "chancellor",
        "king",
        "queen",
        "prince",
        "princess",
        "professor",
        "prof.",
        "general",
        "gen.",
        "judge",
        "justice",
        "pope",
        "colonel",
        "captain",
        "lieutenant",
        "secretary",
        "chairman",
        "director",
        "representative",
        "congressman",
        "congresswoman",
        "mayor",
        "saint",
    ]
)  # fmt: skip


def gum_splits(data: Path) -> dict[str, str]:
    """Split (train, dev, test, test2) of each GUM document, as its makers publish it."""
    splits = {}
    split = ""
    for line in (data / "gum" / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            split = line[3:].strip()
        elif line.strip().startswith("* "):
            splits[line.strip()[2:]] = split
    return splits


def gum(data: Path, split: str) -> Iterator[Example]:
    """Sentences of GUM's documents of a split, with its named entities; without ``court``, whose licence is unsure."""
    splits = gum_splits(data)
    for path in sorted((data / "gum" / "dep").glob("*.conllu")):
        if splits[path.stem] == split and "_court_" not in path.stem:
            for _, example, misc in treebank(path):
                yield msgspec.structs.replace(example, entities=_gum_patterns(example, misc))


def gum_mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    """Mentions of a sentence as (first word, word after the last, GUM type), from the words' MISC columns."""
    mentions = []
    open_mentions: list[tuple[str, int, str]] = []
    for position, column in enumerate(misc):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for begins, body, ends in re.findall(r"(\()?([^()]+)(\))?", entity):
            fields = body.split("-")
            if begins and ends:
                mentions.append((position, position + 1, fields[1]))
            elif begins:
                open_mentions.append((fields[0], position, fields[1]))
            else:
                index = next((i for i in reversed(range(len(open_mentions))) if open_mentions[i][0] == fields[0]), None)
                if index is not None:
                    _, start, kind = open_mentions.pop(index)
                    mentions.append((start, position + 1, kind))
    return mentions


def _gum_patterns(example: Example, misc: list[str]) -> list[str]:
    """Entity patterns of a sentence: a mention whose head is a proper noun is a name, trimmed to its proper part."""
    patterns = [ANY if upos == "PROPN" else "O" for upos in example.upos]
    mentions = sorted(gum_mentions(misc), key=lambda mention: (mention[0] - mention[1], mention[0]))
    taken = [False] * len(patterns)
    for start, end, kind in mentions:
        if kind == "time":
            for position in range(start, end):
                if not taken[position]:
                    patterns[position] = "O"
        if kind not in _GUM_KINDS:
            continue
        head = next((i for i in range(start, end) if not start < example.heads[i] <= end), start)
        if example.upos[head] != "PROPN":
            continue
        inner = [
            mention
            for mention in mentions
            if mention[2] in ("place", "organization") and start <= mention[0] < mention[1] <= end
            if mention[1] - mention[0] < end - start
        ]
        first, last = _proper_part(example, start, end, head, inner if kind == "person" else [])
        if any(taken[first:last]):
            continue
        label = _GUM_KINDS[kind]
        for position in range(first, last):
            taken[position] = True
            patterns[position] = f"{'B' if position == first else 'I'}-{label}"
        if label == "PER":
            _free_titles(example, patterns, first, last)
    return patterns


def _proper_part(
    example: Example, start: int, end: int, head: int, inner: list[tuple[int, int, str]]
) -> tuple[int, int]:
    """The run of proper nouns around a mention's head, over connectors between them, outside the inner mentions."""
    blocked = {position for first, last, _ in inner for position in range(first, last)} - {head}

    def belongs(position: int) -> bool:
        word = example.words[position]
        return example.upos[position] == "PROPN" or (is_capitalised(word) and example.upos[position] in ("ADJ", "NOUN"))

    first = head
    for position in range(head - 1, start - 1, -1):
        if position in blocked or not (belongs(position) or example.words[position] in _NAME_CONNECTORS):
            break
        if belongs(position):
            first = position
    last = head + 1
    for position in range(head + 1, end):
        if position in blocked or not (belongs(position) or example.words[position] in _NAME_CONNECTORS):
            break
        if belongs(position):
            last = position + 1
    return first, last


def _free_titles(example: Example, patterns: list[str], first: int, last: int) -> None:
    """Leave open whether a title begins a person's name: GUM includes it, UNER does not."""
    for position in range(first, last - 1):
        if example.words[position].lower() not in _TITLES:
            break
        patterns[position] = "O/" + patterns[position]
        patterns[position + 1] = "B-PER/I-PER"


# --- Smaller sets of named entities ------------------------------------------------------------------------------

_WNUT_KINDS = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "product": "PRODUCT",
    "creative-work": "MISC",
}


def wikigold(data: Path) -> Iterator[Example]:
    """Wikipedia sentences with the four CoNLL types; MISC there covers products and events too."""
    path = data / "ner_small" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    for _, words, tags in entity_rows(path):
        patterns = [f"{tag[0]}-?" if tag.endswith("-MISC") else tag for tag in begin_names(tags)]
        yield Example(words=words, entities=patterns)


def wnut17(data: Path) -> Iterator[Example]:
    """Social-media sentences with persons, places, companies, groups, products and works, but no events.

    Only those that name something: the others are far from news and would fill a tenth of each epoch.
    """
    path = data / "ner_small" / "WNUT17" / "CONLL-format" / "data" / "train" / "wnut17train.conll"
    for _, words, tags in entity_rows(path):
        patterns = []
        for word, tag in zip(words, tags, strict=True):
            position, _, kind = tag.partition("-")
            o = UNTYPED if is_capitalised(word) else "O"
            patterns.append(f"{position}-{_WNUT_KINDS[kind]}" if kind else o)
        if any(tag != "O" for tag in tags):
            yield Example(words=words, entities=patterns)


def broad_twitter(data: Path) -> Iterator[Example]:
    """Broad Twitter Corpus, the sections about news and events; without tweets that hold user names (labelled PER)."""
    for section in "efg":
        path = data / "ner_small" / "BTC" / "CONLL-format" / "data" / f"{section}.conll"
        for _, words, tags in entity_rows(path):
            if "@" not in words and len(words) > 3:
                patterns = [
                    UNTYPED if tag == "O" and is_capitalised(word) else tag
                    for word, tag in zip(words, tags, strict=True)
                ]
                yield Example(words=words, entities=patterns)


# --- MEANTIME ----------------------------------------------------------------------------------------------------

_MEANTIME_KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PRO": "PRODUCT"}
_ANNOTATED_SENTENCES = ("0", "2", "3", "4", "5")
"""Headline and first sentences; sentence 1 is the date line."""


def meantime(data: Path) -> Iterator[Example]:
    """Wikinews sentences about Airbus and Apple: companies, products, people and places in news.

    A capitalised word that no mention of a known instance covers may be anything: not all mentions are linked.
    """
    for path in sorted((data / "time_meantime" / "intra_cross-doc_annotation").rglob("*.xml")):
        document = ElementTree.parse(path).getroot()
        tokens = list(document.iter("token"))
        places = {token.get("t_id"): place for place, token in enumerate(tokens)}
        words = [token.text or "" for token in tokens]
        patterns = [ANY if is_capitalised(word) else "O" for word in words]
        for mention, kind in _meantime_names(document):
            covered = sorted(places[anchor.get("t_id")] for anchor in mention.findall("token_anchor"))
            covered = _named_part(covered, words, mention.get("head", "").split())
            for place in covered:
                patterns[place] = f"{'B' if place == covered[0] else 'I'}-{kind}"
        for sentence in _ANNOTATED_SENTENCES:
            chosen = [place for place, token in enumerate(tokens) if token.get("sentence") == sentence]
            if chosen:
                yield Example(words=[words[i] for i in chosen], entities=[patterns[i] for i in chosen])


def _named_part(covered: list[int], words: list[str], head: list[str]) -> list[int]:
    """The words of a mention that are its name: its annotated head, or all if they could be one."""
    for first in range(len(covered) - len(head) + 1):
        if head and [words[place] for place in covered[first : first + len(head)]] == head:
            return covered[first : first + len(head)]
    while covered and (words[covered[0]] in ("The", "A") or not is_capitalised(words[covered[0]])):
        covered = covered[1:]
    while covered and not re.search(r"[A-Z0-9]", words[covered[-1]]):
        covered = covered[:-1]
    is_name = len(covered) <= 6 and not any(words[place] in (",", "(", ";") for place in covered)
    return covered if is_name else []


def _meantime_names(document: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str]]:
    """Mentions by name, and the type of the instance that they refer to."""
    kinds = {entity.get("m_id"): entity.get("ent_type", "") for entity in document.iter("ENTITY")}
    for link in document.iter("REFERS_TO"):
        kind = _MEANTIME_KINDS.get(next((kinds.get(t.get("m_id"), "") for t in link.findall("target")), ""))
        sources = {source.get("m_id") for source in link.findall("source")}
        for mention in document.iter("ENTITY_MENTION"):
            if kind and mention.get("m_id") in sources and "NAM" in (mention.get("syntactic_type") or ""):
                yield mention, kind


# --- Text without labels -----------------------------------------------------------------------------------------


def fool_me_twice(data: Path) -> Iterator[Example]:
    """The distinct sentences of FM2's claims and evidence (Wikipedia), cut into words as run time cuts them."""
    from sayso.extract.tokens import split

    rows = [msgspec.json.decode(line) for line in (data / "pairs" / "fm2" / "dev.jsonl").read_bytes().splitlines()]
    evidence = [piece["text"] for row in rows for piece in (*row["gold_evidence"], *row["retrieved_evidence"])]
    for text in dict.fromkeys([*(row["text"] for row in rows), *evidence]):
        for sentence in split(text):
            yield Example(words=[token.text for token in sentence.tokens])
