"""Digests that come in wholesale, by the hundred: few statements for many rows."""

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from curator.domain.changes import Record
from curator.domain.order import spread
from curator.domain.whole import WholeDigest
from curator.library import tables
from curator.library.rows import insertion, values

_COMPRESSION = 6

_original = tables.original.c
_known_original = select(_original.id).where(
    _original.digest_id == bindparam("owner"), _original.sha256 == bindparam("hash")
)
_new_digest = insertion("digest").returning(tables.digest.c.id, sort_by_parameter_order=True)
_new_original = tables.original.insert().returning(_original.id, sort_by_parameter_order=True)
_point_to_original = (
    tables.digest.update()
    .where(tables.digest.c.id == bindparam("owner"))
    .values(original_id=bindparam("original"))
)


def insert_whole(connection: Connection, pairs: Sequence[tuple[WholeDigest, str]]) -> list[int]:
    """New digests with their rows and the texts they were read from; their ids, in order."""
    fresh = [values(whole.digest) | {"original_id": 0} for whole, _ in pairs]
    digest_ids = list(connection.scalars(_new_digest, fresh))
    contents = [
        _original_values(digest_id, text)
        for digest_id, (_, text) in zip(digest_ids, pairs, strict=True)
    ]
    originals = connection.scalars(_new_original, contents)
    pointers = [
        {"owner": digest_id, "original": original_id}
        for digest_id, original_id in zip(digest_ids, originals, strict=True)
    ]
    connection.execute(_point_to_original, pointers)
    _insert_rows(connection, digest_ids, [whole for whole, _ in pairs])
    return digest_ids


def _insert_rows(
    connection: Connection, digest_ids: Sequence[int], wholes: Sequence[WholeDigest]
) -> None:
    rows: dict[str, list[dict[str, Any]]] = {"term": [], "signal": [], "link": []}
    for digest_id, whole in zip(digest_ids, wholes, strict=True):
        groups: tuple[tuple[str, Sequence[Record]], ...] = (
            ("term", whole.themes),
            ("term", whole.keywords),
            ("signal", whole.signals),
            ("link", whole.closest),
        )
        for kind, group in groups:
            rows[kind].extend(
                values(row) | {"digest_id": digest_id, "position": place}
                for row, place in zip(group, spread(len(group)), strict=True)
            )
    for kind, columns in rows.items():
        if columns:
            connection.execute(insertion(kind), columns)


def keep_original(connection: Connection, digest_id: int, text: str) -> int:
    """The id under which a text of a digest is kept; the same text is kept once."""
    columns = _original_values(digest_id, text)
    known = connection.scalar(_known_original, {"owner": digest_id, "hash": columns["sha256"]})
    return known or int(connection.execute(_new_original, [columns]).scalar_one())


def _original_values(digest_id: int, text: str) -> dict[str, Any]:
    data = text.encode("utf-8")
    return {
        "digest_id": digest_id,
        "sha256": hashlib.sha256(data).hexdigest(),
        "content": zlib.compress(data, _COMPRESSION),
    }
