"""Moments, sizes and numbers as a person reads them."""

from datetime import UTC, datetime, timedelta

import pytest

from curator.domain.measures import (
    counted,
    moment_words,
    number_words,
    size_words,
    span_words,
)

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=11), "today at 20:04"),
        (timedelta(hours=21), "yesterday at 23:15"),
        (timedelta(days=4), "18 Nov 2026 at 20:15"),
        (timedelta(days=-1), "23 Nov 2026 at 20:15"),
    ],
)
def test_a_moment_is_told_as_seen_from_now(ago: timedelta, words: str) -> None:
    assert moment_words(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=9, hours=3), "9 days"),
        (timedelta(hours=30), "30 hours"),
        (timedelta(minutes=61), "61 minutes"),
        (timedelta(seconds=61), "1 minute"),
        (timedelta(seconds=-5), "0 minutes"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(span: timedelta, words: str) -> None:
    assert span_words(span) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (812, "812 bytes"), (28_100_000, "28.1 MB"), (3 * 10**15, "3,000.0 TB")],
)
def test_a_size_is_told_in_thousands(size: int, words: str) -> None:
    assert size_words(size) == words


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(1, "copy"), counted(2, "copy"), counted(2, "day")] == [
        "1 copy",
        "2 copies",
        "2 days",
    ]
    assert counted(3_554, "step") == "3,554 steps"


def test_small_numbers_are_words() -> None:
    assert [number_words(n) for n in (0, 2, 10, 11)] == ["no", "two", "ten", "11"]
