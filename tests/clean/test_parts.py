"""A story in several boxes is read whole; the boxes of another story are not taken for its own."""

import pytest

from sayso.clean import mode, parts
from sayso.clean.tree import parsed

STORY = [
    f"On day {day} the water rose to mark {day} of the old mill, and its owner Ann Lee counted {day} sacks of flour that it took."
    for day in range(1, 21)
]


def box(kind: str, lines: list[str]) -> str:
    return f'<div class="{kind}">' + "".join(f"<p>{line}</p>" for line in lines) + "</div>"


@pytest.mark.parametrize("kind", ["articleBody", "article-body wide", "story__body", "body__inner-container"])
def test_all_boxes_of_a_story_are_read_in_order(kind: str) -> None:
    body = box(kind, STORY[:10]) + "<div><p>Advertisement</p></div>" + box(kind, STORY[10:])
    tree = parsed(f"<html><body><h1>Mill closed</h1><main>{body}</main></body></html>")
    assert tree is not None
    assert [line for line in mode.main_text(tree, None).split("\n") if line in STORY] == STORY


@pytest.mark.parametrize(
    "page",
    [
        box("articleBody", STORY),
        box("articleBody", STORY[:10]) + "<h1>Barn burned</h1>" + box("articleBody", STORY[10:]),
        box("teaser", STORY[:10]) + box("teaser", STORY[10:]),
        box("articleBody", [box("articleBody", STORY[10:]), *STORY[:10]]),
        "",
    ],
)
def test_what_is_one_box_or_another_story_is_left_alone(page: str) -> None:
    tree = parsed(f"<html><body><h1>Mill closed</h1>{page}</body></html>")
    assert tree is not None
    assert parts.joined(tree, " ".join(STORY[:10])) is None


def test_the_page_itself_is_not_changed() -> None:
    tree = parsed(
        "<html><body><h1>Mill</h1>" + box("articleBody", STORY[:10]) + box("articleBody", STORY[10:]) + "</body></html>"
    )
    assert tree is not None
    before = tree.text_content()
    assert parts.joined(tree, " ".join(STORY[:10])) is not None
    assert tree.text_content() == before
