"""A copy says what it is; by hand is no reason of the program's."""

from datetime import UTC, datetime
from pathlib import Path

from curator.domain.backup_copy import REASONS, Copy


def test_a_copy_made_by_hand_has_no_reason() -> None:
    copy = Copy(Path("a.curator"), datetime(2026, 11, 22, tzinfo=UTC), 10, "", 3, "id")
    assert copy.reason not in REASONS
    assert copy.last_at == ""
