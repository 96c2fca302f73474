"""Time expressions at the border: EDTF (ISO 8601-2:2019) and TIMEX3 (TimeML 1.2.1), and the way back from each."""

from __future__ import annotations

import re

from sayso.extract.timex.values import NONE, Bounds, bounds
from sayso.records import Period, Timex

# Codes of ISO 8601-2 for divisions of a year.
_DIVISIONS = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40",
    "H2": "41",
}  # fmt: skip
_DIVISION_OF = {code: name for name, code in _DIVISIONS.items()}
_OPEN = ("BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER")


def edtf(timex: Timex) -> str:
    """Write a time expression in EDTF; "" where EDTF has no way to say it (a bare duration, a set, "recently").

    Open bounds become an open interval, a week or a third of a year the interval of its days, "about" a `~`.

    >>> edtf(Timex(start=0, end=4, text="2030", type="DATE", value="2030", mod="BEFORE", latest="2029-12-31"))
    '../2029-12-31'
    >>> edtf(Timex(start=0, end=8, text="February", type="DATE", value="XXXX-02"))
    'XXXX-02'
    """
    mod = (timex.mod or "").split(" ")[0]
    if mod in _OPEN or mod in ("START", "MID", "END") or timex.type == "DURATION":
        return _interval(timex.earliest, timex.latest)
    if timex.type == "TIME" and timex.earliest and timex.earliest == timex.latest and "T" in timex.earliest:
        return _point(timex.earliest)
    written = _point(timex.value or "")
    if written and (bounds(timex.value or "") == NONE or _same(timex)):
        return written + ("~" if mod == "APPROX" and "/" not in written else "")
    return _interval(timex.earliest, timex.latest)


def _same(timex: Timex) -> bool:
    """Tell whether the value alone says what the bounds say."""
    return bounds(timex.value or "") == (timex.earliest, timex.latest)


def _interval(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ""
    ends = [(end[:10] if end else "..") for end in (first, last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _point(value: str) -> str:
    """Write a TIMEX3 value that EDTF has a form for; "" for the others."""
    if "/" in value:
        parts = [_point(part) for part in value.split("/")]
        return "/".join(parts) if all(parts) else ""
    if re.fullmatch(r"[\dX]{4}(?:-[\dX]{2}){0,2}", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if found := re.fullmatch(r"BC(\d{4})", value):
        return f"-{int(found[1]) - 1:04d}" if int(found[1]) > 1 else "0000"
    if found := re.fullmatch(r"(\d{4})-(\w\w)", value):
        return f"{found[1]}-{_DIVISIONS[found[2]]}" if found[2] in _DIVISIONS else ""
    if found := re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)((?:Z|[+-]\d\d:\d\d)?)", value):
        return f"{found[1]}:00{found[2]}"
    return ""


def edtf_bounds(written: str) -> Period:
    """Read back what an EDTF string of ours covers.

    >>> edtf_bounds("2024-33").latest, edtf_bounds("../2029-12-31").earliest
    ('2024-03-31', None)
    """
    written = written.rstrip("~")
    if "/" in written:
        first, _, last = written.partition("/")
        return Period(earliest=_bounds(first)[0], latest=_bounds(last)[1])
    span = _bounds(written)
    return Period(earliest=span[0], latest=span[1])


def _bounds(written: str) -> Bounds:
    if found := re.fullmatch(r"(\d{4})-(\d\d)", written):
        return bounds(f"{found[1]}-{_DIVISION_OF.get(found[2], found[2])}")
    if re.fullmatch(r"\d{2,3}X{1,2}", written):
        return bounds(written.rstrip("X"))
    return bounds(re.sub(r"(T\d\d:\d\d):00", r"\1", written))


def timex3(timex: Timex) -> str:
    """Write a time expression as a TIMEX3 element.

    >>> timex3(Timex(start=0, end=4, text="2024", type="DATE", value="2024"))
    '<TIMEX3 type="DATE" value="2024">2024</TIMEX3>'
    """
    from xml.sax.saxutils import escape, quoteattr  # brings an HTTP client along, which reading has no use for

    value = f" value={quoteattr(timex.value)}" if timex.value else ""
    mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
    return f'<TIMEX3 type="{timex.type}"{value}{mod}>{escape(timex.text)}</TIMEX3>'
