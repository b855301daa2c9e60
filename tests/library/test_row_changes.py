"""Rows are changed many at a time, as if each had been changed for itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from curator.domain.changes import Change
from curator.library import row_changes, rows
from curator.library.sqlite_connection import writing_engine
from tests.builders import a_digest, a_signal


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    engine = writing_engine(path)
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def test_new_rows_get_ids_in_their_order(connection: Connection) -> None:
    ids = row_changes.insert(connection, [a_digest("one"), a_digest("two"), a_digest("three")])
    found = [rows.find(connection, "digest", id_) for id_ in ids]
    keys = [digest and getattr(digest, "key", "") for digest in found]
    assert keys == ["one", "two", "three"]


def test_rows_go_change_and_come_at_once(connection: Connection) -> None:
    (owner,) = row_changes.insert(connection, [a_digest()])
    new = [a_signal(name, digest_id=owner) for name in ("goes", "stays", "moves")]
    ids = row_changes.insert(connection, new)
    goes, stays, moves = (replace(row, id=id_) for row, id_ in zip(new, ids, strict=True))
    changes = [
        Change("signal", 77, owner, None, comes := replace(goes, id=77, name="comes")),
        Change("signal", stays.id, owner, stays, named := replace(stays, name="named")),
        Change("signal", moves.id, owner, moves, placed := replace(moves, position=9)),
        Change("signal", goes.id, owner, goes, None),
    ]
    row_changes.make(connection, changes)
    keys = [("signal", id_) for id_ in (*ids, 77)]
    found = rows.find_all(connection, keys)
    assert found == {rows.key_of(row): row for row in (comes, named, placed)}


def test_a_name_is_free_before_it_is_taken_again(connection: Connection) -> None:
    (old,) = row_changes.insert(connection, [a_digest("drones")])
    gone = replace(a_digest("drones"), id=old)
    back = replace(gone, id=old + 1, title="Another")
    going_and_coming = [Change("digest", back.id, back.id, None, back)]
    going_and_coming.append(Change("digest", old, old, gone, None))
    row_changes.make(connection, going_and_coming)
    assert rows.find(connection, "digest", back.id) == back


def test_the_derived_columns_follow(connection: Connection) -> None:
    (id_,) = row_changes.insert(connection, [a_digest(origin="20240818", title="B")])
    before = replace(a_digest(origin="20240818", title="B"), id=id_)
    after = replace(before, origin="20250101", title="A")
    row_changes.make(connection, [Change("digest", id_, id_, before, after)])
    row = connection.exec_driver_sql("SELECT date, sort_name FROM digest").one()
    assert tuple(row) == ("2025-01-01", "a")


def test_a_change_that_changes_nothing_is_no_harm(connection: Connection) -> None:
    (id_,) = row_changes.insert(connection, [a_digest()])
    same = replace(a_digest(), id=id_)
    row_changes.make(connection, [Change("digest", id_, id_, same, same)])
    assert rows.find(connection, "digest", id_) == same
