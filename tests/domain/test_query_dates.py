"""Spans of days, as a person writes them."""

import pytest

from curator.domain.query import Dates
from curator.domain.query_dates import dates_named


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2024-08-18", "2024-08-18", "2024-08-18"),
        ("2024-08..2025-01", "2024-08-01", "2025-01-31"),
        ("2024..", "2024-01-01", ""),
        ("..2024-02", "", "2024-02-29"),
    ],
)
def test_a_span_reaches_to_the_ends_of_what_is_named(text: str, first: str, last: str) -> None:
    assert dates_named(text) == Dates(first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "2024-13", "2024-00", "2024-02-30", "0000", "24-08", "2024...2025", "May"]
)
def test_no_such_days_are_no_span(text: str) -> None:
    assert dates_named(text) is None
