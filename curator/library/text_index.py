"""A full-text index (SQLite's FTS5) that holds no texts of its own, only where words stand.

A view says what the document of a row is. So a document has to be taken out before its row
changes, with the words that went in, and put in again after. No trigger does that: the writer
knows when a whole deed is done.
"""

import sqlite3
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, text

from curator.library.rows import batches

SEPARATOR = "\U0010fffd"
"""Stands as a word of its own between the values of a document, such as two themes, so that no
phrase reaches from one into the next; no text that anybody writes holds it."""


class TextIndex:
    """One index: its name, the view of its documents and its columns, in their order."""

    def __init__(self, name: str, view: str, columns: tuple[str, ...]) -> None:
        self.name = name
        self.columns = columns
        listed = ", ".join(f'"{column}"' for column in columns)
        texts = f"SELECT id, {listed} FROM {view}"  # noqa: S608 - all names are ours
        entry = f"INSERT INTO {name} (rowid, {listed}) {texts}"
        self._add = text(f"{entry} WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))
        self._add_after = text(f"{entry} WHERE id > :id")
        self._remove = text(
            f"INSERT INTO {name} ({name}, rowid, {listed}) "  # noqa: S608
            f"SELECT 'delete', id, {listed} FROM {view} WHERE id = :id"
        )
        self._rebuild = text(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608
        # rank 1 compares the index with the texts; without it only with itself.
        self._check = f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608

    def add(self, connection: Connection, ids: Collection[int]) -> None:
        """Puts in the documents of rows, as they stand now; unknown ids are passed over."""
        for batch in batches(list(ids)):
            connection.execute(self._add, {"ids": list(batch)})

    def add_after(self, connection: Connection, last_id: int) -> None:
        """Puts in the documents of all rows that came after one; the fastest way for many."""
        connection.execute(self._add_after, {"id": last_id})

    def remove(self, connection: Connection, row_id: int) -> None:
        """Takes a document out; the rows have to be as they were when it went in."""
        connection.execute(self._remove, {"id": row_id})

    def rebuild(self, connection: Connection) -> None:
        """Makes the whole index anew from the rows."""
        connection.execute(self._rebuild)

    def is_right(self, connection: sqlite3.Connection) -> bool:
        """Whether the index says what the texts say; needs a connection that may write.

        Raises:
            sqlite3.Error: the check itself failed, such as for a lock.
        """
        try:
            connection.execute(self._check)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            return False
        return True
