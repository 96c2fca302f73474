"""Quarters, halves, seasons, decades and centuries, of the calendar or of a fiscal year."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.extract.timex.grammar import Found, Phrase, kind, members
from sayso.extract.timex.meaning import Between, Grain, Named
from sayso.extract.timex.years import year_of


def quarter(found: Found) -> Phrase | None:
    """Read "the third quarter", "fourth-quarter"; not "the third quarter-final"."""
    number = found.one("ORD") or found.one("SECOND") or (4 if found.has("final") else None)
    if number is None or number > 4 or _is_final(found):
        return None
    return Phrase(Named("quarter", number=number))


def _is_final(found: Found) -> bool:
    """Tell "the third quarter-final" from a quarter."""
    hyphen, after = found.after(), found.after(2)
    return hyphen is not None and hyphen.text == "-" and after is not None and after.text.startswith("final")


def half(found: Found) -> Phrase | None:
    """Read "first-half"."""
    number = 2 if found.has("second") else found.one("ORD")
    return Phrase(Named("half", number=number)) if number in (1, 2) else None


def fiscal_period(found: Found) -> Phrase | None:
    """Read "the fiscal third quarter", "Q3 FY31", "the first quarter of fiscal 2031": no calendar tells when that was."""
    period = next(
        (item.value for item in found if item.kind in members("POINT") + kind("PERIOD") and _is_period(item.value)),
        None,
    )
    number = found.one("ORD") or found.one("SECOND") or (period.number if isinstance(period, Named) else None)
    held = next((item.value for item in found if item.kind == kind("POINT") and _is_fiscal(item.value)), None)
    if number is None or number > 4 or (period is not None and period.grain == "season"):
        return None
    grain: Grain = period.grain if isinstance(period, Named) else "quarter"
    year = found.one("FISCAL") or year_of(found) or (held.year if isinstance(held, Named) else None)
    if held is not None and year is None:
        return None
    return Phrase(Named(grain, number=number, year=year, fiscal=True))


def fiscal_of(found: Found) -> Phrase | None:
    """Read "the third quarter of fiscal 2031", "Q3 FY31", "FY31 Q3": the year was read already."""
    if not any(_is_fiscal(item.value) for item in found):
        return None
    return fiscal_period(found)


def _is_fiscal(point: Any) -> bool:
    return isinstance(point, Named) and point.grain == "fiscal year"


def dated_period(found: Found) -> Phrase | None:
    """Give a quarter, half or season its year: "Q3 2025", "the third quarter of 2025", "the summer of last year"."""
    points = [item.value for item in found if item.kind == kind("POINT")]
    period = found.one("PERIOD") or found.one("SEASONED") or next((p for p in points if _is_period(p)), None)
    if period is None:
        return None
    rest = [point for point in points if point is not period]
    year = year_of(found)
    if year:
        return Phrase(replace(period, year=year), mod=found.mod)
    if rest and isinstance(rest[0], Named) and rest[0].bc:
        return Phrase(replace(period, year=rest[0].year, bc=True), mod=found.mod)
    if rest and isinstance(rest[0], Between) and period.grain == "season":
        return Phrase(replace(period, year=rest[0].first.year), mod=found.mod)
    return Phrase(replace(period, inside=rest[0]), mod=found.mod) if rest and _holds_year(rest[0]) else None


def _is_period(point: Any) -> bool:
    return (
        isinstance(point, Named)
        and not point.fiscal
        and point.grain in ("quarter", "half", "season")
        and not point.year
        and not point.inside
    )


def _holds_year(point: Any) -> bool:
    return getattr(point, "grain", None) in ("year", "fiscal year")


def season(found: Found) -> Phrase:
    """Read "the summer"."""
    return Phrase(Named("season", season=found.one("SEASON")))


def fiscal(found: Found) -> Phrase:
    """Read "FY2031", "fiscal 2031"."""
    return Phrase(Named("fiscal year", year=found.one("FISCAL") or year_of(found)))


def decade(found: Found) -> Phrase:
    """Read "the 1990s", "the '60s"."""
    return Phrase(found.one("DECADE"))


SPELT = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip


def spelt_decade(found: Found) -> Phrase:
    """Read "the sixties"."""
    return Phrase(Named("decade", year=next(SPELT[item.text] for item in found if item.text in SPELT)), skip=0)


def century(found: Found) -> Phrase:
    """Read "the 19th century", "the fifth century BC"."""
    return Phrase(Named("century", number=found.one("ORD"), bc=found.has("bc", "bce")))
