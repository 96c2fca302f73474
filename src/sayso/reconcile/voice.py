"""How a text as a whole takes what it tells: as so, as not so ("… is a hoax"), or as something it only passes on.

Made for short texts, headlines above all, whose grammar is too terse to hang every negation on its verb. The words are
general English; how telling each is was looked up in headlines about rumours (benchmarks/match/stance.py).
"""

from __future__ import annotations

from typing import Literal

from sayso.compare.passage import Passage
from sayso.reconcile.modality import NEGATORS, UNTRUE

Voice = Literal["tells", "rejects", "passes on"]
HEADLINE_WORDS = 30  # a longer text negates many things besides the one it is compared for
_REJECTING = UNTRUE | frozenset(
    (
        "deny debunk refute dismiss disprove rebuff rebut disavow falsely hoaxer parody satirical fool doubt doubtful exaggerate "
        "exaggerated rubbish disputed squash hoaxed faked untruth fabrication refuted dispel quash"
    ).split()
) - {"impossible", "unlikely", "wrong", "lie"}  # fmt: skip
_PASSED_ON = frozenset(
    (
        "reportedly allegedly alleged allege rumour rumor rumoured rumored unconfirmed purported purportedly suspected suspect apparently "
        "supposedly possible possibly perhaps probably likely maybe speculation speculate speculator analyst source may might could claim report "
        "appear suggest hint believe accuse expect tip seemingly"
    ).split()
)
_MAIN = frozenset({"root", "ccomp", "xcomp", "conj", "parataxis", "nsubj", "obj", "obl", "appos", "nmod"})
_BY_THE_WAY = frozenset("believe suspect expect claim appear accuse tip".split())
_UNNAMED_SAYING = frozenset({"say", "claim", "believe", "report", "suggest"})


def voice(passage: Passage) -> Voice:
    """How the text takes what it tells; a question passes on, whatever it asks."""
    if rejecting(passage):
        return "rejects"
    return "passes on" if passing_on(passage) else "tells"


def is_headline(passage: Passage) -> bool:
    """Whether a text is written as a headline: short, and without a mark at its end."""
    return len(passage.words) <= HEADLINE_WORDS and passage.text.rstrip()[-1:] not in set(".!…”\"'")


def rejecting(passage: Passage) -> bool:
    """Whether a short text says of something that it is not so."""
    if len(passage.words) > HEADLINE_WORDS:
        return False
    return any(_turns(passage, i) for i in range(len(passage.words)))


def _turns(passage: Passage, i: int) -> bool:
    word = passage.words[i]
    if word.lemma in _REJECTING or word.text.lower() in _REJECTING:
        return not any(passage.words[k].lemma in NEGATORS for k in passage.kids[i])
    if word.lemma in {"not", "n't", "never"}:
        following = passage.words[i + 1].lemma if i + 1 < len(passage.words) else ""
        return following not in {"only", "just", "merely"} and not _untrue_above(passage, i) and _at_the_top(passage, i)
    return word.lemma in {"no", "nope"} and (
        i + 1 < len(passage.words) and passage.words[i + 1].lemma in {",", "truth", "evidence", "proof"}
    )


def _at_the_top(passage: Passage, i: int) -> bool:
    """Whether a negation belongs to what the text mainly says, not to a clause that hangs on a noun or a circumstance."""
    return all(passage.rel(k) in _MAIN for k in passage.above(i)[1:])


def _untrue_above(passage: Passage, i: int) -> bool:
    """Whether a negation takes back a word that itself rejects ("not a hoax")."""
    head = passage.words[i].head
    return head >= 0 and passage.words[head].lemma in _REJECTING


def passing_on(passage: Passage) -> bool:
    """Whether a text asks, or passes on what others are said to say or what may be, and names nobody who vouches."""
    if any(w.text == "?" for w in passage.words):
        return True
    return any(_hedges(passage, i) for i in range(len(passage.words)))


def _hedges(passage: Passage, i: int) -> bool:
    word = passage.words[i]
    if word.lemma not in _PASSED_ON and word.lemma not in _UNNAMED_SAYING:
        return False
    if word.lemma in _BY_THE_WAY and (i == 0 or not _at_the_top(passage, i)):
        return False  # "the man believed dead", "Claim: …"
    if word.lemma in _UNNAMED_SAYING and word.upos == "VERB":
        if is_headline(passage) and word.xpos in {"VBZ", "VBP"}:
            return True  # "…, officials say": a headline that only reports
        named = any(passage.words[k].upos in {"PROPN", "PRON"} for k in passage.below(i, "nsubj"))
        return word.lemma == "claim" if named else word.lemma != "say"
    if word.lemma == "report" and any(passage.words[k].upos == "PROPN" for k in passage.below(i, "nmod", "compound")):
        return False  # "a Norvik report" is a source with a name
    return word.upos == "AUX" if word.lemma in {"may", "might", "could"} else word.upos != "PROPN"
