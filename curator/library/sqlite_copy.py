"""Copies of the file that are proven before they count.

VACUUM INTO makes the copy: it reads every row and so fails on a damaged file, where SQLite's
backup interface would copy the damage without a word.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from curator.domain.errors import Damaged, LibraryError
from curator.domain.measures import size_words
from curator.failpoints import failpoint
from curator.files import private_folder
from curator.library import sqlite_file
from curator.library.file_state import state_in
from curator.library.sqlite_errors import free_space, known_error, translated

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
COUNTED = ("digest", "signal", "term", "link", "conflict", "original", "step", "change")
"""The tables of which a copy has to have every row."""
_COUNT = f"SELECT {', '.join(f'(SELECT count(*) FROM {name})' for name in COUNTED)}"  # noqa: S608


def copy_library(path: Path, target: Path) -> Path:
    """A verified copy of the library at `path`, which may be in use, as a new file.

    Returns:
        `target`, or the next free name like it.

    Raises:
        Damaged: the library can't be read throughout; no copy is left.
        ReadOnly: the folder of `target` takes no file.
        LibraryError: the disk of `target` is full.
    """
    with translated(path), sqlite_file.bare(path) as source:
        return copy_from(source, path, target)


def copy_from(source: sqlite3.Connection, path: Path, target: Path) -> Path:
    """The same through a connection that has the library open, wherever its file is by now.

    `path` names it in errors. The connection must be outside any transaction.
    """
    unfinished = unfinished_copy(source, path, target)
    try:
        fill(source, path, unfinished)
        with _told(path, target, _bytes_of(source)):
            placed = published(unfinished, target)
            failpoint("backup.placed")
        return placed
    finally:
        unfinished.unlink(missing_ok=True)


def unfinished_copy(source: sqlite3.Connection, path: Path, target: Path) -> Path:
    """An empty private file that is to become `target`; its name tells which process works at it.

    Raises:
        ReadOnly, LibraryError: the folder takes no file, or its disk has no room for the copy.
    """
    needed = _bytes_of(source)
    with _told(path, target, needed):
        private_folder(target.parent)
        _require_room(path, target.parent, needed)
        return sqlite_file.private_file(target.with_name(f"{target.name}.{os.getpid()}"))


def fill(source: sqlite3.Connection, path: Path, unfinished: Path) -> None:
    """Copies all of the library at `path` into an empty file, and proves that it is there.

    Raises:
        Damaged: the library can't be read throughout.
        LibraryError: the disk is full or fails.
    """
    with _told(path, unfinished, _bytes_of(source)):
        before, rows = _numbers(source), _rows(source)
        source.execute("VACUUM INTO ?", (str(unfinished),))
        failpoint("backup.copied")
        verify(unfinished, before, state_in(source).library_id, rows)
        failpoint("backup.verified")


def verify(
    path: Path,
    numbers: Mapping[str, int] | None = None,
    library_id: str = "",
    rows: tuple[int, ...] = (),
) -> None:
    """Makes sure that a library is sound, as far along as `numbers` say, and the one meant.

    `rows` are compared only where it has just the writes that `numbers` say: else somebody wrote
    while the copy was made.

    Raises:
        NotALibrary, TooNew, Damaged: it is not.
    """
    with translated(path):
        sqlite_file.require_library(path)
        frozen = not sqlite_file.has_journal(path)
        with sqlite_file.looking(path, frozen=frozen) as connection:
            sqlite_file.require_known_version(sqlite_file.version_in(connection), path)
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
            copied, counted = _numbers(connection), _rows(connection)
            is_meant = library_id in ("", state_in(connection).library_id)
    wanted = numbers or {}
    lost = [name for name, number in wanted.items() if copied.get(name, 0) < number]
    if rows and copied["writes"] == wanted.get("writes"):
        lost += [
            name for name, *both in zip(COUNTED, rows, counted, strict=True) if len({*both}) > 1
        ]
    if problems != ["ok"] or lost or not is_meant:
        raise Damaged(f"{path.name} is no sound copy.", "Choose another backup, or make a new one.")


def published(unfinished: Path, target: Path) -> Path:
    """A complete file under the first free name like `target`."""
    name, count = target, 1
    while not sqlite_file.publish(unfinished, name):
        count += 1
        name = target.with_name(f"{target.stem}-{count}{target.suffix}")
    return name


def _require_room(path: Path, folder: Path, needed: int) -> None:
    disk = shutil.disk_usage(folder)
    if disk.total and disk.free < needed:  # some shares do not tell, and say 0 of 0
        raise _no_room(path, folder, needed)


def _no_room(path: Path, folder: Path, needed: int) -> LibraryError:
    return LibraryError(
        f"There is no room for a copy of {path.name} in {folder}:"
        f" {size_words(needed)} are needed, {free_space(folder)} are free.",
        "Free some space on that disk, then try again; library and earlier copies are untouched.",
    )


@contextmanager
def _told(path: Path, target: Path, needed: int) -> Iterator[None]:
    """What SQLite says told of the library at `path`, what the disk says of the copy."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if _is_full(error):
            raise _no_room(path, target.parent, needed) from error
        known = known_error(error, target if isinstance(error, OSError) else path)
        if known is None:
            raise
        raise known from error


def _is_full(error: sqlite3.Error | OSError) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL


def _numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """What only ever grows, so that a copy may not have less of it: ids, writes, version."""
    state = state_in(connection)
    highest = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    return highest | {"writes": state.writes, "version": state.version}


def _rows(connection: sqlite3.Connection) -> tuple[int, ...]:
    return tuple(connection.execute(_COUNT).fetchone())


def _bytes_of(connection: sqlite3.Connection) -> int:
    """Bytes that a copy without free pages takes."""
    size, pages, free = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_size", "page_count", "freelist_count")
    )
    return int(size * (pages - free))
