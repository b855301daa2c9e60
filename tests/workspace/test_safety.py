"""Checking, copying and bringing back."""

from pathlib import Path

import pytest

from curator.domain.errors import LibraryError
from curator.workspace.editing import set_digest_field
from curator.workspace.reading import digest_by_key
from curator.workspace.safety import backup, check, restore
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


def test_a_sound_library_is_said_to_be_so(stocked: Workspace) -> None:
    report = check(stocked)
    assert report.ok
    assert (report.digests, report.steps, report.problems) == (2, 1, ())
    assert report.library == str(stocked.path)


def test_a_copy_brings_yesterday_back_and_keeps_today_beside_it(stocked: Workspace) -> None:
    copy = backup(stocked)
    assert Path(copy.backup).stat().st_size == copy.bytes
    stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "title", "Today")
    path = stocked.path
    stocked.close()
    report = restore(path, Path(copy.backup))
    again = Workspace.open(path, create=False)
    assert digest_by_key(again, KEY_A).title == "Harbours Learn to Charge Ships"
    again.close()
    kept = Workspace.open(Path(report.previous), create=False)
    assert digest_by_key(kept, KEY_A).title == "Today"
    kept.close()


def test_a_copy_goes_to_a_place_where_nothing_was(stocked: Workspace, tmp_path: Path) -> None:
    report = restore(tmp_path / "new.curator", Path(backup(stocked).backup))
    assert report.previous == ""
    again = Workspace.open(tmp_path / "new.curator", create=False)
    assert digest_by_key(again, KEY_A).title
    again.close()


def test_what_is_no_library_is_not_brought_back(stocked: Workspace, tmp_path: Path) -> None:
    (tmp_path / "fake.curator").write_text("not a library")
    path = stocked.path
    stocked.close()
    with pytest.raises(LibraryError):
        restore(path, tmp_path / "fake.curator")
    Workspace.open(path, create=False).close()
