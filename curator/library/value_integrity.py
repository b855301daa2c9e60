"""Does each row hold what its table is for: text that is text, numbers, lists, known kinds?"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table

from curator.domain.signal import KINDS
from curator.domain.term import TERM_KINDS
from curator.library import tables
from curator.library.sqlite_connection import driver_of

_KINDS = {"signal": KINDS, "term": TERM_KINDS}
_LISTS = {("signal", "extra"), ("link", "tags")}
_SQLITE_TYPES = {str: "text", int: "integer", bytes: "blob"}


def strange_values(connection: Connection) -> Iterator[str]:
    """How many rows of which table hold what no record can."""
    driver = driver_of(connection)
    for name, table in tables.metadata.tables.items():
        if strange := driver.execute(_count_of_strange(table)).fetchone()[0]:
            yield f"{_rows(strange)} of “{name}” can’t be what Curator wrote."
        if garbled := _garbled(driver, name):
            yield f"{_rows(garbled)} of “{name}” can’t be read as text."


def fits(table: Table, row: Mapping[str, Any]) -> bool:
    """The same question for one row, by the names of its columns."""
    return all(_is_fit(table.columns[name], value) for name, value in row.items())


def _is_fit(column: Column[Any], value: Any) -> bool:
    if value is None:
        return bool(column.nullable)
    wanted = _python_type(column)
    if wanted in (list, dict):
        return _is_json(value, wanted)
    return isinstance(value, wanted) and value in _kinds_of(column, value)


def _kinds_of(column: Column[Any], value: Any) -> tuple[Any, ...]:
    """What the column may hold: certain words, or anything."""
    kinds = _KINDS.get(column.table.name) if column.name == "kind" else None
    return kinds or (value,)


def _python_type(column: Column[Any]) -> type:
    if (column.table.name, column.name) in _LISTS:
        return list
    return dict if column.table.name == "change" and column.nullable else column.type.python_type


def _is_json(value: Any, wanted: type) -> bool:
    try:
        return isinstance(json.loads(value), wanted)
    except (TypeError, ValueError):
        return False


def _count_of_strange(table: Table) -> str:
    conditions = " OR ".join(_strange(column) for column in table.columns)
    return f"SELECT count(*) FROM {table.name} WHERE {conditions}"  # noqa: S608 - our own names


def _strange(column: Column[Any]) -> str:
    name, wanted = f'"{column.name}"', _python_type(column)
    if wanted in (list, dict):
        type_ = "array" if wanted is list else "object"
        bad = f"CASE WHEN json_valid({name}) THEN json_type({name}) <> '{type_}' ELSE 1 END"
        return f"({name} IS NOT NULL AND {bad})"
    bad = f"typeof({name}) <> '{_SQLITE_TYPES[wanted]}'"
    kinds = _KINDS.get(column.table.name) if column.name == "kind" else None
    return f"{bad} OR {name} NOT IN {kinds}" if kinds else bad


def _garbled(driver: sqlite3.Connection, table: str) -> int:
    """Rows with bytes that are no UTF-8; SQLite itself never looks, but reading them fails."""
    question = f"SELECT * FROM {table}"  # noqa: S608 - our own names
    try:
        for _row in driver.execute(question):
            pass
    except sqlite3.OperationalError:
        return _count_garbled(driver, question)
    return 0


def _count_garbled(driver: sqlite3.Connection, question: str) -> int:
    marks: list[bytes] = []

    def noted(data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            marks.append(data)
            return ""

    driver.text_factory = noted
    try:
        garbled = 0
        for _row in driver.execute(question):
            garbled += bool(marks)
            marks.clear()
        return garbled
    finally:
        driver.text_factory = str


def _rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"
