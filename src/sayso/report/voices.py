"""Who said what, by person, and who cites whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from sayso.records import Claim, EntityType, Finding, Story
from sayso.report.sources import Sources
from sayso.report.visible import one_line

_RANK = {"PER": 0, "ORG": 1}  # people first, then organisations; who is no known entity comes last


class Utterance(NamedTuple):
    """Something a voice is cited for: a sentence, the finding it belongs to, and the claims that cite this voice."""

    sentence: str
    finding: Finding
    claims: tuple[Claim, ...]


class Voice(NamedTuple):
    """Somebody whom passages cite: a person, an organisation, or unnamed sources, with what they are cited for."""

    name: str
    type: str
    utterances: tuple[Utterance, ...]


def voices(story: Story, sources: Sources) -> list[Voice]:
    """Whom the story's passages cite in the end: people, organisations, the rest; who says most stands first.

    A sentence that speaks to several findings stands once, under the first of them.
    """
    said: dict[str, dict[str, Utterance]] = {}
    for finding in story.findings:
        for name, claims in _by_speaker(finding.claims).items():
            sentence = sources.sentence_text(claims[0])
            known = said.setdefault(name, {}).get(sentence, Utterance(sentence, finding, ()))
            said[name][sentence] = known._replace(claims=(*known.claims, *claims))
    types = _types(story)
    found = [Voice(name, types.get(name.lower(), "OTHER"), tuple(by.values())) for name, by in said.items()]
    return sorted(found, key=lambda voice: (_RANK.get(voice.type, 2), -len(voice.utterances), voice.name))


def _types(story: Story) -> dict[str, EntityType]:
    """What kind of thing a name is; somebody's name counts for more than somebody else's alias."""
    aliases = {alias.lower(): entity.type for entity in story.entities for alias in entity.aliases}
    return aliases | {entity.name.lower(): entity.type for entity in story.entities}


def _by_speaker(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.chain:
            spoken.setdefault(one_line(claim.chain[-1]), []).append(claim)
    return spoken


class Citation(NamedTuple):
    """One passes on what the other says, in so many passages; `copied` where the words are taken without a name."""

    citing: str
    cited: str
    passages: int
    copied: bool = False


def citations(story: Story, sources: Sources) -> list[Citation]:
    """Who cites whom in a story's passages, link by link, the most frequent first."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for claim in {claim.id: claim for finding in story.findings for claim in finding.claims}.values():
        links = [sources.outlet(claim.article_id), *map(one_line, claim.chain)]
        counts.update((one, next_, False) for one, next_ in pairwise(links) if one != next_)
        origin = sources.name(claim.origin)
        if not claim.chain and origin != links[0]:
            counts[links[0], origin, True] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Citation(citing, cited, number, copied) for (citing, cited, copied), number in ranked]
