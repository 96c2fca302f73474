"""Which one it is: two claims that are alike but for the model, the person, the place or the kind of thing they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.compare.names import same_name, tokens_of
from sayso.compare.vocabulary import exclusive, one_kind
from sayso.compare.wording import shared, stems
from sayso.reconcile.numbers import CLASH_LIKENESS, EMPTY, later
from sayso.reconcile.sides import ALIGNED, Side, Verdict, apart_in_time, likeness, named, one_predicate, one_subject
from sayso.records import Claim, Entity, Role

# "TX7", "A350-900", "F-16": a capital and a digit in one word; not a quarter, a half, a summit, a road, a disease or a part
# of an address.
_MODEL = re.compile(r"(?<![\w/.@#-])(?=[\w-]*[A-Z])(?=[\w-]*\d)[A-Za-z][A-Za-z\d]*(?:-[A-Za-z\d]+)*(?![\w-])")
_NO_MODEL = re.compile(r"(?i)(?:[QHG]\d{1,2}|[A-Z]?covid.*|\w*ly\d*|U\d|M\d{1,2}|I-\d+)$")


# Deeds that one does, and nobody else after that.
_ONE_DOER = frozenset(
    "win kill shoot stab murder replace succeed found invent discover write compose direct film photograph post tweet upload leak send pilot "
    "score buy acquire head chair captain command build design write paint own".split()
)
# Kinds of which a thing is one only; somebody can be a lawyer and a senator, a town is part of a county, and a day tells when.
_ONE_OF = frozenset(
    "colour color material metal drink beverage vegetable fruit meat instrument room planet animal vehicle clothing garment furniture meal "
    "direction relative disaster verdict illness disease weapon fuel shape medal".split()
)


_MANNER = re.compile(
    r"(?i)\b(?:deliberately|intentionally|accidentally|unintentionally|voluntarily|involuntarily|legally|illegally|unlawfully|lawfully)\b"
)
_SEVERAL = re.compile(r"(?i)\b(?:and|or)\b")  # "his wife and children" are several
_NEGATED = re.compile(r"(?i)n['’]t\b|\b(?:not|no|never|without|whether|either|or)\b")


def which(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """One slot names another thing of the same kind while the rest agrees; an article that names two means two."""
    if a.claim.article_id == b.claim.article_id:
        return None
    for way in (_models, _names, _kinds):
        found = way(a, b, entities)
        if found:
            return found
    return None


def _models(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """The one model that each side names, where they are two."""
    left, right = models(a.claim, entities), models(b.claim, entities)
    if len(left) != 1 or len(right) != 1:
        return None
    (x,), (y,) = left, right
    if same_name(x, y) or any(f(x).endswith(f(y)) or f(y).endswith(f(x)) for f in (_short, _plain)):
        return None
    rest = shared(a.bag - stems(x), b.bag - stems(y))
    if rest < ALIGNED or not _something_shared(a, b):
        return None
    return Verdict("conflict", "name", f"{x} against {y}; the rest agrees")


def models(claim: Claim, entities: Mapping[str, Entity]) -> set[str]:
    """The models that a claim names: products, and words of letters and digits; a shorter form counts as its longer one."""
    found = {e.name for e in named(claim, "PRODUCT", entities)}
    told = {m.group() for m in _MODEL.finditer(claim.text) if not _NO_MODEL.match(m.group())}
    found = {x for x in found if not any(f"{x} {model}" in claim.text for model in told)} | told  # the maker's name
    return {x for x in found if not any(x != y and same_name(x, y) and len(x) < len(y) for y in found)}


def _plain(model: str) -> str:
    """A model's name without case, blanks and hyphens: "Sea-Star 4" is a "SeaStar4"."""
    return "".join(c for c in model.lower() if c.isalnum())


def _short(model: str) -> str:
    """The initials and figures of a model's name: "Sea Star 4" is an "SS4"."""
    words = model.replace("-", " ").split()
    return "".join(w if len(words) == 1 or w.isdigit() or w.isupper() else w[0] for w in words).lower()


def _something_shared(a: Side, b: Side) -> bool:
    return bool(set(a.claim.entities) & set(b.claim.entities)) or one_subject(a, b) or bool(a.others & b.others)


