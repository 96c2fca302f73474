import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Published
from sayso.report.dates import between, published


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, ""),
        ("2026-02-10", "2026-02-10", "10 Feb 2026"),
        ("2026-02-10T09:00", "2026-02-10T17:30:00+08:00", "10 Feb 2026"),
        ("2026-02-10", "2026-02-12", "10–12 Feb 2026"),
        ("2026-02-10", "2026-03-02", "10 Feb – 2 Mar 2026"),
        ("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-01-01", "2024-03-31", "Jan–Mar 2024"),
        ("2023-10-01", "2024-03-31", "Oct 2023 – Mar 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("2025", "2025", "2025"),
        ("2026-02-10", None, "from 10 Feb 2026"),
        (None, "2029-12-31", "until 31 Dec 2029"),
        ("later", "2026-13-40", ""),
    ],
)
def test_bounds_in_words(earliest, latest, expected):
    assert between(earliest, latest) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Published(), "publication date unknown"),
        (Published(earliest="2026-02-10", latest="2026-02-10", basis="meta"), "published 10 Feb 2026"),
        (Published(earliest="2026-02-10", basis="inferred"), "published not before 10 Feb 2026 (inferred)"),
        (Published(latest="2026-02-10", basis="inferred"), "published not after 10 Feb 2026 (inferred)"),
        (
            Published(earliest="2024-06-28", latest="2024-11-30", basis="inferred"),
            "published between 28 Jun 2024 and 30 Nov 2024 (inferred)",
        ),
    ],
)
def test_published_says_what_it_rests_on(given, expected):
    assert published(given) == expected


@settings(max_examples=60)
@given(st.one_of(st.none(), st.text(max_size=14)), st.one_of(st.none(), st.text(max_size=14)))
def test_no_stamp_is_an_exception(earliest, latest):
    assert isinstance(between(earliest, latest), str)
    assert isinstance(published(Published(earliest=earliest, latest=latest)), str)
