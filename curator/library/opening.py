"""The order in which a library is opened: nothing is written before it is known to be one of ours.

Mark of presence, header, id, version, foreign parts, foreign journal, unclean end, damage. Each
step is safe only because of those before it: a journal that belongs to another library would be
replayed into this one by the first connection that may write, and SQLite finds nothing wrong with
that.
"""

import os
import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from curator.domain.errors import Damaged, Displaced, NotALibrary, ReadOnly
from curator.domain.place import Place
from curator.failpoints import failpoint
from curator.library import holders, sqlite_file
from curator.library.holders import Presence
from curator.library.places import place_of
from curator.library.queries import LIBRARY_ID
from curator.library.sqlite_copy import COUNTED
from curator.library.tables import metadata

PROMPT = 64_000_000
"""Bytes of a library that is checked while it is opened; a larger one is checked after."""

_TABLES = (*COUNTED, "setting")
_VIEWS = frozenset({"search_text", "signal_text"})
_SETTING = "SELECT value FROM setting WHERE name = ?"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A library file as it was found: where, who it is, and in what state.

    `identity` is its device and number; `needs_check` says that nobody has looked for damage yet,
    `ended_badly` that a process ended without closing it, `frozen` that it can't change.
    """

    path: Path
    identity: tuple[int, int]
    library_id: str
    place: Place
    presence: Presence
    version: int = 0
    needs_check: bool = False
    ended_badly: bool = False
    frozen: bool = False

    def is_displaced(self) -> bool:
        """Whether another file, or none, lies at the path now."""
        return _identity(self.path) != self.identity

    def require_in_place(self) -> None:
        """Makes sure that the path still leads to the file that was opened.

        Raises:
            Displaced: it does not.
        """
        if self.is_displaced():
            raise Displaced(
                f"{self.path.name} was moved, replaced or deleted while it was open.",
                "Nothing is written any more. Put the file back, or save a copy of what is"
                " shown here.",
            )


def prepare(path: Path, role: str) -> OpenFile:
    """Makes sure that the file can be used, and marks it as used by this process.

    Raises:
        NotALibrary, TooNew, ReadOnly, Damaged, Busy: it can't be edited, see there.
    """
    sqlite_file.require_library(path)
    with ExitStack() as if_it_fails:
        presence = holders.enter(path, role)
        if_it_fails.callback(presence.leave)
        failpoint("open.entered")
        sqlite_file.require_writable(path)
        library_id, version = _require_own(path)
        unclean = holders.left_behind(path)
        prompt = path.stat().st_size <= PROMPT
        if prompt:
            require_sound(path, in_full=bool(unclean))
            holders.forget(unclean)
        failpoint("open.checked")
        if_it_fails.pop_all()
    return OpenFile(
        path,
        _identity(path),
        library_id,
        place_of(path),
        presence,
        version=version,
        needs_check=not prompt,
        ended_badly=bool(unclean),
    )


def prepare_view(path: Path, *, any_version: bool = False) -> OpenFile:
    """Makes sure that the file can at least be read; nothing is written, not even beside it.

    `any_version` takes a newer library too, where it has all the columns that are read here.

    Raises:
        NotALibrary, TooNew: it is none of ours.
        ReadOnly: its journal holds what can't be read from there.
    """
    sqlite_file.require_library(path)
    frozen = not sqlite_file.has_journal(path)
    if not frozen and os.access(path.parent, os.W_OK):
        frozen = sqlite_file.has_foreign_journal(path)
    elif not frozen:
        raise ReadOnly(
            f"{path.name} was not closed properly, and its folder can’t be written.",
            f"Copy it together with {sqlite_file.journal_of(path).name} to a folder of your own.",
        )
    with sqlite_file.looking(path, frozen=frozen) as connection:
        if not any_version or not _has_all_columns(connection):
            sqlite_file.require_known_version(sqlite_file.version_in(connection), path)
        _require_all_tables(connection, path)
        library_id = _known_id(connection)
    identity = _identity(path)
    return OpenFile(path, identity, library_id, place_of(path), Presence(None), frozen=frozen)


def require_sound(path: Path, *, in_full: bool) -> None:
    """Makes sure that SQLite finds no damage; the full check reads the indexes too.

    Raises:
        Damaged: it does.
    """
    check = "integrity_check(1)" if in_full else "quick_check(1)"
    try:
        with sqlite_file.looking(path, frozen=_is_at_rest(path)) as connection:
            (found,) = connection.execute(f"PRAGMA {check}").fetchone()
    except sqlite3.DatabaseError as error:
        # A bad page makes the check itself fail.
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        raise _damaged(path) from error
    if found != "ok":
        raise _damaged(path)


def _damaged(path: Path) -> Damaged:
    return Damaged(f"{path.name} is damaged.", "Bring back a backup, or repair it.")


def _require_own(path: Path) -> tuple[str, int]:
    """Id and version of the library, once schema and journal are known to be its own."""
    if not holders.others(path):
        _require_own_journal(path)
    with sqlite_file.looking(path, frozen=_is_at_rest(path)) as connection:
        version = sqlite_file.version_in(connection)
        sqlite_file.require_known_version(version, path)
        _require_own_schema(connection, path, is_newer=version > sqlite_file.VERSION)
        _require_all_tables(connection, path)
        return _known_id(connection), version


def _require_own_schema(connection: sqlite3.Connection, path: Path, *, is_newer: bool) -> None:
    """No Curator makes triggers; views of a newer one are not known, but run nothing unsafe."""
    objects = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    )
    for kind, name in objects:
        if kind == "trigger" or (name not in _VIEWS and not is_newer):
            raise NotALibrary(
                f"{path.name} holds a {kind} that Curator did not make (“{name}”).",
                "Ask where the file comes from; nothing in it was run.",
            )


def _require_all_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Without one of those that each library has, hardly anything can be done or shown."""
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for name in _TABLES:
        if name not in found:
            raise Damaged(
                f"{path.name} is damaged: its table “{name}” is missing.",
                "Bring back a backup, or repair it; the damaged file is kept beside it.",
            )


def _require_own_journal(path: Path) -> None:
    if sqlite_file.has_foreign_journal(path):
        journal = sqlite_file.journal_of(path).name
        raise Damaged(
            f"The journal {journal} belongs to another library than {path.name}.",
            f"Move {journal} and {path.name}-shm to another folder, then open it again.",
        )


def _has_all_columns(connection: sqlite3.Connection) -> bool:
    for name, table in metadata.tables.items():
        found = connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        if not {column.name for column in table.columns} <= {row[0] for row in found}:
            return False
    return True


def _is_at_rest(path: Path) -> bool:
    """Whether nobody has the file open, so that it can be looked at without leaving a trace."""
    return not sqlite_file.journal_of(path).exists() and not holders.others(path)


def _known_id(connection: sqlite3.Connection) -> str:
    row = connection.execute(_SETTING, (LIBRARY_ID,)).fetchone()
    return str(row[0]) if row else ""


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
