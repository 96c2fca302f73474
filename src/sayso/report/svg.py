"""SVG by hand: elements with escaped text and attributes, a linear scale, and round ticks.

Charts have no `viewBox`: positions across are per cent and heights are pixels, so that a chart fills a phone or a
broadsheet while its lettering keeps its size. No inline styles, for the page's policy forbids them; classes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10

from markupsafe import Markup, escape

from sayso.report.visible import visible


def element(name: str, *children: str, **attributes: object) -> Markup:
    """One element, its text and attribute values escaped; `class_` and `stroke_width` are `class` and `stroke-width`.

    >>> element("text", "a < b", x="5%", class_="tick")
    Markup('<text x="5%" class="tick">a &lt; b</text>')
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Markup) else escape(visible(child)) for child in children)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def percent(share: float) -> str:
    """A share of the width, short and the same on every machine.

    >>> percent(1 / 3)
    '33.33%'
    """
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def scale(low: float, high: float, left: float, right: float) -> Callable[[float], float]:
    """Maps low..high on the shares left..right of the width; all to the middle where low and high are one."""
    width = high - low
    if width <= 0:
        return lambda value: (left + right) / 2
    return lambda value: left + (value - low) / width * (right - left)


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) within low..high, `most` at the most.

    >>> ticks(4050, 4150)
    [4060.0, 4080.0, 4100.0, 4120.0, 4140.0]
    """
    if high <= low:
        return [low]
    power = 10.0 ** floor(log10((high - low) / most))
    for step in (power, 2 * power, 5 * power, 10 * power):
        first, last = -(-low // step), high // step
        if last - first + 1 <= most:
            return [round(index * step, 10) for index in range(int(first), int(last) + 1)]
    return [low, high]


def number(value: float) -> str:
    """A number as a reader writes it: grouped, without trailing zeros.

    >>> number(411000.0), number(3.2), number(2.5e9), number(1e30)
    ('411,000', '3.2', '2.5 bn', '1e+30')
    """
    if abs(value) >= 1e15 or 0 < abs(value) < 1e-4:
        return f"{value:g}"
    for size, word in ((1e12, " tn"), (1e9, " bn"), (1e6, " m")):
        if abs(value) >= size and round(value / size, 3) * size == value:
            return f"{value / size:.3f}".rstrip("0").rstrip(".") + word
    return f"{value:,.4f}".rstrip("0").rstrip(".")
