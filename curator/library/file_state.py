"""How far a library file has come: by this it is compared with its copies, without opening it.

A look changes nothing, neither in the file nor beside it, so it suits copies in read-only folders
and a library that is open in a window.
"""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from curator.domain.errors import LibraryError
from curator.library import sqlite_file
from curator.library.queries import whole_number
from curator.library.sqlite_connection import driver_of
from curator.library.sqlite_errors import translated

MOST_LABELS = 20
"""Steps that a person is told by name before something is replaced."""

_SETTING = "SELECT value FROM setting WHERE name = ?"
_NEWEST = "SELECT id, at FROM step ORDER BY id DESC LIMIT 1"
_STEPS = "SELECT id, at, label, state FROM step ORDER BY id"
_Row = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class FileState:
    """Who a library is and how far it is: times in ISO 8601, empty where nothing was done.

    `writes` counts all transactions that changed something. Two files of the same id with the same
    writes and the same newest step hold the same.
    """

    library_id: str
    version: int
    writes: int
    last_step: int
    last_at: str
    bytes: int

    @property
    def is_unused(self) -> bool:
        """Whether nothing was ever written, so that there is nothing to lose."""
        return not self.writes and not self.last_step


@dataclass(frozen=True, slots=True)
class Loss:
    """What one file has and another has not: writes, and the steps among them.

    `labels` are the names of the newest steps first, `first_at` and `last_at` the times of the
    oldest and the newest; all of them empty where only undo and redo parts the files.
    """

    writes: int = 0
    first_at: str = ""
    last_at: str = ""
    labels: tuple[str, ...] = ()


def state_of(path: Path) -> FileState:
    """How far the library at `path` is, also while somebody has it open.

    Raises:
        LibraryError, NotALibrary, TooNew, Damaged: it can't be told.
    """
    with translated(path):
        sqlite_file.require_library(path)
        with sqlite_file.looking(path, frozen=not sqlite_file.has_journal(path)) as connection:
            state = state_in(connection)
    sqlite_file.require_known_version(state.version, path)
    return state


def known_state(path: Path) -> FileState | None:
    """The same; None where the file is no sound library."""
    try:
        return state_of(path)
    except (LibraryError, OSError, sqlite3.Error, UnicodeDecodeError):
        return None


def state_in(connection: sqlite3.Connection) -> FileState:
    """How far the library is that a connection has open."""
    last_step, last_at = connection.execute(_NEWEST).fetchone() or (0, "")
    writes = whole_number(_setting(connection, "writes"))
    if not writes:  # schema 1.0 has no such number; the migration begins it with the steps
        (writes,) = connection.execute("SELECT count(*) FROM step").fetchone()
    return FileState(
        _setting(connection, "library_id"),
        sqlite_file.version_in(connection),
        writes,
        int(last_step),
        str(last_at),
        bytes=_pragma(connection, "page_count") * _pragma(connection, "page_size"),
    )


def state_from(connection: Connection) -> FileState:
    """The same, for a library that is in use."""
    return state_in(driver_of(connection))


def moment(text: str) -> datetime | None:
    """A time as the history has it; None where a stranger wrote there what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def loss(present: Path, copy: Path | None) -> Loss:
    """What would be lost if `copy` took the place of `present`; without a copy that is all.

    Raises:
        LibraryError, NotALibrary, TooNew, Damaged: one of them can't be read.
    """
    ahead = state_of(present).writes - (state_of(copy).writes if copy else 0)
    kept = set(_steps(copy) if copy else ())
    parted = [row for row in _steps(present) if row not in kept]
    undone = {row[:3] for row in kept}  # steps that only an undo or a redo parts
    lost = [row for row in parted if row[:3] not in undone]
    times = sorted(row[1] for row in lost)
    return Loss(
        max(ahead, len(parted)),
        times[0] if times else "",
        times[-1] if times else "",
        tuple(row[2] for row in reversed(lost))[:MOST_LABELS],
    )


def _steps(path: Path) -> list[_Row]:
    with (
        translated(path),
        sqlite_file.looking(path, frozen=not sqlite_file.has_journal(path)) as connection,
    ):
        return connection.execute(_STEPS).fetchall()


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _setting(connection: sqlite3.Connection, name: str) -> str:
    row = connection.execute(_SETTING, (name,)).fetchone()
    return str(row[0]) if row else ""
