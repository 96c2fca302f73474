"""Words that are a month, weekday or season in one place and something else in another: "May", "Sun", "fall"."""

from __future__ import annotations

from collections.abc import Callable

from sayso.extract.timex.grammar import OTHER, Item, kind
from sayso.extract.timex.words import word_set

# Words before a month or season that could also be a verb or a name ("may", "march", "fall").
_LEADS = word_set(
    "in of on by since until till last next this early late mid during from to between before after and or through the "
    "previous following coming that each every around about past our its their a per –"
)
AMBIGUOUS_MONTHS = frozenset({"may", "march", "august"})
_AMBIGUOUS_SEASONS = frozenset({"spring", "fall"})


def settled(items: list[Item], at: int) -> Item:
    """Settle, by its neighbours, whether an ambiguous word is a month, weekday or season; else make it a plain word."""
    item = items[at]
    if item.kind in _SETTLERS and not _SETTLERS[item.kind](items, at):
        return Item(item.start, item.end, OTHER, item.text, True)
    return item


def _near(items: list[Item], at: int) -> tuple[Item | None, Item | None]:
    return (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)


def is_name(item: Item | None) -> bool:
    """Tell whether an item is a capitalised word that is capitalised for itself."""
    return item is not None and item.value is True and item.text not in _LEADS and item.text not in _OPENERS


_OPENERS = word_set("the a an but so if when while then only it")
_FIGURES = frozenset(kind(name) for name in ("D1", "D2", "ORD", "YEAR", "SHORT"))


def _is_month(items: list[Item], at: int) -> bool:
    item, (before, after) = items[at], _near(items, at)
    figure = (after is not None and after.kind in _FIGURES) or (before is not None and before.kind in _FIGURES)
    full = len(item.text) > 4 or item.text in ("june", "july")
    named = is_name(before)  # a capitalised word: "Ada June 6"
    if full and item.text not in AMBIGUOUS_MONTHS:
        return not (named and item.text in ("april", "june")) or figure
    if item.text == "august":
        return not named or figure
    if item.text in AMBIGUOUS_MONTHS:
        led = before is not None and before.text in _LEADS and before.text != "the"
        return not named and (figure or (led and not _modal(after)) or (not _verbal(after) and _is_led(items, at)))
    dotted = item.end - item.start > len(item.text)
    return (figure and not named) or (dotted and before is not None and before.text in _LEADS)


def _is_led(items: list[Item], at: int) -> bool:
    """Tell whether a capitalised "May" or "March" stands where a month can: not first, not after a name's genitive."""
    before, after = _near(items, at)
    if before is None or before.kind in (kind("LINE"), kind("DOT"), kind("X"), kind("GENITIVE"), kind("COMMA")):
        comma = after is not None and after.kind == kind("COMMA") and at + 2 < len(items)
        return comma and items[at + 2].kind in _FIGURES
    return True


def _verbal(after: Item | None) -> bool:
    """Tell whether what follows makes "May" or "March" a verb or a name ("the March on", "May be")."""
    return after is not None and after.text in _NOT_AFTER_MONTH


def _modal(after: Item | None) -> bool:
    return after is not None and after.text in ("be", "have", "not", "also")


_NOT_AFTER_MONTH = word_set("be have not also well on to for against from i we you he she they it")


def _is_weekday(items: list[Item], at: int) -> bool:
    item, (before, after) = items[at], _near(items, at)
    if after is not None and after.text in ("times", "telegraph", "mirror", "express", "mail", "herald", "post"):
        return False
    if len(item.text) > 5:
        return True
    dated = after is not None and (after.kind in _FIGURES or after.kind == kind("MONTH"))
    comma = after is not None and after.kind == kind("COMMA") and at + 2 < len(items)
    dated = dated or (comma and (items[at + 2].kind in _FIGURES or items[at + 2].kind == kind("MONTH")))
    led = before is not None and before.text in ("on", "last", "next", "this", "until", "by", "since", "(")
    return dated or (led and item.text not in ("sun", "wed", "sat", "mon"))


def _is_season(items: list[Item], at: int) -> bool:
    item, (before, after) = items[at], _near(items, at)
    if after is not None and after.text in ("olympics", "olympic", "games", "palace", "paralympics", "cup"):
        return False
    if is_name(before):
        return False  # "Arab Spring", "Prague Spring"
    if item.text not in _AMBIGUOUS_SEASONS:
        return True
    dated = after is not None and (after.kind == kind("YEAR") or (
        after.text == "of" and at + 2 < len(items) and items[at + 2].kind in (kind("YEAR"), kind("UNIT1"))
    ))  # fmt: skip
    if before is None or before.text in ("to", "and", "or", "a"):
        return dated
    leads = {"in", "last", "next", "this", "since", "by", "that", "early", "late", "until", "coming", "following"}
    if item.text == "spring":
        leads |= {"the", "during", "every", "each", "-"}
    elif before.text == "the" and at > 1:
        return dated or (
            items[at - 2].text in ("in", "by", "until", "since", "during") and not (after and after.text == "of")
        )
    return dated or before.text in leads


_SETTLERS: dict[str, Callable[[list[Item], int], bool]] = {
    kind("MONTH"): _is_month,
    kind("WEEKDAY"): _is_weekday,
    kind("SEASON"): _is_season,
}
SETTLED = frozenset(_SETTLERS)  # the kinds of item that neighbours settle
