"""Many digests with all their rows, by a few statements for hundreds of them."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from curator.domain.errors import UnknownRecord
from curator.domain.signal import KINDS
from curator.domain.term import KEYWORD, THEME
from curator.domain.whole import WholeDigest
from curator.library import tables
from curator.library.rows import batches, find_all, read, records, table_of

_original = tables.original.c


def wholes(connection: Connection, ids: Sequence[int]) -> dict[int, WholeDigest]:
    """The digests by their ids, in the order of `ids`.

    Raises:
        UnknownRecord: the library has one of them no more.
    """
    digests: dict[Any, Any] = find_all(connection, [("digest", digest_id) for digest_id in ids])
    terms, signals, links = (_rows(connection, kind, ids) for kind in ("term", "signal", "link"))
    found: dict[int, WholeDigest] = {}
    for digest_id in ids:
        if ("digest", digest_id) not in digests:
            raise UnknownRecord(
                f"There is no digest number {digest_id}.", "It may have been undone."
            )
        rows = signals[digest_id]
        found[digest_id] = WholeDigest(
            digests["digest", digest_id],
            themes=tuple(row for row in terms[digest_id] if row.kind == THEME),
            keywords=tuple(row for row in terms[digest_id] if row.kind == KEYWORD),
            signals=tuple(sorted(rows, key=lambda row: KINDS.index(row.kind))),
            closest=tuple(links[digest_id]),
        )
    return found


def originals(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """Imported texts by their ids, as they came.

    Raises:
        UnknownRecord: the library has not all of them.
    """
    found: dict[int, str] = {}
    for batch in batches(ids):
        statement = select(_original.id, _original.content).where(_original.id.in_(batch))
        found.update(
            (original_id, zlib.decompress(content).decode("utf-8"))
            for original_id, content in connection.execute(statement)
        )
    if missing := set(ids) - found.keys():
        raise UnknownRecord(f"There is no original number {min(missing)}.")
    return found


def _rows(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, list[Any]]:
    """The rows of a kind, those of each digest in their order."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    columns = table_of(kind).c
    for batch in batches(ids):
        statement = records(kind).where(columns.digest_id.in_(batch))
        for row in read(connection, statement.order_by(columns.position, columns.id), kind):
            found[row.digest_id].append(row)
    return found
