"""A library that came back older than it was is noticed."""

import shutil
from pathlib import Path

import pytest

from curator.settings import state_folder
from curator.workspace import last_seen
from curator.workspace.editing import set_digest_field
from curator.workspace.reading import digest_by_key
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A

HERE = Path("scan.curator")


@pytest.mark.fault("F16")
def test_a_library_copied_without_its_journal_is_older_than_it_was(
    stocked: Workspace, tmp_path: Path
) -> None:
    path = stocked.path
    stocked.close()
    early = shutil.copyfile(path, tmp_path / "early.curator")
    again = Workspace.open(path)
    assert again.missing == 0
    digest = digest_by_key(again, KEY_A)
    again.do(set_digest_field, digest.id, "title", "Ships at the Socket")
    again.undo()
    again.close()
    shutil.copyfile(early, path)
    older = Workspace.open(path)
    assert older.missing == 2
    older.close()
    told = Workspace.open(path)
    assert told.missing == 0
    told.close()


def test_a_memory_that_can_not_be_read_or_kept_is_no_trouble() -> None:
    last_seen.remember(HERE, "one", 5)
    assert last_seen.missing(HERE, "one", 3) == 2
    assert last_seen.missing(Path("backups", "scan.curator"), "one", 3) == 0
    assert (state_folder() / "libraries.json").stat().st_mode & 0o777 == 0o600
    (state_folder() / "libraries.json").write_text("[broken")
    assert last_seen.missing(HERE, "one", 3) == 0
    (state_folder() / "libraries.json").unlink()
    (state_folder() / "libraries.json").mkdir()
    last_seen.remember(HERE, "one", 5)
    assert last_seen.missing(HERE, "one", 3) == 0


def test_libraries_that_were_not_opened_for_long_are_forgotten() -> None:
    for number in range(last_seen.MOST + 1):
        last_seen.remember(HERE, f"library {number}", 7)
    assert last_seen.missing(HERE, "library 0", 0) == 0
    assert last_seen.missing(HERE, "library 1", 0) == 7
