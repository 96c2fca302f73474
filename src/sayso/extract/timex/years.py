"""Whether four figures are a year, and years before the common era."""

from __future__ import annotations

from sayso.extract.timex.grammar import Found, Item, Phrase, kind, members
from sayso.extract.timex.meaning import Named
from sayso.extract.timex.words import word_set


def year_of(found: Found) -> int | None:
    """Give the year that a match names in figures."""
    year: int | None = found.one("YEAR") or found.one("SHORT")
    return year


# What must stand before a bare year outside 1900–2100, and may always: "in 1815", "the 1812 overture".
_YEAR_LEADS = word_set(
    "in of since by from until till before after during between year early late mid circa ca around fiscal and "
    "to the or"
)
# Names that carry numbers which look like years.
_NUMBERED = word_set(
    "windows office boeing airbus model series room flight route highway no number studio server code article section "
    "ps playstation area vision agenda formula nikkei russell fortune page bill act peugeot resolution gate suite unit"
)
_COUNTING = word_set("over nearly almost than least most some approximately roughly up only")
# What may stand before a year that a plural follows: "the 2012 elections", "in 2012 sales rose", but not "and 2012
# horses".
_DATING = word_set("in since during until a its their his her 's that this the early late fiscal year by")
_PLURALS = word_set("people men women children police staff cattle feet")


def bare_year(found: Found) -> Phrase | None:
    """Read four figures as a year unless they count something or are part of a name."""
    year = found.one("YEAR")
    before, after = found.before(), found.after()
    led = before is not None and before.text in _YEAR_LEADS
    if after is not None and (after.kind == kind("ZONE") or _counted(before, after) or _runs_on(found, after)):
        return None
    if before is not None and (
        before.text in _NUMBERED or _counts(found, before) or before.kind in (kind("X"), kind("N"), kind("SLASH"))
    ):
        return None
    named = before is not None and before.text in ("the", "a", "an") and 1600 <= year < 1900  # "the 1898 ruling"
    named = named or (before is not None and before.text == "(" and after is not None and after.text == ")")
    if (
        not 1900 <= year <= 2100
        and not named
        and not (led and before is not None and before.text not in ("to", "the", "or", "and"))
    ):
        return None
    if _is_number_of_name(found, before):
        return None
    return Phrase(Named("year", year=year))


def _counted(before: Item | None, after: Item) -> bool:
    """Tell whether four figures before `after` count it: "2000 troops", "about 2000 people", "1999 dollars"."""
    if after.kind in members("UNITS") + members("MAGNITUDE") + kind("X") and after.text not in (
        ":",
        ";",
        '"',
        "”",
        "’",
        "'",
        "?",
        "!",
        "…",
        "[",
        "]",
        "“",
    ):
        return True
    plural = after.text.isalpha() and after.text.endswith("s") and len(after.text) > 3 and after.value is not True
    plural = plural or after.text in _PLURALS
    if not plural or after.text in (
        "was",
        "has",
        "is",
        "as",
        "its",
        "his",
        "this",
        "does",
        "across",
        "versus",
        "thus",
        "plus",
        "saw",
    ):
        return False
    if before is None:
        return True
    return before.text not in _DATING


def _counts(found: Found, before: Item) -> bool:
    """Tell whether "more than", "nearly" and their like stand before; "later than" is none of them."""
    earlier, first = found.before(2), found.before(3)
    if earlier is not None and earlier.text in ("later", "earlier", "sooner"):
        return False
    until = first is not None and first.text in ("until", "till", "through", "to", "since", "before", "by")
    return before.text in _COUNTING and not until


def _is_number_of_name(found: Found, before: Item | None) -> bool:
    """Tell whether the figures belong to "No. 2012" or to "555-2012"."""
    earlier = found.before(2)
    if before is None or earlier is None:
        return False
    glued = before.text == "-" and earlier.end == before.start and earlier.text[-1:].isdigit()
    return glued or (before.text == "." and earlier.text in ("no", "nos"))


def _runs_on(found: Found, after: Item) -> bool:
    """Tell whether the figures go on after a hyphen: a part number, a date that is none."""
    later = found.after(2)
    return after.text == "-" and later is not None and later.start == after.end and later.text[:1].isdigit()


def era(found: Found) -> Phrase | None:
    """Read "490 BC", "AD 79"."""
    year, month = found.one("NUM", -1), found.one("MONTH")
    bc = not found.has("ad", "ce")
    if not isinstance(year, int) or not 0 < year < 3000:
        return None
    if month:
        return Phrase(Named("month", year=year, month=month, bc=bc))
    return Phrase(Named("year", year=year, bc=bc))


def first_era(found: Found) -> Phrase | None:
    """Read the first year of "499 to 493 BC"."""
    year = found.one("NUM")
    return Phrase(Named("year", year=year, bc=True)) if isinstance(year, int) and 0 < year < 3000 else None


def the_year(found: Found) -> Phrase:
    """Read "the year 2031"."""
    return Phrase(found.one("POINT"), mod=found.mod)
