"""Trouble of the world has words; our own bugs stay what they are."""

import sqlite3
from pathlib import Path

import pytest

from curator.domain.errors import Busy, Damaged, InvalidRecord, LibraryError, NotALibrary, ReadOnly
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
        (sqlite3.SQLITE_LOCKED, Busy, "scan.curator is locked"),
        (sqlite3.SQLITE_CORRUPT_INDEX, Damaged, "scan.curator is damaged"),
        (sqlite3.SQLITE_NOTADB, NotALibrary, "no Curator library"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnly, "can’t be written"),
        (sqlite3.SQLITE_CANTOPEN, ReadOnly, "can’t be opened"),
        (sqlite3.SQLITE_FULL, LibraryError, "no space left"),
        (sqlite3.SQLITE_IOERR_WRITE, LibraryError, "The disk failed"),
        (sqlite3.SQLITE_TOOBIG, InvalidRecord, "too long"),
    ],
)
def test_trouble_of_the_world_has_words(code: int, type_: type[Exception], words: str) -> None:
    with pytest.raises(type_, match=words) as raised, translated(HERE):
        raise error_with(code)
    assert raised.type is type_
    assert raised.value.hint  # type: ignore[attr-defined]


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(sqlite3.OperationalError), translated(HERE):
        raise error_with(sqlite3.SQLITE_ERROR, "no such table")
    assert known_error(ValueError("x"), HERE) is None
    assert known_error(error_with(sqlite3.SQLITE_CONSTRAINT_UNIQUE, "step.id"), HERE) is None


def test_a_text_without_end_is_refused_in_words(library: Library) -> None:
    with pytest.raises(InvalidRecord, match="too long"):
        library.write(putting(a_digest(summary="x" * 20_000_001)))
