"""A copy is as far along as the file it was made from, or it is none."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import Damaged, LibraryError, TooNew
from curator.library.library import Library
from curator.library.sqlite_copy import copy_library, verify
from tests.library.deeds import arrived, removing, rewritten
from tests.library.strikes import struck


def test_a_copy_keeps_ids_from_being_used_again(path: Path, tmp_path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        library.write(removing(*whole.rows(), whole.digest))
        copy = copy_library(path, tmp_path / "copy.curator")
        (first,) = arrived(library, "robots")
    with closing(Library.open(copy)) as library:
        (second,) = arrived(library, "robots")
    assert first == second
    assert first.digest.id > whole.digest.id


def test_a_copy_that_lacks_something_is_refused(path: Path) -> None:
    verify(path, {"digest": 0})
    with pytest.raises(Damaged, match="no sound copy"):
        verify(path, {"digest": 3})


def test_a_copy_of_a_newer_program_is_refused(path: Path) -> None:
    rewritten(path, f"PRAGMA user_version = {9 << 16}")
    with pytest.raises(TooNew):
        verify(path)


def test_an_index_that_lies_is_found(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    rewritten(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'target_key, digest_id', 'title, digest_id') "
        "WHERE name = 'ix_link_target_key'",
    )
    with pytest.raises(Damaged):
        verify(path)


def test_a_copy_of_another_library_is_not_the_one_meant(path: Path) -> None:
    with pytest.raises(Damaged, match="no sound copy"):
        verify(path, library_id="another")


def test_a_library_in_use_is_copied_with_what_only_its_journal_holds(
    path: Path, tmp_path: Path
) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        still = Path(shutil.copyfile(path, tmp_path / "still.curator"))
        shutil.copyfile(f"{path}-wal", f"{still}-wal")
        verify(still, {"digest": 1})
        copy = copy_library(path, tmp_path / "new" / "copy.curator")
    verify(copy, {"digest": 1, "writes": 1})
    assert [file.name for file in copy.parent.iterdir()] == ["copy.curator"]


@pytest.mark.fault("F6")
def test_a_disk_that_is_too_small_is_not_filled(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    with pytest.raises(LibraryError, match=r"kB are needed, 1.0 kB are free"):
        copy_library(path, tmp_path / "copies" / "copy.curator")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_disk_that_fails_is_named(path: Path, tmp_path: Path) -> None:
    with struck("backup.placed", "broken"), pytest.raises(LibraryError, match="disk failed"):
        copy_library(path, tmp_path / "copy.curator")


def test_a_copy_that_lacks_a_row_is_refused(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    with pytest.raises(Damaged, match="no sound copy"):
        verify(path, {"writes": 1}, rows=(2, 2, 4, 2, 0, 1, 1, 1))
    verify(path, {"writes": 1}, rows=(1, 2, 4, 2, 0, 1, 1, 1))
    verify(path, {"writes": 0}, rows=(2, 2, 4, 2, 0, 1, 1, 1))


def test_a_fault_of_ours_is_not_dressed_up(path: Path, tmp_path: Path) -> None:
    rewritten(path, "DROP TABLE conflict")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        copy_library(path, tmp_path / "copy.curator")
