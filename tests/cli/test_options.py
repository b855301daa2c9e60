"""Which library a command works on."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A
from tests.library.damage import overwrite_table, rewritten


def test_the_library_is_named_before_or_behind_the_command(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    other = tmp_path / "new folder" / "other.curator"
    assert curator("--library", other, "import", inbox).code == 0
    assert len(curator("list", "--library", other).out.splitlines()) == 2
    assert curator("list").code == 2
    assert other.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("arguments", [["--library", "", "list"], ["export", "--to", ""]])
def test_a_path_that_is_empty_is_refused(curator: Curator, arguments: list[str]) -> None:
    answer = curator(*arguments)
    assert answer.code == 2
    assert "the path is empty" in answer.err


def test_text_that_is_no_utf_8_is_refused_and_not_replaced(stocked: Curator) -> None:
    answer = stocked("set", KEY_A, "summary", "caf\udce9")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "caf" not in stocked("show", KEY_A).out
    assert stocked("show", "\udcff").code == 2


def test_a_dry_run_and_a_slip_make_no_library(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    assert curator("import", inbox, "--dry-run").out.startswith("Would import: 2 new")
    assert curator("import", tmp_path / "slip").code == 1
    assert not (tmp_path / "data").exists()
    assert curator("import", inbox).code == 0
    assert curator("import", inbox, "--dry-run").out.startswith("Would import: 0 new")


def test_a_damaged_library_is_read_as_far_as_it_goes(stocked: Curator, library: Path) -> None:
    overwrite_table(library, "link")
    answer = stocked("list")
    assert (answer.code, len(answer.out.splitlines())) == (0, 2)
    assert "is damaged. It is only read." in answer.err
    assert stocked("set", KEY_A, "title", "Ships").code == 2


def test_a_library_of_a_newer_curator_is_refused_but_for_an_export(
    stocked: Curator, library: Path, tmp_path: Path
) -> None:
    rewritten(library, f"PRAGMA user_version = {2 << 16}")
    assert stocked("list").code == 2
    answer = stocked("export", "--to", tmp_path / "out")
    assert answer.code == 0
    assert "newer Curator" in answer.err
    assert (tmp_path / "out" / f"{KEY_A}.md").exists()


def test_a_library_that_came_back_older_is_told_of(
    stocked: Curator, library: Path, tmp_path: Path
) -> None:
    early = shutil.copyfile(library, tmp_path / "early.curator")
    stocked("set", KEY_A, "title", "Ships")
    shutil.copyfile(early, library)
    assert "by 1 write." in stocked("undo").err


def test_a_new_library_in_a_synchronised_folder_is_warned_of(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Dropbox" / "scan.curator"
    answer = curator("import", inbox, "--library", path)
    assert answer.code == 0
    assert "Dropbox keeps in step with other machines" in answer.err
    assert "Dropbox" not in curator("import", inbox, "--library", path).err


def test_a_backup_is_made_by_itself_once_it_is_due(stocked: Curator, library: Path) -> None:
    assert not (library.parent / "backups").exists()
    rewritten(library, "UPDATE step SET at = '2026-01-01T09:00:00.000+00:00'")
    stocked("set", KEY_A, "title", "Ships")
    (copy,) = (library.parent / "backups").iterdir()
    assert copy.name.endswith("-auto.curator")


def test_a_backup_that_fails_is_told_and_takes_nothing_back(
    stocked: Curator, library: Path
) -> None:
    rewritten(library, "UPDATE step SET at = '2026-01-01T09:00:00.000+00:00'")
    (library.parent / "backups").write_text("no folder")
    answer = stocked("set", KEY_A, "title", "Ships")
    assert answer.code == 0
    assert "No backup could be made." in answer.err
    assert "Ships" in stocked("show", KEY_A).out
