"""Rows out of a damaged file: all that SQLite can still read of it, whatever the rest is like.

A table is read from both ends; where a page stops the reading, the ids between are halved until
the page costs no rows but its own. What the indexes still say of a lost row is kept as a clue. The
way of SQLite's own recovery extension ("Recovering Data From A Corrupt SQLite Database"), with
what Curator knows of its tables.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from curator.library import tables
from curator.library.lenient_rows import LenientRows, quoted_name
from curator.library.value_integrity import fits

DERIVED = ("date", "sort_name", "findings")
"""Columns that are made anew and so need not be found."""
_BATCH = 1000
_OURS = ("sqlite_", "search", "signal_search")

Row = dict[str, Any]


@dataclass(slots=True)
class Salvage:
    """What came out of a damaged file, and what is known of the rest.

    `clues` has, by table and id, the columns that an index still says of a row that is lost;
    `strays` the rows and values, by table, that no table takes; `unsure` the tables of which
    more may be lost than the clues say; `mended` counts texts with bytes that were no text, and
    `notes` say in sentences what else a person has to know.
    """

    clues: dict[str, dict[int, Row]] = field(default_factory=dict)
    strays: dict[str, list[Row]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    sequences: dict[str, int] = field(default_factory=dict)
    mended: int = 0
    notes: list[str] = field(default_factory=list)

    def lost(self) -> dict[str, int]:
        """How many rows are known to be lost, or to be in no library, by table."""
        counts = {}
        for name in sorted(self.clues.keys() | self.strays.keys()):
            rows, clues = self.strays.get(name, []), self.clues.get(name, {})
            counts[name] = len(rows) + len(clues.keys() - {row.get("id") for row in rows})
        return {name: count for name, count in counts.items() if count}

    def stray(self, table: str, row: Row) -> None:
        """Keep a row that the new library can't hold."""
        self.strays.setdefault(table, []).append(row)


def salvage(wreck: Path, rescued: Path) -> Salvage:
    """Copies every readable row of `wreck` into the new, empty library `rescued`.

    Both are files that nobody else has open; `wreck` is only read.

    Raises:
        sqlite3.DatabaseError: not even the names of its tables can be read.
    """
    found = Salvage()
    with (
        closing(LenientRows(wreck)) as source,
        closing(sqlite3.connect(rescued, isolation_level=None)) as target,
    ):
        found.sequences = source.sequences()
        for table in tables.metadata.tables.values():
            _copy(source, target, table, found)
        for name in source.tables():
            if name not in tables.metadata.tables and not _is_ours(name):
                found.strays[name] = list(source.rows(name))
        source.attach(rescued)
        for table in tables.metadata.tables.values():
            _gather_clues(source, target, table, found)
        found.mended = source.mended
    return found


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS) or name == "alembic_version"


def _copy(source: LenientRows, target: sqlite3.Connection, table: Table, found: Salvage) -> None:
    names = [column.name for column in table.columns]
    columns = [name for name in source.columns(table.name) if name in names]
    if not columns:
        _, version = source.header()
        if version >= tables.SINCE.get(table.name, 0):
            found.unsure.add(table.name)
        return
    rows = _sound(source, table, found)
    while batch := list(islice(rows, _BATCH)):
        _insert(target, table.name, columns, batch, found)
    if source.failed:
        found.unsure.add(table.name)


def _sound(source: LenientRows, table: Table, found: Salvage) -> Iterator[Row]:
    """The rows that are what the table holds; values of columns that nobody knows are strays."""
    for row in source.rows(table.name, found.sequences.get(table.name, 0)):
        unknown = {name: value for name, value in row.items() if name not in table.columns}
        kept = {name: value for name, value in row.items() if name in table.columns}
        if any(unknown.values()):
            found.stray(f"unknown column of {table.name}", {"id": row.get("id")} | unknown)
        if fits(table, kept):
            yield kept
        else:
            found.stray(table.name, kept)


def _insert(
    target: sqlite3.Connection, table: str, columns: Sequence[str], rows: list[Row], found: Salvage
) -> None:
    statement = _insertion(table, columns)
    target.execute("BEGIN")
    try:
        target.executemany(statement, rows)
    except sqlite3.IntegrityError:
        target.execute("ROLLBACK")
        for row in rows:
            _insert_one(target, table, statement, row, found)
        return
    target.execute("COMMIT")


def _insertion(table: str, columns: Sequence[str]) -> str:
    verb = "INSERT OR REPLACE" if table == "setting" else "INSERT"
    names = ", ".join(map(quoted_name, columns))
    places = ", ".join(f":{name}" for name in columns)
    return f"{verb} INTO {quoted_name(table)} ({names}) VALUES ({places})"


def _insert_one(
    target: sqlite3.Connection, table: str, statement: str, row: Row, found: Salvage
) -> None:
    """One row of a batch in which two claim the same id, or two digests the same key."""
    try:
        target.execute(statement, row)
    except sqlite3.IntegrityError:
        try:
            target.execute(statement, row | {"key": f"{row.get('key')}-{row.get('id')}"})
        except sqlite3.DatabaseError:
            found.stray(table, row)


def _gather_clues(
    source: LenientRows, target: sqlite3.Connection, table: Table, found: Salvage
) -> None:
    """What the indexes say of rows that could not be read; a row that they say whole is saved."""
    clues: dict[int, Row] = {}
    complete = bool(table.indexes)
    for index in table.indexes:
        columns = [column.name for column in index.columns]
        for row in source.lost_by_index(table.name, str(index.name), columns):
            clues.setdefault(row["id"], {}).update(row)
        complete = complete and not source.failed
    if complete:
        found.unsure.discard(table.name)
    wanted = {column.name for column in table.columns} - set(DERIVED)
    for row_id, row in clues.items():
        if wanted <= row.keys() and fits(table, row):
            _insert(target, table.name, list(row), [row], found)
        else:
            found.clues.setdefault(table.name, {})[row_id] = row
