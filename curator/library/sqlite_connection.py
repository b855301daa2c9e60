"""Connections to the file: one that writes, many that only read.

Python's driver is told to leave transactions alone (`isolation_level=None`), because its own
opens none before DDL and so leaves half a failed migration behind. Each transaction of the writer
begins IMMEDIATE: one that reads first and writes later would be refused when another process
wrote in between, without waiting.
"""

import sqlite3
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event

from curator.library.record_json import compact_json

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another writer, in this process or in another."""

LONGEST_TEXT = 20_000_000
"""Bytes of one value; more is a mistake or an attack."""

EVERYWHERE = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
)
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
_READING = ("PRAGMA query_only = ON", "PRAGMA wal_autocheckpoint = 0")


def writing_engine(path: Path) -> Engine:
    """The engine of the one connection that writes and checkpoints."""
    return _engine(path, "BEGIN IMMEDIATE", _WRITING, poolclass=NullPool)


def reading_engine(path: Path) -> Engine:
    """The engine of a pool of connections that can't write, for any thread."""
    return _engine(path, "BEGIN", _READING, poolclass=QueuePool, pool_size=4, max_overflow=12)


def _engine(path: Path, begin: str, pragmas: tuple[str, ...], **options: Any) -> Engine:
    # mode=rw never makes an empty file where the library was moved away.
    address = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, json_serializer=compact_json, **options)

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
        for pragma in (*EVERYWHERE, *pragmas):
            connection.execute(pragma)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def data_version(connection: Connection) -> int:
    """A number that changes when another connection has committed, and never for one's own."""
    return _outside_transaction(connection, "PRAGMA data_version")


def checkpoint(connection: Connection) -> None:
    """All that was committed brought into the file itself, as far as readers let it."""
    _outside_transaction(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def _outside_transaction(connection: Connection, pragma: str) -> int:
    # SQLAlchemy would begin a transaction first, in which neither of them says what it should.
    driver = cast(sqlite3.Connection, connection.connection.driver_connection)
    return int(driver.execute(pragma).fetchone()[0])
