"""Which texts the library has already, asked for many keys at once."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from curator.library import tables
from curator.library.rows import batches

_digest, _original = tables.digest.c, tables.original.c
_texts = (
    select(_digest.key, _digest.findings, _original.sha256, _digest.declined)
    .join(tables.original, _original.id == _digest.original_id)
    .where(_digest.trashed == "")
)


def known_texts(
    connection: Connection, keys: Sequence[str]
) -> dict[str, tuple[tuple[str, ...], int]]:
    """For each key that is here, outside the trash: the SHA-256 of the text that it came with and
    of the one that was declined, and how many findings there are (-1: nobody knows)."""
    return {
        key: ((came, declined) if declined else (came,), findings)
        for batch in batches(keys)
        for key, findings, came, declined in connection.execute(
            _texts.where(_digest.key.in_(batch))
        )
    }
