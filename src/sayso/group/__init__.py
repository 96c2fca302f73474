"""group: which articles cover the same event, and which events make up a running story."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Article, Placement, Reading

__all__ = ["group"]


def group(articles: Sequence[Article], readings: Sequence[Reading] = ()) -> tuple[Placement, ...]:
    """Where each article belongs: its event (one happening) and its story (the events that belong together).

    In: articles in any order, published at a known time, within bounds or unknown, and what extract read in them, if it
    did (names are found by their capitals else). Out: one `Placement` an article, by article id; `event_id` and
    `story_id` are digests of the ids of the articles they hold, so the order of the input changes nothing. An event
    lies within one story. Raises `ModelError` if the shipped encoder is missing or altered.

    Terms and sentence vectors, average link in proportion to what is usual around each article (see `events`), names
    besides for stories (see `stories`); candidates from an inverted index, so near-linear in the number of articles.
    """
    from sayso.group.events import events
    from sayso.group.likeness import portray
    from sayso.group.stories import stories
    from sayso.records import digest

    ordered = sorted(articles, key=lambda article: (article.id, article.text))
    if not ordered:
        return ()
    portraits = portray(ordered, readings)
    happenings = events(portraits)
    placed = []
    for story in stories(portraits, happenings):
        members = sorted(ordered[at].id for happening in story for at in happening)
        story_id = digest("story", *members)
        for happening in story:
            event_id = digest("event", *sorted(ordered[at].id for at in happening))
            placed += [Placement(id=ordered[at].id, event_id=event_id, story_id=story_id) for at in happening]
    return tuple(sorted(placed, key=lambda placement: placement.id))
