"""Who cites whom, as a picture: the outlets at the left, those who vouch at the right, go-betweens in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from sayso.report.svg import element
from sayso.report.visible import shortened
from sayso.report.voices import Citation

LINE = 26  # pixels a name
MOST_NAMES = 16  # a side; the table under the picture has them all
WIDEST = 5.0  # pixels of the thickest line


def chart(found: Sequence[Citation]) -> Markup | None:
    """The citations as SVG, or None where nobody cites anybody."""
    if not found:
        return None
    left = _names([c.citing for c in found])
    right = _uncrossed(_names([c.cited for c in found]), left, found)
    height = LINE * max(len(left), len(right)) + 6
    rows_left, rows_right = _rows(left, height), _rows(right, height)
    most = max(c.passages for c in found)
    drawn = [c for c in found if c.citing in rows_left and c.cited in rows_right]
    curves = [_curve(rows_left[c.citing], rows_right[c.cited], c, most) for c in reversed(drawn)]
    middle = element(
        "svg", *curves, x="40%", width="20%", height=height, viewBox=f"0 0 100 {height}", preserveAspectRatio="none"
    )
    told = "; ".join(f"{c.citing} cites {c.cited} in {c.passages}" for c in drawn)
    return element(
        "svg",
        element("title", f"Who cites whom, by number of passages – {told}"),
        middle,
        *(_name(name, y, "end", "39%") for name, y in rows_left.items()),
        *(_name(name, y, "start", "61%") for name, y in rows_right.items()),
        class_="chart citations",
        role="img",
        width="100%",
        height=height,
    )


def _names(names: Sequence[str]) -> list[str]:
    """The names in order of first appearance (the citations come most frequent first), as many as fit."""
    return list(dict.fromkeys(names))[:MOST_NAMES]


def _uncrossed(right: Sequence[str], left: Sequence[str], found: Sequence[Citation]) -> list[str]:
    """The right side in the order of where their citers stand on average, so that few lines cross (Sugiyama 1981)."""
    rows = {name: row for row, name in enumerate(left)}
    heights: dict[str, list[int]] = {name: [] for name in right}
    for citation in found:
        if citation.cited in heights and citation.citing in rows:
            heights[citation.cited] += [rows[citation.citing]] * citation.passages
    return sorted(right, key=lambda name: sum(heights[name]) / max(1, len(heights[name])))


def _rows(names: Sequence[str], height: int) -> dict[str, float]:
    """Where each name stands, the shorter side spread over the whole height."""
    step = (height - 6) / len(names)
    return {name: 3 + step * (index + 0.5) for index, name in enumerate(names)}


def _curve(y1: float, y2: float, citation: Citation, most: int) -> Markup:
    width = 1 + (WIDEST - 1) * (citation.passages - 1) / max(1, most - 1)
    return element(
        "path",
        d=f"M0 {y1:.1f} C50 {y1:.1f} 50 {y2:.1f} 100 {y2:.1f}",
        class_="link copied" if citation.copied else "link",
        stroke_width=f"{width:.1f}",
        vector_effect="non-scaling-stroke",
    )


def _name(name: str, y: float, anchor: str, x: str) -> Markup:
    return element("text", shortened(name, 24), x=x, y=f"{y + 4:.1f}", text_anchor=anchor, class_="name")
