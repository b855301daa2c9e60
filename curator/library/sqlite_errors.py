"""What SQLite and the disk say, in words for the person: trouble of the world, not bugs of ours."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from curator.domain.errors import (
    Busy,
    CuratorError,
    Damaged,
    Interrupted,
    InvalidRecord,
    LibraryError,
    NoSpace,
    NotALibrary,
    ReadOnly,
)
from curator.domain.measures import size_words
from curator.library import holders

_LEAST = 64_000
"""Bytes without which SQLite can't work: the index of its journal takes 32 kB at once."""
_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""

_BUSY = (
    Busy,
    "Another program is writing to {name}{who}.",
    "Wait for it to finish, then try again.",
)
_FULL = (
    NoSpace,
    "There is no space left for {name} in {folder} ({free} are free).",
    "Free some space on that disk, then try again; nothing was half written.",
)
_DISK = (
    LibraryError,
    "The disk failed while reading or writing {name}.",
    "Check the disk and its free space; nothing was half written.",
)
_FORBIDDEN = (
    ReadOnly,
    "{name} can’t be written.",
    "Check the permissions of the file and of its folder.",
)
_CLOSED = (
    ReadOnly,
    "{name} can’t be read or written.",
    "Check the permissions of the file and of its folder.",
)
_KNOWN: dict[int, tuple[type[CuratorError], str, str]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        "{name} is damaged.",
        "Bring back a backup, or repair it; the damaged file is kept beside it.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotALibrary,
        "{name} is no Curator library.",
        "Choose a file that Curator made, or a new name.",
    ),
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: (
        ReadOnly,
        "{name} can’t be opened.",
        "Check that it still exists, and the permissions of its folder.",
    ),
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_INTERRUPT: (Interrupted, "The question was given up.", "Ask it again."),
    sqlite3.SQLITE_TOOBIG: (
        InvalidRecord,
        "That text is too long to be kept.",
        "A single text may have up to 20 MB.",
    ),
}
_BY_THE_SYSTEM: dict[int, tuple[type[CuratorError], str, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EIO: _DISK,
    errno.EBUSY: _BUSY,
    errno.EAGAIN: _BUSY,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.ENAMETOOLONG: (
        LibraryError,
        "The name {name} is too long for this disk.",
        "Choose a shorter one.",
    ),
    errno.EROFS: _FORBIDDEN,
}


def known_error(error: BaseException, path: Path) -> CuratorError | None:
    """The error in the user's words, or None where it is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_UNIQUE and "digest.key" in str(cause):
        return InvalidRecord("There is a digest with that key already.", "Keys are used once only.")
    if isinstance(cause, OSError):
        known = _BY_THE_SYSTEM.get(cause.errno or 0)
    else:
        known = None if code is None else _by_sqlite(code, path)
    if known is None:
        return None
    type_, message, hint = known
    return type_(message.format_map(_Facts(path)), hint)


def _by_sqlite(code: int, path: Path) -> tuple[type[CuratorError], str, str] | None:
    # On a full disk SQLite can't even make the index of its journal, and calls that a failure.
    if code & _PRIMARY == sqlite3.SQLITE_IOERR and _is_full(path.parent):
        return _FULL
    return _KNOWN.get(code & _PRIMARY)


def _is_full(folder: Path) -> bool:
    try:
        disk = shutil.disk_usage(folder)
    except OSError:
        return False
    return disk.total > 0 and disk.free < _LEAST  # some shares do not tell, and say 0 of 0


class _Facts(dict[str, str]):
    """What the sentences name, found out only where one asks."""

    def __init__(self, path: Path) -> None:
        super().__init__(name=path.name, folder=str(path.parent))
        self._path = path

    def __missing__(self, key: str) -> str:
        return free_space(self._path.parent) if key == "free" else _writer(self._path)


def free_space(folder: Path) -> str:
    """How much room the disk of a folder has, in words."""
    try:
        return size_words(shutil.disk_usage(folder).free)
    except OSError:
        return "unknown bytes"


def _writer(path: Path) -> str:
    """Who else has the library open; which of them writes, or a stranger, SQLite does not say."""
    names = [holder.words for holder in holders.others(path)]
    if not names:
        return ""
    return f"; {' and '.join(names)} {'has' if len(names) == 1 else 'have'} it open"


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Known errors of SQLite and the disk raised as those of the library at `path`; others pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        known = known_error(error, path)
        if known is None:
            raise
        raise known from error
