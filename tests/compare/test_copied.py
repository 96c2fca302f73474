"""Claims in copied passages and what they repeat: claims made by hand, of a made-up shipyard."""

from __future__ import annotations

import pytest

from sayso.compare.copied import repeated
from sayso.records import Claim, CopiedSpan, Copy

TEXT = "Norvik delivered 31 ferries in 2030"


def claim(name, article, start=0, text=TEXT):
    return Claim(
        id=name, article_id=article, start=start, end=start + len(text), text=text, status="asserted", polarity="positive",
        chain=(), origin=article,
    )  # fmt: skip


def copy(article, original, start=0):
    span = CopiedSpan(start=start, end=start + len(TEXT), original_start=0, original_end=len(TEXT))
    return Copy(article_id=article, original_id=original, kind="reprint", spans=(span,), similarity=1.0)


CASES = [
    ("repeated as it is", [claim("1", "a"), claim("2", "b")], [copy("b", "a")], {"2": "1"}),
    ("further down", [claim("1", "a"), claim("2", "b", 40)], [copy("b", "a", 40)], {"2": "1"}),
    ("followed to the first", [claim("1", "a"), claim("2", "b"), claim("3", "c")], [copy("c", "b"), copy("b", "a")], {"2": "1", "3": "1"}),
    ("another number is an edit", [claim("1", "a"), claim("2", "b", 0, TEXT.replace("31", "28"))], [copy("b", "a")], {"2": "1"}),
    ("other words repeat nothing", [claim("1", "a"), claim("2", "b", 0, "Storms closed the harbour on Monday")], [copy("b", "a")], {}),
    ("outside the passage", [claim("1", "a"), claim("2", "b", 40)], [copy("b", "a")], {}),
    ("the original makes no claim", [claim("2", "b")], [copy("b", "a")], {}),
    ("each copies the other", [claim("1", "a"), claim("2", "b")], [copy("b", "a"), copy("a", "b")], {"2": "1"}),
    ("no copies", [claim("1", "a"), claim("2", "b")], [], {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "copies", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_a_claim_repeats(claims, copies, expected):
    assert repeated(claims, copies) == expected
    assert repeated(claims[::-1], copies) == expected
