"""The data model: everything that passes between stages, on one page.

Frozen, flat, picklable structs that refer to each other by id. Offsets are Unicode code points into `Article.text`, end
excluded; `text[start:end]` is always the quoted text. Ids are digests of what identifies the record, so that reruns and
shards give the same ids. Times are ISO 8601 strings, `latest` included; None is open or unknown.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Literal

import msgspec

Basis = Literal["given", "meta", "text", "relative", "inferred"]
EntityType = Literal["PER", "ORG", "LOC", "PRODUCT", "EVENT", "MISC"]
Form = Literal["name", "nominal", "pronoun"]
Mode = Literal["direct", "indirect", "mixed", "declined"]
Polarity = Literal["positive", "negative"]
Status = Literal["denied", "conditional", "rumoured", "planned", "predicted", "asserted"]
Kind = Literal["number", "event", "attribute", "statement"]
RelationKind = Literal["agree", "refine", "conflict", "deny", "update"]
FindingStatus = Literal["denied", "conflicting", "updated", "corroborated", "single-origin"]
CopyKind = Literal["duplicate", "reprint", "rewrite", "revision"]
Stage = Literal["acquire", "clean", "dedupe", "extract", "group", "match", "reconcile", "report"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, compared by value, built by keyword."""


def digest(*parts: object) -> str:
    """Twelve hex digits that identify the parts, the same in every run and shard."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


# ── acquire ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Published(Record, frozen=True):
    """When an article was published, or modified: bounds (`latest` included) and what they rest on; all None is unknown."""

    earliest: str | None = None
    latest: str | None = None
    basis: Basis | None = None


class Given(Record, frozen=True):
    """What the caller tells about an input: the keys of a JSONL article, or of the `.json` beside a page."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None


class RawArticle(Record, frozen=True):
    """One input, decoded and not yet cleaned.

    `form` tells what `content` is: a `paste` (a page pasted as plain text), a `page` (HTML), or a clean `text` (JSONL).
    """

    input: str
    form: Literal["paste", "page", "text"]
    content: str
    given: Given = Given()


class Problem(Record, frozen=True):
    """Something that could not be read, or only in part: where, a stable code, and a sentence for a person."""

    stage: Stage
    article: str | None
    code: str
    detail: str


# ── clean ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Cut(Record, frozen=True):
    """A piece of the raw input that is not the article's body, and why; offsets index the raw text, None for a page."""

    start: int | None
    end: int | None
    text: str
    reason: str


class Bases(Record, frozen=True):
    """What the other facts of an article rest on, in the words of `Published.basis`; None where the fact is unknown.

    `meta` is what a page's head says, `text` what it shows, `inferred` what follows from its address.
    """

    outlet: Basis | None = None
    headline: Basis | None = None
    authors: Basis | None = None
    section: Basis | None = None


class Article(Record, frozen=True):
    """A cleaned article. For a paste, the raw text with `cuts` taken out is exactly `text`.

    `modified` is when the outlet says that it last changed the article, and never stands in for `published`; `section` is
    the part of the outlet that it stands in ("Business").
    """

    id: str
    input: str
    text: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: Published = Published()
    language: str | None = None
    cuts: tuple[Cut, ...] = ()
    section: str | None = None
    modified: Published = Published()
    bases: Bases = Bases()


# ── dedupe ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class CopiedSpan(Record, frozen=True):
    """A passage of a copy and the passage of the original it repeats."""

    start: int
    end: int
    original_start: int
    original_end: int


class Copy(Record, frozen=True):
    """An article (or passages of it) that repeats another; `similarity` is the share of the copy that is repeated."""

    article_id: str
    original_id: str
    kind: CopyKind
    spans: tuple[CopiedSpan, ...]
    similarity: float


# ── extract ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Span(Record, frozen=True):
    """Code points `start` to `end` (excluded) of `Article.text`."""

    start: int
    end: int


class Mention(Record, frozen=True):
    """One place where an entity is mentioned."""

    start: int
    end: int
    form: Form


