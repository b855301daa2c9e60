"""The numbers that SQLite gives to new rows, known before the rows are there.

A table with AUTOINCREMENT never gives a number twice; what it gave last stands in a table of
SQLite's own. So many rows that point to each other can be written in one go.
"""

from sqlalchemy import Connection, text

_LAST = "SELECT max(coalesce((SELECT max(id) FROM {0}), 0), coalesce(max(seq), 0))"
_FROM = " FROM sqlite_sequence WHERE name = '{0}'"


def next_number(connection: Connection, table: str) -> int:
    """The id of the next row of a table, for whoever holds the lock of the writer.

    Rows that are written with it, and those that follow it, count as given.
    """
    return int(connection.execute(text((_LAST + _FROM).format(table))).scalar_one()) + 1
