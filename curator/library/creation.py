"""New libraries, and old ones brought to the newest tables."""

import os
import re
import uuid
from datetime import datetime
from pathlib import Path

import psutil

from curator.failpoints import failpoint
from curator.library import sqlite_file, tables
from curator.library.backups import back_up_for_migration
from curator.library.sqlite_connection import checkpoint, writing_engine
from curator.library.upgrade import upgrade


def create_library(path: Path) -> None:
    """A new, empty library, readable by its owner only; a file that is there stays as it is.

    It is made under another name and renamed when complete: a half-made library is never seen.

    Raises:
        ReadOnly: the folder takes no file.
    """
    _sweep(path)
    unfinished = sqlite_file.private_file(path.with_name(f"{path.name}.{os.getpid()}"))
    try:
        _migrate(unfinished, library_id=uuid.uuid4().hex)
        failpoint("create.made")
        sqlite_file.publish(unfinished, path)
        failpoint("create.placed")
    finally:
        unfinished.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Removes what a process left that was killed while it made this library."""
    left = re.compile(rf"\.{re.escape(path.name)}\.(\d+)\.\w+\.new(-\w+)?")
    for part in path.parent.iterdir() if path.parent.is_dir() else ():
        name = left.fullmatch(part.name)
        if name and not psutil.pid_exists(int(name[1])):
            part.unlink(missing_ok=True)


def upgrade_library(path: Path, now: datetime) -> Path:
    """Brings an older library to the newest tables; a verified copy of the old one stays.

    Returns:
        The path of the copy, among the backups.

    Raises:
        Damaged, ReadOnly, LibraryError: there can be no copy, so nothing is changed.
    """
    copy = back_up_for_migration(path, now)
    failpoint("migration.copied")
    _migrate(path)
    return copy


def _migrate(path: Path, library_id: str = "") -> None:
    engine = writing_engine(path)
    try:
        with engine.connect() as connection:
            with connection.begin():
                failpoint("migration.begun")
                upgrade(connection)
                if library_id:
                    names = {"name": "library_id", "value": library_id}
                    connection.execute(tables.setting.insert(), names)
                failpoint("migration.done")
            failpoint("migration.committed")
            checkpoint(connection)
    finally:
        engine.dispose()
