import pytest

from sayso.compare.names import key_of, same_name


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ann Roe", "Roe", True),
        ("Ann Roe", "Bob Roe", False),
        ("Ferro Motor Co.", "Ferro", True),
        ("The Harbour Times", "Harbour Times", True),
        ("Ferro", "Norvik", False),
    ],
)
def test_same_name_is_symmetric(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


def test_suffixes_and_articles_are_not_part_of_the_key() -> None:
    assert key_of("The Ferro Motor Company", "ORG") == key_of("Ferro", "ORG") == "ferro"
    assert key_of("U.S.", "LOC") == key_of("America", "LOC")
