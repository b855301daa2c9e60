"""Copies become fewer as they grow old, and the ones that matter never go."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.backup_copy import AUTO, Copy
from curator.library.thinning import surplus

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def copy_of(at: datetime, writes: int = 1, reason: str = AUTO, library_id: str = "mine") -> Copy:
    name = f"{library_id}-{at:%Y%m%d-%H%M%S}-{reason}"
    return Copy(Path(name), at, 1_000, reason, writes, library_id)


def every(pause: timedelta, number: int, reason: str = AUTO) -> list[Copy]:
    """Copies at regular times, the newest just now and with the most writes."""
    return [copy_of(NOW - pause * n, number - n, reason) for n in range(number)]


def kept_of(copies: list[Copy], now: datetime = NOW) -> list[Copy]:
    gone = {copy.path for copy in surplus(copies, now)}
    return [copy for copy in copies if copy.path not in gone]


def test_all_of_two_days_stay() -> None:
    copies = every(timedelta(minutes=30), 2 * 48 + 1)
    assert surplus(copies, NOW) == []


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    kept = kept_of(every(timedelta(hours=6), 4 * 800))
    old = [copy for copy in kept if NOW - copy.at > timedelta(days=2)]
    ages = [(NOW.date() - copy.at.date()).days for copy in old]
    assert len(ages) == 7 + 4 + 12
    assert ages[:7] == [2, 3, 4, 5, 6, 7, 8]
    assert all(6 <= ages[n + 1] - ages[n] <= 13 for n in range(7, 10))
    assert all(25 <= ages[n + 1] - ages[n] <= 40 for n in range(11, 22))


def test_thinning_again_and_again_keeps_as_much_as_thinning_once() -> None:
    copies: list[Copy] = []
    for day in range(500):
        now = NOW + timedelta(days=day)
        copies = kept_of([*copies, copy_of(now, day)], now)
    old = [copy for copy in copies if now - copy.at > timedelta(days=2)]
    assert len(old) == 7 + 4 + 12
    assert now - min(copy.at for copy in copies) > timedelta(days=300)


def test_what_was_made_by_hand_never_goes() -> None:
    by_hand = every(timedelta(hours=1), 1_000, reason="")
    assert surplus(by_hand, NOW) == []


def test_the_newest_stays_however_old_it_is() -> None:
    old = NOW - timedelta(days=3_000)
    newest, other = copy_of(old, 5), copy_of(old - timedelta(hours=1), 4)
    many = [copy_of(old - timedelta(hours=n), 1) for n in range(2, 400)]
    kept = kept_of([other, newest, *many])
    assert newest in kept
    assert len(kept) < 30


def test_copies_of_another_library_are_thinned_by_themselves() -> None:
    other = copy_of(NOW - timedelta(days=900), library_id="theirs")
    assert other in kept_of([other, *every(timedelta(hours=6), 4 * 800)])


@pytest.mark.fault("F21")
def test_copies_from_the_future_stay_until_their_time_has_passed() -> None:
    future = [copy_of(NOW + timedelta(days=3650, minutes=n), n) for n in range(100)]
    past = every(timedelta(hours=6), 400)
    kept = kept_of([*future, *past])
    assert set(future) <= set(kept)
    assert past[0] in kept
    assert len(kept) < 100 + 40


@pytest.mark.fault("F21")
def test_the_copy_with_most_work_stays_though_the_clock_was_set_back() -> None:
    back = [copy_of(NOW - timedelta(days=365, minutes=n), 900 - n) for n in range(50)]
    before = every(timedelta(hours=6), 400)
    kept = kept_of([*back, *before])
    assert back[0] in kept
