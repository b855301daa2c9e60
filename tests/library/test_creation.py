"""A new library is whole from the first moment, or it is not there."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from curator.domain.errors import ReadOnly
from curator.library.creation import create_library, upgrade_library
from curator.library.library import Library
from tests.library.deeds import arrived, rewritten, whole_of


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


def test_where_no_file_can_be_made_there_is_a_reason(path: Path) -> None:
    with pytest.raises(ReadOnly):
        Library.open(path / "inside.curator", create=True)


def test_an_upgrade_leaves_a_copy_that_opens(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
    rewritten(path, "PRAGMA user_version = 3")
    copy = upgrade_library(path, datetime(2026, 3, 1, tzinfo=UTC))
    assert copy.name == "scan.before-1.0-20260301-000000.curator"
    for file in (path, copy):
        with closing(Library.open(file)) as library:
            assert whole_of(library, whole.digest.id) == whole
