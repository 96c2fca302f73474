"""lemminflect's dictionaries, read at once: its own reader takes half a second for each, which a process has to wait for.

What they do not have, and what lemminflect itself overrides, is asked of lemminflect.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache
from pathlib import Path

# Verbs whose forms lemminflect gives by hand instead of by its dictionary.
_AUXILIARIES = frozenset("be can may will shall must ought dare".split())


def lemma_of(word: str, upos: str) -> str | None:
    """The lemma of a lower-case word as VERB, AUX, NOUN, ADJ or ADV.

    >>> lemma_of("delivered", "VERB"), lemma_of("vehicles", "NOUN"), lemma_of("blorked", "VERB")
    ('deliver', 'vehicle', 'blork')
    """
    from lemminflect import config, getAllLemmasOOV, getLemma

    if word in _overridden(config.lemma_overrides_fn):
        return _first(getLemma(word, upos=upos))
    forms = _forms(config.lemma_lu_fn, f"{word},{upos.lower()},")
    return forms.split("/")[0].lower() if forms else _first(getAllLemmasOOV(word, upos).get(upos, ()))


def participle_of(verb: str) -> str | None:
    """The past participle of a verb's lower-case lemma.

    >>> participle_of("sell"), participle_of("read"), participle_of("zorble"), participle_of("be")
    ('sold', 'read', 'zorbled', 'been')
    """
    from lemminflect import config, getAllInflectionsOOV, getInflection

    if verb in _AUXILIARIES or verb in _overridden(config.infl_overrides_fn):
        return _first(getInflection(verb, tag="VBN"))
    forms = _forms(config.inflection_lu_fn, f"{verb},verb,")
    if forms is None:
        return _first(getAllInflectionsOOV(verb, "VERB").get("VBN", ()))
    past, participle = [*forms.split(","), "", ""][:2]
    form = (participle or past).split("/")[0].lower()
    return form or _first(getInflection(verb, tag="VBN"))


def _first(forms: tuple[str, ...]) -> str | None:
    return str(forms[0]) if forms else None


def _forms(path: str, entry: str) -> str | None:
    """A dictionary's forms of an entry, "word,category,"; None where it has no such entry."""
    lines = _lines(path)
    at = bisect_left(lines, entry)
    return lines[at].removeprefix(entry) if at < len(lines) and lines[at].startswith(entry) else None


@cache
def _lines(path: str) -> list[str]:
    """A dictionary's lines in order: a few thousand look-ups take less than making a table of 80,000 entries."""
    return sorted(gzip.decompress(Path(path).read_bytes()).decode().splitlines())


@cache
def _overridden(path: str) -> frozenset[str]:
    """The words that a file of overrides is about."""
    return frozenset(line.partition(",")[0] for line in Path(path).read_text(encoding="utf-8").splitlines())
