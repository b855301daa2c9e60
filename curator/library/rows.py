"""Records in and out of their tables, the same way for every kind."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Table, Update, bindparam, select
from sqlalchemy.sql.dml import ReturningInsert

from curator.domain.changes import KIND_OF, RECORD_TYPES, Record
from curator.domain.digest import Digest
from curator.library import tables
from curator.library.arriving import sort_name

BATCH = 500
"""Values per statement of a list, well below what any database takes."""

Key = tuple[str, int]
"""The kind of a record and its id."""


def key_of(record: Record) -> Key:
    """Under which name a record is known."""
    return KIND_OF[type(record)], record.id


def table_of(kind: str) -> Table:
    """The table that holds the records of a kind."""
    return tables.metadata.tables[kind]


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(RECORD_TYPES[kind]))


@cache
def records(kind: str) -> Select[Any]:
    """The statement that reads records of a kind; `read` makes them from its rows."""
    return select(*(table_of(kind).c[name] for name in _names(kind)))


def read(connection: Connection, statement: Select[Any], kind: str) -> list[Any]:
    """The records that a statement made with `records(kind)` finds."""
    make = RECORD_TYPES[kind]
    return [make(*row) for row in connection.execute(statement)]


@cache
def _by_id(kind: str) -> Select[Any]:
    return records(kind).where(table_of(kind).c.id == bindparam("record_id"))


def find(connection: Connection, kind: str, record_id: int) -> Record | None:
    """The record as the library holds it now, or None."""
    row = connection.execute(_by_id(kind), {"record_id": record_id}).one_or_none()
    return None if row is None else RECORD_TYPES[kind](*row)


def find_all(connection: Connection, keys: Iterable[Key]) -> dict[Key, Record]:
    """Those of the named records that exist."""
    wanted: dict[str, list[int]] = {}
    for kind, record_id in keys:
        wanted.setdefault(kind, []).append(record_id)
    found: dict[Key, Record] = {}
    for kind, ids in wanted.items():
        for batch in batches(ids):
            statement = records(kind).where(table_of(kind).c.id.in_(batch))
            found.update((key_of(record), record) for record in read(connection, statement, kind))
    return found


def batches(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """A long list in parts that one statement takes."""
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))


def values(record: Record) -> dict[str, Any]:
    """The columns of a record but its id, the derived ones with them."""
    columns = {name: getattr(record, name) for name in _names(KIND_OF[type(record)])[1:]}
    if isinstance(record, Digest):
        columns |= {"date": record.date, "sort_name": sort_name(record)}
    return columns


@cache
def insertion(kind: str) -> Insert:
    """The statement that takes `values` of a new record; its id is chosen by the database."""
    return table_of(kind).insert()


def insert(connection: Connection, record: Record) -> int:
    """A new row; the id of the record is kept, and chosen where it is 0."""
    columns = values(record) | ({"id": record.id} if record.id else {})
    statement = _returning_id(KIND_OF[type(record)])
    return int(connection.execute(statement, columns).scalar_one())


@cache
def _returning_id(kind: str) -> ReturningInsert[Any]:
    return insertion(kind).returning(table_of(kind).c.id)


@cache
def _update(kind: str) -> Update:
    table = table_of(kind)
    return table.update().where(table.c.id == bindparam("record_id"))


def update(connection: Connection, record: Record) -> None:
    """The row of a record made to say what the record says."""
    kind, record_id = key_of(record)
    connection.execute(_update(kind), {"record_id": record_id, **values(record)})


@cache
def _delete(kind: str) -> Delete:
    table = table_of(kind)
    return table.delete().where(table.c.id == bindparam("record_id"))


def delete(connection: Connection, kind: str, record_id: int) -> None:
    """The row of a record taken out."""
    connection.execute(_delete(kind), {"record_id": record_id})