def _names(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """A place or a person that plays the same part in both, where another part is shared."""
    if likeness(a, b) < CLASH_LIKENESS or not one_predicate(a, b) or not _something_shared(a, b):
        return None
    if _says_little(a.claim) or a.claim.status != b.claim.status or apart_in_time(a, b) or later(a.claim, b.claim):
        return None
    for kind, basis in (("LOC", "place"), ("PER", "name"), ("ORG", "name")):
        left, right = _only(a.claim, b.claim, kind, entities), _only(b.claim, a.claim, kind, entities)
        if not (left and right and _by_name(left, a.claim) and _by_name(right, b.claim)):
            continue
        if kind != "LOC" and a.claim.predicate.partition(" ")[0] not in _ONE_DOER:
            continue  # two people or firms may well say, oppose or visit the same
        if not _one_name(left, right) and _same_part(a.claim, b.claim, left.id, right.id):
            return Verdict("conflict", basis, f"{left.name} against {right.name}; the rest agrees")
    return None


def _says_little(claim: Claim) -> bool:
    """Whether a claim's predicate says little of what is done; that something took place is told by what and where."""
    return claim.predicate in EMPTY and not any(r.name == "what" and r.head == "place" for r in claim.roles)


def _only(claim: Claim, other: Claim, kind: str, entities: Mapping[str, Entity]) -> Entity | None:
    """The one entity of a type in a claim, where the other claim does not name it too."""
    found = named(claim, kind, entities)
    return found[0] if len(found) == 1 and found[0].id not in other.entities else None


def _by_name(entity: Entity, claim: Claim) -> bool:
    """Whether a claim names somebody in so many words: whom a pronoun stands for is never so sure."""
    written = [tokens_of(r.text) for r in claim.roles if r.entity == entity.id]
    return any(set(tokens_of(name)) & set(part) for name in (entity.name, *entity.aliases) for part in written)


def _one_name(left: Entity, right: Entity) -> bool:
    return any(same_name(x, y) for x in (left.name, *left.aliases) for y in (right.name, *right.aliases))


def _same_part(a: Claim, b: Claim, left: str, right: str) -> bool:
    """Whether the two entities play the same part, and another part is shared."""
    parts = {r.name for r in a.roles if r.entity == left} & {r.name for r in b.roles if r.entity == right}
    rest = {r.entity or r.head for r in a.roles if r.entity != left} & {
        r.entity or r.head for r in b.roles if r.entity != right
    }
    return bool(parts and rest)


def _kinds(a: Side, b: Side, entities: Mapping[str, Entity]) -> Verdict | None:
    """Two words of one kind in one part: a ferry in one, a tanker in the other."""
    if a.claim.polarity != b.claim.polarity or a.claim.status != b.claim.status or later(a.claim, b.claim):
        return None
    for p, q in _one_part(a, b):
        left, right = p.head.lower(), q.head.lower()
        rest = shared(a.bag - stems(p.head), b.bag - stems(q.head))
        kind = one_kind(left, right)
        if kind in _ONE_OF and rest >= CLASH_LIKENESS and _something_shared(a, b):
            return Verdict("conflict", "wording", f"{p.head} against {q.head}; the rest agrees")
    return None


def _one_part(a: Side, b: Side) -> Iterator[tuple[Role, Role]]:
    """The roles of the same name, of which each side has one."""
    for p in a.claim.roles:
        for q in b.claim.roles:
            if p.name == q.name and p.entity is None and q.entity is None and not _SEVERAL.search(f"{p.text} {q.text}"):
                yield p, q


def opposed(a: Side, b: Side) -> Verdict | None:
    """One says the opposite of the other of the same subject and the same things, in the same words else, or of how it was done."""
    return _states(a, b) or _manners(a, b)


def _manners(a: Side, b: Side) -> Verdict | None:
    """Whether a thing was done on purpose in one and by accident in the other: words that oppose each other about one and the same."""
    if a.claim.article_id == b.claim.article_id or a.claim.polarity != b.claim.polarity or apart_in_time(a, b):
        return None
    if not _something_shared(a, b) or any(_NEGATED.search(x.claim.text) for x in (a, b)):
        return None
    left, right = (sorted({m.group().lower() for m in _MANNER.finditer(x.claim.text)}) for x in (a, b))
    if len(left) != 1 or len(right) != 1 or not exclusive(left[0], right[0]):
        return None
    return Verdict("conflict", "wording", f"{left[0]} against {right[0]}")


def _states(a: Side, b: Side) -> Verdict | None:
    left, right = a.claim.predicate, b.claim.predicate
    if not exclusive(left, right) or a.claim.polarity != b.claim.polarity or a.claim.status != b.claim.status:
        return None
    if a.claim.status == "rumoured" and not (a.claim.chain and b.claim.chain):
        return None  # the chance to win and the chance to lose
    if a.claim.article_id == b.claim.article_id or later(a.claim, b.claim) or apart_in_time(a, b):
        return None
    if not one_subject(a, b) or bool(a.others) != bool(b.others) or likeness(a, b) < CLASH_LIKENESS:
        return None
    if (a.others - {left}) and not a.others & b.others:
        return None
    return Verdict("conflict", "wording", f"{left} against {right}; the rest agrees")
