"""Clean: from a raw article its main text, what the page tells about it, and the way back to the raw input.

In: a `RawArticle`. Out: an `Article`: body, headline, authors, outlet, published time with its basis, language, and a `Cut`
with a reason for everything that was left out. For a paste, the raw text with the cuts taken out is exactly `Article.text`;
for a page, cuts carry text and reason alone. A text (an article a line) is taken as it is.

    paste.py      a page pasted as plain text, line by line     page.py      a saved page, from its HTML
    cues.py       words that give furniture away, by reason     guard.py     cleaning with limits set from outside
    tree.py       a page's HTML as a tree, hidden text out      mode.py      its main text, by trafilatura
    parts.py      a story in several boxes                      story.py     which lines are the story's
    closing.py    what stands behind the story's end            furniture.py what furniture.txt lists
    facts.py      what a page tells about itself                stated.py    the story as its JSON-LD states it
    links.py      which lines are links to other stories        refuse.py    what is no article, or but a part of one
    headline.py   the headline                                  visible.py   what a page shows, and what above its story
    authors.py    a page's authors                              signed.py    the bylines that it shows
    people.py     names of people in a byline                   outlet.py    its outlet and section
    byline.py     who wrote a paste and who publishes it        published.py when it was published, and modified
    dates.py      absolute dates in text                        inferred.py  bounds from what the text already knows
    dateline.py   where and when an agency's story was written  day_order.py whether a page writes the day first
    language.py   which language it is
"""

from __future__ import annotations

from sayso.clean import language
from sayso.clean.paste import paste
from sayso.errors import InputError
from sayso.records import Article, Bases, Basis, Given, Published, RawArticle, digest

__all__ = ["clean"]


def clean(raw: RawArticle) -> Article:
    r"""Clean one raw article. What `raw.given` tells is believed; the rest is found in the content.

    Offsets of cuts are code points into `raw.content`. The id is the given one, or a digest of outlet, url, headline and
    text: identical copies get the same, and whoever holds the pile keeps them apart. Raises InputError where there is
    no article: an empty text, a consent wall, a list of links.

    >>> article = clean(RawArticle(input="a.txt", form="paste", content="Subscribe\n\nAcme closed its mill on Monday."))
    >>> article.text, [(cut.text, cut.reason) for cut in article.cuts]
    ('Acme closed its mill on Monday.', [('Subscribe\n\n', 'subscribe')])
    """
    if not raw.content.strip():
        raise InputError("empty", f"{raw.input}: holds nothing but white space.")
    if raw.form == "page":
        from sayso.clean.page import page  # trafilatura is slow to import, and pastes do without it

        found = page(raw)
    elif raw.form == "paste":
        found = paste(raw)
    else:
        found = Article(id="", input=raw.input, text=raw.content)
    return _with_given(found, raw.given)


def _with_given(found: Article, given: Given) -> Article:
    """The article as found, what was told about it put over it, and with its id."""
    outlet, url = given.outlet or found.outlet, given.url or found.url
    headline = given.headline or found.headline
    return Article(
        id=given.id or digest(outlet, url, headline, found.text),
        input=found.input,
        text=found.text,
        url=url,
        outlet=outlet,
        headline=headline,
        authors=given.authors or found.authors,
        published=given.published or found.published or Published(),
        language=found.language or language.of(found.text),
        cuts=found.cuts,
        section=found.section,
        modified=found.modified,
        bases=_bases(found, given),
    )


def _bases(found: Article, given: Given) -> Bases:
    """What outlet, headline and authors rest on once what was told is put over what was found; a paste shows what it has."""

    def basis(told: object, known: object, of_page: Basis | None) -> Basis | None:
        return "given" if told else of_page or ("text" if known else None)

    return Bases(
        outlet=basis(given.outlet, found.outlet, found.bases.outlet),
        headline=basis(given.headline, found.headline, found.bases.headline),
        authors=basis(given.authors, found.authors, found.bases.authors),
        section=found.bases.section,
    )
