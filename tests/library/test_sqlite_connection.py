"""Every connection is set up for safety before anything is read."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DataError, OperationalError

from curator.library.sqlite_connection import LONGEST_TEXT, reading_engine, writing_engine

PRAGMAS = {"foreign_keys": 1, "cell_size_check": 1, "busy_timeout": 5000, "temp_store": 2}


def pragmas(engine: Engine, *names: str) -> list[object]:
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    engine.dispose()
    return found


def test_the_writer_is_durable(path: Path) -> None:
    names = (*PRAGMAS, "journal_mode", "synchronous", "query_only")
    assert pragmas(writing_engine(path), *names) == [*PRAGMAS.values(), "wal", 2, 0]


def test_readers_can_not_write_and_leave_the_journal_alone(path: Path) -> None:
    names = (*PRAGMAS, "wal_autocheckpoint", "query_only")
    assert pragmas(reading_engine(path), *names) == [*PRAGMAS.values(), 0, 1]


def test_a_file_that_was_moved_away_is_not_made_anew(tmp_path: Path) -> None:
    engine = writing_engine(tmp_path / "gone.curator")
    with pytest.raises(OperationalError):
        engine.connect()
    assert not list(tmp_path.iterdir())


def test_names_with_any_sign_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "50% of Ada’s #1? scan.curator"
    path.touch()
    assert pragmas(writing_engine(path), "journal_mode") == ["wal"]
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_text_without_end_is_refused(path: Path) -> None:
    engine = writing_engine(path)
    with engine.connect() as connection, pytest.raises(DataError):
        connection.exec_driver_sql("SELECT ?", ("x" * (LONGEST_TEXT + 1),))
    engine.dispose()
