"""Whether the clause around a time expression looks back or ahead: what decides "Friday" and "May".

With a parse, the nearest verb above the expression in the tree and its auxiliaries tell; without one, the nearest
tensed word of the sentence, best before the expression.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.extract.timex.words import word_set

if TYPE_CHECKING:
    from sayso.extract.tokens import Sentence, Token

# Verbs whose infinitive, and words whose clause, tells of what is to come.
_INTENDING = (
    "poised due set scheduled slated expected supposed plan plans planned planning aim aims aimed aiming intend "
    "intends intended hope hopes hoped hoping going about ready need needs want wants wanted vow vows vowed promise "
    "promised pledge pledged agreed"
)
_AHEAD_WORDS = "scheduled due slated upcoming forthcoming until"
_MODALS = "will shall would can may could should must might"
_SAME_FORM = "put cut hit beat read bid cost let set shut spread"  # past and infinitive alike
_BACK_WORDS = (
    "was were had did said told wrote came went took made saw began fell rose got gave held met left won lost found "
    "sold bought led became grew built sent spoke hit beat cut put read paid broke chose struck shot drove flew ran "
    "kept felt knew thought brought caught stood sought spent drew has have"
)


def _any(words: str) -> str:
    return "|".join(words.split())


# Verbs whose infinitive, where nothing says that it was done, and whose present tense tell of what is scheduled.
_SCHEDULED = (
    "attend appear join hold testify meet vote begin start open launch return resume leave visit speak host announce "
    "release publish unveil arrive depart close expire end convene retire debut cancel"
)
_SCHEDULED_NOW = "begins starts opens closes ends expires launches resumes arrives departs convenes debuts premieres kicks meets takes"
_DONE = "failed declined refused managed forced able continued began started went returned helped used had got came"
_ASKING = "asked asks urged urges invited invites ordered orders told calls called summoned required requested directed"
_PUT_OFF = "postponed delayed adjourned deferred rescheduled suspended"

_CUE = re.compile(
    rf"""(?<![\w’'])(?:
      (?P<back2>(?:{_any(_DONE)})\ (?:on\ )?to\ \w+)
    | (?P<ahead2>(?:{_any(_ASKING)})\ (?:(?:on|for)\ )?(?:[\w.’']{{1,24}}\ ){{1,4}}?to\ (?!be\b)\w+
        |to\ (?:{_any(_SCHEDULED)})|(?:{_any(_SCHEDULED_NOW)})(?!['’])
        |(?:is|are)\ on(?=\ [A-Z]))
    | (?P<firm>(?:{_any(_PUT_OFF)})\ (?:\w+\ ){{0,3}}?(?:to|until|till)
        |(?:pushed|moved|extended)\ (?:back|forward|out)?\ ?(?:until|till)|(?:pushed|moved)\ (?:back|forward)\ to|(?:in\ advance|ahead)\ of)
    | (?P<ahead>won['’]t|(?:is|are|was|were)\ (?:due|set|expected|scheduled|slated|planned|likely|going\ to|to)
        |(?:{_any(_INTENDING)})\ to|if\ \w+ed|(?:is|are)\ to
        |(?:{_any(_MODALS)})(?:\ not)?(?:\ \w+)?|{_any(_AHEAD_WORDS)})
    | (?P<neutral>(?:be|being|to)\ \w+ed|to\ (?:{_any(_SAME_FORM)}))
    | (?P<back>{_any(_BACK_WORDS)}|\w{{2,20}}ed)
    )(?!['’]?\w)|(?P<ll>['’]ll)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(r"[.!?…][\"'”’)]{0,2}\s|\n")


# What stands between a clause's beginning and an expression that opens it ("…, and by November, they hoped to").
_OPENING = re.compile(
    r"""(?:^|[.!?,;:—–"“”\n]\s{0,2}(?:and|but|while|when|then)?\s?)(?:(?:in|on|by|at|during|since|until|from|early|late|of|the)\s)*$""",
    re.IGNORECASE,
)


# What parts an expression from a tensed word after it: "It starts in May, Acme said".
_ELSEWHERE = re.compile(r"[,;:”\"]")


class _Cue(NamedTuple):
    """A tensed word or phrase, where it looks, and whether it says so whatever stands beside it."""

    start: int
    end: int
    sign: int
    firm: bool


class Tense:
    """The tensed words of one text, looked up by offset: -1 back, +1 ahead, 0 cannot tell."""

    def __init__(self, text: str, sentences: Sequence[Sentence] | None = None) -> None:
        self._text = text
        self._parsed = [s for s in sentences or () if any(token.xpos for token in s.tokens)]
        self._starts = [s.start for s in self._parsed]
        self._cues: dict[tuple[int, int], list[_Cue]] = {}  # by the lines they stand in
        given = [s.start for s in sentences or ()][1:]
        self._ends = given or [m.end() for m in _END.finditer(text)]

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence that an offset lies in."""
        return bisect_right(self._ends, offset)

    def direction(self, start: int, end: int) -> int:
        """Tell where the clause around the span looks."""
        here = self.sentence(start)
        cues = self._cues_of(here)
        if _is_put_off(cues, start):
            return 1
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and start < self._parsed[at].end:
            found = _by_tree(self._parsed[at].tokens, start, end)
            if found is not None:
                return found
        return self._by_words(cues, start, end)

    def _cues_of(self, sentence: int) -> list[_Cue]:
        """The tensed words of one sentence, looked for in the lines that it stands in, which no cue goes beyond."""
        start = self._ends[sentence - 1] if sentence else 0
        end = self._ends[sentence] if sentence < len(self._ends) else len(self._text)
        first, last = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", max(start, end - 1))
        lines = first, last if last >= 0 else len(self._text)
        if lines not in self._cues:
            self._cues[lines] = [
                _Cue(m.start(), m.end(), _sign(m), m.lastgroup == "firm")
                for m in _CUE.finditer(self._text, *lines)
                if m.lastgroup != "neutral"
            ]
        return _between(self._cues[lines], start, end)

    def _by_words(self, cues: Sequence[_Cue], start: int, end: int) -> int:
        before, after = _around(cues, start, end)
        if after is not None and _OPENING.search(self._text, max(0, start - 30), start):
            return after.sign
        if before is not None:
            # The span within the cue belongs to its first word: "asked the court on Tuesday to hear it".
            return before.sign if before.end <= start else -1
        if after is not None:
            told = _ELSEWHERE.search(self._text, end, min(after.start, end + 80))
            return 0 if told else after.sign
        return 0


def _between(cues: list[_Cue], start: int, end: int) -> list[_Cue]:
    """Those that begin from `start` to before `end`."""
    return cues[bisect_left(cues, start, key=_start) : bisect_left(cues, end, key=_start)]


def _around(cues: Sequence[_Cue], start: int, end: int) -> tuple[_Cue | None, _Cue | None]:
    """The last that begins before `start`, and the first that begins at `end` or later."""
    before, after = bisect_left(cues, start, key=_start), bisect_left(cues, end, key=_start)
    return cues[before - 1] if before else None, cues[after] if after < len(cues) else None


def _start(cue: _Cue) -> int:
    return cue.start


def _is_put_off(cues: Sequence[_Cue], start: int) -> bool:
    """Tell whether the words before say that it is still to come, whatever the tense: "was put off to Friday"."""
    before, _ = _around(cues, start, start)
    return before is not None and before.firm


def _sign(cue: re.Match[str]) -> int:
    return -1 if cue.lastgroup in ("back", "back2") else 1


_AHEAD = word_set("will shall 'll ’ll would wo ’d")
_INTENT = word_set(
    "expect schedule slate plan due set intend aim hope go want need agree promise pledge vow poise likely ready "
    "suppose project target"
)
_REQUEST = word_set("ask urge invite order tell call request require summon direct persuade encourage press")
# Verbs whose simple present, with a day, is a timetable's: "the strike starts on Monday".
_TIMETABLE = word_set(
    "begin start open close end expire launch resume arrive depart convene debut premiere kick meet take run go come "
    "leave return retire vote hold host fall face play speak visit air become finish"
)


def _by_tree(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Climb from the expression to its verb and read that verb's tense; None where the tree does not tell."""
    at = next((i for i, token in enumerate(tokens) if token.end > start and token.start < end), -1)
    for _ in range(len(tokens)):
        if at < 0:
            return None
        inside = tokens[at].start < end and tokens[at].end > start
        if (not inside and tokens[at].upos in ("VERB", "AUX")) or any(
            token.head == at and token.deprel.startswith("cop") for token in tokens
        ):
            found = _tense_of(tokens, at)
            now = any(t.head == at and t.deprel == "cop" and t.text.lower() in ("is", "are") for t in tokens)
            return 1 if found is None and inside and now else found  # "the vote is on Friday"
        at = tokens[at].head
    return None


def _tense_of(tokens: Sequence[Token], verb: int, depth: int = 0) -> int | None:
    helpers = [token for token in tokens if token.head == verb and token.deprel.startswith(("aux", "cop", "mark"))]
    words = {token.text.lower() for token in helpers}
    if words & _AHEAD:
        return 1
    if any(token.upos == "PART" for token in helpers):
        return _tense_of_governor(tokens, verb, depth)
    if any(token.xpos == "VBD" for token in helpers):
        return None if _is_intent(tokens[verb]) or tokens[verb].xpos == "VBG" else -1
    if words & {"is", "are", "'s", "’s", "'re", "’re"}:
        return 1 if _is_intent(tokens[verb]) or tokens[verb].xpos == "VBG" else None
    if words & {"has", "have", "'ve", "’ve"}:
        return -1
    if tokens[verb].xpos in ("VBZ", "VBP") and (tokens[verb].lemma or "").lower() in _TIMETABLE:
        return 1
    return -1 if tokens[verb].xpos == "VBD" and not _is_intent(tokens[verb]) else None


def _is_intent(token: Token) -> bool:
    lemma = (token.lemma or token.text).lower()
    return lemma in _INTENT and (lemma != "go" or token.xpos == "VBG")


def _tense_of_governor(tokens: Sequence[Token], verb: int, depth: int) -> int | None:
    """Read an infinitive's tense off what governs it: "plans to open", "went on to open"."""
    head = tokens[verb].head
    if head < 0 or depth > 3:
        return None
    if _is_intent(tokens[head]) or (tokens[head].lemma or tokens[head].text).lower() in _REQUEST:
        return 1
    if tokens[head].upos != "VERB":
        return None
    governing = _tense_of(tokens, head, depth + 1)
    return 1 if governing is None else governing  # "is running to face him in November"
