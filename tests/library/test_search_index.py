"""The index follows every change, and can be made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.library import search_index
from curator.library.library import Library
from curator.library.sqlite_connection import writing_engine
from tests.library.deeds import arrived, rewritten


def is_right(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return search_index.is_right(connection)


def test_an_index_that_went_wrong_is_made_anew(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones", "robots")
    assert is_right(path)
    rewritten(path, "UPDATE digest SET title = 'something else' WHERE id = 1")
    assert not is_right(path)
    engine = writing_engine(path)
    with engine.begin() as connection:
        search_index.rebuild(connection)
    engine.dispose()
    assert is_right(path)


def test_a_check_that_can_not_be_made_is_not_a_finding(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, closing(sqlite3.connect(path, 0)) as connection:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            search_index.is_right(connection)


def test_the_index_has_the_columns_that_the_program_names(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM pragma_table_info('search')").fetchall()
    assert tuple(name for (name,) in found) == search_index.COLUMNS
