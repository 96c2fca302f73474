"""How two stated things stand to each other: what every exact comparator gives back."""

from __future__ import annotations

from typing import Literal

from sayso.records import Record

Standing = Literal["equal", "compatible", "refines", "conflicts", "incomparable"]
Side = Literal["left", "right"]


class Comparison(Record, frozen=True, kw_only=True):
    """The outcome of comparing two stated things of one kind (two quantities, two time expressions, two names).

    `kind`: `equal` (they state the same), `compatible` (both can be true of the same thing), `refines` (compatible, and
    `finer` tells which one says more), `conflicts` (they cannot both be true of the same thing at the same time) or
    `incomparable` (different units or kinds: nothing follows). `reason` says why, for a person, in a phrase that can
    follow "because". `finer` is None unless one side plainly says more.

    >>> Comparison(kind="refines", reason="4 May 2031 lies in May 2031", finer="right").flipped().finer
    'left'
    """

    kind: Standing
    reason: str
    finer: Side | None = None

    def flipped(self) -> Comparison:
        """The same comparison with left and right exchanged; the reason stays as it is."""
        other: Side | None = None if self.finer is None else ("right" if self.finer == "left" else "left")
        return Comparison(kind=self.kind, reason=self.reason, finer=other)
