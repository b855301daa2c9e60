"""A long deed says how fast it is and when it will be done."""

import pytest

from curator.domain.pace import Pace


def paced(*seen: tuple[float, int], total: int) -> str:
    """What is said at last of a deed that was so far after so many seconds."""
    pace = Pace(iter([second for second, _ in seen]).__next__)
    return [pace.words(done, total) for _, done in seen][-1]


def test_nothing_is_said_of_the_pace_before_it_is_known() -> None:
    assert paced((0, 0), (1, 900), total=100_000) == "900 of 100,000"
    assert paced((0, 0), (9, 0), total=100_000) == "0 of 100,000"
    assert Pace().words(0, 0) == ""


@pytest.mark.parametrize(
    ("done", "total", "words"),
    [
        (8_240, 100_000, "820 a second · about 2 minutes left"),
        (8_240, 10_000, "820 a second · a few seconds left"),
        (8_240, 30_000, "820 a second · about 30 seconds left"),
        (8_240, 60_000, "820 a second · about 1 minute left"),
        (50, 100_000, "5 a second · about 6 hours left"),
        (2, 12, "12 a minute · about 50 seconds left"),
        (123_456, 1_000_000, "12,000 a second · about 1 minute left"),
    ],
)
def test_pace_and_time_are_told_in_round_numbers(done: int, total: int, words: str) -> None:
    assert paced((0, 0), (10, done), total=total) == f"{done:,} of {total:,} · {words}"


def test_only_the_last_seconds_count() -> None:
    slow_then_fast = [(float(second), second) for second in range(30)]
    slow_then_fast += [(30.0 + second, 30 + 100 * second) for second in range(1, 15)]
    assert "100 a second" in paced(*slow_then_fast, total=2_430)
