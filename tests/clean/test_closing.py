"""What stands behind a story's end is no part of it; what the story says about people and advice is."""

import pytest

from sayso.clean.closing import behind_story

STORY = ["A flood closed the old mill in Acmeville on Monday, its owner said.", "The mill was built in 1901."] * 4
BIO = "Ann Lee is a reporter at Acme Weekly, where she covers mills and what becomes of them."


@pytest.mark.parametrize(
    ("ending", "reasons"),
    [
        ([BIO], ["byline"]),
        (["About the author: " + BIO], ["byline"]),
        (["- " + BIO, "She lives in Acmeville with two dogs."], ["byline", "byline"]),
        (["Ann Lee, MD, is a doctor at the Acme clinic, which has two floors."], ["byline"]),
        (["Bo Chan is a baker at Acme Weekly, where he covers mills and what becomes of them."], [None]),
        (["Ann Lee saw it all."], [None]),
        (["The text is for informational purposes only."], ["promo"]),
        (
            ["This is not intended to be legal advice.", "Acme Weekly is a member of the Acme Group."],
            ["promo", "promo"],
        ),
        (["Bo Chan in Acmeville contributed to this report."], ["promo"]),
        (["The council gave the owner advice, which was not free."], [None]),
    ],
)
def test_the_end_of_a_text(ending: list[str], reasons: list[str | None]) -> None:
    lines = [*STORY, *ending]
    assert behind_story(lines, [None] * len(lines), ["Ann Lee"]) == [None] * len(STORY) + reasons


def test_only_the_end_is_looked_at_and_something_is_left() -> None:
    assert behind_story([BIO, *STORY], [None] * 9, ["Ann Lee"]) == [None] * 9
    assert behind_story([BIO], [None], ["Ann Lee"]) == [None]
    assert behind_story([], [], ["Ann Lee"]) == []
    assert behind_story([*STORY, BIO, "Share"], [*[None] * 9, "share"], ["Ann Lee"])[-2:] == ["byline", "share"]
