"""The file itself: whether it is a library, of which version, and how a new one comes about."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from curator.domain.errors import LibraryError, NotALibrary, ReadOnly, TooNew
from curator.files import synced
from curator.library.sqlite_errors import known_error

APPLICATION_ID = 0x43555254
"""“CURT”, by which `file` and Curator tell a library from other SQLite databases."""

MAJOR, MINOR = 1, 3
"""The schema that this program writes. A newer minor can be used, a newer major can't."""

VERSION = MAJOR << 16 | MINOR

_UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
COMPANIONS = ("-wal", "-shm", "-journal")
"""Files that SQLite keeps beside a database; beside another one they would be replayed into it."""


def real_path(path: Path) -> Path:
    """Where the file itself lies, if `path` is a link to it: SQLite keeps its journals there, so
    marks, copies and whatever takes its place have to lie there too."""
    path = path.absolute()
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def require_library(path: Path) -> None:
    """Makes sure that the file is a library.

    Only SQLite may look into it: where this process has the library open, closing the file by any
    other way would drop its locks ("How To Corrupt An SQLite Database File", section 2.2).

    Raises:
        LibraryError: there is no such file.
        NotALibrary: it is empty, a folder, of another program, or no database at all.
        ReadOnly: it may not be read.
    """
    hint = "Choose a file that Curator made, or a new name."
    if not path.exists():
        raise LibraryError(f"There is no library at {path}.", "Check the name.")
    if not path.is_file():
        kind = "a folder" if path.is_dir() else "no file"
        raise NotALibrary(f"{path} is {kind}.", "Choose a file that Curator made.")
    if not os.access(path, os.R_OK):
        raise ReadOnly(f"{path.name} may not be read.", "Check its permissions.")
    if not path.stat().st_size:
        raise NotALibrary(f"{path.name} is empty.", hint)
    try:
        application_id = _application_id(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        raise NotALibrary(f"{path.name} is no Curator library.", hint) from error
    if application_id != APPLICATION_ID:
        raise NotALibrary(f"{path.name} belongs to another program.", hint)


def _application_id(path: Path) -> int:
    """The id in the header; it is set when a library is made, so its journal need not be read."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        (found,) = connection.execute("PRAGMA application_id").fetchone()
    return int(found)


def require_writable(path: Path) -> None:
    """Makes sure that the file and its folder (for the journal) can be written.

    Raises:
        ReadOnly: one of them can't.
    """
    for place in (path, path.parent):
        if not os.access(place, os.W_OK):
            raise ReadOnly(
                f"{place} can’t be written.", "Check the permissions, or open a copy elsewhere."
            )


def require_known_version(version: int, path: Path) -> None:
    """Makes sure that this program understands the file.

    Raises:
        TooNew: its major version is newer.
    """
    if version >> 16 > MAJOR:
        raise TooNew(
            f"{path.name} was written by a newer Curator (library {version >> 16}).",
            "Install the newest Curator to open it; nothing was changed.",
        )


@contextmanager
def bare(path: Path, patience: float = 5.0) -> Iterator[sqlite3.Connection]:
    """A connection to the file as a whole, outside any transaction, for backup and checks.

    `patience` is how many seconds it waits for another writer.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def looking(path: Path, *, frozen: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that can't change the file, nor run what a stranger put into its schema.

    `frozen` looks at the file alone, without its journal and without leaving anything beside it;
    that is right only while nobody writes.
    """
    uri = f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if frozen else 'mode=ro'}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        yield connection


def version_in(connection: sqlite3.Connection) -> int:
    """The version of the library that is looked at."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what was committed and is not yet in the file."""
    return path.with_name(f"{path.name}-wal")


def has_journal(path: Path) -> bool:
    """Whether something was committed that the file itself does not hold yet."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def has_foreign_journal(path: Path) -> bool:
    """Whether the journal beside a library is that of another one; nobody may have it open.

    Each commit writes the page that holds the id, so a foreign journal brings a foreign id; or it
    spoils the page that the file alone has whole.
    """
    if not has_journal(path):
        return False
    own = library_id(path, frozen=True)
    return bool(own) and own != library_id(path, frozen=False)


def library_id(path: Path, *, frozen: bool) -> str:
    """Who the library is; empty where the page that says so is missing or damaged."""
    question = "SELECT value FROM setting WHERE name = 'library_id'"
    try:
        with looking(path, frozen=frozen) as connection:
            row = connection.execute(question).fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _UNREADABLE:
            raise
        return ""
    return str(row[0]) if row else ""


def private_file(path: Path) -> Path:
    """An empty file beside `path` that only its owner may read, to become `path` when finished.

    Raises:
        ReadOnly: the folder takes no file.
        NoSpace, LibraryError: the disk is full, or the name too long for it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        known = known_error(error, path)
        if known and not isinstance(known, ReadOnly):  # such as a full disk
            raise known from error
        raise ReadOnly(
            f"{path.parent} takes no new file.", "Check that it is a folder, and its permissions."
        ) from error
    os.close(handle)
    return Path(name)


def publish(finished: Path, path: Path) -> bool:
    """A file that is complete given its name, safe from a power cut; False where one was there."""
    synced(finished)
    try:
        os.link(finished, path)  # unlike a rename it never takes the place of another file
        finished.unlink()
    except FileExistsError:
        return False
    except OSError:  # a stick or a share without links
        if path.exists():
            return False
        finished.rename(path)
    synced(path.parent)
    return True


def stamp(now: datetime) -> str:
    """A time as a part of a file name."""
    return now.strftime("%Y%m%d-%H%M%S")
