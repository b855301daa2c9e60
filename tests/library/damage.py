"""Library files damaged in the ways that disks, copies and other programs damage them.

Each function takes the path of a library that nobody has open.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

PAGE = 4096
"""Bytes of a page of a new library."""


def overwrite_page(path: Path, number: int) -> None:
    """The page of that number (from 1) filled with what is no page, as a failing disk would."""
    size = page_size(path)
    with path.open("r+b") as file:
        file.seek((number - 1) * size)
        file.write(b"\xff" * size)


def overwrite_table(path: Path, name: str) -> None:
    """The first page of a table or an index overwritten: nothing of it can be found from above."""
    overwrite_page(path, root_page(path, name))


def overwrite_leaf(path: Path, name: str, which: int = 0) -> None:
    """One of the pages that hold the rows of a table overwritten; the others can still be read."""
    overwrite_page(path, leaf_pages(path, name)[which])


def cut(path: Path, share: float) -> None:
    """Only the first part of the file is left, as after a copy that stopped: 0.5 is half of it."""
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))


def garble_index(path: Path) -> None:
    """An index that points by other values than the rows have; every row is as it was."""
    rewrite_schema(path, "ix_link_target_key", "target_key, digest_id", "title, digest_id")


def garble_search(path: Path) -> None:
    """A search index that says what no digest says."""
    rewritten(path, "INSERT INTO search (rowid, title) VALUES (4711, 'ghost')")


def overwrite_bytes(path: Path, old: bytes, new: bytes) -> int:
    """Every place in the file where `old` stands overwritten by `new`; how many there were."""
    assert len(old) == len(new)
    data = path.read_bytes()
    path.write_bytes(data.replace(old, new))
    return data.count(old)


def delete_rows(path: Path, table: str, where: str = "1") -> None:
    """Rows deleted behind the journal's back, whoever owns or needs them."""
    rewritten(path, "PRAGMA foreign_keys = OFF", f"DELETE FROM {table} WHERE {where}")  # noqa: S608


def forget_sequence(path: Path, table: str) -> None:
    """A table whose next id would be one that was given out before."""
    rewritten(path, f"UPDATE sqlite_sequence SET seq = 0 WHERE name = '{table}'")  # noqa: S608


def migrate_by_half(path: Path, column: str = "half_made") -> None:
    """What a migration leaves that died outside a transaction: a column, but the old version."""
    rewritten(
        path,
        f"ALTER TABLE digest ADD COLUMN {column} TEXT NOT NULL DEFAULT ''",
        f"PRAGMA user_version = {1 << 16}",
        "UPDATE alembic_version SET version_num = '0001'",
    )


def rewrite_schema(path: Path, name: str, old: str, new: str) -> None:
    """The SQL by which an index, a table or a view is known, changed as only damage would."""
    rewritten(
        path,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{name}'",  # noqa: S608
    )


def rewritten(path: Path, *statements: str) -> None:
    """The file changed behind the library's back."""
    with _opened(path) as connection:
        for statement in statements:
            connection.execute(statement)


def page_size(path: Path) -> int:
    """Bytes per page, by the header."""
    size = int.from_bytes(path.read_bytes()[16:18], "big")
    return 65536 if size == 1 else size


def root_page(path: Path, name: str) -> int:
    """The number of the first page of a table or an index."""
    with _opened(path) as connection:
        question = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (number,) = connection.execute(question, (name,)).fetchone()
    return int(number)


def leaf_pages(path: Path, name: str) -> list[int]:
    """The numbers of the lowest pages of a table or an index, in the order of what they hold."""
    data, size = path.read_bytes(), page_size(path)
    return list(_leaves(data, size, root_page(path, name)))


def _leaves(data: bytes, size: int, number: int) -> Iterator[int]:
    interior, cells = (2, 5), 12  # "Database File Format", section 1.6: b-tree pages
    start = (number - 1) * size
    if data[start] not in interior:
        yield number
        return
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    for cell in range(count):
        place = start + cells + 2 * cell
        pointer = start + int.from_bytes(data[place : place + 2], "big")
        yield from _leaves(data, size, int.from_bytes(data[pointer : pointer + 4], "big"))
    yield from _leaves(data, size, int.from_bytes(data[start + 8 : start + 12], "big"))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Settled and closed, so that all is in the file and nothing beside it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
