"""lemminflect's dictionaries, read at once: its own reader takes half a second for each, which a process has to wait for.

What they do not have, and what lemminflect itself overrides, is asked of lemminflect.
"""

from __future__ import annotations

import gzip
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
    line = _lines(config.lemma_lu_fn).get(f"{word},{upos.lower()}")
    return line.split("/")[0].lower() if line else _first(getAllLemmasOOV(word, upos).get(upos, ()))


def participle_of(verb: str) -> str | None:
    """The past participle of a verb's lower-case lemma.

    >>> participle_of("sell"), participle_of("read"), participle_of("zorble"), participle_of("be")
    ('sold', 'read', 'zorbled', 'been')
    """
    from lemminflect import config, getAllInflectionsOOV, getInflection

    if verb in _AUXILIARIES or verb in _overridden(config.infl_overrides_fn):
        return _first(getInflection(verb, tag="VBN"))
    line = _lines(config.inflection_lu_fn).get(f"{verb},verb")
    if line is None:
        return _first(getAllInflectionsOOV(verb, "VERB").get("VBN", ()))
    past, participle = [*line.split(","), "", ""][:2]
    form = (participle or past).split("/")[0].lower()
    return form or _first(getInflection(verb, tag="VBN"))


def _first(forms: tuple[str, ...]) -> str | None:
    return str(forms[0]) if forms else None


@cache
def _lines(path: str) -> dict[str, str]:
    """A dictionary's forms by "word,category"."""
    lines = gzip.decompress(Path(path).read_bytes()).decode().splitlines()
    return {f"{word},{category}": forms for word, category, forms in (line.split(",", 2) for line in lines)}


@cache
def _overridden(path: str) -> frozenset[str]:
    """The words that a file of overrides is about."""
    return frozenset(line.partition(",")[0] for line in Path(path).read_text(encoding="utf-8").splitlines())
