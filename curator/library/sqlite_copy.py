"""Copies of the file that are proven before they count.

VACUUM INTO makes the copy: it reads every row and so fails on a damaged file, where SQLite's
backup interface would copy the damage without a word.
"""

import sqlite3
from pathlib import Path

from curator.domain.errors import Damaged
from curator.library import sqlite_file
from curator.library.sqlite_errors import translated


def copy_library(path: Path, target: Path) -> Path:
    """A verified copy of the library at `path`, which may be in use, as a new file.

    Returns:
        `target`, or the next free name like it.

    Raises:
        Damaged: the library can't be read throughout; no copy is left.
        ReadOnly: the folder of `target` takes no file.
    """
    unfinished = sqlite_file.private_file(target)
    try:
        with translated(path), sqlite_file.bare(path) as source:
            numbers = _numbers(source)
            source.execute("VACUUM INTO ?", (str(unfinished),))
        verify(unfinished, numbers)
        return published(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def verify(path: Path, numbers: dict[str, int] | None = None) -> None:
    """Makes sure that a library is sound, and as far along as `numbers` say.

    Raises:
        NotALibrary, TooNew, Damaged: it is not.
    """
    with translated(path):
        sqlite_file.require_library(path)
    with translated(path), sqlite_file.bare(path) as connection:
        sqlite_file.require_known_version(sqlite_file.version_of(path), path)
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
        copied = _numbers(connection)
    lost = [name for name, number in (numbers or {}).items() if copied.get(name, 0) < number]
    if problems != ["ok"] or lost:
        raise Damaged(f"{path.name} is no sound copy.", "Choose another backup, or make a new one.")


def published(unfinished: Path, target: Path) -> Path:
    """A complete file under the first free name like `target`."""
    name, count = target, 1
    while not sqlite_file.publish(unfinished, name):
        count += 1
        name = target.with_name(f"{target.stem}-{count}{target.suffix}")
    return name


def _numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """The highest id that each table ever gave: they only grow, so a copy may not have fewer."""
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
