"""Backups of a library, and the way back from one."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from curator.domain.errors import Busy, NotALibrary
from curator.library import sqlite_file
from curator.library.library import Library
from curator.library.sqlite_copy import copy_library, published, verify
from curator.library.sqlite_errors import known_error


def backup(library: Library, target: Path) -> Path:
    """A verified copy of a library in use: as the file `target`, or with the time in a folder.

    A target without a suffix is a folder and made where it is missing. A file that is there is
    never replaced: the copy takes the next free name, which is returned.

    Raises:
        Damaged: the library can't be read throughout; no copy is left.
        ReadOnly: the folder takes no file.
    """
    if target.is_dir() or not target.suffix:
        name = f"{library.path.stem}-{sqlite_file.stamp(datetime.now(UTC))}{library.path.suffix}"
        target = target / name
    return copy_library(library.path, target)


def restore(copy: Path, target: Path) -> Path | None:
    """Puts a copy in the place of the library at `target`, which nobody may have open.

    The file that is there is moved aside with its journals, never deleted.

    Returns:
        Where the file that was there lies now; None where there was none.

    Raises:
        NotALibrary, TooNew, Damaged: the copy is no sound library; nothing is changed.
        Busy: the library at `target` is open in another window or program.
        ReadOnly: the folder takes no file.
    """
    verify(copy)
    unfinished = sqlite_file.private_file(target)
    try:
        shutil.copyfile(copy, unfinished)
        verify(unfinished)
        aside = _move_aside(target) if target.exists() else None
        published(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    return aside


def _move_aside(target: Path) -> Path:
    _settle(target)
    stem = f"{target.stem}.replaced-{sqlite_file.stamp(datetime.now(UTC))}"
    aside = target.with_name(stem + target.suffix)
    count = 1
    while aside.exists():
        count += 1
        aside = target.with_name(f"{stem}-{count}{target.suffix}")
    for companion in ("", *sqlite_file.COMPANIONS):
        part = target.with_name(target.name + companion)
        if part.exists():
            part.rename(aside.with_name(aside.name + companion))
    return aside


def _settle(target: Path) -> None:
    """Brings the journal into the file; this also shows whether somebody has it open."""
    try:
        # SQLite throws away the journal of what it takes for no database.
        sqlite_file.require_library(target)
        with sqlite_file.bare(target, patience=0.5) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except NotALibrary:
        return
    except sqlite3.Error as error:
        # A damaged file is moved as it is: bringing a backup back is the cure for it.
        if isinstance(known_error(error, target), Busy):
            raise Busy(
                f"{target.name} is open in another window or program.", "Close it there first."
            ) from error
