"""Denials: which claim rejects what another puts forward.

Three ways lead from one to the other: the denial takes up that very claim ("Acme denied the report"), it says what is not so
in words that the other has too ("denied that it had held talks"), or it negates the very predicate of the other, of the same
things. A negation of anything else answers nobody.
"""

from __future__ import annotations

import math
import re

from sayso.compare.facts import FACTS
from sayso.compare.life import alive, dead
from sayso.compare.together import one_voice, overlapping
from sayso.compare.vocabulary import alike
from sayso.compare.wording import shared, stem, stems
from sayso.reconcile.numbers import EMPTY
from sayso.reconcile.rejected import ABOUT_REPORTS, CUES, names_report, rejected_words
from sayso.reconcile.sides import ALIGNED, Side, Verdict, apart_in_time, likeness, one_predicate, same_figures
from sayso.records import Claim
from sayso.spans import words

# Words a denial shares with what it denies. Of 65 denials in 4 gold and 42 unlabelled stories, read with all that stood beside
# them: what has less than this of a denial's telling words is another thing in nine of ten.
REJECTED = 0.22
ONE_WORD = 0.35  # the same where they have a single word in common, the predicate
NEGATED = 0.30  # cosine of the words of two claims of which one negates the predicate of the other
_FIRST = frozenset({"i", "we"})
_DUTY = frozenset({"should", "must", "ought"})
# "no plans to close", "no immediate intention of closing": what is not planned.
_NO_PLAN = re.compile(
    r"(?i)\b(?:no|not? (?:have )?any|without)\s+(?:\w+\s+){0,2}?(?:plans?|intentions?|intent|desire|wish|ambitions?)"
    r"\s+(?:to|of|on|for)\s+(?:\w+ly\s+)?(\w+)"
)
_PARTICIPIAL = re.compile(r"(?i)^\W*(?:\w{2,}ed|\w{2,}ing)\b|\bbeing\b")
_PUT = {"rumoured": "rumoured", "planned": "planned", "predicted": "predicted"}
_NEGATIONS = frozenset(
    "not no never none nobody nothing nor neither without cannot refuse refused refuses fail failed fails decline declined declines deny "
    "denied denies lack lacked lacks hardly barely false fake hoax".split()
)


def denial(a: Side, b: Side, alikeness: float = 1.0) -> Verdict | None:
    """Whether one of two claims denies the other, or both reject one thing; `alikeness` is what matching found between them."""
    left, right = negates(a.claim), negates(b.claim)
    if left and right:
        return _both(a, b)
    if found := _not_alive(a, b):
        return found
    if not (left or right):
        return None
    denier, told = (a, b) if left else (b, a)
    if told.claim.status == "conditional" or _itself(denier.claim, told.claim) or not _answers(denier, told):
        return None
    return _denied(denier.claim, told.claim)


def _denied(denier: Claim, told: Claim) -> Verdict:
    by = f" by {denier.chain[-1]}" if denier.chain else ""
    return Verdict("deny", "polarity", f"{_PUT.get(told.status, 'asserted')} in one, denied{by} in the other")


def _both(a: Side, b: Side) -> Verdict | None:
    if "denied" not in {a.claim.status, b.claim.status}:
        return None
    left, right = (rejected_words(x.claim) or x.rejected for x in (a, b))
    one_matter = a.claim.refers_to == b.claim.refers_to is not None
    bare = _speaker(a.claim) == _speaker(b.claim) is not None and not all(rejected_words(x.claim) for x in (a, b))
    if one_matter or bare or shared(left, right) >= ALIGNED:
        return Verdict("agree", "polarity", "both reject it")
    return None


def _not_alive(a: Side, b: Side) -> Verdict | None:
    """One says that somebody is alive, another that the same one is dead: each says that the other is not so."""
    for x, y in ((a, b), (b, a)):
        if not alive(x.claim):
            continue
        who = x.subject & frozenset(x.claim.entities)
        whose = y.subject & frozenset(y.claim.entities) or frozenset(y.claim.entities)
        if dead(y.claim) and who & whose and not apart_in_time(x, y):
            return Verdict("deny", "polarity", "dead in one, alive in the other")
    return None


