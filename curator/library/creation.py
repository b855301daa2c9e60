"""New libraries, and old ones brought to the newest tables."""

import uuid
from datetime import datetime
from pathlib import Path

from curator.library import sqlite_file, tables
from curator.library.sqlite_connection import checkpoint, writing_engine
from curator.library.sqlite_copy import copy_library
from curator.library.upgrade import upgrade


def create_library(path: Path) -> None:
    """A new, empty library, readable by its owner only; a file that is there stays as it is.

    It is made under another name and renamed when complete: a half-made library is never seen.

    Raises:
        ReadOnly: the folder takes no file.
    """
    unfinished = sqlite_file.private_file(path)
    try:
        _migrate(unfinished, library_id=uuid.uuid4().hex)
        sqlite_file.publish(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def upgrade_library(path: Path, now: datetime) -> Path:
    """Brings an older library to the newest tables; a verified copy of the old one stays.

    Returns:
        The path of the copy.
    """
    name = f"{path.stem}.before-{sqlite_file.MAJOR}.{sqlite_file.MINOR}-{sqlite_file.stamp(now)}"
    copy = copy_library(path, path.with_name(name + path.suffix))
    _migrate(path)
    return copy


def _migrate(path: Path, library_id: str = "") -> None:
    engine = writing_engine(path)
    with engine.connect() as connection:
        with connection.begin():
            upgrade(connection)
            if library_id:
                names = {"name": "library_id", "value": library_id}
                connection.execute(tables.setting.insert(), names)
        checkpoint(connection)
    engine.dispose()
