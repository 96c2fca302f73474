"""Two pieces of two sentences compared: whether they say the same, one says more, or they cannot both stand in one place."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.compare.comparison import Comparison
from sayso.compare.names import initials_of, key_of, one_spelling, same_name, tokens_of
from sayso.compare.passage import Piece
from sayso.compare.quantities import compare_quantities
from sayso.compare.times import compare_times
from sayso.compare.vocabulary import alike, broader, country_of, one_kind, opposite
from sayso.records import Quantity

_MONEY = frozenset("euro yen yuan rupee ruble rouble franc peso won krona krone lira pound dollar".split())
ONE_NUMBER = 1.15  # "over 28,000" and "over 38,000" are two numbers, "over 410,000" and "over 411,000" may be one
_MONTHS = {
    m[:3]: i
    for i, m in enumerate(
        "january february march april may june july august september october november december".split()
    )
}
_DAYS = {d[:3]: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_WORD = re.compile(r"[a-z]+|\d{1,3}(?:,\d{3})+|\d+(?:[:.]\d+)?(?:st|nd|rd|th|s)?")
_COUNTS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), map(str, range(1, 13)), strict=True)
)
_AGO = frozenset("ago later earlier".split())
_DEICTIC = {
    word: part
    for part, words in {
        "day": "yesterday today tomorrow tonight",
        "which": "last next this previous following first second third fourth",
        "part": "early late mid",
        "hour": "morning afternoon evening night noon midnight",
        "unit": "minute hour day week weekend month year quarter decade century",
        "season": "spring summer autumn winter",
    }.items()
    for word in words.split()
}


class Stated(NamedTuple):
    """What stands between two pieces; `more` tells which side says more, where one does."""

    kind: str  # same, finer, differs, opposite, unlike (nothing follows)
    basis: str
    reason: str
    more: str | None = None


def compare_pieces(left: Piece, right: Piece) -> Stated:
    """How two pieces stand to each other that have the same place in their sentences; symmetric."""
    if left.sort == right.sort and left.text.lower() == right.text.lower() and not left.quantity:
        return Stated("same", "wording", left.text)
    if left.quantity and right.quantity:
        return _numbers(left, right)
    if left.timex and right.timex:
        return _times(left, right)
    if "name" in (left.sort, right.sort) and figure(left.key) is None:
        return _names(left, right)
    return _words(left, right)


def _against(left: Piece, right: Piece) -> str:
    return f"{left.text} against {right.text}"


def _of(found: Comparison, basis: str) -> Stated:
    kind = {"equal": "same", "compatible": "same", "refines": "finer", "conflicts": "differs", "incomparable": "unlike"}
    return Stated(kind[found.kind], basis, found.reason, found.finer)


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _numbers(left: Piece, right: Piece) -> Stated:
    p, q = left.quantity, right.quantity
    assert p is not None
    assert q is not None
    found = compare_quantities(p, q)
    ways = {(p.low is None, p.high is None), (q.low is None, q.high is None)}
    if ways == {(True, False), (False, True)}:
        return Stated("differs", "quantity", f"{p.text} against {q.text}")  # "at least 15" and "at most 15"
    if len(ways) == 1 and ways & {(True, False), (False, True)} and found.kind == "refines" and _far(p, q):
        return Stated("differs", "quantity", f"{p.text} against {q.text}")
    if found.kind == "incomparable" and p.value is not None and p.value == q.value:
        if p.unit is None or q.unit is None or alike(p.unit, q.unit):
            return Stated("same", "quantity", f"{p.text} and {q.text}")
        if not (is_measure(p.unit) or is_measure(q.unit) or one_kind(p.unit, q.unit)):
            return Stated("unlike", "quantity", f"{p.text} beside {q.text}")
        return Stated("differs", "quantity", f"{p.text} against {q.text}: not the same unit")
    return _of(found, "quantity")


_UNITS = frozenset(
    (
        "metre kilometre mile foot inch yard centimetre millimetre hectare acre kilogram gram tonne ton pound ounce litre gallon barrel watt "
        "kilowatt megawatt gigawatt second minute hour day week month quarter year decade century degree "
        "knot penny cent"
    ).split()
) | {"percentage point", "basis point", "degree Celsius", "degree Fahrenheit", "year of age"}


def is_measure(unit: str) -> bool:
    """Whether a unit measures, and does not count things: money, shares, lengths, times."""
    head = unit.partition(" per ")[0]
    return head == "percent" or head.endswith((" dollar", " sterling")) or head in _MONEY or head in _UNITS


def _far(p: Quantity, q: Quantity) -> bool:
    """Whether two bounds of one direction are said of different numbers, where all else is told alike."""
    edges = [x.low if x.low is not None else x.high for x in (p, q)]
    small, large = sorted(abs(e or 0.0) for e in edges)
    return large > small * ONE_NUMBER


# ── times ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _times(left: Piece, right: Piece) -> Stated:
    p, q = left.timex, right.timex
    assert p is not None
    assert q is not None
    if p.earliest and p.latest and q.earliest and q.latest:
        found = compare_times(p, q)
        if found.kind != "refines":
            return _of(found, "time")
    parts, others = time_parts(p.text), time_parts(q.text)
    both = parts.keys() & others.keys()
    if any(parts[k] != others[k] for k in both):
        return Stated("differs", "time", f"{p.text} against {q.text}")
    if not both:
        return Stated("unlike", "time", f"{p.text} beside {q.text}")
    more = None if parts.keys() == others.keys() else "left" if parts.keys() > others.keys() else "right"
    return Stated("finer" if more else "same", "time", f"{p.text} and {q.text}", more)


def time_parts(text: str) -> dict[str, str]:
    """What a time expression names: year, month, day, weekday, and which of them.

    >>> time_parts("Friday, 4 June 2030")
    {'weekday': '4', 'date': '4', 'month': '5', 'year': '2030'}
    """
    found: dict[str, str] = {}
    words = _WORD.findall(text.lower())
    counted = any(w in _AGO or _DEICTIC.get(w.rstrip("s")) == "unit" for w in words)
    for word in words:
        word = _COUNTS.get(word, word) if counted else word
        if word[:3] in _MONTHS and (len(word) <= 4 or word in _LONG_MONTHS):
            found["month"] = str(_MONTHS[word[:3]])
        elif word[:3] in _DAYS and (len(word) <= 5 or word.endswith("day")):
            found["weekday"] = str(_DAYS[word[:3]])
        elif (known := word if word in _DEICTIC else word.rstrip("s")) in _DEICTIC:
            found[_DEICTIC[known]] = known
        elif word[0].isdigit():
            number = re.sub(r"\D+$", "", word)
            if counted and (len(number) < 4 or "," in number):
                found["count"] = number
                continue
            found[
                "year"
                if len(number) == 4 and ":" not in number
                else "clock"
                if ":" in number or "." in number
                else "date"
            ] = number
    return found


_LONG_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def figure(text: str) -> float | None:
    """The number that a word written in digits stands for.

    >>> figure("1,200"), figure("F-150")
    (1200.0, None)
    """
    return float(text.replace(",", "")) if re.fullmatch(r"\d{1,15}(?:,\d{3})*(?:\.\d{1,9})?", text) else None


def _names(left: Piece, right: Piece) -> Stated:
    if same_thing(left, right):
        return Stated("same", "name", f"{left.text} and {right.text}")
    basis = "place" if "LOC" in (left.type, right.type) else "name"
    if left.sort != right.sort:
        kind = one_kind(left.key, right.key)  # "French" is a word, "Spain" a name
        return (
            Stated("differs", basis, _against(left, right))
            if kind
            else Stated("unlike", basis, f"{left.text} beside {right.text}")
        )
    if left.type == right.type == "LOC" and bool(country_of(left.key)) != bool(country_of(right.key)):
        return Stated("unlike", "place", f"{left.text} beside {right.text}: one may lie in the other")
    return Stated("differs", basis, _against(left, right))


def same_thing(left: Piece, right: Piece) -> bool:
    """Whether two pieces name the same, by any name that their articles give."""
    if left.key == right.key or left.text.lower() == right.text.lower():
        return True
    home = country_of(left.key)
    if home and home == country_of(right.key):
        return True
    if left.sort != right.sort:
        name, word = (left, right) if left.sort == "name" else (right, left)
        return word.text[:1].isupper() and word.text.lower() in tokens_of(name.text)
    if not _one_model(left.text, right.text):
        return False
    ours, theirs = (left.text, *left.names), (right.text, *right.names)
    return any(_one_name(x, y, left.type, right.type) for x in ours for y in theirs)


def _one_name(x: str, y: str, left: str, right: str) -> bool:
    if not _one_model(x, y):
        return False
    if same_name(x, y) or key_of(x, left) == key_of(y, right) or one_spelling(x, y):
        return True
    return initials_of(x) == y.replace(".", "") or initials_of(y) == x.replace(".", "")


def _one_model(left: str, right: str) -> bool:
    """Whether two names carry the same numbers, or one carries none."""
    numbers = [{t for t in tokens_of(name) if any(c.isdigit() for c in t)} for name in (left, right)]
    return numbers[0] == numbers[1] or not all(numbers)


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _words(left: Piece, right: Piece) -> Stated:
    a, b = left.key, right.key
    if a == b:
        return Stated("same", "wording", left.text)
    figures = figure(a), figure(b)
    if figures[0] is not None and figures[1] is not None:
        same = figures[0] == figures[1]
        return Stated("same" if same else "differs", "quantity", _against(left, right))
    if opposite(a, b):
        return Stated("opposite", "wording", _against(left, right))
    if one_kind(a, b) and not alike(a, b):
        return Stated("differs", "wording", _against(left, right))
    if broader(a, b) or broader(b, a):
        wide, fine = (left, right) if broader(a, b) else (right, left)
        return Stated("finer", "wording", f"{fine.text} is a {wide.text}", "right" if wide is left else "left")
    if alike(a, b):
        return Stated("same", "wording", f"{left.text} and {right.text}")
    return Stated("unlike", "wording", f"{left.text} beside {right.text}")
