"""The day of a digest, and days that can't be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.dates import day_of, impossible_day

TODAY = date(2026, 3, 1)
DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("origin", "day"),
    [
        ("20240818", date(2024, 8, 18)),
        ("20250511d", date(2025, 5, 11)),
        ("20251231-a-yearly-review", date(2025, 12, 31)),
        (" 2024-02-29 ", date(2024, 2, 29)),
        ("2024-02-29b", date(2024, 2, 29)),
    ],
)
def test_an_origin_begins_with_its_day(origin: str, day: date) -> None:
    assert day_of(origin) == day


@pytest.mark.parametrize(
    "origin",
    ["", "1535.0", "202408", "202408181", "2024-08-181", "20230229", "20241301", "x20240818",
     "2024/08/18", "00000101"],
)  # fmt: skip
def test_some_origins_name_no_day(origin: str) -> None:
    assert day_of(origin) is None


@given(DAYS)
def test_both_spellings_of_a_day_are_read(day: date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(day.strftime("%Y%m%d")) == day


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_origin_is_too_strange(origin: str, address: str) -> None:
    day = day_of(origin)
    doubt = impossible_day(origin, address, TODAY)
    assert doubt == "" or doubt.endswith(".")
    if day is not None:
        assert day.strftime("%Y") in origin


def test_a_day_that_the_calendar_lacks_is_told() -> None:
    assert impossible_day("20240230", "", TODAY) == "The calendar has no day 20240230."


def test_a_day_to_come_is_told() -> None:
    assert impossible_day("20260302", "", TODAY) == "The date 2026-03-02 lies in the future."
    assert impossible_day("20260301", "", TODAY) == ""


def test_a_day_before_its_article_is_told() -> None:
    address = "https://example.org/2025/11/ferries"
    assert impossible_day("20240818", address, TODAY) == (
        "The date 2024-08-18 is older than the article, whose address says 2025."
    )


@pytest.mark.parametrize(
    "address",
    ["", "https://example.org/2024/01/x", "https://example.org/2023-05-01-x",
     "https://example.org/2099/99/x", "https://example.org/id/20250101"],
)  # fmt: skip
def test_most_addresses_say_nothing_against_a_day(address: str) -> None:
    assert impossible_day("20240818", address, TODAY) == ""


def test_an_origin_without_a_day_is_never_impossible() -> None:
    assert impossible_day("1535.0", "https://example.org/2025/11/x", TODAY) == ""


@given(DAYS.filter(lambda day: day < TODAY), st.integers(min_value=1, max_value=9_999))
def test_exactly_the_days_to_come_lie_in_the_future(day: date, ahead: int) -> None:
    later = TODAY + timedelta(days=ahead)
    assert impossible_day(day.isoformat(), "", TODAY) == ""
    assert "future" in impossible_day(later.isoformat(), "", TODAY)
