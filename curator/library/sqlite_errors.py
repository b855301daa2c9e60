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
    InvalidRecord,
    LibraryError,
    NotALibrary,
    ReadOnly,
)
from curator.library import holders

_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""

_BUSY = (
    Busy,
    "{who} is writing to {name}.",
    "Wait for it to finish, then try again.",
)
_FULL = (
    LibraryError,
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
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
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
        known = None if code is None else _KNOWN.get(code & _PRIMARY)
    if known is None:
        return None
    type_, message, hint = known
    return type_(message.format_map(_Facts(path)), hint)


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
        return f"{shutil.disk_usage(folder).free / 1_000_000:,.0f} MB"
    except OSError:
        return "unknown MB"


def _writer(path: Path) -> str:
    """Who else has the library open, and so is likely to be the one who writes."""
    names = [holder.words for holder in holders.others(path)] or ["another program"]
    words = " or ".join(names)
    return words[0].upper() + words[1:]


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
