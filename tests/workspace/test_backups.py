"""Copies come when they are needed, and bringing one back says first what it costs."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.backup_copy import IMPORT
from curator.domain.errors import LibraryError
from curator.workspace.backups import (
    back_up,
    back_up_if_due,
    copies,
    ensure_backup,
    restore,
    restore_plan,
    steps_behind,
    steps_since,
    writes_ever,
)
from curator.workspace.editing import set_digest_field
from curator.workspace.importing import import_paths
from curator.workspace.reading import digest_by_key
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.library.damage import overwrite_leaf
from tests.library.deeds import break_page, rewritten

MANY_STEPS = """
    INSERT INTO step (label, at)
    SELECT 'Edit', '2026-03-01T09:00:00.000+00:00' FROM sqlite_master a, sqlite_master b
"""


def titled(workspace: Workspace, title: str) -> None:
    workspace.do(set_digest_field, digest_by_key(workspace, KEY_A).id, "title", title)


def title_in(path: Path) -> str:
    opened = Workspace.open(path, create=False)
    try:
        return digest_by_key(opened, KEY_A).title
    finally:
        opened.close()


@pytest.fixture
def crowd(tmp_path: Path, inbox: Path) -> Path:
    """A folder with more digests than are imported without a copy before."""
    folder = tmp_path / "crowd"
    folder.mkdir()
    text = next(inbox.iterdir()).read_text("utf-8")
    for number in range(51):
        (folder / f"{number:032x}.md").write_text(f"{text}\n{number}\n", "utf-8")
    return folder


def test_a_copy_brings_yesterday_back_and_keeps_today_twice(stocked: Workspace) -> None:
    copy = back_up(stocked)
    assert Path(copy.backup).stat().st_size == copy.bytes
    titled(stocked, "Today")
    path = stocked.path
    stocked.close()
    report = restore(path, Path(copy.backup))
    assert title_in(path) == "Harbours Learn to Charge Ships"
    assert title_in(Path(report.previous)) == title_in(Path(report.safety)) == "Today"
    assert "" < report.newest < report.newest_before


def test_a_copy_goes_to_a_place_where_nothing_was(stocked: Workspace, tmp_path: Path) -> None:
    target, copy = tmp_path / "new.curator", Path(back_up(stocked).backup)
    plan = restore_plan(target, copy)
    assert (plan.lost, plan.another_library) == (0, False)
    assert plan.words.endswith("so nothing would be lost.")
    report = restore(target, copy)
    assert (report.previous, report.safety, report.newest_before) == ("", "", "")
    assert title_in(target)


def test_what_is_no_library_is_not_brought_back(stocked: Workspace, tmp_path: Path) -> None:
    fake = tmp_path / "fake.curator"
    fake.write_text("not a library")
    path = stocked.path
    stocked.close()
    for deed in (restore, restore_plan):
        with pytest.raises(LibraryError):
            deed(path, fake)
    Workspace.open(path, create=False).close()


def test_a_plan_names_the_steps_that_would_be_lost(stocked: Workspace) -> None:
    copy = Path(back_up(stocked).backup)
    assert restore_plan(stocked.path, copy).words.endswith("nothing would be lost.")
    titled(stocked, "First")
    titled(stocked, "Second")
    plan = restore_plan(stocked.path, copy)
    assert (plan.library, plan.copy.path, plan.lost, len(plan.labels)) == (
        stocked.path,
        copy,
        2,
        2,
    )
    assert "" < plan.first_at <= plan.last_at
    assert plan.words.startswith("2 steps would be lost, ")
    assert "today at" in plan.words
    assert plan.words.endswith("watch.curator would be moved aside, not deleted.")


def test_a_plan_tells_of_what_was_only_undone(stocked: Workspace) -> None:
    copy = Path(back_up(stocked).backup)
    stocked.undo()
    plan = restore_plan(stocked.path, copy)
    assert (plan.lost, plan.labels) == (1, ())
    assert plan.words.startswith("What was undone or done again since")


def test_a_plan_says_when_the_copy_is_of_another_library(
    stocked: Workspace, tmp_path: Path
) -> None:
    other = Workspace.open(tmp_path / "other.curator")
    plan = restore_plan(stocked.path, other.path)
    assert (plan.another_library, plan.lost) == (True, 1)
    assert plan.words.startswith("The copy is of another library. All of this one")
    plan = restore_plan(other.path, stocked.path)
    assert (plan.another_library, plan.lost, plan.first_at) == (True, 0, "")
    other.close()


def test_a_plan_for_a_damaged_library_says_that_nobody_knows(stocked: Workspace) -> None:
    copy = Path(back_up(stocked).backup)
    path = stocked.path
    stocked.close()
    whole = path.read_bytes()
    break_page(path, "step")
    assert "nobody knows what the copy lacks" in restore_plan(path, copy).words
    path.write_bytes(whole)
    rewritten(path, MANY_STEPS)
    overwrite_leaf(path, "step")
    assert "nobody knows what the copy lacks" in restore_plan(path, copy).words
    with path.open("r+b") as file:
        file.write(b"rubbish" * 3_000)
    plan = restore_plan(path, copy)
    assert (plan.lost, plan.another_library) == (0, False)
    assert "nobody knows what the copy lacks" in plan.words
    assert [behind for _, behind in steps_behind(path)] == [None]


def test_a_plan_shows_a_step_of_which_the_time_is_unknown(stocked: Workspace) -> None:
    copy = Path(back_up(stocked).backup)
    titled(stocked, "Today")
    path = stocked.path
    stocked.close()
    rewritten(path, "UPDATE step SET at = 'once' WHERE id = 2")
    assert restore_plan(path, copy).words.startswith("1 step would be lost. ")


def test_a_copy_is_made_when_it_is_due(stocked: Workspace) -> None:
    now = datetime.now(UTC)
    assert back_up_if_due(stocked, now) is None
    assert back_up_if_due(stocked) is None
    report = back_up_if_due(stocked, now + timedelta(minutes=31))
    assert report is not None
    assert report.backup.endswith("-auto.curator")
    assert back_up_if_due(stocked, now + timedelta(hours=9)) is None
    assert len(copies(stocked.path)) == 1


def test_a_library_that_is_only_read_gets_no_copy_by_itself(stocked: Workspace) -> None:
    path = stocked.path
    stocked.close()
    viewer = Workspace(type(stocked.library).view(path, "It may not be written."))
    assert back_up_if_due(viewer, datetime.now(UTC) + timedelta(hours=9)) is None
    assert Path(back_up(viewer).backup).exists()
    viewer.close()


@pytest.mark.fault("F21")
def test_what_was_done_since_the_last_copy_is_counted(stocked: Workspace) -> None:
    now = datetime.now(UTC)
    assert steps_since(stocked) == (None, 1)
    back_up(stocked, now=now + timedelta(days=3650))
    assert steps_since(stocked, now) == (None, 1)
    made = Path(back_up(stocked, now=now).backup)
    newest, since = steps_since(stocked, now)
    assert (newest and newest.path, since) == (made, 0)
    titled(stocked, "Today")
    titled(stocked, "Tonight")
    assert steps_since(stocked, now)[1] == 2
    assert [behind for _, behind in steps_behind(stocked.path)] == [2, 2]


def test_after_an_older_copy_came_back_new_work_is_never_taken_for_saved(
    stocked: Workspace,
) -> None:
    older = Path(back_up(stocked, now=datetime.now(UTC) - timedelta(hours=1)).backup)
    titled(stocked, "Lost")
    back_up(stocked)
    path = stocked.path
    stocked.close()
    restore(path, older)
    again = Workspace.open(path, create=False)
    titled(again, "As many writes, and others")
    assert steps_since(again)[1] == 1
    again.undo()
    assert steps_since(again)[1] == 1
    assert ensure_backup(again, IMPORT) is not None
    again.close()


def test_a_copy_that_was_brought_back_lacks_nothing(stocked: Workspace) -> None:
    older = Path(back_up(stocked, now=datetime.now(UTC) - timedelta(hours=1)).backup)
    titled(stocked, "Lost")
    back_up(stocked)
    path = stocked.path
    stocked.close()
    restore(path, older)
    again = Workspace.open(path, create=False)
    copy, steps = steps_since(again)
    assert (copy and copy.path, steps) == (older, 0)
    again.close()


def test_what_was_undone_since_the_last_copy_is_something_to_lose(stocked: Workspace) -> None:
    back_up(stocked)
    before = writes_ever(stocked)
    stocked.undo()
    assert steps_since(stocked)[1] == 1
    assert writes_ever(stocked) == before + 1


def test_a_large_first_import_does_not_wait_for_its_copy(workspace: Workspace, crowd: Path) -> None:
    import_paths(workspace, [crowd])
    assert back_up_if_due(workspace) is not None
    assert back_up_if_due(workspace) is None
    assert len(copies(workspace.path)) == 1


def test_nothing_large_begins_without_a_copy(workspace: Workspace, inbox: Path) -> None:
    assert ensure_backup(workspace, IMPORT) is None
    import_paths(workspace, [inbox])
    report = ensure_backup(workspace, IMPORT)
    assert report is not None
    assert report.backup.endswith("-import.curator")
    assert ensure_backup(workspace, IMPORT) is None


def test_before_a_large_import_there_is_a_copy(stocked: Workspace, crowd: Path) -> None:
    import_paths(stocked, [crowd], dry_run=True)
    assert copies(stocked.path) == []
    assert import_paths(stocked, [crowd]).new == 51
    (copy,) = copies(stocked.path)
    assert (copy.reason, copy.writes) == (IMPORT, 1)
    assert title_in(Path(shutil.copyfile(copy.path, crowd / "copy.curator")))


def test_a_large_import_into_a_new_library_needs_no_copy(workspace: Workspace, crowd: Path) -> None:
    assert import_paths(workspace, [crowd]).new == 51
    assert copies(workspace.path) == []


@pytest.mark.fault("F6")
def test_an_import_that_can_have_no_copy_before_it_does_not_begin(
    stocked: Workspace, crowd: Path
) -> None:
    (stocked.path.parent / "backups").write_text("in the way")
    with pytest.raises(LibraryError):
        import_paths(stocked, [crowd])
    assert steps_since(stocked) == (None, 1)
