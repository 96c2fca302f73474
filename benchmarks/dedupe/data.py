"""Articles with known copies, made from open text (seeded) or read from stance_fnc1."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.records import Article

SEED = 20
DOCUMENTS = 400
SHINGLE = 8
QUOTED = re.compile(r"“[^”\n]*”|(?<![^\s(])\"[^\"\n]*\"")


@dataclass(frozen=True)
class Copied:
    """That `copy` repeats `original`; `spans` are where in the copy, where that is known. `sure` pairs count as misses."""

    copy: str
    original: str
    spans: tuple[tuple[int, int], ...] | None
    sure: bool = True


def documents(root: Path) -> Iterator[str]:
    """Texts of some length, from UD English-EWT and GUM, sentence after sentence."""
    for path in sorted((root / "treebank_ewt").glob("*.conllu")) + sorted((root / "gum/dep").glob("*.conllu")):
        if "_court_" in path.name:
            continue
        for document in re.split(r"# newdoc", path.read_text(encoding="utf-8"))[1:]:
            text = " ".join(re.findall(r"^# text = (.*)$", document, re.M))
            if len(text.split()) >= 120:
                yield text


def pasted(root: Path, share: float) -> tuple[list[Article], list[Copied]]:
    """Half of the articles hold a passage (40 to 120 words) or the whole of another, `share` of its words replaced."""
    rng = random.Random(SEED)
    texts = list(documents(root))[:DOCUMENTS]
    vocabulary = sorted({word for text in texts for word in text.split()})
    articles, copied = [], []
    for at, text in enumerate(texts):
        original = f"{at:04}"
        articles.append(Article(id=original, input="open", text=" ".join(text.split())))
        if at % 2:
            continue
        words = text.split()
        length = len(words) if at % 8 == 0 else min(len(words), rng.randint(40, 120))
        first = rng.randint(0, len(words) - length)
        passage = [rng.choice(vocabulary) if rng.random() < share else word for word in words[first : first + length]]
        host = [] if at % 8 == 0 else texts[at + 1 if at + 1 < len(texts) else at - 1].split()[::-1][:200]
        place = rng.randint(0, len(host))
        before = " ".join(host[:place])
        start = len(before) + bool(before)
        body = " ".join([*host[:place], *passage, *host[place:]])
        articles.append(Article(id=f"{at:04}-copy", input="open", text=body))
        copied.append(Copied(f"{at:04}-copy", original, ((start, start + len(" ".join(passage))),)))
    return articles, copied


def bodies(root: Path, most: int | None = None) -> tuple[list[Article], list[Copied]]:
    """The bodies, and the pairs that share 8-word shingles outside quotation marks; with a tenth of the shorter's, sure.

    `most`: only so many bodies.
    """
    csv.field_size_limit(10**9)
    with (root / "stance_fnc1/train_bodies.csv").open(encoding="utf-8", newline="") as file:
        articles = [Article(id=row["Body ID"], input="fnc", text=row["articleBody"]) for row in csv.DictReader(file)][
            :most
        ]
    carriers, sizes = defaultdict(set), {}
    for article in articles:
        words = re.findall(r"\w+", QUOTED.sub(" … ", article.text.lower()))
        own = {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
        sizes[article.id] = max(1, len(own))
        for shingle in own:
            carriers[shingle].add(article.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for carried in carriers.values():
        for left in carried:
            for right in carried:
                if left < right:
                    shared[left, right] += 1
    pairs = {pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in shared.items()}
    return articles, [Copied(*pair, None, contained >= 0.1) for pair, contained in sorted(pairs.items())]


def edited(root: Path) -> list[Article]:
    """Articles of different text that quote the same sentence, in quotation marks, and copy nothing."""
    texts = [" ".join(text.split()) for text in list(documents(root))[:60]]
    quotation = "“" + " ".join(texts[0].replace('"', "").split()[:40]) + "”"
    return [
        Article(id=str(at), input="open", text=f"{text} {quotation} {text[::-1]}") for at, text in enumerate(texts[1:])
    ]
