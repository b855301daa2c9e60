"""What the same work costs without Curator: raw SQLite, an empty window, another program.

The raw library has the tables, indexes and full-text indexes of a new library, as its own
`sqlite_master` tells, and the rows that the import wrote. So the floor follows the tables.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from curator.workspace.workspace import Workspace

PER_TRANSACTION = 10_000
CALIBRE_PUBLISHED = 22.0
"""Milliseconds a file of `calibredb add` (calibre 6.13, two cores), where it is not installed:
22-32 were measured for 500 and 1,000 files."""
CALIBRE_FILES = 200
SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
"""Those of a library, so that a commit costs the same."""

_FTS = re.compile(r"\bUSING\s+fts5\s*\(", re.IGNORECASE)
_OPTION = re.compile(r"\b(content|content_rowid)\s*=\s*['\"]?(\w*)")
_SHADOWS = ("data", "idx", "content", "docsize", "config")
_STRIDE = 7_919
_CHANGE = "UPDATE signal SET change = ? WHERE id = ?"
_LAST_OF = "SELECT coalesce(max(id), 0) FROM digest"
_LAST_ROW = "SELECT coalesce(max(id), 0) FROM signal"
MOST_ROWS = 1 << 62


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a raw library is made and filled: statements, plain tables, full-text indexes."""

    schema: tuple[str, ...]
    tables: tuple[str, ...]
    indexes: tuple[tuple[str, str, str], ...]
    """Name, where its texts come from, and what its row ids are called there."""


def schema_of(library: Path) -> tuple[str, ...]:
    """The statements that make the tables of a library, in their order."""
    with closing(sqlite3.connect(library)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            " ORDER BY rowid"
        )
        return tuple(sql for (sql,) in rows)


def new_schema(folder: Path) -> tuple[str, ...]:
    """The same of a new library, which is made in `folder`."""
    path = folder / "new.curator"
    Workspace.open(path).close()
    return schema_of(path)


def fill_raw(library: Path, target: Path) -> float:
    """Make a raw library of the rows of another; the seconds that writing them took.

    The rows are read from `library` beforehand, as if parsed already.
    """
    plan = _plan(library)
    with closing(sqlite3.connect(library)) as source, closing(_raw(target)) as raw:
        for statement in plan.schema:
            raw.execute(statement)
        last = source.execute(_LAST_OF).fetchone()[0]
        took = 0.0
        for start in range(0, max(last, 1), PER_TRANSACTION):
            rows = list(_rows(source, plan, start, start + PER_TRANSACTION))
            last_row = raw.execute(_LAST_ROW).fetchone()[0]
            begin = perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            for statement, values in rows:
                raw.executemany(statement, values)
            for name, content, rowid in plan.indexes:
                is_of_rows = "signal" in content
                after = last_row if is_of_rows else start
                upto = MOST_ROWS if is_of_rows else start + PER_TRANSACTION
                _fill_index(raw, name, content, rowid, after, upto)
            raw.execute("COMMIT")
            took += perf_counter() - begin
        begin = perf_counter()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return took + perf_counter() - begin


class BareCommits:
    """Cells changed and committed one by one, without journal or index, all over a raw library."""

    def __init__(self, raw: Path) -> None:
        self._connection = _raw(raw)
        self._last = self._connection.execute("SELECT max(id) FROM signal").fetchone()[0]
        self._place = 0

    def do(self) -> None:
        """One of them."""
        self._place = (self._place + _STRIDE) % self._last
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_CHANGE, (f"from old to new {self._place}", self._place))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the library."""
        self._connection.close()


def calibre_per_file(folder: Path, scratch: Path) -> tuple[float, str]:
    """Milliseconds a file of `calibredb add`, and where the figure is from."""
    program = shutil.which("calibredb")
    if program is None:
        return CALIBRE_PUBLISHED, "calibredb add, not installed: the best that was published"
    chosen = scratch / "for-calibre"
    chosen.mkdir()
    for path in sorted(folder.iterdir())[:CALIBRE_FILES]:
        shutil.copy(path, chosen)
    command = [program, "add", "-r", str(chosen), "--with-library", str(scratch / "calibre")]
    begin = perf_counter()
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode:  # such as where another calibre runs
        return CALIBRE_PUBLISHED, "calibredb add, which failed: the best that was published"
    count = sum(1 for _ in chosen.iterdir())
    return (perf_counter() - begin) * 1_000 / count, "calibredb add in this run"


def _raw(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in SETTINGS:
        connection.execute(pragma)
    return connection


def _plan(library: Path) -> _Plan:
    with closing(sqlite3.connect(library)) as connection:
        rows = connection.execute(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
            " WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"
        ).fetchall()
    indexes = {name: sql for _, name, sql in rows if _FTS.search(sql)}
    shadows = {f"{name}_{end}" for name in indexes for end in _SHADOWS}
    tables = tuple(
        name
        for type_, name, sql in rows
        if type_ == "table" and "VIRTUAL" not in sql.upper() and name not in shadows
    )
    triggers = " ".join(sql for type_, _, sql in rows if type_ == "trigger")
    filled = tuple(
        (name, options.get("content") or name, options.get("content_rowid", "rowid"))
        for name, sql in indexes.items()
        if name not in triggers
        for options in [dict(_OPTION.findall(sql))]
    )
    return _Plan(tuple(sql for _, name, sql in rows if sql and name not in shadows), tables, filled)


def _rows(
    source: sqlite3.Connection, plan: _Plan, after: int, upto: int
) -> Iterator[tuple[str, Sequence[Any]]]:
    """An insertion and its rows for each table: those of the digests `after` < id <= `upto`.

    What belongs to no digest comes with the first part.
    """
    for table in plan.tables:
        columns = _columns(source, table)
        owner = "id" if table == "digest" else "digest_id" if "digest_id" in columns else ""
        if not owner and after:
            continue
        where = f" WHERE {owner} > {after} AND {owner} <= {upto}" if owner else ""
        rows = source.execute(f'SELECT * FROM "{table}"{where}').fetchall()  # noqa: S608
        marks = ", ".join("?" * len(columns))
        yield f'INSERT INTO "{table}" VALUES ({marks})', rows  # noqa: S608


def _fill_index(
    raw: sqlite3.Connection, name: str, content: str, rowid: str, after: int, upto: int
) -> None:
    columns = ", ".join(f'"{column}"' for column in _columns(raw, name))
    raw.execute(
        f'INSERT INTO "{name}" (rowid, {columns}) SELECT {rowid}, {columns} FROM "{content}"'  # noqa: S608
        f" WHERE {rowid} > ? AND {rowid} <= ?",
        (after, upto),
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
