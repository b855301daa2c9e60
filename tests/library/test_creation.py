"""A new library is whole from the first moment, or it is not there."""

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.errors import ReadOnly
from curator.library.backups import back_up, copies
from curator.library.creation import create_library, upgrade_library
from curator.library.library import Library
from tests.library.deeds import arrived, break_page, rewritten, whole_of
from tests.library.strikes import struck

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_each_library_has_a_name_of_its_own(tmp_path: Path) -> None:
    ids = set()
    for name in ("one", "two"):
        path = tmp_path / f"{name}.curator"
        create_library(path)
        with closing(Library.open(path)) as library, library.reading() as connection:
            question = "SELECT value FROM setting WHERE name = 'library_id'"
            ids.add(connection.exec_driver_sql(question).scalar_one())
    assert len(ids) == 2


def test_a_file_that_is_there_stays(path: Path) -> None:
    before = path.read_bytes()
    create_library(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    nobody, living = 2**22 + 1, os.getpid()
    for name in (f"{nobody}.ab.new", f"{nobody}.ab.new-wal", f"{living}.cd.new"):
        (tmp_path / f".scan.curator.{name}").touch()
    (tmp_path / f".other.curator.{nobody}.ab.new").touch()
    create_library(tmp_path / "scan.curator")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f".other.curator.{nobody}.ab.new",
        f".scan.curator.{living}.cd.new",
        "scan.curator",
    ]


def test_where_no_file_can_be_made_there_is_a_reason(path: Path) -> None:
    with pytest.raises(ReadOnly):
        Library.open(path / "inside.curator", create=True)


def test_an_upgrade_leaves_a_copy_that_opens(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
    rewritten(path, "PRAGMA user_version = 3")
    copy = upgrade_library(path, NOW)
    assert copy == path.parent / "backups" / "scan-20260301-000000-migration.curator"
    for file in (path, copy):
        with closing(Library.open(file)) as library:
            assert whole_of(library, whole.digest.id) == whole


@pytest.mark.fault("F4")
def test_upgrades_that_fail_again_and_again_leave_one_copy(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    rewritten(path, "PRAGMA user_version = 3")
    back_up(path, "", NOW + timedelta(days=30))
    for day in range(3):
        with struck("migration.copied"), pytest.raises(OSError, match="No space"):
            upgrade_library(path, NOW + timedelta(days=day))
    by_hand, only = copies(path)
    assert (by_hand.reason, only.reason) == ("", "migration")
    break_page(only.path, "signal")
    good = upgrade_library(path, NOW + timedelta(days=9))
    assert good.name == "scan-20260310-000000-migration.curator"


def test_a_library_that_was_made_is_there_though_the_disk_fails_then(tmp_path: Path) -> None:
    path = tmp_path / "scan.curator"
    with struck("create.made"), pytest.raises(OSError, match="No space"):
        create_library(path)
    assert list(tmp_path.iterdir()) == []
    with struck("create.placed"), pytest.raises(OSError, match="No space"):
        create_library(path)
    Library.open(path).close()
