"""All libraries come through the migrations: whole, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError

from curator.library.sqlite_connection import writing_engine
from curator.library.tables import metadata
from curator.library.upgrade import upgrade


def test_the_migrations_make_the_tables_that_the_program_knows(path: Path) -> None:
    engine = writing_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    # The index keeps tables of its own, which no migration names.
    others = [found for found in differences if not is_of_the_index(found)]
    assert len(others) < len(differences)
    assert others == []


def is_of_the_index(difference: Any) -> bool:
    kind, table, *_ = difference
    return bool(kind == "remove_table" and table.name.split("_")[0] == "search")


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "scan.curator"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE change (id)")
    engine = writing_engine(path)
    with pytest.raises(OperationalError, match="already exists"), engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("change",)]


def test_a_second_upgrade_changes_nothing(path: Path) -> None:
    engine = writing_engine(path)
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        (name,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert name == "0001"
