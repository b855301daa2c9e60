"""What is measured of a library, also of one that is damaged."""

from datetime import UTC, datetime
from pathlib import Path

from curator.workspace import backups
from curator.workspace.checking import check
from curator.workspace.editing import set_digest_field
from curator.workspace.reading import digest_by_key
from curator.workspace.reviewing import trash
from curator.workspace.standing import standing
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B
from tests.library.damage import overwrite_table


def test_a_new_library_has_nothing_to_tell(workspace: Workspace) -> None:
    now = standing(workspace)
    assert (now.copy, now.copies, now.steps_since, now.waiting_since) == (None, 0, 0, None)
    assert (now.checked_at, now.problems, now.journal.steps) == (None, None, 0)
    assert now.schema == now.newest_schema
    assert not now.is_damaged
    assert not now.is_displaced


def test_work_is_counted_against_the_newest_copy(stocked: Workspace) -> None:
    first = standing(stocked)
    assert (first.copy, first.steps_since) == (None, 1)
    assert first.waiting_since is not None
    report = backups.back_up(stocked)
    stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "title", "Today")
    after = standing(stocked)
    assert after.copy is not None
    assert str(after.copy.path) == report.backup
    assert (after.copies, after.copies_bytes, after.steps_since) == (1, report.bytes, 1)
    assert after.waiting_since == after.copy.at


def test_a_check_and_what_waits_for_a_decision_are_known(stocked: Workspace) -> None:
    stocked.do(trash, [digest_by_key(stocked, KEY_B).id])
    assert check(stocked).ok
    now = standing(stocked)
    assert now.problems == 0
    assert now.checked_at is not None
    assert abs((datetime.now(UTC) - now.checked_at).total_seconds()) < 600
    assert (now.trash, now.conflicts, now.drafts) == (1, 0, 0)
    assert now.journal.steps == 2
    assert now.journal.bytes > 0
    assert now.journal.wal_bytes > 0


def test_a_time_without_a_zone_is_taken_as_utc(workspace: Workspace) -> None:
    workspace.library.remember("checked_at", "2026-03-01T09:00:00")
    assert standing(workspace).checked_at == datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_a_library_that_was_moved_away_is_said_to_be_gone(stocked: Workspace) -> None:
    stocked.path.rename(stocked.path.with_name("elsewhere.curator"))
    stocked.path.write_bytes(b"")
    assert standing(stocked).is_displaced


def test_what_can_be_read_of_a_damaged_library_is_still_told(
    stocked: Workspace, tmp_path: Path
) -> None:
    backups.back_up(stocked)
    stocked.close()
    overwrite_table(stocked.path, "change")
    damaged = Workspace.open_or_view(stocked.path)
    now = standing(damaged)
    damaged.close()
    assert now.is_damaged
    assert now.only_reads
    assert now.copies == 1
    assert now.journal.steps == 0


def test_damage_that_nobody_knew_of_is_met(stocked: Workspace) -> None:
    stocked.close()
    overwrite_table(stocked.path, "change")
    unsuspecting = Workspace.open_or_view(stocked.path)
    unsuspecting.is_damaged = False
    assert standing(unsuspecting).is_damaged
    unsuspecting.close()
