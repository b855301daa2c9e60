"""The full-text index (SQLite's FTS5): one document per digest, kept right by its writers.

The index holds no texts of its own; the view `search_text` says what a digest's document is. So a
document has to be taken out before its digest changes, with the words that went in, and put in
again after. No trigger does that: the writer knows when a whole deed is done.
"""

import sqlite3
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, text

from curator.library.rows import batches

COLUMNS = (
    "title",
    "summary",
    "keywords",
    "themes",
    "signals",
    "description",
    "change",
    "horizon",
    "force",
    "closest",
    "tags",
)
"""The fields of a document, in the order of the index."""

_LIST = ", ".join(f'"{name}"' for name in COLUMNS)
_ADD = text(
    f"INSERT INTO search (rowid, {_LIST}) SELECT id, {_LIST} FROM search_text WHERE id IN :ids"  # noqa: S608 - all names are ours
).bindparams(bindparam("ids", expanding=True))
_REMOVE = text(
    f"INSERT INTO search (search, rowid, {_LIST}) "  # noqa: S608
    f"SELECT 'delete', id, {_LIST} FROM search_text WHERE id = :id"
)
_REBUILD = text("INSERT INTO search (search) VALUES ('rebuild')")
# rank 1 compares the index with the texts; without it only with itself.
_CHECK = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"


def add(connection: Connection, digest_ids: Collection[int]) -> None:
    """Puts in the documents of digests, as their rows stand now; unknown ids are passed over."""
    for batch in batches(list(digest_ids)):
        connection.execute(_ADD, {"ids": list(batch)})


def remove(connection: Connection, digest_id: int) -> None:
    """Takes a document out; the rows have to be as they were when it went in."""
    connection.execute(_REMOVE, {"id": digest_id})


def rebuild(connection: Connection) -> None:
    """Makes the whole index anew from the rows."""
    connection.execute(_REBUILD)


def is_right(connection: sqlite3.Connection) -> bool:
    """Whether the index says what the texts say; needs a connection that may write.

    Raises:
        sqlite3.Error: the check itself failed, such as for a lock.
    """
    try:
        connection.execute(_CHECK)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True
