"""Digests that come in wholesale, by the hundred: few statements for many rows.

The rows come ready to be laid down (`arriving`), and the driver takes them as they are: a statement
is made once for its dialect, its values are never looked at again.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, Dialect, bindparam, select

from curator.library import tables
from curator.library.arriving import (
    DIGEST_COLUMNS,
    ORIGINAL_COLUMNS,
    OWNED,
    Arrival,
    Row,
    kept_text,
    owned_columns,
)
from curator.library.sqlite_numbers import next_number

_original = tables.original.c
_known_original = select(_original.id).where(
    _original.digest_id == bindparam("owner"), _original.sha256 == bindparam("hash")
)
_new_original = tables.original.insert().returning(_original.id)


def lay_down(connection: Connection, arrivals: Sequence[Arrival]) -> range:
    """New digests with their rows and the texts they were read from; their ids, in order.

    The caller holds the lock of the writer, so that nobody else takes the same numbers.
    """
    digest_id = next_number(connection, "digest")
    original_id = next_number(connection, "original")
    ids = range(digest_id, digest_id + len(arrivals))
    texts = range(original_id, original_id + len(arrivals))
    digests = (
        (number, text, *one.digest) for number, text, one in zip(ids, texts, arrivals, strict=True)
    )
    _insert(connection, "digest", ("id", "original_id", *DIGEST_COLUMNS), digests)
    originals = (
        (text, number, *one.original)
        for number, text, one in zip(ids, texts, arrivals, strict=True)
    )
    _insert(connection, "original", ("id", "digest_id", *ORIGINAL_COLUMNS), originals)
    for place, kind in enumerate(OWNED):
        rows = (
            (number, *row)
            for number, one in zip(ids, arrivals, strict=True)
            for row in one.owned[place]
        )
        _insert(connection, kind, ("digest_id", *owned_columns(kind)), rows)
    return ids


def keep_original(connection: Connection, digest_id: int, text: str) -> int:
    """The id under which a text of a digest is kept; the same text is kept once."""
    sha256, content = kept_text(text)
    known = connection.scalar(_known_original, {"owner": digest_id, "hash": sha256})
    columns = {"digest_id": digest_id, "sha256": sha256, "content": content}
    return known or int(connection.execute(_new_original, columns).scalar_one())


def _insert(
    connection: Connection, table: str, columns: tuple[str, ...], rows: Iterable[Row]
) -> None:
    values = list(rows)
    if values:
        connection.exec_driver_sql(_insertion(connection.dialect, table, columns), values)


@cache
def _insertion(dialect: Dialect, table: str, columns: tuple[str, ...]) -> str:
    """An insertion that takes the values of these columns, in this order, one after the other."""
    quoted = dialect.identifier_preparer.quote
    names = ", ".join(map(quoted, columns))
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    return f"INSERT INTO {quoted(table)} ({names}) VALUES ({', '.join([mark] * len(columns))})"  # noqa: S608 - all names are ours
