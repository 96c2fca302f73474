"""The sets as articles with the event (or story) each belongs to, read from where `SAYSO_DATA` points."""

from __future__ import annotations

import json
import random
import re
import tarfile
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from xml.etree import ElementTree

from sayso.records import Article, Published


@dataclass(frozen=True)
class Pile:
    """Articles, and for each the event it covers."""

    articles: list[Article]
    events: list[Hashable]

    def digest(self) -> str:
        """Identify the inputs."""
        told = [(a.id, a.headline, a.text, a.published.earliest) for a in self.articles]
        return blake2b(repr((told, self.events)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def day(written: str | None) -> Published:
    return Published(earliest=written, latest=written, basis="given") if written else Published()


def basil(root: Path) -> Pile:
    """Full dated articles: 97 events, three outlets each."""
    told = [json.loads(path.read_bytes()) for path in sorted((root / "stories_basil/data/articles").glob("*/*.json"))]
    articles = [
        Article(
            id=one["uuid"],
            input="basil",
            headline=one["title"],
            outlet=one["source"],
            text="\n\n".join(" ".join(paragraph) for paragraph in one["body-paragraphs"]),
            published=day(one["date"]),
        )
        for one in told
    ]
    return Pile(articles, [one["triplet-uuid"] for one in told])


def neus(root: Path, part: str = "val", keep: Callable[[str], bool] = lambda line: True) -> Pile:
    """Headline and lead, undated, three a story; `keep` says of a story's line whether it is taken."""
    articles, events = [], []
    for number, line in enumerate((root / f"stories_neus/{part}.source").read_text(encoding="utf-8").splitlines()):
        for at, item in enumerate(line.split("[SEP]") if keep(line) else ()):
            if found := re.match(r"\s*TITLE=> (.*?) ARTICLE=> ?(.*)", item.strip(), re.S):
                articles.append(Article(id=f"{number}-{at}", input="neus", headline=found[1], text=found[2]))
                events.append(number)
    return Pile(articles, events)


def ecb(root: Path, topics: Iterable[int] = range(1, 36)) -> Pile:
    """Full undated texts of ECB+; an event is a subtopic."""
    articles, events, wanted = [], [], {str(topic) for topic in topics}
    with tarfile.open(root / "events_ecb.tar.xz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if not member.name.endswith(".xml") or member.name.split("/")[-2] not in wanted:
                continue
            opened = archive.extractfile(member)
            assert opened
            name = Path(member.name).stem
            articles.append(Article(id=name, input="ecb", text=_sentences(ElementTree.parse(opened).getroot())))
            events.append(re.sub(r"_\d+", "", name))
    return Pile(articles, events)


def timeline(root: Path) -> Pile:
    """Dated news of one company, and of two of another industry, over six years; every article is an event."""
    folder = root / "timeline_semeval"
    paths = [
        *folder.glob("Corpus-trial-data_task4_TimeML/*.tml"),
        *folder.glob("eval/corpus_1/corpus_trackA_TimeML/*.tml"),
    ]
    articles = []
    for path in sorted(paths, key=lambda path: path.name):
        raw = path.read_text(encoding="utf-8", errors="replace")
        dated = re.search(r"<DCT>.*?value=\"([\d-]+)", raw, re.S)
        body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
        number, _, headline = re.sub("[-_]", " ", path.stem).partition(" ")
        text = re.sub(r"<[^>]+>", "", body[1] if body else "").strip()
        articles.append(
            Article(id=number, input="timeline", headline=headline, text=text, published=day(dated and dated[1]))
        )
    return Pile(articles, [article.id for article in articles])


def ragged(pile: Pile, seed: int = 1) -> Pile:
    """The pile with a random number of articles left in each event, one at least: so that some stand alone."""
    rng, members = random.Random(seed), defaultdict(list)
    for at, event in enumerate(pile.events):
        members[event].append(at)
    kept = sorted(
        at
        for event in sorted(members, key=str)
        for at in rng.sample(members[event], rng.randint(1, len(members[event])))
    )
    return Pile([pile.articles[at] for at in kept], [pile.events[at] for at in kept])


def one_year(root: Path) -> Pile:
    """The stories of the NeuS training part that name the president of 2021 by his office: a year's news, undated."""
    return neus(root, "train", lambda line: bool(re.search(r"President (Joe )?Biden|Biden administration", line)))


def pasted(path: Path) -> Pile:
    """A hand-made story as articles, with the bounds of its dates; its events are not in the file."""
    told = json.loads(path.read_text(encoding="utf-8"))["articles"]
    articles = []
    for one in told:
        first, last = one.get("published_range") or [one["published"]] * 2
        articles.append(
            Article(
                id=one["id"],
                input=path.name,
                headline=one["headline"],
                outlet=one["outlet"],
                text=one["text"],
                published=Published(earliest=first, latest=last),
            )
        )
    return Pile(articles, [path.stem] * len(articles))


def part(pile: Pile, keep: Callable[[Hashable], bool]) -> Pile:
    """The articles of the events that are kept."""
    kept = [at for at, event in enumerate(pile.events) if keep(event)]
    return Pile([pile.articles[at] for at in kept], [pile.events[at] for at in kept])


def joined(*piles: Pile) -> Pile:
    """All in one pile."""
    return Pile([a for pile in piles for a in pile.articles], [event for pile in piles for event in pile.events])


def _sentences(root: ElementTree.Element) -> str:
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        sentences[int(token.get("sentence") or 0)].append(token.text or "")
    return "\n".join(" ".join(sentences[number]) for number in sorted(sentences))
