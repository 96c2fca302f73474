"""What an outlet, an article or an origin is called on the page, and the sentence that a claim stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import urlsplit

from sayso.records import Article, Claim
from sayso.report.visible import one_line, shortened
from sayso.spans import sentence_around

LABEL_WIDTH = 28  # characters: what fits beside a date on a 390 px phone and in an 80-column terminal

NAME_WIDTH = 80  # characters; what is longer is no name, whatever stands in the record

_ID = re.compile(r"[\w-]+")


class Sources:
    """The articles of a brief by id: numbers, labels, sentences. An unknown outlet is called by what is at hand."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self.numbers = {id_: number for number, id_ in enumerate(self.articles, start=1)}
        self.labels = {id_: label(article) for id_, article in self.articles.items()}

    def article(self, id_: str) -> Article:
        """The article, or an empty one under that id where the brief lacks it."""
        return self.articles.get(id_) or Article(id=id_, input=id_, text="")

    def outlet(self, id_: str) -> str:
        """What the article's outlet is called."""
        return self.labels.get(id_) or shortened(id_, LABEL_WIDTH)

    def name(self, outlet_or_id: str) -> str:
        """A name from `reported_by`, `origins` or `denied_by`: an article's id there stands for its unknown outlet."""
        return self.labels.get(outlet_or_id) or shortened(outlet_or_id, NAME_WIDTH)

    def distinct(self, names: Iterable[str]) -> list[str]:
        """Each outlet or origin once: an article's id there stands for its outlet, as far as that is known."""
        known = self.articles
        return list(dict.fromkeys((known[name].outlet or name) if name in known else name for name in names))

    def in_words(self, reason: str) -> str:
        """A reason with article ids replaced by what those articles are called."""
        return _ID.sub(lambda found: self._label_of_id(found.group()), reason)

    def _label_of_id(self, word: str) -> str:
        number = word.isdigit() and len(word) <= 8  # "3" may be an id, but in a reason it is a number
        return word if number else self.labels.get(word, word)

    def sentence(self, claim: Claim) -> tuple[int, int]:
        """The sentence around a claim, as offsets into its article's text; the claim's own where that is unclear."""
        text = self.article(claim.article_id).text
        if text[claim.start : claim.end] != claim.text or not claim.text.strip():
            return claim.start, claim.end
        return sentence_around(text, claim.start, claim.end)

    def sentence_text(self, claim: Claim) -> str:
        """The sentence around a claim, or the claim's own words where its article is missing."""
        start, end = self.sentence(claim)
        return self.article(claim.article_id).text[start:end] or claim.text


def label(article: Article) -> str:
    """What to call the outlet: its name, else its host, else its headline's or its file's first words.

    >>> label(Article(id="3", input="a/b.txt", text="", headline="Norvik Ferries denies plans for the Great Lakes"))
    '“Norvik Ferries denies…”'
    """
    if article.outlet and article.outlet.strip():
        return shortened(article.outlet, NAME_WIDTH)
    host = _host(article.url)
    if host:
        return host
    if article.headline and article.headline.strip():
        return f"“{shortened(article.headline, LABEL_WIDTH - 2)}”"
    return shortened(PurePath(article.input).stem or article.id, LABEL_WIDTH) or "unnamed article"


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # "http://[" and its like
        return None
    return one_line(host).removeprefix("www.") or None
