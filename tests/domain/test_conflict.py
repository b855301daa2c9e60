"""Conflicts name the file that was not taken."""

from dataclasses import FrozenInstanceError

import pytest

from curator.domain.conflict import Conflict


def test_a_conflict_is_compared_by_what_it_says() -> None:
    one = Conflict(id=1, digest_id=2, original_id=3, path="/in/ferry.md")
    assert one == Conflict(1, 2, 3, "/in/ferry.md")
    assert one != Conflict(1, 2, 3, "/in/quay.md")


def test_records_are_never_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        Conflict().path = "/elsewhere"  # type: ignore[misc]
