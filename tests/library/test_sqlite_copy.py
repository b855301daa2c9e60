"""A copy is as far along as the file it was made from, or it is none."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import Damaged, TooNew
from curator.library.library import Library
from curator.library.sqlite_copy import copy_library, verify
from tests.library.deeds import arrived, removing, rewritten


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
