"""A full-text index (SQLite's FTS5) that holds no texts of its own, only where words stand.

A view says what the document of a row is. So a document has to be put aside before its row
changes, to be taken out with the words that went in, and what the view says then goes in for it.
No trigger does that: the writer knows when a whole deed is done.
"""

import json
import sqlite3
from collections.abc import Iterable

from sqlalchemy import Connection, text

from curator.library.sqlite_connection import driver_of

SEPARATOR = "\U0010fffd"
"""Stands as a word of its own between the values of a document, such as two themes, so that no
phrase reaches from one into the next; no text that anybody writes holds it."""

_FOR_MANY = {"hashsize": 16 << 20, "automerge": 0}
_FOR_FEW = {"hashsize": 1 << 20, "automerge": 4}
"""Bytes that are held before they are written, and how many parts of one size are joined; the
latter are what SQLite has by itself (https://sqlite.org/fts5.html, section 6)."""


class TextIndex:
    """One index: its name, the view of its documents and its columns, in their order."""

    def __init__(self, name: str, view: str, columns: tuple[str, ...]) -> None:
        self.name = name
        self.columns = columns
        listed = ", ".join(f'"{column}"' for column in columns)
        texts = f"SELECT id, {listed} FROM {view}"  # noqa: S608 - all names are ours
        some = "id IN (SELECT value FROM json_each(?))"
        former = f"temp.{name}_former"
        self._prepare = (
            f"CREATE TEMP TABLE IF NOT EXISTS {name}_former (id INTEGER PRIMARY KEY, {listed})"
        )
        self._put_aside = f"INSERT INTO {former} {texts} WHERE {some}"
        # Out and in of one document stand side by side: the index then writes them as one.
        self._renew = (
            f"INSERT INTO {name} ({name}, rowid, {listed}) SELECT * FROM ("  # noqa: S608
            f"SELECT 'delete' AS command, * FROM {former}"
            f" UNION ALL SELECT NULL, id, {listed} FROM {view} WHERE {some}"
            ") ORDER BY id, command IS NULL"
        )
        self._forget = f"DELETE FROM {former}"  # noqa: S608
        self._after = f"{texts} WHERE id > ?"
        places = ", ".join("?" * (len(columns) + 1))
        self._put = f"INSERT INTO {name} (rowid, {listed}) VALUES ({places})"  # noqa: S608
        self._set = f"INSERT INTO {name} ({name}, rank) VALUES (?, ?)"  # noqa: S608
        self._rebuild = text(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608
        # rank 1 compares the index with the texts; without it only with itself.
        self._check = f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608

    def put_aside(self, connection: Connection, ids: Iterable[int]) -> None:
        """Keeps the documents of rows as they are in the index, until `renew`; once for each."""
        connection.exec_driver_sql(self._prepare)
        connection.exec_driver_sql(self._put_aside, (_listed(ids),))

    def renew(self, connection: Connection, ids: Iterable[int]) -> None:
        """Takes out what was put aside and puts in the documents of `ids` as they stand now.

        Rows that are gone have none.
        """
        connection.exec_driver_sql(self._prepare)
        connection.exec_driver_sql(self._renew, (_listed(ids),))
        connection.exec_driver_sql(self._forget)

    def add_after(self, connection: Connection, last_id: int) -> None:
        """Puts in the documents of all rows that came after one; the fastest way for many.

        One statement for all of them would make the index write what it holds in memory each time.
        """
        driver = driver_of(connection)
        driver.executemany(self._put, driver.execute(self._after, (last_id,)))

    def expect_many(self, connection: Connection) -> None:
        """Holds more in memory and joins no parts, until `expect_few`: for thousands of documents.

        What is set here is kept in the library, and so goes with the transaction.
        """
        self._choose(connection, _FOR_MANY)

    def expect_few(self, connection: Connection) -> None:
        """Goes on as SQLite does by itself."""
        self._choose(connection, _FOR_FEW)

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

    def _choose(self, connection: Connection, settings: dict[str, int]) -> None:
        driver_of(connection).executemany(self._set, settings.items())


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))
