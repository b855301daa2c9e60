"""Trouble of the world has words; our own bugs stay what they are."""

import errno
import shutil
import sqlite3
from pathlib import Path

import pytest

from curator.domain.errors import (
    Busy,
    Damaged,
    InvalidRecord,
    LibraryError,
    NoSpace,
    NotALibrary,
    ReadOnly,
)
from curator.library.library import Library
from curator.library.sqlite_errors import known_error, translated
from tests.builders import a_digest
from tests.library.deeds import putting

HERE = Path("scan.curator")


def error_with(code: int, message: str = "") -> sqlite3.Error:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "type_", "words"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Busy, "Another program is writing to scan.curator"),
        (sqlite3.SQLITE_LOCKED, Busy, "Another program is writing to scan.curator"),
        (sqlite3.SQLITE_CORRUPT_INDEX, Damaged, "scan.curator is damaged"),
        (sqlite3.SQLITE_NOTADB, NotALibrary, "no Curator library"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnly, "can’t be written"),
        (sqlite3.SQLITE_CANTOPEN, ReadOnly, "can’t be opened"),
        (sqlite3.SQLITE_FULL, NoSpace, "no space left"),
        (sqlite3.SQLITE_IOERR_WRITE, LibraryError, "The disk failed"),
        (sqlite3.SQLITE_TOOBIG, InvalidRecord, "too long"),
    ],
)
def test_trouble_of_the_world_has_words(code: int, type_: type[Exception], words: str) -> None:
    with pytest.raises(type_, match=words) as raised, translated(HERE):
        raise error_with(code)
    assert raised.type is type_
    assert raised.value.hint  # type: ignore[attr-defined]


@pytest.mark.fault("F5")
@pytest.mark.parametrize(
    ("number", "type_", "words"),
    [
        (
            errno.ENOSPC,
            NoSpace,
            r"no space left for scan.curator in \. \([\d,.]+ [kMGT]B are free\)",
        ),
        (errno.EIO, LibraryError, "The disk failed"),
        (errno.EBUSY, Busy, "Another program is writing"),
        (errno.EROFS, ReadOnly, "can’t be written"),
        (errno.EACCES, ReadOnly, "can’t be read or written"),
        (errno.ENAMETOOLONG, LibraryError, "The name scan.curator is too long"),
    ],
)
def test_what_the_system_says_has_words_too(
    number: int, type_: type[Exception], words: str
) -> None:
    with pytest.raises(type_, match=words) as raised, translated(HERE):
        raise OSError(number, "")
    assert raised.type is type_


def test_a_disk_that_does_not_tell_its_size_is_no_further_trouble(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="unknown bytes"), translated(tmp_path / "gone" / "x"):
        raise OSError(errno.ENOSPC, "")


@pytest.mark.fault("F5")
@pytest.mark.parametrize(("total", "told"), [(3_000_000, NoSpace), (0, LibraryError)])
def test_what_fails_on_a_full_disk_fails_for_the_lack_of_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, total: int, told: type[Exception]
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(total=total, free=4_096)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    with pytest.raises(told) as raised, translated(tmp_path / "scan.curator"):
        raise error_with(sqlite3.SQLITE_IOERR_SHMSIZE)
    assert raised.type is told
    assert ("4.1 kB are free" in str(raised.value)) == (told is NoSpace)


def test_a_folder_that_is_gone_is_not_taken_for_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="disk failed"), translated(tmp_path / "gone" / "x"):
        raise error_with(sqlite3.SQLITE_IOERR_READ)


def test_other_trouble_of_the_system_is_a_bug() -> None:
    with pytest.raises(IsADirectoryError), translated(HERE):
        raise IsADirectoryError(errno.EISDIR, "")


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(sqlite3.OperationalError), translated(HERE):
        raise error_with(sqlite3.SQLITE_ERROR, "no such table")
    assert known_error(ValueError("x"), HERE) is None
    assert known_error(error_with(sqlite3.SQLITE_CONSTRAINT_UNIQUE, "step.id"), HERE) is None


def test_a_text_without_end_is_refused_in_words(library: Library) -> None:
    with pytest.raises(InvalidRecord, match="too long"):
        library.write(putting(a_digest(summary="x" * 20_000_001)))
