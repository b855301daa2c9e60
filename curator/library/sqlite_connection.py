"""Connections to the file: one that writes, many that only read.

Python's driver is told to leave transactions alone (`isolation_level=None`), because its own
opens none before DDL and so leaves half a failed migration behind. Each transaction of the writer
begins IMMEDIATE: one that reads first and writes later would be refused when another process
wrote in between, without waiting.

Where locks can't be trusted (network drives) or files are copied one by one (cloud folders) there
is no write-ahead log: the file alone is always whole, and each commit reaches the disk.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event

from curator.domain.place import Place
from curator.library.json_text import compact_json

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another writer, in this process or in another."""

LONGEST_TEXT = 20_000_000
"""Bytes of one value; more is a mistake or an attack."""

EVERYWHERE = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
)
_ROOM = "PRAGMA cache_size = -65536"
"""Kilobytes of pages that the writer keeps: of an import or a bulk edit, each page that indexes
have in common is then fetched once and not for each row."""
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", _ROOM)
_WRITING_AFAR = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA", _ROOM)
_READING = ("PRAGMA query_only = ON", "PRAGMA wal_autocheckpoint = 0")


def _nothing() -> None:
    """No condition."""


def writing_engine(path: Path, place: Place | None = None) -> Engine:
    """The engine of the one connection that writes and checkpoints; `place` is where it lies."""
    pragmas = _WRITING if place is None or place.is_safe else _WRITING_AFAR
    return _engine(path, "BEGIN IMMEDIATE", pragmas, poolclass=NullPool)


def reading_engine(
    path: Path, access: str = "mode=rw", require: Callable[[], None] = _nothing
) -> Engine:
    """The engine of a pool of connections that can't write, for any thread.

    `access` is how SQLite is to open the file (`mode=ro` and `immutable=1` leave all as it is);
    `require` raises where a new connection would meet another file.
    """
    options = {"poolclass": QueuePool, "pool_size": 4, "max_overflow": 12}
    return _engine(path, "BEGIN", _READING, access, require, **options)


def _engine(
    path: Path,
    begin: str,
    pragmas: tuple[str, ...],
    access: str = "mode=rw",  # never makes an empty file where the library was moved away
    require: Callable[[], None] = _nothing,
    **options: Any,
) -> Engine:
    address = f"{path.absolute().as_uri()}?{access}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, json_serializer=compact_json, **options)

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
        for pragma in (*EVERYWHERE, *pragmas):
            connection.execute(pragma)
        require()

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def data_version(connection: Connection) -> int:
    """A number that changes when another connection has committed, and never for one's own."""
    return int(driver_of(connection).execute("PRAGMA data_version").fetchone()[0])


def checkpoint(connection: Connection) -> None:
    """All that was committed brought into the file itself, as far as readers let it."""
    driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def be_patient(connection: Connection, seconds: float) -> None:
    """Say how long the connection waits for another writer."""
    driver_of(connection).execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Python's own connection, for what has to be said outside a transaction.

    SQLAlchemy would begin a transaction first, in which pragmas do not say what they should.
    """
    return cast(sqlite3.Connection, connection.connection.driver_connection)