def _itself(denier: Claim, told: Claim) -> bool:
    """Whether the two are parts of one thing said: an utterance and its content, or one voice going on."""
    if denier.kind == told.kind == "statement" and _speaker(denier) == _speaker(told) is not None:
        return True
    if denier.article_id != told.article_id or denier.refers_to == told.id:
        return False
    return overlapping(denier, told) or (
        denier.status != "denied" and (denier.origin == told.origin or denier.sentence == told.sentence)
    )


def _answers(denier: Side, told: Side) -> bool:
    """Whether a denial is about what the other puts forward."""
    if denier.claim.status != "denied":
        return _rumour_negated(denier, told) or _predicate_negated(denier, told) or _plan_negated(denier, told)
    own = rejected_words(denier.claim)
    if denier.claim.refers_to == told.claim.id:
        return _taken_up(denier, told, own)
    if not own:
        if _of_that_report(denier.claim, told.claim):
            return True
        return told.claim.status != "predicted" and shared(denier.rejected - ABOUT_REPORTS, told.bag) >= ALIGNED
    return _said_in(own, denier, told)


def _of_that_report(denier: Claim, told: Claim) -> bool:
    """Whether a denial of a whole report follows, in the same article, what that passes on as rumour."""
    before = told.article_id == denier.article_id and told.end <= denier.start
    return before and told.status == "rumoured" and names_report(denier)


def _taken_up(denier: Side, told: Side, own: frozenset[str]) -> bool:
    """Whether a denial may mean the claim that it was found to refer to: its own words, if any, must say so."""
    if own:
        return _coverage(own, told) >= REJECTED or own <= stems(" ".join(told.claim.chain))
    if told.claim.status == "predicted":
        return False
    return bool(denier.claim.chain) or told.claim.status == "rumoured"


def _said_in(own: frozenset[str], denier: Side, told: Side) -> bool:
    """Whether what a denial says is not so is what the other tells."""
    common = own & told.bag
    if not common & _lower_cased(denier.claim) or _other_doer(denier, told):
        return False
    if len(common) == 1:
        return bool(common & _predicates(denier, told)) and _coverage(own, told) >= ONE_WORD
    if denier.claim.predicate.partition(" ")[0] not in CUES and not common & (
        _predicates(denier, told) | _parts(denier, told)
    ):
        return False  # they share a circumstance, where it was or when
    return _coverage(own, told) >= REJECTED


def _predicates(*sides: Side) -> frozenset[str]:
    return frozenset(stem(x.claim.predicate.partition(" ")[0]) for x in sides)


def _parts(*sides: Side) -> frozenset[str]:
    """The stems of who and what several claims are about."""
    heads = (r for x in sides for r in x.claim.roles if r.name in {"who", "what", "is"})
    return frozenset(s for r in heads for s in (stem(r.head.lower()), *(stems(r.text) if r.entity else ())))


def _lower_cased(claim: Claim) -> frozenset[str]:
    """The stems of a claim's words that are no names: whom two claims speak of says nothing of what they say."""
    return frozenset(stem(w) for start, end, w in words(claim.text) if claim.text[start:end].islower())


def _coverage(own: frozenset[str], told: Side) -> float:
    """The share of a denial's words that the other has too, those that are rare in the story weighing more."""
    weight = {s: told.weight.get(s, 1.0) ** 2 for s in own}
    return math.fsum(w for s, w in weight.items() if s in told.bag) / (math.fsum(weight.values()) or 1.0)


def _other_doer(denier: Side, told: Side) -> bool:
    """Whether both tell of the same deed, and of different doers: "the station added it", "the uploader added it"."""
    if not denier.subject or not told.subject or not one_predicate(denier, told):
        return False
    left, right = (stems(" ".join(r.text for r in x.claim.roles if r.name == "who")) for x in (denier, told))
    return not left & right and not _common(denier.subject, told.subject | told.others)


