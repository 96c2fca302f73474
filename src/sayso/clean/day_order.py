"""Whether 03/04/2031 is in April or in March: as the page's own other dates are written, else as its country writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean.facts import Facts
from sayso.clean.outlet import host_of

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d(?!\d)")
_LONGEST = 200  # characters of a line that are looked at
_MONTH_FIRST = frozenset(["en-us", "en-ph", "es-us"])
_MONTH_FIRST_HOSTS = frozenset(["us", "gov", "mil", "edu"])
# Countries that publish in English and write the day first, by the end of their addresses.
_DAY_FIRST_HOSTS = frozenset("uk ie au nz in za ng ke gh pk lk bd my sg hk mt jm tt ug tz zm zw".split())


def day_first(facts: Facts, lines: Sequence[str], url: str | None = None) -> bool | None:
    """Whether the day stands first in dates of numbers; None where nothing tells, as on an English page of no known country.

    >>> day_first(Facts(language="de"), []), day_first(Facts(language="en"), ["28/03/2031"]), day_first(Facts(), [])
    (True, True, None)
    """
    orders = set()
    for line in (*lines, *(value for value, _ in facts.times)):
        for match in _NUMERIC.finditer(line[:_LONGEST]):
            first, second = int(match[1]), int(match[2])
            if (first > 12) != (second > 12):
                orders.add(first > 12)
    if len(orders) == 1:
        return orders.pop()
    return _by_country(facts, url)


def _by_country(facts: Facts, url: str | None) -> bool | None:
    named = [facts.language or "", *facts.meta.get("og:locale", ()), *facts.meta.get("content-language", ())]
    languages = [name.strip().lower().replace("_", "-")[:5] for name in named if name.strip()]
    for language in languages:
        if language in _MONTH_FIRST:
            return False
        if language != "en":
            return True
    end = (host_of(url) or "").rpartition(".")[2]
    return False if end in _MONTH_FIRST_HOSTS else True if end in _DAY_FIRST_HOSTS else None
