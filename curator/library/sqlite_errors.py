"""What SQLite says, in words for the person: trouble of the world, told apart from bugs of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from curator.domain.errors import (
    Busy,
    CuratorError,
    Damaged,
    InvalidRecord,
    LibraryError,
    NotALibrary,
    ReadOnly,
)

_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""

_KNOWN: dict[int, tuple[type[CuratorError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        Busy,
        "Another program is writing to {name}.",
        "Wait for it to finish, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        Busy,
        "{name} is locked.",
        "Wait for the other program to finish, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        "{name} is damaged.",
        "Restore a backup; the damaged file is kept beside it.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotALibrary,
        "{name} is no Curator library.",
        "Choose a file that Curator made, or a new name.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnly,
        "{name} can’t be written.",
        "Check the permissions of the file and of its folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        ReadOnly,
        "{name} can’t be opened.",
        "Check that it still exists, and the permissions of its folder.",
    ),
    sqlite3.SQLITE_FULL: (
        LibraryError,
        "There is no space left for {name}.",
        "Free some space on that disk, then try again; nothing was half written.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        "The disk failed while reading or writing {name}.",
        "Check the disk and its free space; nothing was half written.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        InvalidRecord,
        "That text is too long to be kept.",
        "A single text may have up to 20 MB.",
    ),
}


def known_error(error: BaseException, path: Path) -> CuratorError | None:
    """The error in the user's words, or None where it is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_UNIQUE and "digest.key" in str(cause):
        return InvalidRecord("There is a digest with that key already.", "Keys are used once only.")
    if code is None or code & _PRIMARY not in _KNOWN:
        return None
    type_, message, hint = _KNOWN[code & _PRIMARY]
    return type_(message.format(name=path.name), hint)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Known errors of SQLite raised as errors of the library at `path`; others pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        known = known_error(error, path)
        if known is None:
            raise
        raise known from error