class Entity(Record, frozen=True):
    """Somebody or something that is named; the id depends on type and name, so articles of a story share it."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Attribution(Record, frozen=True):
    """Who is reported as saying, thinking, wanting or showing what: spans of source, cue and content.

    `speaker` is the source's resolved name. `inner` are the attributions inside the content ("the Courier said that Roe
    denied it"), and whom the source cites for it ("the Courier reported, citing people familiar with the matter").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    speaker: str | None
    inner: tuple[Attribution, ...] = ()


class Quantity(Record, frozen=True):
    """A number as stated and the interval it implies; `low` or `high` None is open. Units are plain English singular."""

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    modifier: str | None = None
    change: Literal["up", "down"] | None = None
    measured: str | None = None


class Timex(Record, frozen=True):
    """A time expression: TIMEX3 type, value and mod, and the days it covers where it could be resolved."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None


class Period(Record, frozen=True):
    """A point or stretch of time as bounds, `latest` included; None is open or unknown."""

    earliest: str | None = None
    latest: str | None = None


class Role(Record, frozen=True):
    """What takes part in a claim: `name` is the part it plays (`who`, `what`, `where`, …), `head` its head word's lemma."""

    name: str
    start: int
    end: int
    text: str
    head: str
    entity: str | None = None


class Claim(Record, frozen=True):
    """One thing a passage puts forward.

    `chain` is whom the passage cites, the one nearest to the outlet first; `origin` who vouches in the end. `kind` is
    `statement` for an utterance as such (that it was said). `sentence` is the index of the sentence it stands in;
    `predicate` and `roles` are the slots that matching aligns; `refers_to` is the claim of the same article that this
    one rejects or takes up without repeating it ("Acme denied the report").
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str
    status: Status
    polarity: Polarity
    chain: tuple[str, ...]
    origin: str
    entities: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    happened: Period = Period()
    said: Period = Period()
    kind: Kind = "event"
    sentence: int = 0
    predicate: str = ""
    roles: tuple[Role, ...] = ()
    refers_to: str | None = None


class Reading(Record, frozen=True):
    """What extract found in one article, in order of appearance."""

    id: str
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    claims: tuple[Claim, ...] = ()


# ── group, match, reconcile ──────────────────────────────────────────────────────────────────────────────────────────


class Event(Record, frozen=True):
    """One happening and the articles that cover it."""

    id: str
    article_ids: tuple[str, ...]


class Placement(Record, frozen=True):
    """Where one article belongs: what `sayso group` writes, one a line."""

    id: str
    event_id: str
    story_id: str


class Relation(Record, frozen=True):
    """How two claims (ids `left` and `right`) about the same thing stand to each other, and why, for a person."""

    kind: RelationKind
    left: str
    right: str
    basis: str
    reason: str


class ClaimGroup(Record, frozen=True):
    """Claims of one story that speak of the same thing, and how surely (`cohesion`, 0..1): what reconcile is given.

    `likeness` has a row and a column a claim: how alike each two are in what they say, about 0 to 1, without regard to their
    slots; 1 for a claim and one that repeats it.
    """

    id: str
    kind: Kind
    claims: tuple[Claim, ...]
    cohesion: float = 1.0
    likeness: tuple[tuple[float, ...], ...] = ()


class Finding(Record, frozen=True):
    """Claims about one thing, how they stand to each other, and on whose say-so; `gist` is its best source sentence."""

    id: str
    kind: Kind
    gist: str
    status: FindingStatus
    reported_by: tuple[str, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()


class TimelineEntry(Record, frozen=True):
    """One dated happening of a story and the claim that tells it."""

    earliest: str | None
    latest: str | None
    text: str
    finding_id: str
    claim_id: str


class Story(Record, frozen=True):
    """A running story: its events, its people and its findings, what a reader needs first standing first."""

    id: str
    headline: str | None
    article_ids: tuple[str, ...]
    events: tuple[Event, ...]
    first: str | None
    last: str | None
    entities: tuple[Entity, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


class Related(Record, frozen=True):
    """How two sentences stand to each other; `score`, 0..1, is how surely they speak of one thing."""

    kind: RelationKind | Literal["unrelated"]
    basis: str | None
    reason: str
    score: float
    left_status: Status | None
    right_status: Status | None
