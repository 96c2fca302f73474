"""Numbers of the same thing as intervals on one axis, one mark per source; an open end is drawn as an arrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from markupsafe import Markup

from sayso.records import Finding, Quantity
from sayso.report.sources import Sources
from sayso.report.svg import element, number, percent, scale, ticks
from sayso.report.visible import shortened

ROW = 38  # pixels a source: a line of lettering and its interval under it
LEFT, RIGHT = 0.02, 0.98
MOST_ROWS = 24  # a chart taller than a screen tells nothing at a glance; the passages below it show the rest

Place = Callable[[float], float]


class Interval(NamedTuple):
    """What one source says: the quantity as printed, who prints it, and as what (planned, rumoured, …)."""

    outlet: str
    quantity: Quantity
    status: str


def intervals(finding: Finding, sources: Sources) -> list[Interval]:
    """The comparable quantities of a finding: one a source, more only where a source gives several numbers.

    Empty unless two sources at least give numbers in one unit, and two of these numbers differ.
    """
    unit = _unit(finding)
    rows: dict[tuple[object, ...], Interval] = {}
    for claim in finding.claims:
        quantity = next((q for q in claim.quantities if q.unit == unit and _bounds(q)), None)
        if quantity is not None:
            outlet = sources.outlet(claim.article_id)
            rows.setdefault((outlet, quantity.low, quantity.high), Interval(outlet, quantity, claim.status))
    differ = len({(row.quantity.low, row.quantity.high) for row in rows.values()}) > 1
    return list(rows.values()) if differ else []


def _unit(finding: Finding) -> str | None:
    """The unit that most claims share; the first named of equals."""
    units = [dict.fromkeys(q.unit for q in claim.quantities if _bounds(q)) for claim in finding.claims]
    counts = Counter(unit for of_claim in units for unit in of_claim)
    return counts.most_common(1)[0][0] if counts else None


def _bounds(quantity: Quantity) -> list[float]:
    """The finite bounds and value; empty where nothing can be drawn."""
    known = (quantity.low, quantity.value, quantity.high)
    return [value for value in known if value is not None and isfinite(value)]


def chart(finding: Finding, sources: Sources) -> Markup | None:
    """The intervals of a finding as SVG, or None where there is nothing to compare."""
    rows = intervals(finding, sources)[:MOST_ROWS]
    if not rows:
        return None
    low, high = _axis(rows)
    place = scale(low, high, LEFT, RIGHT)
    described = "; ".join(f"{row.outlet}: {row.quantity.text}" for row in rows)
    height = ROW * len(rows) + 24
    return element(
        "svg",
        element("title", f"Numbers side by side – {described}"),
        *_ruler(ticks(low, high), ROW * len(rows) + 4, place),
        *(part for index, row in enumerate(rows) for part in _row(row, index * ROW, place)),
        class_="chart intervals",
        role="img",
        width="100%",
        height=height,
    )


def _axis(rows: Sequence[Interval]) -> tuple[float, float]:
    """The stretch to draw: all bounds, and room beside them for arrows and for the spread to show."""
    bounds = [bound for row in rows for bound in _bounds(row.quantity)]
    low, high = min(bounds), max(bounds)
    room = (high - low) * 0.3 or abs(low) * 0.1 or 1.0
    first = low - room * (1.0 if any(row.quantity.low is None for row in rows) else 0.4)
    last = high + room * (1.0 if any(row.quantity.high is None for row in rows) else 0.4)
    return (0.0 if low >= 0 > first else first), last


def _ruler(at: Sequence[float], y: int, place: Place) -> Iterator[Markup]:
    yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="axis")
    for value in at:
        x = percent(place(value))
        yield element("line", x1=x, x2=x, y1=0, y2=y + 4, class_="grid")
        anchor = "start" if place(value) < 0.08 else "end" if place(value) > 0.92 else "middle"
        yield element("text", number(value), x=x, y=y + 17, text_anchor=anchor, class_="tick")


def _row(row: Interval, top: int, place: Place) -> Iterator[Markup]:
    quantity, y = row.quantity, top + 27
    outlet = element("tspan", shortened(row.outlet, 30), class_="outlet")
    said = element("tspan", shortened(quantity.text, 40), class_="verbatim", dx="6")
    status = [element("tspan", row.status, class_="status", dx="6")] if row.status != "asserted" else []
    yield element("text", outlet, said, *status, x=percent(LEFT), y=top + 14)
    left = place(quantity.low) if quantity.low is not None and isfinite(quantity.low) else 0.0
    right = place(quantity.high) if quantity.high is not None and isfinite(quantity.high) else 1.0
    if left < right:
        yield element("line", x1=percent(left), x2=percent(right), y1=y, y2=y, class_="reach")
    yield _end(left, y, "left" if quantity.low is None else "")
    yield _end(right, y, "right" if quantity.high is None else "")
    if quantity.value is not None and isfinite(quantity.value):
        kind = "dot" if row.status == "asserted" else "dot hollow"
        yield element("circle", cx=percent(place(quantity.value)), cy=y, r="5", class_=kind)


def _end(at: float, y: int, open_to: str) -> Markup:
    """The end of an interval: a stop, or an arrow head where that side is open."""
    if not open_to:
        return element("line", x1=percent(at), x2=percent(at), y1=y - 5, y2=y + 5, class_="stop")
    path = "M0 0 L-8 -5 L-8 5 Z" if open_to == "right" else "M0 0 L8 -5 L8 5 Z"
    head = element("path", d=path, class_="arrow")
    return element("svg", head, x=percent(at), y=y, overflow="visible", width="1", height="1")
