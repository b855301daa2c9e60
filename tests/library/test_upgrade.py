"""All libraries come through the migrations: whole, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError

from curator.library.library import Library
from curator.library.sqlite_connection import writing_engine
from curator.library.tables import metadata
from curator.library.upgrade import upgrade

OLD_FILES = Path(__file__).parent / "old_files"


@pytest.mark.filterwarnings("ignore:.*expression-based index")
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
    if kind != "remove_table":
        return False
    return bool(table.name.startswith(("search", "signal_search")))


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
    assert name == "0004"


@pytest.mark.parametrize("old", sorted(OLD_FILES.glob("*.curator")), ids=lambda p: p.stem)
def test_a_migrated_file_is_laid_out_as_a_new_one(
    old: Path, tmp_path: Path, empty_file: Path
) -> None:
    path = tmp_path / "scan.curator"
    path.write_bytes(old.read_bytes())
    Library.open(path).close()
    assert laid_out(path) == laid_out(empty_file)


def laid_out(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql <> ''"))
