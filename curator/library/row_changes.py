"""Changes made to the tables, many at a time: one statement for all that are alike."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Update, bindparam
from sqlalchemy.sql.dml import ReturningInsert

from curator.domain.changes import KIND_OF, Change, Record
from curator.library.rows import insertion, table_of, values

_Columns = list[dict[str, Any]]


def make(connection: Connection, changes: Iterable[Change]) -> None:
    """Makes the rows say `after` that are known to say `before`; new ones have their ids.

    What goes comes first and what is new last, so that a name is free before it is taken again.
    """
    going: defaultdict[str, _Columns] = defaultdict(list)
    staying: defaultdict[tuple[str, tuple[str, ...]], _Columns] = defaultdict(list)
    coming: defaultdict[str, _Columns] = defaultdict(list)
    for change in changes:
        if change.after is None:
            going[change.kind].append({"record_id": change.id})
        elif change.before is None:
            coming[change.kind].append(values(change.after) | {"id": change.id})
        elif columns := _changed(change.before, change.after):
            staying[change.kind, tuple(columns)].append(columns | {"record_id": change.id})
    for kind, ids in going.items():
        connection.execute(_delete(kind), ids)
    for (kind, _), columns_of_rows in staying.items():
        connection.execute(_update(kind), columns_of_rows)
    for kind, new in coming.items():
        connection.execute(insertion(kind), new)


def insert(connection: Connection, records: Sequence[Record]) -> list[int]:
    """Lays down new records of one kind; the ids that they got, in order."""
    statement = _returning_id(KIND_OF[type(records[0])])
    return list(connection.scalars(statement, [values(record) for record in records]))


def _changed(before: Record, after: Record) -> dict[str, Any]:
    """The columns to be written: an index of one that stays the same need not be touched."""
    former = values(before)
    return {name: value for name, value in values(after).items() if value != former[name]}


@cache
def _delete(kind: str) -> Delete:
    table = table_of(kind)
    return table.delete().where(table.c.id == bindparam("record_id"))


@cache
def _update(kind: str) -> Update:
    table = table_of(kind)
    return table.update().where(table.c.id == bindparam("record_id"))


@cache
def _returning_id(kind: str) -> ReturningInsert[Any]:
    return insertion(kind).returning(table_of(kind).c.id, sort_by_parameter_order=True)