def _rumour_negated(denier: Side, told: Side) -> bool:
    """Whether somebody negates what is told as a rumour, in the same words: rumours are there to be answered."""
    if told.claim.status != "rumoured" or not rejects(denier.claim) or _has_negation(told.claim):
        return False
    if not denier.claim.chain and not one_predicate(denier, told):
        return False
    own = denier.bag - ABOUT_REPORTS - stems(" ".join(denier.claim.chain))
    return likeness(denier, told) >= NEGATED and len(own & told.bag) > 1


def _predicate_negated(denier: Side, told: Side) -> bool:
    """Whether a claim negates the very predicate of the other, said of the same things, and nothing else tells them apart."""
    if one_voice(denier.claim, told.claim) or _two_of_us(denier.claim, told.claim):  # of one voice one was read wrongly
        return False
    if not any(r.name == "who" for r in told.claim.roles):
        return False
    if {denier.claim.predicate, told.claim.predicate} & FACTS or _embedded(told.claim):
        return False
    if "statement" in {denier.claim.kind, told.claim.kind} or not one_predicate(denier, told):
        return False
    if not denier.claim.chain and denier.claim.article_id == told.claim.article_id:
        return False
    if _has_negation(told.claim) or apart_in_time(denier, told) or not same_figures(denier, told):
        return False
    ours, theirs = (x.others - {stem(x.claim.predicate)} for x in (denier, told))
    others = _common(ours, theirs | told.subject)
    subject = _common(denier.subject, told.subject | theirs)
    if denier.claim.predicate.partition(" ")[0] in EMPTY and not (others and subject):
        return False
    if ours and theirs and not others:
        return False  # the same done to other things
    if not subject and denier.subject and told.subject:
        return False
    return (subject or others) and likeness(denier, told) >= NEGATED


def _embedded(claim: Claim) -> bool:
    """Whether a claim is a clause without a finite verb: what holds it may say that it is not so ("nobody named Roe")."""
    return bool(_PARTICIPIAL.search(claim.text))


def _plan_negated(denier: Side, told: Side) -> bool:
    """Whether a claim says that there is no plan of what the other tells as planned, expected or rumoured."""
    found = _NO_PLAN.search(denier.claim.text)
    if found is None or told.claim.status not in _PUT or _has_negation(told.claim):
        return False
    deed = stem(found.group(1).lower())
    if not any(deed == stem(w) or alike(found.group(1).lower(), w) for w in told.claim.predicate.split()):
        return False
    rest = stems(denier.claim.text[found.end() :])
    return _common(denier.subject, told.subject | told.others) and (not rest or bool(rest & told.bag))


def _two_of_us(a: Claim, b: Claim) -> bool:
    """Whether "we" or "I" of one speaker stands beside what another says of others."""
    return any(r.name == "who" and r.head.lower() in _FIRST for x in (a, b) for r in x.roles)


def _common(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(alike(p, q) for p in left for q in right)


def _has_negation(claim: Claim) -> bool:
    """Whether something in a claim is negated, of its own predicate or not: then its polarity tells little."""
    return any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for _, _, w in words(claim.text))


def _speaker(claim: Claim) -> str | None:
    return claim.chain[-1] if claim.chain else None


def rejects(claim: Claim) -> bool:
    """Whether a claim says that the thing is not so; "did not say" and "would not confirm" reject nothing."""
    return claim.status == "denied" or (negates(claim) and claim.kind != "statement")


def denies_alone(claim: Claim) -> bool:
    """Whether a claim tells of a denial, and of what is denied, by itself: "Acme denied any role in the fire".

    Whoever calls it false in an outlet's own voice ("he falsely said …") puts it forward and rejects it at once.
    """
    if _DUTY & {w for _, _, w in words(claim.text)}:
        return False  # whoever rejects that something should be done denies nothing that is so
    named = claim.predicate.partition(" ")[0] not in CUES and bool(rejected_words(claim))
    return named and claim.status == "denied" and claim.polarity == "positive"


def negates(claim: Claim) -> bool:
    """Whether a claim says that something is not so."""
    return claim.status == "denied" or (claim.polarity == "negative" and claim.status in {"asserted", "planned"})
