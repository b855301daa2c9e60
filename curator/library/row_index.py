"""The full-text index of signal rows: one document per row, whatever its kind."""

from sqlalchemy import Connection, func, select

from curator.library import tables
from curator.library.text_index import TextIndex

COLUMNS = ("name", "description", "change", "horizon", "force", "relevancy", "extra")
"""The fields of a document, in the order of the index."""

INDEX = TextIndex("signal_search", "signal_text", COLUMNS)
rebuild, is_right = INDEX.rebuild, INDEX.is_right

_last = select(func.max(tables.signal.c.id))


def last_id(connection: Connection) -> int:
    """The highest number that a row has; rows that come later have higher ones."""
    return connection.scalar(_last) or 0
