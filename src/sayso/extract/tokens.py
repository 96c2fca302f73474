"""Tokens and sentences by rule, with offsets: the ground that everything in extract stands on.

Tokens follow the English Web Treebank (Universal Dependencies): "do" "n't", "Acme" "'s", "U.S." "-" "based", "$" "30,000".
`split` needs no model; `sayso.extract.parse` fills in the analysis.
"""

from __future__ import annotations

import re

import msgspec


class Token(msgspec.Struct, frozen=True):
    """A word or mark; `head` is the index of its head in the sentence (-1 root or unknown), `ner` a BIO tag.

    `marks` says what the reader takes a predicate for: `unsure`, `negated`, `future`, `reporting`.
    """

    start: int
    end: int
    text: str
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    head: int = -1
    deprel: str = ""
    ner: str = "O"
    marks: frozenset[str] = frozenset()


class Sentence(msgspec.Struct, frozen=True):
    """Code points `start` to `end` of the text, and the tokens in it, with their packed `vectors` where it was read."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    vectors: bytes = b""


# Abbreviations that a name or number follows: never the end of a sentence.
TITLES = frozenset(
    (
        "mr mrs ms messrs dr prof gen sen sens rep reps gov lt col sgt capt cmdr adm maj brig pvt rev hon pres st "
        "mt ft vs no nos fig e.g i.e cf al dept jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
        "thu thur thurs fri sat sun approx"
    ).split()
)
# Abbreviations that may end a sentence: they do when a word that usually opens one follows.
ENDERS = frozenset(
    (
        "inc corp co ltd llc plc jr sr bros u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a esq etc ave blvd rd"
    ).split()
)
OPENERS = frozenset(
    (
        "the a an in on at by for from with after before as since while when if although though but and or so yet "
        "he she it they we i you this that these those his her its their our my there here what who how why where "
        "it's he's she's they're we're according however meanwhile also earlier later last next now then both "
        "some many most all no not one two three other others another more"
    ).split()
)

_WORD = re.compile(
    r"""
      (?P<url>(?:https?://|www\.)[^\s<>"”’)\]]+ | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+)
    | (?P<handle>[@\#]\w+)
    | (?P<abbrev>(?:[^\W\d_]\.){2,}(?=\W|$)(?!\.\w) | (?:[^\W\d_]\.){2,})
    | (?P<number>\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?(?!\d) | \d+(?:[.:/,]\d+)*)(?P<suffix>(?:st|nd|rd|th|s)\b|[^\W\d_]+\d*\b)?
    | (?P<word>[^\W\d_]+(?:\d+[^\W\d_]*|[^\W_]*)(?:[.&](?=[^\W\d_])[^\W_]+)* )
    | (?P<ellipsis>\.{2,}|…)
    | (?P<dash>-{2,}|[–—]+)
    | (?P<run>([*=!?_~+])(?:[!?]|(?<=[*=_~+])[*=_~+])+)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)[’'](?:s|ve|ll|re|d|m)(?!\w)")
_NOT = re.compile(r"(?i)n[’']t$")
_JOINED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}  # two words written as one, and where to cut
_UNIT_GLUE = re.compile(
    r"(?i)^(?:km|kg|mph|kph|kmh|mn|bn|tn|m|k|b|g|t|cm|mm|ft|lbs?|lb|hrs?|min|am|pm|kw|kwh|mw|mwh|gw|gwh|gb|tb|mb|hz|ghz|mhz|x|p|c|f|usd|eur|gbp|rmb|yuan)$"
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into the whole text. Linear in its length.

    >>> [t.text for t in tokenize("Acme’s U.S.-based arm didn't sell 1,200 cars.")]
    ['Acme', '’s', 'U.S.', '-', 'based', 'arm', 'did', "n't", 'sell', '1,200', 'cars', '.']
    """
    found: list[tuple[int, int]] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        match = _WORD.search(text, at, stop)
        if match is None:
            break
        at = _take(text, match, stop, found)
    return [Token(a, b, text[a:b]) for a, b in found if b > a]


def _take(text: str, match: re.Match[str], stop: int, found: list[tuple[int, int]]) -> int:
    """Append the token or tokens of one match; return where to go on."""
    a, b = match.span()
    kind = match.lastgroup
    if kind == "word":
        return _take_word(text, a, b, stop, found)
    if kind in ("number", "suffix"):
        cut = match.end("number")
        if match["suffix"] and _UNIT_GLUE.match(match["suffix"]):
            found += [(a, cut), (cut, b)]
        else:
            found.append((a, b))
        return b
    if kind == "mark" and text[a] in "'’":
        clitic = _CLITIC.match(text, a, stop)
        if clitic and found and (found[-1][1] == a or _apart(text, a, clitic.end())):
            found.append(clitic.span())
            return clitic.end()
    if kind == "url":
        b = a + len(match["url"].rstrip(".,;:!?"))
    found.append((a, b))
    return b


def _apart(text: str, a: int, end: int) -> bool:
    """Whether a clitic stands after a space, as in tokenised text ("Acme 's"): not an opening quotation mark ("'s' is")."""
    alone = a > 1 and text[a - 1] == " " and text[a - 2].isalnum()
    return alone and text[a + 1].islower() and text[end : end + 1] not in "'’"


def _take_word(text: str, a: int, b: int, stop: int, found: list[tuple[int, int]]) -> int:
    """A word with what its apostrophes and full stop belong to: "did" "n't", "O'Neill", "Corp."."""
    while b + 1 < stop and text[b] in "'’" and text[b + 1].isalpha() and not _CLITIC.match(text, b, stop):
        b += 1
        while b < stop and (text[b].isalnum() or text[b] == "_"):
            b += 1
    if b - a > 3 and text[b - 2] in "'’" and _NOT.search(text, max(a, b - 4), b):
        found += [(a, b - 3), (b - 3, b)]
        return b
    lowered = text[a:b].lower()
    if lowered in _JOINED:
        found += [(a, a + _JOINED[lowered]), (a + _JOINED[lowered], b)]
        return b
    if b < stop and text[b] == "." and (lowered in TITLES or lowered in ENDERS or (b - a == 1 and text[a].isupper())):
        b += 1
    found.append((a, b))
    return b


MOST_TOKENS = 400
"""A sentence has no more: the longest of 42,000 in news has 222, and what is longer is a list, a table or an attack."""

_CLOSERS = "\"'”’)]»"
# "BERGEN, May 4 (Harbour Wire) —": where and by whom, no part of the sentence that follows it
_DATELINE = re.compile(
    r"(?m)^[ \t]*[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w. ]{1,20})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--| - )[ \t]*"
)
_BREAK = re.compile(r"[.!?…]+|\n")
_STRETCH_ENDS = frozenset(".,;:!?—–|")


def split(text: str) -> list[Sentence]:
    """The sentences of a text with their tokens, in order; white space between them belongs to none. Linear.

    One of more than `MOST_TOKENS` comes in stretches, each a sentence of its own.

    >>> [text[s.start : s.end] for text in ['“It works.” Mr. Roe of Acme Inc. left. He is 5.'] for s in split(text)]
    ['“It works.”', 'Mr. Roe of Acme Inc. left.', 'He is 5.']
    """
    sentences: list[Sentence] = []
    start = 0
    for end in [*_ends(text), len(text)]:
        tokens = tokenize(text, start, end)
        first = 0
        while first < len(tokens):
            last = _stretch(tokens, first)
            sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, tuple(tokens[first:last])))
            first = last
        start = end
    return sentences


def _stretch(tokens: list[Token], first: int) -> int:
    """Where a sentence of the tokens from `first` on ends: at their end, or after a mark, so that it is not too long."""
    last = first + MOST_TOKENS
    if len(tokens) <= last:
        return len(tokens)
    marks = (at for at in range(last, last - MOST_TOKENS // 2, -1) if tokens[at - 1].text in _STRETCH_ENDS)
    return next(marks, last)


def _ends(text: str) -> list[int]:
    """Where sentences end, each offset once, rising."""
    ends: list[int] = []
    datelines = {found.end() for found in _DATELINE.finditer(text)}
    for found in _BREAK.finditer(text):
        if found.group() == "\n":
            if _line_ends(text, found.start()):
                ends.append(found.end())
            continue
        at = found.end()
        while at < len(text) and text[at] in _CLOSERS and at - found.end() < 4:
            at += 1
        if _stops(text, found.start(), found.group(), at):
            ends.append(at)
    return sorted(datelines.union(ends)) if datelines else ends


def _line_ends(text: str, at: int) -> bool:
    """Whether the line break at `at` ends a sentence: not where a wrapped line goes on in lower case."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else "\n"
    return not (after.islower() and before not in '\n.!?:…"”')


def _stops(text: str, mark: int, marks: str, at: int) -> bool:
    """Whether the marks at `mark` end a sentence whose closing quotes end at `at`."""
    rest = text[at : at + 40]
    if rest and not rest[0].isspace():
        return False
    following = rest.lstrip()
    if not following:
        return True
    first = following.lstrip("\"'“‘([«")[:1]
    if first.islower():
        return False
    if marks != ".":
        return marks not in ("…", "...") or first.isupper()
    word = _word_before(text, mark)
    lowered = word.lower()
    if lowered in TITLES:
        return lowered == "no" and not first.isdigit()
    if lowered in ENDERS or (len(word) == 1 and word.isupper()) or re.fullmatch(r"(?:\w\.)+\w", word):
        opener = re.match(r"[\"'“‘(]*([\w'’]+)", following)
        opens = opener is not None and opener[1].lower() in OPENERS and opener[1][0].isupper()
        return opens and (len(word) > 1 or word == "I")
    return True


def _word_before(text: str, mark: int) -> str:
    """The word that ends at `mark`, with inner full stops ("U.S"), at most 20 characters."""
    start = mark
    while start > 0 and mark - start < 20 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return text[start:mark]
